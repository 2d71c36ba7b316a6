import type { ExpectedPart } from './part.ts';

export const PAPERS: ExpectedPart = {
  commands: {},
  reads: {
    PIDUM_STAFF: { 'read-paper': 'OWN_OR_FORMER_OFFICE' },
    EXECUTING_PROSECUTOR: { 'read-paper': 'OWN_OR_FORMER_OFFICE' },
    PROBATION_COUNSELLOR: { 'read-paper': 'SUPERVISES' },
    AUDITOR: { 'read-paper': 'ANY_OFFICE' },
    PERSON: { 'read-paper': 'OWN_PERSON' },
  },
};
