/** One sentence in the past tense for each type of event, in both languages. */
import type { JsonObject } from '../../domain/decider.ts';
import { type Language, say, type Words } from '../words/words.ts';
import { STREAM_TEMPLATES, type StreamKind, SYSTEM_TEMPLATES } from './tables.ts';
import { Telling } from './telling.ts';
import type { EventKind, Template } from './template.ts';

export { EVENT_KIND_WORDS, EVENT_KINDS, type EventKind } from './template.ts';
export { writtenIn } from './written.ts';

/** What an event is told from: its type and what the reader may see of its data (nothing, where it is hidden). */
export interface ToldEvent {
  readonly type: string;
  readonly data?: JsonObject;
  /**
   * Kind of its stream: `journey`, `class` … Some types stand in two kinds, for example `CertificateIssued` in the
   * journey of the holder and in the certificate. Absent = the journey's, where it knows the type.
   */
  readonly stream?: string;
}

type AnyTemplate = Template<JsonObject>;
type Table = { readonly [type: string]: AnyTemplate };

const TABLES = STREAM_TEMPLATES as unknown as { readonly [Kind in StreamKind]: Table };
const SYSTEM = SYSTEM_TEMPLATES as unknown as Table;
const IN_ORDER: readonly Table[] = Object.values(TABLES);

function templateOf({ type, stream }: Pick<ToldEvent, 'type' | 'stream'>): AnyTemplate | undefined {
  if (Object.hasOwn(SYSTEM, type)) return SYSTEM[type];
  const own =
    stream !== undefined && Object.hasOwn(TABLES, stream) ? TABLES[stream as StreamKind] : undefined;
  const tables = own === undefined ? IN_ORDER : [own, ...IN_ORDER];
  return tables.find((table) => Object.hasOwn(table, type))?.[type];
}

/** Whether every part of the product can tell this event: a test asks it of all there are. */
export const hasSentence = (event: Pick<ToldEvent, 'type' | 'stream'>): boolean =>
  templateOf(event) !== undefined;

/** @param names what offices, sites and schemes are called, by code; sessions by their id, for example `s3`. */
export function eventSentence(
  language: Language,
  event: ToldEvent,
  names: ReadonlyMap<string, string> = new Map(),
): string {
  const template = templateOf(event);
  // Of a later build than this one: what it is called still tells something.
  if (template === undefined) return `${event.type}.`;
  const { plain, told } = template;
  if (told === undefined || event.data === undefined) return sentence(say(language, plain));
  const full = fullSentence(told, event.data, new Telling(language, names));
  return sentence(say(language, full ?? plain));
}

/** undefined where the data lacks what the sentence needs: it is hidden, or the event is older than the field. */
function fullSentence(
  told: NonNullable<AnyTemplate['told']>,
  data: JsonObject,
  telling: Telling,
): Words | undefined {
  try {
    const full = told(data, telling);
    return telling.incomplete ? undefined : full;
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** By what the event is filtered. */
export const eventKind = (event: Pick<ToldEvent, 'type' | 'stream'>): EventKind =>
  templateOf(event)?.kind ?? 'system';

const CODE = /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/;

/** Every code in the data that may be the name of an office, a site, an employer, a scheme: to ask the book for. */
export function codesIn(data: unknown): readonly string[] {
  if (typeof data === 'string') return CODE.test(data) ? [data] : [];
  if (typeof data !== 'object' || data === null) return [];
  return Object.values(data).flatMap(codesIn);
}
