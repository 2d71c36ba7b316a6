/** Sentences of findings in both languages, where parts of a sentence may themselves be words in both. */
import { type Words, words } from '../explain/words.ts';

export interface Said {
  readonly [name: string]: string | number | Words;
}

export function say(template: Words, values: Said = {}): Words {
  const inOne = (language: keyof Words) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'object' ? value[language] : value,
      ]),
    );
  return { id: words(template, inOne('id')).id, en: words(template, inOne('en')).en };
}

export const both = (parts: readonly Words[]): Words => ({
  id: parts.map(({ id }) => id).join(' dan '),
  en: parts.map(({ en }) => en).join(' and '),
});
