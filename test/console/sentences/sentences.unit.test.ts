/** Every event is told in a sentence, in both languages, with its data and without. */
import { beforeAll, describe, expect, it } from 'vitest';
import {
  EVENT_KIND_WORDS,
  eventKind,
  eventSentence,
  hasSentence,
} from '../../../src/console/sentences/index.ts';
import { LANGUAGES, type Language } from '../../../src/console/words/words.ts';
import { ALL_EVENT_TYPES, eventsOfAllScenarios, type HappenedEvent } from './all-events.ts';

const FAULTS: readonly RegExp[] = [
  /\b(?:undefined|null|NaN)\b|\[object|Infinity/,
  /\b[A-Z]{2,}_[A-Z_0-9]+\b/,
  /\d{4}-\d{2}-\d{2}/,
  /sealed:/,
  /\.\.$| {2}| [,.;:]|: ?\.$|^\W/,
];

const faultsOf = (sentence: string): readonly string[] =>
  FAULTS.filter((fault) => fault.test(sentence)).map((fault) => `${fault}: ${sentence}`);

const isSentence = (text: string): boolean => /^[\p{Lu}\d].*[\p{L}\d)]\.$/u.test(text);

function wrong(language: Language, event: Parameters<typeof eventSentence>[1]): readonly string[] {
  const told = eventSentence(language, event);
  return [...faultsOf(told), ...(isSentence(told) ? [] : [`no sentence: ${told}`])];
}

describe('types of events', () => {
  it('are found in the source: none of the parts is forgotten', () => {
    expect(ALL_EVENT_TYPES.length).toBeGreaterThan(270);
    expect(new Set(ALL_EVENT_TYPES.map(({ stream }) => stream)).size).toBe(6);
  });

  it.each(ALL_EVENT_TYPES)('$stream $type has a sentence without its data', ({ stream, type }) => {
    expect(hasSentence({ stream, type })).toBe(true);
    expect(EVENT_KIND_WORDS).toHaveProperty(eventKind({ stream, type }));
    for (const language of LANGUAGES) expect(wrong(language, { stream, type })).toEqual([]);
    const [id, en] = LANGUAGES.map((language) => eventSentence(language, { stream, type }));
    expect(id).not.toBe(en);
  });
});

describe('what happened in the scenarios', () => {
  let happened: readonly HappenedEvent[];
  beforeAll(async () => {
    happened = await eventsOfAllScenarios();
  });

  it('is told in whole sentences, without codes and raw dates', () => {
    expect(happened.length).toBeGreaterThan(1000);
    const faults = happened.flatMap((event) =>
      LANGUAGES.flatMap((language) =>
        wrong(language, event).map((fault) => `${event.type} (${event.file}): ${fault}`),
      ),
    );
    expect([...new Set(faults)]).toEqual([]);
  });
});
