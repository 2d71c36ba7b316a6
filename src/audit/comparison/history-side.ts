/** A decision of the ledger beside what the archived histories witnessed of it. */
import { registerDecider } from '../../domain/registers/register-decider.ts';
import type { LedgerDecision } from '../../ledger/decisions.ts';
import type { LedgerEvent } from '../../ledger/events.ts';
import { canonicalText } from '../../ledger/record-decision.ts';
import { sheetOfCommand } from '../../sheets/line-command-id.ts';
import type { Words } from '../explain/words.ts';
import type { RunRow } from '../history/run-rows.ts';
import type { Place, Witnessed, WitnessedCommand, WitnessedOutcome } from '../history/witnessed.ts';
import { eventText } from './answer.ts';
import { type Finding, finding, findingAbout } from './finding.ts';
import {
  COMMAND_DIFFERS,
  EVENT_GONE,
  EVENT_GONE_BUT_TOLD,
  EVENT_OF_OTHER_TYPE,
  EVENT_OTHERWISE,
  FOUND_BEHIND,
  HEALED,
  LOADED,
  LOST,
  MISSING,
  NO_RUN,
  NO_SUCH_RUN,
  NOT_IN_HISTORY,
  NOT_WITNESSED,
  OF_REGISTER,
  OF_SHEET,
  OTHER_ASKED_AGAIN,
  OTHER_DETAIL,
  OTHER_OUTCOME,
  OTHER_RANGE,
  OUTCOME_DIFFERS,
  REMOVED,
  REQUEST_HASH,
  RUN_DIFFERS,
  SAME_ASKED_AGAIN,
  WAITING,
  WHAT_WAS_ASKED,
  WHO_ASKED,
} from './history-words.ts';
import { both, say } from './say.ts';

export interface HistorySide {
  /** How the histories stand to this decision. */
  readonly standing:
    | 'witnessed'
    | 'healed'
    | 'none by design'
    | 'not witnessed'
    | 'waiting'
    | 'lost'
    | 'missing'
    /** A history tells that another run recorded it than the ledger names. */
    | 'of another run';
  readonly outcome: WitnessedOutcome['outcome'] | null;
  readonly place: Place | null;
  readonly findings: readonly Finding[];
}

export interface Recorded {
  readonly decision: LedgerDecision;
  /** Those of its versions that the ledger has. */
  readonly events: readonly LedgerEvent[];
}

export function historySide(
  { decision, events }: Recorded,
  witnessed: Witnessed,
  runs: ReadonlyMap<string, RunRow>,
): HistorySide {
  const outcome = witnessed.outcomes.get(decision.commandId) ?? namelessFault(decision, witnessed);
  const findings = [...eventFindings(decision, events, witnessed)];
  const command = witnessed.commands.get(decision.commandId);
  if (command !== undefined) findings.push(...commandFindings(decision, command));
  if (outcome !== undefined) findings.push(...outcomeFindings(decision, outcome));
  const side = standingOf(decision, outcome, witnessed, runs);
  return {
    standing: side.standing,
    outcome: outcome?.outcome ?? null,
    place: outcome?.place ?? side.place ?? null,
    findings: [...findings, ...(side.finding === undefined ? [] : [side.finding])],
  };
}

interface Standing {
  readonly standing: HistorySide['standing'];
  readonly place?: Place;
  readonly finding?: Finding;
}

function standingOf(
  decision: LedgerDecision,
  outcome: WitnessedOutcome | undefined,
  witnessed: Witnessed,
  runs: ReadonlyMap<string, RunRow>,
): Standing {
  const { runId, lastVersion = 0 } = decision;
  const healed = (place: Place, how: Words): Standing => ({
    standing: 'healed',
    place,
    finding: findingAbout(decision, 'HEALED', HEALED, { how: say(how, { other: place.runId }) }),
  });
  if (outcome?.telling === 'recorded') {
    const { place } = outcome;
    if (place.runId === runId) return { standing: 'witnessed' };
    const values = { at: place.at, other: place.runId, named: runId ?? NO_RUN };
    const found = findingAbout(decision, 'RUN_DIFFERS', RUN_DIFFERS, values);
    return { standing: 'of another run', place, finding: found };
  }
  if (runId === undefined) return withoutRun(decision);
  // Only a history that is there can show that its run never heard of the decision.
  const row = runs.get(runId);
  if (row?.standing !== 'archived') return { ...withoutHistory(decision, runId, row), ...placeOf(outcome) };
  if (outcome !== undefined)
    return healed(outcome.place, outcome.place.runId === runId ? SAME_ASKED_AGAIN : OTHER_ASKED_AGAIN);
  const last = witnessed.events.get(lastVersion);
  if (last !== undefined) return healed(last.place, FOUND_BEHIND);
  const { loadedUpTo } = witnessed;
  if (lastVersion > 0 && loadedUpTo !== undefined && loadedUpTo.version >= lastVersion)
    return healed(loadedUpTo.place, LOADED);
  return missing(decision, runId, NOT_IN_HISTORY);
}

const placeOf = (outcome: WitnessedOutcome | undefined) =>
  outcome === undefined ? {} : { place: outcome.place };

