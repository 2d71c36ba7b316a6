/** What sites and counsellors report about the execution; none of it changes a balance. */
import { refuseWith } from '../../law/refusals.ts';
import { isLocalDate } from '../../time/index.ts';
import type { Refused } from '../handlers.ts';
import { accepted, firstRefusal, onCase, requireRole } from '../handlers.ts';
import { EXECUTION_STAGES } from '../stage-moves.ts';
import { requirePast } from './absence.ts';
import { sessionOf } from './on-session.ts';

const STAGES = [...EXECUTION_STAGES, 'COMPLETED'] as const;

const requireDate = (date: string, field: string): Refused | undefined =>
  isLocalDate(date) ? undefined : refuseWith('MALFORMED', { field });

/** An accident at work. Its day is excused unless minutes of it are credited (I.6b). */
export const reportInjury = onCase<'report-injury'>({ stages: STAGES }, (found, command, context, state) => {
  const { caseId, date, sessionId } = command.data;
  const foreign = sessionId !== undefined && sessionOf(state, sessionId)?.caseId !== caseId;
  const refused = firstRefusal(
    requireDate(date, 'date'),
    requirePast(found, date, context),
    foreign ? refuseWith('SESSION_UNKNOWN', { sessionId }) : undefined,
  );
  const reportedBy = command.actor.role === 'PERSON' ? { reportedBy: 'PERSON' as const } : {};
  return refused ?? accepted([{ type: 'InjuryReported', data: { ...command.data, ...reportedBy } }]);
});

/** The report on one month, `2026-04`; a month may be reported before it is over. */
export const fileMonthlyReport = onCase<'file-monthly-report'>(
  { stages: STAGES },
  (found, command, context) => {
    const first = `${command.data.month}-01`;
    const refused = firstRefusal(requireDate(first, 'month'), requirePast(found, first, context));
    return refused ?? accepted([{ type: 'MonthlyReportFiled', data: command.data }]);
  },
);

/** the counsellor guides, and does nothing to the hours. */
export const recordGuidance = onCase<'record-guidance'>({ stages: STAGES }, (found, command, context) => {
  const { heldOn } = command.data;
  const refused = firstRefusal(
    requireRole(command.actor, 'PROBATION_COUNSELLOR'),
    requireDate(heldOn, 'heldOn'),
    requirePast(found, heldOn, context),
  );
  return refused ?? accepted([{ type: 'GuidanceRecorded', data: command.data }]);
});
