/** Whom the reader trusts: logs, witnesses, and how many of these must have cosigned (C2SP `tlog-policy`). */
import { textOfBytes } from './encodings.ts';
import { parseVerifierKey, SIGNATURE_TYPE, type VerifierKey } from './signed-note.ts';

export interface Witness {
  readonly name: string;
  readonly key: VerifierKey;
}

type Voter =
  | { readonly witness: Witness }
  | { readonly threshold: number; readonly members: readonly Voter[] };

export interface TrustPolicy {
  readonly logs: readonly VerifierKey[];
  readonly witnesses: readonly Witness[];
  /** Undefined where the policy asks for no cosignature. */
  readonly quorum: Voter | undefined;
}

/** The file is no trust policy: says which line, and why, in words. */
export class BadPolicy extends Error {
  override readonly name = 'BadPolicy';
  constructor(
    /** From 1; 0 where the file as a whole is meant. */
    readonly line: number,
    message: string,
  ) {
    super(line === 0 ? message : `line ${line}: ${message}`);
  }
}

/**
 * Reads a policy, strictly: whoever mistypes one learns it instead of trusting less than they think.
 *
 * @throws BadPolicy
 */
export function parseTrustPolicy(bytes: Uint8Array): TrustPolicy {
  const reading = new PolicyReading();
  // Octets, not characters: names are opaque, and no table of Unicode decides what a policy means.
  const octets = [...bytes].map((byte) => String.fromCharCode(byte)).join('');
  if (octets !== '' && !octets.endsWith('\n')) throw new BadPolicy(0, 'the last line is not ended');
  for (const [index, line] of octets.split('\n').entries()) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the specification forbids just these.
    if (/[\u0000-\u0008\u000b-\u001f\u007f]/.test(line))
      throw new BadPolicy(index + 1, 'a control character');
    const words = line.split(/[ \t]+/).filter((word) => word !== '');
    if (words.length > 0 && !words[0]!.startsWith('#')) reading.take(index + 1, words);
  }
  return reading.policy();
}

class PolicyReading {
  readonly #logs: VerifierKey[] = [];
  readonly #witnesses: Witness[] = [];
  readonly #voters = new Map<string, Voter>();
  readonly #grouped = new Set<string>();
  #quorum: { readonly voter: Voter | undefined } | undefined;

  take(line: number, [word, ...rest]: readonly string[]): void {
    switch (word) {
      case 'log':
        this.#log(line, rest);
        break;
      case 'witness':
        this.#witness(line, rest);
        break;
      case 'group':
        this.#group(line, rest);
        break;
      case 'quorum':
        this.#takeQuorum(line, rest);
        break;
      default:
        throw new BadPolicy(line, `unknown word ${word}`);
    }
  }

  policy(): TrustPolicy {
    if (this.#quorum === undefined) throw new BadPolicy(0, 'there is no quorum line');
    if (this.#logs.length === 0) throw new BadPolicy(0, 'there is no log line');
    return { logs: this.#logs, witnesses: this.#witnesses, quorum: this.#quorum.voter };
  }

  #log(line: number, words: readonly string[]): void {
    if (words.length < 1 || words.length > 2) throw new BadPolicy(line, 'log <key> [<address>]');
    this.#logs.push(newKey(line, words[0]!, SIGNATURE_TYPE.note, this.#logs));
  }

  #witness(line: number, words: readonly string[]): void {
    if (words.length < 2 || words.length > 3) throw new BadPolicy(line, 'witness <name> <key> [<address>]');
    const known = this.#witnesses.map(({ key }) => key);
    const witness = {
      name: shown(words[0]!),
      key: newKey(line, words[1]!, SIGNATURE_TYPE.cosignature, known),
    };
    this.#witnesses.push(witness);
    this.#name(line, words[0]!, { witness });
  }

  #group(line: number, [name, count, ...names]: readonly string[]): void {
    if (name === undefined || count === undefined || names.length === 0)
      throw new BadPolicy(line, 'group <name> all|any|<k> <name>…');
    const members = names.map((member) => {
      const voter = this.#voters.get(member);
      if (voter === undefined) throw new BadPolicy(line, `${shown(member)} is not defined above`);
      if (this.#grouped.has(member)) throw new BadPolicy(line, `${shown(member)} is a member twice`);
      this.#grouped.add(member);
      return voter;
    });
    const threshold = count === 'all' ? members.length : count === 'any' ? 1 : Number(count);
    if (!/^(all|any|[1-9][0-9]*)$/.test(count) || threshold > members.length)
      throw new BadPolicy(line, `${shown(count)} of ${members.length} members is no threshold`);
    this.#name(line, name, { threshold, members });
  }

  #takeQuorum(line: number, words: readonly string[]): void {
    const [name] = words;
    if (words.length !== 1 || name === undefined) throw new BadPolicy(line, 'quorum <name>');
    if (this.#quorum !== undefined) throw new BadPolicy(line, 'a second quorum');
    const voter = this.#voters.get(name);
    if (voter === undefined && name !== 'none')
      throw new BadPolicy(line, `${shown(name)} is not defined above`);
    this.#quorum = { voter };
  }

  #name(line: number, name: string, voter: Voter): void {
    if (name === 'none' || this.#voters.has(name)) throw new BadPolicy(line, `${shown(name)} is taken`);
    this.#voters.set(name, voter);
  }
}

function newKey(line: number, octets: string, type: number, known: readonly VerifierKey[]): VerifierKey {
  const key = parseVerifierKey(shown(octets));
  if (key === undefined) throw new BadPolicy(line, 'not a key, or not with its own id');
  if (key.type !== type)
    throw new BadPolicy(line, `a key of type ${key.type}, where only type ${type} (Ed25519) is understood`);
  const twin = known.find((other) => other.publicKey.every((byte, index) => byte === key.publicKey[index]));
  if (twin !== undefined) throw new BadPolicy(line, 'the same key a second time');
  return key;
}

const shown = (octets: string): string =>
  textOfBytes(Uint8Array.from(octets, (octet) => octet.charCodeAt(0))) ?? octets;

/** Whether these witnesses are enough. */
export function isQuorum(policy: TrustPolicy, cosigned: ReadonlySet<Witness>): boolean {
  return policy.quorum === undefined || hasVoted(policy.quorum, cosigned);
}

function hasVoted(voter: Voter, cosigned: ReadonlySet<Witness>): boolean {
  if ('witness' in voter) return cosigned.has(voter.witness);
  return voter.members.filter((member) => hasVoted(member, cosigned)).length >= voter.threshold;
}