const missing = (decision: LedgerDecision, runId: string, why: Words): Standing => ({
  standing: 'missing',
  finding: findingAbout(decision, 'MISSING_IN_HISTORY', MISSING, { runId, why }),
});

function withoutHistory(decision: LedgerDecision, runId: string, row: RunRow | undefined): Standing {
  switch (row?.standing) {
    case 'waiting':
      return { standing: 'waiting', finding: findingAbout(decision, 'HISTORY_WAITING', WAITING, { runId }) };
    case 'lost': {
      const values = { runId, lostOn: row.lostAt ?? '' };
      return { standing: 'lost', finding: findingAbout(decision, 'HISTORY_LOST', LOST, values) };
    }
    case 'removed':
      return missing(decision, runId, REMOVED);
    default:
      return missing(decision, runId, NO_SUCH_RUN);
  }
}

/**
 * Registers are decided without a workflow, and in the product nothing but sheets goes through the bulk door: of
 * any other decision a run's name is due.
 */
function withoutRun(decision: LedgerDecision): Standing {
  const standing = 'none by design';
  if (decision.stream.startsWith(`${registerDecider.kind}/`))
    return { standing, finding: findingAbout(decision, 'NO_HISTORY_BY_DESIGN', OF_REGISTER) };
  const sheet = sheetOfCommand(decision.commandId);
  if (sheet !== undefined)
    return { standing, finding: findingAbout(decision, 'NO_HISTORY_BY_DESIGN', OF_SHEET, { sheet }) };
  return { standing: 'not witnessed', finding: findingAbout(decision, 'NOT_WITNESSED', NOT_WITNESSED) };
}

/** A firing that met a bug makes no events and answers nobody: the history tells of it without its name. */
function namelessFault(decision: LedgerDecision, { nameless }: Witnessed): WitnessedOutcome | undefined {
  if (decision.outcome !== 'fault' || decision.name !== 'fire-deadline') return undefined;
  return nameless.find(
    ({ place, outcome, detail }) =>
      (decision.runId === undefined || place.runId === decision.runId) &&
      outcome === 'fault' &&
      canonicalText(detail) === canonicalText(decision.detail),
  );
}

function commandFindings(decision: LedgerDecision, { envelope, place }: WitnessedCommand): Finding[] {
  const { name, data, document, occurredAt, actor } = envelope.command;
  const sent = {
    ...{ name, data },
    ...(document === undefined ? {} : { document }),
    ...(occurredAt === undefined ? {} : { occurredAt }),
  };
  const parts = [
    ...(canonicalText(sent) === canonicalText(decision.body) ? [] : [WHAT_WAS_ASKED]),
    ...(canonicalText(actor) === canonicalText(decision.actor) ? [] : [WHO_ASKED]),
    ...(envelope.requestHash === decision.requestHash ? [] : [REQUEST_HASH]),
  ];
  if (parts.length === 0) return [];
  return [findingAbout(decision, 'COMMAND_DIFFERS', COMMAND_DIFFERS, { parts: both(parts), ...place })];
}

function outcomeFindings(decision: LedgerDecision, outcome: WitnessedOutcome): Finding[] {
  const parts: Words[] = [];
  if (outcome.outcome !== decision.outcome)
    parts.push(say(OTHER_OUTCOME, { here: decision.outcome, there: outcome.outcome }));
  if (canonicalText(outcome.detail) !== canonicalText(decision.detail)) parts.push(OTHER_DETAIL);
  if (outcome.firstVersion !== decision.firstVersion || outcome.lastVersion !== decision.lastVersion)
    parts.push(say(OTHER_RANGE, { here: range(decision), there: range(outcome) }));
  if (parts.length === 0) return [];
  return [
    findingAbout(decision, 'OUTCOME_DIFFERS', OUTCOME_DIFFERS, { parts: both(parts), ...outcome.place }),
  ];
}

const range = ({
  firstVersion,
  lastVersion,
}: {
  firstVersion?: number | undefined;
  lastVersion?: number | undefined;
}) => (firstVersion === undefined ? '–' : `${firstVersion}–${lastVersion}`);

function eventFindings(
  decision: LedgerDecision,
  events: readonly LedgerEvent[],
  witnessed: Witnessed,
): Finding[] {
  const { firstVersion, lastVersion = 0, stream } = decision;
  if (firstVersion === undefined) return [];
  const byVersion = new Map(events.map((event) => [event.version, event]));
  const found: Finding[] = [];
  for (let version = firstVersion; version <= lastVersion; version += 1) {
    const mine = byVersion.get(version);
    const seen = witnessed.events.get(version);
    const where = seen === undefined ? {} : { other: seen.event.type, ...seen.place };
    const values = { version, stream, type: mine?.type ?? '', ...where };
    if (mine === undefined) {
      found.push(finding('EVENTS_DIFFER', seen === undefined ? EVENT_GONE : EVENT_GONE_BUT_TOLD, values));
    } else if (seen !== undefined && eventText(mine) !== eventText(seen.event)) {
      const sameType = seen.event.type === mine.type;
      found.push(finding('EVENTS_DIFFER', sameType ? EVENT_OTHERWISE : EVENT_OF_OTHER_TYPE, values));
    }
  }
  return found;
}
