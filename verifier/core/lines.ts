/** A file as lines, each with its bytes counted and hashed before it is looked at. */
import { sha256 } from '@noble/hashes/sha2.js';
import { hexOf, joined } from './encodings.ts';

const LINE_FEED = 0x0a;
const FEED = Uint8Array.of(LINE_FEED);

export interface FileLine {
  /** From 1. */
  readonly number: number;
  /** Without its line feed. */
  readonly bytes: Uint8Array;
  /** Whether a line feed ended it; only the last can lack one. */
  readonly ended: boolean;
  /** SHA-256 of all bytes before this line, hex. */
  sha256Before(): string;
}

/** A line longer than this is nobody's row or history. */
export const LINE_BYTES_MAX = 256 * 1024 * 1024;

export class LineTooLong extends Error {
  override readonly name = 'LineTooLong';
  constructor(readonly line: number) {
    super(`line ${line} is longer than ${LINE_BYTES_MAX} bytes`);
  }
}

/** @throws LineTooLong */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<FileLine> {
  const hash = sha256.create();
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let number = 0;
  const lineOf = (bytes: Uint8Array, ended: boolean): FileLine => {
    number += 1;
    return { number, bytes, ended, sha256Before: () => hexOf(hash.clone().digest()) };
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let feed = chunk.indexOf(LINE_FEED); feed >= 0; feed = chunk.indexOf(LINE_FEED, from)) {
      const bytes = joined(...waiting, chunk.subarray(from, feed));
      yield lineOf(bytes, true);
      hash.update(bytes).update(FEED);
      [waiting, waitingBytes] = [[], 0];
      from = feed + 1;
    }
    if (from === chunk.length) continue;
    waiting.push(chunk.slice(from));
    waitingBytes += chunk.length - from;
    if (waitingBytes > LINE_BYTES_MAX) throw new LineTooLong(number + 1);
  }
  if (waitingBytes > 0) yield lineOf(joined(...waiting), false);
}
