import type { ExpectedPart } from './part.ts';

/** Site supervisor, week: "who comes today" (domain H). Nobody else needs the list of a day by name. */
export const ATTENDANCE: ExpectedPart = {
  commands: {},
  reads: {
    SITE_SUPERVISOR: { 'read-attendance': 'OWN_SITE' },
    TRAINING_CENTRE_ADMINISTRATOR: { 'read-attendance': 'TRAINS' },
  },
};
