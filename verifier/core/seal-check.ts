/** Whose file this is: its end, the checkpoint and the checkpoints before it (steps 1 to 3). */
import { type Checkpoint, type OpenedCheckpoint, openCheckpoint, parseCheckpointText } from './checkpoint.ts';
import { bytesOfBase64, bytesOfText, sameBytes } from './encodings.ts';
import type { Finding, Sentence } from './findings.ts';
import type { EndLine, HeaderLine } from './line-types.ts';
import { isConsistent } from './merkle.ts';
import { isBy, isSigned, parseSignatureLine, parseSignedNote, type VerifierKey } from './signed-note.ts';
import type { Find } from './stream-check.ts';
import { BadPolicy, parseTrustPolicy, type TrustPolicy } from './trust-policy.ts';
import { Unreadable } from './unreadable.ts';

/** A checkpoint that the reader kept from before. */
export interface KeptCheckpoint {
  /** File that it came from. */
  readonly name: string;
  readonly note: string;
}

interface Kept extends KeptCheckpoint {
  readonly checkpoint: Checkpoint;
  proved: boolean;
}

export interface KeptOutcome {
  readonly name: string;
  readonly size: number;
  /** `missing`: the file holds no proof from it. `newer`: it is of a larger tree than the file's. */
  readonly outcome: 'proved' | 'missing' | 'newer' | 'differs';
}

export class SealCheck {
  checkpoint: OpenedCheckpoint | undefined;
  /** Earlier checkpoints that were proved. */
  consistent = 0;
  endKey: VerifierKey | undefined;
  policy: TrustPolicy | undefined;
  readonly #kept: readonly Kept[];
  #header: HeaderLine | undefined;
  /** Of the earlier checkpoints in the file. */
  readonly #sizes = new Set<number>();
  /** Signatures are looked at last: a file that is not whole needs none to be refused. */
  readonly #later: (() => void)[] = [];

  constructor(
    /** The reader's own policy; without one the file's is used, and the verdict says so. */
    readonly own: TrustPolicy | undefined,
    kept: readonly KeptCheckpoint[],
    readonly find: Find,
  ) {
    this.policy = own;
    this.#kept = kept.map((one) => ({ ...one, checkpoint: readKept(one, own), proved: false }));
  }

  header(line: HeaderLine): void {
    this.#header = line;
  }

