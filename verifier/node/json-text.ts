import { printable } from '../core/printable.ts';

/** A report for programs. JSON escapes only some of what a terminal obeys; in its texts the other escapes mean the same. */
export const jsonText = (report: object): string =>
  JSON.stringify(report, null, 2).split('\n').map(printable).join('\n');
