import type { ExpectedPart } from './part.ts';

/** Heads of office see sums of their own office, the centre of all; who meets one person at a time sees none. */
export const BOARDS: ExpectedPart = {
  commands: {},
  reads: {
    EXECUTING_PROSECUTOR: { 'read-board': 'OWNS' },
    PROBATION_COUNSELLOR: { 'read-board': 'OWNS' },
    PRISON_OFFICER: { 'read-board': 'OWNS' },
    TRAINING_CENTRE_ADMINISTRATOR: { 'read-board': 'OWNS' },
    CERTIFICATION_BODY_ADMINISTRATOR: { 'read-board': 'OWNS' },
    PLACEMENT_OFFICER: { 'read-board': 'OWNS' },
    REGISTRAR: { 'read-board': 'ANY_OFFICE' },
    AUDITOR: { 'read-board': 'ANY_OFFICE' },
  },
};
