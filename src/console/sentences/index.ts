/** One sentence in the past tense for each type of event, in both languages. */
import type { JsonObject } from '../../domain/decider.ts';
import type { Language } from '../words/words.ts';

/** What an event is told from: its type and what the reader may see of its data (nothing, where it is hidden). */
export interface ToldEvent {
  readonly type: string;
  readonly data?: JsonObject;
}

/** @param names what offices, sites and schemes are called, by code. */
export function eventSentence(
  _language: Language,
  event: ToldEvent,
  _names: ReadonlyMap<string, string> = new Map(),
): string {
  return event.type;
}
