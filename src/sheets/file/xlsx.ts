/** The first sheet of an XLSX file. Formulas are not computed: their last value stands in the file. */
import { readSheet } from 'read-excel-file/node';
import { fileProblem } from '../words.ts';
import { type Cell, type Read, type Row, type Table, tableFrom, unreadable } from './table.ts';
import { repacked } from './unpack.ts';

const BROKEN = fileProblem(
  'XLSX_BROKEN',
  'Lembar kerja tidak dapat dibaca. Simpan ulang sebagai XLSX, atau kirim CSV UTF-8.',
  'The spreadsheet cannot be read. Save it again as XLSX, or send CSV UTF-8.',
);

/** Hostile files cost time and memory within limits, but they do: `readApart` has it done in a thread. */
export async function readXlsx(bytes: Uint8Array): Promise<Read<Table>> {
  const packed = repacked(bytes);
  if (!packed.read) return packed;
  const { file, refusedSheets } = packed.value;
  let rows: Cell[][];
  try {
    rows = (await readSheet(Buffer.from(file), 1)) as unknown as Cell[][];
  } catch {
    return unreadable(refusedSheets[0] ?? BROKEN);
  }
  return tableFrom(rows.map((cells, place): Row => ({ line: place + 1, cells })));
}
