/**
 * From the shape of a command to its form. The walk reads zod's own definitions rather than a JSON Schema made from
 * them: there, a date, a code and a note are all "string", while here each is known by the check it was built with.
 */
import type { z } from 'zod';
import {
  clockTime,
  localDate,
  localDateTime,
  rupiah,
  sensitiveText,
  sha256,
  sourceDocument,
  zone,
} from '../../../catalogue/fields.ts';
import type { CatalogueEntry } from '../../../catalogue/index.ts';
import type { JsonValue } from '../../../domain/decider.ts';
import type { ChoiceField, Field, FormDescription, GroupField, Leaf } from './field.ts';
import { join } from './field.ts';
import { referenceOf } from './references.ts';

type AnyZod = z.core.$ZodTypes;
const asZod = (schema: unknown): AnyZod => schema as AnyZod;

interface Place {
  readonly command: string;
  readonly name: string;
  readonly path: string;
}

interface Shell {
  optional: boolean;
  nullable: boolean;
  fallback?: JsonValue;
}

/** Checks that make a schema what it is; `.describe`, `.meta` and further limits keep them. */
const checksOf = (schema: unknown): readonly unknown[] => asZod(schema)._zod.def.checks ?? [];

/** Built from `base` by describing or limiting it further. */
function isMadeOf(schema: unknown, base: unknown): boolean {
  const own = checksOf(schema);
  const wanted = checksOf(base);
  return wanted.length > 0 && wanted.every((check) => own.includes(check));
}

export function describeForm(entry: CatalogueEntry): FormDescription {
  const place: Place = { command: entry.name, name: '', path: '' };
  const root = describe(entry.data, place);
  const fields = (root.kind === 'group' ? root.fields : [root]).map((field): Field => {
    const sealed = entry.sealed[field.name];
    return sealed === undefined ? field : { ...field, sealed };
  });
  return { command: entry.name, entry, fields, common: commonParts(entry) };
}

function commonParts(entry: CatalogueEntry): readonly Field[] {
  if (entry.door === 'people') return [];
  const at = { command: entry.name, name: 'document', path: 'document' };
  const document = describe(sourceDocument, at) as GroupField;
  const base = { required: true, whenEmpty: 'left-out', canBeNone: false } as const;
  return [
    {
      ...document,
      required: entry.document === 'required',
      whenEmpty: 'left-out',
      // Its kind is filled in beforehand: that alone is no document.
      fields: document.fields.map((field) =>
        field.name === 'kind' ? ({ ...field, aside: true } as Field) : field,
      ),
    },
    {
      ...{ ...base, kind: 'group', name: 'occurredAt', path: 'occurredAt', required: false },
      fields: [
        { ...base, kind: 'reading', name: 'local', path: 'occurredAt.local' },
        {
          ...{ ...base, kind: 'one-of', name: 'zone', path: 'occurredAt.zone', aside: true },
          options: zone.options,
        },
      ],
    },
  ];
}

function describe(schema: unknown, place: Place): Field {
  const shell: Shell = { optional: false, nullable: false };
  let inner = asZod(schema);
  for (;;) {
    const def = inner._zod.def;
    if (def.type === 'optional') shell.optional = true;
    else if (def.type === 'nullable') shell.nullable = true;
    else if (def.type === 'default') shell.fallback = def.defaultValue as JsonValue;
    else if (def.type !== 'nonoptional') break;
    inner = asZod(def.innerType);
  }
  const left = shell.optional || shell.fallback !== undefined;
  const { example } = ((inner as unknown as z.ZodType).meta?.() ?? {}) as { example?: string };
  const base = {
    ...{ name: place.name, path: place.path },
    required: !left && !shell.nullable,
    whenEmpty: left ? 'left-out' : 'null',
    canBeNone: shell.optional && shell.nullable,
    ...(shell.fallback === undefined ? {} : { fallback: shell.fallback }),
    ...(example === undefined ? {} : { example }),
  } as const;
  const field = { ...base, ...shapeOf(inner, place, base) } as Field;
  // A list that may be left out may also be emptied.
  const isList = field.kind === 'rows' || field.kind === 'lines' || field.kind === 'several-of';
  return isList && shell.optional && field.least === 0 ? { ...field, canBeNone: true } : field;
}

type Shape = Partial<Field> & { readonly kind: Field['kind'] };

function shapeOf(schema: AnyZod, place: Place, base: { readonly required: boolean }): Shape {
  const { def } = schema._zod;
  switch (def.type) {
    case 'string':
      return stringShape(schema, place);
    case 'number':
      return numberShape(schema, place);
    case 'boolean':
      return { kind: 'yes-no' };
    case 'enum':
      return { kind: 'one-of', options: Object.values(def.entries) };
    case 'literal':
      return def.values[0] === true ? { kind: 'tick' } : { kind: 'fixed', value: def.values[0] as JsonValue };
    case 'array':
      return arrayShape(schema, place);
    case 'object':
      return {
        kind: 'group',
        fields: Object.entries(def.shape).map(([name, part]) => describe(part, inside(place, name))),
      };
    case 'union':
      return unionShape(def, place, base);
    default:
      return { kind: 'json' };
  }
}

