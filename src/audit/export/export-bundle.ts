/** Making a bundle: the plan first, which can be refused, then its text, which comes as fast as it is taken. */
import type pg from 'pg';
import type { Actor } from '../../domain/decider.ts';
import type { SealedLog } from '../../seal/sealed-log.ts';
import { type BundleSource, bundleLines } from './bundle.ts';
import { canonicalEnd } from './end-line.ts';
import { allHistoriesStand } from './histories.ts';
import { BundleLines, type LineTotals } from './lines.ts';
import { type BundlePlan, planBundle } from './plan.ts';
import type { BundleScope } from './scope.ts';

export interface ExporterNeeds {
  /** A pool of the exporter's own, without a limit on a statement: see `createReaderPool`. */
  readonly pool: pg.Pool;
  readonly log: SealedLog;
  readonly build: string;
  readonly now?: () => Date;
  /** Ends the writing of all bundles: without an end line, so that none passes for whole. */
  readonly signal?: AbortSignal;
}

export interface ExportRequest {
  readonly scope: BundleScope;
  readonly actor: Actor;
  /** Size of a published checkpoint that the reader kept from before. */
  readonly since?: number;
  readonly onProgress?: (progress: ExportProgress) => void;
}

export interface ExportProgress {
  readonly streams: number;
  readonly streamsInAll: number;
  readonly lines: number;
  readonly bytes: number;
}

export interface PreparedBundle {
  readonly plan: BundlePlan;
  readonly streamsInAll: number;
  /** The text. Where it breaks off it has no end line, and no verifier takes it. */
  text(): AsyncGenerator<string, LineTotals>;
}

export interface BundleExporter {
  /**
   * Seals the log and fixes what the bundle holds.
   *
   * @throws LogKeyAbsent, NotPublished, SigningRefused; SealedHistoryGone where the record lost what it must show.
   */
  prepare(request: ExportRequest): Promise<PreparedBundle>;
  /** Whether a checkpoint of this size was published. */
  knowsCheckpoint(size: number): Promise<boolean>;
}

export function createBundleExporter(needs: ExporterNeeds): BundleExporter {
  const { log, now = () => new Date() } = needs;
  return {
    async prepare(request) {
      const plan = await planBundle(needs, request.scope);
      const subjects = plan.subjects.map(({ stream }) => stream);
      await allHistoriesStand(needs.pool, subjects, plan.checkpoint.size);
      const source: BundleSource = {
        ...{ pool: needs.pool, log, madeAt: now().toISOString(), madeBy: request.actor, build: needs.build },
        ...(request.since === undefined ? {} : { since: request.since }),
      };
      const streamsInAll = plan.subjects.length + plan.registers.length;
      const told = (progress: Omit<ExportProgress, 'streamsInAll'>) =>
        request.onProgress?.({ ...progress, streamsInAll });
      return { plan, streamsInAll, text: () => textOf(plan, source, told, needs.signal) };
    },
    knowsCheckpoint: async (size) => (await log.published(size)) !== undefined,
  };
}

async function* textOf(
  plan: BundlePlan,
  source: BundleSource,
  told: (progress: Omit<ExportProgress, 'streamsInAll'>) => void,
  signal: AbortSignal | undefined,
): AsyncGenerator<string, LineTotals> {
  const lines = new BundleLines();
  let streams = 0;
  for await (const line of bundleLines(plan, source)) {
    if (line.type === 'stream') streams += 1;
    const chunk = lines.add(line);
    if (chunk === undefined) continue;
    signal?.throwIfAborted();
    told({ streams, lines: lines.lines, bytes: lines.bytes });
    yield chunk;
  }
  const rest = lines.take();
  const totals = lines.totals();
  yield rest + canonicalEnd(source.log, totals);
  told({ streams, lines: totals.lines + 1, bytes: totals.bytes });
  return totals;
}
