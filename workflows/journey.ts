/** One person's path: the shell around the journey decider. Workflow id and stream: `journey/<personId>`. */
import { journeyDecider } from '../src/domain/journey/decider.ts';
import { type EntityInput, runEntity } from './entity.ts';

export async function journey(input: EntityInput): Promise<void> {
  await runEntity(journeyDecider, input);
}
