/** The empty sheet of a kind, with a second page that says what belongs into each column. */

import { type FileFormat, writeCsv, writeXlsx } from './file/write.ts';
import type { SheetKind } from './kinds/kind.ts';

/** CSV has one page: there the header alone, so that nothing has to be deleted. */
export async function templateOf({ title, columns }: SheetKind, format: FileFormat): Promise<Buffer> {
  const all = Object.values(columns);
  const data = { name: 'Data', rows: [all.map(({ header }) => header)] };
  if (format === 'csv') return writeCsv(data);
  const guide = [
    ['Kolom', 'Wajib', 'Isi', 'Contoh', 'In English'],
    ...all.map(({ header, required, meaning, example }) => [
      ...[header, required ? 'ya' : 'tidak', meaning.id, example, meaning.en],
    ]),
    [title.id, '', '', '', title.en],
  ];
  return writeXlsx([data, { name: 'Petunjuk', rows: guide }]);
}
