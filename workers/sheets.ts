/** What running sheets needs, put together from what a worker has. */
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { refusalOfLine } from '../src/api/sheets/line-reach.ts';
import { storeSheetIdentity } from '../src/api/sheets/new-person.ts';
import type { Decider } from '../src/domain/decider.ts';
import type { EntityGateway } from '../src/gateway/temporal-gateway.ts';
import { createBulkDoor } from '../src/ledger/bulk/bulk-door.ts';
import type { Ledger } from '../src/ledger/ledger.ts';
import type { EngineMetrics } from '../src/runtime/metrics.ts';
import { LIVE_WORLD, type Worlds } from '../src/sandbox/worlds.ts';
import type { SheetRunnerNeeds } from '../src/sheets/runner.ts';
import { createSheetStore } from '../src/sheets/store.ts';
import type { Vault } from '../src/vault/vault.ts';

export interface SheetDependencies {
  readonly pool: Pool;
  readonly ledger: Ledger;
  readonly deciders: ReadonlyMap<string, Decider<unknown>>;
  readonly gateway: Pick<EntityGateway, 'wake'>;
  readonly worlds: Pick<Worlds, 'find'>;
  readonly buildId: string;
  readonly metrics: Pick<EngineMetrics, 'observeDecision'>;
  readonly logger: Logger;
  readonly vault?: Pick<Vault, 'unseal' | 'storeIdentity'>;
  readonly chunk: number;
  readonly lanes: number;
}

export function sheetsOf(worker: SheetDependencies): SheetRunnerNeeds {
  const { pool, ledger, deciders, gateway, worlds, buildId, metrics, logger, chunk, lanes } = worker;
  return {
    ...{ store: createSheetStore(pool), refusalOfLine, chunk, lanes },
    door: (admit) => createBulkDoor({ pool, deciders, buildId, admit, observe: metrics.observeDecision }),
    storeIdentity: (sheet, line) => storeSheetIdentity(worker.vault, sheet, line),
    facts: (keys) => ledger.facts(keys),
    clockOffsetOf: async (world) => (world === LIVE_WORLD ? 0 : (await worlds.find(world)).clockOffsetMs),
    wake: (stream, world, clockOffsetMs) => gateway.wake(stream, world, clockOffsetMs),
    onWakeFailure: (stream, error) =>
      logger.warn({ stream, error: error instanceof Error ? error.name : 'unknown' }, 'entity not woken'),
  };
}
