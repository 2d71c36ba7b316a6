/**
 * Whether a script loads another: `import(…)`, which no world of its own keeps apart, since whoever answers it is the
 * host, with objects of the host. The keyword cannot be spelled otherwise, so that looking at the text is enough; a
 * comment or a text that looks like one is refused too.
 */

/** More between the keyword and its parenthesis nobody writes. */
const BETWEEN_MAX = 10_000;

const BLANK = /\s+/y;
const LINE_COMMENT = /(?:\/\/|<!--|-->)[^\n\r\u2028\u2029]*/y;

export function importsSomething(code: string): boolean {
  for (let at = code.indexOf('import'); at >= 0; at = code.indexOf('import', at + 1)) {
    const after = afterBlanks(code.slice(at + 'import'.length, at + 'import'.length + BETWEEN_MAX));
    if (after === undefined || after.startsWith('(')) return true;
    if (after.startsWith('.') && /^(?:meta|source|defer)\b/.test(afterBlanks(after.slice(1)) ?? 'meta'))
      return true;
  }
  return false;
}

/** Undefined where blanks and comments go on to the end of what was looked at. */
function afterBlanks(text: string): string | undefined {
  let at = 0;
  for (;;) {
    if (text.startsWith('/*', at)) {
      const end = text.indexOf('*/', at + 2);
      if (end < 0) return text.length === BETWEEN_MAX ? undefined : '';
      at = end + 2;
      continue;
    }
    const next = [BLANK, LINE_COMMENT].map((one) => endOf(one, text, at)).find((end) => end > at);
    if (next === undefined) return at === BETWEEN_MAX ? undefined : text.slice(at);
    at = next;
  }
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
