/** A sensible filled example of every command, for trying out in a sandbox. Everybody in it is fictitious. */
import type { CommandName } from '../../../../access/roles.ts';
import type { CatalogueEntry } from '../../../../catalogue/index.ts';
import type { JsonObject, JsonValue } from '../../../../domain/decider.ts';
import { addDays } from '../../../../domain/time/local-date.ts';
import type { LocalDate } from '../../../../domain/time/moment.ts';
import { describeForm } from '../describe.ts';
import type { Field, FormDescription, Leaf } from '../field.ts';
import type { CommandBodyJson } from '../parse.ts';
import { LEFT_OUT, NUMBERS, PAPERS, REFERENCES, TEXTS } from './examples.ts';
import { OWN_SAMPLES } from './own.ts';

const SOME_DAY: LocalDate = '2026-04-01';

/** @param today dates lie on it or near it, so that the law has little to say against them. */
export function sampleFor(entry: CatalogueEntry, today: LocalDate = SOME_DAY): CommandBodyJson {
  const description = describeForm(entry);
  const data = { ...fill(description.fields, entry.name, today), ...own(entry.name, today) };
  if (entry.document === 'optional' || entry.door === 'people') return { data };
  const { kind, number } = PAPERS[entry.name as CommandName] ?? { kind: 'SURAT', number: 'SURAT-12/2026' };
  return { data, document: { kind, number, date: today } };
}

const own = (command: string, today: LocalDate): JsonObject =>
  OWN_SAMPLES[command as CommandName]?.((days) => addDays(today, days)) ?? {};

function fill(fields: FormDescription['fields'], command: string, today: LocalDate): JsonObject {
  const found: { [name: string]: JsonValue } = {};
  for (const field of fields) {
    if (!field.required && field.whenEmpty === 'left-out' && field.sealed === undefined) continue;
    if (LEFT_OUT.has(`${command}.${field.path}`)) continue;
    const value = valueFor(field, command, today);
    if (field.kind === 'choice' && field.inline) Object.assign(found, value);
    else found[field.name] = value;
  }
  return found;
}

function valueFor(field: Field, command: string, today: LocalDate): JsonValue {
  if (!field.required && field.whenEmpty === 'null') return null;
  switch (field.kind) {
    case 'fixed':
      return field.value;
    case 'group':
      return fill(field.fields, command, today);
    case 'rows':
      return [fill(field.item.fields, command, today)];
    case 'lines':
      return field.least === 0 ? [] : [leafFor(field.item, command, today)];
    case 'several-of':
      return field.options.slice(0, Math.max(1, field.least));
    case 'choice': {
      const [option] = field.options;
      return {
        [field.discriminator]: option?.value ?? '',
        ...fill(option?.fields ?? [], command, today),
      };
    }
    default:
      return leafFor(field, command, today);
  }
}

function leafFor(field: Leaf, command: string, today: LocalDate): JsonValue {
  const name =
    field.path
      .split('.')
      .filter((part) => part !== '*')
      .at(-1) ?? '';
  const at = `${command}.${field.path}`;
  const text = TEXTS[at] ?? TEXTS[name] ?? field.example ?? 'Contoh';
  switch (field.kind) {
    case 'date':
      return today;
    case 'reading':
      return `${today}T${name === 'end' ? '12:00' : '08:00'}`;
    case 'clock':
      return name === 'end' ? '12:00' : '08:00';
    case 'month':
      return today.slice(0, 7);
    case 'whole':
    case 'rupiah':
    case 'minutes':
      return Math.min(Math.max(NUMBERS[at] ?? NUMBERS[name] ?? 1, field.least), field.most);
    case 'yes-no':
    case 'tick':
      return true;
    case 'one-of':
      return field.options[0] ?? '';
    case 'reference':
      return REFERENCES[at] ?? REFERENCES[name] ?? REFERENCES[field.of] ?? 'contoh';
    case 'fingerprint':
      return 'ab'.repeat(32);
    case 'policy-value':
      return 180;
    case 'json':
      return {};
    default:
      return text;
  }
}
