/** A mistake in a scenario file, told so that its author can mend it without knowing the program. */
export class ScenarioProblem extends Error {
  override readonly name = 'ScenarioProblem';

  constructor(
    readonly file: string,
    readonly line: number,
    /** Path of keys to the mistake, for example `langkah 3 > tolak > kode`. */
    readonly key: string,
    readonly fault: string,
    readonly remedy: string,
  ) {
    super(`${file}:${line}: ${key === '' ? '' : `"${key}": `}${fault}. ${remedy}`);
  }
}
