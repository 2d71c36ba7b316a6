/**
 * Unpacks a spreadsheet within limits, and packs its values anew for the reader: an XLSX file is a zip, a zip can be
 * a bomb, and what it says of its own sizes can be a lie. The reader never sees the sender's bytes.
 */
import { inflateRawSync } from 'node:zlib';
import { type AsyncFlateStreamHandler, Unzip, type UnzipDecoder, zipSync } from 'fflate';
import {
  PACKED_FILES_MAX,
  UNPACKED_ALWAYS_BYTES,
  UNPACKED_LIMIT_BYTES,
  UNPACKED_TIMES_MAX,
} from '../limits.ts';
import { fileProblem, type SheetProblem } from '../words.ts';
import { type CheckedParts, checkedParts } from './parts.ts';
import { type Read, readAs, unreadable } from './table.ts';

const NOT_A_SPREADSHEET = fileProblem(
  'NOT_XLSX',
  'Berkas ini bukan lembar kerja XLSX yang utuh, atau diberi kata sandi.',
  'This file is not a whole XLSX spreadsheet, or it has a password.',
);
const TOO_LARGE_INSIDE = fileProblem(
  'XLSX_TOO_LARGE',
  'Isi lembar kerja terlalu besar setelah dibuka. Salin datanya saja ke templat yang baru.',
  'The spreadsheet is too large once unpacked. Copy only its data into a new template.',
);

class TooLarge extends Error {}

export interface Repacked {
  readonly file: Uint8Array;
  /** Why sheets were left out; the reader stumbles only where it wanted one of them. */
  readonly refusedSheets: readonly SheetProblem[];
}

export function repacked(bytes: Uint8Array): Read<Repacked> {
  let checked: CheckedParts;
  try {
    const parts = unpack(bytes);
    if (parts['xl/workbook.xml'] === undefined) return unreadable(NOT_A_SPREADSHEET);
    checked = checkedParts(parts);
  } catch (error) {
    return unreadable(error instanceof TooLarge ? TOO_LARGE_INSIDE : NOT_A_SPREADSHEET);
  }
  const { parts, refusedSheets } = checked;
  return readAs({ file: zipSync(parts, { level: 0 }), refusedSheets });
}

function unpack(bytes: Uint8Array): { [name: string]: Buffer } {
  const parts: { [name: string]: Buffer } = {};
  const most = Math.max(UNPACKED_ALWAYS_BYTES, bytes.length * UNPACKED_TIMES_MAX);
  let left = Math.min(most, UNPACKED_LIMIT_BYTES);
  let files = 0;
  const unzip = new Unzip((file) => {
    files += 1;
    if (files > PACKED_FILES_MAX) throw new TooLarge();
    // Pictures and other attachments are not read by anybody.
    if (!/\.(xml|rels)$/i.test(file.name)) return;
    const chunks: Uint8Array[] = [];
    file.ondata = (error, chunk, isLast) => {
      if (error !== null) throw error;
      left -= chunk.length;
      if (left < 0) throw new TooLarge();
      chunks.push(chunk);
      if (isLast) parts[file.name] = Buffer.concat(chunks);
    };
    file.start();
  });
  unzip.register(inflaterWithin(() => left));
  unzip.push(bytes, true);
  // A file that was cut off on its way has lost its directory, and with it perhaps lines.
  if (files !== filesInDirectory(bytes)) throw new Error('the directory does not fit the files');
  return parts;
}

/** Stops at the limit, however much more there would be. */
const inflaterWithin = (limit: () => number) =>
  class implements UnzipDecoder {
    static readonly compression = 8;
    declare ondata: AsyncFlateStreamHandler;
    readonly #packed: Uint8Array[] = [];

    push(chunk: Uint8Array, isLast: boolean): void {
      this.#packed.push(chunk);
      if (isLast) this.ondata(null, inflated(Buffer.concat(this.#packed), limit()), true);
    }
  };

function inflated(packed: Uint8Array, most: number): Uint8Array<ArrayBuffer> {
  try {
    // A limit of nothing is none that zlib takes.
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new TooLarge();
    throw error;
  }
}

/** Number of files by the zip's own directory, at the very end of it; undefined where there is none. */
function filesInDirectory(bytes: Uint8Array): number | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  return end === -1 || end + 22 > file.length ? undefined : file.readUInt16LE(end + 10);
}
