/** One cell of a file for spreadsheets. */

/** What a spreadsheet would take for a formula or a command gets an apostrophe before it (as src/sheets/file/write.ts). */
const FORMULA = /^[=+\-@\t\r\n|%]/;

/** @param text of anybody's: it is quoted where it must be, and never runs. */
export function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A spreadsheet reads a file that begins with it as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';
