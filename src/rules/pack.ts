/**
 * The rule pack: the whole law of this build as one script without imports, so that years later, and on anybody's
 * laptop, a recorded decision can be decided again by the rules of its own day. The build makes it from this file
 * (one script that leaves `TitianRules` behind); the ledger keeps it beside the build's workflow bundle, and its
 * hash is sealed. States are opaque to the caller.
 */
import { type EntityState, evolveEntity, initialEntityState } from '../domain/decide.ts';
import { type DecidedAgain, decideAgain, type RecordedQuestion } from '../domain/decide-again.ts';
import type { RecordedEvent } from '../domain/decider.ts';
import { deciderOfStream } from '../domain/deciders.ts';

/** Raised whenever a function below changes its shape. */
export const PACK_VERSION = 1;

/** @param stream for example `journey/p3f…`: its first part names the decider. */
export const begin = (stream: string): unknown =>
  initialEntityState(deciderOfStream(stream), stream.slice(stream.indexOf('/') + 1));

/** Folds one recorded event. Throws on a gap in versions. */
export const evolve = (stream: string, state: unknown, event: RecordedEvent): unknown =>
  evolveEntity(deciderOfStream(stream), state as EntityState<unknown>, event);

export const decide = (stream: string, state: unknown, question: RecordedQuestion): DecidedAgain =>
  decideAgain(deciderOfStream(stream), state as EntityState<unknown>, question);
