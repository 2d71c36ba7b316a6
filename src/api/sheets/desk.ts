/** What the API needs of the rooms behind it for sheets: where they are kept, states to check against, a runner. */
import type { Pool } from 'pg';
import type { Decider } from '../../domain/decider.ts';
import { type LoadedStream, loadStreams } from '../../ledger/bulk/states.ts';
import { createSheetStore, type SheetStore } from '../../sheets/store.ts';

export interface SheetDesk {
  readonly store: SheetStore;
  /** States at the heads of streams, without a lock; an Error for one that does not fold. */
  statesOf(streams: readonly string[]): Promise<ReadonlyMap<string, LoadedStream | Error>>;
  /** Has a checked sheet run; asking again for one that runs changes nothing. */
  start(sheetId: string): Promise<void>;
}

export interface SheetDeskOptions {
  readonly pool: Pool;
  readonly deciders: ReadonlyMap<string, Decider<unknown>>;
  readonly buildId: string;
  readonly start: SheetDesk['start'];
}

export const createSheetDesk = ({ pool, deciders, buildId, start }: SheetDeskOptions): SheetDesk => ({
  store: createSheetStore(pool),
  statesOf: (streams) => loadStreams(pool, streams, { deciders, buildId, lock: false }),
  start,
});
