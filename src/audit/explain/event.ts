/** Why one event stands in the record: the event, the decision that made it, and what would have spared it. */
import type { LedgerEvent } from '../../ledger/events.ts';
import {
  type DecisionExplanation,
  type ExplainedEvent,
  type ExplainOptions,
  explainStep,
  findStep,
} from './decision.ts';
import { NothingToExplain } from './nothing-to-explain.ts';
import { type Asked, reasonOf } from './outcomes.ts';
import type { AuditRecord } from './record.ts';
import { withheldFor } from './withheld-words.ts';
import type { Words } from './words.ts';

export interface EventExplanation {
  readonly event: ExplainedEvent;
  readonly sentence: Words;
  readonly decision: DecisionExplanation;
}

/** The framework's own: they follow from the state, and are explained as deadlines. */
const OF_DEADLINES: ReadonlySet<string> = new Set(['DeadlineArmed', 'DeadlineCancelled', 'DeadlineFired']);

/** @throws NothingToExplain where the stream or the event is not there. */
export async function explainEvent(
  record: AuditRecord,
  stream: string,
  version: number,
  options: ExplainOptions = {},
): Promise<EventExplanation> {
  const step = await findStep(record, stream, ({ events }) =>
    events.some((event) => event.version === version),
  );
  const event = step?.events.find((one) => one.version === version);
  if (step === undefined || event === undefined) {
    throw new NothingToExplain(`${stream} has no event ${version}`);
  }
  const asked: Asked[] = OF_DEADLINES.has(event.type)
    ? []
    : [{ kind: 'event', type: event.type, reason: reasonOf(event) }];
  const decision = await explainStep(record, step, asked, options);
  const explained = decision.events.find((one) => one.version === version)!;
  return { event: explained, sentence: eventWords(event, decision), decision };
}

function eventWords(event: LedgerEvent, { sequence }: DecisionExplanation): Words {
  const { version, type, stream, data, occurredAt } = event;
  const { minutes, date } = data as { minutes?: number; date?: string };
  const by = {
    id: `Peristiwa ${version} pada ${stream} (${type}, ${occurredAt.date}) dibuat oleh keputusan ${sequence}`,
    en: `Event ${version} of ${stream} (${type}, ${occurredAt.date}) was made by decision ${sequence}`,
  };
  if (minutes === undefined || date === undefined) return { id: `${by.id}.`, en: `${by.en}.` };
  const reason = reasonOf(event);
  const { id, en, article } = withheldFor(reason ?? '');
  const why = reason === null ? { id: '', en: '' } : { id: `: ${id}`, en: `: ${en}` };
  const cited = reason === null || article === null ? '' : ` (${article})`;
  return {
    id: `${by.id}: ${minutes} menit pada ${date}${why.id}${cited}.`,
    en: `${by.en}: ${minutes} minutes on ${date}${why.en}${cited}.`,
  };
}
