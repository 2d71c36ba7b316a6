/** Decides a stream's recorded commands again, by the rules in the file, and compares (step 8). */
import { canonicalText, isObject, type Json, type JsonObject } from './canonical-json.ts';
import { differenceOf, eventOfRow, isAnswer, lostClaimsOf } from './compare-decision.ts';
import { factsUsedBy, type KnownFacts } from './known-facts.ts';
import type { DecisionLine } from './line-types.ts';
import { rowName } from './names.ts';
import type { RuleAnswer, RuleFailure, RuleStep } from './rule-host.ts';
import { missingFact, rulesFailed } from './rule-sentences.ts';
import type { RuleShelf } from './rule-shelf.ts';
import type { Decided, Find } from './stream-check.ts';
import { addTo, countedAnswer, countedRow, noTotals, type Totals } from './totals.ts';

/** Decisions handed over at once: a megabyte or two. */
const BATCH = 100;

/** Counts over all streams, for the report. */
export interface RecomputeCounts {
  decidedAgain: number;
  faults: { stream: string; position: number; name: string }[];
  faultCount: number;
  /** Builds whose rules the file lacks, with how many decisions could not be made again. */
  readonly withoutRules: Map<string, number>;
}

interface Waiting {
  readonly decided: Decided;
  readonly step: RuleStep;
}

export class StreamRecompute {
  readonly recorded: Totals = noTotals();
  readonly recomputed: Totals = noTotals();
  decidedAgain = 0;
  /** Canonical JSON of all events so far, and how many of them each build's rules have folded. */
  readonly #events: string[] = [];
  readonly #folded = new Map<string, number>();
  #batch: Waiting[] = [];
  #build = '';
  /** From a decision on whose facts have not come by yet: streams may stand in any order. */
  #held: Decided[] = [];
  #stopped = false;

  constructor(
    readonly stream: string,
    readonly isSubject: boolean,
    readonly shelf: RuleShelf,
    readonly facts: KnownFacts,
    readonly counts: RecomputeCounts,
    readonly find: Find,
  ) {}

  get isHeld(): boolean {
    return this.#held.length > 0;
  }

