/** One certificate for as long as it counts: the shell around its decider. Workflow id: `certificate/<id>`. */
import { certificateDecider } from '../src/domain/certificate/decider.ts';
import { type EntityInput, runEntity } from './entity.ts';

export async function certificate(input: EntityInput): Promise<void> {
  await runEntity(certificateDecider, input);
}
