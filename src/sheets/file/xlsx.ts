/** The first sheet of an XLSX file. Formulas are not computed: their last value stands in the file. */
import { readSheet } from 'read-excel-file/node';
import { fileProblem } from '../words.ts';
import { type Cell, type Read, type Table, tableFrom, unreadable } from './table.ts';
import { repacked } from './unpack.ts';

export async function readXlsx(bytes: Uint8Array): Promise<Read<Table>> {
  const file = repacked(bytes);
  if (!file.read) return file;
  try {
    const rows = await readSheet(Buffer.from(file.value), 1);
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
