/** The file that tells what became of each line: in Indonesian, and for those refused also what to do next. */
import type { JsonObject, RecordedEvent } from '../domain/decider.ts';
import { renderRefusal } from '../domain/law/refusals.ts';
import { type FileFormat, writeCsv, writeXlsx } from './file/write.ts';
import type { SheetKind } from './kinds/kind.ts';
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

/** Events of a command that was recorded, by its range in the stream. */
export type EventsOf = (stream: string, first: number, last: number) => Promise<readonly RecordedEvent[]>;

/** A line of two commands has one row: of the first that was not accepted. */
function onePerLine(results: readonly LineResult[]): readonly LineResult[] {
  const byLine = new Map<number, LineResult>();
  for (const result of results) {
    const before = byLine.get(result.line);
    if (before === undefined || before.outcome === 'accepted') byLine.set(result.line, result);
  }
  return [...byLine.values()];
}

/** A command for many lines has a row for each: what it took, and what it took the others without. */
async function rowsOf(kind: SheetKind | undefined, result: LineResult, eventsOf: EventsOf) {
  const { covers, body, stream, firstVersion, lastVersion } = result;
  if (covers.length === 0) return [resultRow(result)];
  const { data } = JSON.parse(body) as { data: JsonObject };
  const parts =
    kind?.joined === undefined || firstVersion === undefined || lastVersion === undefined
      ? []
      : kind.joined.refusedParts(data, await eventsOf(stream, firstVersion, lastVersion));
  return covers.map((line, place) => {
    const refused = parts[place];
    if (refused === undefined) return resultRow({ ...result, line });
    const { code, id, en } = refused;
    return [String(line), OUTCOMES.refused, code, id, 'Perbaiki baris ini dan kirim dalam lembar baru.', en];
  });
}

export async function resultFile(
  kind: SheetKind | undefined,
  results: readonly LineResult[],
  eventsOf: EventsOf,
  format: FileFormat,
): Promise<Buffer> {
  const told: (readonly string[])[] = [];
  for (const result of onePerLine(results)) told.push(...(await rowsOf(kind, result, eventsOf)));
  told.sort(([a], [b]) => Number(a) - Number(b));
  const sheet = { name: 'Hasil', rows: [[...HEADER], ...told] };
  return format === 'csv' ? writeCsv(sheet) : writeXlsx([sheet]);
}
