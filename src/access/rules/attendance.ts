/** Who sees who comes today: the site itself, and a training centre that is a place of work. */
import type { Grants } from '../grants.ts';

export const ATTENDANCE_READS = {
  // Names and planned hours of one date: rows are narrowed to the own site by the query itself.
  'read-attendance': { SITE_SUPERVISOR: 'OWN_SITE', TRAINING_CENTRE_ADMINISTRATOR: 'TRAINS' },
} as const satisfies Record<string, Grants>;
