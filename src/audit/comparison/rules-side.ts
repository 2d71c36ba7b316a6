/** A decision of the ledger beside what rules say of it: those of its own build, and today's. */
import type { DecidedAgain, RecordedQuestion } from '../../domain/decide-again.ts';
import type { LostClaim } from '../../domain/decider.ts';
import type { LedgerDecision } from '../../ledger/decisions.ts';
import type { Words } from '../explain/words.ts';
import type { FactHistory } from '../fact-history.ts';
import { NO_CLOCK } from '../rules/open-rules.ts';
import type { Rules, RulesAbsence, RulesState } from '../rules/rules.ts';
import {
  type Answer,
  type AnswerPart,
  answerOfLedger,
  answerOfRules,
  differingParts,
  firstDifferentEvent,
} from './answer.ts';
import type { Recorded } from './history-side.ts';
import { both, say } from './say.ts';

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
      readonly words: Words;
      /** Facts that the rules wanted and the decision did not rest on. */
      readonly askedBeside: readonly string[];
    }
  /** These rules give no answer: an event before it is missing, they cannot fold one, or they break off. */
  | { readonly says: 'nothing'; readonly words: Words }
  /** The rules cannot be asked; without a `why`, the decision cannot be put to any. */
  | { readonly says: 'unknown'; readonly why?: RulesAbsence };

/** More facts than any decision asks for one after another. */
const ROUNDS_MAX = 25;

/** What deciding again may look up beside the decision itself. */
export interface LookUps {
  readonly facts: FactHistory;
  /** Who holds an exclusive claim now: most are never given back. */
  holderOf(key: string): Promise<string | undefined>;
}

export async function decideByRules(...asked: Parameters<typeof verdictOf>): Promise<Verdict> {
  try {
    return await verdictOf(...asked);
  } catch (error) {
    if (!(error instanceof BrokenOff)) throw error;
    return { says: 'nothing', words: error.words };
  }
}

async function verdictOf(
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

/** A pack is code of another day: that it breaks off is its answer. What it threw may quote the record, and stays. */
class BrokenOff extends Error {
  override readonly name = 'BrokenOff';
  constructor(readonly words: Words) {
    super(words.en);
  }
}

function decideOnce(
  rules: Rules,
  stream: string,
  state: RulesState,
  question: RecordedQuestion,
): DecidedAgain {
  try {
    return rules.decide(stream, state, question);
  } catch (error) {
    const { message = '' } = error as { message?: unknown };
    throw new BrokenOff(message === NO_CLOCK ? READ_CLOCK : BROKE_OFF);
  }
}

const READ_CLOCK: Words = {
  id: 'aturan itu melihat jam atau bergantung pada kebetulan',
  en: 'the rules look at a clock or leave it to chance',
};
const BROKE_OFF: Words = {
  id: 'aturan itu berhenti di tengah tanpa jawaban',
  en: 'the rules break off in the middle without an answer',
};

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
      const decided = decideOnce(rules, stream, state, given);
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
): Words {
  const beside: Words =
    asked.length === 0 ? { id: '', en: '' } : say(ASKED_BESIDE, { asked: asked.join(', ') });
  const event = firstDifferentEvent(written, answer);
  if (parts.includes('outcome')) {
    const [here, there] = [outcomeWords(written), outcomeWords(answer)];
    return say(OTHER_OUTCOME, { here, there, beside });
  }
  if (event === undefined) return say(OTHER_PARTS, { parts: both(parts.map((part) => PARTS[part])), beside });
  const { place, one, other } = event;
  if (one === other) return say(OTHER_CONTENT, { place, type: one ?? '', beside });
  return say(OTHER_EVENT, { place, here: one ?? NOTHING, there: other ?? NOTHING, beside });
}

const ASKED_BESIDE: Words = { id: ' (aturan itu juga melihat {asked})', en: ' (they also look at {asked})' };
const OTHER_OUTCOME: Words = {
  id: 'tercatat {here}, menurut aturan itu {there}{beside}',
  en: 'recorded is {here}, the rules say {there}{beside}',
};
const OTHER_PARTS: Words = { id: '{parts} akan lain{beside}', en: '{parts} would be other{beside}' };
const OTHER_CONTENT: Words = {
  id: 'peristiwanya yang ke-{place} ({type}) akan berisi lain{beside}',
  en: 'its event number {place} ({type}) would have other content{beside}',
};
const OTHER_EVENT: Words = {
  id: 'peristiwanya yang ke-{place} akan berupa {there}, bukan {here}{beside}',
  en: 'its event number {place} would be {there} and not {here}{beside}',
};
const NOTHING: Words = { id: 'tidak ada', en: 'none' };

const PARTS: { readonly [part in AnswerPart]: Words } = {
  outcome: { id: 'hasilnya', en: 'its outcome' },
  refusal: { id: 'alasan penolakannya', en: 'its reason for refusing' },
  events: { id: 'peristiwanya', en: 'its events' },
  warnings: { id: 'peringatannya', en: 'its warnings' },
  policies: { id: 'kebijakan yang dipakainya', en: 'the policies it used' },
  claims: { id: 'kunci unik yang diambil atau dilepasnya', en: 'the claims it takes or gives back' },
  messages: { id: 'pesannya kepada pihak lain', en: 'its messages to others' },
  facts: { id: 'fakta yang ditetapkannya', en: 'the facts it sets' },
};

const outcomeWords = ({ outcome, refusal }: Answer): string => {
  const code = refusal === '' ? undefined : (JSON.parse(refusal) as { code?: string }).code;
  return code === undefined ? outcome : `${outcome} (${code})`;
};
