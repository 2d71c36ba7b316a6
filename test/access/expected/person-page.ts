import type { ExpectedPart } from './part.ts';

/** Who hands out the code of a person's own page: only who sees the whole record anyway (G-08). */
export const PERSON_PAGE: ExpectedPart = {
  commands: {},
  reads: {
    PIDUM_STAFF: { 'issue-page-code': 'OWN_OFFICE' },
    EXECUTING_PROSECUTOR: { 'issue-page-code': 'OWN_OFFICE' },
    PROBATION_COUNSELLOR: { 'issue-page-code': 'SUPERVISES' },
    PRISON_OFFICER: { 'issue-page-code': 'HOLDS' },
  },
};
