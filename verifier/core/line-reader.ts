/** The bytes of a line as a line of the format, or what is wrong with them (step 1). */
import { isObject, type JsonObject, NotCanonical, parseCanonical } from './canonical-json.ts';
import { textOfBytes } from './encodings.ts';
import type { Sentence } from './findings.ts';
import { isLineType, type LineType, misfitOf } from './line-shapes.ts';
import type { FileLine } from './lines.ts';
import type { Find } from './stream-check.ts';
import { Unreadable } from './unreadable.ts';

export const FORMAT = 'titian-bundle/1';

export interface ReadLine {
  readonly type: LineType;
  /** Of the members that its type demands, and no others. */
  readonly value: JsonObject;
}

/**
 * Undefined where there was something to find.
 *
 * @throws Unreadable where the first line shows that the file is no bundle.
 */
export function readLine(line: FileLine, find: Find): ReadLine | undefined {
  const value = objectOf(line, find);
  if (value === undefined) return undefined;
  const { number } = line;
  const { type } = value;
  if (number === 1 && (type !== 'header' || value.format !== FORMAT)) throw notABundle(value);
  if (!isLineType(type)) {
    malformed(find, number, {
      id: `Baris ${number} bukan jenis baris yang dikenal.`,
      en: `Line ${number} is of no known type.`,
    });
    return undefined;
  }
  const misfit = misfitOf(type, value);
  if (misfit === undefined) return { type, value };
  malformed(find, number, {
    id: `Baris ${number} (${type}): bagian ${misfit} tidak ada, tidak dikenal atau tidak berbentuk sah.`,
    en: `Line ${number} (${type}): member ${misfit} is missing, unknown or not well-formed.`,
  });
  return undefined;
}

function objectOf({ number, bytes, ended }: FileLine, find: Find): JsonObject | undefined {
  try {
    const text = textOfBytes(bytes);
    const value = text === undefined ? undefined : parseCanonical(text);
    if (!isObject(value)) throw new NotCanonical('no object');
    if (ended) return value;
    malformed(find, number, {
      id: `Baris terakhir (${number}) tidak ditutup dengan baris baru.`,
      en: `The last line (${number}) is not ended by a line feed.`,
    });
  } catch (error) {
    if (!(error instanceof NotCanonical || error instanceof RangeError)) throw error;
    if (number === 1) throw notABundle(undefined);
    const sentence = {
      id: `Baris ${number} bukan JSON dalam bentuk bakunya.`,
      en: `Line ${number} is not JSON in its canonical form.`,
    };
    find({ code: 'LINE_NOT_CANONICAL', step: 1, line: number, sentence });
  }
  return undefined;
}

export function malformed(find: Find, line: number, sentence: Sentence): void {
  find({ code: 'LINE_MALFORMED', step: 1, line, sentence });
}

/** @param header the first line, where it is at least an object. */
export function notABundle(header: JsonObject | undefined): Unreadable {
  return header?.type === 'header'
    ? new Unreadable({
        id: `Berkas ini berformat ${String(header.format)}, bukan ${FORMAT}.`,
        en: `This file is of the format ${String(header.format)}, not ${FORMAT}.`,
      })
    : new Unreadable({
        id: `Berkas ini bukan bundel Titian (${FORMAT}).`,
        en: `This file is not a bundle of Titian (${FORMAT}).`,
      });
}
