/** Rows of CSV text in one pass: fields may stand in quotes, and hold separators, line ends and doubled quotes there. */
import { COLUMNS_MAX } from '../limits.ts';
import type { Row } from './table.ts';

/** Quotes that are never closed, or stand where none may stand. */
export class QuotesBroken extends Error {
  /** @param line of the record that does not read */
  constructor(readonly line: number) {
    super(`row ${line}`);
  }
}

const QUOTE = '"';

/**
 * Empty rows count as rows; an empty row behind the last line end does not.
 *
 * @throws QuotesBroken
 */
export function* csvRows(text: string, separator: string): Generator<Row> {
  const fieldEnd = new RegExp(`[${separator}"\\r\\n]`, 'g');
  let at = 0;
  let line = 1;
  let cells: string[] = [];
  const take = (cell: string): void => {
    // Of a thousand empty fields behind the last column, none is needed.
    if (cell !== '' || cells.length <= COLUMNS_MAX) cells.push(cell);
  };
  while (at < text.length) {
    let end: number;
    if (text[at] === QUOTE) {
      end = behindQuotes(text, at, line);
      take(text.slice(at + 1, end - 1).replaceAll('""', QUOTE));
    } else {
      fieldEnd.lastIndex = at;
      end = fieldEnd.exec(text)?.index ?? text.length;
      take(text.slice(at, end));
    }
    at = end + 1;
    if (end < text.length && text[end] === separator) {
      // The file ends with a separator: one more field, an empty one.
      if (at >= text.length) take('');
      continue;
    }
    if (end < text.length && text[end] !== '\n' && text[end] !== '\r') throw new QuotesBroken(line);
    if (text[end] === '\r' && text[at] === '\n') at += 1;
    yield { line, cells };
    cells = [];
    line += 1;
  }
  if (cells.length > 0) yield { line, cells };
}

/** First place behind the closing quote. */
function behindQuotes(text: string, from: number, line: number): number {
  for (let at = from + 1; ; at += 2) {
    at = text.indexOf(QUOTE, at);
    if (at === -1) throw new QuotesBroken(line);
    if (text[at + 1] !== QUOTE) return at + 1;
  }
}
