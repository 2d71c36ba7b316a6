/** From the boxes of a form to the body of a command, with what is wrong in plain words beside each field. */
import { commandBody } from '../../../catalogue/command-body.ts';
import type { JsonObject, JsonValue } from '../../../domain/decider.ts';
import { linesAt, NONE_MARK, rowsAt, textAt, withRowsAsAsked } from './boxes.ts';
import type {
  ChoiceField,
  Field,
  FormDescription,
  FormError,
  FormValues,
  LinesField,
  RowsField,
  SeveralField,
} from './field.ts';
import { join } from './field.ts';
import { readLeaf } from './leaves.ts';
import { issueWords, missingWords } from './problems.ts';

export interface ParsedForm {
  /** As it will be sent; present where nothing is wrong. */
  readonly body?: CommandBodyJson;
  /** What could be read so far. */
  readonly partial: CommandBodyJson;
  readonly errors: readonly FormError[];
  /** The boxes as they should be shown again. */
  readonly values: FormValues;
  /** A row was added or removed: show the form again, nothing was sent yet and nothing is wrong. */
  readonly reshaped: boolean;
}

export interface CommandBodyJson {
  readonly data: JsonObject;
  readonly document?: JsonObject;
  readonly occurredAt?: JsonObject;
}

type Read = JsonValue | undefined;

class Reader {
  readonly errors: FormError[] = [];
  /** From the path in the body to the name in the form, of everything that was read. */
  readonly places = new Map<string, { readonly name: string; readonly field: Field }>();

  constructor(
    readonly command: string,
    readonly values: FormValues,
  ) {}

  /** @returns undefined where it is left out. */
  read(field: Field, prefix: string, parent: string): Read {
    const name = join(prefix, field.name);
    const path = join(parent, field.name);
    this.places.set(path, { name, field });
    if (field.canBeNone && textAt(this.values, `${name}.${NONE_MARK}`) !== '')
      return isList(field) ? [] : null;
    switch (field.kind) {
      case 'fixed':
        return field.value;
      case 'group':
        if (!field.required && this.isBlank(field, prefix)) return this.#empty(field, name);
        return this.fields(field.fields, name, path);
      case 'choice':
        return this.#choice(field, name, path);
      case 'rows':
        return this.#rows(field, name, path);
      case 'lines':
        return this.#lines(field, name, path);
      case 'several-of':
        return this.#several(field, name);
      default: {
        const read = readLeaf(field, name, this.values);
        if (read.was === 'blank') return this.#empty(field, name);
        if (read.was === 'filled') return read.value;
        this.errors.push({ path: name, message: read.message });
        return undefined;
      }
    }
  }

  fields(fields: readonly Field[], prefix: string, parent: string): JsonObject {
    const found: { [name: string]: JsonValue } = {};
    for (const field of fields) {
      const value = this.read(field, prefix, parent);
      if (value === undefined) continue;
      if (field.kind === 'choice' && field.inline) Object.assign(found, value);
      else found[field.name] = value;
    }
    return found;
  }

  /** Nothing of it is filled in, apart from what the form itself filled in. */
  isBlank(field: Field, prefix: string): boolean {
    const name = join(prefix, field.name);
    if (field.aside === true || field.kind === 'fixed') return true;
    switch (field.kind) {
      case 'group':
        return field.fields.every((one) => this.isBlank(one, name));
      case 'choice':
        return textAt(this.values, join(name, field.discriminator)) === '';
      case 'rows':
        return rowsAt(this.values, name).every((row) => this.#isBlankRow(field, `${name}.${row}`));
      case 'lines':
      case 'several-of':
        return linesAt(this.values, name).length === 0;
      default: {
        const read = readLeaf(field, name, this.values);
        return read.was === 'blank' || (read.was === 'filled' && read.value === field.fallback);
      }
    }
  }

  #isBlankRow({ item }: RowsField, name: string): boolean {
    return item.fields.every((one) => this.isBlank(one, name));
  }

