/**
 * Why a decision came out as it did: who asked what, on which paper, by which rules of which version, and what
 * it would take for it to come out otherwise. Any refusal, warning or acceptance of any stream.
 */
import type { EntityState } from '../../domain/decide.ts';
import { decideAgain, type RecordedQuestion } from '../../domain/decide-again.ts';
import type { Actor, JsonValue, SourceDocument } from '../../domain/decider.ts';
import { deciderOfStream } from '../../domain/deciders.ts';
import { renderRefusal } from '../../domain/law/refusals.ts';
import { renderWarning } from '../../domain/law/warnings.ts';
import type { Moment } from '../../domain/time/moment.ts';
import type { LedgerDecision } from '../../ledger/decisions.ts';
import { questionOf, type Step, stepsOf } from '../life.ts';
import { decisionWords } from './decision-words.ts';
import { inputsOf } from './inputs.ts';
import { NothingToExplain } from './nothing-to-explain.ts';
import { type Otherwise, otherwise } from './otherwise.ts';
import type { Asked } from './outcomes.ts';
import type { AuditRecord } from './record.ts';
import { factsOf, rulesOf, type UsedFact, type UsedRule } from './rules.ts';
import { shown, shownDocument } from './shown.ts';
import { standingInputs } from './standing-inputs.ts';
import { Trial } from './trial.ts';
import type { Words } from './words.ts';

export interface ExplainedCode {
  readonly code: string;
  readonly parameters: { readonly [name: string]: string | number };
  readonly article: string | null;
  readonly sentence: Words;
  /** The way out that the catalogue names. */
  readonly next: Words;
}

export interface ExplainedEvent {
  readonly version: number;
  readonly type: string;
  readonly data: JsonValue;
  readonly occurredAt: Moment;
  readonly recordedAt: string;
  /** Hash of the event, hex. */
  readonly receipt: string;
}

export interface DecisionExplanation {
  readonly stream: string;
  readonly sequence: number;
  readonly commandId: string;
  readonly command: string;
  /** Fields of the command: codes, dates, numbers; sealed text stays sealed. */
  readonly inputs: JsonValue;
  readonly occurredAt: Moment | null;
  readonly decidedAt: string;
  readonly actor: Actor;
  readonly document: SourceDocument | null;
  readonly build: string;
  /** Hash of the decision, hex. */
  readonly receipt: string;
  readonly outcome: 'accepted' | 'refused' | 'fault';
  readonly refusal: ExplainedCode | null;
  readonly warnings: readonly ExplainedCode[];
  readonly rules: readonly UsedRule[];
  readonly facts: readonly UsedFact[];
  readonly lostClaims: readonly string[];
  readonly events: readonly ExplainedEvent[];
  /** Today's rules decide the recorded question as it was decided; without that, no change is looked for. */
  readonly decidesTheSame: boolean;
  readonly otherwise: readonly Otherwise[];
  readonly sentences: readonly Words[];
}

export interface ExplainOptions {
  /** Most decisions made again for one explanation. */
  readonly mostTrials?: number;
}

/** A few seconds of one core at the very most; a usual refusal takes some hundreds. */
const MOST_TRIALS = 6_000;

/** @throws NothingToExplain where the stream or the decision is not there. */
export async function explainDecision(
  record: AuditRecord,
  stream: string,
  sequence: number,
  options: ExplainOptions = {},
): Promise<DecisionExplanation> {
  const step = await findStep(record, stream, ({ decision }) => decision.sequence === sequence);
  if (step === undefined) throw new NothingToExplain(`${stream} has no decision ${sequence}`);
  return explainStep(record, step, questionsAbout(step.decision), options);
}

export async function findStep(
  record: AuditRecord,
  stream: string,
  wanted: (step: Step) => boolean,
): Promise<Step | undefined> {
  const life = await record.life(stream);
  if (life === undefined) throw new NothingToExplain(`nothing was recorded under ${stream}`);
  for (const step of stepsOf(life)) if (wanted(step)) return step;
  return undefined;
}

