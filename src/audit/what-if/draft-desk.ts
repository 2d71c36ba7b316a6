/** Where auditors try drafts: a page of recorded lives at a time, so that each answer is small and tells how far it is. */
import type pg from 'pg';
import type { Instant } from '../../domain/time/moment.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { createLedgerRecord } from '../explain/record.ts';
import type { DraftValue } from './draft.ts';
import { streamsTried, type WhichStreams } from './streams.ts';
import { addTotals, NO_TOTALS, type Totals, totalsByOffice, totalsOf } from './totals.ts';
import { startTrials, TRIAL_LIMITS, type TrialLimits } from './try-apart.ts';
import type { TriedStream } from './try-draft.ts';

export interface DraftPage {
  /** Streams that would have gone otherwise, or could not be replayed; those that go the same are only counted. */
  readonly streams: readonly TriedStream[];
  readonly totals: Totals;
  readonly byOffice: { readonly [office: string]: Totals };
  /** Where the next page begins; null at the end. */
  readonly nextAfter: string | null;
}

/** A page that cost so much ends early, after the life that made it so. */
export interface PageLimits extends TrialLimits {
  /** How often was decided. */
  readonly decided: number;
  /** Beside the count, for a machine that is slow. */
  readonly pageMs: number;
}

export const PAGE_LIMITS: PageLimits = { ...TRIAL_LIMITS, decided: 50_000, pageMs: 20_000 };

export interface DraftDesk {
  /**
   * @param until deadlines of the drafted lives act until then: never later than now.
   * @param signal ends the trial at once, with its reason.
   */
  page(
    draft: readonly DraftValue[],
    which: WhichStreams,
    until: Instant,
    signal?: AbortSignal,
  ): Promise<DraftPage>;
}

const NOTHING_TRIED: DraftPage = { streams: [], totals: NO_TOTALS, byOffice: {}, nextAfter: null };

export function createDraftDesk(
  {
    pool,
    ledger,
  }: {
    readonly pool: pg.Pool;
    readonly ledger: Pick<Ledger, 'readDecisions' | 'readStream'>;
  },
  limits: PageLimits = PAGE_LIMITS,
): DraftDesk {
  return {
    async page(draft, which, until, signal) {
      const names = await streamsTried(pool, { ...which, limit: which.limit + 1 });
      if (names.length === 0) return NOTHING_TRIED;
      const record = createLedgerRecord(pool, ledger);
      const all: TriedStream[] = [];
      const end = performance.now() + limits.pageMs;
      const trials = await startTrials(record.facts, signal, limits);
      let decided = 0;
      let last: string | undefined;
      try {
        for (const name of names.slice(0, which.limit)) {
          const life = await record.life(name);
          signal?.throwIfAborted();
          last = name;
          if (life === undefined) continue;
          const tried = await trials.try({ life, draft, until });
          all.push(tried);
          decided += tried.decided;
          if (trials.isOver || decided >= limits.decided || performance.now() > end) break;
        }
      } finally {
        trials.end();
      }
      return {
        streams: all.filter(({ outcome }) => outcome !== 'same'),
        totals: all.map(totalsOf).reduce(addTotals, NO_TOTALS),
        byOffice: totalsByOffice(all),
        nextAfter: last === undefined || last === names.at(-1) ? null : last,
      };
    },
  };
}
