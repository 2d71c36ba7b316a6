import type { ExpectedPart } from './part.ts';

/** The auditor asks everywhere and changes no fact. */
export const AUDIT: ExpectedPart = {
  commands: {},
  reads: {
    AUDITOR: {
      'replay-run': 'ANY_OFFICE',
      'compare-record': 'ANY_OFFICE',
      'explain-record': 'ANY_OFFICE',
      'read-seal': 'ANY_OFFICE',
      'draw-sample': 'ANY_OFFICE',
      'read-integrity-list': 'ANY_OFFICE',
      'try-draft-rule': 'ANY_OFFICE',
      'export-bundle': 'ANY_OFFICE',
      'read-money': 'ANY_OFFICE',
      'list-break-glass': 'ANY_OFFICE',
    },
    EXECUTING_PROSECUTOR: { 'break-glass': 'ANY_OFFICE' },
    PROBATION_COUNSELLOR: { 'break-glass': 'ANY_OFFICE' },
    PRISON_OFFICER: { 'break-glass': 'ANY_OFFICE' },
    PERSON: { 'own-access-log': 'OWN_PERSON' },
  },
};
