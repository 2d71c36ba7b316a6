/** A case belongs to offices that can act on it, and a person lives at least until the act. */
import { expect, it } from 'vitest';
import type { DecideContext } from '../../src/domain/decider.ts';
import { officeFor } from '../../src/domain/journey/offices.ts';

const context = {
  fact: (key: string) =>
    ({ 'office/kejari-medan': { kind: 'KEJARI' }, 'office/bapas-medan': { kind: 'BAPAS' } })[key],
} as unknown as DecideContext;

it.each([
  ['EXECUTING', 'kejari-medan', undefined],
  ['GUIDING', 'bapas-medan', undefined],
  ['EXECUTING', 'bapas-medan', 'OFFICE_WRONG_KIND'],
  ['GUIDING', 'kejari-medan', 'OFFICE_WRONG_KIND'],
  ['EXECUTING', 'nobody', 'OFFICE_UNKNOWN'],
] as const)('%s by %s: %s', (duty, office, code) => {
  const found = officeFor(duty, office, context);
  expect('refusal' in found ? found.refusal.code : undefined).toBe(code);
});
