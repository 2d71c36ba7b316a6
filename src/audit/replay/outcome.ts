/** What came of replaying one run with one bundle. */
export type ReplayOutcome =
  /** The code made again, step by step, what the history says. */
  | { readonly outcome: 'replayed'; readonly tookMs: number }
  /** The code does otherwise than the history says, in the SDK's words; these name steps, never their content. */
  | { readonly outcome: 'nondeterminism'; readonly message: string }
  | { readonly outcome: 'not archived yet' }
  | { readonly outcome: 'lost' }
  /** It was archived, and is not there any more. */
  | { readonly outcome: 'removed' }
  /** The bundle of that build was not kept. */
  | { readonly outcome: 'bundle missing'; readonly buildId: string }
  /** The bundle of that build is not the sealed one, and was not run. */
  | { readonly outcome: 'bundle changed'; readonly buildId: string }
  /** The bytes are no history, or are not those that were sealed. */
  | { readonly outcome: 'unreadable'; readonly message: string }
  /** The process was stopped for its silence, or ended in the middle. */
  | { readonly outcome: 'given up'; readonly message: string };

/** One history on its way to the process that replays. */
export interface ReplayJob {
  readonly runId: string;
  /** Workflow id and stream. */
  readonly stream: string;
  readonly history: Buffer;
}

/** To the process: once, first. */
export interface ReplayOrder {
  readonly bundlePath: string;
  readonly jobs: readonly ReplayJob[];
}

/** From the process, in the order of the jobs. */
export interface ReplayReport {
  readonly runId: string;
  readonly result: Extract<ReplayOutcome, { outcome: 'replayed' | 'nondeterminism' | 'unreadable' }>;
}
