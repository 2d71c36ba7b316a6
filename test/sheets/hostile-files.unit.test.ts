/** Files made to hurt: each is refused, with little memory, while the process goes on with its other work. */
import { randomBytes } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { FileReading, readApart } from '../../src/sheets/file/read-apart.ts';
import type { Read, Table } from '../../src/sheets/file/table.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

interface More {
  readonly [part: string]: string;
}

/** A whole spreadsheet around one sheet, as small as its readers take it. */
function xlsx(sheet: string, more: More = {}): Uint8Array {
  const parts: More = {
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  };
  const packed = Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)] as const);
  return zipSync(Object.fromEntries(packed), { level: 1 });
}
/** With something that does not shrink beside it, so that the contents are looked at and not the size alone. */
const padded = (sheet: string, more: More = {}): Uint8Array =>
  xlsx(sheet, { 'xl/noise.xml': `<noise>${randomBytes(250_000).toString('base64')}</noise>`, ...more });

const sheet = (rows: string, behind = ''): string =>
  `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${behind}</worksheet>`;
const row = (number: number, ...cells: string[]): string => `<row r="${number}">${cells.join('')}</row>`;
const cell = (name: string, text = 'x'): string => `<c r="${name}" t="inlineStr"><is><t>${text}</t></is></c>`;
const header = row(1, cell('A1'));

const problemOf = (read: Read<Table> | undefined) => (read?.read === false ? read.problem : read);

interface Attack {
  readonly problem: unknown;
  /** How often a timer got its turn while the file was read. */
  readonly turns: number;
  readonly grewMb: number;
}

async function attack(bytes: Uint8Array, format: 'csv' | 'xlsx' = 'xlsx'): Promise<Attack> {
  let turns = 0;
  const ticking = setInterval(() => {
    turns += 1;
  }, 1);
  const memory = process.memoryUsage().rss;
  const problem = problemOf(await readApart({ format, bytes }));
  clearInterval(ticking);
  return { problem, turns, grewMb: (process.memoryUsage().rss - memory) / 2 ** 20 };
}

const MOST_GROWTH_MB = 400;

// From sources a thread takes a second to begin, which is no file's fault.
beforeAll(async () => {
  expect(await readApart({ format: 'csv', bytes: Buffer.from('a;b\n1;2\n') })).toMatchObject({ read: true });
});

describe('a spreadsheet', () => {
  it.each([
    [
      'a cell at the very end',
      () => xlsx(sheet(header + row(1_048_576, cell('XFD1048576')))),
      { code: 'CELL_BEYOND_LIMITS', line: 1_048_576, id: expect.stringContaining('Sel XFD1048576') },
    ],
    [
      'a cell in the last row',
      () => xlsx(sheet(header + row(1_048_576, cell('A1048576')))),
      { code: 'CELL_BEYOND_LIMITS', id: expect.stringContaining('Sel A1048576') },
    ],
    [
      'a row that no spreadsheet has',
      () => xlsx(sheet(header + row(99_999_999_999, cell('ZZZZZZZ99999999999')))),
      { code: 'CELL_BEYOND_LIMITS' },
    ],
    [
      'a column too many',
      () => xlsx(sheet(row(1, cell('A1'), cell('BI1')))),
      { code: 'CELL_BEYOND_LIMITS', id: expect.stringContaining('Sel BI1') },
    ],
    [
      'a line too many',
      () => xlsx(sheet(header + row(20_002, cell('A20002')))),
      { code: 'CELL_BEYOND_LIMITS', id: expect.stringContaining('Sel A20002') },
    ],
    [
      'millions of empty rows',
      () => xlsx(sheet(header + '<row/>'.repeat(7_000_000))),
      { code: 'XLSX_TOO_LARGE' },
    ],
    [
      'millions of empty rows that shrink little',
      () => padded(sheet(header + '<row/>'.repeat(6_000_000))),
      { code: 'CELL_BEYOND_LIMITS', id: expect.stringContaining('Sel A1048577') },
    ],
    [
      'one cell of 40 MB',
      () => padded(sheet(row(1, cell('A1', 'y'.repeat(40_000_000))))),
      { code: 'TOO_MANY_CHARACTERS', id: expect.stringContaining('sel A1 ') },
    ],
    [
      'a cell of a million pieces',
      () => padded(sheet(row(1, cell('A1', `y</t>${'<t>yyyy</t>'.repeat(1_000_000)}<t>`)))),
      { code: 'TOO_MANY_CHARACTERS', id: expect.stringContaining('sel A1 ') },
    ],
    [
      'millions of elements inside each other',
      () => padded(sheet('<a>'.repeat(2_000_000))),
      { code: 'XLSX_BROKEN' },
    ],
    [
      'rows in a part that is no sheet',
      () => xlsx(sheet(header), { 'xl/styles.xml': `<styleSheet>${sheet(row(9, cell('A9')))}</styleSheet>` }),
      { code: 'NOT_XLSX' },
    ],
    [
      'one text in thousands of cells',
      () =>
        padded(sheet(header + '<row><c t="s"><v>0</v></c></row>'.repeat(5_000)), {
          'xl/sharedStrings.xml': `<sst><si><t>${'z'.repeat(4_000)}</t></si></sst>`,
        }),
      { code: 'TOO_MANY_CHARACTERS_IN_ALL' },
    ],
  ])('with %s is refused', async (_what, file, problem) => {
    const found = await attack(file());
    expect(found.problem).toMatchObject(problem);
    expect(found.grewMb).toBeLessThan(MOST_GROWTH_MB);
  });

  it('keeps its values where rows and cells without any reach far beyond the limits', async () => {
    const formatted = row(7, '<c r="A7" s="0"/>', '<c r="XFD7"/>') + row(1_048_576, '<c r="A1048576"/>');
    const file = xlsx(sheet(row(1, cell('A1', 'NIK')) + row(3, cell('A3', 'a &amp; é')) + formatted, '<b/>'));
    expect(await readApart({ format: 'xlsx', bytes: file })).toEqual({
      read: true,
      value: { header: ['NIK'], rows: [{ line: 3, cells: ['a & é'] }] },
    });
  });

  it('is read by its first sheet, however large another is', async () => {
    const file = xlsx(sheet(header + row(2, cell('A2'))), {
      'xl/worksheets/sheet2.xml': sheet(row(30_000, cell('A30000'))),
    });
    expect(await readApart({ format: 'xlsx', bytes: file })).toMatchObject({ read: true });
  });
});

