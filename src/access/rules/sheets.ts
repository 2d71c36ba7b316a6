/** Who may send, run and read sheets. What a sheet's lines may do is judged line by line, as for single commands. */
import type { Grants } from '../grants.ts';

/** Roles with a kind of sheet of their own; a sheet belongs to the account that sent it. */
const SENDERS = {
  PIDUM_STAFF: 'OWN_COMMAND',
  EXECUTING_PROSECUTOR: 'OWN_COMMAND',
  SITE_SUPERVISOR: 'OWN_COMMAND',
  PRISON_OFFICER: 'OWN_COMMAND',
  INSTRUCTOR: 'OWN_COMMAND',
  TRAINING_CENTRE_ADMINISTRATOR: 'OWN_COMMAND',
} as const satisfies Grants;

export const SHEET_READS = {
  /** Sending one to be checked: the kind asks for the role of its command besides. */
  'check-sheet': SENDERS,
  'run-sheet': SENDERS,
  'read-sheet': { ...SENDERS, AUDITOR: 'ANY_OFFICE' },
} as const satisfies Record<string, Grants>;
