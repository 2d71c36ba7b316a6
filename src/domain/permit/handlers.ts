/** Shapes that the modules of a permit share, and the guards that nearly every command needs. */
import type { DecideContext, Decision } from '../decider.ts';
import type { AcceptedOf, EvolversOf, FiringsOf, HandlersOf } from '../entity-decider.ts';
import { refuseWith } from '../law/refusals.ts';
import type { CalendarFact } from '../registers/calendar.ts';
import { holidayDates } from '../registers/calendar.ts';
import type { OfficeFact } from '../registers/office.ts';
import { addWorkingDays, momentAt } from '../time/index.ts';
import type { LocalDate } from '../time/moment.ts';
import type { PermitCommandName, PermitCommands } from './commands.ts';
import type { PermitEvent, PermitEventName, PermitEvents } from './events.ts';
import type { PermitState } from './state.ts';
import type { PermitStatus } from './status-moves.ts';

export type PermitDecision = Decision<PermitEvent>;
export type PermitRefused = Extract<PermitDecision, { kind: 'refused' }>;

export type CommandHandlers<Names extends PermitCommandName> = HandlersOf<
  PermitState,
  PermitCommands,
  PermitEvent,
  Names
>;
export type CommandHandler<Name extends PermitCommandName> = CommandHandlers<Name>[Name];
export type Evolvers<Types extends PermitEventName> = EvolversOf<PermitState, PermitEvents, Types>;
export type FiringHandlers = FiringsOf<PermitState, PermitEvent>;

export const accepted = (...events: PermitEvent[]): AcceptedOf<PermitEvent> => ({ kind: 'accepted', events });

export const today = ({ zone }: PermitState, context: DecideContext): LocalDate =>
  context.command.occurredAt?.date ?? momentAt(context.now, zone).date;

/** Working days are counted by the calendar of the office that decides. */
export function workingDaysFrom(
  permitOffice: string,
  date: LocalDate,
  count: number,
  context: DecideContext,
): LocalDate {
  const office = context.fact<OfficeFact>(`office/${permitOffice}`);
  const calendar = office && context.fact<CalendarFact>(`calendar/${office.calendar}`);
  return addWorkingDays(date, count, calendar === undefined ? [] : holidayDates(calendar));
}

/** The employer acts on its own permits, the ministry's office on those that came to it; nobody else. */
function requireSide(
  { employer, permitOffice, status }: PermitState,
  side: 'EMPLOYER' | 'OFFICE' | 'EITHER',
  { command: { actor } }: DecideContext,
): PermitRefused | undefined {
  const isEmployer = actor.role === 'EMPLOYER' && (status === 'NONE' || actor.office === employer);
  const isOffice = actor.role === 'PERMIT_OFFICER' && actor.office === permitOffice;
  const may = (side !== 'OFFICE' && isEmployer) || (side !== 'EMPLOYER' && isOffice);
  return may ? undefined : refuseWith('NOT_PERMITTED', { role: actor.role, office: actor.office });
}

/** A handler with its side and the statuses in which it makes sense. */
export const onPermit =
  <Name extends PermitCommandName>(
    rule: { readonly side: 'EMPLOYER' | 'OFFICE' | 'EITHER'; readonly statuses: readonly PermitStatus[] },
    decide: CommandHandler<Name>,
  ): CommandHandler<Name> =>
  (state, command, context) => {
    if (state.status === 'NONE' && !rule.statuses.includes('NONE')) {
      return refuseWith('PERMIT_UNKNOWN', { permitId: state.permitId });
    }
    const refused = requireSide(state, rule.side, context);
    if (refused !== undefined) return refused;
    if (!rule.statuses.includes(state.status)) {
      return refuseWith('PERMIT_STATUS', { status: state.status, allowed: rule.statuses.join(', ') });
    }
    return decide(state, command, context);
  };
