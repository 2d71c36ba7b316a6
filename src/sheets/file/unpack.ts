/**
 * Unpacks a spreadsheet within limits, and packs what was found anew for the reader: an XLSX file is a zip, a zip
 * can be a bomb, and what it says of its own sizes can be a lie. The reader never sees the sender's bytes.
 */
import { Unzip, UnzipInflate, zipSync } from 'fflate';
import { PACKED_FILES_MAX, UNPACKED_LIMIT_BYTES } from '../limits.ts';
import { fileProblem } from '../words.ts';
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

/** Fed to the unpacker at a time: it grows a thousandfold at most before it is counted. */
const SLICE = 16 * 1024;

export function repacked(bytes: Uint8Array): Read<Uint8Array> {
  try {
    const parts = unpack(bytes);
    if (parts['xl/workbook.xml'] === undefined) return unreadable(NOT_A_SPREADSHEET);
    // Spreadsheets have no document types; entities that grow when read do.
    if (Object.values(parts).some(hasDocumentType)) return unreadable(NOT_A_SPREADSHEET);
    return readAs(zipSync(parts, { level: 0 }));
  } catch (error) {
    return unreadable(error instanceof TooLarge ? TOO_LARGE_INSIDE : NOT_A_SPREADSHEET);
  }
}

function unpack(bytes: Uint8Array): { [name: string]: Uint8Array } {
  const parts: { [name: string]: Uint8Array } = {};
  let files = 0;
  let total = 0;
  const unzip = new Unzip((file) => {
    files += 1;
    if (files > PACKED_FILES_MAX) throw new TooLarge();
    // Pictures and other attachments are not read by anybody.
    if (!/\.(xml|rels)$/i.test(file.name)) return;
    const chunks: Uint8Array[] = [];
    file.ondata = (error, chunk, isLast) => {
      if (error !== null) throw error;
      total += chunk.length;
      if (total > UNPACKED_LIMIT_BYTES) throw new TooLarge();
      chunks.push(chunk);
      if (isLast) parts[file.name] = Buffer.concat(chunks);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let from = 0; from < bytes.length; from += SLICE) {
    unzip.push(bytes.subarray(from, from + SLICE), from + SLICE >= bytes.length);
  }
  // A file that was cut off on its way has lost its directory, and with it perhaps lines.
  if (files !== filesInDirectory(bytes)) throw new Error('the directory does not fit the files');
  return parts;
}

/** Number of files by the zip's own directory, at the very end of it; undefined where there is none. */
function filesInDirectory(bytes: Uint8Array): number | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  return end === -1 || end + 22 > file.length ? undefined : file.readUInt16LE(end + 10);
}

const hasDocumentType = (part: Uint8Array): boolean => {
  const text = Buffer.from(part.buffer, part.byteOffset, part.length);
  return text.includes('<!D') || text.includes('<!d') || text.includes('<!E') || text.includes('<!e');
};
