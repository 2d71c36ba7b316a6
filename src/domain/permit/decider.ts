/**
 * An employer's permit to use foreign workers (RPTKA): one stream and one workflow from the application to
 * the report after its end. It shows the employer who was trained here for that skill, and knows nothing of
 * where anybody comes from (F-07, I-8).
 */
import type { WantedDeadline } from '../decider.ts';
import { entityDecider } from '../entity-decider.ts';
import type { Moment } from '../time/moment.ts';
import { applicationEvolvers, applicationHandlers } from './application.ts';
import { approvalEvolvers, approvalHandlers } from './approval.ts';
import type { PermitCommandName } from './commands.ts';
import type { PermitEvent, PermitEventName } from './events.ts';
import { extensionEvolvers, extensionHandlers, permitFirings } from './extension.ts';
import type { CommandHandlers, Evolvers } from './handlers.ts';
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

const wait = (state: PermitState, kind: string, dueAt: Moment | null): WantedDeadline[] =>
  dueAt === null ? [] : [{ kind, subject: state.permitId, dueAt }];

export const permitDecider = entityDecider<PermitState, PermitEvent>({
  kind: 'permit',
  snapshotShape: 1,
  initialState: initialPermit,
  handlers: HANDLERS,
  evolvers: EVOLVERS,
  firings: permitFirings,
  /** On the calendar of the office that decides. */
  zoneOf: ({ zone }, event) => (event.type === 'PermitApplied' ? event.data.zone : zone),
  deadlines: (state) => [
    ...wait(state, 'permit-feasibility', state.feasibilityDueAt),
    ...wait(state, 'permit-extension-last-day', state.extensionLastDayEndsAt),
    ...wait(state, 'permit-extension-decision', state.extensionDecisionDueAt),
    ...wait(state, 'permit-annual-report', state.annualReportDueAt),
    ...(state.status === 'EXTENSION_REQUESTED' ? [] : wait(state, 'permit-expiry', state.expiresAt)),
    ...wait(state, 'permit-end-report', state.endReportDueAt),
  ],
});
