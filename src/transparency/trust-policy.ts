/**
 * Trust policies, `c2sp.org/tlog-policy`: whose logs are believed, and how many of which witnesses must have
 * cosigned. A small text that whoever verifies writes and keeps.
 */
import { isSameKey, parseVerifierKey, SIGNATURE_TYPES, type VerifierKey } from './verifier-key.ts';

export interface TrustedLog {
  readonly key: VerifierKey;
  readonly url?: string;
}

export interface TrustedWitness {
  readonly name: string;
  readonly key: VerifierKey;
  readonly url?: string;
}

export interface WitnessGroup {
  readonly name: string;
  /** How many of its members must have witnessed a checkpoint for the group to have. */
  readonly needed: number;
  readonly members: readonly PolicyMember[];
}

export type PolicyMember = TrustedWitness | WitnessGroup;

export interface TrustPolicy {
  readonly logs: readonly TrustedLog[];
  readonly witnesses: readonly TrustedWitness[];
  /** `undefined`: no cosignature is asked for (`quorum none`). */
  readonly quorum: PolicyMember | undefined;
}

export class PolicyProblem extends Error {
  constructor(line: number, sentence: string) {
    super(`Line ${line} of the trust policy: ${sentence}`);
    this.name = 'PolicyProblem';
  }
}

/** The specification asks for at least 32 logs, witnesses and groups. */
const MOST_LINES = 10_000;
const NO_QUORUM = 'none';
// What is allowed are line feeds, tabs and printable octets; those above ASCII have no meaning to the format.
const FOREIGN_OCTET = /[^\t\n\x20-\x7e\x80-\xff]/;

/** @throws PolicyProblem that names the line */
export function parseTrustPolicy(policy: Uint8Array | string): TrustPolicy {
  const octets = Buffer.from(policy as Uint8Array).toString('latin1');
  const lines = octets.split('\n');
  if (lines.pop() !== '')
    throw new PolicyProblem(lines.length + 1, 'it is not ended; the policy may be cut off.');
  if (lines.length > MOST_LINES)
    throw new PolicyProblem(MOST_LINES, 'the policy has no business being longer.');
  const reading = new PolicyReading();
  for (const [index, line] of lines.entries()) {
    if (FOREIGN_OCTET.test(line)) throw new PolicyProblem(index + 1, 'it has control characters.');
    const words = line.split(/[ \t]+/).filter((word) => word !== '');
    if (words.length === 0 || words[0]!.startsWith('#')) continue;
    try {
      reading.take(words.map((word) => Buffer.from(word, 'latin1').toString('utf8')));
    } catch (error) {
      if (error instanceof RangeError) throw new PolicyProblem(index + 1, error.message);
      throw error;
    }
  }
  return reading.policy(lines.length);
}

/** What was read so far; each line may only name what stands above it. */
class PolicyReading {
  readonly #logs: TrustedLog[] = [];
  readonly #witnesses: TrustedWitness[] = [];
  readonly #members = new Map<string, PolicyMember>();
  readonly #taken = new Set<string>();
  #quorum: { member: PolicyMember | undefined } | undefined;

  take([keyword, ...words]: readonly string[]): void {
    if (keyword === 'log') this.#log(words);
    else if (keyword === 'witness') this.#witness(words);
    else if (keyword === 'group') this.#group(words);
    else if (keyword === 'quorum') this.#setQuorum(words);
    else throw new RangeError(`"${keyword}" is none of log, witness, group and quorum.`);
  }

  policy(lines: number): TrustPolicy {
    if (this.#quorum === undefined) throw new PolicyProblem(lines, 'no line says what the quorum is.');
    return { logs: this.#logs, witnesses: this.#witnesses, quorum: this.#quorum.member };
  }

  #log([vkey, url, ...more]: readonly string[]): void {
    if (vkey === undefined || more.length > 0) throw new RangeError('it should read: log <key> [<url>].');
    const key = parseVerifierKey(vkey);
    if (key.type !== SIGNATURE_TYPES.note)
      throw new RangeError(`${key.name} is a witness key, not a log key.`);
    requireNew(this.#logs, key);
    this.#logs.push({ key, ...(url !== undefined && { url }) });
  }

  #witness([name, vkey, url, ...more]: readonly string[]): void {
    if (name === undefined || vkey === undefined || more.length > 0)
      throw new RangeError('it should read: witness <name> <key> [<url>].');
    const key = parseVerifierKey(vkey);
    if (key.type !== SIGNATURE_TYPES.cosignature)
      throw new RangeError(`${key.name} is a log key, not a witness key.`);
    requireNew(this.#witnesses, key);
    const witness = { name, key, ...(url !== undefined && { url }) };
    this.#define(witness);
    this.#witnesses.push(witness);
  }

  #group([name, threshold, ...names]: readonly string[]): void {
    if (name === undefined || threshold === undefined || names.length === 0)
      throw new RangeError('it should read: group <name> all|any|<number> <member>….');
    const members = names.map((member) => this.#member(member));
    for (const member of names) {
      if (this.#taken.has(member)) throw new RangeError(`"${member}" is already a member of a group.`);
      this.#taken.add(member);
    }
    this.#define({ name, needed: neededOf(threshold, names.length), members });
  }

  #setQuorum([name, ...more]: readonly string[]): void {
    if (name === undefined || more.length > 0) throw new RangeError('it should read: quorum <name>.');
    if (this.#quorum !== undefined) throw new RangeError('a second quorum.');
    this.#quorum = { member: name === NO_QUORUM ? undefined : this.#member(name) };
  }

  #member(name: string): PolicyMember {
    const member = this.#members.get(name);
    if (member === undefined) throw new RangeError(`"${name}" is not defined above.`);
    return member;
  }

  #define(member: PolicyMember): void {
    if (member.name === NO_QUORUM) throw new RangeError(`"${NO_QUORUM}" is no name to give.`);
    if (this.#members.has(member.name)) throw new RangeError(`"${member.name}" is defined twice.`);
    this.#members.set(member.name, member);
  }
}

function neededOf(threshold: string, members: number): number {
  if (threshold === 'any') return 1;
  if (threshold === 'all') return members;
  const needed = /^[1-9]\d{0,5}$/.test(threshold) ? Number(threshold) : 0;
  if (needed < 1 || needed > members)
    throw new RangeError(`"${threshold}" is neither all, any nor a number from 1 to ${members}.`);
  return needed;
}

function requireNew(known: readonly { readonly key: VerifierKey }[], key: VerifierKey): void {
  if (known.some((other) => isSameKey(other.key, key)))
    throw new RangeError(`the public key of ${key.name} stands in a line above already.`);
}
