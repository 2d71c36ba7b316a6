/**
 * The sessions half of a journey: hours worked, hours credited, and everybody's word on them.
 *
 * Reading order: `parts` (clock readings to net minutes per date), `day` (what the person's day holds),
 * `credit` (the limits of the law, in one place), `recording` (the way of an entry), then the commands.
 */
import type { CommandHandlers, SessionCommandName } from './handlers.ts';
import { excuseSession, recordNoShow } from './sessions/absence.ts';
import { checkInSession, checkOutSession } from './sessions/attendance.ts';
import { confirmSession, disputeSession } from './sessions/confirmation.ts';
import { correctEntry } from './sessions/correction.ts';
import { decideSessionCredit } from './sessions/credit-decision.ts';
import { recordSession } from './sessions/recording.ts';
import { fileMonthlyReport, recordGuidance, reportInjury } from './sessions/reports.ts';
import { recordTrainingHours } from './sessions/training.ts';

export { afterDeathEvents } from './sessions/after-death.ts';
export { sessionDeadlines, sessionFirings } from './sessions/confirmation.ts';
export { sessionEvolvers } from './sessions/evolve.ts';

export const sessionHandlers: CommandHandlers<SessionCommandName> = {
  'check-in-session': checkInSession,
  'check-out-session': checkOutSession,
  'record-session': recordSession,
  'confirm-session': confirmSession,
  'dispute-session': disputeSession,
  'decide-session-credit': decideSessionCredit,
  'correct-entry': correctEntry,
  'record-training-hours': recordTrainingHours,
  'excuse-session': excuseSession,
  'record-no-show': recordNoShow,
  'report-injury': reportInjury,
  'file-monthly-report': fileMonthlyReport,
  'record-guidance': recordGuidance,
};
