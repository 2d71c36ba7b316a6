/** What the modules of a certificate share: shapes of handlers and evolvers, and the guards before them. */
import type { ClaimChange, Command, DecideContext, Decision, OutgoingMessage, Warning } from '../decider.ts';
import type { AcceptedOf, EvolversOf, FiringsOf, HandlersOf } from '../entity-decider.ts';
import { refuseWith } from '../law/refusals.ts';
import type { LocalDate } from '../time/moment.ts';
import { momentAt } from '../time/moments.ts';
import type { CertificateCommandName, CertificateCommands } from './commands.ts';
import type { CertificateEvent, CertificateEventName, CertificateEvents } from './events.ts';
import { type CertificateState, type CertificateStatus, detailsOf } from './state.ts';

export type CertificateDecision = Decision<CertificateEvent>;
export type Refused = Extract<CertificateDecision, { kind: 'refused' }>;

export type CommandHandlers<Names extends CertificateCommandName> = HandlersOf<
  CertificateState,
  CertificateCommands,
  CertificateEvent,
  Names
>;
export type CommandHandler<Name extends CertificateCommandName> = CommandHandlers<Name>[Name];
export type Evolvers<Types extends CertificateEventName> = EvolversOf<
  CertificateState,
  CertificateEvents,
  Types
>;
export type FiringHandlers = FiringsOf<CertificateState, CertificateEvent>;

export const accepted = (
  events: readonly CertificateEvent[],
  also: {
    claims?: readonly ClaimChange[];
    messages?: readonly OutgoingMessage[];
    warnings?: readonly Warning[];
  } = {},
): AcceptedOf<CertificateEvent> => ({ kind: 'accepted', events, ...also });

export const firstRefusal = (...checks: (Refused | undefined)[]): Refused | undefined =>
  checks.find((check) => check !== undefined);

/** The local date of the decision where the certificate was issued. */
export const today = (state: CertificateState, context: DecideContext): LocalDate =>
  momentAt(context.now, detailsOf(state).zone).date;

/** The date the command speaks of: when it says it happened, else today. */
export const happenedOn = (state: CertificateState, context: DecideContext): LocalDate =>
  context.command.occurredAt?.date ?? today(state, context);

/** Only the LSP that issued it acts on it (I.6c); the system does for deadlines and messages. */
const requireOwnBody = (state: CertificateState, { actor }: Command): Refused | undefined =>
  actor.role === 'SYSTEM' || actor.office === detailsOf(state).certificationBody
    ? undefined
    : refuseWith('NOT_PERMITTED', { role: actor.role, office: actor.office });

/**
 * A handler for a command on an issued certificate: whose it is, then its status, then the rule.
 * @param allowed statuses in which the command makes sense.
 */
export const onCertificate =
  <Name extends CertificateCommandName>(
    allowed: readonly CertificateStatus[],
    decide: CommandHandler<Name>,
  ): CommandHandler<Name> =>
  (state, command, context) => {
    if (state.status === 'NONE') return refuseWith('CERTIFICATE_UNKNOWN', {});
    const { certificateId, status } = state;
    const refused =
      requireOwnBody(state, command) ??
      (allowed.includes(status)
        ? undefined
        : refuseWith('CERTIFICATE_WRONG_STATUS', { certificateId, status, allowed: allowed.join(', ') }));
    return refused ?? decide(state, command, context);
  };

/** @param document what is asked for, for example the minutes of the decision. */
export const requireDocument = (command: Command, document: string): Refused | undefined =>
  command.document === undefined ? refuseWith('DOCUMENT_MISSING', { document }) : undefined;
