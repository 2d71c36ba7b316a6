/** One finding from its opening to its end: the shell around its decider. Workflow id and stream: `finding/<id>`. */
import { findingDecider } from '../src/domain/finding/decider.ts';
import { type EntityInput, runEntity } from './entity.ts';

export async function finding(input: EntityInput): Promise<void> {
  await runEntity(findingDecider, input);
}
