/** One value and the texts of its boxes: written for a form, and read back. */
import type { JsonValue } from '../../../domain/decider.ts';
import type { Words } from '../../words/words.ts';
import { hasBox, textAt } from './boxes.ts';
import { clockFromText, dateFromBoxes, dateFromText, monthNumber } from './dates.ts';
import type { FormValues, Leaf } from './field.ts';

export type Boxes = { [name: string]: string | readonly string[] };

export type LeafRead =
  | { readonly was: 'blank' }
  | { readonly was: 'filled'; readonly value: JsonValue }
  | { readonly was: 'wrong'; readonly message: Words };

const BLANK: LeafRead = { was: 'blank' };
const filled = (value: JsonValue): LeafRead => ({ was: 'filled', value });
const wrong = (id: string, en: string): LeafRead => ({ was: 'wrong', message: { id, en } });

const NO_DATE = wrong(
  'Masukkan tanggal yang ada di kalender, misalnya 30 3 2026.',
  'Enter a real date, for example 30 3 2026.',
);
const NO_CLOCK = wrong('Masukkan jam, misalnya 08.00.', 'Enter a time, for example 08:00.');
const NO_WHOLE = wrong(
  'Masukkan bilangan bulat, tanpa koma, misalnya 12.',
  'Enter a whole number, for example 12.',
);

export function readLeaf(field: Leaf, name: string, values: FormValues): LeafRead {
  const text = textAt(values, name);
  switch (field.kind) {
    case 'date':
      return readDate(name, values);
    case 'reading':
      return readReading(name, values);
    case 'month':
      return readMonth(name, values);
    case 'minutes':
      return readMinutes(name, values);
    default:
      return text === '' ? BLANK : readText(field, text);
  }
}

function readText(field: Leaf, text: string): LeafRead {
  switch (field.kind) {
    case 'clock': {
      const clock = clockFromText(text);
      return clock === undefined ? NO_CLOCK : filled(clock.slice(0, 5));
    }
    case 'whole': {
      const number = wholeFrom(text);
      return number === undefined ? NO_WHOLE : filled(number);
    }
    case 'rupiah': {
      const number = wholeFrom(text.replace(/^rp\.?\s*/i, '').replace(/,(?:00|-)$/, ''));
      return number === undefined
        ? wrong('Masukkan jumlah rupiah, misalnya 10.000.000.', 'Enter rupiah, for example 10.000.000.')
        : filled(number);
    }
    case 'yes-no':
      return text === 'true' || text === 'false'
        ? filled(text === 'true')
        : wrong('Pilih ya atau tidak.', 'Choose yes or no.');
    case 'tick':
      return filled(true);
    case 'one-of': {
      const option = field.options.find((one) => String(one) === text);
      return option === undefined
        ? wrong('Pilih salah satu dari daftar.', 'Choose one of the list.')
        : filled(option);
    }
    case 'reference':
      // Versions of events are numbers; every other thing has a name.
      return filled(field.of === 'event' && /^\d{1,9}$/.test(text) ? Number(text) : text);
    case 'fingerprint':
      return filled(text.toLowerCase());
    case 'policy-value':
      return filled(policyValueFrom(text));
    case 'json':
      return readJson(text);
    case 'long-text':
      return filled(text.replaceAll('\r\n', '\n'));
    default:
      return filled(text);
  }
}

/** `12`, `1.500`, `1 500`: never `1.5`, which would be another number than it looks. */
function wholeFrom(text: string): number | undefined {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  return /^\d{1,3}(?:[. ]\d{3}){1,4}$/.test(text) ? Number(text.replace(/[. ]/g, '')) : undefined;
}

function readDate(name: string, values: FormValues): LeafRead {
  const [day, month, year] = dateBoxes(name, values);
  if (day === '' && month === '' && year === '') {
    const whole = hasBox(values, `${name}.day`) ? '' : textAt(values, name);
    if (whole === '') return BLANK;
    const date = dateFromText(whole);
    return date === undefined ? NO_DATE : filled(date);
  }
  // A whole date pasted into the first box.
  const date = month === '' && year === '' ? dateFromText(day) : dateFromBoxes(day, month, year);
  return date === undefined ? NO_DATE : filled(date);
}

const dateBoxes = (name: string, values: FormValues): [string, string, string] => [
  textAt(values, `${name}.day`),
  textAt(values, `${name}.month`),
  textAt(values, `${name}.year`),
];

