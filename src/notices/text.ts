/** A message in words: subject, what is to be done, the first items, and where the rest stands. */
import { fillSentence } from '../domain/law/sentence.ts';
import { ITEMS_SHOWN } from './compose.ts';
import type { ShownItem, Words } from './template.ts';
import { TEMPLATES, type TemplateKey } from './templates/index.ts';

export interface RenderedMessage {
  readonly subject: Words;
  readonly text: Words;
}

const REST: Words = { id: '… dan {rest} lagi.', en: '… and {rest} more.' };
const FOOTER: Words = {
  id: 'Pemberitahuan otomatis; jangan dibalas.',
  en: 'Automatic notice; please do not reply.',
};

/** @param link where the office reads the rest: an address, or a path where none is configured. */
export function renderMessage(
  template: TemplateKey,
  count: number,
  shown: readonly ShownItem[],
  link: string,
): RenderedMessage {
  const { subject, text, item, audience } = TEMPLATES[template];
  const inLanguage = (language: 'id' | 'en'): string => {
    const lines = [fillSentence(text[language], { count }, language)];
    if (audience !== 'PERSON') {
      const listed = item === undefined ? [] : shown.slice(0, ITEMS_SHOWN);
      for (const { reference, details } of listed) {
        lines.push(`- ${fillSentence(item?.[language] ?? '', { ...details, reference }, language)}`);
      }
      const rest = count - listed.length;
      if (item !== undefined && rest > 0) lines.push(fillSentence(REST[language], { rest }, language));
      lines.push('', link);
    }
    lines.push('', FOOTER[language]);
    return lines.join('\n');
  };
  return {
    subject: {
      id: fillSentence(subject.id, { count }, 'id'),
      en: fillSentence(subject.en, { count }, 'en'),
    },
    text: { id: inLanguage('id'), en: inLanguage('en') },
  };
}
