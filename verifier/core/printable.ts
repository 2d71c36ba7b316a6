/**
 * Texts of a bundle as they may be shown: on a terminal a control character could clear the screen and write a
 * verdict of its own, and marks of direction could turn a sentence around.
 */
import type { Sentence } from './findings.ts';

/** Control characters, invisible formatting (also marks of direction), separators of lines, halves of characters. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** What cannot be seen is written as JSON would write it: `\u001b`. */
export const printable = (text: string): string =>
  text.replace(UNPRINTABLE, (found) =>
    Array.from({ length: found.length }, (_, unit) => escapeOf(found.charCodeAt(unit))).join(''),
  );

export const printableSentence = ({ id, en }: Sentence): Sentence => ({
  id: printable(id),
  en: printable(en),
});

const escapeOf = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`;
