/** A decision of the ledger beside what rules say of it: those of its own build, and today's. */
import type { RecordedQuestion } from '../../domain/decide-again.ts';
import type { LostClaim } from '../../domain/decider.ts';
import type { LedgerDecision } from '../../ledger/decisions.ts';
import type { FactHistory } from '../fact-history.ts';
import type { Rules, RulesState } from '../rules/rules.ts';
import {
  type Answer,
  type AnswerPart,
  answerOfLedger,
  answerOfRules,
  differingParts,
  firstDifferentEvent,
} from './answer.ts';
import type { Recorded } from './history-side.ts';

export type Verdict =
  | { readonly says: 'the same'; readonly restedOnClaim?: LostClaim }
  | {
      readonly says: 'otherwise';
      readonly parts: readonly AnswerPart[];
      readonly answer: Answer;
      /** What differs, in words, to follow on a semicolon. */
      readonly words: string;
      /** Facts that the rules wanted and the decision did not rest on. */
      readonly askedBeside: readonly string[];
    }
  /** The state before it cannot be had by these rules: an event is missing, or they cannot fold it. */
  | { readonly says: 'nothing'; readonly words: string }
  /** The rules were not kept. */
  | { readonly says: 'unknown' };

/** More facts than any decision asks for one after another. */
const ROUNDS_MAX = 25;

export async function decideByRules(
  rules: Rules,
  state: RulesState,
  recorded: Recorded,
  question: RecordedQuestion,
  facts: FactHistory,
): Promise<Verdict> {
  const { decision, events } = recorded;
  const { stream } = decision;
  const written = answerOfLedger(decision, events);
  const { answer, asked } = await askAll(rules, stream, state, question, facts, decision.committedAt);
  if (differingParts(written, answer).length === 0) return { says: 'the same' };
  const claim =
    decision.detail.lostClaims === undefined ? claimBehind(rules, state, recorded, question) : undefined;
  if (claim !== undefined) return { says: 'the same', restedOnClaim: claim };
  const parts = differingParts(written, answer);
  return {
    ...{ says: 'otherwise', parts, answer },
    askedBeside: asked,
    words: wordsOf(written, answer, parts, asked),
  };
}

/** Other rules may ask for facts that the decision did not rest on: they get them as they stood at its commit. */
async function askAll(
  rules: Rules,
  stream: string,
  state: RulesState,
  question: RecordedQuestion,
  facts: FactHistory,
  committedAt: string,
): Promise<{ answer: Answer; asked: readonly string[] }> {
  const asked: string[] = [];
  let given = question;
  for (let round = 0; ; round += 1) {
    const decided = rules.decide(stream, state, given);
    if (decided.outcome !== 'needs' || round === ROUNDS_MAX)
      return { answer: answerOfRules(decided, question.command.commandId), asked };
    const more = await Promise.all(decided.facts.map((key) => facts.before(key, committedAt)));
    asked.push(...decided.facts);
    given = { ...given, facts: [...given.facts, ...more] };
  }
}

/**
 * A refusal from before decisions recorded the claims they lost: if the rules accept it, but refuse it in the
 * recorded words once one of the claims it takes is lost, then that claim is what it rested on. Who held the
 * claim then is in the refusal's own parameters where the rules say it at all.
 */
function claimBehind(
  rules: Rules,
  state: RulesState,
  { decision, events }: Recorded,
  question: RecordedQuestion,
): LostClaim | undefined {
  if (decision.outcome !== 'refused') return undefined;
  const accepted = rules.decide(decision.stream, state, question);
  if (accepted.outcome !== 'accepted') return undefined;
  const holders = Object.values(decision.detail.refusal?.parameters ?? {}).map(String);
  const written = answerOfLedger(decision, events);
  for (const claim of accepted.claims) {
    if (claim.kind === 'release') continue;
    for (const holder of claim.kind === 'take' ? [...holders, 'another'] : [undefined]) {
      const lost: LostClaim = holder === undefined ? { key: claim.key } : { key: claim.key, holder };
      const again = rules.decide(decision.stream, state, { ...question, lostClaims: [lost] });
      if (differingParts(written, answerOfRules(again, decision.commandId)).length === 0) return lost;
    }
  }
  return undefined;
}

function wordsOf(
  written: Answer,
  answer: Answer,
  parts: readonly AnswerPart[],
  asked: readonly string[],
): string {
  const beside = asked.length === 0 ? '' : ` (they also look at ${asked.join(', ')})`;
  if (parts.includes('outcome'))
    return `${outcomeWords(written)}, the rules say ${outcomeWords(answer)}${beside}`;
  const event = firstDifferentEvent(written, answer);
  if (event !== undefined) {
    const [here, there] = [event.one ?? 'nothing', event.other ?? 'nothing'];
    const what = here === there ? `${here} with other content` : `${there} in the place of ${here}`;
    return `of its events, the ${ordinal(event.place)} would be ${what}${beside}`;
  }
  return `its ${parts.join(' and ')} would be other${beside}`;
}

const outcomeWords = ({ outcome, refusal }: Answer): string => {
  const code = refusal === '' ? undefined : (JSON.parse(refusal) as { code?: string }).code;
  return code === undefined ? outcome : `${outcome} (${code})`;
};

const ordinal = (place: number): string =>
  place === 1 ? 'first' : place === 2 ? 'second' : place === 3 ? 'third' : `${place}th`;

/** The facts a decision rested on, re-read; or those that no decision ever set at the recorded version. */
export async function questionBehind(
  decision: LedgerDecision,
  facts: FactHistory,
): Promise<{ readonly question: RecordedQuestion; readonly unset: readonly string[] }> {
  const { body, commandId, actor, now, detail } = decision;
  const found = await Promise.all(
    decision.facts.map(async ({ key, version }) => ({ key, version, fact: await facts.at(key, version) })),
  );
  const { name, ...rest } = body;
  const command = { commandId, name, actor, ...rest } as unknown as RecordedQuestion['command'];
  return {
    question: {
      ...{ command, now, lostClaims: detail.lostClaims ?? [] },
      facts: found.flatMap(({ fact }) => (fact === undefined ? [] : [fact])),
    },
    unset: found.flatMap(({ key, version, fact }) =>
      fact === undefined ? [`${key} at version ${version}`] : [],
    ),
  };
}
