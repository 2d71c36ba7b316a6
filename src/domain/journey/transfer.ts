/**
 * The person moves: another prosecution office and another probation office take over (S17).
 *
 * JurisdictionTransferred changes the offices and nothing else: the same hours, the same window, what is
 * credited stays. The old office keeps reading what was recorded up to the day of the move; which events
 * those are follows from `formerOffices`.
 */
import { refuseWith } from '../law/refusals.ts';
import type { OfficeFact } from '../registers/office.ts';
import { effectiveOn, notBefore } from './dates.ts';
import { accepted, type CommandHandlers, changeCase, type Evolvers, onCase } from './handlers.ts';
import { EXECUTION_STAGES } from './stage-moves.ts';

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
    (found, { data }, context) => {
      const { caseId, office, probationOffice, zone } = found;
      if (data.toOffice === office && data.toProbationOffice === probationOffice) {
        return refuseWith('ALREADY_DONE', { caseId });
      }
      for (const officeId of [data.toOffice, data.toProbationOffice]) {
        if (context.fact<OfficeFact>(`office/${officeId}`) === undefined) {
          return refuseWith('OFFICE_UNKNOWN', { officeId });
        }
      }
      const refused = notBefore('movedOn', data.movedOn, found.rulingDate);
      if (refused !== undefined) return refused;
      return accepted([
        {
          type: 'JurisdictionTransferred',
          data: { ...data, fromOffice: office, fromProbationOffice: probationOffice },
          occurredAt: effectiveOn(data.movedOn, zone, context),
        },
      ]);
    },
  ),
};

export const transferEvolvers: Evolvers<'JurisdictionTransferred'> = {
  JurisdictionTransferred: (state, { data }) =>
    changeCase(state, data.caseId, ({ formerOffices }) => ({
      office: data.toOffice,
      probationOffice: data.toProbationOffice,
      formerOffices: [
        ...formerOffices,
        { office: data.fromOffice, until: data.movedOn },
        ...(data.fromProbationOffice === data.toProbationOffice
          ? []
          : [{ office: data.fromProbationOffice, until: data.movedOn }]),
      ],
    })),
};
