/** Days without work: excused by the prosecutor, or simply missed. Neither moves the window (L-05). */

import type { DecideContext } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import { isLocalDate } from '../../time/index.ts';
import type { LocalDate } from '../../time/moment.ts';
import type { Refused } from '../handlers.ts';
import { accepted, firstRefusal, onCase, requireRole, today } from '../handlers.ts';
import { EXECUTION_STAGES } from '../stage-moves.ts';
import type { CommunityServiceCase, JourneyState } from '../state.ts';
import { SITE_PEOPLE } from './place.ts';

const sessionsOn = (state: JourneyState, caseId: string, date: LocalDate) =>
  Object.values(state.sessions).filter(
    (session) =>
      session.caseId === caseId &&
      session.status !== 'VOID' &&
      (session.parts.some((part) => part.date === date) || session.start.startsWith(date)),
  );

const requireDateOfExecution = (obligation: CommunityServiceCase, date: LocalDate): Refused | undefined => {
  if (!isLocalDate(date)) return refuseWith('MALFORMED', { field: 'date' });
  const started = obligation.execution?.startedOn;
  return started === undefined || date < started
    ? refuseWith('DATE_IMPLAUSIBLE', { date, field: 'date' })
    : undefined;
};

export const requirePast = (
  obligation: CommunityServiceCase,
  date: LocalDate,
  context: DecideContext,
): Refused | undefined =>
  date > today(context, obligation.zone) ? refuseWith('DATE_IN_FUTURE', { date }) : undefined;

/** Leave may be given beforehand; a day with credited minutes was not missed. */
export const excuseSession = onCase<'excuse-session'>(
  { stages: EXECUTION_STAGES },
  (found, command, _context, state) => {
    const { caseId, date } = command.data;
    const worked = sessionsOn(state, caseId, date).some((session) => (session.credited[date] ?? 0) > 0);
    const done = worked || found.excused.includes(date);
    const refused = firstRefusal(
      requireRole(command.actor, 'EXECUTING_PROSECUTOR'),
      requireDateOfExecution(found, date),
      done ? refuseWith('ALREADY_DONE', { date }) : undefined,
    );
    return refused ?? accepted([{ type: 'SessionExcused', data: command.data }]);
  },
);

/** A day on which the person came, or was excused, is no absence. */
export const recordNoShow = onCase<'record-no-show'>(
  { stages: EXECUTION_STAGES },
  (found, command, context, state) => {
    const { caseId, date } = command.data;
    const known =
      found.noShows.includes(date) ||
      found.excused.includes(date) ||
      sessionsOn(state, caseId, date).length > 0;
    const refused = firstRefusal(
      requireRole(command.actor, 'PIDUM_STAFF', 'EXECUTING_PROSECUTOR', ...SITE_PEOPLE),
      requireDateOfExecution(found, date),
      requirePast(found, date, context),
      known ? refuseWith('ALREADY_DONE', { date }) : undefined,
    );
    return refused ?? accepted([{ type: 'NoShowRecorded', data: { caseId, date } }]);
  },
);
