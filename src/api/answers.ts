/** What a caller gets for a command that was recorded: the same for the first call and every retry. */
import type { VerifiedActor } from '../access/reach.ts';
import { knowsJourneys, seesOnePart, viewOf } from '../access/views.ts';
import type { RecordedEvent, Warning } from '../domain/decider.ts';
import type { CommandAnswer } from '../domain/envelope.ts';
import { renderWarning } from '../domain/law/warnings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { clientKeyOf } from './client-command-id.ts';
import type { CommandResult } from './command-flow.ts';
import { type Sight, seesEvent, shownData } from './event-sight.ts';
import { RequestRefused, requestRefused } from './problem.ts';

export interface AcceptedAnswer {
  readonly outcome: 'accepted';
  readonly commandId: string;
  readonly ledgerCommandId: string;
  readonly stream: string;
  readonly world: string;
  readonly personId?: string;
  /** Version of the stream after this command; null for who sees one part of a journey alone. */
  readonly version: number | null;
  /** Hash of the event at that version, hex: the receipt. */
  readonly receipt: string;
  readonly events: readonly EventView[];
  readonly warnings: readonly WarningView[];
}

export interface EventView {
  readonly version: number;
  readonly type: string;
  readonly occurredAt: RecordedEvent['occurredAt'];
  readonly recordedAt: string;
  /** Absent where the role may not look into events. */
  readonly data?: unknown;
}

export interface WarningView extends Warning {
  readonly article: string | null;
  readonly sentence: { readonly id: string; readonly en: string };
  readonly next: { readonly id: string; readonly en: string };
}

type LedgerReads = Pick<Ledger, 'readStream' | 'findDecision'>;

/**
 * @throws RequestRefused for a refusal or a fault: both are answered as problems, with their receipt.
 */
export async function acceptedAnswer(
  ledger: LedgerReads,
  actor: VerifiedActor,
  { answer, personId, world, sight }: CommandResult,
): Promise<AcceptedAnswer> {
  if (answer.outcome !== 'accepted') throw await refusedAnswer(ledger, actor, answer);
  const { events, version, receipt } = await ownEvents(ledger, answer);
  const { commandId: ledgerCommandId, stream } = answer;
  const onePart = sight !== undefined && seesOnePart(actor.role);
  return {
    outcome: 'accepted',
    ...{ commandId: clientKeyOf(ledgerCommandId), ledgerCommandId, stream, world },
    ...(personId === undefined ? {} : { personId }),
    ...{ version: onePart ? null : version, receipt },
    events: eventViews(actor, events, sight),
    warnings: answer.warnings.map(warningView),
  };
}

/**
 * Version of the stream after the command, for who stores it and does not show it.
 * @throws RequestRefused as `acceptedAnswer` does.
 */
export async function recordedVersion(
  ledger: LedgerReads,
  actor: VerifiedActor,
  { answer }: CommandResult,
): Promise<number> {
  if (answer.outcome !== 'accepted') throw await refusedAnswer(ledger, actor, answer);
  return (await ownEvents(ledger, answer)).version;
}

async function refusedAnswer(
  ledger: LedgerReads,
  actor: VerifiedActor,
  answer: CommandAnswer,
): Promise<RequestRefused> {
  const { commandId: ledgerCommandId, stream, refusal } = answer;
  const decision = await ledger.findDecision(ledgerCommandId);
  const receipt = {
    ...{ commandId: clientKeyOf(ledgerCommandId), ledgerCommandId, stream },
    decisionHash: decision?.hash ?? null,
  };
  if (refusal === undefined) return requestRefused('INTERNAL', {}, { receipt });
  // Into whom is not for them to know.
  if (refusal.code === 'PERSON_MERGED' && !knowsJourneys(actor.role))
    return requestRefused('PERSON_UNKNOWN', {});
  return new RequestRefused(refusal, { receipt });
}

/** A retry finds the stream further on: its answer is read back, so that it equals the first one. */
export async function ownEvents(ledger: Pick<Ledger, 'readStream'>, answer: CommandAnswer) {
  const { stream, headVersion, headHash, firstVersion, lastVersion } = answer;
  if (firstVersion === undefined || lastVersion === undefined) {
    return { events: answer.events, version: headVersion, receipt: headHash };
  }
  if (answer.events.length === lastVersion - firstVersion + 1 && headVersion === lastVersion) {
    return { events: answer.events, version: lastVersion, receipt: headHash };
  }
  const events = await ledger.readStream(stream, { afterVersion: firstVersion - 1, upTo: lastVersion });
  return { events, version: lastVersion, receipt: events.at(-1)?.hash ?? headHash };
}

/** Events that came of one command: who sees one part alone is not even told that there were others. */
export function eventViews(
  actor: VerifiedActor,
  events: readonly RecordedEvent[],
  sight?: Sight,
): EventView[] {
  const shown =
    sight !== undefined && seesOnePart(actor.role)
      ? events.filter((event) => seesEvent(sight, event))
      : events;
  return shown.map((event) => eventView(actor, event, sight));
}

/**
 * @param sight what the actor sees of the journey; absent for registers, classes, certificates, permits and findings,
 * which hold nothing personal.
 */
export function eventView(actor: VerifiedActor, event: RecordedEvent, sight?: Sight): EventView {
  const { version, type, occurredAt, recordedAt, data } = event;
  const base = { version, type, occurredAt, recordedAt };
  if (sight === undefined) return { ...base, data };
  if (viewOf(actor.role).history !== 'FULL' || !seesEvent(sight, event)) return base;
  return { ...base, data: shownData(sight, event) };
}

export function warningView(warning: Warning): WarningView {
  const { article, id, en, nextId, nextEn } = renderWarning(warning);
  const { code, parameters } = warning;
  return { code, parameters, article, sentence: { id, en }, next: { id: nextId, en: nextEn } };
}
