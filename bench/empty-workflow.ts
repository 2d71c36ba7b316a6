/** The least that an update can be: what Temporal itself costs, with nothing of Titian in it. */
import { condition, defineUpdate, setHandler } from '@temporalio/workflow';

export const emptyUpdate = defineUpdate<number>('empty');

/** Takes updates until its run ends; the bench sends fewer than the 2,000 that a run may take. */
export async function empty(): Promise<void> {
  let count = 0;
  setHandler(emptyUpdate, () => {
    count += 1;
    return count;
  });
  await condition(() => false);
}
