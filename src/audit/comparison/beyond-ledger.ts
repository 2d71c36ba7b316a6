/** What histories tell of and the ledger does not have. */
import type { LedgerDecision } from '../../ledger/decisions.ts';
import type { Witnessed, WitnessedCommand, WitnessedOutcome } from '../history/witnessed.ts';
import type { ComparedCommand } from './compare.ts';
import { finding } from './finding.ts';

export function beyondLedger(
  stream: string,
  decisions: readonly LedgerDecision[],
  { commands, outcomes }: Witnessed,
): ComparedCommand[] {
  const known = new Set(decisions.map(({ commandId }) => commandId));
  const ids = new Set([...commands.keys(), ...outcomes.keys()].filter((commandId) => !known.has(commandId)));
  return [...ids].map((commandId) =>
    beyond(stream, commandId, commands.get(commandId), outcomes.get(commandId)),
  );
}

function beyond(
  stream: string,
  commandId: string,
  command: WitnessedCommand | undefined,
  outcome: WitnessedOutcome | undefined,
): ComparedCommand {
  const place = outcome?.place ?? command?.place ?? null;
  const told =
    command === undefined || command.told === 'error' || command.told === 'nothing' ? null : command.told;
  const decided = outcome?.outcome ?? told;
  const name = command?.envelope.command.name ?? 'fire-deadline';
  const where = `event ${place?.at} of the history of run ${place?.runId}`;
  const sentence =
    decided === null
      ? `Command ${commandId} of ${stream} (${name}) was accepted for deciding in ${where} and never decided: ` +
        (command?.told === 'error' ? 'its sender was told of an error.' : 'the run ended before.')
      : `Command ${commandId} of ${stream} (${name}) was ${decided} according to ${where}; the ledger has no such decision.`;
  return {
    ...{ sequence: null, commandId, name, buildId: null, runId: place?.runId ?? null },
    ...{ ledger: null, history: decided, historyStanding: 'witnessed', place },
    ...{ ownRules: 'unknown', todaysRules: 'unknown', matches: decided === null },
    findings: [finding(decided === null ? 'UNDECIDED' : 'MISSING_IN_LEDGER', sentence)],
  };
}
