/** What the modules of assessment share: finding one, whose it is, its stage, and when its events happened. */
import type { Actor, Command, DecideContext } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import { momentAt } from '../../time/index.ts';
import type { Zone } from '../../time/moment.ts';
import type { JourneyCommands } from '../commands.ts';
import type { JourneyEvent } from '../events.ts';
import { type CommandHandler, firstRefusal, type JourneyDecision, type Refused } from '../handlers.ts';
import { isHeldBy } from '../prison/queries.ts';
import type { JourneyState } from '../state.ts';
import { enrolmentOf } from '../training/state.ts';
import type { AssessmentCommands } from './commands.ts';
import type { AssessmentStage } from './stage-moves.ts';
import { type Assessment, type AssignedAssessor, assessmentOf } from './state.ts';

/** Commands that name one assessment. */
type AssessmentCommandName = {
  [Name in keyof AssessmentCommands]: AssessmentCommands[Name] extends { assessmentId: string }
    ? Name
    : never;
}[keyof AssessmentCommands];

export interface AssessmentRule {
  readonly stages: readonly AssessmentStage[];
  /** True for what still makes sense after a death: looking into a result. */
  readonly afterDeath?: boolean;
}

export const isAssigned = (assessors: readonly AssignedAssessor[], { id }: Actor): boolean =>
  assessors.some(({ accountId }) => accountId !== null && accountId === id);

/**
 * Nobody acts on another's assessment (I.6c): the LSP on its own, an assessor on those assigned in any of
 * its attempts, a training centre or a prison on those of its own people; access holds a person to their
 * own journey.
 */
function requireOwn(state: JourneyState, found: Assessment, actor: Actor): Refused | undefined {
  switch (actor.role) {
    case 'SYSTEM':
    case 'PERSON':
      return undefined;
    case 'ASSESSOR':
      return found.attempts.some(({ assessors }) => isAssigned(assessors, actor))
        ? undefined
        : refuseWith('NOT_THE_ASSESSOR', {});
    case 'TRAINING_CENTRE_ADMINISTRATOR': {
      const { basis } = found;
      const enrolment = basis.kind === 'TRAINING' ? enrolmentOf(state, basis.enrolmentId) : undefined;
      return enrolment?.centre === actor.office ? undefined : notOwn(actor);
    }
    case 'PRISON_OFFICER':
      return isHeldBy(state, actor.office) ? undefined : notOwn(actor);
    default:
      return actor.office === found.certificationBody ? undefined : notOwn(actor);
  }
}

export const notOwn = ({ role, office }: Actor): Refused => refuseWith('NOT_PERMITTED', { role, office });

const requireStage = ({ stage }: Assessment, stages: readonly AssessmentStage[]): Refused | undefined =>
  stages.includes(stage)
    ? undefined
    : refuseWith('ASSESSMENT_WRONG_STAGE', { stage, allowed: stages.join(', ') });

/** Nobody is tested after their death. */
export const requireAlive = ({ diedOn }: JourneyState): Refused | undefined =>
  diedOn === null ? undefined : refuseWith('PERSON_DECEASED', {});

/** What names no time happened now, on the calendar of the LSP. */
export const happening = (
  events: readonly JourneyEvent[],
  zone: Zone,
  { command, now }: DecideContext,
): JourneyEvent[] =>
  events.map((event) =>
    event.occurredAt !== undefined || command.occurredAt !== undefined
      ? event
      : { ...event, occurredAt: momentAt(now, zone) },
  );

/** A handler for a command about one assessment: finds it, checks whose it is and its stage, then decides. */
export const onAssessment =
  <Name extends AssessmentCommandName>(
    rule: AssessmentRule,
    decide: (
      found: Assessment,
      command: Command<Name, JourneyCommands[Name]>,
      context: DecideContext,
      state: JourneyState,
    ) => JourneyDecision,
  ): CommandHandler<Name> =>
  (state, command, context) => {
    const found = assessmentOf(state, command.data.assessmentId);
    if (found === undefined) return refuseWith('ASSESSMENT_UNKNOWN', {});
    const refused = firstRefusal(
      requireOwn(state, found, command.actor),
      requireStage(found, rule.stages),
      rule.afterDeath === true ? undefined : requireAlive(state),
    );
    const decision = refused ?? decide(found, command, context, state);
    if (decision.kind === 'refused') return decision;
    return { ...decision, events: happening(decision.events, found.zone, context) };
  };
