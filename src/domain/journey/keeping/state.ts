/** What a journey remembers of merging of persons, legal hold, rights requests, breaches of data protection (domain G, I.6). */

export interface KeepingState {
  /** The record that this one was merged into: every command is sent there. */
  readonly mergedInto: string | null;
}

export const INITIAL_KEEPING_STATE: KeepingState = { mergedInto: null };
