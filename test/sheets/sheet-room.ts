/** Sheets behind the API of a test: without workflows, a sheet runs in this process as soon as it is started. */
import type pg from 'pg';
import type { ApiDependencies } from '../../src/api/dependencies.ts';
import { createSheetDesk } from '../../src/api/sheets/desk.ts';
import { refusalOfLine } from '../../src/api/sheets/line-reach.ts';
import { storeSheetIdentity } from '../../src/api/sheets/new-person.ts';
import { DECIDERS } from '../../src/domain/deciders.ts';
import { createBulkDoor } from '../../src/ledger/bulk/bulk-door.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { createWorlds } from '../../src/sandbox/worlds.ts';
import { createSheetRunner, type SheetRunner, type SheetRunnerNeeds } from '../../src/sheets/runner.ts';
import { createSheetStore } from '../../src/sheets/store.ts';
import type { Vault } from '../../src/vault/vault.ts';

interface Room {
  readonly pool: pg.Pool;
  readonly ledger: Ledger;
  readonly vault: Vault;
}

export function runnerOf({ pool, ledger, vault }: Room, more: Partial<SheetRunnerNeeds> = {}): SheetRunner {
  const worlds = createWorlds(pool);
  return createSheetRunner({
    ...{ store: createSheetStore(pool), refusalOfLine, chunk: 20, lanes: 2 },
    door: (admit) => createBulkDoor({ pool, deciders: DECIDERS, buildId: 'test', admit }),
    storeIdentity: (sheet, line) => storeSheetIdentity(vault, sheet, line),
    facts: (keys) => ledger.facts(keys),
    clockOffsetOf: async (world) => (await worlds.find(world)).clockOffsetMs,
    wake: async () => undefined,
    ...more,
  });
}

/** @param runs whether starting a sheet runs it; otherwise the test does. */
export const sheetRoom =
  (runs: () => boolean) =>
  (room: Room): Partial<ApiDependencies> => ({
    sheets: createSheetDesk({
      ...{ pool: room.pool, deciders: DECIDERS, buildId: 'test' },
      async start(sheetId) {
        if (!runs()) return;
        const runner = runnerOf(room);
        while (!(await runner.runChunk(sheetId)).done);
      },
    }),
  });
