/**
 * The words of a name as they sound, for finding people whose name every paper writes differently: old and new
 * spelling, doubled letters, titles, accents. Pure; what comes out is hashed and stands nowhere in clear.
 */

/** Before and after a name, and between: they name nobody. */
const TITLES: ReadonlySet<string> = new Set([
  ...['dr', 'drs', 'dra', 'drg', 'ir', 'prof', 'h', 'hj', 'kh', 'ust', 'tgk', 'rd', 'r', 'st', 'pdt'],
  ...['bin', 'binti', 'als', 'alias', 'alm', 'almh', 'sh', 'mh', 'se', 'spd', 'skom', 'amd', 'msi', 'mm'],
]);

/** One word is one person's in a whole province too often; more than these are a whole sentence. */
const MOST_WORDS = 12;

/** In this order: the old spellings first, because the newer letters stand for other sounds there. */
const AS_IT_SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/oe/g, 'u'],
  [/dj/g, 'j'],
  [/tj/g, 'c'],
  [/sj/g, 'sy'],
  [/nj/g, 'ny'],
  [/ch|kh/g, 'k'],
  [/q/g, 'k'],
  [/ph|v/g, 'f'],
  [/dh/g, 'd'],
  [/th/g, 't'],
  [/gh/g, 'g'],
  [/sh|sy/g, 's'],
  [/x/g, 'ks'],
  [/z/g, 's'],
  // `Yusuf` and `Jusuf`, `Yanto` and `Janto`: one letter changed its sound in 1947 and 1972.
  [/j/g, 'y'],
  [/(.)\1+/g, '$1'],
  [/(?<=.)h$/g, ''],
];

const soundOf = (word: string): string =>
  AS_IT_SOUNDS.reduce((text, [pattern, sound]) => text.replace(pattern, sound), word);

/** Without accents, titles and punctuation, each sound once; initials and single letters are left out. */
export function nameSounds(name: string): readonly string[] {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’`ʼ.]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && !TITLES.has(word));
  return [...new Set(words.map(soundOf).filter((word) => word !== ''))].slice(0, MOST_WORDS);
}
