/** Decides one recorded question again with one input changed, as often as it pays, and counts how often. */
import { setImmediate as otherWork } from 'node:timers/promises';
import { dueDeadlines, type EntityState, type FireDeadlineData, foldEntity } from '../../domain/decide.ts';
import { type DecidedAgain, decideAgain, type RecordedQuestion } from '../../domain/decide-again.ts';
import type { Decider, Fact, JsonValue } from '../../domain/decider.ts';
import type { Instant } from '../../domain/time/moment.ts';
import type { LedgerDecision } from '../../ledger/decisions.ts';
import type { FactHistory } from '../fact-history.ts';
import { firingOf } from './firing.ts';
import { withValue } from './paths.ts';

/** A change that makes the rules look at more registers than this looks in circles. */
const MOST_FACTS = 100;
/** After so many, some tens of milliseconds, officers’ requests come between. */
const IN_A_ROW = 50;

export class Trial {
  /** How often was decided again. */
  made = 0;
  readonly #more = new Map<string, Fact>();
  /** The state as it would have gone on by its deadlines alone, oldest first. */
  readonly #later: { readonly at: Instant; readonly state: EntityState<unknown> }[];

  private readonly decidedAt: Instant;
  /** Facts that the recorded decision did not rest on are read as of then. */
  private readonly committedAt: Instant;

  constructor(
    private readonly decider: Decider<unknown>,
    state: EntityState<unknown>,
    private readonly facts: FactHistory,
    { now: decidedAt, committedAt }: Pick<LedgerDecision, 'now' | 'committedAt'>,
    private readonly most: number,
    /** Ends the search with its reason. */
    private readonly signal?: AbortSignal,
  ) {
    this.decidedAt = decidedAt;
    this.committedAt = committedAt;
    this.#later = [{ at: '', state }];
  }

  get exhausted(): boolean {
    return this.made >= this.most;
  }

  /** @param standing a value of the state to be otherwise. */
  async decide(
    question: RecordedQuestion,
    standing?: { readonly path: readonly string[]; readonly value: JsonValue },
  ): Promise<DecidedAgain> {
    const { now } = question;
    const state = now > this.decidedAt ? await this.#stateAt(now) : this.#later[0]!.state;
    if (standing === undefined) return this.#on(state, question);
    const domain = withValue(state.domain as JsonValue, standing.path, standing.value);
    return this.#on({ ...state, domain }, question);
  }

  /** A waiting deadline acting at its own time, after those that are due before it. */
  async fire(due: FireDeadlineData): Promise<DecidedAgain> {
    return this.#on(await this.#stateAt(due.dueAt.at, due.deadlineId), firingOf(due));
  }

  /** What is due before a later sending has acted by then. */
  async #stateAt(now: Instant, before?: string): Promise<EntityState<unknown>> {
    for (;;) {
      const { state } = this.#later.at(-1)!;
      const [due] = dueDeadlines(state, now);
      if (due === undefined || due.deadlineId === before || this.exhausted) break;
      const { at } = due.dueAt;
      const fired = await this.#on(state, firingOf(due));
      if (fired.outcome !== 'accepted') break;
      this.#later.push({ at, state: foldEntity(this.decider, state, fired.events) });
    }
    return (this.#later.findLast(({ at }) => at <= now) ?? this.#later[0]!).state;
  }

  async #on(state: EntityState<unknown>, question: RecordedQuestion): Promise<DecidedAgain> {
    for (let round = 0; round < MOST_FACTS; round += 1) {
      this.made += 1;
      if (this.made % IN_A_ROW === 0) await otherWork();
      this.signal?.throwIfAborted();
      const own = new Set(question.facts.map(({ key }) => key));
      const more = [...this.#more.values()].filter(({ key }) => !own.has(key));
      const decided = decideAgain(this.decider, state, {
        ...question,
        facts: [...question.facts, ...more],
      });
      if (decided.outcome !== 'needs') return decided;
      for (const key of decided.facts) {
        if (!this.#more.has(key)) this.#more.set(key, await this.facts.before(key, this.committedAt));
      }
    }
    return { outcome: 'fault', message: 'asks in circles' };
  }
}
