/** The replay of a life: every run of a stream, with the bundle of its own build and with today's. */
import type pg from 'pg';
import { type Words, words } from '../explain/words.ts';
import { readHistory } from '../history/read-history.ts';
import type { RunHistory } from '../history/run-history.ts';
import { HistoryUnreadable } from '../history/run-history.ts';
import { type RunRow, readRuns } from '../history/run-rows.ts';
import { createBundleStore, type KeptBundle } from './bundle-store.ts';
import { evidenceFindings } from './evidence.ts';
import type { ReplayJob, ReplayOutcome } from './outcome.ts';
import { REPLAY_LIMITS, type ReplayLimits, replayApart } from './replay-apart.ts';

/** The build that runs now. */
export interface TodaysBuild {
  readonly buildId: string;
  readonly bundlePath: string;
}

export interface ReplayedRun {
  readonly runId: string;
  readonly firstRecordedAt: string;
  readonly standing: RunRow['standing'];
  /** Whose bundle counts as its own: the last build that worked on it. */
  readonly buildId: string;
  /** Number of events of the history; null where there is none. */
  readonly historyEvents: number | null;
  readonly ending: RunHistory['ending'] | null;
  /** What is wrong with the kept bytes, in a sentence each; empty where they are the sealed ones. */
  readonly findings: readonly Words[];
  /** With its own bundle: evidence that this code made this history. */
  readonly own: ReplayOutcome;
  /** With today's: whether it could still be gone on with. */
  readonly today: ReplayOutcome;
}

export interface ReplayProgress {
  readonly done: number;
  readonly of: number;
}

export interface Replays {
  /** @returns runs in the order in which they began to decide; empty for a stream without a workflow. */
  replay(stream: string, onProgress?: (progress: ReplayProgress) => void): Promise<ReplayedRun[]>;
  close(): Promise<void>;
}

export interface ReplayNeeds {
  readonly pool: pg.Pool;
  readonly today: TodaysBuild;
  readonly limits?: ReplayLimits;
  /** Processes at a time, over all askers. */
  readonly parallel?: number;
}

export function createReplays({ pool, today, limits = REPLAY_LIMITS, parallel = 2 }: ReplayNeeds): Replays {
  const bundles = createBundleStore(pool);
  const inTurn = turns(parallel);
  return {
    async replay(stream, onProgress = () => undefined) {
      const runs = (await readRuns(pool, stream)).map(lookedAt);
      const groups = new Map<string, { readonly path: string; readonly jobs: Map<string, ReplayJob> }>();
      const outcomes = new Map<string, ReplayOutcome>();
      const kept = new Map<string, KeptBundle | undefined>();
      for (const run of runs) {
        if (run.job === undefined) continue;
        for (const buildId of new Set([run.buildId, today.buildId])) {
          if (!kept.has(buildId)) kept.set(buildId, await bundles.find(buildId));
          const path = pathOf(buildId, kept.get(buildId));
          if (path === undefined) continue;
          const group = groups.get(buildId) ?? { path, jobs: new Map() };
          groups.set(buildId, group);
          group.jobs.set(run.row.runId, run.job);
        }
      }
      const of = [...groups.values()].reduce((sum, { jobs }) => sum + jobs.size, 0);
      await Promise.all(
        [...groups].map(([buildId, { path, jobs }]) =>
          inTurn(() =>
            replayApart(
              path,
              [...jobs.values()],
              (runId, outcome) => {
                outcomes.set(`${buildId} ${runId}`, outcome);
                onProgress({ done: outcomes.size, of });
              },
              limits,
            ),
          ),
        ),
      );
      const outcomeOf = (run: LookedAt, buildId: string): ReplayOutcome =>
        run.standing ??
        outcomes.get(`${buildId} ${run.row.runId}`) ?? {
          outcome: kept.get(buildId) === undefined ? 'bundle missing' : 'bundle changed',
          buildId,
        };
      return runs.map((run) => ({
        runId: run.row.runId,
        firstRecordedAt: run.row.firstRecordedAt,
        standing: run.row.standing,
        buildId: run.buildId,
        historyEvents: run.history?.length ?? null,
        ending: run.history?.ending ?? null,
        findings: [...run.findings, ...bundleFindings(run.buildId, kept.get(run.buildId))],
        own: outcomeOf(run, run.buildId),
        today: outcomeOf(run, today.buildId),
      }));
    },
    close: () => bundles.close(),
  };

  /** Today's is the file that this very process runs by; of others, only those that were sealed. */
  function pathOf(buildId: string, kept: KeptBundle | undefined): string | undefined {
    if (buildId === today.buildId) return today.bundlePath;
    return kept?.sealed ? kept.path : undefined;
  }
}

const BUNDLE_NEVER_SEALED: Words = {
  id: 'Bundel alur kerja dari build {buildId} tidak pernah disegel.',
  en: 'The workflow bundle of build {buildId} was never sealed.',
};
const BUNDLE_CHANGED: Words = {
  id: 'Bundel alur kerja dari build {buildId} bukan yang disegel.',
  en: 'The workflow bundle of build {buildId} is not the one that was sealed.',
};

/** @returns what is wrong with a kept bundle, in a sentence. */
function bundleFindings(buildId: string, kept: KeptBundle | undefined): Words[] {
  if (kept === undefined || kept.sealed) return [];
  return [words(kept.sealedSha256 === null ? BUNDLE_NEVER_SEALED : BUNDLE_CHANGED, { buildId })];
}

interface LookedAt {
  readonly row: RunRow;
  readonly buildId: string;
  readonly history: RunHistory | undefined;
  readonly job: ReplayJob | undefined;
  /** Known without a replay. */
  readonly standing: ReplayOutcome | undefined;
  readonly findings: readonly Words[];
}

function lookedAt(row: RunRow): LookedAt {
  const { stream, runId, buildId } = row;
  const findings = evidenceFindings(row);
  if (row.history === null) {
    const outcome =
      row.standing === 'waiting' || row.standing === 'archived' ? 'not archived yet' : row.standing;
    return { row, buildId, history: undefined, job: undefined, standing: { outcome }, findings };
  }
  try {
    const history = readHistory(row.history);
    const job = { runId, stream, history: row.history };
    // A run that began under one build and went on under another was replayed by the later one as it went.
    return {
      ...{ row, history, job, findings },
      buildId: history.builds.at(-1) ?? buildId,
      standing: undefined,
    };
  } catch (error) {
    if (!(error instanceof HistoryUnreadable)) throw error;
    const standing = { outcome: 'unreadable', message: error.message } as const;
    return { row, buildId, history: undefined, job: undefined, standing, findings };
  }
}

/** At most so many at a time; the others wait in their order. */
function turns(limit: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= limit) await new Promise<void>((go) => waiting.push(go));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
