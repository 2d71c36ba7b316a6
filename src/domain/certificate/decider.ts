/**
 * A certificate: one stream and one workflow for as long as it counts (I.1). It outlives the case, and
 * the paper; it keeps its own time and never knows whose it is.
 *
 * Nothing is decided here. Each command goes to the module of its concern, each event to the module that
 * folds it: the tables are complete by their types.
 */
import { BrokenInvariant, type FireDeadlineData } from '../decide.ts';
import type { Command, DecideContext, Decider, RecordedEvent } from '../decider.ts';
import { momentAt } from '../time/index.ts';
import { blankEvolvers, blankHandlers } from './blanks.ts';
import type { CertificateCommandName } from './commands.ts';
import type { CertificateEvent, CertificateEventName } from './events.ts';
import { freezeEvolvers, freezeHandlers } from './freeze.ts';
import type { CertificateDecision, CommandHandlers, Evolvers } from './handlers.ts';
import { holderEvolvers, holderHandlers } from './holder.ts';
import { issueEvolvers, issueHandlers } from './issue.ts';
import { paperEvolvers, paperHandlers } from './papers.ts';
import { certificateDeadlines, reminderEvolvers, reminderFirings } from './reminders.ts';
import { renewalEvolvers, renewalHandlers } from './renewal.ts';
import { reviewEvolvers, reviewHandlers } from './review.ts';
import type { CertificateState } from './state.ts';

const HANDLERS: CommandHandlers<CertificateCommandName> = {
  ...issueHandlers,
  ...holderHandlers,
  ...freezeHandlers,
  ...blankHandlers,
  ...renewalHandlers,
  ...reviewHandlers,
  ...paperHandlers,
};

const EVOLVERS: Evolvers<CertificateEventName> = {
  ...issueEvolvers,
  ...holderEvolvers,
  ...reminderEvolvers,
  ...freezeEvolvers,
  ...blankEvolvers,
  ...renewalEvolvers,
  ...reviewEvolvers,
  ...paperEvolvers,
};

/** Names of all commands a certificate takes, for tables that must not forget one. */
export const CERTIFICATE_COMMAND_NAMES = Object.keys(HANDLERS) as CertificateCommandName[];

type AnyHandler = (state: CertificateState, command: Command, context: DecideContext) => CertificateDecision;
type AnyEvolver = (state: CertificateState, event: RecordedEvent) => CertificateState;

/** Events of a deadline happened when it was due, whenever it fired (S25). */
function fired(state: CertificateState, command: Command, context: DecideContext): CertificateDecision {
  const firing = command.data as FireDeadlineData;
  const handler = Object.hasOwn(reminderFirings, firing.kind) ? reminderFirings[firing.kind] : undefined;
  if (handler === undefined) throw new BrokenInvariant(`nobody answers for deadline ${firing.deadlineId}`);
  const decision = handler(state, firing, context);
  return { ...decision, events: decision.events.map((event) => ({ occurredAt: firing.dueAt, ...event })) };
}

/** An event that names no time happened now, on the calendar of the place of issue. */
const timed = (state: CertificateState, event: CertificateEvent, context: DecideContext): CertificateEvent =>
  event.occurredAt !== undefined || context.command.occurredAt !== undefined || state.details === null
    ? event
    : { ...event, occurredAt: momentAt(context.now, state.details.zone) };

export const certificateDecider: Decider<CertificateState, CertificateEvent> = {
  kind: 'certificate',
  snapshotShape: 1,
  initialState: (certificateId) => ({
    certificateId,
    status: 'NONE',
    statusSince: null,
    details: null,
    periods: [],
    pendingReminders: [],
    blankNumber: null,
    voidedBlanks: [],
    renewalRequestedOn: null,
    frozenFrom: null,
    holderDiedOn: null,
    reviews: [],
  }),
  decide(state, command, context) {
    if (command.name === 'fire-deadline') return fired(state, command, context);
    if (!Object.hasOwn(HANDLERS, command.name)) {
      throw new BrokenInvariant(`no certificate command is called ${command.name}`);
    }
    const handler = HANDLERS[command.name as CertificateCommandName] as unknown as AnyHandler;
    const decision = handler(state, command, context);
    if (decision.kind === 'refused') return decision;
    return { ...decision, events: decision.events.map((event) => timed(state, event, context)) };
  },
  evolve(state, event) {
    if (!Object.hasOwn(EVOLVERS, event.type)) {
      throw new BrokenInvariant(`no certificate event is called ${event.type}`);
    }
    const evolver = EVOLVERS[event.type as CertificateEventName] as unknown as AnyEvolver;
    return evolver(state, event);
  },
  deadlines: certificateDeadlines,
};
