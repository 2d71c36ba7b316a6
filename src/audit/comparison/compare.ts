/**
 * Three accounts of a life laid side by side, command by command: the ledger, the archived histories of the runs
 * that decided, and the rules, of each decision's own build and of today. Whatever differs is named.
 */
import type pg from 'pg';
import type { LedgerDecision } from '../../ledger/decisions.ts';
import type { LedgerEvent } from '../../ledger/events.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { canonicalText } from '../../ledger/record-decision.ts';
import { createFactHistory, type FactHistory } from '../fact-history.ts';
import { readHistory } from '../history/read-history.ts';
import { HistoryUnreadable } from '../history/run-history.ts';
import { type RunRow, readRuns } from '../history/run-rows.ts';
import { type NamedHistory, type Place, type Witnessed, witnessedBy } from '../history/witnessed.ts';
import { questionBehind } from '../life.ts';
import { evidenceFindings } from '../replay/evidence.ts';
import { type FoundRules, type Rules, TODAYS_RULES } from '../rules/rules.ts';
import { rulesOfBuild } from '../rules/rules-of-build.ts';
import { compareStates, type StateCheck } from '../states/states-from-histories.ts';
import { beyondLedger } from './beyond-ledger.ts';
import { type Finding, finding, findingAbout } from './finding.ts';
import { type HistorySide, historySide, type Recorded } from './history-side.ts';
import { openFolds, type RulesFolds } from './rules-folds.ts';
import { decideByRules, type LookUps, type Verdict } from './rules-side.ts';
import { rulesFindings } from './rules-words.ts';
import { both, say } from './say.ts';
import {
  CONTRADICTS,
  EVENT_BEYOND,
  FACT_AT,
  FACT_NOT_SET,
  FAULT,
  HISTORY_UNREADABLE,
  OF_ANOTHER_STREAM,
  PACK_CHANGED,
  STATE_FROM,
  STATES_DIFFER,
} from './whole-words.ts';

export interface ComparedCommand {
  /** Null where the ledger has no such decision. */
  readonly sequence: number | null;
  readonly commandId: string;
  readonly name: string;
  readonly buildId: string | null;
  readonly runId: string | null;
  /** Outcome in each account; null where an account has none. */
  readonly ledger: LedgerDecision['outcome'] | null;
  readonly history: HistorySide['outcome'];
  readonly historyStanding: HistorySide['standing'] | 'witnessed';
  readonly place: Place | null;
  readonly ownRules: Verdict['says'];
  readonly todaysRules: Verdict['says'];
  /** True where no account differs from another; what is shown beside may still stand in `findings`. */
  readonly matches: boolean;
  readonly findings: readonly Finding[];
}

export interface Comparison {
  readonly stream: string;
  readonly todaysBuild: string;
  readonly commands: readonly ComparedCommand[];
  /** About the stream as a whole: evidence, contradictions, states. */
  readonly findings: readonly Finding[];
  readonly states: readonly StateCheck[];
  /** Findings of weight `difference`, in commands and in the whole. */
  readonly differences: number;
  /** Commands that today's law would decide otherwise. */
  readonly rulesChanged: number;
}

export interface ComparisonNeeds {
  readonly pool: pg.Pool;
  readonly ledger: Ledger;
  /** The build that runs now. */
  readonly buildId: string;
  /** By default those of the source. */
  readonly today?: Rules;
  readonly facts?: FactHistory;
}

/** @returns undefined where there is no such stream. */
export async function compareStream(needs: ComparisonNeeds, stream: string): Promise<Comparison | undefined> {
  const { pool, ledger, buildId: todaysBuild, today = TODAYS_RULES } = needs;
  const head = await ledger.readHead(stream);
  if (head === undefined) return undefined;
  const facts = needs.facts ?? createFactHistory(pool);
  // Runs first: what a history tells of has been recorded before it was archived.
  const rows = await readRuns(pool, stream);
  const decisions = await ledger.readDecisions(stream);
  const events = await ledger.readStream(stream);
  const { histories, findings } = readAll(rows);
  const witnessed = witnessedBy(histories, canonicalText);
  const asked = new Map<string, FoundRules>();
  const rulesOf = async (buildId: string): Promise<FoundRules> => {
    if (buildId === todaysBuild) return { rules: today };
    const rules = asked.get(buildId) ?? (await rulesOfBuild(pool, buildId));
    asked.set(buildId, rules);
    return rules;
  };
  const lookUps: LookUps = { facts, holderOf: (key) => ledger.holderOf(head.world, key) };
  const folds = openFolds(stream, events);
  const runs = new Map(rows.map((row) => [row.runId, row]));

  const commands: ComparedCommand[] = [];
  for (const decision of decisions) {
    const recorded = { decision, events: eventsOf(decision, events) };
    const history = historySide(recorded, witnessed, runs);
    const rules = await rulesSide(
      recorded,
      folds,
      lookUps,
      await rulesOf(decision.buildId),
      today,
      todaysBuild,
    );
    const found = [...history.findings, ...rules.findings];
    commands.push({
      ...{ sequence: decision.sequence, commandId: decision.commandId, name: decision.name },
      ...{ buildId: decision.buildId, runId: decision.runId ?? null, ledger: decision.outcome },
      ...{ history: history.outcome, historyStanding: history.standing, place: history.place },
      ...{ ownRules: rules.own, todaysRules: rules.today },
      matches: found.every(({ weight }) => weight === 'shown'),
      findings: found,
    });
  }
  commands.push(...beyondLedger(stream, decisions, witnessed));
  const states = await compareStates(stream, histories, events, async ({ runId, history }) => {
    const { rules } = await rulesOf(history.builds.at(-1) ?? runs.get(runId)?.buildId ?? '');
    return rules;
  });
  const whole = [...findings, ...packFindings(asked), ...wholeFindings(stream, events, witnessed, states)];
  const all = [...whole, ...commands.flatMap((command) => command.findings)];
  return {
    ...{ stream, todaysBuild, commands, findings: whole, states },
    differences: all.filter(({ weight }) => weight === 'difference').length,
    rulesChanged: all.filter(({ type }) => type === 'RULE_CHANGED').length,
  };
}

