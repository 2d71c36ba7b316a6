/** Guards that nearly every command of the prison entrance needs: which case, whose hands, which stage. */
import type { Actor, Command, DecideContext } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import type { OfficeFact } from '../../registers/facts.ts';
import type { CaseId, JourneyCommands } from '../commands.ts';
import { type CommandHandler, firstRefusal, type JourneyDecision, type Refused } from '../handlers.ts';
import type { JourneyState } from '../state.ts';
import type { PrisonCommands } from './commands.ts';
import { hasEscaped, openPrisonCases } from './queries.ts';
import type { PrisonCase, PrisonStage } from './state.ts';

export const prisonCaseOf = (state: JourneyState, caseId: CaseId): PrisonCase | undefined =>
  Object.hasOwn(state.prison.cases, caseId) ? state.prison.cases[caseId] : undefined;

/** @throws when the case is unknown: an event names only cases that an earlier event opened. */
export const changePrisonCase = (
  state: JourneyState,
  caseId: CaseId,
  change: (found: PrisonCase) => Partial<PrisonCase>,
): JourneyState => {
  const found = prisonCaseOf(state, caseId);
  if (found === undefined) throw new Error(`event names unknown prison case ${caseId}`);
  const cases = { ...state.prison.cases, [caseId]: { ...found, ...change(found) } };
  return { ...state, prison: { ...state.prison, cases } };
};

/** Open cases wait for something; after a release too, until somebody closes them. */
export const waitingCases = ({ prison }: JourneyState): readonly PrisonCase[] => openPrisonCases(prison);

/** The prison answers for custody, the probation office for what it guides; nobody for another's (I.6c). */
export const requireCustodian = (found: PrisonCase, { role, office }: Actor): Refused | undefined => {
  switch (role) {
    case 'SYSTEM':
    // Access lets a person reach only their own journey.
    case 'PERSON':
      return undefined;
    case 'PRISON_OFFICER':
      return office === found.facility ? undefined : refuseWith('NOT_PERMITTED', { role, office });
    case 'PROBATION_COUNSELLOR':
      return office === found.probationOffice ? undefined : refuseWith('NOT_PERMITTED', { role, office });
    default:
      return refuseWith('NOT_PERMITTED', { role, office });
  }
};

export interface PrisonCaseRule {
  readonly stages: readonly PrisonStage[];
  /** Refused while the person is on the run. */
  readonly held?: boolean;
  /** True for what still makes sense after a death. */
  readonly afterDeath?: boolean;
}

const requirePrisonStage = (
  { caseId, stage }: PrisonCase,
  { stages }: PrisonCaseRule,
): Refused | undefined => {
  if (stages.includes(stage)) return undefined;
  if (stage === 'CLOSED' || stage === 'RETURNED') return refuseWith('CASE_CLOSED', { caseId });
  return refuseWith('WRONG_STAGE', { caseId, stage, allowed: stages.join(', ') });
};

type PrisonCaseCommand = {
  [Name in keyof PrisonCommands]: PrisonCommands[Name] extends { caseId: CaseId } ? Name : never;
}[keyof PrisonCommands];

/** A handler for a command about one prison case: finds it, checks the rule, then decides. */
export const onPrisonCase =
  <Name extends PrisonCaseCommand>(
    rule: PrisonCaseRule,
    decide: (
      found: PrisonCase,
      command: Command<Name, JourneyCommands[Name]>,
      context: DecideContext,
      state: JourneyState,
    ) => JourneyDecision,
  ): CommandHandler<Name> =>
  (state, command, context) => {
    const { caseId } = command.data as { caseId: CaseId };
    const found = prisonCaseOf(state, caseId);
    if (found === undefined) return refuseWith('CASE_UNKNOWN', { caseId });
    const died = state.diedOn !== null && rule.afterDeath !== true;
    const refused = firstRefusal(
      requireCustodian(found, command.actor),
      requirePrisonStage(found, rule),
      died ? refuseWith('PERSON_DECEASED', { caseId }) : undefined,
      rule.held === true && hasEscaped(found) ? refuseWith('NOT_IN_CUSTODY', { caseId }) : undefined,
    );
    return refused ?? decide(found, command, context, state);
  };

const HOLDING: readonly OfficeFact['kind'][] = ['PRISON', 'REMAND_PRISON'];

/** An office that holds people, or the refusal. */
export function prisonOffice(officeId: string, context: DecideContext): OfficeFact | Refused {
  const office = context.fact<OfficeFact>(`office/${officeId}`);
  if (office === undefined) return refuseWith('OFFICE_UNKNOWN', { officeId });
  return HOLDING.includes(office.kind) ? office : refuseWith('NOT_A_PRISON', { officeId });
}
