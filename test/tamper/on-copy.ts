/** The one sealed record that all tests of this folder tamper with, each on a copy of its own. */
import { afterAll, beforeAll } from 'vitest';
import { asOwner } from './as-owner.ts';
import { type Copy, type SealedRecord, sealedRecord } from './sealed-record.ts';

export let record: SealedRecord;

/** To be called once, by the test file that takes the groups of tests in. */
export function withRecord(): void {
  beforeAll(async () => {
    record = await sealedRecord();
  });
  afterAll(() => record?.close());
}

export async function onCopy<Result>(
  work: (copy: Copy) => Promise<Result>,
  day: 'yesterday' | 'today' = 'today',
): Promise<Result> {
  const copy = await record.copyOf(day);
  try {
    return await work(copy);
  } finally {
    await copy.drop();
  }
}

export const foundAfter = (...statements: string[]): Promise<string[]> =>
  onCopy(async (copy) => {
    await asOwner(copy.pool, ...statements);
    return copy.findings();
  });
