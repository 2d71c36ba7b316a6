/** One sentence in both languages: Indonesian for who must sign it, English for who reads along. */
import { fillSentence, type SentenceValues } from '../../domain/law/sentence.ts';

export interface Words {
  readonly id: string;
  readonly en: string;
}

export const words = (template: Words, values: SentenceValues = {}): Words => ({
  id: fillSentence(template.id, values, 'id'),
  en: fillSentence(template.en, values, 'en'),
});

export const joined = (parts: readonly Words[], separator = ' '): Words => ({
  id: parts.map(({ id }) => id).join(separator),
  en: parts.map(({ en }) => en).join(separator),
});
