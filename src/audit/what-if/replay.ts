/**
 * One recorded life lived twice: as recorded, which must come out to the letter, and under the draft. Commands are
 * asked in the order of the record, at their recorded times; deadlines of the drafted life act when they are due;
 * messages from other streams come as recorded, and claims are lost as recorded.
 */
import {
  deadlineIdOf,
  dueDeadlines,
  type EntityState,
  type FireDeadlineData,
  foldEntity,
  initialEntityState,
} from '../../domain/decide.ts';
import { type DecidedAgain, decideAgain, type RecordedQuestion } from '../../domain/decide-again.ts';
import type { Decider, Fact, JsonValue, RecordedEvent } from '../../domain/decider.ts';
import { deciderOfStream } from '../../domain/deciders.ts';
import type { Instant } from '../../domain/time/moment.ts';
import { firingOf } from '../explain/firing.ts';
import type { FactHistory } from '../fact-history.ts';
import { type Life, questionOf, type Step, stepsOf } from '../life.ts';
import { Counterparts, NO_COUNTERPART } from './counterparts.ts';
import {
  type Compared,
  comparedFrom,
  type Difference,
  differenceOf,
  isReproduced,
  recordedOutcome,
} from './difference.ts';
import type { DraftValue } from './draft.ts';
import { draftedFact, draftedHistory } from './drafted-facts.ts';

export interface Replayed {
  readonly differences: readonly Difference[];
  readonly recorded: Lived;
  readonly drafted: Lived;
  /** How often was decided for it. */
  readonly decided: number;
}

/** A life to its end: the last state, and every event on the way. */
export interface Lived {
  readonly state: EntityState<unknown>;
  readonly events: readonly RecordedEvent[];
}

/** The record is not reproduced, or the drafted life has no end: nothing may be concluded from comparing. */
export interface NotReplayable {
  /** The decision it stopped at; null where it was stopped from outside. */
  readonly sequence: number | null;
  readonly command: string | null;
  /** A sentence’s end: `today’s rules decide otherwise`, `more than 1000 deadlines would act under this draft`. */
  readonly why: string;
}

/** Facts asked for in circles stop here. */
const MOST_FACTS = 100;

/** Counted, never timed: a life comes to the same end on every machine. */
export interface WorkLimits {
  /** Deadlines that only the drafted life has. A check each week makes 260 in five years. */
  readonly firings: number;
  /** Events beyond as many as were recorded. */
  readonly moreEvents: number;
}

export const WORK_LIMITS: WorkLimits = { firings: 1_000, moreEvents: 10_000 };

/** Thrown where the drafted life goes beyond its limits; never leaves this file. */
class TooMuch extends Error {}

/** @param until decisions recorded later are left out, and deadlines act until then. */
export async function replay(
  life: Life,
  facts: FactHistory,
  draft: readonly DraftValue[],
  until: Instant,
  limits: WorkLimits = WORK_LIMITS,
): Promise<Replayed | (NotReplayable & Pick<Replayed, 'decided'>)> {
  return new Replay(life, facts, draft, until, limits).run();
}

class Replay {
  readonly #decider: Decider<unknown>;
  readonly #counterparts = new Counterparts();
  readonly #differences: Difference[] = [];
  readonly #recorded: RecordedEvent[] = [];
  readonly #events: RecordedEvent[] = [];
  /** Deadlines that the record will still fire: the drafted life fires them with it. */
  readonly #toFire = new Map<string, number>();
  /** Due in the record and never fired there: cancelled late, or left by a fault. */
  readonly #left = new Set<string>();
  #state: EntityState<unknown>;
  #firings = 0;
  #decided = 0;

  constructor(
    private readonly life: Life,
    private readonly facts: FactHistory,
    private readonly draft: readonly DraftValue[],
    private readonly until: Instant,
    private readonly limits: WorkLimits,
  ) {
    this.#decider = deciderOfStream(life.stream);
    this.#state = initialEntityState(this.#decider, life.stream.slice(life.stream.indexOf('/') + 1));
    for (const { name, outcome, body } of life.decisions) {
      if (name !== 'fire-deadline' || outcome !== 'accepted') continue;
      const { deadlineId } = body.data as unknown as FireDeadlineData;
      this.#toFire.set(deadlineId, (this.#toFire.get(deadlineId) ?? 0) + 1);
    }
  }

