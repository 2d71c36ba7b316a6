/** Every event is told in a sentence, in both languages, with its data and without. */
import { beforeAll, describe, expect, it } from 'vitest';
import {
  EVENT_KIND_WORDS,
  eventKind,
  eventSentence,
  hasSentence,
} from '../../../src/console/sentences/index.ts';
import { STREAM_TEMPLATES, SYSTEM_TEMPLATES } from '../../../src/console/sentences/tables.ts';
import { Telling } from '../../../src/console/sentences/telling.ts';
import type { Template } from '../../../src/console/sentences/template.ts';
import { LANGUAGES, type Language } from '../../../src/console/words/words.ts';
import type { JsonObject } from '../../../src/domain/decider.ts';
import { ALL_EVENT_TYPES, eventsOfAllScenarios, type HappenedEvent } from './all-events.ts';
import { SAMPLES } from './samples.ts';

const FAULTS: readonly RegExp[] = [
  /\b(?:undefined|null|NaN)\b|\[object|Infinity/,
  /\b[A-Z]{2,}_[A-Z_0-9]+\b/,
  /\d{4}-\d{2}-\d{2}/,
  /sealed:/,
  /\.\.$| {2}| [,.;:]|: ?\.$|^\W/,
];

const isSentence = (text: string): boolean => /^[\p{Lu}\d].*[\p{L}\d)]\.$/u.test(text);

function wrong(language: Language, event: Parameters<typeof eventSentence>[1]): readonly string[] {
  const told = eventSentence(language, event);
  const faults = FAULTS.filter((fault) => fault.test(told)).map(String);
  return [...faults, ...(isSentence(told) ? [] : ['no sentence'])].map((fault) => `${fault}: ${told}`);
}

const wrongs = (events: readonly HappenedEvent[]): readonly string[] => [
  ...new Set(
    events.flatMap((event) =>
      LANGUAGES.flatMap((language) =>
        wrong(language, event).map((fault) => `${event.type} (${event.file}): ${fault}`),
      ),
    ),
  ),
];

const keyOf = ({ stream, type }: { stream: string; type: string }): string => `${stream} ${type}`;

function templateOf({ stream, type }: { stream: string; type: string }): Template<JsonObject> {
  const own = STREAM_TEMPLATES[stream as keyof typeof STREAM_TEMPLATES];
  const tables = { ...own, ...SYSTEM_TEMPLATES } as unknown as { [type: string]: Template<JsonObject> };
  const found = tables[type];
  if (found === undefined) throw new Error(`${stream} ${type} has no template of its own`);
  return found;
}

/** What the full sentence lacked, so that the plain one was told instead. */
const lacking = (events: readonly HappenedEvent[]): readonly string[] =>
  events.flatMap((event) => {
    const telling = new Telling('id', new Map());
    templateOf(event).told?.(event.data, telling);
    return telling.incomplete ? [`${keyOf(event)} (${event.file}): ${JSON.stringify(event.data)}`] : [];
  });

const sampled: readonly HappenedEvent[] = Object.entries(SAMPLES).flatMap(([stream, byType]) =>
  Object.entries(byType).flatMap(([type, samples]) =>
    (samples as readonly unknown[]).map((data) => ({
      stream,
      type,
      data: data as JsonObject,
      file: 'sample',
    })),
  ),
);

describe('types of events', () => {
  it('are found in the source: none of the parts is forgotten', () => {
    expect(ALL_EVENT_TYPES.length).toBeGreaterThan(270);
    expect(new Set(ALL_EVENT_TYPES.map(({ stream }) => stream)).size).toBe(6);
  });

  it.each(ALL_EVENT_TYPES)('$stream $type has a sentence without its data', ({ stream, type }) => {
    expect(hasSentence({ stream, type })).toBe(true);
    expect(templateOf({ stream, type }).kind).toBe(eventKind({ stream, type }));
    expect(EVENT_KIND_WORDS).toHaveProperty(eventKind({ stream, type }));
    for (const language of LANGUAGES) expect(wrong(language, { stream, type })).toEqual([]);
    const [id, en] = LANGUAGES.map((language) => eventSentence(language, { stream, type }));
    expect(id).not.toBe(en);
  });

  it('of a later build is told by its name', () => {
    expect(eventSentence('id', { type: 'SomethingNew', data: {} })).toBe('SomethingNew.');
  });
});

describe('what happened in the scenarios, and samples of the rest', () => {
  let happened: readonly HappenedEvent[];
  beforeAll(async () => {
    happened = [...(await eventsOfAllScenarios()), ...sampled];
  });

  it('is told in whole sentences, without codes and raw dates', () => {
    expect(happened.length).toBeGreaterThan(1000);
    expect(wrongs(happened)).toEqual([]);
  });

  it('has all that its full sentence needs', () => {
    expect(lacking(happened)).toEqual([]);
  });

  it('leaves no full sentence untold', () => {
    const seen = new Set(happened.map(keyOf));
    const untold = ALL_EVENT_TYPES.filter(
      (type) => templateOf(type).told !== undefined && !seen.has(keyOf(type)),
    );
    expect(untold.map(keyOf)).toEqual([]);
  });
});
