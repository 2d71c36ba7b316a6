/**
 * Extension, expiry and reports (F-03, F-06).
 *
 * APPROVED -- ExtensionRequested --> EXTENSION_REQUESTED, until the last day and no later (S53)
 * EXTENSION_REQUESTED -- ExtensionApproved | ExtensionRejected --> APPROVED
 * APPROVED -- PermitExpired --> EXPIRED: not while an extension that was asked for in time waits for its decision
 */
import type { DecideContext } from '../decider.ts';
import { refuseWith } from '../law/refusals.ts';
import { addDays, addYears, endOfDay, type Moment, momentAt } from '../time/index.ts';
import { graduatesShown, requireSkipReason } from './application.ts';
import { periodEnd, requirePeriod } from './approval.ts';
import {
  accepted,
  type CommandHandlers,
  type Evolvers,
  type FiringHandlers,
  onPermit,
  today,
  workingDaysFrom,
} from './handlers.ts';
import type { PermitState } from './state.ts';
import { movePermit } from './status-moves.ts';

export const extensionHandlers: CommandHandlers<
  'apply-for-extension' | 'decide-extension' | 'file-permit-report'
> = {
  'apply-for-extension': onPermit(
    { side: 'EMPLOYER', statuses: ['APPROVED'] },
    (state, { data }, context) => {
      // By the clock, not by what the sender says: a late application cannot be dated back.
      const on = momentAt(context.now, state.zone).date;
      const lastDay = state.extensionLastDay ?? on;
      if (on > lastDay) return refuseWith('EXTENSION_LATE', { lastDay });
      if (data.companion === null) return refuseWith('APPLICATION_INCOMPLETE', { missing: 'companion' });
      const refused = requireSkipReason(data.companion, data.localGraduates) ?? laterThan(state, data.until);
      if (refused !== undefined) return refused;
      const days = context.policy<number>('permit_extension_decision_working_days', on);
      const decisionDueAt = endOfDay(workingDaysFrom(state.permitOffice, on, days, context), state.zone);
      return accepted(
        { type: 'ExtensionRequested', data: { ...data, decisionDueAt } },
        graduatesShown('EXTENSION', data.companion, data.localGraduates),
      );
    },
  ),
  'decide-extension': onPermit(
    { side: 'OFFICE', statuses: ['EXTENSION_REQUESTED'] },
    (state, { data }, context) => {
      if (!data.approved) {
        const { reason } = data;
        return accepted({ type: 'ExtensionRejected', data: reason === undefined ? {} : { reason } });
      }
      const { number, until } = data;
      if (number === undefined || until === undefined || state.validTo === null) {
        return refuseWith('APPLICATION_INCOMPLETE', { missing: 'number, until' });
      }
      const refused =
        laterThan(state, until) ?? requirePeriod(state, addDays(state.validTo, 1), until, context);
      if (refused !== undefined) return refused;
      const end = periodEnd(state, until, context);
      const annualReportDueAt = state.annualReportDueAt ?? nextAnniversary(state, end.expiresAt, context);
      return accepted({ type: 'ExtensionApproved', data: { number, until, ...end, annualReportDueAt } });
    },
  ),
  'file-permit-report': onPermit(
    { side: 'EMPLOYER', statuses: ['APPROVED', 'EXTENSION_REQUESTED', 'EXPIRED'] },
    (state, { data }, context) => {
      const known = state.reports.some(({ kind, year }) => kind === data.kind && year === data.year);
      if (known) return refuseWith('ALREADY_DONE', { kind: data.kind, year: data.year });
      const next =
        data.kind === 'ANNUAL' ? nextAnnual(state, today(state, context)) : state.annualReportDueAt;
      return accepted({ type: 'PermitReportFiled', data: { ...data, nextAnnualDueAt: next } });
    },
  ),
};

const laterThan = ({ validTo }: PermitState, until: string) =>
  validTo !== null && until <= validTo
    ? refuseWith('DATE_IMPLAUSIBLE', { field: 'until', date: until, earliest: validTo })
    : undefined;

