/** The lines of a bundle, once their shape was looked at. */
import type { JsonObject } from './canonical-json.ts';
import type { Head } from './entries.ts';

export interface NoteRow {
  readonly id: string;
  readonly kind: string;
  readonly body: string;
  readonly committed_at: string;
}

export interface HeaderLine {
  readonly format: string;
  readonly origin: string;
  readonly treeSize: number;
  readonly scope: Scope;
  readonly madeAt: string;
  readonly madeBy: { readonly id: string; readonly role: string; readonly office: string };
  readonly build: string;
}

export type Scope =
  | { readonly kind: 'person' | 'class'; readonly id: string }
  | {
      readonly kind: 'office';
      readonly id: string;
      readonly world: string;
      readonly from?: string;
      readonly to?: string;
    }
  | {
      readonly kind: 'period';
      readonly from: string;
      readonly to: string;
      readonly leafFrom: number;
      readonly leafTo: number;
    };

export interface SealedNoteLine {
  readonly note: NoteRow;
  readonly leaf: number;
}

export interface RulesLine extends SealedNoteLine {
  readonly build: string;
  readonly sha256: string;
  readonly code: string;
}

export interface StreamLine {
  readonly stream: string;
  readonly kind: string;
  readonly world: string;
  readonly role: 'subject' | 'register';
  readonly head: Head | null;
}

interface RowOfStream extends JsonObject {
  readonly leaf: number;
  readonly previous_hash: string;
  readonly stream_id: string;
  readonly body: string;
  readonly committed_at: string;
}

export interface DecisionLine extends RowOfStream {
  readonly sequence: string;
  readonly command_id: string;
  readonly name: string;
  readonly actor_id: string;
  readonly actor_role: string;
  readonly actor_office: string;
  readonly now: string;
  readonly facts: string;
  readonly effects: string;
  readonly build_id: string;
  readonly run_id: string | null;
  readonly outcome: string;
  readonly detail: string;
  readonly first_version: string | null;
  readonly last_version: string | null;
  readonly event_head_hash: string;
}

export interface EventLine extends RowOfStream {
  readonly version: string;
  readonly event_type: string;
  readonly schema: string;
  readonly meta: string;
  readonly occurred_at: string;
  readonly occurred_date: string;
  readonly occurred_zone: string;
  readonly recorded_at: string;
}

export interface HistoryLine extends SealedNoteLine {
  readonly stream: string;
  readonly run: string;
  readonly build: string;
  readonly sha256: string | null;
  readonly bytes: string | null;
}

export interface AccessLine extends JsonObject {
  readonly leaf: number;
  readonly id: string;
  readonly action: string;
  readonly outcome: string;
}

export interface NodeLine {
  readonly from: number;
  readonly to: number;
  readonly hash: string;
}

export interface EndLine {
  readonly lines: number;
  readonly sha256: string;
  readonly signature: string;
}
