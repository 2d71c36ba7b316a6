/** From a file to commands: every mistake with its line and column, and nothing else than what was written. */
import { describe, expect, it } from 'vitest';
import { isCommandName } from '../../src/access/roles.ts';
import { commandBody } from '../../src/api/command-body.ts';
import { ALL_COMMANDS } from '../../src/catalogue/index.ts';
import { readCsv } from '../../src/sheets/file/csv.ts';
import { readXlsx } from '../../src/sheets/file/xlsx.ts';
import { SHEET_KINDS } from '../../src/sheets/kinds/index.ts';
import { siteAttendance } from '../../src/sheets/kinds/site-attendance.ts';
import { lineCommandId, sheetOfCommand } from '../../src/sheets/line-command-id.ts';
import { readLines } from '../../src/sheets/read-lines.ts';
import { templateOf } from '../../src/sheets/template.ts';

const PERSON = 'p0123456789abcdef0123456789abcdef';
const HEADER =
  'ID peserta;NIK;Perkara;Kode lokasi;Tanggal;Jam mulai;Jam selesai;Istirahat mulai;Istirahat selesai;Catatan';

function attendance(...lines: string[]) {
  const read = readCsv(Buffer.from([HEADER, ...lines].join('\n')));
  if (!read.read) throw new Error(read.problem.code);
  const { lines: found, problems } = readLines(siteAttendance, read.value);
  return { found, problems: problems.map(({ line, column, code }) => [line, column, code]) };
}

describe('a line of attendance', () => {
  it('is one command, with what was written and no more', () => {
    const { found, problems } = attendance(
      `${PERSON};;c1;puskesmas-helvetia;17/08/2026;8.00;12:00;10:00;10:15;Menyapu`,
      ';1271014101900001;C2;masjid-agung-medan;18/08/2026;13:00;16:00;;;',
    );
    expect(problems).toEqual([]);
    expect(found).toEqual([
      {
        line: 2,
        commands: [
          {
            target: { to: 'person', personId: PERSON },
            name: 'record-session',
            data: {
              ...{ caseId: 'c1', siteId: 'puskesmas-helvetia', note: 'Menyapu' },
              ...{ start: '2026-08-17T08:00', end: '2026-08-17T12:00' },
              breaks: [{ start: '2026-08-17T10:00', end: '2026-08-17T10:15' }],
            },
          },
        ],
      },
      {
        line: 3,
        commands: [
          {
            target: { to: 'nik', nik: '1271014101900001' },
            name: 'record-session',
            data: {
              ...{ caseId: 'c2', siteId: 'masjid-agung-medan', breaks: [] },
              ...{ start: '2026-08-18T13:00', end: '2026-08-18T16:00' },
            },
          },
        ],
      },
    ]);
  });

  it('tells every mistake of every line, with line and column', () => {
    const { found, problems } = attendance(
      `${PERSON};1271014101900001;c1;puskesmas-helvetia;17/08/2026;08:00;12:00;;;`,
      `;;c1;puskesmas-helvetia;17/08/2026;08:00;12:00;;;`,
      `${PERSON};;perkara;Puskesmas Helvetia;31/02/2026;pagi;12:00;;;`,
      `${PERSON};;c1;;17/08/2026;12:00;08:00;;;`,
      `${PERSON};;c1;puskesmas-helvetia;17/08/2026;12:00;08:00;;;`,
      `${PERSON};;c1;puskesmas-helvetia;17/08/2026;08:00;12:00;10:00;;`,
      `${PERSON};;c1;puskesmas-helvetia;17/08/2026;08:00;12:00;;;;lebih`,
    );
    expect(found).toEqual([]);
    expect(problems).toEqual([
      [2, 'ID peserta', 'ONE_PERSON'],
      [3, 'ID peserta', 'ONE_PERSON'],
      [4, 'Perkara', 'NOT_A_CASE_ID'],
      [4, 'Kode lokasi', 'NOT_A_CODE'],
      [4, 'Tanggal', 'NOT_A_DATE'],
      [4, 'Jam mulai', 'NOT_A_TIME'],
      [5, 'Kode lokasi', 'CELL_EMPTY'],
      [6, 'Jam selesai', 'END_BEFORE_START'],
      [7, 'Istirahat selesai', 'HALF_A_BREAK'],
      [8, null, 'CELL_OUTSIDE'],
    ]);
  });

  it('is not looked at where the header is wrong; a strange header is told by its letter, not its words', () => {
    const read = readCsv(Buffer.from('ID peserta;Perkara;perkara *;Budi Santoso\nx;y;z;w'));
    if (!read.read) throw new Error(read.problem.code);
    const { lines, problems } = readLines(siteAttendance, read.value);
    expect(lines).toEqual([]);
    expect(problems.map(({ column, code }) => [column, code])).toEqual([
      ['Perkara', 'COLUMN_TWICE'],
      ['D', 'COLUMN_UNKNOWN'],
      ['Kode lokasi', 'COLUMN_MISSING'],
      ['Tanggal', 'COLUMN_MISSING'],
      ['Jam mulai', 'COLUMN_MISSING'],
      ['Jam selesai', 'COLUMN_MISSING'],
    ]);
    expect(JSON.stringify(problems)).not.toContain('Budi');
  });

  it('a header alone is no sheet', () => {
    expect(attendance().problems).toEqual([[null, null, 'NO_LINES']]);
  });
});

describe.each(SHEET_KINDS.map((kind) => [kind.name, kind] as const))('the kind %s', (_name, kind) => {
  it.each(['csv', 'xlsx'] as const)(
    'has a template that is read back without a mistake (%s)',
    async (format) => {
      const file = await templateOf(kind, format);
      const read = format === 'csv' ? readCsv(file) : await readXlsx(file);
      if (!read.read) throw new Error(read.problem.code);
      const { problems } = readLines(kind, read.value);
      expect(problems.map(({ code }) => code)).toEqual(['NO_LINES']);
    },
  );

  it('makes of its own examples commands that the catalogue takes', () => {
    const row = Object.fromEntries(
      Object.entries(kind.columns).map(([key, column]) => {
        const read = column.read(column.example);
        return [key, read.ok ? read.value : undefined];
      }),
    );
    // A person is named in one way only.
    if (row.personId !== undefined) row.nik = undefined;
    const read = kind.lineOf(row);
    if (!read.ok) throw new Error(read.problem.code);
    for (const { target: _target, name, ...body } of read.commands) {
      expect(kind.commands).toContain(name);
      const entry = ALL_COMMANDS.find((command) => command.name === name);
      expect(commandBody(entry!).safeParse(body).error?.issues).toBeUndefined();
    }
  });

  it('reads its own examples, and names only commands that there are', () => {
    for (const column of Object.values(kind.columns)) {
      expect(column.read(column.example), column.header).toMatchObject({ ok: true });
    }
    expect(kind.commands.length).toBeGreaterThan(0);
    for (const command of kind.commands) expect(isCommandName(command), command).toBe(true);
  });
});

it('the id of a line’s command tells its sheet, and only of such', () => {
  const id = `sh${'0'.repeat(32)}`;
  expect(lineCommandId(id, 2, 1)).toBe(`sheet:${id}:2`);
  expect(lineCommandId(id, 2, 2)).toBe(`sheet:${id}:2.2`);
  expect(sheetOfCommand(lineCommandId(id, 2, 2))).toBe(id);
  expect(sheetOfCommand(`client:abc:sheet:${id}`)).toBeUndefined();
});
