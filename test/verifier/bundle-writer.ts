/** Writes small bundles as docs/audit-bundle.md says, with Node's crypto: a telling of its own, beside the verifier. */
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

export type Line = { type: string; [member: string]: unknown };

const sha256 = (...parts: (string | Buffer)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}

export function fieldsHash(...fields: (string | null)[]): string {
  const hash = createHash('sha256');
  for (const field of fields) {
    const length = Buffer.alloc(8, 0xff);
    if (field !== null) length.writeBigInt64BE(BigInt(Buffer.byteLength(field)));
    hash.update(length).update(field ?? '');
  }
  return hash.digest('hex');
}

/** 2026-01-05T02:00:00Z, in seconds: when everything in a small log was written. */
const SIGNED_AT = 1_767_578_400;

/** A signing key with the name it signs under. */
export class Signer {
  readonly #key: KeyObject;
  readonly publicKey: Buffer;
  readonly id: Buffer;

  constructor(
    readonly name: string,
    readonly type: 1 | 4,
  ) {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    this.#key = privateKey;
    this.publicKey = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
    this.id = sha256(`${name}\n`, Buffer.of(type), this.publicKey).subarray(0, 4);
  }

  get key(): string {
    const material = Buffer.concat([Buffer.of(this.type), this.publicKey]).toString('base64');
    return `${this.name}+${this.id.toString('hex')}+${material}`;
  }

  /** A signature line, without its line feed. @param at seconds, for a witness. */
  line(text: string, at = SIGNED_AT): string {
    const time = Buffer.alloc(8);
    time.writeBigUInt64BE(BigInt(at));
    const bytes =
      this.type === 1
        ? sign(null, Buffer.from(text), this.#key)
        : Buffer.concat([time, sign(null, Buffer.from(`cosignature/v1\ntime ${at}\n${text}`), this.#key)]);
    return `— ${this.name} ${Buffer.concat([this.id, bytes]).toString('base64')}`;
  }
}

/** RFC 6962 over whole lists of leaf hashes. */
export function rootOf(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return sha256('');
  if (leaves.length === 1) return leaves[0]!;
  const split = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return sha256(Buffer.of(1), rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)));
}

export function inclusionProof(leaves: readonly Buffer[], index: number): Buffer[] {
  if (leaves.length < 2) return [];
  const split = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return index < split
    ? [...inclusionProof(leaves.slice(0, split), index), rootOf(leaves.slice(split))]
    : [...inclusionProof(leaves.slice(split), index - split), rootOf(leaves.slice(0, split))];
}

export function consistencyProof(leaves: readonly Buffer[], earlier: number, whole = true): Buffer[] {
  if (earlier === leaves.length) return whole ? [] : [rootOf(leaves)];
  const split = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return earlier <= split
    ? [...consistencyProof(leaves.slice(0, split), earlier, whole), rootOf(leaves.slice(split))]
    : [...consistencyProof(leaves.slice(split), earlier - split, false), rootOf(leaves.slice(0, split))];
}

export const leafOf = (kind: string, stream: string, position: string, hash: string): Buffer =>
  sha256(Buffer.of(0), `titian/leaf/v1\n${kind}\n${stream}\n${position}\n${hash}\n`);

export const headLeafOf = (stream: string, kind: string, world: string, head: Head): Buffer =>
  sha256(
    Buffer.of(0),
    `titian/head/v1\n${stream}\n${kind}\n${world}\n${head.events}\n${head.eventHash}\n` +
      `${head.decisions}\n${head.decisionHash}\n`,
  );

export interface Head {
  events: number;
  eventHash: string;
  decisions: number;
  decisionHash: string;
}

const DECISION =
  'previous_hash stream_id sequence command_id name request_hash body actor_id actor_role actor_office now clock_offset_ms facts effects build_id run_id outcome detail first_version last_version event_head_hash committed_at';
const EVENT =
  'previous_hash stream_id version event_id event_type schema body meta occurred_at occurred_date occurred_zone recorded_at committed_at';
const ACCESS = 'id at world actor_id role office action subject outcome reason';
const NOTE = 'id kind body committed_at';
const FIELDS: { [kind: string]: string } = { decision: DECISION, event: EVENT, access: ACCESS, note: NOTE };

export function hashRow(kind: string, row: { [field: string]: unknown }): string {
  const fields = FIELDS[kind]!.split(' ').map((field) => row[field] as string | null);
  return fieldsHash(`titian:${kind}:v1`, ...fields);
}

export interface Signers {
  readonly log: Signer;
  readonly witnesses: readonly Signer[];
}

export const signers = (): Signers => ({
  log: new Signer('log.example/titian', 1),
  witnesses: [new Signer('witness.example/bpk', 4), new Signer('witness.example/ombudsman', 4)],
});

export const policyOf = ({ log, witnesses }: Signers, quorum = 'all'): string =>
  [
    `log ${log.key}`,
    ...witnesses.map(({ key }, place) => `witness W${place + 1} ${key}`),
    `group enough ${quorum} ${witnesses.map((_, place) => `W${place + 1}`).join(' ')}`,
    'quorum enough',
    '',
  ].join('\n');

/** @param later seconds after everything was written. */
export function checkpointOf({ log, witnesses }: Signers, leaves: readonly Buffer[], later = 0): string {
  const text = `${log.name}\n${leaves.length}\n${rootOf(leaves).toString('base64')}\n`;
  const lines = [log.line(text), ...witnesses.map((witness) => witness.line(text, SIGNED_AT + later))];
  return `${text}\n${lines.join('\n')}\n`;
}

/** Lines with their end: signed by whoever holds the log's key. */
export function closed(lines: readonly Line[], { log }: Signers): string {
  const text = lines.map((line) => `${canonical(line)}\n`).join('');
  const hash = sha256(text).toString('hex');
  const signature = log.line(`${log.name}/bundle\n${lines.length}\n${hash}\n`);
  return `${text}${canonical({ type: 'end', lines: lines.length, sha256: hash, signature })}\n`;
}
