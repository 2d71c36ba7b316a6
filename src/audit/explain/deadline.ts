/**
 * Why a deadline is due when it is: which decision armed it, which fixed its date by which policy and which
 * calendar, what became of it, and, while it waits, what it will do when it acts.
 */
import type { FireDeadlineData } from '../../domain/decide.ts';
import type { Actor } from '../../domain/decider.ts';
import { deciderOfStream } from '../../domain/deciders.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { type Step, stepsOf } from '../life.ts';
import { deadlineWords } from './deadline-words.ts';
import { type DueDate, dueDateFrom } from './due-date.ts';
import { NothingToExplain } from './nothing-to-explain.ts';
import type { AuditRecord } from './record.ts';
import { rulesOf, type UsedRule } from './rules.ts';
import { Trial } from './trial.ts';
import type { Words } from './words.ts';

export interface DeadlineExplanation {
  readonly stream: string;
  readonly deadlineId: string;
  readonly kind: string;
  readonly subject: string;
  readonly dueAt: Moment;
  readonly state: 'ARMED' | 'FIRED' | 'CANCELLED';
  readonly armedBy: DecisionNamed;
  readonly endedBy: DecisionNamed | null;
  /** Null where no single input of the last decisions moves it: a date that a paper gave, or a fixed rule. */
  readonly due: DueDate | null;
  readonly rules: readonly UsedRule[];
  /** Types of the events it recorded, or would record if it acted on the state of now. */
  readonly acts: readonly string[];
  readonly sentences: readonly Words[];
}

export interface DecisionNamed {
  readonly sequence: number;
  readonly command: string;
  readonly actor: Actor;
  readonly decidedAt: string;
  readonly receipt: string;
}

/** A date fixed longer ago than so many decisions is not traced back. */
const MOST_DECISIONS_BACK = 60;

/** @throws NothingToExplain where the stream or the deadline is not there. */
export async function explainDeadline(
  record: AuditRecord,
  stream: string,
  deadlineId: string,
): Promise<DeadlineExplanation> {
  const life = await record.life(stream);
  if (life === undefined) throw new NothingToExplain(`nothing was recorded under ${stream}`);
  const steps = [...stepsOf(life)];
  const armedAt = steps.findLastIndex((step) => eventOf(step, 'DeadlineArmed', deadlineId) !== undefined);
  const armed = steps[armedAt];
  if (armed === undefined) throw new NothingToExplain(`${stream} has no deadline ${deadlineId}`);
  const { kind, subject, dueAt } = eventOf(armed, 'DeadlineArmed', deadlineId)!
    .data as unknown as FireDeadlineData;
  const ended = steps.slice(armedAt).find((step) => endOf(step, deadlineId) !== undefined);
  const found = await tracedBack(record, steps.slice(0, armedAt + 1), { kind, subject, dueAt });
  const told = {
    ...{ stream, deadlineId, kind, subject, dueAt },
    state: ended === undefined ? ('ARMED' as const) : endOf(ended, deadlineId)!,
    armedBy: named(armed),
    endedBy: ended === undefined ? null : named(ended),
    due: found?.due ?? null,
    rules: found === undefined ? [] : await movingRules(record, found),
    acts: await actsOf(record, steps.at(-1)!, ended, { deadlineId, kind, subject, dueAt }),
  };
  return { ...told, sentences: deadlineWords(told) };
}

const eventOf = (step: Step, type: string, deadlineId: string) =>
  step.events.find(
    (event) => event.type === type && (event.data as { deadlineId?: string }).deadlineId === deadlineId,
  );

function endOf(step: Step, deadlineId: string): 'FIRED' | 'CANCELLED' | undefined {
  if (eventOf(step, 'DeadlineFired', deadlineId) !== undefined) return 'FIRED';
  return eventOf(step, 'DeadlineCancelled', deadlineId) === undefined ? undefined : 'CANCELLED';
}

const named = ({ decision }: Step): DecisionNamed => ({
  ...{ sequence: decision.sequence, command: decision.name, actor: decision.actor },
  ...{ decidedAt: decision.now, receipt: decision.hash },
});

interface Traced {
  readonly step: Step;
  readonly due: DueDate;
}

async function tracedBack(
  record: AuditRecord,
  steps: readonly Step[],
  due: Pick<FireDeadlineData, 'kind' | 'subject' | 'dueAt'>,
): Promise<Traced | undefined> {
  const recent = steps.slice(-MOST_DECISIONS_BACK).filter(({ events }) => events.length > 0);
  for (const step of recent.reverse()) {
    const found = await dueDateFrom(record, step, due);
    if (found !== undefined) return { step, due: found };
  }
  return undefined;
}

async function movingRules(record: AuditRecord, { step, due }: Traced): Promise<UsedRule[]> {
  const names = new Set(due.movedBy.flatMap(({ input }) => (input.kind === 'policy' ? [input.policy] : [])));
  return (await rulesOf(step.decision, record)).filter(({ policy }) => names.has(policy));
}

const BOOKKEEPING: ReadonlySet<string> = new Set(['DeadlineArmed', 'DeadlineCancelled', 'DeadlineFired']);

async function actsOf(
  record: AuditRecord,
  last: Step,
  ended: Step | undefined,
  due: FireDeadlineData,
): Promise<string[]> {
  const types = (events: readonly { type: string }[]): string[] =>
    events.map(({ type }) => type).filter((type) => !BOOKKEEPING.has(type));
  if (ended !== undefined) return ended.decision.name === 'fire-deadline' ? types(ended.events) : [];
  const decider = deciderOfStream(last.decision.stream);
  const trial = new Trial(decider, last.after, record.facts, last.decision, 50, record.signal);
  const decided = await trial.fire(due);
  return decided.outcome === 'accepted' ? types(decided.events) : [];
}
