/** Articles as each language cites them. The record has one form for all: `UU 1/2023 art. 85(5)`. */
import type { Words } from './words.ts';

const ARTICLE = /\bart\. ?(\d+[A-Z]?)((?:\(\w+\))*)/g;
const PARTS = /\((\w+)\)/g;

/** `UU 1/2023 Pasal 85 ayat (5)` in Indonesian, where a letter is a *huruf*. */
export const articleWords = (article: string): Words => ({
  id: article.replace(
    ARTICLE,
    (_, number: string, parts: string) => `Pasal ${number}${parts.replace(PARTS, partInIndonesian)}`,
  ),
  en: article,
});

const partInIndonesian = (_: string, part: string): string =>
  /^\d/.test(part) ? ` ayat (${part})` : ` huruf ${part}`;
