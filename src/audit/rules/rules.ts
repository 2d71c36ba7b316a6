/** The law of one build, ready to decide: a kept rule pack, or the law of this very build. */
import { type EntityState, evolveEntity, initialEntityState } from '../../domain/decide.ts';
import { type DecidedAgain, decideAgain, type RecordedQuestion } from '../../domain/decide-again.ts';
import type { RecordedEvent } from '../../domain/decider.ts';
import { deciderOfStream } from '../../domain/deciders.ts';
import { canonicalText } from '../../ledger/record-decision.ts';

/** What a build's rules keep between events. Only they themselves look into it. */
export type RulesState = { readonly opaque: unique symbol };

export interface Rules {
  begin(stream: string): RulesState;
  /** @throws where versions have a gap. */
  evolve(stream: string, state: RulesState, event: RecordedEvent): RulesState;
  decide(stream: string, state: RulesState, question: RecordedQuestion): DecidedAgain;
  /** The state as canonical JSON, for comparing; two packs may shape the same state differently. */
  textOf(state: RulesState): string;
}

const opaque = (state: EntityState<unknown>): RulesState => state as unknown as RulesState;
const entityOf = (state: RulesState): EntityState<unknown> => state as unknown as EntityState<unknown>;

/** Why the rules of a build cannot be asked. */
export type RulesAbsence = 'not kept' | 'never sealed' | 'not those sealed' | 'no rule pack';

export type FoundRules =
  | { readonly rules: Rules }
  | { readonly rules?: undefined; readonly why: RulesAbsence };

/** The rules of this build, straight from the source: what `today` means in a comparison. */
export const TODAYS_RULES: Rules = {
  begin: (stream) =>
    opaque(initialEntityState(deciderOfStream(stream), stream.slice(stream.indexOf('/') + 1))),
  evolve: (stream, state, event) => opaque(evolveEntity(deciderOfStream(stream), entityOf(state), event)),
  decide: (stream, state, question) => decideAgain(deciderOfStream(stream), entityOf(state), question),
  textOf: (state) => canonicalText(state),
};
