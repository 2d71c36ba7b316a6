import type { Touched } from '../access/reach.ts';
import type { JsonValue } from '../domain/decider.ts';

/**
 * What a command to a register's entry touches. An entry belongs to its `owner`: a site to the office that
 * answers for it (L-12), a vacancy to its employer. What is not registered yet will belong to whoever
 * registers it: its decider looks who that is.
 */
export function touchedByEntry(register: string, value: JsonValue | undefined): Touched {
  if (value === undefined || value === null) return { opensCase: register !== 'site' };
  // An office speaks for itself.
  if (register === 'office') return { owners: [(value as { id: string }).id] };
  const { owner } = value as { owner?: string };
  const owners = owner === undefined ? [] : [owner];
  return register === 'site' ? { executingOffices: owners } : { owners };
}
