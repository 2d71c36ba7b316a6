/**
 * Something that keeps Titian from starting and that a person can put right. It is shown as one line, cause
 * first and remedy second, without a stack: a stack would hide the line that helps.
 */
export class StartupProblem extends Error {
  readonly remedy: string;

  constructor(cause: string, remedy: string) {
    super(`${cause} ${remedy}`);
    this.name = 'StartupProblem';
    this.remedy = remedy;
  }
}
