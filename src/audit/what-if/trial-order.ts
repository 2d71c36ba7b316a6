/** What the process that tries drafts is told, what it asks for, and what it answers. */
import type { Fact } from '../../domain/decider.ts';
import type { Instant } from '../../domain/time/moment.ts';
import type { Life } from '../life.ts';
import type { DraftValue } from './draft.ts';
import type { TriedStream } from './try-draft.ts';

export interface TrialOrder {
  readonly life: Life;
  readonly draft: readonly DraftValue[];
  readonly until: Instant;
}

/** Register facts are asked for as they are needed: the process has no way to the database. */
export type FactQuestion =
  | { readonly ask: 'at'; readonly key: string; readonly version: number }
  | { readonly ask: 'before'; readonly key: string; readonly committedAt: string };

export type ToProcess =
  | { readonly kind: 'order'; readonly order: TrialOrder }
  | { readonly kind: 'fact'; readonly id: number; readonly fact: Fact | undefined };

export type FromProcess =
  | { readonly kind: 'ready' }
  | { readonly kind: 'question'; readonly id: number; readonly question: FactQuestion }
  | { readonly kind: 'tried'; readonly tried: TriedStream }
  /** By the error's name only: its message could hold data of the life. */
  | { readonly kind: 'failed'; readonly error: string };