function readReading(name: string, values: FormValues): LeafRead {
  const [wholeDate = '', wholeClock] = textAt(values, name).split('T');
  const withBoxes = hasBox(values, `${name}.day`);
  const date = readDate(name, withBoxes ? values : { [name]: wholeDate });
  const time = withBoxes ? textAt(values, `${name}.time`) : (wholeClock ?? '');
  if (date.was === 'blank' && time === '') return BLANK;
  if (date.was !== 'filled') return NO_DATE;
  const clock = clockFromText(time);
  return clock === undefined ? NO_CLOCK : filled(`${String(date.value)}T${clock}`);
}

function readMonth(name: string, values: FormValues): LeafRead {
  const whole = hasBox(values, `${name}.month`) ? '' : textAt(values, name);
  const [year, month] =
    whole === '' ? [textAt(values, `${name}.year`), textAt(values, `${name}.month`)] : whole.split('-');
  if (year === '' && month === '') return BLANK;
  const number = monthNumber(month ?? '');
  if (number === undefined || !/^\d{4}$/.test(year ?? ''))
    return wrong('Masukkan bulan dan tahun, misalnya 4 2026.', 'Enter month and year, for example 4 2026.');
  return filled(`${year}-${String(number).padStart(2, '0')}`);
}

function readMinutes(name: string, values: FormValues): LeafRead {
  const boxed = hasBox(values, `${name}.hours`) || hasBox(values, `${name}.minutes`);
  const hours = textAt(values, `${name}.hours`);
  const minutes = boxed ? textAt(values, `${name}.minutes`) : textAt(values, name);
  if (hours === '' && minutes === '') return BLANK;
  const [ofHours, ofMinutes] = [wholeFrom(hours || '0'), wholeFrom(minutes || '0')];
  if (ofHours === undefined || ofMinutes === undefined)
    return wrong(
      'Masukkan jam dan menit, misalnya 0 dan 30.',
      'Enter hours and minutes, for example 0 and 30.',
    );
  return filled(ofHours * 60 + ofMinutes);
}

function readJson(text: string): LeafRead {
  try {
    return filled(JSON.parse(text) as JsonValue);
  } catch {
    return wrong('Masukkan JSON yang benar.', 'Enter valid JSON.');
  }
}

type Scalar = string | number | boolean;

/** A number, ya/tidak, a word; lines that begin with a dash are a list. */
function policyValueFrom(text: string): JsonValue {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const isList = lines.length > 1 || lines[0]?.startsWith('- ') === true;
  return isList ? lines.map((line) => scalarFrom(line.replace(/^-\s+/, ''))) : scalarFrom(text);
}

function scalarFrom(text: string): Scalar {
  if (/^(?:ya|yes|true)$/i.test(text)) return true;
  if (/^(?:tidak|no|false)$/i.test(text)) return false;
  return /^-?\d{1,15}(?:\.\d{1,6})?$/.test(text) ? Number(text) : text;
}

/** Writes a value into its boxes. */
export function writeLeaf(field: Leaf, name: string, value: JsonValue, into: Boxes): void {
  const text = typeof value === 'string' ? value : String(value);
  switch (field.kind) {
    case 'date':
      writeDate(name, text, into);
      return;
    case 'reading':
      writeDate(name, text.slice(0, 10), into);
      into[`${name}.time`] = text.slice(11);
      return;
    case 'month':
      into[`${name}.month`] = String(Number(text.slice(5, 7)));
      into[`${name}.year`] = text.slice(0, 4);
      return;
    case 'minutes':
      into[`${name}.hours`] = String(Math.floor(Number(value) / 60));
      into[`${name}.minutes`] = String(Number(value) % 60);
      return;
    case 'policy-value':
      into[name] = Array.isArray(value) ? value.map((one) => `- ${String(one)}`).join('\n') : text;
      return;
    case 'json':
      into[name] = JSON.stringify(value);
      return;
    default:
      into[name] = text;
  }
}

function writeDate(name: string, date: string, into: Boxes): void {
  const [year = '', month = '', day = ''] = date.split('-');
  into[`${name}.day`] = String(Number(day));
  into[`${name}.month`] = String(Number(month));
  into[`${name}.year`] = year;
}

/** Names of all boxes that a leaf may have. */
export function boxesOf(field: Leaf, name: string): string[] {
  switch (field.kind) {
    case 'date':
      return [`${name}.day`, `${name}.month`, `${name}.year`];
    case 'reading':
      return [`${name}.day`, `${name}.month`, `${name}.year`, `${name}.time`];
    case 'month':
      return [`${name}.month`, `${name}.year`];
    case 'minutes':
      return [`${name}.hours`, `${name}.minutes`];
    default:
      return [name];
  }
}
