/** The bundle's text: canonical lines, counted and hashed as they pass. */
import { createHash } from 'node:crypto';
import { canonicalText } from '../../ledger/record-decision.ts';

export interface BundleLine {
  readonly type: string;
  readonly [member: string]: unknown;
}

/** What the end line says of everything before it. */
export interface LineTotals {
  readonly lines: number;
  readonly bytes: number;
  /** SHA-256, hex. */
  readonly sha256: string;
}

/** Text handed on in one piece: large enough that a socket is not woken for every line. */
const CHUNK_CHARACTERS = 64 * 1024;

export class BundleLines {
  readonly #hash = createHash('sha256');
  #lines = 0;
  #bytes = 0;
  #waiting: string[] = [];
  #characters = 0;

  get lines(): number {
    return this.#lines;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Takes a line; answers a chunk where enough has gathered. */
  add(line: BundleLine): string | undefined {
    const text = `${canonicalText(line)}\n`;
    this.#hash.update(text, 'utf8');
    this.#lines += 1;
    this.#bytes += Buffer.byteLength(text, 'utf8');
    this.#waiting.push(text);
    this.#characters += text.length;
    return this.#characters < CHUNK_CHARACTERS ? undefined : this.take();
  }

  /** What has gathered since the last chunk; empty where nothing has. */
  take(): string {
    const chunk = this.#waiting.join('');
    this.#waiting = [];
    this.#characters = 0;
    return chunk;
  }

  /** Call it once, after the last line but the end. */
  totals(): LineTotals {
    return { lines: this.#lines, bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }
}
