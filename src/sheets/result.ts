/** The file that tells what became of each line: in Indonesian, and for those refused also what to do next. */
import { renderRefusal } from '../domain/law/refusals.ts';
import { type FileFormat, writeCsv, writeXlsx } from './file/write.ts';
import type { LineResult } from './store.ts';
import type { LineOutcome } from './tables.ts';

const OUTCOMES: { readonly [Outcome in LineOutcome | 'waiting']: string } = {
  accepted: 'diterima',
  refused: 'ditolak',
  denied: 'tidak berwenang',
  fault: 'galat',
  failed: 'gagal',
  waiting: 'menunggu',
};

const HEADER = ['Baris', 'Hasil', 'Kode', 'Keterangan', 'Langkah berikutnya', 'In English'] as const;

/** What no rule of the law refused: a bug of ours, or an id in use. */
const FAILED = {
  id: 'Baris ini tidak dapat dijalankan karena galat pada sistem.',
  en: 'This line could not run because of a fault in the system.',
  nextId: 'Hubungi pengelola sistem dan sebutkan nomor lembar serta baris ini.',
};

export function resultRow({ line, outcome, refusal }: LineResult): readonly string[] {
  const word = OUTCOMES[outcome ?? 'waiting'];
  if (outcome === 'refused' || outcome === 'denied') {
    const words = refusal === undefined ? undefined : renderRefusal(refusal);
    return [
      ...[String(line), word, refusal?.code ?? '', words?.id ?? ''],
      ...[words?.nextId ?? '', words?.en ?? ''],
    ];
  }
  if (outcome === 'fault' || outcome === 'failed') {
    return [String(line), word, refusal?.code ?? 'FAULT', FAILED.id, FAILED.nextId, FAILED.en];
  }
  return [String(line), word, '', '', '', ''];
}

export async function resultFile(results: readonly LineResult[], format: FileFormat): Promise<Buffer> {
  const sheet = { name: 'Hasil', rows: [[...HEADER], ...results.map(resultRow)] };
  return format === 'csv' ? writeCsv(sheet) : writeXlsx([sheet]);
}
