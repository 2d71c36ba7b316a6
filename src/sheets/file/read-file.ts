/** What the reading thread does with a file. */
import { readCsv } from './csv.ts';
import type { Read, Table } from './table.ts';
import type { FileFormat } from './write.ts';
import { readXlsx } from './xlsx.ts';

export interface SentFile {
  readonly format: FileFormat;
  readonly bytes: Uint8Array;
}

export const readFile = async ({ format, bytes }: SentFile): Promise<Read<Table>> =>
  format === 'csv' ? readCsv(bytes) : readXlsx(bytes);
