/** A decision of the ledger beside what the archived histories witnessed of it. */
import type { LedgerDecision } from '../../ledger/decisions.ts';
import type { LedgerEvent } from '../../ledger/events.ts';
import { canonicalText } from '../../ledger/record-decision.ts';
import type { RunRow } from '../history/run-rows.ts';
import type { Place, Witnessed, WitnessedCommand, WitnessedOutcome } from '../history/witnessed.ts';
import { eventText } from './answer.ts';
import { type Finding, finding, named } from './finding.ts';

export interface HistorySide {
  /** How the histories stand to this decision. */
  readonly standing: 'witnessed' | 'healed' | 'none by design' | 'waiting' | 'lost' | 'missing';
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
  const healed = (place: Place, how: string): Standing => ({
    standing: 'healed',
    place,
    finding: finding('HEALED', `${named(decision)}: its own run never heard the ledger's answer; ${how}.`),
  });
  if (outcome !== undefined && outcome.place.runId === runId && outcome.telling === 'recorded')
    return { standing: 'witnessed' };
  if (outcome !== undefined && runId !== undefined) {
    const where = outcome.place.runId === runId ? 'it asked again' : `run ${outcome.place.runId} asked again`;
    return healed(outcome.place, `${where} and was answered that it is known`);
  }
  if (runId === undefined) {
    const sentence = `${named(decision)} was made without a workflow (a register, or a sheet), so that no history is due.`;
    return { standing: 'none by design', finding: finding('NO_HISTORY_BY_DESIGN', sentence) };
  }
  const last = witnessed.events.get(lastVersion);
  if (last !== undefined)
    return healed(last.place, `run ${last.place.runId} found its events behind a later command`);
  const row = runs.get(runId);
  if (row?.standing === 'waiting') {
    const sentence = `${named(decision)} was made by run ${runId}, which is open or not archived yet.`;
    return { standing: 'waiting', finding: finding('HISTORY_WAITING', sentence) };
  }
  if (row?.standing === 'lost') {
    const sentence = `${named(decision)} was made by run ${runId}, whose history was lost on ${row.lostAt} and noted as lost.`;
    return { standing: 'lost', finding: finding('HISTORY_LOST', sentence) };
  }
  const { loadedUpTo } = witnessed;
  if (lastVersion > 0 && loadedUpTo !== undefined && loadedUpTo.version >= lastVersion)
    return healed(loadedUpTo.place, `run ${loadedUpTo.place.runId} loaded the ledger with its events in it`);
  const why =
    row === undefined ? 'the ledger has no such run' : 'the archived history of that run does not hold it';
  const sentence = `${named(decision)} says that run ${runId} made it, but ${why}.`;
  return { standing: 'missing', finding: finding('MISSING_IN_HISTORY', sentence) };
}

/** A firing that met a bug makes no events and answers nobody: the history tells of it without its name. */
function namelessFault(decision: LedgerDecision, { nameless }: Witnessed): WitnessedOutcome | undefined {
  if (decision.outcome !== 'fault' || decision.name !== 'fire-deadline') return undefined;
  return nameless.find(
    ({ place, outcome, detail }) =>
      place.runId === decision.runId &&
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
    canonicalText(sent) === canonicalText(decision.body) ? '' : 'what was asked',
    canonicalText(actor) === canonicalText(decision.actor) ? '' : 'who asked',
    envelope.requestHash === decision.requestHash ? '' : 'the hash of the request',
  ].filter((part) => part !== '');
  if (parts.length === 0) return [];
  const sentence =
    `${named(decision)}: ${parts.join(' and ')} stands otherwise in the ledger than in event ${place.at} ` +
    `of the history of run ${place.runId}.`;
  return [finding('COMMAND_DIFFERS', sentence)];
}

function outcomeFindings(decision: LedgerDecision, outcome: WitnessedOutcome): Finding[] {
  const { place } = outcome;
  const parts = [
    outcome.outcome === decision.outcome
      ? ''
      : `the outcome (${decision.outcome} in the ledger, ${outcome.outcome} in the history)`,
    canonicalText(outcome.detail) === canonicalText(decision.detail)
      ? ''
      : 'the reasons, warnings or policies with it',
    outcome.firstVersion === decision.firstVersion && outcome.lastVersion === decision.lastVersion
      ? ''
      : `the events it covers (${range(decision)} in the ledger, ${range(outcome)} in the history)`,
  ].filter((part) => part !== '');
  if (parts.length === 0) return [];
  const sentence = `${named(decision)}: ${parts.join(' and ')} differs from event ${place.at} of the history of run ${place.runId}.`;
  return [finding('OUTCOME_DIFFERS', sentence)];
}

const range = ({
  firstVersion,
  lastVersion,
}: {
  firstVersion?: number | undefined;
  lastVersion?: number | undefined;
}) => (firstVersion === undefined ? 'none' : `${firstVersion} to ${lastVersion}`);

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
    const told = seen && ` in event ${seen.place.at} of the history of run ${seen.place.runId}`;
    if (mine === undefined) {
      const also = seen === undefined ? '' : `; it is ${seen.event.type}${told}`;
      found.push(finding('EVENTS_DIFFER', `Event ${version} of ${stream} is missing in the ledger${also}.`));
    } else if (seen !== undefined && eventText(mine) !== eventText(seen.event)) {
      const other = seen.event.type === mine.type ? '' : `, where it is ${seen.event.type}`;
      const sentence = `Event ${version} of ${stream} (${mine.type}) stands otherwise${told}${other}.`;
      found.push(finding('EVENTS_DIFFER', sentence));
    }
  }
  return found;
}
