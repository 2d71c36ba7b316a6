/** Decides a stream's recorded commands again, by the rules in the file, and compares (step 8). */
import { canonicalText, type Json, type JsonObject } from './canonical-json.ts';
import { differenceOf, eventOfRow, isAnswer } from './compare-decision.ts';
import type { FindingCode, Sentence } from './findings.ts';
import { factsUsedBy, type KnownFacts } from './known-facts.ts';
import { rowName } from './names.ts';
import { questionOf } from './question.ts';
import { countFault, countWithoutRules, type RecomputeCounts } from './recompute-counts.ts';
import type { RuleAnswer, RuleFailure, RuleStep } from './rule-host.ts';
import { faultChanged, missingFact, noQuestion, rulesFailed } from './rule-sentences.ts';
import type { RuleShelf } from './rule-shelf.ts';
import type { Decided, Find } from './stream-check.ts';
import { addTo, countedAnswer, countedRow, noTotals, type Totals } from './totals.ts';

/** Decisions handed over at once: a megabyte or two. */
const BATCH = 100;

interface Waiting {
  readonly decided: Decided;
  readonly step: RuleStep;
}

export class StreamRecompute {
  readonly recorded: Totals = noTotals();
  readonly recomputed: Totals = noTotals();
  decidedAgain = 0;
  /** Canonical JSON of a subject's events until its end, and how many of them each build's rules have folded. */
  #events: string[] = [];
  readonly #folded = new Map<string, number>();
  #batch: Waiting[] = [];
  #build = '';
  /** From a decision on whose facts have not come by yet: streams may stand in any order. */
  #held: Decided[] = [];
  #stopped = false;

  constructor(
    readonly stream: string,
    readonly isSubject: boolean,
    /** Undefined where nothing is decided again: rows are only counted. */
    readonly shelf: RuleShelf | undefined,
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

  /** Once the stream's last row has come. What is held stays held; of all else only totals stay. */
  async end(): Promise<void> {
    await this.#flush();
    if (this.isHeld) return;
    this.shelf?.forget(this.stream);
    this.#events = [];
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
    const events = eventsOf(decided);
    if (events === undefined) {
      // Named already, as a text that is not canonical.
      this.#stopped = true;
      if (this.isSubject) this.counts.subjectDecisions += 1;
      return true;
    }
    const asks = this.shelf !== undefined && this.isSubject && !this.#stopped;
    const question = asks ? this.#questionOf(decided, last) : undefined;
    if (question === 'later') return false;
    const counted = countedRow(decided.decision, events);
    addTo(this.recorded, counted);
    if (question === undefined || !(await this.#ask(decided, question))) addTo(this.recomputed, counted);
    if (!this.isSubject) return true;
    this.counts.subjectDecisions += 1;
    if (asks) this.#events.push(...events.map(canonicalText));
    return true;
  }

  /** Undefined where this decision is not decided again: then it is counted, or named. */
  #questionOf(decided: Decided, last: boolean): JsonObject | 'later' | undefined {
    const { decision, events } = decided;
    if (decision.outcome === 'fault') {
      const position = Number(decision.sequence);
      countFault(this.counts, { stream: this.stream, position, name: decision.name });
      // What is not decided again must have changed nothing.
      if (events.length > 0 || decision.effects !== '{}') this.#say('FAULT', decided, faultChanged);
      return undefined;
    }
    if (!this.shelf?.has(decision.build_id)) {
      countWithoutRules(this.counts, decision.build_id);
      return undefined;
    }
    const used = factsUsedBy(decision);
    if (used === undefined) {
      this.#say('QUESTION', decided, (name) => noQuestion(name, 'facts'));
      return undefined;
    }
    const facts: JsonObject[] = [];
    for (const fact of used) {
      const known = this.facts.at(fact);
      if (known === undefined) {
        if (!last) return 'later';
        this.#say('FACT_UNKNOWN', decided, (name) => missingFact(name, fact));
        return undefined;
      }
      facts.push({ ...known });
    }
    const question = questionOf(decision, facts);
    if (question === undefined) this.#say('QUESTION', decided, (name) => noQuestion(name, 'body'));
    return question;
  }

  /** Answers whether the rules of its build will be asked. */
  async #ask(decided: Decided, question: JsonObject): Promise<boolean> {
    const build = decided.decision.build_id;
    if (build !== this.#build || this.#batch.length >= BATCH) await this.#flush();
    if (this.#stopped || !this.shelf?.has(build)) return false;
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
    const answers = await this.shelf!.run(this.#build, this.stream, steps);
    for (const [place, { decided }] of batch.entries()) this.#judge(decided, answers[place]);
  }

  #judge(decided: Decided, answer: RuleAnswer | undefined): void {
    const given = answer === undefined || 'failure' in answer ? undefined : readAnswer(answer.answer);
    if (given === undefined || this.#stopped) {
      // Without an answer the state is not to be relied on: one finding, not one for each decision after it.
      if (!this.#stopped) this.#say('RULES_ANSWER', decided, (name) => rulesFailed(name, failureOf(answer)));
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

  #say(code: FindingCode, { decision, line }: Decided, sentenceOf: (name: Sentence) => Sentence): void {
    const place = {
      stream: this.stream,
      kind: 'decision',
      position: Number(decision.sequence),
    } as const;
    const sentence = sentenceOf(rowName({ ...place, name: decision.name }));
    this.find({ code, step: 8, line, ...place, sentence });
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
