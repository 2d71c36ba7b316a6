/** What travels between a caller, the shell and the ledger. Everything here is free of clear personal data. */
import type { Command, Fact, LostClaim, RecordedEvent, Refusal, Warning } from './decider.ts';
import type { Instant } from './time/moment.ts';

/** A command on its way to an entity. */
export interface CommandEnvelope {
  readonly command: Command;
  /** Keyed HMAC over the plaintext, taken before sealing: a retry with other nonces has the same hash. */
  readonly requestHash: string;
  /** Register facts the decision is likely to need, with the versions they were read at. */
  readonly facts: readonly Fact[];
  /** Entity clock minus real clock; zero outside a sandbox. */
  readonly clockOffsetMs: number;
}

/** What became of a command: the same for the first call and for every retry. */
export interface CommandAnswer {
  readonly outcome: 'accepted' | 'refused' | 'fault';
  readonly commandId: string;
  readonly stream: string;
  readonly headVersion: number;
  /** Hash of the stream's last event, hex: the receipt. */
  readonly headHash: string;
  /** Version range of this command's events; absent where it made none. */
  readonly firstVersion?: number;
  readonly lastVersion?: number;
  readonly refusal?: Refusal;
  readonly warnings: readonly Warning[];
  /** This command's own events. */
  readonly events: readonly RecordedEvent[];
}

/** How a decision is told to the ledger by the shell; the activity turns it into canonical bytes. */
export interface RecordInput {
  readonly stream: string;
  readonly kind: string;
  readonly world: string;
  readonly expectedVersion: number;
  readonly command: Command;
  readonly requestHash: string;
  readonly now: Instant;
  readonly clockOffsetMs: number;
  readonly runId: string;
  readonly facts: readonly { readonly key: string; readonly version: number }[];
  readonly verdict:
    | {
        readonly outcome: 'accepted';
        readonly events: readonly RecordedEvent[];
        readonly warnings: readonly Warning[];
        readonly claims: readonly import('./decider.ts').ClaimChange[];
        readonly messages: readonly import('./decider.ts').OutgoingMessage[];
        readonly factsOut: readonly {
          readonly key: string;
          readonly value: import('./decider.ts').JsonValue;
        }[];
        readonly policies: readonly import('./decide.ts').UsedPolicy[];
        /** Claims that an earlier round lost: without them nobody could decide it again. */
        readonly lostClaims?: readonly LostClaim[];
      }
    | {
        readonly outcome: 'refused';
        readonly refusal: Refusal;
        readonly policies: readonly import('./decide.ts').UsedPolicy[];
        readonly lostClaims?: readonly LostClaim[];
      }
    | { readonly outcome: 'fault'; readonly message: string }
    | { readonly outcome: 'needs'; readonly facts: readonly string[] };
}

export interface DecisionDetail {
  readonly refusal?: Refusal;
  readonly warnings?: readonly Warning[];
  readonly policies?: readonly import('./decide.ts').UsedPolicy[];
  /** Claims that others held when this was decided; absent where none was lost. */
  readonly lostClaims?: readonly LostClaim[];
  readonly fault?: string;
}

export interface RecordAnswer {
  readonly status:
    | 'recorded'
    | 'known'
    | 'command_id_reused'
    | 'tail'
    | 'ledger_behind'
    | 'facts'
    | 'claim_lost';
  readonly headVersion: number;
  readonly headHash: string;
  readonly outcome?: 'accepted' | 'refused' | 'fault';
  readonly detail?: DecisionDetail;
  readonly firstVersion?: number;
  readonly lastVersion?: number;
  /** Every event after `expectedVersion`, oldest first. */
  readonly events: readonly RecordedEvent[];
  readonly facts?: readonly Fact[];
  readonly lostClaims?: readonly LostClaim[];
}