  trust(text: string, line: number): void {
    if (this.own !== undefined) return;
    try {
      this.policy = parseTrustPolicy(bytesOfText(text));
    } catch (error) {
      if (!(error instanceof BadPolicy)) throw error;
      this.#say('POLICY_OF_FILE', 2, line, {
        id: `Kebijakan kepercayaan di dalam berkas tidak dapat dibaca (${error.message}), dan Anda tidak memberi kebijakan sendiri.`,
        en: `The trust policy inside the file cannot be read (${error.message}), and you gave none of your own.`,
      });
    }
  }

  checkpointLine(note: string, line: number): void {
    this.#later.push(() => this.#checkCheckpoint(note, line));
  }

  consistencyLine(note: string, proof: readonly string[], line: number): void {
    this.#later.push(() => this.#checkConsistency(note, proof, line));
  }

  /** Checks everything that is signed, in the order of lines, once the last one has come. */
  settle(): void {
    for (const check of this.#later.splice(0)) check();
  }

  #checkCheckpoint(note: string, line: number): void {
    const opened = this.#open(note, line, 2);
    if (opened === undefined) return;
    this.checkpoint = opened;
    const header = this.#header;
    if (header !== undefined && (opened.origin !== header.origin || opened.size !== header.treeSize)) {
      this.#say('CHECKPOINT_OTHER_TREE', 2, line, {
        id: `Checkpoint ini dari ${opened.origin} dengan ${opened.size} daun, tetapi berkas menyatakan ${header.origin} dengan ${header.treeSize} daun.`,
        en: `This checkpoint is of ${opened.origin} with ${opened.size} leaves, but the file says ${header.origin} with ${header.treeSize}.`,
      });
    }
    if (!opened.quorum) {
      const names = opened.cosigned.map(({ witness }) => witness.name).join(', ') || '–';
      this.#say('CHECKPOINT_QUORUM', 2, line, {
        id: `Checkpoint tidak disaksikan oleh cukup saksi menurut kebijakan kepercayaan; yang menandatangani: ${names}.`,
        en: `The checkpoint is not cosigned by as many witnesses as the trust policy demands; those that signed: ${names}.`,
      });
    }
  }

  #checkConsistency(note: string, proofTexts: readonly string[], line: number): void {
    const earlier = this.#open(note, line, 3);
    if (earlier === undefined || this.checkpoint === undefined) return;
    const proof = proofTexts.map(bytesOfBase64);
    const holds =
      earlier.origin === this.checkpoint.origin &&
      proof.every((hash) => hash?.length === 32) &&
      isConsistent(earlier, this.checkpoint, proof as Uint8Array[]);
    if (!holds) {
      this.#say('CONSISTENCY', 3, line, {
        id: `Pohon log dengan ${this.checkpoint.size} daun bukan kelanjutan dari pohon dengan ${earlier.size} daun: riwayat log pernah diubah, atau buktinya salah.`,
        en: `The log's tree of ${this.checkpoint.size} leaves does not continue the one of ${earlier.size}: the log's past was changed, or the proof is wrong.`,
      });
      return;
    }
    this.consistent += 1;
    for (const kept of this.#kept)
      if (kept.checkpoint.size === earlier.size && sameBytes(kept.checkpoint.root, earlier.root))
        kept.proved = kept.checkpoint.origin === earlier.origin || kept.proved;
  }

  /** @param sha256 of all bytes before the end line, hex. */
  endLine(end: EndLine, line: number, sha256: string): void {
    if (end.lines !== line - 1) {
      this.#say('FILE_CHANGED', 1, undefined, {
        id: `Berkas ditutup setelah ${end.lines} baris, tetapi memuat ${line - 1} baris sebelum penutupnya.`,
        en: `The file was closed after ${end.lines} lines, but holds ${line - 1} before its end.`,
      });
    }
    if (end.sha256 !== sha256) {
      this.#say('FILE_CHANGED', 1, undefined, {
        id: `Berkas diubah setelah ditutup: SHA-256 isinya ${sha256}, sedangkan penutupnya menyebut ${end.sha256}.`,
        en: `The file was changed after it was closed: SHA-256 of its content is ${sha256}, its end says ${end.sha256}.`,
      });
    }
    this.#later.push(() => this.#checkEnd(end));
  }

  #checkEnd(end: EndLine): void {
    const signature = parseSignatureLine(end.signature);
    const origin = this.#header?.origin ?? '';
    const key = this.policy?.logs.find((log) => signature !== undefined && isBy(signature, log));
    const text = `${origin}/bundle\n${end.lines}\n${end.sha256}\n`;
    if (signature === undefined || key === undefined || key.name !== origin) {
      if (this.policy === undefined) return;
      this.#say('FILE_SIGNATURE', 1, undefined, {
        id: `Berkas tidak ditandatangani oleh kunci log mana pun dalam kebijakan kepercayaan (tanda tangan atas nama ${signature?.name ?? '–'}).`,
        en: `The file is not signed by any log key of the trust policy (it is signed as ${signature?.name ?? '–'}).`,
      });
    } else if (!isSigned(text, signature, key)) {
      this.#say('FILE_SIGNATURE', 1, undefined, {
        id: `Tanda tangan ${key.name} pada penutup berkas tidak sah.`,
        en: `The signature of ${key.name} at the end of the file does not hold.`,
      });
    } else if (this.checkpoint !== undefined && !this.checkpoint.logKeys.includes(key)) {
      this.#say('CHECKPOINT_UNSIGNED', 2, undefined, {
        id: 'Checkpoint ditandatangani oleh kunci lain daripada kunci yang menutup berkas ini.',
        en: 'The checkpoint is signed by another key than the one that closed this file.',
      });
    } else {
      this.endKey = key;
    }
  }

  /** What became of the checkpoints that the reader kept; those that differ are findings. */
  kept(): KeptOutcome[] {
    return this.#kept.map(({ name, note, checkpoint, proved }) => {
      const { size, root, origin } = checkpoint;
      const now = this.checkpoint;
      if (now === undefined) return { name, size, outcome: 'missing' };
      const same = now.size === size && sameBytes(now.root, root) && now.origin === origin;
      if (proved || same) return { name, size, outcome: 'proved' };
      if (now.origin === origin && size > now.size) return { name, size, outcome: 'newer' };
      if (now.origin === origin && size !== now.size && !this.#sizes.has(size))
        return { name, size, outcome: 'missing' };
      // Nobody vouches for a checkpoint that the log did not sign: it speaks against whoever brought it.
      if (this.policy === undefined || 'problem' in openCheckpoint(note, this.policy))
        return { name, size, outcome: 'missing' };
      this.#say('KEPT_CHECKPOINT', 3, undefined, {
        id: `Checkpoint yang Anda simpan (${name}) dengan ${size} daun tidak cocok dengan log di berkas ini: ada dua riwayat yang berbeda, dan keduanya ditandatangani.`,
        en: `The checkpoint that you kept (${name}) of ${size} leaves does not fit the log of this file: there are two different pasts, and both are signed.`,
      });
      return { name, size, outcome: 'differs' };
    });
  }

  #open(note: string, line: number, step: 2 | 3): OpenedCheckpoint | undefined {
    if (this.policy === undefined) return undefined;
    const opened = openCheckpoint(note, this.policy);
    if (!('problem' in opened)) {
      if (step === 3) this.#sizes.add(opened.size);
      return opened;
    }
    if (opened.problem === 'malformed') {
      this.#say('CHECKPOINT_MALFORMED', step, line, {
        id: `Baris ${line} tidak memuat checkpoint yang sah bentuknya.`,
        en: `Line ${line} does not hold a well-formed checkpoint.`,
      });
    } else if (opened.problem === 'unsigned') {
      this.#say('CHECKPOINT_UNSIGNED', step, line, {
        id: `Checkpoint di baris ${line} (${opened.origin}) tidak ditandatangani oleh kunci log mana pun dalam kebijakan kepercayaan.`,
        en: `The checkpoint in line ${line} (${opened.origin}) is not signed by any log key of the trust policy.`,
      });
    } else {
      this.#say('CHECKPOINT_FORGED', step, line, {
        id: `Tanda tangan ${opened.key.name} pada checkpoint di baris ${line} tidak sah.`,
        en: `The signature of ${opened.key.name} on the checkpoint in line ${line} does not hold.`,
      });
    }
    return undefined;
  }

  #say(code: Finding['code'], step: Finding['step'], line: number | undefined, sentence: Sentence): void {
    this.find({ code, step, ...(line === undefined ? {} : { line }), sentence });
  }
}

/** A kept checkpoint is evidence only if the log signed it. @throws Unreadable */
function readKept({ name, note }: KeptCheckpoint, own: TrustPolicy | undefined): Checkpoint {
  const parsed = parseSignedNote(note);
  const checkpoint = parsed === undefined ? undefined : parseCheckpointText(parsed.text);
  if (checkpoint === undefined) {
    throw new Unreadable({ id: `${name} bukan checkpoint.`, en: `${name} is not a checkpoint.` });
  }
  const opened = own === undefined ? checkpoint : openCheckpoint(note, own);
  if ('problem' in opened) {
    throw new Unreadable({
      id: `${name} tidak ditandatangani oleh kunci log dalam kebijakan kepercayaan Anda.`,
      en: `${name} is not signed by a log key of your trust policy.`,
    });
  }
  return opened;
}
