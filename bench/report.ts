/** The figures of a run: a table for people, JSON for comparing. Ratios count; rates belong to a machine. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { arch, cpus, loadavg, platform } from 'node:os';
import { join } from 'node:path';
import { findPackageRoot } from '../src/ledger/package-root.ts';
import type { WorkerTuning } from '../workers/tuning.ts';
import type { AttendanceResult } from './attendance.ts';
import type { BulkBenchResult } from './bulk.ts';
import type { BundleResult } from './bundle.ts';
import type { ColdResult, LifeResult } from './cold.ts';
import type { PageResult } from './console.ts';
import type { LedgerResult } from './ledger-alone.ts';
import type { LoadResult } from './load.ts';
import type { OldLifeResult } from './old-life.ts';
import type { HistoryResult, MemoryResult } from './openings.ts';
import type { ReplayBenchResult } from './replay.ts';
import { auditRows } from './report-audit.ts';
import { consoleRows } from './report-console.ts';
import { sheetRows } from './report-sheets.ts';
import type { SealResult } from './seal.ts';
import type { TimersResult } from './timers.ts';
import type { VerifyBenchResult } from './verify.ts';
import type { WarmResult } from './warm.ts';

export interface BenchReport {
  readonly takenAt: string;
  readonly machine: {
    readonly cores: number;
    readonly platform: string;
    /** Load over the last minute, before and after: above the cores, somebody else worked too. */
    readonly loadBefore: number;
    loadAfter?: number;
  };
  readonly versions: { readonly node: string; readonly postgres: string; readonly temporal: string };
  readonly servers: { readonly postgres: string; readonly temporal: string };
  readonly tuning: WorkerTuning;
  /** Clients in this process, each worker in a process of its own, servers in theirs. */
  readonly processes: string;
  warm?: WarmResult;
  cold?: ColdResult;
  life?: LifeResult;
  openings?: LoadResult;
  memory?: MemoryResult;
  histories?: HistoryResult;
  ledger?: LedgerResult;
  bulk?: BulkBenchResult;
  attendance?: AttendanceResult;
  timers?: TimersResult;
  oldLife?: OldLifeResult;
  seal?: SealResult;
  replay?: ReplayBenchResult;
  bundles?: readonly BundleResult[];
  pages?: readonly PageResult[];
  verified?: readonly VerifyBenchResult[];
  seconds?: number;
}

export const machineNow = (): BenchReport['machine'] => ({
  cores: cpus().length,
  platform: `${platform()} ${arch()}`,
  loadBefore: loadNow(),
});

export const loadNow = (): number => Number((loadavg()[0] ?? 0).toFixed(2));

export function printReport(report: BenchReport): void {
  const { machine, versions, servers, warm, cold, life, openings, memory, histories, ledger } = report;
  const rows: [string, string, string][] = [];
  const add = (what: string, value: string, aim = ''): void => void rows.push([what, value, aim]);
  const load = ({ perSecond, p50, p99 }: LoadResult): string =>
    `${perSecond.toFixed(0)}/s   p50 ${p50.toFixed(0)} ms   p99 ${p99.toFixed(0)} ms`;
  if (warm !== undefined) {
    const [low, high] = [Math.min(...warm.ratios), Math.max(...warm.ratios)];
    add(`record-session, warm, ${warm.inFlight} in flight`, load(warm.session));
    add('empty update, same server', load(warm.empty));
    add('  ratio', `${warm.ratio.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`, '0.85 or more');
    const { session, empty } = warm.workerCpuMs;
    add('  worker CPU per command', `${session.toFixed(1)} ms, empty ${empty.toFixed(1)} ms`);
  }
  if (cold !== undefined) {
    add(`record-session, cold, ${cold.inFlight} in flight`, load(cold));
    add('', `${cold.journeys} journeys, cache of ${cold.cache}`);
  }
  if (life !== undefined) {
    for (const [name, results] of [
      ['cold', life.cold],
      ['warm', life.warm],
    ] as const) {
      const values = results.map(({ age, p50 }) => `${age}th ${p50.toFixed(0)} ms`);
      add(`p50 over a life, one at a time, ${name}`, values.join('   '));
    }
    const growths = `cold ${life.coldGrowth.toFixed(2)}, warm ${life.warmGrowth.toFixed(2)}`;
    add('  200th over 5th', growths, '1.25 or less');
  }
  if (openings !== undefined) add('opening a case (person and ruling)', load(openings));
  if (memory !== undefined) {
    const { kilobytesPerJourney, workerMegabytes } = memory;
    add('memory per held journey', `${kilobytesPerJourney.toFixed(0)} KB`);
    add('  worker, all', `${workerMegabytes.toFixed(0)} MB`);
  }
  if (histories !== undefined) {
    add('history events per command', histories.eventsBetweenCommands.toFixed(2), '6 or fewer');
    add('  with the share of a run’s start', histories.eventsPerCommand.toFixed(2));
    add('  bytes per command, as JSON', histories.bytesPerCommand.toFixed(0));
  }
  if (ledger !== undefined) {
    add(`ledger alone, ${ledger.inFlight} in flight`, load(ledger.record));
    add('the same rows with plain kysely', load(ledger.plain));
    add('  ratio', ledger.ratio.toFixed(2));
    add('verify', `${ledger.verifyPerSecond} entries/s (${ledger.verified})`);
  }
  rows.push(...sheetRows(report), ...auditRows(report), ...consoleRows(report));
  const width = Math.max(...rows.map(([what]) => what.length)) + 2;
  const wide = Math.max(...rows.map(([, value]) => value.length)) + 2;
  console.log(`\nTitian bench, ${report.takenAt.slice(0, 10)}`);
  console.log(`Node ${versions.node}, Postgres ${versions.postgres} (${servers.postgres})`);
  console.log(`Temporal ${versions.temporal} (${servers.temporal})`);
  console.log(`${machine.cores} cores, load ${machine.loadBefore} before and ${machine.loadAfter} after\n`);
  for (const [what, value, aim] of rows) {
    const line = `${what.padEnd(width)}${value.padEnd(wide)}${aim === '' ? '' : `aim: ${aim}`}`;
    console.log(line.trimEnd());
  }
}

/** Named by date and platform: no host, no path. */
export function saveReport(report: BenchReport): string {
  const folder = join(findPackageRoot(), 'bench', 'results');
  mkdirSync(folder, { recursive: true });
  const { cores, platform: system } = report.machine;
  const name = `${report.takenAt.slice(0, 10)}-${system.replace(' ', '-')}-${cores}-cores.json`;
  writeFileSync(join(folder, name), `${JSON.stringify(rounded(report), null, 2)}\n`);
  return join('bench', 'results', name);
}

/** Three digits behind the point are more than a busy machine can promise. */
function rounded(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, entry: unknown) =>
      typeof entry === 'number' ? Number(entry.toFixed(3)) : entry,
    ),
  );
}
