/**
 * Litmas (B-04) and TPP (B-02): the probation counsellor inquires, the session of the prison decides.
 *
 * CANDIDATE -- LitmasReceived --> PROPOSED
 * PROPOSED -- TppApproved --> APPROVED
 * PROPOSED -- TppDeclined --> DECLINED
 * IN_TRAINING -- TppDeclined that suspends training --> INTERRUPTED, until InterruptionEnded
 *
 * Both are needed for integration and for the stages of treatment too: then the programme's stage stays. A
 * late litmas is told to the head of the probation office, and nothing else follows from it (S37).
 */
import type { DecideContext, Warning } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import { warn } from '../../law/warnings.ts';
import { holidayDates, isYearLoaded } from '../../registers/calendar.ts';
import type { CalendarFact, OfficeFact } from '../../registers/facts.ts';
import { addWorkingDays, endOfDay } from '../../time/index.ts';
import type { LocalDate, Moment } from '../../time/moment.ts';
import { notInFuture } from '../dates.ts';
import type { JourneyEvent } from '../events.ts';
import {
  accepted,
  type CommandHandlers,
  type Evolvers,
  firstRefusal,
  happenedOn,
  isRefusal,
  requireDocument,
} from '../handlers.ts';
import { officeFor } from '../offices.ts';
import { interrupted } from './interruption-evolve.ts';
import { changePrisonCase, onPrisonCase } from './on-prison-case.ts';
import { CUSTODY, moveTo } from './stage-moves.ts';
import type { PrisonCase, PrisonStage } from './state.ts';

const PROPOSABLE: readonly PrisonStage[] = CUSTODY.filter((stage) => stage !== 'ADMITTED');
const DECIDABLE: readonly PrisonStage[] = PROPOSABLE.filter(
  (stage) => stage !== 'CANDIDATE' && stage !== 'DECLINED',
);

/** Working days by the calendar of the office that makes the inquiry. */
function litmasDue(
  office: OfficeFact,
  requestedOn: LocalDate,
  zone: PrisonCase['zone'],
  context: DecideContext,
): { dueAt: Moment; warnings: Warning[] } {
  const calendar = context.fact<CalendarFact>(`calendar/${office.calendar}`);
  const days = context.policy<number>('litmas_working_days', requestedOn);
  const due = addWorkingDays(requestedOn, days, calendar === undefined ? [] : holidayDates(calendar));
  const year = Number(due.slice(0, 4));
  const loaded = calendar !== undefined && isYearLoaded(calendar, year);
  return {
    dueAt: endOfDay(due, zone),
    warnings: loaded ? [] : [warn('CALENDAR_YEAR_NOT_LOADED', { year, calendarId: office.calendar })],
  };
}

export const proposalHandlers: CommandHandlers<
  'request-litmas' | 'record-litmas' | 'schedule-tpp' | 'record-tpp-decision'
> = {
  'request-litmas': onPrisonCase({ stages: PROPOSABLE, held: true }, (found, { data }, context) => {
    const { caseId, litmas, zone } = found;
    if (litmas !== null) return refuseWith('ALREADY_DONE', { caseId });
    const probationOffice = data.probationOffice ?? found.probationOffice;
    if (probationOffice === null) return refuseWith('PROBATION_OFFICE_MISSING', { caseId });
    const office = officeFor('GUIDING', probationOffice, context);
    if (isRefusal(office)) return office;
    const { dueAt, warnings } = litmasDue(office, happenedOn(context, zone), zone, context);
    const requested = { caseId, purpose: data.purpose, probationOffice, dueAt };
    // Entered when the time is over already: it is told at once, and no timer waits for the past.
    const overdue: JourneyEvent[] =
      dueAt.at > context.now
        ? []
        : [{ type: 'LitmasOverdue', data: { caseId, probationOffice }, occurredAt: dueAt }];
    return accepted([{ type: 'LitmasRequested', data: requested }, ...overdue], { warnings });
  }),

  'record-litmas': onPrisonCase({ stages: PROPOSABLE }, ({ caseId, litmas }, { data }) =>
    litmas === null
      ? refuseWith('NOT_REQUESTED', { caseId, what: 'litmas' })
      : accepted([{ type: 'LitmasReceived', data: { ...data, purpose: litmas.purpose } }]),
  ),

  'schedule-tpp': onPrisonCase({ stages: DECIDABLE, held: true }, ({ zone }, { data }, context) => {
    const dueAt = endOfDay(data.on, zone);
    return accepted([
      { type: 'TppScheduled', data: { ...data, dueAt: dueAt.at > context.now ? dueAt : null } },
    ]);
  }),

  'record-tpp-decision': onPrisonCase({ stages: DECIDABLE }, (found, command, context) => {
    const { caseId, tpp, zone, stage } = found;
    const { heldOn, approved, suspendsTraining = false, note } = command.data;
    const refused = firstRefusal(
      requireDocument(command, 'TPP minutes'),
      notInFuture(heldOn, zone, context),
      tpp === null && stage === 'PROPOSED'
        ? refuseWith('NOT_REQUESTED', { caseId, what: 'TPP session' })
        : undefined,
    );
    if (refused !== undefined) return refused;
    const told = { caseId, heldOn, ...(note === undefined ? {} : { note }) };
    return approved
      ? accepted([{ type: 'TppApproved', data: told }])
      : accepted([{ type: 'TppDeclined', data: { ...told, suspendsTraining } }]);
  }),
};

export const proposalEvolvers: Evolvers<
  | 'LitmasRequested'
  | 'LitmasReceived'
  | 'LitmasOverdue'
  | 'TppScheduled'
  | 'TppResultDue'
  | 'TppApproved'
  | 'TppDeclined'
> = {
  LitmasRequested: (state, { data }) =>
    changePrisonCase(state, data.caseId, () => ({
      probationOffice: data.probationOffice,
      litmas: { purpose: data.purpose, dueAt: data.dueAt },
    })),
  LitmasReceived: (state, { data }) =>
    changePrisonCase(state, data.caseId, (found) => ({
      litmas: null,
      ...(found.stage === 'CANDIDATE' ? moveTo(found, 'PROPOSED') : {}),
    })),
  LitmasOverdue: (state, { data }) =>
    changePrisonCase(state, data.caseId, ({ litmas }) => ({ litmas: litmas && { ...litmas, dueAt: null } })),
  TppScheduled: (state, { data }) =>
    changePrisonCase(state, data.caseId, () => ({ tpp: { purpose: data.purpose, dueAt: data.dueAt } })),
  TppResultDue: (state, { data }) =>
    changePrisonCase(state, data.caseId, ({ tpp }) => ({ tpp: tpp && { ...tpp, dueAt: null } })),
  TppApproved: (state, { data }) =>
    changePrisonCase(state, data.caseId, (found) => ({
      tpp: null,
      ...(found.stage === 'PROPOSED' ? moveTo(found, 'APPROVED') : {}),
    })),
  TppDeclined: (state, { data }) =>
    changePrisonCase(state, data.caseId, (found) => ({
      tpp: null,
      ...(found.stage === 'PROPOSED' ? moveTo(found, 'DECLINED') : {}),
      ...(data.suspendsTraining && found.stage !== 'PROPOSED' ? interrupted(found, 'TPP', data.heldOn) : {}),
    })),
};
