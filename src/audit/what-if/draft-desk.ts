/** Where auditors try drafts: a page of recorded lives at a time, so that each answer is small and tells how far it is. */
import { setImmediate as otherWork } from 'node:timers/promises';
import type pg from 'pg';
import type { Instant } from '../../domain/time/moment.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { createLedgerRecord } from '../explain/record.ts';
import type { DraftValue } from './draft.ts';
import { streamsTried, type WhichStreams } from './streams.ts';
import { addTotals, NO_TOTALS, type Totals, totalsByOffice, totalsOf } from './totals.ts';
import { type TriedStream, tryDraft } from './try-draft.ts';

export interface DraftPage {
  /** Streams that would have gone otherwise, or could not be replayed; those that go the same are only counted. */
  readonly streams: readonly TriedStream[];
  readonly totals: Totals;
  readonly byOffice: { readonly [office: string]: Totals };
  /** Where the next page begins; null at the end. */
  readonly nextAfter: string | null;
}

export interface DraftDesk {
  /**
   * @param until deadlines of the drafted lives act until then: never later than now.
   * @param signal ends the trial before the next life, with its reason.
   */
  page(
    draft: readonly DraftValue[],
    which: WhichStreams,
    until: Instant,
    signal?: AbortSignal,
  ): Promise<DraftPage>;
}

export function createDraftDesk({
  pool,
  ledger,
}: {
  readonly pool: pg.Pool;
  readonly ledger: Pick<Ledger, 'readDecisions' | 'readStream'>;
}): DraftDesk {
  return {
    async page(draft, which, until, signal) {
      const names = await streamsTried(pool, { ...which, limit: which.limit + 1 });
      const page = names.slice(0, which.limit);
      const all: TriedStream[] = [];
      for await (const tried of tryDraft(createLedgerRecord(pool, ledger), page, draft, until)) {
        all.push(tried);
        // A life is milliseconds of one core: officers' requests come between two of them.
        await otherWork();
        signal?.throwIfAborted();
      }
      return {
        streams: all.filter(({ outcome }) => outcome !== 'same'),
        totals: all.map(totalsOf).reduce(addTotals, NO_TOTALS),
        byOffice: totalsByOffice(all),
        nextAfter: names.length > page.length ? (page.at(-1) ?? null) : null,
      };
    },
  };
}