describe('CSV', () => {
  it.each([
    ['lines without anything', '\n', 'TOO_MANY_LINES'],
    ['fields without anything', ';\n', 'TOO_MANY_LINES'],
    ['lines', 'a\n', 'TOO_MANY_LINES'],
    ['quotes that do not match', '"a', 'CSV_BROKEN'],
    ['one field', 'x', 'TOO_MANY_CHARACTERS'],
    ['one row', 'x;', 'TOO_MANY_COLUMNS'],
  ])('of eight megabytes of %s is refused', async (_what, piece, code) => {
    const found = await attack(Buffer.from(`a;b\n${piece.repeat(8_000_000 / piece.length)}`), 'csv');
    expect(found.problem).toMatchObject({ code });
    expect(found.grewMb).toBeLessThan(MOST_GROWTH_MB);
  });
});

/** Files whose reading takes a hundred turns of a timer: one that is refused at once may leave room for none. */
describe('the process goes on with its other work while it reads', () => {
  it.each([
    ['six million rows', 'xlsx', () => padded(sheet(header + '<row/>'.repeat(6_000_000)))],
    ['a cell of 40 MB', 'xlsx', () => padded(sheet(row(1, cell('A1', 'y'.repeat(40_000_000)))))],
    ['four million columns', 'csv', () => Buffer.from(`a;b\n${'x;'.repeat(4_000_000)}`)],
  ] as const)('%s', async (_what, format, file) => {
    expect((await attack(file(), format)).turns).toBeGreaterThan(0);
  });
});

describe('a reader', () => {
  const limits = { readers: 1, waiting: 1, waitMs: 60_000, readingMs: 60_000, memoryMb: 256 };
  const file = { format: 'csv', bytes: Buffer.from('a;b\n1;2\n') } as const;

  it('lets one file wait and sends the next one back', async () => {
    const reading = new FileReading(limits);
    const [first, second, third] = await Promise.all([file, file, file].map((one) => reading.read(one)));
    expect([first?.read, second?.read, third]).toEqual([true, true, undefined]);
    expect(await reading.read(file)).toMatchObject({ read: true });
  });

  it('lets none wait for longer than its sender would', async () => {
    const reading = new FileReading({ ...limits, waitMs: 1 });
    const [first, second] = await Promise.all([reading.read(file), reading.read(file)]);
    expect([first?.read, second]).toEqual([true, undefined]);
  });

  it('gives a file up when its time is over, and takes the next one', async () => {
    const hasty = new FileReading({ ...limits, readingMs: 1 });
    expect(problemOf(await hasty.read(file))).toMatchObject({ code: 'FILE_TOO_HEAVY' });
    expect(problemOf(await hasty.read(file))).toMatchObject({ code: 'FILE_TOO_HEAVY' });
  });

  it('gives a file up when its memory is full, and the process lives', async () => {
    const small = new FileReading({ ...limits, memoryMb: 24 });
    const lines = Array.from({ length: 20_000 }, (_, line) => `${`${line};`.repeat(59)}${line}`).join('\n');
    const large = { format: 'csv', bytes: Buffer.from(`a\n${lines}`) } as const;
    expect(problemOf(await small.read(large))).toMatchObject({ code: 'FILE_TOO_HEAVY' });
    expect(await small.read(file)).toMatchObject({ read: true });
  });
});
