/** What an auditor asks about one stream: its runs, their replay, the comparison, and states at any point. */
import type pg from 'pg';
import type { Ledger } from '../ledger/ledger.ts';
import { type Comparison, compareStream } from './comparison/compare.ts';
import { type Entries, type EntriesPage, readEntries } from './entries.ts';
import type { Words } from './explain/words.ts';
import { type RunRow, readRuns } from './history/run-rows.ts';
import { evidenceFindings } from './replay/evidence.ts';
import {
  createReplays,
  type ReplayedRun,
  type ReplayNeeds,
  type ReplayProgress,
  type TodaysBuild,
} from './replay/replays.ts';
import { type PointInTime, type StateAtPoint, stateAt } from './states/state-at.ts';

/** A run as it is listed: without its history's bytes. */
export interface ListedRun extends Omit<RunRow, 'history'> {
  readonly historyBytes: number | null;
  /** What is wrong with the kept bytes, in sentences; empty where they are those that were sealed. */
  readonly findings: readonly Words[];
}

export interface RecordAudit {
  runs(stream: string): Promise<ListedRun[]>;
  replay(stream: string, onProgress?: (progress: ReplayProgress) => void): Promise<ReplayedRun[]>;
  /** Undefined where there is no such stream. */
  compare(stream: string): Promise<Comparison | undefined>;
  stateAt(stream: string, point: PointInTime): Promise<StateAtPoint | undefined>;
  /** Undefined where there is no such stream. */
  entries(stream: string, page: EntriesPage): Promise<Entries | undefined>;
  close(): Promise<void>;
}

export interface RecordAuditNeeds extends Pick<ReplayNeeds, 'limits' | 'parallel'> {
  readonly pool: pg.Pool;
  readonly ledger: Ledger;
  readonly today: TodaysBuild;
}

export function createRecordAudit({ pool, ledger, today, ...limits }: RecordAuditNeeds): RecordAudit {
  const replays = createReplays({ pool, today, ...limits });
  return {
    async runs(stream) {
      const rows = await readRuns(pool, stream);
      return rows.map((row) => {
        const { history, ...listed } = row;
        return { ...listed, historyBytes: history?.length ?? null, findings: evidenceFindings(row) };
      });
    },
    replay: (stream, onProgress) => replays.replay(stream, onProgress),
    compare: (stream) => compareStream({ pool, ledger, buildId: today.buildId }, stream),
    stateAt: (stream, point) => stateAt(ledger, stream, point),
    entries: (stream, page) => readEntries(ledger, stream, page),
    close: () => replays.close(),
  };
}
