/** Looks into a spreadsheet before a reader unpacks it: an XLSX file is a zip, and a zip can be a bomb. */
import { type UnzipFileInfo, unzipSync } from 'fflate';
import { PACKED_FILES_MAX, UNPACKED_LIMIT_BYTES } from '../limits.ts';
import { fileProblem, type SheetProblem } from '../words.ts';

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

/** Undefined where the file may be read. What a zip says of its sizes is believed only as far as memory goes. */
export function problemInside(bytes: Uint8Array): SheetProblem | undefined {
  let files = 0;
  let declared = 0;
  const announced = new Map<string, number>();
  const within = ({ name, originalSize }: UnzipFileInfo): boolean => {
    files += 1;
    declared += originalSize;
    announced.set(name, originalSize);
    if (files > PACKED_FILES_MAX || declared > UNPACKED_LIMIT_BYTES) throw new TooLarge();
    // Pictures and other attachments are not read by anybody.
    return /\.(xml|rels)$/i.test(name);
  };
  try {
    const parts = unzipSync(bytes, { filter: within });
    if (parts['xl/workbook.xml'] === undefined) return NOT_A_SPREADSHEET;
    for (const [name, content] of Object.entries(parts)) {
      // Unpacked into the announced room: more than that does not fit, and is a lie about the size.
      if (content.length !== announced.get(name)) return NOT_A_SPREADSHEET;
      // Spreadsheets have no document types; entities that grow when read do.
      if (Buffer.from(content.buffer, content.byteOffset, content.length).includes('<!')) {
        if (/<!(DOCTYPE|ENTITY)/i.test(Buffer.from(content).toString('latin1'))) return NOT_A_SPREADSHEET;
      }
    }
    return undefined;
  } catch (error) {
    return error instanceof TooLarge ? TOO_LARGE_INSIDE : NOT_A_SPREADSHEET;
  }
}
