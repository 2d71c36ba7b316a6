/** One employer's permit: the shell around its decider. Workflow id and stream: `permit/<id>`. */
import { permitDecider } from '../src/domain/permit/decider.ts';
import { type EntityInput, runEntity } from './entity.ts';

export async function permit(input: EntityInput): Promise<void> {
  await runEntity(permitDecider, input);
}
