/** Sentences shown to people, in Indonesian and in English, with `{parameters}` to fill in. */
import { isLocalDate, partsOf } from '../time/day-number.ts';

export type SentenceValues = { readonly [name: string]: string | number };

/** Names of the `{parameters}` in a template, as a type. */
export type ParametersIn<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParametersIn<Rest>
  : never;

type Language = 'id' | 'en';

const MONTHS: { readonly [language in Language]: readonly string[] } = {
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

/** Below this, digits stay together, so that a year is never written `2.026`. */
const GROUPED_FROM = 10_000;

const written = (value: string | number, language: Language): string => {
  if (typeof value === 'number') {
    if (Math.abs(value) < GROUPED_FROM || !Number.isInteger(value)) return String(value);
    return String(value).replace(/\B(?=(\d{3})+$)/g, language === 'id' ? '.' : ',');
  }
  if (!isLocalDate(value)) return value;
  const { year, month, day } = partsOf(value);
  return `${day} ${MONTHS[language][month - 1]} ${year}`;
};

/**
 * Fills a template: dates in words, large numbers grouped. A value that is missing is shown as `…`,
 * because a sentence with a gap still helps more than none.
 */
export const fillSentence = (template: string, values: SentenceValues, language: Language): string =>
  template.replace(/\{(\w+)\}/g, (_placeholder, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? '…' : written(value, language);
  });
