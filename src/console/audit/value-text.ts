/** One value of a state or of a command's data in words, by the field it stands in. */
import type { JsonValue } from '../../domain/decider.ts';
import type { Instant, LocalDate, LocalDateTime, Moment } from '../../domain/time/moment.ts';
import {
  dateInWords,
  durationInWords,
  instantInWords,
  momentInWords,
  readingInWords,
  rupiahInWords,
  weekdayName,
} from '../words/amounts.ts';
import { ROLE_WORDS } from '../words/roles.ts';
import { type StagePart, stageWords } from '../words/stages.ts';
import { valueWords } from '../words/values.ts';
import { type Language, say, type Words } from '../words/words.ts';

export interface ValueSaid {
  readonly language: Language;
  /** What offices, sites and employers are called, by code. */
  readonly names: ReadonlyMap<string, string>;
}

const NOTHING: Words = { id: 'tidak ada', en: 'none' };
const YES: Words = { id: 'ya', en: 'yes' };
const NO: Words = { id: 'tidak', en: 'no' };
const SEALED: Words = { id: '(tersegel)', en: '(sealed)' };

const IS_DATE = /^\d{4}-\d\d-\d\d$/;
const IS_READING = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;
const IS_INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** @param path where it stands: its last field, and the part that it belongs to, decide how it is said. */
export function valueText(said: ValueSaid, path: readonly string[], value: JsonValue | undefined): string {
  const { language } = said;
  if (value === null || value === undefined) return say(language, NOTHING);
  if (typeof value === 'boolean') return say(language, value ? YES : NO);
  if (typeof value === 'number') return numberText(language, path, value);
  if (typeof value === 'string') return stringText(said, path, value);
  if (Array.isArray(value)) return value.map((item) => valueText(said, path, item)).join(', ');
  if ('at' in value && 'zone' in value) return momentInWords(language, value as unknown as Moment);
  return Object.entries(value)
    .map(([field, held]) => `${field}: ${valueText(said, [...path, field], held)}`)
    .join('; ');
}

const fieldOf = (path: readonly string[]): string => path.findLast((segment) => !/^\d+$/.test(segment)) ?? '';

function numberText(language: Language, path: readonly string[], value: number): string {
  const field = fieldOf(path);
  if (field === 'weekday') return weekdayName(language, value);
  if (/rupiah$/i.test(field)) return rupiahInWords(value);
  if (/minutes/i.test(field) || path.includes('credited')) return durationInWords(language, value);
  return String(value);
}

function stringText({ language, names }: ValueSaid, path: readonly string[], value: string): string {
  if (value.startsWith('sealed:') || value === '(sealed)') return say(language, SEALED);
  if (IS_DATE.test(value)) return dateInWords(language, value as LocalDate);
  if (IS_READING.test(value)) return readingInWords(language, value as LocalDateTime);
  if (IS_INSTANT.test(value)) return instantInWords(language, value as Instant, 'WIB');
  const name = names.get(value);
  if (name !== undefined) return name;
  if (Object.hasOwn(ROLE_WORDS, value)) return say(language, ROLE_WORDS[value as keyof typeof ROLE_WORDS]);
  const field = fieldOf(path);
  if ((field === 'stage' || field === 'status') && /^[A-Z_]+$/.test(value)) {
    return say(language, stageWords(partOf(path), value));
  }
  return say(language, valueWords(field, value));
}

/** Of which table a stage is one: by the list or part that it stands in. */
const PARTS: readonly (readonly [segment: string, part: StagePart])[] = [
  ['sessions', 'session'],
  ['seats', 'seat'],
  ['proposals', 'proposal'],
  ['placements', 'proposal'],
  ['prison', 'prison'],
  ['referral', 'referral'],
  ['assessment', 'assessment'],
  ['training', 'training'],
  ['class', 'class'],
  ['certificate', 'certificate'],
  ['permit', 'permit'],
  ['finding', 'finding'],
];

const partOf = (path: readonly string[]): StagePart =>
  PARTS.find(([segment]) => path.includes(segment))?.[1] ?? 'case';

/** Codes in a value whose names could be looked up. */
export const codesIn = (value: JsonValue): string[] => {
  if (typeof value === 'string') return /^[a-z][a-z0-9-]{2,60}$/.test(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(codesIn);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(codesIn);
  return [];
};
