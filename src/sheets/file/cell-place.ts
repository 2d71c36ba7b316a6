/** Where a cell stands, as spreadsheets name it: `B7`. */

const CELL_NAME = /^([A-Z]{1,3})([1-9]\d{0,6})$/;

/** The name that spreadsheets give to a column: 0 is A, 25 Z, 26 AA. */
export function columnLetter(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : `${columnLetter(Math.floor(place / 26) - 1)}${last}`;
}

/** Column (A is 0) and row (from 1) of a name; undefined where it is none. */
export function placeOfCell(name: string): { readonly column: number; readonly row: number } | undefined {
  const found = CELL_NAME.exec(name);
  if (found === null) return undefined;
  const [, letters = '', digits] = found;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column: column - 1, row: Number(digits) };
}
