/** What the auditor's pages are made of, without a page around it. */
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/console/audit/answers.ts';
import { chartOf } from '../../../src/console/audit/chart-scale.ts';
import { FINDING_SORTS } from '../../../src/console/audit/comparison-words.ts';
import { csvText } from '../../../src/console/audit/csv.ts';
import { draftedValue } from '../../../src/console/audit/drafted-value.ts';
import { keptCheckpoint } from '../../../src/console/audit/kept-checkpoint.ts';
import { axesOf, positionOf, stepDay, stepKnown } from '../../../src/console/audit/replay-position.ts';
import { changesBetween, stateRows } from '../../../src/console/audit/state-rows.ts';
import { explainPath, streamPath } from '../../../src/console/audit/streams.ts';
import { temporalRunPath } from '../../../src/console/audit/temporal-link.ts';
import { valueText } from '../../../src/console/audit/value-text.ts';

const entry = (decision: number, decidedAt: string, ...days: string[]): Entry => ({
  ...{
    decision,
    command: 'record-session',
    outcome: 'accepted',
    code: null,
    decidedAt,
    build: 'b',
    run: null,
  },
  actor: { id: 'a', role: 'PIDUM_STAFF', office: 'kejari-medan' },
  events: days.map((date, place) => ({
    ...{
      version: decision * 10 + place,
      type: 'SessionRecorded',
      data: {},
      recordedAt: decidedAt,
      receipt: '',
    },
    occurredAt: { at: `${date}T02:00:00.000Z`, date, zone: 'WIB' },
  })),
});

const LIFE = [
  entry(1, '2026-03-01T02:00:00.000Z', '2026-03-01'),
  entry(2, '2026-03-05T02:00:00.000Z', '2026-03-02', '2026-03-03'),
  entry(3, '2026-03-05T16:59:59.000Z'),
  entry(4, '2026-03-06T02:00:00.000Z', '2026-03-03'),
];

describe('a position', () => {
  test.each([
    [undefined, 4],
    ['', 4],
    ['2', 2],
    ['99', 4],
    ['-1', 4],
    ['x', 4],
    ['2026-03-05', 3],
    ['2026-02-28', 0],
  ])('known=%s is after decision %i', (known, decision) => {
    expect(positionOf(LIFE, known, undefined)).toEqual({ known: decision });
  });

  test('days are those that are known, each once, with the one that is looked at', () => {
    expect(axesOf(LIFE, { known: 2 }).days).toEqual(['2026-03-01', '2026-03-02', '2026-03-03']);
    expect(axesOf(LIFE, { known: 1, on: '2026-03-09' }).days).toEqual(['2026-03-01', '2026-03-09']);
  });

  test('steps end at the ends of each axis', () => {
    const axes = axesOf(LIFE, { known: 4 });
    expect(stepKnown(axes, { known: 0 }, -1)).toBeUndefined();
    expect(stepKnown(axes, { known: 0, on: '2026-03-01' }, 1)).toEqual({ known: 1, on: '2026-03-01' });
    expect(stepKnown(axes, { known: 4 }, 1)).toBeUndefined();
    expect(stepDay(axes, { known: 4 }, -1)).toEqual({ known: 4, on: '2026-03-03' });
    expect(stepDay(axes, { known: 4, on: '2026-03-03' }, 1)).toEqual({ known: 4 });
    expect(stepDay(axes, { known: 4 }, 1)).toBeUndefined();
    expect(stepDay(axes, { known: 4, on: '2026-03-01' }, -1)).toBeUndefined();
  });
});

describe('a state', () => {
  test('becomes a row for each value; indexes and what is empty give none', () => {
    const rows = stateRows({
      a: { b: 1, caseNumberIndex: 'ff' },
      list: ['x', 'y'],
      none: [],
      of: [{ c: null }],
    });
    expect(rows).toEqual([
      { path: ['a', 'b'], value: 1 },
      { path: ['list'], value: ['x', 'y'] },
      { path: ['of', '1', 'c'], value: null },
    ]);
  });

  test('changes are what came, went and is otherwise', () => {
    const changes = changesBetween(
      stateRows({ same: 1, was: 2, gone: null }),
      stateRows({ same: 1, was: 3, came: [], is: true }),
    );
    expect(changes).toEqual([
      { path: ['was'], before: 2, after: 3 },
      { path: ['is'], before: undefined, after: true },
      { path: ['gone'], before: null, after: undefined },
    ]);
  });

  test('values are said by their field', () => {
    const said = { language: 'id', names: new Map([['rsud', 'RSUD Kabanjahe']]) } as const;
    expect(valueText(said, ['cases', 'c1', 'creditedMinutes'], 210)).toBe('3 jam 30 menit');
    expect(valueText(said, ['cases', 'c1', 'siteId'], 'rsud')).toBe('RSUD Kabanjahe');
    expect(valueText(said, ['diedOn'], null)).toBe('tidak ada');
    expect(valueText(said, ['cases', 'c1', 'finalOn'], '2026-03-09')).toBe('9 Maret 2026');
    expect(valueText(said, ['cases', 'c1', 'stage'], 'RUNNING')).toBe('Sedang dijalani');
    expect(valueText(said, ['prison', 'cases', 'c1', 'stage'], 'ADMITTED')).toBe('Data SDP diterima');
  });
});

test('a point that was recorded later stands above the slanted line', () => {
  const chart = chartOf(LIFE)!;
  const late = chart.points.find(({ version }) => version === 20)!;
  expect(late.y).toBeLessThan(chart.y('2026-03-02T02:00:00.000Z'));
  expect(chartOf([])).toBeUndefined();
});

test('a spreadsheet gets no formulas, and quotes what needs it', () => {
  const text = csvText({ definitions: [['what', 'a, "b"']], head: ['x'], rows: [['=1+1'], [-3], [null]] });
  expect(text).toBe('\uFEFFwhat,"a, ""b"""\r\n\r\nx\r\n\'=1+1\r\n-3\r\n\r\n');
});

test('a kept checkpoint is its size alone, or the whole note', () => {
  const root = Buffer.alloc(32, 7).toString('base64');
  expect(keptCheckpoint(' 42 ')).toEqual({ size: 42 });
  expect(keptCheckpoint(`log.test/x\n42\n${root}\n\n— log.test/x abc`)).toEqual({ size: 42, root });
  for (const text of ['', 'log.test/x', `log.test/x\n42\nnoroot`, '-1', '1e9'])
    expect(keptCheckpoint(text)).toBeUndefined();
});

test.each([
  ['540', 540],
  ['true', true],
  ['[30, 14]', [30, 14]],
  ['16:00', '16:00'],
  ['[30', '[30'],
])('a drafted value %s is read as typed', (text, value) => expect(draftedValue(text)).toEqual(value));

test('addresses carry ids whole, also those with a slash', () => {
  expect(streamPath('register/site/rsud')).toBe('/audit/streams/register/site%2Frsud');
  expect(explainPath('journey/p1', { event: 3 })).toBe('/audit/streams/journey/p1/explain?event=3');
  expect(temporalRunPath({ address: 'http://t:1/', namespace: 'n' }, 'journey/p1', 'r')).toBe(
    'http://t:1/namespaces/n/workflows/journey%2Fp1/r/history',
  );
});

test('each sort of difference has a name and a meaning in both languages', () => {
  for (const { name, meaning } of Object.values(FINDING_SORTS)) {
    for (const words of [name, meaning]) expect(words.id).not.toBe(words.en);
  }
});
