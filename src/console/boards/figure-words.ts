/** Figures as they are read: the same in tables, under plots and in files. */
import { wholeInWords } from '../words/amounts.ts';
import type { Language } from '../words/words.ts';
import type { Figure } from './answer.ts';

const HIDDEN_WORD = { id: 'disembunyikan', en: 'hidden' } as const;

export function figureInWords(language: Language, figure: Figure, threshold: number): string {
  if (typeof figure === 'number') return wholeInWords(language, figure);
  return figure === 'small' ? `<${threshold}` : HIDDEN_WORD[language];
}

/** Whole percent; undefined where one of the two is not shown, or there is nobody to take a part of. */
export const percentOf = (part: Figure, whole: Figure): number | undefined =>
  typeof part === 'number' && typeof whole === 'number' && whole > 0
    ? Math.round((100 * part) / whole)
    : undefined;
