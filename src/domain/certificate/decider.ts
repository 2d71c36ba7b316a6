/**
 * A certificate: one stream and one workflow for as long as it counts (I.1). It outlives the case, and
 * the paper; it keeps its own time and never knows whose it is.
 *
 * Nothing is decided here. Each command goes to the module of its concern, each event to the module that
 * folds it: the tables are complete by their types.
 */
import { entityDecider } from '../entity-decider.ts';
import { blankEvolvers, blankHandlers } from './blanks.ts';
import type { CertificateCommandName } from './commands.ts';
import type { CertificateEvent, CertificateEventName } from './events.ts';
import { freezeEvolvers, freezeHandlers } from './freeze.ts';
import type { CommandHandlers, Evolvers } from './handlers.ts';
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

export const certificateDecider = entityDecider<CertificateState, CertificateEvent>({
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
  handlers: HANDLERS,
  evolvers: EVOLVERS,
  firings: reminderFirings,
  /** On the calendar of the place of issue. */
  zoneOf: ({ details }) => details?.zone,
  deadlines: certificateDeadlines,
});
