/** What the API shows of a thing, as rows of labels and values in words. */

import type { Zone } from '../../../domain/time/moment.ts';
import type { BookEntry, RegisterBook } from '../../register-book.ts';
import { codesIn } from '../../sentences/index.ts';
import {
  dateInWords,
  durationInWords,
  instantInWords,
  readingInWords,
  rupiahInWords,
} from '../../words/amounts.ts';
import { fieldWords, hasFieldWords } from '../../words/fields/index.ts';
import { valueWords } from '../../words/values.ts';
import { type Language, say } from '../../words/words.ts';

import { viewWords } from './view-words.ts';

export interface ShownRow {
  readonly label: string;
  readonly lines: readonly string[];
}

/** For programs, not for people. */
const HIDDEN: ReadonlySet<string> = new Set(['headHash', 'version', 'world', 'receipt', 'id']);

export interface Showing {
  readonly language: Language;
  readonly zone: Zone;
  /** Of the command that fills these fields in: by it they are called. */
  readonly command: string;
  readonly names: ReadonlyMap<string, string>;
}

export const shownRows = (showing: Showing, view: BookEntry['value']): readonly ShownRow[] =>
  Object.entries(view)
    .filter(([name, value]) => !HIDDEN.has(name) && value !== undefined)
    .map(([name, value]) => ({ label: labelOf(showing, name), lines: linesOf(showing, name, value) }));

const labelOf = ({ language, command }: Showing, path: string): string =>
  say(
    language,
    hasFieldWords(command, path)
      ? fieldWords(command, path).label
      : (viewWords(lastOf(path)) ?? fieldWords(command, path).label),
  );

const lastOf = (path: string): string =>
  path
    .split('.')
    .filter((part) => part !== '*')
    .at(-1) ?? path;

function linesOf(showing: Showing, path: string, value: unknown): readonly string[] {
  if (value === null || value === '') return [];
  if (Array.isArray(value)) {
    const said = value.map((one) => oneLine(showing, `${path}.*`, one)).filter((one) => one !== '');
    return value.every((one) => typeof one !== 'object') && said.length > 0 ? [said.join(', ')] : said;
  }
  const line = oneLine(showing, path, value);
  return line === '' ? [] : [line];
}

function oneLine(showing: Showing, path: string, value: unknown): string {
  const { language } = showing;
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean')
    return say(language, value ? { id: 'Ya', en: 'Yes' } : { id: 'Tidak', en: 'No' });
  if (typeof value === 'number') return numberIn(showing, path, value);
  if (typeof value === 'string') return textIn(showing, path, value);
  if (isMoment(value)) return instantInWords(language, value.at, value.zone);
  if (Array.isArray(value)) return value.map((one) => oneLine(showing, `${path}.*`, one)).join(', ');
  return Object.entries(value)
    .map(([name, inner]) => [labelOf(showing, `${path}.${name}`), oneLine(showing, `${path}.${name}`, inner)])
    .filter(([, said]) => said !== '')
    .map(([label, said]) => `${label}: ${said}`)
    .join('; ');
}

const isMoment = (value: object): value is { readonly at: string; readonly zone: Zone } =>
  'at' in value && 'zone' in value && typeof value.at === 'string' && /Z$/.test(value.at);

/** A line of a list is called as the list. */
const fieldOf = (path: string): string => path.replaceAll('.*', '');

function numberIn({ language }: Showing, path: string, value: number): string {
  if (/Minutes$/.test(path)) return durationInWords(language, value);
  if (/rupiah/i.test(path)) return rupiahInWords(value);
  return say(language, valueWords(fieldOf(path), String(value)));
}

function textIn({ language, zone, names }: Showing, path: string, value: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return dateInWords(language, value);
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(value)) return readingInWords(language, value);
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return instantInWords(language, value, zone);
  const known = names.get(value);
  if (known !== undefined && known !== value) return `${known} (${value})`;
  return say(language, valueWords(fieldOf(path), value));
}

/** Names of all offices, sites and employers that stand anywhere in it. */
export const namesIn = (book: RegisterBook, view: unknown): Promise<ReadonlyMap<string, string>> =>
  book.namesOf(codesIn(view));