  async add(decided: Decided): Promise<void> {
    if (this.#held.length > 0) this.#held.push(decided);
    else if (!(await this.#take(decided, false))) this.#held.push(decided);
  }

  /** Once the stream's last row has come. What is held stays held. */
  async end(): Promise<void> {
    await this.#flush();
    if (!this.isHeld) this.shelf.forget(this.stream);
  }

  /** Once all rows of the file have come: a fact that is still unknown was set by no decision of it. */
  async release(): Promise<void> {
    const held = this.#held;
    this.#held = [];
    for (const decided of held) await this.#take(decided, true);
    await this.end();
  }

  /** Answers whether the decision's facts are known, or `last`. */
  async #take(decided: Decided, last: boolean): Promise<boolean> {
    const { decision } = decided;
    const events = eventsOf(decided);
    if (events === undefined) {
      // Named already, as a text that is not canonical.
      this.#stopped = true;
      return true;
    }
    const question = this.isSubject && !this.#stopped ? this.#questionOf(decided, last) : undefined;
    if (question === 'later') return false;
    const counted = countedRow(decision, events);
    addTo(this.recorded, counted);
    if (question === undefined || !(await this.#ask(decided, question))) addTo(this.recomputed, counted);
    this.#events.push(...events.map(canonicalText));
    return true;
  }

  /** Undefined where this decision is not decided again. */
  #questionOf(decided: Decided, last: boolean): JsonObject | 'later' | undefined {
    const { decision, line } = decided;
    const position = Number(decision.sequence);
    if (decision.outcome === 'fault') {
      this.counts.faultCount += 1;
      if (this.counts.faults.length < 100)
        this.counts.faults.push({ stream: this.stream, position, name: decision.name });
      this.#checkFault(decided);
      return undefined;
    }
    if (!this.shelf.has(decision.build_id)) {
      const { withoutRules } = this.counts;
      withoutRules.set(decision.build_id, (withoutRules.get(decision.build_id) ?? 0) + 1);
      return undefined;
    }
    const name = rowName({ stream: this.stream, kind: 'decision', position, name: decision.name });
    const place = { step: 8, line, stream: this.stream, kind: 'decision', position } as const;
    const used = factsUsedBy(decision);
    if (used === undefined) return undefined;
    const facts: JsonObject[] = [];
    for (const fact of used) {
      const known = this.facts.at(fact);
      if (known === undefined) {
        if (!last) return 'later';
        this.find({ code: 'FACT_UNKNOWN', ...place, sentence: missingFact(name, fact) });
        return undefined;
      }
      facts.push({ ...known });
    }
    return questionOf(decision, facts);
  }

  /** A fault is not decided again, so it must have changed nothing; only a deadline that fired is written down. */
  #checkFault({ decision, events, line }: Decided): void {
    if ((events.length === 0 || decision.name === 'fire-deadline') && decision.effects === '{}') return;
    const position = Number(decision.sequence);
    const name = rowName({ stream: this.stream, kind: 'decision', position, name: decision.name });
    const sentence = {
      id: `${name.id} dicatat sebagai galat, tetapi mengubah sesuatu.`,
      en: `${name.en} is recorded as a fault, but changed something.`,
    };
    const place = { line, stream: this.stream, kind: 'decision', position } as const;
    this.find({ code: 'RULES_DIFFER', step: 8, ...place, sentence });
  }

  /** Answers whether the rules of its build will be asked. */
  async #ask(decided: Decided, question: JsonObject): Promise<boolean> {
    const build = decided.decision.build_id;
    if (build !== this.#build || this.#batch.length >= BATCH) await this.#flush();
    if (this.#stopped || !this.shelf.has(build)) return false;
    this.#build = build;
    const events = this.#events.slice(this.#folded.get(build) ?? 0);
    this.#folded.set(build, this.#events.length);
    this.#batch.push({ decided, step: { events, question: canonicalText(question) } });
    return true;
  }

  async #flush(): Promise<void> {
    const batch = this.#batch;
    this.#batch = [];
    if (batch.length === 0) return;
    const steps = batch.map(({ step }) => step);
    const answers = await this.shelf.run(this.#build, this.stream, steps);
    for (const [place, { decided }] of batch.entries()) this.#judge(decided, answers[place]);
  }

  #judge(decided: Decided, answer: RuleAnswer | undefined): void {
    const given = answer === undefined || 'failure' in answer ? undefined : readAnswer(answer.answer);
    if (given === undefined || this.#stopped) {
      // Without an answer the state is not to be relied on: one finding, not one for each decision after it.
      if (!this.#stopped) this.#failed(decided, failureOf(answer));
      this.#stopped = true;
      addTo(this.recomputed, countedRow(decided.decision, eventsOf(decided) ?? []));
      return;
    }
    this.decidedAgain += 1;
    this.counts.decidedAgain += 1;
    addTo(this.recomputed, countedAnswer(given));
    const difference = differenceOf(given, decided);
    if (difference !== undefined)
      this.find({ code: 'RULES_DIFFER', step: 8, stream: this.stream, ...difference });
  }

  #failed({ decision, line }: Decided, failure: RuleFailure): void {
    const position = Number(decision.sequence);
    const name = rowName({ stream: this.stream, kind: 'decision', position, name: decision.name });
    const place = { line, stream: this.stream, kind: 'decision', position } as const;
    this.find({ code: 'RULES_ANSWER', step: 8, ...place, sentence: rulesFailed(name, failure) });
  }
}

function failureOf(answer: RuleAnswer | undefined): RuleFailure {
  if (answer === undefined) return { kind: 'gone', name: '' };
  return 'failure' in answer ? answer.failure : { kind: 'nonsense', name: '' };
}

function eventsOf(decided: Decided): JsonObject[] | undefined {
  try {
    return decided.events.map(eventOfRow);
  } catch {
    return undefined;
  }
}

function readAnswer(text: string): JsonObject | undefined {
  try {
    const value = JSON.parse(text) as Json;
    // Also a text that JSON reads may say what no canonical text can.
    canonicalText(value);
    return isAnswer(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What the recorded command was asked, in the words of `TitianRules`. */
function questionOf(decision: DecisionLine, facts: readonly JsonObject[]): JsonObject | undefined {
  try {
    const body = JSON.parse(decision.body) as Json;
    if (!isObject(body)) return undefined;
    const { name = null, data = null, document, occurredAt } = body;
    return {
      command: {
        commandId: decision.command_id,
        name,
        data,
        actor: { id: decision.actor_id, role: decision.actor_role, office: decision.actor_office },
        ...(document === undefined ? {} : { document }),
        ...(occurredAt === undefined ? {} : { occurredAt }),
      },
      now: decision.now,
      facts,
      lostClaims: lostClaimsOf(decision),
    };
  } catch {
    return undefined;
  }
}
