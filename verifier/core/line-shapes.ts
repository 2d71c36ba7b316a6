/** What each line of a bundle must hold, and nothing else. */
import { isObject, type Json, type JsonObject } from './canonical-json.ts';
import { isHash } from './encodings.ts';
import { ROW_FIELDS } from './entries.ts';

type Shape = (value: Json) => boolean;

const text: Shape = (value) => typeof value === 'string';
const filled: Shape = (value) => typeof value === 'string' && value !== '';
const count: Shape = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const hash: Shape = isHash;
/** One spelling: no sign, no leading zero. */
const decimal: Shape = (value) => typeof value === 'string' && isDecimal(value);
const signed: Shape = (value) => typeof value === 'string' && /^(0|-?[1-9][0-9]{0,15})$/.test(value);
const instant: Shape = (value) => typeof value === 'string' && isInstant(value);
const microInstant: Shape = (value) =>
  typeof value === 'string' && /\.[0-9]{6}Z$/.test(value) && isInstant(`${value.slice(0, -4)}Z`);
const or =
  (other: null, shape: Shape): Shape =>
  (value) =>
    value === other || shape(value);
const members =
  (shapes: { readonly [member: string]: Shape }, optional: readonly string[] = []): Shape =>
  (value) =>
    isObject(value) && misfit(value, shapes, optional) === undefined;

const isDecimal = (value: string): boolean =>
  /^(0|[1-9][0-9]{0,15})$/.test(value) && Number.isSafeInteger(Number(value));

function isInstant(value: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$/.test(value)) return false;
  const read = new Date(value);
  return !Number.isNaN(read.getTime()) && read.toISOString() === value;
}

const NOTE = members({ id: decimal, kind: filled, body: text, committed_at: instant });
const HEAD = members({
  index: count,
  events: count,
  eventHash: hash,
  decisions: count,
  decisionHash: hash,
});
const SCOPES: readonly Shape[] = [
  members({ kind: (value) => value === 'person' || value === 'class', id: filled }),
  members({ kind: (value) => value === 'office', id: filled, world: filled, from: instant, to: instant }, [
    'from',
    'to',
  ]),
  members({
    kind: (value) => value === 'period',
    from: instant,
    to: instant,
    leafFrom: count,
    leafTo: count,
  }),
];

const ROW_SHAPES: { readonly [field: string]: Shape } = {
  previous_hash: hash,
  event_head_hash: hash,
  sequence: decimal,
  version: decimal,
  id: decimal,
  first_version: or(null, decimal),
  last_version: or(null, decimal),
  clock_offset_ms: signed,
  schema: signed,
  run_id: or(null, filled),
  reason: or(null, text),
  now: instant,
  occurred_at: instant,
  recorded_at: instant,
  committed_at: instant,
  at: microInstant,
};

const row = (kind: 'decision' | 'event' | 'access'): { readonly [member: string]: Shape } => ({
  leaf: count,
  ...Object.fromEntries(ROW_FIELDS[kind].map((field) => [field, ROW_SHAPES[field] ?? text])),
});

/** Members of each line beside `type`. */
export const LINE_SHAPES = {
  header: {
    format: filled,
    origin: filled,
    treeSize: count,
    scope: (value) => SCOPES.some((shape) => shape(value)),
    madeAt: instant,
    madeBy: members({ id: filled, role: filled, office: text }),
    build: filled,
  },
  trust: { policy: text },
  checkpoint: { note: text },
  consistency: { note: text, proof: (value) => Array.isArray(value) && value.every(text) },
  rules: { build: filled, sha256: hash, code: text, note: NOTE, leaf: count },
  heads: { note: NOTE, leaf: count },
  stream: {
    stream: filled,
    kind: filled,
    world: filled,
    role: (value) => value === 'subject' || value === 'register',
    head: or(null, HEAD),
  },
  decision: row('decision'),
  event: row('event'),
  history: {
    stream: filled,
    run: filled,
    build: filled,
    sha256: or(null, hash),
    bytes: or(null, text),
    note: NOTE,
    leaf: count,
  },
  redaction: { stream: filled, purpose: filled, at: instant },
  access: row('access'),
  note: { note: NOTE, leaf: count },
  node: { from: count, to: count, hash },
  'head-node': { from: count, to: count, hash },
  end: { lines: count, sha256: hash, signature: filled },
} as const satisfies { readonly [type: string]: { readonly [member: string]: Shape } };

export type LineType = keyof typeof LINE_SHAPES;

/** Places of the types in the file: a lower one never follows a higher. A stream's rows stand with their stream. */
export const LINE_ORDER: { readonly [Type in LineType]: number } = {
  header: 0,
  trust: 1,
  checkpoint: 2,
  consistency: 3,
  rules: 4,
  heads: 5,
  stream: 6,
  decision: 6,
  event: 6,
  history: 7,
  redaction: 8,
  access: 9,
  note: 10,
  node: 11,
  'head-node': 12,
  end: 13,
};

export const isLineType = (type: Json | undefined): type is LineType =>
  typeof type === 'string' && Object.hasOwn(LINE_SHAPES, type);

/** Name of a member that is missing, unknown or of another form; undefined where the line is as it must be. */
export function misfitOf(type: LineType, line: JsonObject): string | undefined {
  return misfit(line, { type: text, ...LINE_SHAPES[type] }, []);
}

function misfit(
  value: JsonObject,
  shapes: { readonly [member: string]: Shape },
  optional: readonly string[],
): string | undefined {
  const unknown = Object.keys(value).find((member) => !Object.hasOwn(shapes, member));
  if (unknown !== undefined) return unknown;
  return Object.keys(shapes).find((member) => {
    const found = value[member];
    return found === undefined ? !optional.includes(member) : !shapes[member]!(found);
  });
}
