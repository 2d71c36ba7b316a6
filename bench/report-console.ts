/** Rows of the report about pages: what they weigh, and how long they take beside a plain query. */
import type { BenchReport } from './report.ts';

type Row = [what: string, value: string, aim: string];

const kilobytes = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} kB`;

export function consoleRows({ pages = [] }: BenchReport): Row[] {
  return pages.map(({ page, sentBytes, firstVisitBytes, milliseconds, plain, ratio }) => [
    `page: ${page}`,
    `${milliseconds.middle.toFixed(1)} ms (${milliseconds.low.toFixed(1)}–${milliseconds.high.toFixed(1)})   ` +
      `query ${plain.middle.toFixed(2)} ms   ratio ${ratio.toFixed(0)}   ${kilobytes(sentBytes)}, first visit ${kilobytes(firstVisitBytes)}`,
    page.startsWith('home') ? 'first visit under 100 kB' : '',
  ]);
}
