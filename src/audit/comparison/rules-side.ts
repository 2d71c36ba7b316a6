/** A decision of the ledger beside what rules say of it: those of its own build, and today's. */
import type { DecidedAgain, RecordedQuestion } from '../../domain/decide-again.ts';
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
  | {
      readonly says: 'the same';
      readonly restedOnClaim?: LostClaim;
      /** Facts that the rules wanted and the decision does not name. */
      readonly askedBeside: readonly string[];
    }
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

/** What deciding again may look up beside the decision itself. */
export interface LookUps {
  readonly facts: FactHistory;
  /** Who holds an exclusive claim now: most are never given back. */
  holderOf(key: string): Promise<string | undefined>;
}

export async function decideByRules(
  rules: Rules,
  state: RulesState,
  { decision, events }: Recorded,
  question: RecordedQuestion,
  lookUps: LookUps,
): Promise<Verdict> {
  const written = answerOfLedger(decision, events);
  const ask = askerOf(rules, decision, state, lookUps);
  const { decided, asked } = await ask(question);
  const answer = answerOfRules(decided, decision.commandId);
  const parts = differingParts(written, answer);
  if (parts.length === 0) return { says: 'the same', askedBeside: asked };
  const claim = await claimBehind(decision, decided, lookUps, async (lost) => {
    const again = await ask({ ...question, lostClaims: [lost] });
    return differingParts(written, answerOfRules(again.decided, decision.commandId)).length === 0;
  });
  if (claim !== undefined) return { says: 'the same', askedBeside: [], restedOnClaim: claim };
  const words = wordsOf(written, answer, parts, asked);
  return { says: 'otherwise', parts, answer, words, askedBeside: asked };
}

type Ask = (
  question: RecordedQuestion,
) => Promise<{ readonly decided: DecidedAgain; readonly asked: readonly string[] }>;

/** Other rules may ask for facts that the decision did not rest on: they get them as they stood at its commit. */
function askerOf(
  rules: Rules,
  { stream, committedAt }: LedgerDecision,
  state: RulesState,
  { facts }: LookUps,
): Ask {
  return async (question) => {
    const asked: string[] = [];
    let given = question;
    for (let round = 0; ; round += 1) {
      const decided = rules.decide(stream, state, given);
      if (decided.outcome !== 'needs' || round === ROUNDS_MAX) return { decided, asked };
      const more = await Promise.all(decided.facts.map((key) => facts.before(key, committedAt)));
      asked.push(...decided.facts);
      given = { ...given, facts: [...given.facts, ...more] };
    }
  };
}

/**
 * A refusal from before decisions recorded the claims they lost: if the rules accept it, but refuse it in the
 * recorded words once one of the claims it takes is lost, then that claim is what it rested on. Its holder is
 * whoever holds it now, or whom the refusal's own parameters name.
 */
async function claimBehind(
  { outcome, detail }: LedgerDecision,
  decided: DecidedAgain,
  { holderOf }: LookUps,
  restsOn: (lost: LostClaim) => Promise<boolean>,
): Promise<LostClaim | undefined> {
  if (outcome !== 'refused' || detail.lostClaims !== undefined || decided.outcome !== 'accepted')
    return undefined;
  const named = Object.values(detail.refusal?.parameters ?? {}).map(String);
  for (const claim of decided.claims) {
    if (claim.kind === 'release') continue;
    const { key } = claim;
    const tries: LostClaim[] =
      claim.kind === 'take-place'
        ? [{ key }]
        : [await holderOf(key), ...named].flatMap((holder) =>
            holder === undefined ? [] : [{ key, holder }],
          );
    for (const lost of tries) if (await restsOn(lost)) return lost;
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