/** A firing is nobody's request: what it would take is told of the deadline. */
function questionsAbout({ name, outcome, detail }: LedgerDecision): Asked[] {
  if (name === 'fire-deadline' || outcome === 'fault') return [];
  if (outcome === 'refused') return [{ kind: 'refusal' }];
  const codes = [...new Set((detail.warnings ?? []).map(({ code }) => code))];
  return [...codes.map((code): Asked => ({ kind: 'warning', code })), { kind: 'acceptance' }];
}

export async function explainStep(
  record: AuditRecord,
  step: Step,
  asked: readonly Asked[],
  { mostTrials = MOST_TRIALS }: ExplainOptions,
): Promise<DecisionExplanation> {
  const { decision, before, events } = step;
  const { body, detail } = decision;
  const question = await questionOf(decision, record.facts);
  const decidesTheSame = isDecidedTheSame(decision, before, question);
  const told = {
    ...pick(decision),
    inputs: shown(body.data),
    occurredAt: (body.occurredAt as unknown as Moment | undefined) ?? null,
    document: shownDocument(question.command.document),
    refusal:
      detail.refusal === undefined ? null : explainedCode(detail.refusal, renderRefusal(detail.refusal)),
    warnings: (detail.warnings ?? []).map((warning) => explainedCode(warning, renderWarning(warning))),
    rules: await rulesOf(decision, record),
    facts: await factsOf(decision, record),
    lostClaims: question.lostClaims.map(({ key }) => key),
    events: events.map((event) => ({
      ...{ version: event.version, type: event.type, data: shown(event.data) },
      ...{ occurredAt: event.occurredAt, recordedAt: event.recordedAt, receipt: event.hash },
    })),
    decidesTheSame,
    otherwise: decidesTheSame
      ? await changesFor(record, step, question, asked, mostTrials)
      : ([] as readonly Otherwise[]),
  };
  return { ...told, sentences: decisionWords(told) };
}

const pick = ({ stream, sequence, commandId, name, now, actor, buildId, hash, outcome }: LedgerDecision) => ({
  ...{ stream, sequence, commandId, command: name, decidedAt: now, actor },
  ...{ build: buildId, receipt: hash, outcome },
});

const explainedCode = (
  { code, parameters }: Pick<ExplainedCode, 'code' | 'parameters'>,
  rendered: { article: string | null; id: string; en: string; nextId: string; nextEn: string },
): ExplainedCode => ({
  ...{ code, parameters, article: rendered.article },
  sentence: { id: rendered.id, en: rendered.en },
  next: { id: rendered.nextId, en: rendered.nextEn },
});

function isDecidedTheSame(
  { stream, outcome, detail }: LedgerDecision,
  state: EntityState<unknown>,
  question: RecordedQuestion,
): boolean {
  const decided = decideAgain(deciderOfStream(stream), state, question);
  if (decided.outcome !== outcome) return false;
  return decided.outcome !== 'refused' || decided.refusal.code === detail.refusal?.code;
}

async function changesFor(
  record: AuditRecord,
  { decision, before }: Step,
  question: RecordedQuestion,
  asked: readonly Asked[],
  mostTrials: number,
): Promise<Otherwise[]> {
  const { stream, detail } = decision;
  const trial = new Trial(deciderOfStream(stream), before, record.facts, decision, mostTrials, record.signal);
  const others = await otherEntries(record, question);
  const policies = detail.policies ?? [];
  const inputs = [
    ...inputsOf(question, { policies, earliest: before.recordedAt, others }),
    ...(detail.refusal === undefined ? [] : standingInputs(question, before.domain, detail.refusal)),
  ];
  const hints = Object.values(detail.refusal?.parameters ?? {});
  const found: Otherwise[] = [];
  for (const one of asked) found.push(await otherwise(trial, inputs, one, hints));
  return found;
}

/** More entries of one register than this are not tried one by one. */
const MOST_ENTRIES = 25;

async function otherEntries(
  record: AuditRecord,
  { facts }: RecordedQuestion,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const keys = facts.map(({ key }) => key).filter((key) => !key.startsWith('policy/'));
  return new Map(
    await Promise.all(
      keys.map(async (key) => {
        const prefix = key.slice(0, key.indexOf('/') + 1);
        return [key, await record.keysUnder(prefix, MOST_ENTRIES)] as const;
      }),
    ),
  );
}
