import { type BundleExporter, createBundleExporter } from '../audit/export/export-bundle.ts';
import { openApplicationPool } from './application-pool.ts';
import type { Assembly } from './assembly.ts';
import type { Rooms } from './rooms.ts';

/** An export reads for minutes: two at once (the route counts them), on connections of their own. */
const CONNECTIONS = 4;

/** @returns undefined where the log is not sealed. */
export async function openExporter(
  { database }: Assembly,
  { seal, build, logger }: Rooms,
): Promise<{ readonly exporter: BundleExporter; close(): Promise<void> } | undefined> {
  if (seal === undefined) return undefined;
  const pool = await openApplicationPool(database, {
    ...{
      connections: CONNECTIONS,
      applicationName: 'titian-export',
      statementTimeoutMs: 0,
      queryTimeoutMs: 0,
    },
    onIdleError: (error) => logger.warn({ error: error.message }, 'database connection lost'),
  });
  const closing = new AbortController();
  return {
    exporter: createBundleExporter({ pool, log: seal, build: build.buildId, signal: closing.signal }),
    async close() {
      closing.abort(new Error('the server stops: ask for the bundle again'));
      await pool.end();
    },
  };
}
