/**
 * An employer's permit to use foreign workers (RPTKA): one stream and one workflow from the application to
 * the report after its end. It shows the employer who was trained here for that skill, and knows nothing of
 * where anybody comes from (F-07, I-8).
 */
import { BrokenInvariant, type FireDeadlineData } from '../decide.ts';
import type { Command, DecideContext, Decider, RecordedEvent, WantedDeadline } from '../decider.ts';
import { momentAt } from '../time/index.ts';
import type { Moment } from '../time/moment.ts';
import { applicationEvolvers, applicationHandlers } from './application.ts';
import { approvalEvolvers, approvalHandlers } from './approval.ts';
import type { PermitCommandName } from './commands.ts';
import type { PermitEvent, PermitEventName } from './events.ts';
import { extensionEvolvers, extensionHandlers, permitFirings } from './extension.ts';
import type { CommandHandlers, Evolvers, PermitDecision } from './handlers.ts';
import { initialPermit, type PermitState } from './state.ts';

const HANDLERS: CommandHandlers<PermitCommandName> = {
  ...applicationHandlers,
  ...approvalHandlers,
  ...extensionHandlers,
};

const EVOLVERS: Evolvers<PermitEventName> = {
  ...applicationEvolvers,
  ...approvalEvolvers,
  ...extensionEvolvers,
};

/** Names of all commands a permit takes, for tables that must not forget one. */
export const PERMIT_COMMAND_NAMES = Object.keys(HANDLERS) as PermitCommandName[];

type AnyHandler = (state: PermitState, command: Command, context: DecideContext) => PermitDecision;
type AnyEvolver = (state: PermitState, event: RecordedEvent) => PermitState;

function fired(state: PermitState, command: Command, context: DecideContext): PermitDecision {
  const firing = command.data as FireDeadlineData;
  const handler = Object.hasOwn(permitFirings, firing.kind) ? permitFirings[firing.kind] : undefined;
  if (handler === undefined) throw new BrokenInvariant(`nobody answers for deadline ${firing.deadlineId}`);
  const events = handler(state, firing, context);
  return { kind: 'accepted', events: events.map((event) => ({ occurredAt: firing.dueAt, ...event })) };
}

const timed = (state: PermitState, event: PermitEvent, context: DecideContext): PermitEvent => {
  if (event.occurredAt !== undefined || context.command.occurredAt !== undefined) return event;
  const zone = event.type === 'PermitApplied' ? event.data.zone : state.zone;
  return { ...event, occurredAt: momentAt(context.now, zone) };
};

const wait = (state: PermitState, kind: string, dueAt: Moment | null): WantedDeadline[] =>
  dueAt === null ? [] : [{ kind, subject: state.permitId, dueAt }];

export const permitDecider: Decider<PermitState, PermitEvent> = {
  kind: 'permit',
  snapshotShape: 1,
  initialState: initialPermit,
  decide(state, command, context) {
    if (command.name === 'fire-deadline') return fired(state, command, context);
    if (!Object.hasOwn(HANDLERS, command.name)) {
      throw new BrokenInvariant(`no permit command is called ${command.name}`);
    }
    const handler = HANDLERS[command.name as PermitCommandName] as unknown as AnyHandler;
    const decision = handler(state, command, context);
    if (decision.kind === 'refused') return decision;
    return { ...decision, events: decision.events.map((event) => timed(state, event, context)) };
  },
  evolve(state, event) {
    if (!Object.hasOwn(EVOLVERS, event.type)) {
      throw new BrokenInvariant(`no permit event is called ${event.type}`);
    }
    return (EVOLVERS[event.type as PermitEventName] as unknown as AnyEvolver)(state, event);
  },
  deadlines: (state) => [
    ...wait(state, 'permit-feasibility', state.feasibilityDueAt),
    ...wait(state, 'permit-extension-last-day', state.extensionLastDayEndsAt),
    ...wait(state, 'permit-extension-decision', state.extensionDecisionDueAt),
    ...wait(state, 'permit-annual-report', state.annualReportDueAt),
    ...(state.status === 'EXTENSION_REQUESTED' ? [] : wait(state, 'permit-expiry', state.expiresAt)),
    ...wait(state, 'permit-end-report', state.endReportDueAt),
  ],
};
