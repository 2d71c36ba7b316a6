/** CSV as it comes out of spreadsheets: with or without BOM, separated by comma, semicolon or tab. */
import { LINES_MAX, ROW_NUMBER_MAX } from '../limits.ts';
import { fileProblem } from '../words.ts';
import { csvRows, QuotesBroken } from './csv-rows.ts';
import {
  isEmpty,
  type Read,
  type Row,
  readAs,
  type Table,
  tableFrom,
  tooManyLines,
  unreadable,
} from './table.ts';

const SEPARATORS = [';', ',', '\t'] as const;

export function readCsv(bytes: Uint8Array): Read<Table> {
  const text = textFrom(bytes);
  if (!text.read) return text;
  const rows: Row[] = [];
  try {
    for (const row of csvRows(text.value, separatorOf(text.value))) {
      if (row.line > ROW_NUMBER_MAX) return tooManyLines();
      if (row.cells.every(isEmpty)) continue;
      rows.push(row);
      // The header, and more lines than there may be.
      if (rows.length > LINES_MAX + 1) return tooManyLines();
    }
  } catch (error) {
    if (!(error instanceof QuotesBroken)) throw error;
    return unreadable(
      fileProblem(
        'CSV_BROKEN',
        'Tanda kutip atau pemisah tidak cocok. Simpan ulang sebagai CSV UTF-8 dari aplikasi lembar kerja.',
        'Quotes or separators do not match. Save it again as CSV UTF-8 from a spreadsheet program.',
        error.line,
      ),
    );
  }
  return tableFrom(rows);
}

/** Only UTF-8: another encoding would change names and notes without anybody noticing. */
function textFrom(bytes: Uint8Array): Read<string> {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isUtf16) return notUtf8();
  let text: string;
  try {
    // Takes a BOM away by itself.
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return notUtf8();
  }
  if (text.includes('\0')) {
    return unreadable(fileProblem('NOT_TEXT', 'Berkas ini bukan teks CSV.', 'This file is not CSV text.'));
  }
  return readAs(text);
}

function notUtf8() {
  return unreadable(
    fileProblem(
      'NOT_UTF8',
      'Berkas tidak disimpan sebagai UTF-8. Di Excel pilih "Simpan Sebagai", lalu "CSV UTF-8", atau kirim berkas XLSX.',
      'The file is not UTF-8. In Excel choose "Save As", then "CSV UTF-8", or send an XLSX file.',
    ),
  );
}

/** Excel in Indonesian separates by semicolon, since its decimal sign is the comma: the header tells. */
function separatorOf(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/)).replaceAll(/"[^"]*"/g, '');
  const counted = SEPARATORS.map((separator) => ({ separator, count: header.split(separator).length }));
  return counted.reduce((best, each) => (each.count > best.count ? each : best)).separator;
}
