import { inject } from 'vitest';

/** The run's one Temporal server. */
export interface TestTemporal {
  readonly address: string;
  readonly namespace: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    temporal: TestTemporal | null;
  }
}

/**
 * Where the run's shared development server listens. Files keep apart by task queue and workflow ids of their
 * own; a test that kills a server starts its own with `startTemporalServer`.
 */
export function testTemporal(): TestTemporal {
  const temporal = inject('temporal');
  if (temporal === null) {
    throw new Error(
      'no Temporal server in this run: only files of kind temporal, api, crash, browser get one',
    );
  }
  return temporal;
}