const inside = (place: Place, name: string): Place => ({
  command: place.command,
  name,
  path: join(place.path, name),
});

function stringShape(schema: AnyZod, { command, path, name }: Place): Shape {
  if (isMadeOf(schema, localDate)) return { kind: 'date' };
  if (isMadeOf(schema, localDateTime)) return { kind: 'reading' };
  if (isMadeOf(schema, clockTime)) return { kind: 'clock' };
  if (isMadeOf(schema, sha256)) return { kind: 'fingerprint' };
  const { maxLength } = schema as z.ZodString;
  if (isMadeOf(schema, sensitiveText)) return { kind: 'long-text', most: maxLength ?? 4_000 };
  if (name === 'month') return { kind: 'month' };
  const reference = referenceOf(command, path, lastName(path, name));
  if (reference !== undefined) return { kind: 'reference', ...reference };
  return { kind: 'text', ...(typeof maxLength === 'number' ? { most: maxLength } : {}) };
}

/** A line of a list is named by its list. */
const lastName = (path: string, name: string): string =>
  name === ''
    ? (path
        .split('.')
        .filter((part) => part !== '*')
        .at(-1) ?? '')
    : name;

function numberShape(schema: AnyZod, { command, path, name }: Place): Shape {
  const { minValue, maxValue } = schema as z.ZodNumber;
  const limits = { least: minValue ?? 0, most: maxValue ?? Number.MAX_SAFE_INTEGER };
  if (name === 'weekday') return { kind: 'one-of', options: [1, 2, 3, 4, 5, 6, 7] };
  if (name.endsWith('Minutes')) return { kind: 'minutes', ...limits };
  if (isMadeOf(schema, rupiah) && /rupiah/i.test(name)) return { kind: 'rupiah', ...limits };
  const reference = referenceOf(command, path, lastName(path, name));
  if (reference !== undefined) return { kind: 'reference', ...reference };
  return { kind: 'whole', ...limits };
}

interface Length {
  readonly minimum: number;
  readonly maximum: number;
}

function arrayShape(schema: AnyZod, place: Place): Shape {
  const { element } = schema._zod.def as z.core.$ZodArrayDef;
  const checks = checksOf(schema).map((check) => (check as z.core.$ZodCheck)._zod.def as Partial<Length>);
  const minimum = checks.find((check) => check.minimum !== undefined)?.minimum ?? 0;
  const maximum = checks.find((check) => check.maximum !== undefined)?.maximum ?? 1_000;
  const item = describe(element, { command: place.command, name: '', path: join(place.path, '*') });
  if (item.kind === 'group') return { kind: 'rows', item, least: minimum, most: maximum };
  if (item.kind === 'one-of') return { kind: 'several-of', options: item.options, least: minimum };
  return { kind: 'lines', item: item as Leaf, least: minimum, most: maximum };
}

function unionShape(
  def: z.core.$ZodUnionDef & { readonly discriminator?: string },
  place: Place,
  base: { readonly required: boolean },
): Shape {
  const literals = def.options.map((option) => asZod(option)._zod.def);
  if (literals.every((literal) => literal.type === 'literal'))
    return { kind: 'one-of', options: literals.flatMap((literal) => literal.values as number[]) };
  if (def.discriminator === undefined) return { kind: 'policy-value' };
  const { discriminator } = def;
  const options = def.options.map((option) => {
    const { shape } = asZod(option)._zod.def as z.core.$ZodObjectDef;
    const fields = Object.entries(shape).map(([name, part]) => describe(part, inside(place, name)));
    const kind = fields.find(({ name }) => name === discriminator);
    return {
      value: String(kind?.kind === 'fixed' ? kind.value : ''),
      fields: fields.filter(({ name }) => name !== discriminator),
    };
  });
  if (place.path !== '') return { kind: 'choice', discriminator, options, inline: false };
  return wholeChoice(discriminator, options, base);
}

/** The data as a whole is a choice: what all kinds ask alike is asked once, before or after it. */
function wholeChoice(
  discriminator: string,
  options: ChoiceField['options'],
  { required }: { readonly required: boolean },
): Shape {
  const [first] = options;
  const shared = (first?.fields ?? []).filter((field) =>
    options.every((option) => option.fields.some((other) => JSON.stringify(other) === JSON.stringify(field))),
  );
  const names = new Set(shared.map(({ name }) => name));
  const choice: ChoiceField = {
    ...{ kind: 'choice', name: '', path: '', required, whenEmpty: 'left-out', canBeNone: false },
    ...{ discriminator, inline: true },
    options: options.map(({ value, fields }) => ({
      value,
      fields: fields.filter(({ name }) => !names.has(name)),
    })),
  };
  // What it is about comes first, everything else after the kind.
  const about: readonly Field[] = shared.filter((field) => field.kind === 'reference');
  return {
    kind: 'group',
    fields: [...about, choice, ...shared.filter((field) => !about.includes(field))],
  };
}
