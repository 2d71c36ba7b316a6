/** Rows of the report about what auditors do. */
import type { BenchReport } from './report.ts';

type Row = [what: string, value: string, aim: string];

export function auditRows({ seal, replay, bundles = [], verified = [] }: BenchReport): Row[] {
  const rows: Row[] = [];
  const add = (what: string, value: string, aim = ''): void => void rows.push([what, value, aim]);
  if (seal !== undefined) {
    const { alone, sealed, ratio, lag, proofs } = seal;
    add(
      `appends, ${seal.inFlight} in flight, none sealed`,
      `${alone.perSecond.toFixed(0)}/s   p99 ${alone.p99.toFixed(0)} ms`,
    );
    add('  sealed meanwhile', `${sealed.perSecond.toFixed(0)}/s   p99 ${sealed.p99.toFixed(0)} ms`);
    add('  ratio', ratio.toFixed(2));
    add(
      '  from commit to checkpoint',
      `p50 ${lag.p50.toFixed(0)} ms   p99 ${lag.p99.toFixed(0)} ms`,
      'under 60 s',
    );
    for (const { leaves, hashes, bytes, p50Ms } of proofs)
      add(`  proof in ${leaves} leaves`, `${hashes} hashes, ${bytes} bytes, made in ${p50Ms.toFixed(2)} ms`);
  }
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
  for (const { events, chainsSeconds, aloneSeconds, togetherSeconds, threads, quickSeconds } of verified) {
    const of = (seconds: number): string =>
      `${Math.round(events / seconds)} events/s, ${seconds.toFixed(1)} s`;
    add(`verify of ${events} events, one reader`, of(aloneSeconds));
    add(`  in ${threads} threads`, `${of(togetherSeconds)}   quick ${of(quickSeconds)}`);
    add('  chains alone, one reader', of(chainsSeconds));
  }
  return rows;
}
