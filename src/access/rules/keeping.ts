/**
 * Who may do what with merging, legal hold, rights requests and data breaches (domain G). Identity of two
 * records and breaches are the registrar's, who answers for data protection; holds are the case's office's.
 */
import type { Grants } from '../grants.ts';

const REGISTRAR = { REGISTRAR: 'ANY_OFFICE' } as const;
const PROSECUTOR = { EXECUTING_PROSECUTOR: 'OWN_OFFICE' } as const;
const STAFF = { PIDUM_STAFF: 'OWN_OFFICE' } as const;
const PRISON = { PRISON_OFFICER: 'HOLDS' } as const;
const PERSON = { PERSON: 'OWN_PERSON' } as const;
const SYSTEM = { SYSTEM: 'INSIDE_ONLY' } as const;

export const KEEPING_RULES = {
  'merge-person': REGISTRAR,
  'unmerge-person': REGISTRAR,
  'be-merged': SYSTEM,
  'adopt-person': SYSTEM,
  'note-merge-refused': SYSTEM,
  'return-person': SYSTEM,
  'place-legal-hold': { ...REGISTRAR, ...PROSECUTOR, ...PRISON },
  'lift-legal-hold': { ...REGISTRAR, ...PROSECUTOR, ...PRISON },
  // A letter that came by post is entered by the office it came to.
  'file-rights-request': { ...PERSON, ...STAFF, ...PRISON, ...REGISTRAR },
  'answer-rights-request': { ...STAFF, ...PROSECUTOR, ...PRISON, ...REGISTRAR },
  'report-data-breach': REGISTRAR,
  'notify-data-breach': REGISTRAR,
} as const satisfies Record<string, Grants>;

export const KEEPING_READS = {} as const satisfies Record<string, Grants>;
