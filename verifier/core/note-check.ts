/** Rule packs and archived histories: their bytes give the hashes in notes that the log sealed (step 7). */
import { sha256 } from '@noble/hashes/sha2.js';
import { isObject, type JsonObject, NotCanonical, parseCanonical } from './canonical-json.ts';
import { bytesOfBase64, bytesOfText, hexOf } from './encodings.ts';
import type { FindingCode, Sentence } from './findings.ts';
import type { HistoryLine, NoteRow, RulesLine } from './line-types.ts';
import { streamName } from './names.ts';
import { importsSomething } from './pack-source.ts';
import type { Find } from './stream-check.ts';

/** A note's body; undefined, and a finding, where it is not canonical JSON of an object. */
export function noteBody(note: NoteRow, line: number, find: Find): JsonObject | undefined {
  try {
    const body = parseCanonical(note.body);
    if (!isObject(body)) throw new NotCanonical('no object');
    return body;
  } catch {
    const sentence = {
      id: `Catatan nomor ${note.id} (${note.kind}) tidak berisi JSON dalam bentuk bakunya.`,
      en: `Note ${note.id} (${note.kind}) does not hold JSON in its canonical form.`,
    };
    find({ code: 'NOTE', step: 7, line, kind: 'note', position: Number(note.id), sentence });
    return undefined;
  }
}

/** Whether the pack is the one that was sealed for its build: only then is it run. */
export function isSealedPack(
  { build, sha256: hash, code, note }: RulesLine,
  line: number,
  find: Find,
): boolean {
  const say = (sentence: Sentence) => saying(find, 'RULES', line, note, sentence);
  const actual = hexOf(sha256(bytesOfText(code)));
  if (actual !== hash) {
    say({
      id: `Aturan build ${build} bukan yang disebut barisnya: SHA-256 naskahnya ${actual}, bukan ${hash}.`,
      en: `The rules of build ${build} are not those its line says: SHA-256 of the script is ${actual}, not ${hash}.`,
    });
    return false;
  }
  if (importsSomething(code)) {
    say({
      id: `Aturan build ${build} memuat naskah lain (import); aturan tidak mengimpor apa pun, jadi tidak dijalankan.`,
      en: `The rules of build ${build} load another script (import); rules import nothing, so they are not run.`,
    });
    return false;
  }
  const body = noteBody(note, line, find);
  if (body === undefined) return false;
  if (note.kind === 'rules-kept' && body.build === build && body.sha256 === hash) return true;
  say({
    id: `Aturan build ${build} bukan yang disegel: catatan nomor ${note.id} menyegel ${String(body.sha256)} untuk build ${String(body.build)}.`,
    en: `The rules of build ${build} are not those that were sealed: note ${note.id} seals ${String(body.sha256)} for build ${String(body.build)}.`,
  });
  return false;
}

export function checkHistory(history: HistoryLine, line: number, find: Find): void {
  const { stream, run, sha256: hash, bytes: text, note } = history;
  const owner = streamName(stream);
  const say = (sentence: Sentence) => saying(find, 'HISTORY', line, note, sentence, stream);
  const body = noteBody(note, line, find);
  if (body === undefined) return;
  const lost = hash === null && text === null;
  const named = body.stream === stream && body.run === run;
  const fits = lost ? note.kind === 'run-lost' : note.kind === 'run-archived' && body.build === history.build;
  if (!named || !fits) {
    say(
      lost && named && note.kind === 'run-archived'
        ? {
            id: `Riwayat proses ${run} milik ${owner.id} pernah diarsipkan dan disegel, tetapi tidak ada di berkas ini.`,
            en: `The history of run ${run} of ${owner.en} was archived and sealed, but is not in this file.`,
          }
        : {
            id: `Riwayat proses ${run} milik ${owner.id} tidak disegel oleh catatan nomor ${note.id}.`,
            en: `The history of run ${run} of ${owner.en} is not sealed by note ${note.id}.`,
          },
    );
    return;
  }
  if (lost) return;
  const bytes = text === null ? undefined : bytesOfBase64(text);
  const actual = bytes === undefined ? undefined : hexOf(sha256(bytes));
  if (actual === undefined || actual !== hash || actual !== body.sha256) {
    say({
      id: `Riwayat proses ${run} milik ${owner.id} tidak sama dengan segelnya: SHA-256-nya ${actual ?? '–'}, yang disegel ${String(body.sha256)}.`,
      en: `The history of run ${run} of ${owner.en} does not match its seal: its SHA-256 is ${actual ?? '–'}, sealed was ${String(body.sha256)}.`,
    });
  }
}

function saying(
  find: Find,
  code: FindingCode,
  line: number,
  note: NoteRow,
  sentence: Sentence,
  stream?: string,
): void {
  const place =
    stream === undefined ? { kind: 'note', position: Number(note.id) } : { stream, kind: 'history' };
  find({ code, step: 7, line, ...place, sentence });
}
