/** The parts of a spreadsheet that its reader needs, each looked through before: everything else is left out. */
import { XML_ELEMENTS_MAX } from '../limits.ts';
import type { SheetProblem } from '../words.ts';
import { SheetRefused, sheetOfValues } from './sheet-cells.ts';
import { XmlRefused, XmlTokens } from './xml-tokens.ts';

export interface Parts {
  readonly [name: string]: Buffer;
}

export interface CheckedParts {
  readonly parts: Parts;
  /** Sheets that were left out; where the reader wants one of them, this is why it is not there. */
  readonly refusedSheets: readonly SheetProblem[];
}

/** Sheets, the texts that they share, formats of numbers and dates, and where to find them. */
const ROOTS_NEEDED: readonly string[] = ['worksheet', 'sst', 'styleSheet', 'workbook', 'Relationships'];

/** @throws XmlRefused where a part other than a sheet is no XML of a spreadsheet. */
export function checkedParts(parts: Parts): CheckedParts {
  const checked: { [name: string]: Buffer } = {};
  const refusedSheets: SheetProblem[] = [];
  for (const [name, xml] of Object.entries(parts)) {
    const root = rootOf(xml);
    if (!ROOTS_NEEDED.includes(root)) continue;
    if (root !== 'worksheet') {
      lookThrough(xml);
      checked[name] = xml;
      continue;
    }
    try {
      checked[name] = sheetOfValues(xml);
    } catch (error) {
      if (error instanceof SheetRefused) refusedSheets.push(error.problem);
      else if (!(error instanceof XmlRefused)) throw error;
    }
  }
  return { parts: checked, refusedSheets };
}

function rootOf(xml: Buffer): string {
  const tokens = new XmlTokens(xml);
  for (;;) {
    const kind = tokens.next();
    if (kind !== 'text') return tokens.name;
  }
}

function lookThrough(xml: Buffer): void {
  const tokens = new XmlTokens(xml);
  for (let elements = 0; elements <= XML_ELEMENTS_MAX; ) {
    const kind = tokens.next();
    if (kind === 'end') return;
    if (kind === 'open' || kind === 'empty') elements += 1;
    // Rows in disguise: the reader would take them for a sheet.
    if (tokens.name === 'sheetData') throw new XmlRefused('a sheet that is none');
  }
  throw new XmlRefused('too many elements');
}