const eventsOf = ({ firstVersion, lastVersion = 0 }: LedgerDecision, events: readonly LedgerEvent[]) =>
  firstVersion === undefined
    ? []
    : events.filter(({ version }) => version >= firstVersion && version <= lastVersion);

function readAll(rows: readonly RunRow[]): { histories: NamedHistory[]; findings: Finding[] } {
  const histories: NamedHistory[] = [];
  const findings: Finding[] = [];
  for (const row of rows) {
    const { stream, runId } = row;
    findings.push(...evidenceFindings(row).map((words) => finding('EVIDENCE_CHANGED', words)));
    if (row.history === null) continue;
    try {
      const history = readHistory(row.history);
      if (history.stream === stream) histories.push({ runId, history });
      else findings.push(finding('EVIDENCE_CHANGED', OF_ANOTHER_STREAM, { runId, stream }));
    } catch (error) {
      if (!(error instanceof HistoryUnreadable)) throw error;
      const why = error.message;
      findings.push(finding('EVIDENCE_CHANGED', HISTORY_UNREADABLE, { runId, stream, why }));
    }
  }
  return { histories, findings };
}

/** A pack that was not kept is told at each decision; one that was kept and is not the sealed one, also once here. */
function packFindings(asked: ReadonlyMap<string, FoundRules>): Finding[] {
  return [...asked].flatMap(([buildId, found]) =>
    found.rules !== undefined || found.why === 'not kept'
      ? []
      : [finding('EVIDENCE_CHANGED', PACK_CHANGED[found.why], { buildId })],
  );
}

async function rulesSide(
  recorded: Recorded,
  folds: RulesFolds,
  lookUps: LookUps,
  own: FoundRules,
  today: Rules,
  todaysBuild: string,
): Promise<{ own: Verdict['says']; today: Verdict['says']; findings: Finding[] }> {
  const { decision } = recorded;
  const undecided = (found: Finding) => {
    const says: Verdict['says'] = 'unknown';
    return { own: says, today: says, findings: [found] };
  };
  if (decision.outcome === 'fault') return undecided(findingAbout(decision, 'NOT_DECIDED_AGAIN', FAULT));
  const { question, unset } = await questionBehind(decision, lookUps.facts);
  if (unset.length > 0) {
    const facts = both(unset.map(({ key, version }) => say(FACT_AT, { key, version })));
    return undecided(findingAbout(decision, 'FACT_NOT_SET', FACT_NOT_SET, { facts }));
  }
  const before = (decision.firstVersion ?? folds.versionBefore(decision) + 1) - 1;
  folds.met(decision);
  const verdictOf = async (rules: Rules): Promise<Verdict> => {
    const met = folds.stateAt(rules, before);
    if ('broken' in met) return { says: 'nothing', words: met.broken };
    return decideByRules(rules, met.state, recorded, question, lookUps);
  };
  const todays = await verdictOf(today);
  const owns: Verdict =
    own.rules === undefined
      ? { says: 'unknown', why: own.why }
      : own.rules === today
        ? todays
        : await verdictOf(own.rules);
  return { own: owns.says, today: todays.says, findings: rulesFindings(decision, owns, todays, todaysBuild) };
}

function wholeFindings(
  stream: string,
  events: readonly LedgerEvent[],
  { events: told, contradictions }: Witnessed,
  states: readonly StateCheck[],
): Finding[] {
  const head = events.at(-1)?.version ?? 0;
  const beyond = [...told.values()].filter(({ event }) => event.version > head);
  return [
    ...beyond.map(({ event: { version, type }, place }) =>
      finding('MISSING_IN_LEDGER', EVENT_BEYOND, { version, stream, type, head, ...place }),
    ),
    ...contradictions.map(({ version, first, second }) =>
      finding('HISTORY_CONTRADICTS', CONTRADICTS, {
        ...{ version, stream, firstAt: first.at, firstRun: first.runId },
        ...{ secondAt: second.at, secondRun: second.runId },
      }),
    ),
    ...states
      .filter(({ same }) => !same)
      .map(({ runId, version, from }) =>
        finding('STATES_DIFFER', STATES_DIFFER, { stream, version, runId, from: STATE_FROM[from] }),
      ),
  ];
}