/** The period begins to count years with the first approval, and goes on counting when it is extended (F-06). */
function nextAnniversary(
  { validFrom, zone }: PermitState,
  expiresAt: Moment,
  { now }: DecideContext,
): Moment | null {
  if (validFrom === null) return null;
  for (let years = 1; ; years += 1) {
    const due = endOfDay(addYears(validFrom, years), zone);
    if (due.at >= expiresAt.at) return null;
    if (due.at > now) return due;
  }
}

/** The next report is due a year after the last was; none that would come after the end. */
function nextAnnual({ annualReportDueAt, expiresAt, zone }: PermitState, on: string) {
  const next = endOfDay(addYears(annualReportDueAt?.date ?? on, 1), zone);
  return expiresAt !== null && next.at < expiresAt.at ? next : null;
}

export const extensionEvolvers: Evolvers<
  | 'ExtensionRequested'
  | 'ExtensionApproved'
  | 'ExtensionRejected'
  | 'ExtensionDecisionOverdue'
  | 'ExtensionLastDayPassed'
  | 'PermitExpired'
  | 'PermitReportFiled'
  | 'PermitReportOverdue'
  | 'EndReportOverdue'
> = {
  ExtensionRequested: (state, { data }) => ({
    ...state,
    status: movePermit(state.status, 'EXTENSION_REQUESTED'),
    companion: data.companion,
    extensionDecisionDueAt: data.decisionDueAt,
    // What was asked for in time is no longer waited for.
    extensionLastDayEndsAt: null,
  }),
  ExtensionApproved: (state, { data }) => ({
    ...state,
    status: movePermit(state.status, 'APPROVED'),
    number: data.number,
    validTo: data.until,
    expiresAt: data.expiresAt,
    extensionLastDay: data.extensionLastDay,
    extensionLastDayEndsAt: data.extensionLastDayEndsAt,
    extensionDecisionDueAt: null,
    annualReportDueAt: data.annualReportDueAt,
    handedOff: false,
  }),
  ExtensionRejected: (state) => ({
    ...state,
    status: movePermit(state.status, 'APPROVED'),
    extensionDecisionDueAt: null,
  }),
  ExtensionDecisionOverdue: (state) => ({ ...state, extensionDecisionDueAt: null }),
  ExtensionLastDayPassed: (state) => ({ ...state, extensionLastDayEndsAt: null }),
  PermitExpired: (state, { data }) => ({
    ...state,
    status: movePermit(state.status, 'EXPIRED'),
    expiresAt: null,
    extensionDecisionDueAt: null,
    extensionLastDayEndsAt: null,
    annualReportDueAt: null,
    endReportDueAt: state.reports.some(({ kind }) => kind === 'END_OF_CONTRACT') ? null : data.endReportDueAt,
  }),
  PermitReportFiled: (state, { data: { kind, year, nextAnnualDueAt } }) => ({
    ...state,
    reports: [...state.reports, { kind, year }],
    annualReportDueAt: nextAnnualDueAt,
    endReportDueAt: kind === 'END_OF_CONTRACT' ? null : state.endReportDueAt,
  }),
  PermitReportOverdue: (state, { data }) => ({ ...state, annualReportDueAt: data.nextAnnualDueAt }),
  EndReportOverdue: (state) => ({ ...state, endReportDueAt: null }),
};

const plain = (type: 'FeasibilityOverdue' | 'ExtensionDecisionOverdue' | 'EndReportOverdue') => () =>
  accepted({ type, data: {} });

export const permitFirings: FiringHandlers = {
  'permit-feasibility': plain('FeasibilityOverdue'),
  'permit-extension-decision': plain('ExtensionDecisionOverdue'),
  'permit-end-report': plain('EndReportOverdue'),
  'permit-extension-last-day': (_state, { dueAt }) =>
    accepted({ type: 'ExtensionLastDayPassed', data: { lastDay: dueAt.date } }),
  'permit-annual-report': (state, { dueAt }) =>
    accepted({
      type: 'PermitReportOverdue',
      data: { year: Number(dueAt.date.slice(0, 4)), nextAnnualDueAt: nextAnnual(state, dueAt.date) },
    }),
  'permit-expiry': ({ zone }, { dueAt }, context) => {
    const days = context.policy<number>('permit_end_report_days', dueAt.date);
    const endReportDueAt = endOfDay(addDays(dueAt.date, days), zone);
    return accepted({ type: 'PermitExpired', data: { endReportDueAt } });
  },
};
