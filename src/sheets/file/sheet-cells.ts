/**
 * A sheet written anew with nothing but its values: the reader makes a dense table up to the furthest cell, and sees
 * neither what is empty, nor formulas, nor anything that stands outside the limits.
 */
import { CELL_BYTES_MAX, CELL_MAX, COLUMNS_MAX, LINES_MAX, ROW_NUMBER_MAX } from '../limits.ts';
import { fileProblem, type SheetProblem } from '../words.ts';
import { columnLetter, placeOfCell } from './cell-place.ts';
import { XmlRefused, XmlTokens, XmlTokenTooLong } from './xml-tokens.ts';

/** What is wrong with a sheet, in words for its sender. */
export class SheetRefused extends Error {
  constructor(readonly problem: SheetProblem) {
    super(problem.code);
  }
}

/** The header, and lines below it. */
const LAST_ROW = LINES_MAX + 1;
const CELL_TYPE = /^(?:n|s|str|inlineStr|b|e|d)$/;
/** Turned into bytes at a time. */
const PIECE = 256 * 1024;

/**
 * @param xml a part whose root is `worksheet`
 * @throws SheetRefused naming the cell, XmlRefused
 */
export function sheetOfValues(xml: Buffer): Buffer {
  const tokens = new XmlTokens(xml);
  for (;;) {
    const kind = tokens.next();
    if (kind === 'end') throw new XmlRefused('no sheet data');
    if (tokens.name !== 'sheetData') continue;
    if (kind === 'empty') return Buffer.from(BEGIN + END);
    if (kind === 'open') return new RowsOf(xml, tokens).read();
  }
}

const BEGIN = '<worksheet><sheetData>';
const END = '</sheetData></worksheet>';

class RowsOf {
  readonly #xml: Buffer;
  readonly #tokens: XmlTokens;
  readonly #pieces: Buffer[] = [];
  #text = BEGIN;
  #row = 0;
  /** The row's number was counted; its first cell may say better. */
  #isCounted = false;

  constructor(xml: Buffer, tokens: XmlTokens) {
    this.#xml = xml;
    this.#tokens = tokens;
  }

  /** What comes behind the sheet's data has no values and is not looked at. */
  read(): Buffer {
    const depth = this.#tokens.depth;
    for (;;) {
      const kind = this.#tokens.next();
      if (kind === 'close' && this.#tokens.depth < depth) break;
      if (this.#tokens.name !== 'row' || kind === 'close') continue;
      this.#startRow();
      if (kind === 'open') this.#cells();
    }
    this.#text += END;
    this.#flush();
    return Buffer.concat(this.#pieces);
  }

  #startRow(): void {
    const named = this.#tokens.attribute('r');
    if (named !== undefined && !/^\d{1,16}$/.test(named)) throw new XmlRefused('a row without a number');
    const row = named === undefined ? this.#row + 1 : Number(named);
    this.#isCounted = named === undefined;
    this.#goTo(row, `A${row}`);
  }

  #goTo(row: number, cell: string): void {
    if (row <= this.#row) throw new XmlRefused('rows out of order');
    if (row > ROW_NUMBER_MAX) throw outside(cell, null);
    this.#row = row;
  }

  #cells(): void {
    const depth = this.#tokens.depth;
    let values = '';
    let column = -1;
    for (;;) {
      const kind = this.#tokens.next();
      if (kind === 'close' && this.#tokens.depth < depth) break;
      if (this.#tokens.name !== 'c' || kind === 'close') continue;
      column = this.#columnAfter(column);
      if (kind === 'open') values += this.#cell(column);
    }
    if (values === '') return;
    this.#text += `<row r="${this.#row}">${values}</row>`;
    if (this.#text.length > PIECE) this.#flush();
  }

  #columnAfter(before: number): number {
    const name = this.#tokens.attribute('r');
    if (name === undefined) return before + 1;
    const place = placeOfCell(name);
    // A name like any other, only larger than spreadsheets go.
    if (place === undefined && /^[A-Z]{1,9}\d{1,16}$/.test(name)) throw outside(name, null);
    if (this.#isCounted && before === -1 && place !== undefined && place.row > this.#row)
      this.#goTo(place.row, name);
    if (place?.row !== this.#row || place.column <= before) throw new XmlRefused('cells out of order');
    return place.column;
  }

  /** The cell as the reader gets it; '' where it has no value. */
  #cell(column: number): string {
    const type = this.#tokens.attribute('t');
    const style = this.#tokens.attribute('s');
    if (type !== undefined && !CELL_TYPE.test(type)) throw new XmlRefused('a cell of an unknown type');
    if (style !== undefined && !/^\d{1,6}$/.test(style)) throw new XmlRefused('a cell of an unknown style');
    const name = `${columnLetter(column)}${this.#row}`;
    const { value, inline } = this.#valueOrTooLong(name);
    if (value === '' && inline === '') return '';
    if (column >= COLUMNS_MAX || this.#row > LAST_ROW) throw outside(name, this.#row);
    const attributes = `${type === undefined ? '' : ` t="${type}"`}${style === undefined ? '' : ` s="${style}"`}`;
    const inside = type === 'inlineStr' ? `<is><t>${inline}</t></is>` : `<v>${value}</v>`;
    return `<c r="${name}"${attributes}>${inside}</c>`;
  }

  #valueOrTooLong(name: string) {
    try {
      return this.#valueOf(name);
    } catch (error) {
      throw error instanceof XmlTokenTooLong ? tooLong(name, this.#row) : error;
    }
  }

  #valueOf(name: string): { value: string; inline: string } {
    const tokens = this.#tokens;
    const cellDepth = tokens.depth;
    const inside: string[] = [];
    let value = '';
    let inline = '';
    for (;;) {
      const kind = tokens.next();
      if (kind === 'close') {
        if (tokens.depth < cellDepth) return { value, inline };
        inside.pop();
      } else if (kind === 'open') inside.push(tokens.name);
      else if (kind === 'text') {
        const isValue = inside.length === 1 && inside[0] === 'v';
        // Readings of foreign scripts (`rPh`) are no part of the text.
        const isInline = inside[0] === 'is' && inside.at(-1) === 't' && !inside.includes('rPh');
        if (!isValue && !isInline) continue;
        if (value.length + inline.length + tokens.to - tokens.from > CELL_BYTES_MAX)
          throw tooLong(name, this.#row);
        // Byte by byte: what a text of several bytes means is not asked here.
        const text = this.#xml.toString('latin1', tokens.from, tokens.to);
        if (isValue) value += text;
        else inline += text;
      }
    }
  }

  #flush(): void {
    this.#pieces.push(Buffer.from(this.#text, 'latin1'));
    this.#text = '';
  }
}

const outside = (name: string, line: number | null): SheetRefused =>
  new SheetRefused(
    fileProblem(
      'CELL_BEYOND_LIMITS',
      `Sel ${name} di luar batas: paling banyak ${LINES_MAX} baris dan ${COLUMNS_MAX} kolom. Hapus isinya, atau bagi berkas menjadi beberapa lembar.`,
      `Cell ${name} is beyond the limits: at most ${LINES_MAX} lines and ${COLUMNS_MAX} columns. Clear it, or split the file into several sheets.`,
      line,
    ),
  );

const tooLong = (name: string, line: number): SheetRefused =>
  new SheetRefused(
    fileProblem(
      'TOO_MANY_CHARACTERS',
      `Isi sel ${name} terlalu panjang: paling banyak ${CELL_MAX} huruf dalam satu sel.`,
      `Cell ${name} is too long: at most ${CELL_MAX} characters in one cell.`,
      line,
    ),
  );
