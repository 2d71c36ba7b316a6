/** Checks a receipt: a proof file whose `extra` is the row as a line of a bundle (docs/audit-bundle.md, Receipts). */
import { isObject, type JsonObject, parseCanonical } from './canonical-json.ts';
import { openCheckpoint } from './checkpoint.ts';
import { textOfBytes } from './encodings.ts';
import { type RowKind, rowHash, rowLeaf } from './entries.ts';
import type { Sentence } from './findings.ts';
import { parseProofFile } from './inclusion-proof.ts';
import { misfitOf } from './line-shapes.ts';
import type { NoteRow } from './line-types.ts';
import { isIncluded } from './merkle.ts';
import { rowName } from './names.ts';
import { readPolicy } from './read-policy.ts';
import { fingerprintOf } from './signed-note.ts';
import { Unreadable } from './unreadable.ts';

export interface ReceiptReport {
  readonly format: 'titian-receipt-verdict/1';
  readonly verdict: 'verified' | 'differs';
  /** The difference, or what the receipt proves. */
  readonly sentence: Sentence;
  /** The row as the receipt tells it; absent where it tells none. */
  readonly row?: JsonObject;
  readonly leaf: number;
  readonly key?: { readonly name: string; readonly fingerprint: string };
  readonly witnesses: readonly string[];
}

/**
 * A receipt carries no policy of its own: the reader brings one.
 *
 * @throws Unreadable where the policy or the file is not what it should be.
 */
export function verifyReceipt(bytes: Uint8Array, trustPolicy: Uint8Array): ReceiptReport {
  const policy = readPolicy(trustPolicy);
  const text = textOfBytes(bytes);
  const file = text === undefined ? undefined : parseProofFile(text);
  const row = file?.extra === undefined ? undefined : readRow(file.extra);
  if (file === undefined || row === undefined) {
    throw new Unreadable({
      id: 'Berkas ini bukan tanda terima Titian (c2sp.org/tlog-proof@v1 dengan baris sebagai extra).',
      en: 'This file is not a receipt of Titian (c2sp.org/tlog-proof@v1 with a row as extra).',
    });
  }
  const found = { format: 'titian-receipt-verdict/1', leaf: file.index, row: row.line } as const;
  const differs = (sentence: Sentence): ReceiptReport => ({
    ...found,
    verdict: 'differs',
    sentence,
    witnesses: [],
  });
  const checkpoint = openCheckpoint(file.checkpoint, policy);
  if ('problem' in checkpoint) {
    return differs({
      id: 'Checkpoint pada tanda terima ini tidak ditandatangani dengan sah oleh log dan saksi dalam kebijakan kepercayaan Anda.',
      en: 'The checkpoint of this receipt is not validly signed by a log and the witnesses of your trust policy.',
    });
  }
  const witnesses = checkpoint.cosigned.map(({ witness }) => witness.name);
  if (!checkpoint.quorum) {
    return differs({
      id: `Checkpoint pada tanda terima ini tidak disaksikan oleh cukup saksi; yang menandatangani: ${witnesses.join(', ') || '–'}.`,
      en: `The checkpoint of this receipt is not cosigned by enough witnesses; those that signed: ${witnesses.join(', ') || '–'}.`,
    });
  }
  const { name } = row;
  const fits = row.index === undefined || row.index === file.index;
  if (!fits || !isIncluded(row.leaf, file.index, checkpoint.size, file.proof, checkpoint.root)) {
    return differs({
      id: `${name.id} tidak sama dengan segelnya: isi tanda terima ini bukan daun nomor ${file.index} dari log.`,
      en: `${name.en} does not match its seal: the content of this receipt is not leaf ${file.index} of the log.`,
    });
  }
  const key = checkpoint.logKeys[0]!;
  return {
    ...found,
    verdict: 'verified',
    sentence: {
      id: `${name.id} berada dalam log ${checkpoint.origin} sebagai daun nomor ${file.index} dari ${checkpoint.size}, persis seperti di tanda terima ini.`,
      en: `${name.en} stands in the log ${checkpoint.origin} as leaf ${file.index} of ${checkpoint.size}, exactly as in this receipt.`,
    },
    key: { name: key.name, fingerprint: fingerprintOf(key) },
    witnesses,
  };
}

interface ReceiptRow {
  readonly line: JsonObject;
  readonly leaf: Uint8Array;
  readonly index: number | undefined;
  readonly name: Sentence;
}

function readRow(extra: Uint8Array): ReceiptRow | undefined {
  const line = canonicalObject(extra);
  const type = line?.type;
  if (line === undefined || (type !== 'decision' && type !== 'event' && type !== 'access' && type !== 'note'))
    return undefined;
  if (misfitOf(type, line) !== undefined) return undefined;
  const index = line.leaf as number;
  if (type === 'note') {
    const note = line.note as unknown as NoteRow;
    return {
      ...{ line, index, leaf: leafOf('note', 'note', note.id, { ...note }) },
      name: { id: `Catatan nomor ${note.id} (${note.kind})`, en: `Note ${note.id} (${note.kind})` },
    };
  }
  if (type === 'access') {
    const id = line.id as string;
    const action = String(line.action);
    return {
      ...{ line, index, leaf: leafOf('access', 'access', id, line) },
      name: { id: `Akses nomor ${id} (${action})`, en: `Access ${id} (${action})` },
    };
  }
  const stream = line.stream_id as string;
  const position = (type === 'event' ? line.version : line.sequence) as string;
  const label = (type === 'event' ? line.event_type : line.name) as string;
  return {
    ...{ line, index, leaf: leafOf(type, stream, position, line) },
    name: rowName({ stream, kind: type, position: Number(position), name: label }),
  };
}

const leafOf = (kind: RowKind, stream: string, position: string, row: { [field: string]: unknown }) =>
  rowLeaf(kind, stream, position, rowHash(kind, row));

function canonicalObject(bytes: Uint8Array): JsonObject | undefined {
  try {
    const value = parseCanonical(textOfBytes(bytes) ?? '');
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
