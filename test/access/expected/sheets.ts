import type { ExpectedPart } from './part.ts';

const own = { 'check-sheet': 'OWN_COMMAND', 'run-sheet': 'OWN_COMMAND', 'read-sheet': 'OWN_COMMAND' };

/** Offices that keep lists on paper today send them as sheets; an auditor looks at what became of them. */
export const SHEETS: ExpectedPart = {
  commands: {},
  reads: {
    PIDUM_STAFF: own,
    EXECUTING_PROSECUTOR: own,
    SITE_SUPERVISOR: own,
    PRISON_OFFICER: own,
    INSTRUCTOR: own,
    TRAINING_CENTRE_ADMINISTRATOR: own,
    AUDITOR: { 'read-sheet': 'ANY_OFFICE' },
  },
};
