/** What a person is told about a sheet: a stable code, Indonesian first. A value of the file is never repeated. */
export interface Words {
  readonly id: string;
  readonly en: string;
}

/** Something wrong with a cell, wherever it stands. */
export interface CellProblem extends Words {
  readonly code: string;
}

export interface SheetProblem extends CellProblem {
  /** Row number as a spreadsheet shows it, the header being 1; null for the file as a whole. */
  readonly line: number | null;
  /** Header of the column; null for the line as a whole. */
  readonly column: string | null;
}

export const problem = (code: string, id: string, en: string): CellProblem => ({ code, id, en });

/** The file as a whole cannot be read. */
export const fileProblem = (
  code: string,
  id: string,
  en: string,
  line: number | null = null,
): SheetProblem => ({
  ...{ line, column: null, code, id, en },
});

/** Most problems that are told of one sheet: nobody mends more before trying again. */
export const PROBLEMS_MAX = 500;
