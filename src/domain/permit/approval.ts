/**
 * From the feasible application to the approval and beyond (F-02, F-04, F-07).
 *
 * FEASIBLE -- CandidatesSubmitted --> CANDIDATES_SUBMITTED -- PaymentReferenceRecorded --> PAID
 * PAID -- PermitApproved --> APPROVED: the last day for an extension, the expiry and the reports are known now
 * FEASIBLE | CANDIDATES_SUBMITTED | PAID -- PermitRejected --> REJECTED
 *
 * Immigration is told, and tells its own number (ITAS); what was trained and who was taken on is counted.
 */
import type { DecideContext } from '../decider.ts';
import { refuseWith } from '../law/refusals.ts';
import { addDays, addYears, endOfDay, type Moment } from '../time/index.ts';
import type { LocalDate } from '../time/moment.ts';
import {
  accepted,
  type CommandHandlers,
  type Evolvers,
  onPermit,
  type PermitRefused,
  workingDaysFrom,
} from './handlers.ts';
import type { PermitState } from './state.ts';
import { movePermit } from './status-moves.ts';

/** Art. 21: so many working days before the end is the last day to apply (S53). */
export function periodEnd(
  { permitOffice, zone }: Pick<PermitState, 'permitOffice' | 'zone'>,
  validTo: LocalDate,
  context: DecideContext,
): { extensionLastDay: LocalDate; extensionLastDayEndsAt: Moment; expiresAt: Moment } {
  const days = context.policy<number>('permit_extension_working_days', validTo);
  const extensionLastDay = workingDaysFrom(permitOffice, validTo, -days, context);
  return {
    extensionLastDay,
    extensionLastDayEndsAt: endOfDay(extensionLastDay, zone),
    expiresAt: endOfDay(validTo, zone),
  };
}

/** At most two years, five in a special economic zone (F-03). */
export function requirePeriod(
  { application }: PermitState,
  from: LocalDate,
  to: LocalDate,
  context: DecideContext,
): PermitRefused | undefined {
  if (to <= from) return refuseWith('DATE_IMPLAUSIBLE', { field: 'validTo', date: to, earliest: from });
  const years =
    application?.specialEconomicZone === true
      ? context.policy<number>('permit_longest_years_in_economic_zone', from)
      : context.policy<number>('permit_longest_years', from);
  // Two years from 1 April end on 31 March.
  const latest = addDays(addYears(from, years), -1);
  return to > latest ? refuseWith('PERMIT_TOO_LONG', { years, latest }) : undefined;
}

export const approvalHandlers: CommandHandlers<
  | 'submit-candidates'
  | 'record-payment-reference'
  | 'approve-permit'
  | 'reject-permit'
  | 'hand-off-to-immigration'
  | 'record-stay-permit'
  | 'attach-training-evidence'
  | 'record-absorption'
> = {
  'submit-candidates': onPermit({ side: 'EMPLOYER', statuses: ['FEASIBLE'] }, (state, { data }) => {
    const most = state.application?.workers ?? 0;
    return data.workers > most
      ? refuseWith('TOO_MANY_WORKERS', { workers: data.workers, most })
      : accepted({ type: 'CandidatesSubmitted', data });
  }),
  'record-payment-reference': onPermit(
    { side: 'EITHER', statuses: ['CANDIDATES_SUBMITTED'] },
    (_state, { data }) => accepted({ type: 'PaymentReferenceRecorded', data }),
  ),
  'approve-permit': onPermit({ side: 'OFFICE', statuses: ['PAID'] }, (state, { data }, context) => {
    const refused = requirePeriod(state, data.validFrom, data.validTo, context);
    if (refused !== undefined) return refused;
    const annualReportDueAt = endOfDay(addYears(data.validFrom, 1), state.zone);
    return accepted({
      type: 'PermitApproved',
      data: { ...data, ...periodEnd(state, data.validTo, context), annualReportDueAt },
    });
  }),
  'reject-permit': onPermit(
    { side: 'OFFICE', statuses: ['FEASIBLE', 'CANDIDATES_SUBMITTED', 'PAID'] },
    (_state, { data }) => accepted({ type: 'PermitRejected', data }),
  ),
  'hand-off-to-immigration': onPermit({ side: 'OFFICE', statuses: ['APPROVED'] }, (state, { data }) =>
    state.handedOff
      ? refuseWith('ALREADY_DONE', { permitId: state.permitId })
      : accepted({ type: 'HandedOffToImmigration', data }),
  ),
  'record-stay-permit': onPermit(
    { side: 'EITHER', statuses: ['APPROVED', 'EXTENSION_REQUESTED'] },
    (state, { data }) =>
      state.handedOff
        ? accepted({ type: 'StayPermitRecorded', data })
        : refuseWith('NOT_HANDED_OFF', { permitId: state.permitId }),
  ),
  'attach-training-evidence': onPermit(
    { side: 'EMPLOYER', statuses: ['APPROVED', 'EXTENSION_REQUESTED'] },
    (state, { data }) =>
      state.trainingEvidence.includes(data.certificateNumber)
        ? refuseWith('ALREADY_DONE', { certificateNumber: data.certificateNumber })
        : accepted({ type: 'TrainingEvidenceAttached', data }),
  ),
  'record-absorption': onPermit(
    { side: 'EMPLOYER', statuses: ['APPROVED', 'EXTENSION_REQUESTED'] },
    (_state, { data }) => accepted({ type: 'AbsorptionRecorded', data }),
  ),
};

export const approvalEvolvers: Evolvers<
  | 'CandidatesSubmitted'
  | 'PaymentReferenceRecorded'
  | 'PermitApproved'
  | 'PermitRejected'
  | 'HandedOffToImmigration'
  | 'StayPermitRecorded'
  | 'TrainingEvidenceAttached'
  | 'AbsorptionRecorded'
> = {
  CandidatesSubmitted: (state) => ({ ...state, status: movePermit(state.status, 'CANDIDATES_SUBMITTED') }),
  PaymentReferenceRecorded: (state) => ({ ...state, status: movePermit(state.status, 'PAID') }),
  PermitApproved: (state, { data }) => ({
    ...state,
    status: movePermit(state.status, 'APPROVED'),
    number: data.number,
    validFrom: data.validFrom,
    validTo: data.validTo,
    expiresAt: data.expiresAt,
    extensionLastDay: data.extensionLastDay,
    extensionLastDayEndsAt: data.extensionLastDayEndsAt,
    annualReportDueAt: data.annualReportDueAt.at < data.expiresAt.at ? data.annualReportDueAt : null,
  }),
  PermitRejected: (state) => ({ ...state, status: movePermit(state.status, 'REJECTED') }),
  HandedOffToImmigration: (state) => ({ ...state, handedOff: true }),
  StayPermitRecorded: (state, { data: { number, validTo } }) => ({
    ...state,
    stayPermit: { number, validTo },
  }),
  TrainingEvidenceAttached: (state, { data }) => ({
    ...state,
    trainingEvidence: [...state.trainingEvidence, data.certificateNumber],
  }),
  AbsorptionRecorded: (state, { data }) => ({ ...state, absorbed: state.absorbed + data.workers }),
};
