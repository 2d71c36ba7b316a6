/** A bundle as a stranger reads it who has docs/audit-bundle.md alone: slow, short, and nothing of ours in it. */
import { createHash } from 'node:crypto';

export type Line = { readonly type: string; readonly [member: string]: unknown };

const sha = (...parts: (string | Buffer)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** `hash(tag, f1 … fn)` of the page. */
function hashOf(...fields: readonly (string | null)[]): string {
  const hash = createHash('sha256');
  for (const field of fields) {
    const length = Buffer.alloc(8, 0xff);
    if (field !== null) length.writeBigUInt64BE(BigInt(Buffer.byteLength(field)));
    hash.update(length).update(field ?? '');
  }
  return hash.digest('hex');
}

const FIELDS = {
  decision:
    'previous_hash stream_id sequence command_id name request_hash body actor_id actor_role actor_office now ' +
    'clock_offset_ms facts effects build_id run_id outcome detail first_version last_version event_head_hash ' +
    'committed_at',
  event:
    'previous_hash stream_id version event_id event_type schema body meta occurred_at occurred_date occurred_zone ' +
    'recorded_at committed_at',
  access: 'id at world actor_id role office action subject outcome reason',
  note: 'id kind body committed_at',
};
type RowKind = keyof typeof FIELDS;

export function rowHash(kind: RowKind, row: Line | Record<string, unknown>): string {
  const fields = FIELDS[kind].split(' ').map((field) => {
    const value = (row as Record<string, unknown>)[field];
    if (typeof value !== 'string' && value !== null) throw new Error(`${kind} has no ${field}`);
    return value;
  });
  return hashOf(`titian:${kind}:v1`, ...fields);
}

export const streamHash = (stream: string, kind: string, world: string): string =>
  hashOf('titian:stream:v1', stream, kind, world);

/** Names sorted, no spaces: what RFC 8785 makes of the values that stand in a bundle. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`);
  return `{${members.join(',')}}`;
}

export function linesOf(text: string): Line[] {
  if (!text.endsWith('\n')) throw new Error('the last line is not ended');
  return text
    .slice(0, -1)
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

const entryOf = (kind: RowKind, stream: string, position: string, hash: string): Buffer =>
  sha('\u0000', `titian/leaf/v1\n${kind}\n${stream}\n${position}\n${hash}\n`);

/** Leaf hashes by index, of every row and note in the file. */
export function leavesOf(lines: readonly Line[]): Map<number, Buffer> {
  const leaves = new Map<number, Buffer>();
  for (const line of lines) {
    const at = line.leaf as number;
    const note = line.note as Record<string, string>;
    if (line.type === 'decision' || line.type === 'event') {
      const position = String(line.type === 'event' ? line.version : line.sequence);
      leaves.set(at, entryOf(line.type, String(line.stream_id), position, rowHash(line.type, line)));
    } else if (line.type === 'access') {
      leaves.set(at, entryOf('access', 'access', String(line.id), rowHash('access', line)));
    } else if (at !== undefined) leaves.set(at, entryOf('note', 'note', note.id!, rowHash('note', note)));
  }
  return leaves;
}

/** Root of a tree out of leaves and given hashes. @throws where one is missing, covers a leaf or is not used. */
export function rootOf(leaves: ReadonlyMap<number, Buffer>, nodes: readonly Line[], size: number): string {
  const given = new Map(
    nodes.map(({ from, to, hash }) => [`${from}-${to}`, Buffer.from(hash as string, 'hex')]),
  );
  if (given.size !== nodes.length) throw new Error('a node stands there twice');
  const indexes = [...leaves.keys()].sort((a, b) => a - b);
  let passed = 0;
  const root = (from: number, to: number): Buffer => {
    // From left to right: the next leaf that was not met yet is the first that can be in here.
    const holds = passed < indexes.length && indexes[passed]! < to;
    const known = given.get(`${from}-${to}`);
    if (!holds && known === undefined) throw new Error(`no node says ${from} to ${to}`);
    if (!holds && given.delete(`${from}-${to}`)) return known!;
    if (to - from === 1) {
      passed += 1;
      return leaves.get(from)!;
    }
    const middle = from + 2 ** Math.floor(Math.log2(to - from - 1));
    return sha('\u0001', root(from, middle), root(middle, to));
  };
  const found = root(0, size).toString('hex');
  if (given.size > 0) throw new Error(`not used: ${[...given.keys()].join(', ')}`);
  return found;
}

/** Root of the tree of heads, out of the stream lines and the head nodes. */
export function headsRootOf(lines: readonly Line[], streams: number): string {
  const leaves = new Map<number, Buffer>();
  for (const { stream, kind, world, head } of lines.filter(({ type }) => type === 'stream')) {
    if (head === null) continue;
    const { index, events, eventHash, decisions, decisionHash } = head as Record<string, number>;
    const text = [stream, kind, world, events, eventHash, decisions, decisionHash].join('\n');
    leaves.set(index!, sha('\u0000', `titian/head/v1\n${text}\n`));
  }
  return rootOf(
    leaves,
    lines.filter(({ type }) => type === 'head-node'),
    streams,
  );
}

export const ORDER = [
  'header',
  'trust',
  'checkpoint',
  'consistency',
  'rules',
  'heads',
  'stream',
  'history',
  'redaction',
  'access',
  'note',
  'node',
  'head-node',
  'end',
];

/** The hash before the end line, and how many lines: what the end line must say. */
export function beforeEnd(text: string): { lines: number; sha256: string } {
  const before = text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1);
  return { lines: before.split('\n').length - 1, sha256: sha(before).toString('hex') };
}