  #empty(field: Field, name: string): Read {
    if (field.required) this.errors.push({ path: name, message: missingWords(this.command, field) });
    return field.required || field.whenEmpty === 'left-out' ? undefined : null;
  }

  #choice(field: ChoiceField, name: string, path: string): Read {
    const kindName = join(name, field.discriminator);
    const kind = textAt(this.values, kindName);
    this.places.set(join(path, field.discriminator), { name: kindName, field });
    if (kind === '') return this.#empty(field, kindName);
    const option = field.options.find(({ value }) => value === kind);
    if (option === undefined) return this.#empty({ ...field, required: true }, kindName);
    return { [field.discriminator]: kind, ...this.fields(option.fields, join(name, kind), path) };
  }

  #rows(field: RowsField, name: string, path: string): Read {
    const numbers = rowsAt(this.values, name).filter(
      (number) => !this.#isBlankRow(field, `${name}.${number}`),
    );
    if (numbers.length === 0 && field.least > 0) return this.#empty({ ...field, required: true }, name);
    if (numbers.length === 0 && !field.required) return this.#empty(field, name);
    return numbers.map((number, index) => {
      this.places.set(`${path}.${index}`, { name: `${name}.${number}`, field: field.item });
      return this.fields(field.item.fields, `${name}.${number}`, `${path}.${index}`);
    });
  }

  #lines(field: LinesField, name: string, path: string): Read {
    const lines = linesAt(this.values, name);
    if (lines.length === 0 && (!field.required || field.least > 0)) return this.#empty(field, name);
    return lines.map((line, index) => {
      this.places.set(`${path}.${index}`, { name, field: field.item });
      const read = readLeaf(field.item, 'line', { line });
      if (read.was === 'filled') return read.value;
      if (read.was === 'wrong') this.errors.push({ path: name, message: ofLine(read.message, line) });
      return line;
    });
  }

  #several(field: SeveralField, name: string): Read {
    const texts = linesAt(this.values, name);
    if (texts.length === 0 && (!field.required || field.least > 0)) return this.#empty(field, name);
    return field.options.filter((option) => texts.includes(String(option)));
  }
}

const isList = ({ kind }: Field): boolean => kind === 'rows' || kind === 'lines' || kind === 'several-of';

const ofLine = (message: FormError['message'], line: string): FormError['message'] => ({
  id: `“${line}”: ${message.id}`,
  en: `“${line}”: ${message.en}`,
});

/** Reads what was posted; the catalogue's own shape is the judge in the end. */
export function parseForm(description: FormDescription, posted: FormValues): ParsedForm {
  const reshaped = withRowsAsAsked(posted);
  const values = reshaped ?? posted;
  const reader = new Reader(description.command, values);
  const data = reader.fields(description.fields, '', '');
  const common = reader.fields(description.common, '', '');
  const partial: CommandBodyJson = { data, ...common };
  if (reshaped !== undefined) return { partial, errors: [], values, reshaped: true };
  const errors = [...reader.errors, ...judged(description, partial, reader)];
  return { partial, errors, values, reshaped: false, ...(errors.length === 0 ? { body: partial } : {}) };
}

function judged(description: FormDescription, body: CommandBodyJson, reader: Reader): FormError[] {
  const parsed = commandBody(description.entry).safeParse(body, { reportInput: false });
  if (parsed.success) return [];
  const said = new Set(reader.errors.map(({ path }) => path));
  const found: FormError[] = [];
  for (const issue of parsed.error.issues) {
    const place = placeOf(issue.path, reader);
    // Where something is wrong already, the judge's word on the hole that it left adds nothing.
    if ([...said].some((path) => overlaps(path, place.name))) continue;
    said.add(place.name);
    found.push({ path: place.name, message: issueWords(description.command, place.field, issue) });
  }
  return found;
}

const overlaps = (one: string, other: string): boolean =>
  one === other || (other !== '' && one.startsWith(`${other}.`)) || other.startsWith(`${one}.`);

/** The nearest field that the form has. */
function placeOf(
  path: readonly PropertyKey[],
  { places }: Reader,
): { readonly name: string; readonly field?: Field } {
  const parts = (path[0] === 'data' ? path.slice(1) : path).map(String);
  for (let length = parts.length; length > 0; length -= 1) {
    const place = places.get(parts.slice(0, length).join('.'));
    if (place !== undefined) return place;
  }
  return { name: '' };
}

/** Problems of a refused body, as the API tells them, at the fields of this form. */
export function errorsAt(
  description: FormDescription,
  values: FormValues,
  problems: readonly { readonly path: string; readonly reason: string }[],
): FormError[] {
  const reader = new Reader(description.command, values);
  reader.fields(description.fields, '', '');
  reader.fields(description.common, '', '');
  return problems.map(({ path }) => {
    const place = placeOf(path.split('.'), reader);
    return {
      path: place.name,
      message: issueWords(description.command, place.field, undefined),
    };
  });
}
