import type { ExpectedPart } from './part.ts';

/** Whose two records are one, and what was breached, is the registrar's to say; a hold is the case's office's. */
export const KEEPING: ExpectedPart = {
  commands: {
    REGISTRAR: {
      'merge-person': 'ANY_OFFICE',
      'unmerge-person': 'ANY_OFFICE',
      'place-legal-hold': 'ANY_OFFICE',
      'lift-legal-hold': 'ANY_OFFICE',
      'file-rights-request': 'ANY_OFFICE',
      'answer-rights-request': 'ANY_OFFICE',
      'report-data-breach': 'ANY_OFFICE',
      'notify-data-breach': 'ANY_OFFICE',
    },
    EXECUTING_PROSECUTOR: {
      'place-legal-hold': 'OWN_OFFICE',
      'lift-legal-hold': 'OWN_OFFICE',
      'answer-rights-request': 'OWN_OFFICE',
    },
    PIDUM_STAFF: { 'file-rights-request': 'OWN_OFFICE', 'answer-rights-request': 'OWN_OFFICE' },
    PRISON_OFFICER: {
      'place-legal-hold': 'HOLDS',
      'lift-legal-hold': 'HOLDS',
      'file-rights-request': 'HOLDS',
      'answer-rights-request': 'HOLDS',
    },
    PERSON: { 'file-rights-request': 'OWN_PERSON' },
    SYSTEM: {
      'be-merged': 'INSIDE_ONLY',
      'adopt-person': 'INSIDE_ONLY',
      'note-merge-refused': 'INSIDE_ONLY',
      'return-person': 'INSIDE_ONLY',
    },
  },
  reads: {},
};
