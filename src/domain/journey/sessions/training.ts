/**
 * Training hours (JP of 45 minutes) entered by the centre. They are never silently added to the hours of
 * the sentence (I-12): they count toward a court-ordered training where the case has one (art. 103,
 * S19), toward the hours only where a document says so, and else for nothing. One entry per centre
 * and date, over all cases of the person: a second one is the same training twice; a wrong one is corrected.
 */
import { refuseWith } from '../../law/refusals.ts';
import { warn } from '../../law/warnings.ts';
import { daysBetween, isLocalDate, momentOf } from '../../time/index.ts';
import type { LocalDate } from '../../time/moment.ts';
import type { CommandHandler } from '../handlers.ts';
import { caseOf, firstRefusal, isRefusal, requireOffice, requireRole, today } from '../handlers.ts';
import { requirePlacement } from '../placement.ts';
import type { JourneyState } from '../state.ts';
import { draftOf, post, withWarnings } from './draft.ts';
import { policyDate } from './entry.ts';
import { workPlaceOn } from './place.ts';
import { concluded, settle } from './recording.ts';
import { requireSessionsOpen } from './session-stage.ts';

/**
 * Training of one person on one date, at all centres: 16 JP, twice the usual day of 8 (C-05). The limit
 * of art. 85(5) does not hold for a measure (S19); this one only keeps out what no day can have held.
 */
export const MOST_TRAINING_MINUTES_A_DAY = 720;

const trainedOn = ({ sessions }: JourneyState, date: LocalDate): number =>
  Object.values(sessions)
    .filter(({ kind, status, parts }) => kind === 'TRAINING' && status !== 'VOID' && parts[0]?.date === date)
    .reduce((sum, { parts }) => sum + (parts[0]?.minutes ?? 0), 0);

export const recordTrainingHours: CommandHandler<'record-training-hours'> = (state, command, context) => {
  const { caseId, siteId, date, jp } = command.data;
  const obligation = caseOf(state, caseId);
  if (obligation === undefined) return refuseWith('CASE_UNKNOWN', { caseId });
  if (!isLocalDate(date)) return refuseWith('MALFORMED', { field: 'date' });
  if (!Number.isInteger(jp) || jp < 1) return refuseWith('MALFORMED', { field: 'jp' });
  const refused = firstRefusal(
    requireRole(command.actor, 'TRAINING_CENTRE_ADMINISTRATOR'),
    requireOffice(obligation, command.actor, context, siteId),
    requireSessionsOpen(state, obligation, date),
    requirePlacement(obligation, command.actor, siteId, date),
    date < obligation.rulingDate ? refuseWith('DATE_IMPLAUSIBLE', { date, field: 'date' }) : undefined,
  );
  if (refused !== undefined) return refused;
  const site = workPlaceOn(context, siteId, date);
  if (isRefusal(site)) return site;
  const same = Object.values(state.sessions).find(
    (other) =>
      other.kind === 'TRAINING' &&
      other.status !== 'VOID' &&
      other.siteId === siteId &&
      other.parts[0]?.date === date,
  );
  if (same !== undefined) return refuseWith('ALREADY_DONE', { date, sessionId: same.sessionId });
  const days = daysBetween(date, today(context, site.zone));
  if (days < 0) return refuseWith('DATE_IN_FUTURE', { date });
  const on = policyDate(obligation, date);
  const minutes = jp * context.policy<number>('jp_minutes', on);
  const onDate = trainedOn(state, date) + minutes;
  if (onDate > MOST_TRAINING_MINUTES_A_DAY) {
    const limit = MOST_TRAINING_MINUTES_A_DAY;
    return refuseWith('TRAINING_DAY_FULL', { date, minutes: onDate, limit });
  }
  const toward = obligation.measure === null ? 'HOURS' : 'MEASURE';
  const sessionId = `s${state.sessionCount + 1}`;
  let draft = post(draftOf(state), context, {
    type: 'TrainingHoursRecorded',
    data: { sessionId, caseId, siteId, zone: site.zone, date, jp, minutes, toward },
    occurredAt: momentOf(`${date}T00:00`, site.zone),
  });
  if (toward === 'MEASURE') {
    draft = post(draft, context, {
      type: 'MeasureMinutesCredited',
      data: { caseId, sessionId, minutes },
    });
    if (days > context.policy<number>('late_recorded_days', on)) {
      draft = withWarnings(draft, warn('LATE_RECORDED', { days }));
    }
    return concluded(draft, context, caseId);
  }
  const settled = settle(draft, context, sessionId);
  return isRefusal(settled) ? settled : concluded(settled, context, caseId);
};
