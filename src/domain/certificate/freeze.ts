/**
 * Surveillance (D-15): freeze, unfreeze, withdraw. Each on a paper, with a sealed reason, by the LSP and
 * by nobody who assessed. The holder's journey hears the status and the date, never the reason (S46).
 *
 * VALID | EXPIRING -- CertificateFrozen --> FROZEN (also where the journey tells of a conflict, D-09) -- CertificateUnfrozen --> where it came from
 * VALID | EXPIRING | FROZEN | EXPIRED -- CertificateWithdrawn --> WITHDRAWN, for good
 */
import type { Command, DecideContext } from '../decider.ts';
import { requireNotAssessor } from './duties.ts';
import type { CertificateEvent } from './events.ts';
import {
  accepted,
  type CertificateDecision,
  type CommandHandlers,
  type Evolvers,
  firstRefusal,
  happenedOn,
  onCertificate,
  requireDocument,
} from './handlers.ts';
import { statusNote } from './holder.ts';
import { armReminders } from './reminders.ts';
import { type CertificateState, type CertificateStatus, detailsOf, validUntilOf } from './state.ts';
import { IN_FORCE, moveTo, RUNNING } from './status-moves.ts';

function decided(
  state: CertificateState,
  command: Command,
  context: DecideContext,
  events: readonly CertificateEvent[],
  status: Exclude<CertificateStatus, 'NONE'>,
): CertificateDecision {
  const refused = firstRefusal(
    requireDocument(command, 'decision of the certification body'),
    requireNotAssessor(state, command, context),
  );
  if (refused !== undefined) return refused;
  return accepted(events, { messages: [statusNote(state, status, happenedOn(state, context))] });
}

export const freezeHandlers: CommandHandlers<
  'freeze-certificate' | 'freeze-certificate-for-review' | 'unfreeze-certificate' | 'withdraw-certificate'
> = {
  'freeze-certificate': onCertificate(IN_FORCE, (state, command, context) =>
    decided(state, command, context, [{ type: 'CertificateFrozen', data: command.data }], 'FROZEN'),
  ),

  'freeze-certificate-for-review': onCertificate(IN_FORCE, (state, _command, context) =>
    accepted([{ type: 'CertificateFrozen', data: { ground: 'ASSESSOR_CONFLICT' } }], {
      messages: [statusNote(state, 'FROZEN', happenedOn(state, context))],
    }),
  ),

  'unfreeze-certificate': onCertificate(['FROZEN'], (state, command, context) => {
    const { zone } = detailsOf(state);
    // The clock ran on: points that passed meanwhile are raised as one (I.1).
    const { raised } = armReminders(validUntilOf(state), zone, context, state.pendingReminders);
    const reminded = state.holderDiedOn === null ? raised : [];
    const status = reminded.length > 0 ? 'EXPIRING' : (state.frozenFrom ?? 'VALID');
    const unfrozen: CertificateEvent = { type: 'CertificateUnfrozen', data: command.data };
    return decided(state, command, context, [unfrozen, ...reminded], status);
  }),

  'withdraw-certificate': onCertificate([...RUNNING, 'EXPIRED'], (state, command, context) =>
    decided(state, command, context, [{ type: 'CertificateWithdrawn', data: command.data }], 'WITHDRAWN'),
  ),
};

export const freezeEvolvers: Evolvers<'CertificateFrozen' | 'CertificateUnfrozen' | 'CertificateWithdrawn'> =
  {
    CertificateFrozen: (state, { occurredAt }) => ({
      ...state,
      ...moveTo(state, 'FROZEN'),
      frozenFrom: state.status === 'EXPIRING' ? 'EXPIRING' : 'VALID',
      statusSince: occurredAt.date,
    }),
    CertificateUnfrozen: (state, { occurredAt }) => ({
      ...state,
      ...moveTo(state, state.frozenFrom ?? 'VALID'),
      frozenFrom: null,
      statusSince: occurredAt.date,
    }),
    CertificateWithdrawn: (state, { occurredAt }) => ({
      ...state,
      ...moveTo(state, 'WITHDRAWN'),
      ...{ statusSince: occurredAt.date, pendingReminders: [], renewalRequestedOn: null, frozenFrom: null },
    }),
  };
