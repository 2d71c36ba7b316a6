/** Files as they really come: from Excel in Indonesian, with the wrong encoding, broken, or made to hurt. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { readCsv } from '../../src/sheets/file/csv.ts';
import type { Read, Table } from '../../src/sheets/file/table.ts';
import { writeCsv, writeXlsx } from '../../src/sheets/file/write.ts';
import { readXlsx } from '../../src/sheets/file/xlsx.ts';

const csv = (text: string): Read<Table> => readCsv(Buffer.from(text, 'utf8'));
const rows = (read: Read<Table>) =>
  read.read ? read.value.rows.map(({ line, cells }) => [line, ...cells]) : read.problem;
const codeOf = (read: Read<Table>) => (read.read ? 'READ' : read.problem.code);

describe('CSV', () => {
  it.each([
    ['comma', 'NIK,Catatan\r\n1,satu\r\n'],
    ['semicolon, as Excel in Indonesian', 'NIK;Catatan\r\n1;satu\r\n'],
    ['tab', 'NIK\tCatatan\n1\tsatu'],
    ['BOM', '\ufeffNIK;Catatan\n1;satu\n'],
  ])('is read with %s', (_what, text) => {
    const read = csv(text);
    expect(read).toMatchObject({ read: true, value: { header: ['NIK', 'Catatan'] } });
    expect(rows(read)).toEqual([[2, '1', 'satu']]);
  });

  it('keeps separators, quotes and line ends inside quotes, and the numbers of rows below', () => {
    expect(rows(csv('a;b\n"x;""y""\nz";1\n\n;\nlast;2\n'))).toEqual([
      [2, 'x;"y"\nz', '1'],
      [5, 'last', '2'],
    ]);
  });

  it('is refused in Windows-1252 and in UTF-16, with the way out in Indonesian', () => {
    const windows = Buffer.concat([Buffer.from('Catatan\nr'), Buffer.from([0xe9]), Buffer.from('sum\n')]);
    const read = readCsv(windows);
    expect(read).toMatchObject({ read: false, problem: { code: 'NOT_UTF8', line: null } });
    expect(!read.read && read.problem.id).toContain('CSV UTF-8');
    expect(codeOf(readCsv(Buffer.from('\ufeffa;b\n1;2', 'utf16le')))).toBe('NOT_UTF8');
  });

  it.each([
    ['an open quote', 'a;b\n"x;1\n2;3\n', 'CSV_BROKEN'],
    ['no header', ';;\n1;2;3\n', 'HEADER_MISSING'],
    ['nothing at all', '', 'HEADER_MISSING'],
    ['bytes of zero', 'a;b\n\0;1\n', 'NOT_TEXT'],
    ['20,001 lines', `a\n${'1\n'.repeat(20_001)}`, 'TOO_MANY_LINES'],
    ['a cell of a whole book', `a;b\n${'x'.repeat(4_001)};1\n`, 'TOO_MANY_CHARACTERS'],
    ['61 columns', `a;b\n${'1;'.repeat(60)}1\n`, 'TOO_MANY_COLUMNS'],
  ])('with %s is refused', (_what, text, code) => expect(codeOf(csv(text))).toBe(code));
});

describe('XLSX', () => {
  it('gives texts, numbers, dates and times as they are typed, and keeps row numbers over empty rows', async () => {
    const file = await writeXlsxFile([
      [{ value: 'NIK' }, { value: 'Tanggal' }, { value: 'Jam' }],
      [null, null, null],
      [
        { value: '0012', type: String },
        { value: new Date(Date.UTC(2026, 7, 17)), type: Date, format: 'dd/mm/yyyy' },
        { value: 0.354166667, type: Number },
      ],
    ]).toBuffer();
    expect(rows(await readXlsx(file))).toEqual([[3, '0012', new Date(Date.UTC(2026, 7, 17)), 0.354166667]]);
  });

  it('is refused where it is something else', async () => {
    expect(codeOf(await readXlsx(Buffer.from('NIK;Catatan')))).toBe('NOT_XLSX');
    expect(codeOf(await readXlsx(zipSync({ 'a.txt': strToU8('x') })))).toBe('NOT_XLSX');
    const whole = await writeXlsx([{ name: 'Data', rows: [['a']] }]);
    expect(codeOf(await readXlsx(whole.subarray(0, whole.length - 30)))).toBe('NOT_XLSX');
  });

  it('is not unpacked where it is a bomb, also when it lies about its size', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(100 * 1024 * 1024) }, { level: 9 });
    expect(bomb.length).toBeLessThan(200_000);
    expect(codeOf(await readXlsx(bomb))).toBe('XLSX_TOO_LARGE');
    // The size stands in the directory at the end, 24 bytes into the file's entry.
    const lie = Buffer.from(bomb);
    const entry = lie.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    lie.writeUInt32LE(1_000, entry + 24);
    expect(codeOf(await readXlsx(lie))).toBe('XLSX_TOO_LARGE');
  });

  it('with thousands of files or a document type inside is refused', async () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`xl/${i}.xml`, strToU8('<a/>')]));
    expect(codeOf(await readXlsx(zipSync(many)))).toBe('XLSX_TOO_LARGE');
    const laughs = '<!DOCTYPE a [<!ENTITY b "ha">]><workbook>&b;</workbook>';
    expect(codeOf(await readXlsx(zipSync({ 'xl/workbook.xml': strToU8(laughs) })))).toBe('NOT_XLSX');
  });
});

describe('what people get', () => {
  it.each(['=1+1', '+62', '-2+3', '@SUM(A1)', '\t=1', '\r=1'])('%j never becomes a formula', async (cell) => {
    const sheet = { name: 'Data', rows: [['Kolom'], [cell]] };
    expect(writeCsv(sheet).toString('utf8')).toContain(`'${cell.slice(0, 1)}`);
    const back = await readXlsx(await writeXlsx([sheet]));
    expect(rows(back)).toEqual([[2, expect.stringMatching(/^'/)]]);
  });

  it('opens in Excel in Indonesian: BOM, semicolons, quotes only where needed', () => {
    const bytes = writeCsv({
      name: 'x',
      rows: [
        ['Baris', 'Keterangan'],
        ['2', 'a;b "c"'],
      ],
    });
    expect(bytes.toString('utf8')).toBe('\ufeffBaris;Keterangan\r\n2;"a;b ""c"""\r\n');
  });
});
