/** All that tampers with one sealed record: making it, with its two witnesses, costs more than all tests on it. */
import { describe } from 'vitest';
import { withRecord } from './on-copy.ts';

withRecord();
// Each test has a copy of its own: they need not wait for each other.
describe.concurrent('a sealed record', async () => {
  await import('./rows.ts');
  await import('./beside.ts');
  await import('./tree.ts');
  await import('./nothing-hidden.ts');
  await import('./outside.ts');
  await import('./guards.ts');
  await import('./put-in-afterwards.ts');
  await import('./identities.ts');
});
