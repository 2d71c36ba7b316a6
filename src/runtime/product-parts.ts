import type { Assembly } from './assembly.ts';
import type { Part } from './parts.ts';

/** The registers' starting data, the worker, the API and the pilot, in the order in which they start. */
export function productParts(_titian: Assembly): readonly Part[] {
  return [];
}
