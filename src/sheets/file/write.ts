/** Files that people get: templates and results. A cell never becomes a formula, whoever's text it holds. */
import writeXlsxFile from 'write-excel-file/node';

export type FileFormat = 'csv' | 'xlsx';

export const CONTENT_TYPES: { readonly [Format in FileFormat]: string } = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A sheet of texts; the first row is its header. */
export interface WrittenSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** What a spreadsheet would take for a formula or a command gets an apostrophe before it. */
const asText = (text: string): string => (/^[=+\-@\t\r\n|%]/.test(text) ? `'${text}` : text);

/** With BOM and semicolons: so Excel in Indonesian opens it by a double click. */
export function writeCsv({ rows }: WrittenSheet): Buffer {
  const quoted = (text: string): string =>
    /[";,\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = rows.map((cells) => cells.map((cell) => quoted(asText(cell))).join(';'));
  return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`, 'utf8');
}

/** Every cell in the format of text, so that a NIK keeps all its digits when somebody types it in. */
export async function writeXlsx(sheets: readonly WrittenSheet[]): Promise<Buffer> {
  const cell = (value: string, isHeader: boolean) => ({
    ...{ value: asText(value), type: String, format: '@' },
    ...(isHeader ? { fontWeight: 'bold' as const } : {}),
  });
  const written = sheets.map(({ name, rows }) => ({
    sheet: name,
    data: rows.map((cells, place) => cells.map((value) => cell(value, place === 0))),
  }));
  return writeXlsxFile(written).toBuffer();
}
