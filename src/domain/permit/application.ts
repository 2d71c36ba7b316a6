/**
 * The first application (F-03, F-04).
 *
 * nothing -- PermitApplied --> APPLIED, or INCOMPLETE without a companion
 * INCOMPLETE -- CompanionNamed --> APPLIED: two working days for the assessment begin now
 * APPLIED -- FeasibilityAssessed --> FEASIBLE | REJECTED
 * any before approval -- PermitApplicationWithdrawn --> WITHDRAWN
 */
import type { DecideContext } from '../decider.ts';
import { refuseWith } from '../law/refusals.ts';
import { isKnown } from '../registers/employer.ts';
import type { OfficeFact } from '../registers/office.ts';
import { endOfDay, type Moment, momentAt } from '../time/index.ts';
import type { Zone } from '../time/moment.ts';
import type { Companion, LocalGraduates } from './commands.ts';
import type { PermitEvent } from './events.ts';
import {
  accepted,
  type CommandHandlers,
  type Evolvers,
  onPermit,
  type PermitRefused,
  workingDaysFrom,
} from './handlers.ts';
import { movePermit } from './status-moves.ts';

const BEFORE_APPROVAL = ['INCOMPLETE', 'APPLIED', 'FEASIBLE', 'CANDIDATES_SUBMITTED', 'PAID'] as const;

const feasibilityDue = (permitOffice: string, zone: Zone, context: DecideContext): Moment => {
  const on = context.command.occurredAt?.date ?? momentAt(context.now, zone).date;
  const days = context.policy<number>('permit_feasibility_working_days', on);
  return endOfDay(workingDaysFrom(permitOffice, on, days, context), zone);
};

/** Some were shown and none was picked: the reason is asked for, whatever it is (F-07). */
export const requireSkipReason = (
  companion: Companion | null,
  { shown, skipReason }: LocalGraduates,
): PermitRefused | undefined =>
  shown > 0 && companion?.kind !== 'LOCAL_GRADUATE' && skipReason === undefined
    ? refuseWith('SKIP_REASON_MISSING', { shown })
    : undefined;

export const graduatesShown = (
  on: 'APPLICATION' | 'EXTENSION',
  companion: Companion | null,
  localGraduates: LocalGraduates,
): PermitEvent => ({
  type: 'LocalGraduatesShown',
  data: { ...localGraduates, on, picked: companion?.kind === 'LOCAL_GRADUATE' },
});

export const applicationHandlers: CommandHandlers<
  'apply-for-permit' | 'name-companion' | 'assess-feasibility' | 'withdraw-permit-application'
> = {
  'apply-for-permit': (state, { data, actor }, context) => {
    if (state.status !== 'NONE') return refuseWith('ALREADY_DONE', { permitId: state.permitId });
    if (actor.role !== 'EMPLOYER') {
      return refuseWith('NOT_PERMITTED', { role: actor.role, office: actor.office });
    }
    if (!isKnown(context, `employer/${actor.office}`)) {
      return refuseWith('EMPLOYER_UNKNOWN', { employerId: actor.office });
    }
    const office = context.fact<OfficeFact>(`office/${data.permitOffice}`);
    if (office === undefined) return refuseWith('OFFICE_UNKNOWN', { officeId: data.permitOffice });
    if (office.kind !== 'PERMIT_OFFICE') {
      return refuseWith('NOT_A_PERMIT_OFFICE', { officeId: data.permitOffice });
    }
    if (data.periodTo <= data.periodFrom) {
      return refuseWith('DATE_IMPLAUSIBLE', {
        ...{ field: 'periodTo', date: data.periodTo, earliest: data.periodFrom },
      });
    }
    const refused = requireSkipReason(data.companion, data.localGraduates);
    if (refused !== undefined) return refused;
    const { zone } = office;
    const missing = data.companion === null ? ['companion'] : [];
    const feasibilityDueAt = missing.length > 0 ? null : feasibilityDue(data.permitOffice, zone, context);
    return accepted(
      { type: 'PermitApplied', data: { ...data, employer: actor.office, zone, missing, feasibilityDueAt } },
      graduatesShown('APPLICATION', data.companion, data.localGraduates),
    );
  },
  'name-companion': onPermit(
    { side: 'EMPLOYER', statuses: ['INCOMPLETE', 'APPLIED', 'APPROVED'] },
    (state, { data }, context) => {
      const begins = state.status === 'INCOMPLETE';
      const feasibilityDueAt = begins
        ? feasibilityDue(state.permitOffice, state.zone, context)
        : state.feasibilityDueAt;
      return accepted({ type: 'CompanionNamed', data: { companion: data.companion, feasibilityDueAt } });
    },
  ),
  'assess-feasibility': (state, command, context) => {
    if (state.status === 'INCOMPLETE') return refuseWith('APPLICATION_INCOMPLETE', { missing: 'companion' });
    return assess(state, command, context);
  },
  'withdraw-permit-application': onPermit(
    { side: 'EMPLOYER', statuses: BEFORE_APPROVAL },
    (_state, { data }) => accepted({ type: 'PermitApplicationWithdrawn', data }),
  ),
};

const assess = onPermit<'assess-feasibility'>({ side: 'OFFICE', statuses: ['APPLIED'] }, (_state, { data }) =>
  accepted({ type: 'FeasibilityAssessed', data }),
);

export const applicationEvolvers: Evolvers<
  | 'PermitApplied'
  | 'LocalGraduatesShown'
  | 'CompanionNamed'
  | 'FeasibilityAssessed'
  | 'FeasibilityOverdue'
  | 'PermitApplicationWithdrawn'
> = {
  PermitApplied: (state, { data }) => ({
    ...state,
    status: movePermit(state.status, data.missing.length > 0 ? 'INCOMPLETE' : 'APPLIED'),
    employer: data.employer,
    permitOffice: data.permitOffice,
    zone: data.zone,
    application: {
      position: data.position,
      occupation: data.occupation,
      workers: data.workers,
      regency: data.regency,
      periodFrom: data.periodFrom,
      periodTo: data.periodTo,
      specialEconomicZone: data.specialEconomicZone,
    },
    companion: data.companion,
    feasibilityDueAt: data.feasibilityDueAt,
  }),
  // Kept for the auditor: the state rests on nothing of it.
  LocalGraduatesShown: (state) => state,
  CompanionNamed: (state, { data }) => ({
    ...state,
    status: state.status === 'INCOMPLETE' ? movePermit(state.status, 'APPLIED') : state.status,
    companion: data.companion,
    feasibilityDueAt: data.feasibilityDueAt,
  }),
  FeasibilityAssessed: (state, { data }) => ({
    ...state,
    status: movePermit(state.status, data.feasible ? 'FEASIBLE' : 'REJECTED'),
    feasibilityDueAt: null,
  }),
  FeasibilityOverdue: (state) => ({ ...state, feasibilityDueAt: null }),
  PermitApplicationWithdrawn: (state) => ({
    ...state,
    status: movePermit(state.status, 'WITHDRAWN'),
    feasibilityDueAt: null,
  }),
};
