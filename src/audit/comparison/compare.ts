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
import { evidenceFindings } from '../replay/evidence.ts';
import { type Rules, TODAYS_RULES } from '../rules/rules.ts';
import { rulesOfBuild } from '../rules/rules-of-build.ts';
import { compareStates, type StateCheck } from '../states/states-from-histories.ts';
import { beyondLedger } from './beyond-ledger.ts';
import { type Finding, finding, named } from './finding.ts';
import { type HistorySide, historySide, type Recorded } from './history-side.ts';
import { openFolds, type RulesFolds } from './rules-folds.ts';
import { decideByRules, type LookUps, questionBehind, type Verdict } from './rules-side.ts';
import { rulesFindings } from './rules-words.ts';

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
  const rulesOf = async (buildId: string): Promise<Rules | undefined> =>
    buildId === todaysBuild ? today : rulesOfBuild(pool, buildId);
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
  const states = await compareStates(stream, histories, events, ({ runId, history }) =>
    rulesOf(history.builds.at(-1) ?? runs.get(runId)?.buildId ?? ''),
  );
  const whole = [...findings, ...wholeFindings(stream, events, witnessed, states)];
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
    findings.push(...evidenceFindings(row).map((sentence) => finding('EVIDENCE_CHANGED', sentence)));
    if (row.history === null) continue;
    try {
      const history = readHistory(row.history);
      if (history.stream === row.stream) histories.push({ runId: row.runId, history });
      else {
        const sentence = `The archived history of run ${row.runId} of ${row.stream} is that of another stream.`;
        findings.push(finding('EVIDENCE_CHANGED', sentence));
      }
    } catch (error) {
      if (!(error instanceof HistoryUnreadable)) throw error;
      const sentence = `The archived history of run ${row.runId} of ${row.stream} cannot be read: ${error.message}.`;
      findings.push(finding('EVIDENCE_CHANGED', sentence));
    }
  }
  return { histories, findings };
}

async function rulesSide(
  recorded: Recorded,
  folds: RulesFolds,
  lookUps: LookUps,
  own: Rules | undefined,
  today: Rules,
  todaysBuild: string,
): Promise<{ own: Verdict['says']; today: Verdict['says']; findings: Finding[] }> {
  const { decision } = recorded;
  if (decision.outcome === 'fault') {
    const sentence = `${named(decision)} met a fault of the product and is not decided again.`;
    return { own: 'unknown', today: 'unknown', findings: [finding('NOT_DECIDED_AGAIN', sentence)] };
  }
  const { question, unset } = await questionBehind(decision, lookUps.facts);
  if (unset.length > 0) {
    const sentence = `${named(decision)} rested on ${unset.join(', ')}, which no decision of a register ever set.`;
    return { own: 'unknown', today: 'unknown', findings: [finding('FACT_NOT_SET', sentence)] };
  }
  const before = (decision.firstVersion ?? folds.versionBefore(decision) + 1) - 1;
  folds.met(decision);
  const verdictOf = async (rules: Rules): Promise<Verdict> => {
    const state = folds.stateAt(rules, before);
    if (typeof state === 'string') return { says: 'nothing', words: state };
    return decideByRules(rules, state, recorded, question, lookUps);
  };
  const todays = await verdictOf(today);
  const owns: Verdict =
    own === undefined ? { says: 'unknown' } : own === today ? todays : await verdictOf(own);
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
    ...beyond.map(({ event, place }) =>
      finding(
        'MISSING_IN_LEDGER',
        `Event ${event.version} of ${stream} (${event.type}) stands in event ${place.at} of the history of run ` +
          `${place.runId}; the ledger ends at ${head}.`,
      ),
    ),
    ...contradictions.map(({ version, first, second }) =>
      finding(
        'HISTORY_CONTRADICTS',
        `Event ${version} of ${stream} is told in two ways: in event ${first.at} of the history of run ` +
          `${first.runId}, and in event ${second.at} of that of run ${second.runId}.`,
      ),
    ),
    ...states
      .filter(({ same }) => !same)
      .map(({ runId, version, from }) =>
        finding(
          'STATES_DIFFER',
          `The state of ${stream} after event ${version}, as run ${runId} has it (${from}), is not the one that ` +
            'the events of the ledger give.',
        ),
      ),
  ];
}
