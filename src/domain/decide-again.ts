/**
 * Decides a recorded command again, on the state it met and with the facts it rested on, and says what the
 * rules given here would record. The auditor's comparison, the rule pack of a bundle, explanations and drafts of
 * new rules all come through here, so that they cannot disagree with one another or with the shell.
 */
import { decideRound, type EntityState, provisional, type UsedPolicy } from './decide.ts';
import type {
  ClaimChange,
  Command,
  Decider,
  Fact,
  JsonValue,
  LostClaim,
  OutgoingMessage,
  RecordedEvent,
  Refusal,
  Warning,
} from './decider.ts';
import type { Instant } from './time/moment.ts';

/** What a decision row and the register facts behind it say: enough to decide it again. */
export interface RecordedQuestion {
  readonly command: Command;
  /** The entity's clock as it was recorded. */
  readonly now: Instant;
  /** Values of the facts used, at the versions recorded. */
  readonly facts: readonly Fact[];
  /** Claims that others held; recorded with the decision since they were, empty before. */
  readonly lostClaims: readonly LostClaim[];
}

/** What the rules say now: the recorded part of a decision, in the ledger's own terms. */
export type DecidedAgain =
  | {
      readonly outcome: 'accepted';
      /** With versions, times and meta as they would stand in the ledger. */
      readonly events: readonly RecordedEvent[];
      readonly warnings: readonly Warning[];
      readonly claims: readonly ClaimChange[];
      readonly messages: readonly OutgoingMessage[];
      readonly factsOut: readonly { readonly key: string; readonly value: JsonValue }[];
      readonly policies: readonly UsedPolicy[];
    }
  | {
      readonly outcome: 'refused';
      readonly refusal: Refusal;
      readonly policies: readonly UsedPolicy[];
    }
  /** The rules ask for register facts that the recorded decision did not rest on. */
  | { readonly outcome: 'needs'; readonly facts: readonly string[] }
  /** The rules broke down. By the error's name only: its message could hold data of the command. */
  | { readonly outcome: 'fault'; readonly message: string };

export function decideAgain<State>(
  decider: Decider<State>,
  state: EntityState<State>,
  { command, now, facts, lostClaims }: RecordedQuestion,
): DecidedAgain {
  try {
    const round = decideRound(decider, state, command, { now, facts, lostClaims });
    if (round.outcome !== 'accepted') return round;
    const { claims = [], messages = [], warnings = [], factsOut = [] } = round.decision;
    const events = provisional(command, now, round.events, state.version);
    return { outcome: 'accepted', events, warnings, claims, messages, factsOut, policies: round.policies };
  } catch (error) {
    return { outcome: 'fault', message: error instanceof Error ? error.name : 'unknown' };
  }
}
