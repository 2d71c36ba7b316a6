/**
 * What would have changed a decision, said for people: the API's sentence names fields, rules, dates and refusals as
 * they are tried again; here stand their words.
 */
import { isRefusalCode, REFUSALS } from '../../domain/law/refusals.ts';
import { dateInWords, readingInWords } from '../words/amounts.ts';
import { policyWords } from '../words/policies.ts';
import { type Language, say } from '../words/words.ts';
import { fieldWords } from './field-words.ts';

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

export function changeText(language: Language, sentence: string): string {
  return sentence
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d(?![\d:])/g, (at) => readingInWords(language, at))
    .replaceAll(/\d{4}-\d\d-\d\d(?!T|\d)/g, (date) => dateInWords(language, date))
    .replace(/^(dengan|with) ([a-z][A-Za-z]*(?:\.[\w]+)*) /, (_all, word: string, path: string) => {
      const field = path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? path;
      return `${word} ${lower(say(language, fieldWords(field)))} `;
    })
    .replace(
      /^(bila|if) ([a-z]+(?:_[a-z]+)+) /,
      (_all, word: string, policy: string) => `${word} “${say(language, policyWords(policy))}” `,
    )
    .replace(/\((ditolak|refused): ([A-Z_]+)\)$/, (all, word: string, code: string) => {
      if (!isRefusalCode(code)) return all;
      const said = say(language, REFUSALS[code]).replaceAll(/\{\w+\}/g, '…');
      return `(${word}: ${lower(said).replace(/\.$/, '')})`;
    });
}
