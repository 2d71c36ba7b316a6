/** The first sheet of an XLSX file. Formulas are not computed: their last value stands in the file. */
import { readSheet } from 'read-excel-file/node';
import { fileProblem } from '../words.ts';
import { problemInside } from './packed.ts';
import { type Cell, type Read, type Table, tableFrom, unreadable } from './table.ts';

export async function readXlsx(bytes: Uint8Array): Promise<Read<Table>> {
  const inside = problemInside(bytes);
  if (inside !== undefined) return unreadable(inside);
  try {
    const rows = await readSheet(Buffer.from(bytes), 1);
    return tableFrom(rows as unknown as Cell[][]);
  } catch {
    return unreadable(
      fileProblem(
        'XLSX_BROKEN',
        'Lembar kerja tidak dapat dibaca. Simpan ulang sebagai XLSX, atau kirim CSV UTF-8.',
        'The spreadsheet cannot be read. Save it again as XLSX, or send CSV UTF-8.',
      ),
    );
  }
}
