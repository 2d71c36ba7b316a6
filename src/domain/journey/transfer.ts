/**
 * The person moves: another prosecution office and another probation office take over (S17).
 *
 * JurisdictionTransferred keeps the hours, the window and what is credited. Where another prosecution
 * office takes over, the old site and its plan end with the old office: the new one is reminded to name a
 * site of its own, as after a suspension (`site-evolve.ts`); until then work at the old site still counts.
 * PLANNED --> ORDERED, because there is no plan to start with. The old office keeps reading what was recorded up to the hand-over; which events
 * those are follows from `formerOffices`.
 */
import type { DecideContext } from '../decider.ts';
import { refuseWith } from '../law/refusals.ts';
import { addDays, endOfDay, type Moment } from '../time/index.ts';
import { effectiveOn, notBefore, notInFuture } from './dates.ts';
import {
  accepted,
  type CommandHandlers,
  changeCase,
  type Evolvers,
  firstRefusal,
  isRefusal,
  onCase,
  today,
} from './handlers.ts';
import { officeFor } from './offices.ts';
import { paceChecked } from './pace.ts';
import { PLACED } from './site.ts';
import { sessionsStopped } from './site-evolve.ts';
import { releasePlan } from './site-places.ts';
import { EXECUTION_STAGES } from './stage-moves.ts';
import type { CommunityServiceCase } from './state.ts';

/** When the new office must have named a site; null where none is assigned yet or none is needed any more. */
function reassignmentDue({ site, stage, zone }: CommunityServiceCase, context: DecideContext): Moment | null {
  if (site === null || !PLACED.includes(stage)) return null;
  const date = today(context, zone);
  return endOfDay(addDays(date, context.policy<number>('site_reassignment_days', date)), zone);
}

export const transferHandlers: CommandHandlers<'transfer-jurisdiction'> = {
  'transfer-jurisdiction': onCase(
    {
      stages: [
        'REGISTERED',
        'PROFILED',
        'FINAL',
        'ORDERED',
        'PLANNED',
        ...EXECUTION_STAGES,
        'CONVERTED',
        'COMPLETED',
      ],
    },
    (found, { data }, context, state) => {
      const { caseId, office, probationOffice, zone } = found;
      if (data.toOffice === office && data.toProbationOffice === probationOffice) {
        return refuseWith('ALREADY_DONE', { caseId });
      }
      const executing = officeFor('EXECUTING', data.toOffice, context);
      if (isRefusal(executing)) return executing;
      const guiding = officeFor('GUIDING', data.toProbationOffice, context);
      if (isRefusal(guiding)) return guiding;
      const refused = firstRefusal(
        notInFuture(data.movedOn, zone, context),
        notBefore('movedOn', data.movedOn, found.rulingDate),
      );
      if (refused !== undefined) return refused;
      const reassignBy = data.toOffice === office ? null : reassignmentDue(found, context);
      const left = reassignBy === null ? found : { ...found, plan: null };
      return accepted(
        [
          {
            type: 'JurisdictionTransferred',
            data: { ...data, fromOffice: office, fromProbationOffice: probationOffice, reassignBy },
            occurredAt: effectiveOn(data.movedOn, zone, context),
          },
          ...(reassignBy === null ? [] : paceChecked(left, context)),
        ],
        { claims: reassignBy === null ? [] : releasePlan(state, found, context) },
      );
    },
  ),
};

export const transferEvolvers: Evolvers<'JurisdictionTransferred'> = {
  JurisdictionTransferred: (state, { data, version }) =>
    changeCase(state, data.caseId, (found) => ({
      ...(data.reassignBy === null ? {} : sessionsStopped(found, data.reassignBy)),
      office: data.toOffice,
      probationOffice: data.toProbationOffice,
      formerOffices: [
        ...found.formerOffices,
        { office: data.fromOffice, until: data.movedOn, version },
        ...(data.fromProbationOffice === data.toProbationOffice
          ? []
          : [{ office: data.fromProbationOffice, until: data.movedOn, version }]),
      ],
    })),
};
