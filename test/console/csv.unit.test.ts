/** Cells of files for spreadsheets: one rule for boards, audits and sheets. */
import { expect, test } from 'vitest';
import { csvText } from '../../src/console/audit/csv.ts';
import { csvCell } from '../../src/console/csv.ts';
import { csvOf } from '../../src/console/daily/csv-lines.ts';

test.each(['=1+1', '+62', '-1', '@SUM', '|calc', '%comspec%', '\tx', '\nx'])('%j never runs', (text) => {
  expect(csvCell(text).replace(/^"/, '')).toBe(`'${text}${/^[\t\n]/.test(text) ? '"' : ''}`);
  expect(csvText({ definitions: [], head: ['x'], rows: [[text]] })).toContain(csvCell(text));
  expect(csvOf([[text]])).toContain(csvCell(text));
});

test('what holds a separator, a quote or a line of its own is quoted, and nothing else', () => {
  expect(['a,b', 'a;b', 'a "b"', 'a\r\nb', 'a b'].map(csvCell)).toEqual([
    ...['"a,b"', '"a;b"', '"a ""b"""', '"a\r\nb"', 'a b'],
  ]);
});
