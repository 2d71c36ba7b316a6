/** Bad input made from the API's own OpenAPI document: what each operation says it takes, and ways to break it. */
import fc from 'fast-check';

export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly properties?: { readonly [name: string]: JsonSchema };
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
}

export interface Operation {
  readonly path: string;
  readonly body: JsonSchema;
}

/** Operations of the document that take a JSON body. */
export function operationsOf(document: {
  // biome-ignore lint/suspicious/noExplicitAny: an OpenAPI document, read as it comes
  paths: { [path: string]: any };
}): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) => {
    const body = methods.post?.requestBody?.content?.['application/json']?.schema;
    return body === undefined ? [] : [{ path, body: body as JsonSchema }];
  });
}

type Path = readonly (string | number)[];

/** One way in which a body breaks what its schema says. */
export interface Damage {
  readonly at: Path;
  readonly kind: 'type' | 'missing' | 'unknown';
  readonly value?: unknown;
}

const OF_TYPE: { readonly [type: string]: readonly unknown[] } = {
  string: ['', 'x', '\u0000', 'x'.repeat(5_000)],
  number: [0, -1, 1.5, 9e99],
  boolean: [true],
  null: [null],
  array: [[], [[]]],
  object: [{}, { a: {} }],
};

function typesOf(schema: JsonSchema): Set<string> {
  const options = schema.anyOf ?? schema.oneOf;
  if (options !== undefined) return new Set(options.flatMap((option) => [...typesOf(option)]));
  const values = schema.const === undefined ? schema.enum : [schema.const];
  const stated = schema.type ?? values?.map((value) => (value === null ? 'null' : typeof value));
  // A schema that says nothing takes everything.
  if (stated === undefined) return new Set(Object.keys(OF_TYPE));
  return new Set([stated].flat().map((type) => (type === 'integer' ? 'number' : (type as string))));
}

/** Every damage that the schema itself rules out, for a body that was good. */
export function damagesOf(schema: JsonSchema, good: unknown, at: Path = []): Damage[] {
  const types = typesOf(schema);
  const wrong = Object.entries(OF_TYPE)
    .filter(([type]) => !types.has(type))
    .flatMap(([, values]) => values.map((value): Damage => ({ at, kind: 'type', value })));
  if (Array.isArray(good) && schema.items !== undefined) {
    return [...wrong, ...good.flatMap((item, index) => damagesOf(schema.items!, item, [...at, index]))];
  }
  if (typeof good !== 'object' || good === null || schema.properties === undefined) return wrong;
  const missing = (schema.required ?? []).map((name): Damage => ({ at: [...at, name], kind: 'missing' }));
  const unknown: Damage[] =
    schema.additionalProperties === false ? [{ at: [...at, 'zzUnknown'], kind: 'unknown', value: 1 }] : [];
  const inside = Object.entries(schema.properties).flatMap(([name, property]) =>
    Object.hasOwn(good, name)
      ? damagesOf(property, (good as { [name: string]: unknown })[name], [...at, name])
      : [],
  );
  return [...wrong, ...missing, ...unknown, ...inside];
}

/** A copy of the body with the damage done. */
export function damaged(good: unknown, { at, kind, value }: Damage): unknown {
  const [first, ...rest] = at;
  if (first === undefined) return value;
  const copy = (Array.isArray(good) ? [...good] : { ...(good as object) }) as { [name: string]: unknown };
  if (rest.length > 0) copy[first] = damaged(copy[first], { at: rest, kind, value });
  else if (kind === 'missing') delete copy[first];
  else copy[first] = value;
  return copy;
}

/** Any JSON at all, with the texts that systems trip over. */
export const anyJson = fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' });
