/** Rows of the report about what auditors do. */
import type { BenchReport } from './report.ts';

type Row = [what: string, value: string, aim: string];

export function auditRows({ replay, bundles = [] }: BenchReport): Row[] {
  const rows: Row[] = [];
  const add = (what: string, value: string, aim = ''): void => void rows.push([what, value, aim]);
  if (replay !== undefined) {
    const megabytes = (replay.historyBytes / 1_000_000).toFixed(1);
    add(`replay of ${replay.runs} archived runs`, `${replay.historyEvents} events, ${megabytes} MB`);
    for (const [name, rate] of [
      ['with their own bundle', replay.own],
      ['with today’s', replay.today],
    ] as const) {
      const { runsPerSecond, eventsPerSecond, seconds } = rate;
      add(
        `  ${name}`,
        `${runsPerSecond.toFixed(0)} runs/s   ${eventsPerSecond.toFixed(0)} events/s   ${seconds.toFixed(1)} s in all`,
      );
    }
  }
  for (const { events, bytes, exportMs, verifyMs } of bundles) {
    const perSecond = (ms: number): string => `${Math.round((events * 1_000) / ms)} events/s`;
    const [written, checked] = [exportMs, verifyMs].map(
      (ms) => `${(ms / 1_000).toFixed(1)} s, ${perSecond(ms)}`,
    );
    add(
      `bundle of ${events} events`,
      `${(bytes / 1_000_000).toFixed(1)} MB   written ${written}   checked ${checked}`,
    );
  }
  return rows;
}
