/** Lines stand in their order, none twice that stands once, and none is missing (step 1). */
import { malformed } from './line-reader.ts';
import { LINE_ORDER, type LineType } from './line-shapes.ts';
import type { Find } from './stream-check.ts';

const ONCE: readonly LineType[] = ['header', 'trust', 'checkpoint', 'end'];
const AT_MOST_ONCE: readonly LineType[] = [...ONCE, 'heads'];

export class LineOrder {
  readonly #seen = new Set<LineType>();
  #place = 0;

  constructor(readonly find: Find) {}

  /** False, and a finding, where the line must not be looked at further. */
  isInPlace(type: LineType, line: number): boolean {
    if (this.#seen.has('end')) {
      malformed(this.find, line, {
        id: `Setelah penutup berkas masih ada baris ${line}.`,
        en: `After the end of the file there is still line ${line}.`,
      });
      return false;
    }
    const again = AT_MOST_ONCE.includes(type) && this.#seen.has(type);
    this.#seen.add(type);
    const place = LINE_ORDER[type];
    if (place >= this.#place && !again) {
      this.#place = place;
      return true;
    }
    const sentence = {
      id: `Baris ${line} (${type}) tidak berada pada tempatnya.`,
      en: `Line ${line} (${type}) is out of place.`,
    };
    this.find({ code: 'LINE_OUT_OF_ORDER', step: 1, line, sentence });
    return false;
  }

  /** Once the last line has come. */
  checkComplete(lines: number): void {
    for (const type of ONCE) {
      if (this.#seen.has(type)) continue;
      if (type === 'end') {
        const sentence = {
          id: `Berkas terpotong setelah baris ${lines}: penutupnya tidak ada.`,
          en: `The file is cut off after line ${lines}: it has no end.`,
        };
        this.find({ code: 'FILE_NOT_ENDED', step: 1, sentence });
      } else {
        const sentence = { id: `Berkas tidak memuat baris ${type}.`, en: `The file holds no line ${type}.` };
        this.find({ code: 'LINE_MISSING', step: 1, sentence });
      }
    }
  }
}
