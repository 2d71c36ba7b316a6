/** One training class: the shell around its decider. Workflow id and stream: `class/<id>`. */
import { trainingClassDecider } from '../src/domain/training-class/decider.ts';
import { type EntityInput, runEntity } from './entity.ts';

/** Run under the name `class`, which JavaScript keeps for itself: `index.ts` exports it so. */
export async function trainingClass(input: EntityInput): Promise<void> {
  await runEntity(trainingClassDecider, input);
}
