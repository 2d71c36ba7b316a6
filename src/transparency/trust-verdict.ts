/** Whether a checkpoint may be believed by a trust policy, with the sentence that says what is missing. */
import { type Checkpoint, openCheckpoint } from './checkpoint.ts';
import { NoteProblem } from './note-problem.ts';
import type { PolicyMember, TrustedWitness, TrustPolicy } from './trust-policy.ts';
import { SIGNATURE_TYPES, type VerifierKey } from './verifier-key.ts';

/** A witness of the policy that has cosigned. */
export interface Cosigned {
  readonly witness: string;
  /** When, by its own clock; seconds since 1970. */
  readonly time: bigint;
}

export type PolicyVerdict =
  | {
      readonly trusted: true;
      readonly checkpoint: Checkpoint;
      readonly log: VerifierKey;
      readonly cosigned: readonly Cosigned[];
    }
  | {
      readonly trusted: false;
      /** A whole sentence. */
      readonly problem: string;
      /** What the checkpoint says, where a log of the policy signed it. */
      readonly checkpoint?: Checkpoint;
      readonly cosigned?: readonly Cosigned[];
    };

/** Never throws for what the note may be: a note that is none is not trusted, and the sentence says why. */
export function judgeCheckpoint(
  note: Uint8Array | string,
  { logs, witnesses, quorum }: TrustPolicy,
): PolicyVerdict {
  try {
    const keys = [...logs, ...witnesses].map(({ key }) => key);
    const { checkpoint, verified } = openCheckpoint(note, keys);
    const log = verified.find(
      ({ key }) => key.name === checkpoint.origin && key.type === SIGNATURE_TYPES.note,
    )!.key;
    const cosigned = witnesses.flatMap(({ name, key }) => {
      const time = verified.find((signature) => signature.key === key)?.time;
      return time === undefined ? [] : [{ witness: name, time }];
    });
    const names = new Set(cosigned.map(({ witness }) => witness));
    if (quorum === undefined || hasWitnessed(quorum, names))
      return { trusted: true, checkpoint, log, cosigned };
    const problem = sentence(checkpoint, quorum, names);
    return { trusted: false, problem, checkpoint, cosigned };
  } catch (error) {
    if (error instanceof NoteProblem) return { trusted: false, problem: error.message };
    throw error;
  }
}

/** @param cosigned names of witnesses */
export function hasWitnessed(member: PolicyMember, cosigned: ReadonlySet<string>): boolean {
  if (isWitness(member)) return cosigned.has(member.name);
  return member.members.filter((part) => hasWitnessed(part, cosigned)).length >= member.needed;
}

function sentence({ origin, size }: Checkpoint, quorum: PolicyMember, cosigned: ReadonlySet<string>): string {
  const by = cosigned.size === 0 ? 'no witness of the policy' : [...cosigned].join(', ');
  return `The checkpoint of ${origin} at size ${size} is cosigned by ${by}; ${missing(quorum, cosigned)}.`;
}

/** For example: "agencies has 1 of 2 (missing: audit-board, ombudsman)". */
function missing(member: PolicyMember, cosigned: ReadonlySet<string>): string {
  if (isWitness(member)) return `${member.name} is missing`;
  const open = member.members.filter((part) => !hasWitnessed(part, cosigned));
  const parts = open.map((part) => (isWitness(part) ? part.name : missing(part, cosigned)));
  const has = member.members.length - open.length;
  return `${member.name} has ${has} of the ${member.needed} it needs (missing: ${parts.join(', ')})`;
}

const isWitness = (member: PolicyMember): member is TrustedWitness => 'key' in member;
