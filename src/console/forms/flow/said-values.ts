/** What was filled in, as one reads it back: labels and values in words, page by page. */
import {
  dateInWords,
  durationInWords,
  readingInWords,
  rupiahInWords,
  wholeInWords,
} from '../../words/amounts.ts';
import { fieldWords } from '../../words/fields/index.ts';
import { valueWords } from '../../words/values.ts';
import { type Language, say, type Words } from '../../words/words.ts';
import { linesAt, rowsAt, textAt } from '../schema/boxes.ts';
import { dateFromBoxes } from '../schema/dates.ts';
import { join } from '../schema/field.ts';
import type { Choices, Field, FormDescription, FormValues, Leaf } from '../schema/index.ts';
import { NONE_MARK } from '../schema/index.ts';

export interface SaidValue {
  readonly label: string;
  /** One for each line. Empty where nothing was filled in. */
  readonly lines: readonly string[];
}

export interface Saying {
  readonly language: Language;
  readonly description: FormDescription;
  readonly values: FormValues;
  readonly choices: Choices;
}

const YES: Words = { id: 'Ya', en: 'Yes' };
const NO: Words = { id: 'Tidak', en: 'No' };
const NONE: Words = { id: 'Dikosongkan', en: 'Set to none' };

/** What was left out is not read back, unless it must be there. */
export function saidValues(saying: Saying, fields: readonly Field[]): readonly SaidValue[] {
  return fields.flatMap((field) => saidField(saying, field, ''));
}

const labelOf = ({ language, description }: Saying, path: string): string =>
  say(language, fieldWords(description.command, path).label);

function saidField(saying: Saying, field: Field, prefix: string): SaidValue[] {
  const { language, values, description } = saying;
  const name = join(prefix, field.name);
  const label = labelOf(saying, field.path);
  if (field.canBeNone && textAt(values, `${name}.${NONE_MARK}`) !== '') {
    return [{ label, lines: [say(language, NONE)] }];
  }
  switch (field.kind) {
    case 'fixed':
      return [];
    case 'group': {
      const inner = field.fields.flatMap((one) => saidField(saying, one, name));
      // Of a group that was left empty, what the form filled in by itself says nothing.
      const told = field.fields.filter((one) => one.aside !== true);
      const filled = told.some((one) => saidField(saying, one, name).some(({ lines }) => lines.length > 0));
      return filled || field.required ? inner : [];
    }
    case 'choice': {
      const kindName = join(name, field.discriminator);
      const kindPath = field.path === '' ? field.discriminator : `${field.path}.${field.discriminator}`;
      const kind = textAt(values, kindName);
      if (kind === '') return [];
      const option = field.options.find(({ value }) => value === kind);
      return [
        {
          label: labelOf(saying, kindPath),
          lines: [say(language, valueWords(`${description.command}.${kindPath}`, kind))],
        },
        ...(option?.fields.flatMap((one) => saidField(saying, one, join(name, kind))) ?? []),
      ];
    }
    case 'rows': {
      const lines = rowsAt(values, name).flatMap((row) => {
        const said = field.item.fields.flatMap((one) => saidField(saying, one, `${name}.${row}`));
        const parts = said.filter((one) => one.lines.length > 0);
        return parts.length === 0
          ? []
          : [parts.map((part) => `${part.label}: ${part.lines.join(', ')}`).join('; ')];
      });
      return lines.length === 0 && !field.required ? [] : [{ label, lines }];
    }
    case 'lines':
    case 'several-of': {
      const texts = linesAt(values, name);
      const item: Field = field.kind === 'lines' ? field.item : field;
      const lines = texts.map((text) => saidText(saying, item, field.path, text));
      return lines.length === 0 && !field.required ? [] : [{ label, lines }];
    }
    default: {
      const text = saidLeaf(saying, field, name);
      return text === '' && !field.required ? [] : [{ label, lines: text === '' ? [] : [text] }];
    }
  }
}

function saidLeaf(saying: Saying, field: Leaf, name: string): string {
  const { values, language } = saying;
  const box = (part: string): string => textAt(values, `${name}.${part}`);
  switch (field.kind) {
    case 'date':
    case 'reading': {
      const whole = textAt(values, name);
      const date = whole === '' ? dateFromBoxes(box('day'), box('month'), box('year')) : whole.slice(0, 10);
      if (date === undefined || !/^\d{4}-\d\d-\d\d$/.test(date)) return whole;
      if (field.kind === 'date') return dateInWords(language, date);
      const time = whole.length > 10 ? whole.slice(11, 16) : box('time').replace('.', ':').padStart(5, '0');
      return readingInWords(language, `${date}T${time}`);
    }
    case 'month':
      return [box('month'), box('year')].filter((part) => part !== '').join(' ') || textAt(values, name);
    case 'minutes': {
      const [hours, minutes] = [box('hours'), box('minutes')];
      if (hours === '' && minutes === '') return textAt(values, name);
      return durationInWords(language, Number(hours) * 60 + Number(minutes));
    }
    case 'tick':
      return textAt(values, name) === '' ? '' : say(language, YES);
    default: {
      const text = textAt(values, name);
      return text === '' ? '' : saidText(saying, field, field.path, text);
    }
  }
}

function saidText(
  { language, description, choices }: Saying,
  field: Field,
  path: string,
  text: string,
): string {
  const { unit } = fieldWords(description.command, path);
  const withUnit = (said: string): string => (unit === undefined ? said : `${said} ${say(language, unit)}`);
  switch (field.kind) {
    case 'yes-no':
      return say(language, text === 'true' ? YES : NO);
    case 'one-of':
    case 'several-of':
      return say(language, valueWords(`${description.command}.${path}`, text));
    case 'rupiah':
      return /^\d+$/.test(text) ? rupiahInWords(Number(text)) : text;
    case 'whole':
      // Years are names, not amounts: 2027, never 2.027.
      if (field.name === 'year') return text;
      return withUnit(/^\d+$/.test(text) ? wholeInWords(language, Number(text)) : text);
    case 'reference':
      return choices[path]?.find(({ value }) => value === text)?.label ?? text;
    default:
      return withUnit(text);
  }
}
