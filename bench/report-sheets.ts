/** Rows of the report about sheets, timers and old lives. */
import type { LoadResult, Spread } from './load.ts';
import type { BenchReport } from './report.ts';
import type { Lateness } from './timers.ts';

type Row = [what: string, value: string, aim: string];

const rate = ({ low, middle, high }: Spread): string =>
  `${middle.toFixed(0)}/s (${low.toFixed(0)} to ${high.toFixed(0)})`;
const share = ({ low, middle, high }: Spread): string =>
  `${middle.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
const times = ({ p50, p99 }: LoadResult): string => `p50 ${p50.toFixed(0)} ms   p99 ${p99.toFixed(0)} ms`;
const load = (result: LoadResult): string => `${result.perSecond.toFixed(0)}/s   ${times(result)}`;

export function sheetRows({ bulk, attendance, timers, oldLife }: BenchReport): Row[] {
  const rows: Row[] = [];
  const add = (what: string, value: string, aim = ''): void => void rows.push([what, value, aim]);
  if (bulk !== undefined) {
    const { small, large, clerkQuiet, clerkMeanwhile, alerts, ratios } = bulk;
    add(
      `sheet of ${small.lines} release dates, chunks of ${bulk.chunk}, ${bulk.lanes} lanes`,
      `${small.perSecond.toFixed(0)} lines/s`,
    );
    add('  the bulk door alone', `${bulk.door.toFixed(0)} lines/s`);
    add('  the same rows with plain kysely', load(bulk.plain));
    add(
      '  ratio',
      share({ low: Math.min(...ratios), middle: bulk.ratio, high: Math.max(...ratios) }),
      '0.7 or more',
    );
    add('  plain kysely, the same chunks', `${bulk.plainChunks.perSecond.toFixed(0)}/s`);
    add('  ratio', bulk.ratioToChunks.toFixed(2));
    add(`sheet of ${large.lines}`, `${large.perSecond.toFixed(0)} lines/s`);
    add('  growth per line', bulk.growth.toFixed(2));
    add('  alerts', `${alerts.messages} for ${alerts.items} changes of offices`);
    add('  events read for them', `${alerts.eventsPerSecond.toFixed(0)}/s`);
    add('a clerk’s command, quiet', load(clerkQuiet));
    add('  while the sheet runs', times(clerkMeanwhile), 'p99 at most twice');
  }
  if (attendance !== undefined) {
    add(`attendance of ${attendance.classes} classes of 16, marks`, rate(attendance.linesPerSecond));
    add('  the same rows with plain kysely', rate(attendance.plain));
    add('  ratio', share(attendance.ratio), '0.7 or more');
    add('  plain kysely, the same chunks', rate(attendance.plainChunks));
    add('  ratio', share(attendance.ratioToChunks));
  }
  if (timers !== undefined) {
    const late = ({ p50, p99, latest, spareSeconds }: Lateness): string =>
      `p50 ${p50.toFixed(1)} s   p99 ${p99.toFixed(1)} s   latest ${latest.toFixed(1)} s` +
      // Otherwise they were late before anybody could be on time.
      (spareSeconds < 0 ? `, begun ${(-spareSeconds).toFixed(0)} s too late` : '');
    add(`${timers.timers} timers due at one instant, lateness`, late(timers.atOnce));
    add('  due over one minute', late(timers.inOneMinute));
  }
  if (oldLife !== undefined) {
    const { young, old, snapshots } = oldLife;
    add(
      'snapshot of a life',
      snapshots.map(({ years, bytes }) => `${years} y ${(bytes / 1024).toFixed(1)} KB`).join('   '),
    );
    add('  events of it', snapshots.map(({ years, events }) => `${years} y ${events}`).join('   '));
    const both = (of: (aged: typeof young) => string): string => `${of(old)}, young ${of(young)}`;
    add(
      'memory of a held journey of 20 years',
      both(({ kilobytesPerJourney }) => `${kilobytesPerJourney.toFixed(0)} KB`),
    );
    add(
      '  a command from the ledger, p50',
      both(({ fromLedger }) => `${fromLedger.p50.toFixed(0)} ms`),
    );
    add(
      '  a cold command, p50',
      both(({ evicted }) => `${evicted.p50.toFixed(0)} ms`),
    );
    add('  its price over a young one’s', (old.evicted.p50 / young.evicted.p50).toFixed(2));
  }
  return rows;
}
