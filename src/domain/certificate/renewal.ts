/**
 * Renewal by recognition of current competency (RCC, D-14). It can be asked for from 90 days before the
 * end to the end itself (L-20); after that the way is a full assessment, which makes a new certificate.
 *
 * VALID | EXPIRING -- RenewalRequested --> the same
 * VALID | EXPIRING, asked for -- CertificateRenewed --> VALID, or EXPIRING where points had passed
 * EXPIRED, asked for and decided in time but recorded late -- CertificateRenewed --> VALID
 *
 * From when the new period counts is a policy: by default from the old end, so that deciding early takes
 * nothing from the holder; `DECISION` counts from the day of the decision.
 */
import type { DecideContext } from '../decider.ts';
import type { PolicyValue } from '../law/policy-catalogue.ts';
import { refuseWith } from '../law/refusals.ts';
import { addDays } from '../time/index.ts';
import type { LocalDate } from '../time/moment.ts';
import { requireFreeBlank } from './blanks.ts';
import type { RenewCertificate } from './commands.ts';
import { requireNotAssessor } from './duties.ts';
import {
  accepted,
  type CommandHandlers,
  type Evolvers,
  firstRefusal,
  onCertificate,
  type Refused,
  requireDocument,
  today,
} from './handlers.ts';
import { statusNote } from './holder.ts';
import { takeBlank } from './numbers.ts';
import { armReminders } from './reminders.ts';
import { type CertificateState, type CertificateStatus, detailsOf, validUntilOf } from './state.ts';
import { moveTo } from './status-moves.ts';
import { validUntilFrom } from './validity.ts';

/** All that is issued: what is over, frozen or withdrawn gets the answer of the law, not of the table. */
const ANY_ISSUED: readonly CertificateStatus[] = ['VALID', 'EXPIRING', 'EXPIRED', 'FROZEN', 'WITHDRAWN'];

function requireWindow(state: CertificateState, on: LocalDate, context: DecideContext): Refused | undefined {
  const end = validUntilOf(state);
  const days = context.policy<PolicyValue<'certificate_renewal_window_days'>>(
    'certificate_renewal_window_days',
    on,
  );
  const opens = addDays(end, -days);
  if (on < opens) return refuseWith('RENEWAL_TOO_EARLY', { date: opens });
  return on > end ? refuseWith('CERTIFICATE_NOT_VALID', { validUntil: end }) : undefined;
}

const notAhead = (state: CertificateState, date: LocalDate, context: DecideContext): Refused | undefined =>
  date > today(state, context) ? refuseWith('DATE_IN_FUTURE', { date }) : undefined;

const requireNotStopped = ({ status }: CertificateState): Refused | undefined =>
  status === 'FROZEN' || status === 'WITHDRAWN' ? refuseWith('CERTIFICATE_NOT_VALID', { status }) : undefined;

function requireAskedInTime(state: CertificateState, { decidedOn }: RenewCertificate): Refused | undefined {
  const asked = state.renewalRequestedOn;
  if (asked === null) return refuseWith('RENEWAL_NOT_REQUESTED', {});
  if (decidedOn < asked) {
    return refuseWith('DATE_IMPLAUSIBLE', { field: 'decidedOn', date: decidedOn, earliest: asked });
  }
  const end = validUntilOf(state);
  return decidedOn > end ? refuseWith('CERTIFICATE_NOT_VALID', { validUntil: end }) : undefined;
}

export const renewalHandlers: CommandHandlers<'request-renewal' | 'renew-certificate'> = {
  'request-renewal': onCertificate(ANY_ISSUED, (state, command, context) => {
    const { data } = command;
    const refused = firstRefusal(
      requireNotStopped(state),
      notAhead(state, data.requestedOn, context),
      requireWindow(state, data.requestedOn, context),
      // One that came in time and is entered after the end must be on paper.
      state.status === 'EXPIRED' ? requireDocument(command, 'dated request') : undefined,
    );
    if (refused !== undefined) return refused;
    if (state.renewalRequestedOn !== null) return refuseWith('ALREADY_DONE', {});
    return accepted([{ type: 'RenewalRequested', data }]);
  }),

  'renew-certificate': onCertificate(ANY_ISSUED, (state, command, context) => {
    const { data } = command;
    const { decidedOn, evidence, assessorIds, blankNumber, validityMonths } = data;
    const { zone, certificationBody } = detailsOf(state);
    const refused = firstRefusal(
      requireDocument(command, 'decision on the renewal'),
      requireNotStopped(state),
      notAhead(state, decidedOn, context),
      requireAskedInTime(state, data),
      requireNotAssessor(state, command, context),
      blankNumber === undefined ? undefined : requireFreeBlank(state, blankNumber, context),
    );
    if (refused !== undefined) return refused;
    const rule = context.policy<PolicyValue<'certificate_renewal_counts_from'>>(
      'certificate_renewal_counts_from',
      decidedOn,
    );
    const validFrom = rule === 'DECISION' ? decidedOn : validUntilOf(state);
    const validUntil = validUntilFrom(validFrom, validityMonths, context);
    const { ahead, raised } = armReminders(validUntil, zone, context);
    return accepted(
      [
        {
          type: 'CertificateRenewed',
          data: {
            ...{ decidedOn, validFrom, validUntil, evidence, assessorIds },
            ...{ blankNumber: blankNumber ?? null, reminderDays: ahead },
          },
        },
        ...raised,
      ],
      {
        claims:
          blankNumber === undefined ? [] : [takeBlank(state.certificateId, certificationBody, blankNumber)],
        messages: [statusNote(state, raised.length > 0 ? 'EXPIRING' : 'VALID', decidedOn, validUntil)],
      },
    );
  }),
};

export const renewalEvolvers: Evolvers<'RenewalRequested' | 'CertificateRenewed'> = {
  RenewalRequested: (state, { data }) => ({ ...state, renewalRequestedOn: data.requestedOn }),
  CertificateRenewed: (state, { data }) => {
    const details = detailsOf(state);
    const assessorIds = [...new Set([...details.assessorIds, ...data.assessorIds])];
    const replaced = data.blankNumber !== null && state.blankNumber !== null ? [state.blankNumber] : [];
    return {
      ...state,
      ...moveTo(state, 'VALID'),
      statusSince: data.decidedOn,
      details: { ...details, assessorIds },
      periods: [...state.periods, { from: data.validFrom, until: data.validUntil }],
      pendingReminders: data.reminderDays,
      renewalRequestedOn: null,
      blankNumber: data.blankNumber ?? state.blankNumber,
      voidedBlanks: [...state.voidedBlanks, ...replaced],
    };
  },
};
