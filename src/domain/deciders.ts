/** The decider of every kind of stream: one list for workers, registers, reads, sheets and scenarios. */
import { certificateDecider } from './certificate/decider.ts';
import type { Decider } from './decider.ts';
import { findingDecider } from './finding/decider.ts';
import { journeyDecider } from './journey/decider.ts';
import { permitDecider } from './permit/decider.ts';
import { registerDecider } from './registers/register-decider.ts';
import { trainingClassDecider } from './training-class/decider.ts';

const ALL = [
  journeyDecider,
  registerDecider,
  trainingClassDecider,
  certificateDecider,
  permitDecider,
  findingDecider,
] as readonly unknown[] as readonly Decider<unknown>[];

/** By kind of stream: the first part of its name. */
export const DECIDERS: ReadonlyMap<string, Decider<unknown>> = new Map(
  ALL.map((decider) => [decider.kind, decider]),
);

/** @throws where no entity of that kind exists. */
export function deciderOfStream(stream: string): Decider<unknown> {
  const kind = stream.slice(0, stream.indexOf('/'));
  const decider = DECIDERS.get(kind);
  if (decider === undefined) throw new Error(`no decider for streams of kind ${kind}`);
  return decider;
}
