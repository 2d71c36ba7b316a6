/** One line per import that points the wrong way. */
export function findWrongImports(): string[];