  async run(): Promise<Replayed | (NotReplayable & Pick<Replayed, 'decided'>)> {
    let at: Pick<NotReplayable, 'sequence' | 'command'> = { sequence: null, command: null };
    try {
      let recorded = this.#state;
      let committedAt = '';
      for (const step of stepsOf(this.life)) {
        const { decision } = step;
        if (decision.now > this.until) break;
        committedAt = decision.committedAt;
        at = { sequence: decision.sequence, command: decision.name };
        if (decision.outcome !== 'fault') {
          const why = await this.#step(step);
          if (why !== undefined) return { ...at, why, decided: this.#decided };
        }
        recorded = step.after;
        this.#recorded.push(...step.events);
      }
      this.#leave(dueDeadlines(recorded, this.until));
      await this.#fireUntil(this.until, committedAt);
      return {
        differences: this.#differences,
        recorded: { state: recorded, events: this.#recorded },
        drafted: { state: this.#state, events: this.#events },
        decided: this.#decided,
      };
    } catch (error) {
      if (!(error instanceof TooMuch)) throw error;
      return { ...at, why: error.message, decided: this.#decided };
    }
  }

  /** Says why the life cannot be replayed; undefined where it can. */
  async #step(step: Step): Promise<string | undefined> {
    const { decision, before, events } = step;
    let question: RecordedQuestion;
    try {
      question = await questionOf(decision, this.facts);
    } catch {
      return 'a register value is missing';
    }
    this.#decided += 1;
    const again = comparedFrom(decideAgain(this.#decider, before, question));
    if (again === undefined) return 'the rules break down';
    const recorded = recordedOutcome(decision, events);
    if (!isReproduced(recorded, again)) return 'today’s rules decide otherwise';
    this.#leave(dueDeadlines(before, decision.now));
    await this.#fireUntil(decision.now, decision.committedAt);
    if (decision.name === 'fire-deadline' && decision.outcome === 'accepted') {
      await this.#fireAsRecorded(step, recorded, question);
    } else await this.#ask(step, recorded, this.#translated(question));
    return undefined;
  }

  #leave(due: readonly FireDeadlineData[]): void {
    for (const { deadlineId } of due) if (!this.#toFire.has(deadlineId)) this.#left.add(deadlineId);
  }

  async #fireAsRecorded(step: Step, recorded: Compared, question: RecordedQuestion): Promise<void> {
    const due = question.command.data as FireDeadlineData;
    const times = this.#toFire.get(due.deadlineId) ?? 1;
    if (times === 1) this.#toFire.delete(due.deadlineId);
    else this.#toFire.set(due.deadlineId, times - 1);
    const subject = this.#counterparts.idOf(due.subject);
    if (subject === NO_COUNTERPART) return;
    const drafted = { ...due, subject };
    const deadlineId = deadlineIdOf(drafted);
    // The drafted life does not wait for it, or waits for another time: told of the deadlines.
    if (this.#state.armed[deadlineId] === undefined) return;
    const data = { ...drafted, deadlineId };
    await this.#ask(step, recorded, { ...question, command: { ...question.command, data } });
  }

  #translated(question: RecordedQuestion): RecordedQuestion | undefined {
    const data = this.#counterparts.translated(question.command.data as JsonValue);
    return data === NO_COUNTERPART ? undefined : { ...question, command: { ...question.command, data } };
  }

  async #ask(step: Step, recorded: Compared, question: RecordedQuestion | undefined): Promise<void> {
    const { decision, before } = step;
    if (question === undefined) {
      this.#counterparts.learn(recorded.events, []);
      this.#differ(step, { kind: 'cannot be asked', recorded: outcomeOf(recorded), drafted: '–' }, undefined);
      return;
    }
    const decided = await this.#decide(this.#state, question, decision.committedAt);
    const drafted = comparedFrom(decided) ?? BROKE_DOWN;
    this.#counterparts.learn(recorded.events, drafted.events);
    this.#apply(drafted.events);
    const difference = differenceOf(recorded, drafted);
    if (difference === undefined) return;
    // The draft alone, on the recorded life: where it changes nothing, an earlier difference does.
    const asRecorded = await questionOf(decision, this.facts);
    const alone = comparedFrom(await this.#decide(before, asRecorded, decision.committedAt)) ?? BROKE_DOWN;
    this.#differ(step, difference, differenceOf(recorded, alone));
  }

  /** @param alone what the draft by itself makes otherwise; undefined where that is nothing. */
  #differ(
    { decision }: Step,
    what: Pick<Difference, 'kind' | 'recorded' | 'drafted'>,
    alone: Pick<Difference, 'drafted'> | undefined,
  ): void {
    const { sequence, name: command, now: decidedAt, actor } = decision;
    const { role, office } = actor;
    this.#differences.push({
      ...{ sequence, command, decidedAt, role, office, ...what },
      followsFrom: alone === undefined ? (this.#differences[0]?.sequence ?? null) : null,
      alone: alone?.drafted ?? what.recorded,
    });
  }

  async #decide(
    state: EntityState<unknown>,
    question: RecordedQuestion,
    committedAt: Instant,
  ): Promise<DecidedAgain> {
    const history = draftedHistory(this.facts, this.draft);
    const facts: Fact[] = question.facts.map((fact) => draftedFact(fact, this.draft));
    for (let round = 0; round < MOST_FACTS; round += 1) {
      this.#decided += 1;
      const decided = decideAgain(this.#decider, state, { ...question, facts });
      if (decided.outcome !== 'needs') return decided;
      for (const key of decided.facts) facts.push(await history.before(key, committedAt));
    }
    return { outcome: 'fault', message: 'asks in circles' };
  }

  /** Deadlines that only the drafted life has act when they are due; those of the record act with the record. */
  async #fireUntil(through: Instant, committedAt: Instant): Promise<void> {
    for (;;) {
      const due = dueDeadlines(this.#state, through).find(
        ({ deadlineId }) => !this.#toFire.has(deadlineId) && !this.#left.has(deadlineId),
      );
      if (due === undefined) return;
      if (this.#firings >= this.limits.firings) {
        throw new TooMuch(`more than ${this.limits.firings} deadlines would act under this draft`);
      }
      this.#firings += 1;
      const { at } = due.dueAt;
      const now = at > this.#state.recordedAt ? at : this.#state.recordedAt;
      const decided = await this.#decide(this.#state, { ...firingOf(due), now }, committedAt);
      if (decided.outcome !== 'accepted') {
        this.#left.add(due.deadlineId);
        continue;
      }
      this.#apply(decided.events);
    }
  }

  #apply(events: readonly RecordedEvent[]): void {
    this.#state = foldEntity(this.#decider, this.#state, events);
    this.#events.push(...events);
    const most = this.life.events.length + this.limits.moreEvents;
    if (this.#events.length > most) {
      throw new TooMuch(`more than ${most} events would be recorded under this draft`);
    }
  }
}

const outcomeOf = ({ refusal }: Compared): string => refusal?.code ?? 'accepted';

const BROKE_DOWN: Compared = {
  refusal: { code: 'RULES_BROKE_DOWN', parameters: {} },
  warnings: [],
  events: [],
};
