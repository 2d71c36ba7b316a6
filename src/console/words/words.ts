/** Both languages of every sentence, side by side where it is used: what is said in one cannot be forgotten in the other. */

export type Language = 'id' | 'en';

export const LANGUAGES: readonly Language[] = ['id', 'en'];

/** One text in both languages. Indonesian is formal ("Anda"), both are plain. */
export interface Words {
  readonly id: string;
  readonly en: string;
}

export const say = (language: Language, words: Words): string => words[language];

/** A word that is the same in both. */
export const same = (text: string): Words => ({ id: text, en: text });

export const isLanguage = (text: unknown): text is Language => text === 'id' || text === 'en';
