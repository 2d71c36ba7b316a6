/** What histories tell of and the ledger does not have. */
import type { LedgerDecision } from '../../ledger/decisions.ts';
import type { Words } from '../explain/words.ts';
import type { Witnessed, WitnessedCommand, WitnessedOutcome } from '../history/witnessed.ts';
import type { ComparedCommand } from './compare.ts';
import { finding } from './finding.ts';

const ACCEPTED: Words = {
  id: 'Perintah {commandId} pada {stream} ({name}) diterima untuk diputus pada peristiwa {at} dari riwayat alur kerja {runId} dan tidak pernah diputus: ',
  en: 'Command {commandId} of {stream} ({name}) was accepted for deciding in event {at} of the history of run {runId} and never decided: ',
};
const ERROR_TOLD: Words = {
  id: `${ACCEPTED.id}pengirimnya diberi tahu adanya kesalahan.`,
  en: `${ACCEPTED.en}its sender was told of an error.`,
};
const RUN_ENDED: Words = {
  id: `${ACCEPTED.id}alur kerja itu berakhir sebelumnya.`,
  en: `${ACCEPTED.en}the run ended before.`,
};
const MISSING: Words = {
  id: 'Perintah {commandId} pada {stream} ({name}): hasilnya {decided} menurut peristiwa {at} dari riwayat alur kerja {runId}; buku besar tidak memuat keputusan itu.',
  en: 'Command {commandId} of {stream} ({name}) was {decided} according to event {at} of the history of run {runId}; the ledger has no such decision.',
};

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
  const values = { commandId, stream, name, at: place?.at ?? '', runId: place?.runId ?? '' };
  const found =
    decided === null
      ? finding('UNDECIDED', command?.told === 'error' ? ERROR_TOLD : RUN_ENDED, values)
      : finding('MISSING_IN_LEDGER', MISSING, { ...values, decided });
  return {
    ...{ sequence: null, commandId, name, buildId: null, runId: place?.runId ?? null },
    ...{ ledger: null, history: decided, historyStanding: 'witnessed', place },
    ...{ ownRules: 'unknown', todaysRules: 'unknown', matches: decided === null },
    findings: [found],
  };
}
