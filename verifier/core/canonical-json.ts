/** RFC 8785: one value, one text. */

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [member: string]: Json;
}

/** Deeper nesting is nobody's record. */
const DEPTH_MAX = 200;

export class NotCanonical extends Error {
  override readonly name = 'NotCanonical';
}

/**
 * Reads a text that must be the canonical form of its own value: members twice, in another order, numbers in
 * another spelling, needless escapes, white space and lone surrogates are all refused.
 *
 * @throws NotCanonical
 */
export function parseCanonical(text: string): Json {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    throw new NotCanonical('not JSON');
  }
  if (canonicalText(value) !== text) throw new NotCanonical('not the canonical form of its value');
  return value;
}

/** @throws NotCanonical for what JSON cannot say: lone surrogates, infinite numbers, nothing at all. */
export function canonicalText(value: unknown): string {
  return textOf(value, 0);
}

function textOf(value: unknown, depth: number): string {
  if (depth > DEPTH_MAX) throw new NotCanonical('nested too deeply');
  switch (typeof value) {
    case 'string':
      return textOfString(value);
    case 'number':
      if (!Number.isFinite(value)) throw new NotCanonical('not a finite number');
      return JSON.stringify(value);
    case 'boolean':
      return String(value);
    case 'object':
      if (value === null) return 'null';
      if (Array.isArray(value)) return `[${value.map((item) => textOf(item, depth + 1)).join(',')}]`;
      return textOfObject(value as { readonly [member: string]: unknown }, depth);
    default:
      throw new NotCanonical(`no JSON value: ${typeof value}`);
  }
}

/** Members in the order of their UTF-16 units, which is how JavaScript compares texts. */
function textOfObject(value: { readonly [member: string]: unknown }, depth: number): string {
  const members = Object.keys(value)
    .sort()
    .map((member) => `${textOfString(member)}:${textOf(value[member], depth + 1)}`);
  return `{${members.join(',')}}`;
}

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

function textOfString(text: string): string {
  if (LONE_SURROGATE.test(text)) throw new NotCanonical('a lone surrogate');
  return JSON.stringify(text);
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
