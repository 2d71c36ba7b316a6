/** Text that the standard fonts can show: they know Western letters (Windows-1252) and no others. */

/** Letters of that code page beyond Latin-1. */
const BEYOND_LATIN_1 = new Set('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ');

const isKnown = (letter: string): boolean => {
  const code = letter.codePointAt(0) ?? 0;
  return (code >= 0x20 && code <= 0x7e) || (code >= 0xa0 && code <= 0xff) || BEYOND_LATIN_1.has(letter);
};

/** A letter with a mark that the fonts do not know loses the mark; what is left over becomes `?`. */
export function printable(text: string): string {
  let shown = '';
  for (const letter of text.normalize('NFC')) {
    if (isKnown(letter) || letter === '\n') shown += letter;
    else if (/\s/.test(letter)) shown += ' ';
    else {
      const bare = letter.normalize('NFD').replaceAll(/\p{M}/gu, '');
      shown += [...bare].map((one) => (isKnown(one) ? one : '?')).join('');
    }
  }
  return shown;
}
