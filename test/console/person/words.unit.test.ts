/** No deadline and no stage of any part is without words. */
import { describe, expect, test } from 'vitest';
import { deadlineWords, hasDeadlineWords } from '../../../src/console/words/deadlines.ts';
import { STAGE_TABLES, type StagePart, stageMeaning, stageWords } from '../../../src/console/words/stages.ts';
import { reminderFirings } from '../../../src/domain/certificate/reminders.ts';
import { findingFirings } from '../../../src/domain/finding/opening.ts';
import { JOURNEY_DEADLINE_KINDS } from '../../../src/domain/journey/decider.ts';
import { permitFirings } from '../../../src/domain/permit/extension.ts';
import { TRAINING_CLASS_DEADLINE_KINDS } from '../../../src/domain/training-class/decider.ts';

const KINDS = [
  ...JOURNEY_DEADLINE_KINDS,
  ...TRAINING_CLASS_DEADLINE_KINDS,
  ...[reminderFirings, findingFirings, permitFirings].flatMap((firings) => Object.keys(firings)),
];

describe('a deadline', () => {
  test.each(KINDS)('%s is named, and said what it does, in both languages', (kind) => {
    expect(hasDeadlineWords(kind)).toBe(true);
    const { name, act } = deadlineWords(kind);
    for (const text of [name.id, name.en, act.id, act.en]) expect(text).toMatch(/^\S.*[^.\s]$/);
    expect(act.id).not.toBe(act.en);
  });

  test('of every entity is asked for', () => {
    expect(KINDS).toEqual(expect.arrayContaining(['window-end', 'class-end', 'certificate-expiry']));
    expect(new Set(KINDS).size).toBe(KINDS.length);
  });

  test('that is new shows its kind and does not fail', () => {
    expect(deadlineWords('constructor').name.id).toBe('constructor');
  });
});

describe('a stage', () => {
  const all = Object.entries(STAGE_TABLES).flatMap(([part, table]) =>
    Object.keys(table).map((stage) => [part as StagePart, stage] as const),
  );

  test.each(all)('of %s, %s, is not shown as its code', (part, stage) => {
    const words = stageWords(part, stage);
    expect([words.id, words.en]).not.toContain(stage);
    expect(words.id).not.toContain('_');
  });

  test('is told from others of its part by its word, not by its colour', () => {
    for (const [part, table] of Object.entries(STAGE_TABLES)) {
      const words = Object.keys(table).map((stage) => stageWords(part as StagePart, stage).id);
      expect(new Set(words).size, part).toBe(words.length);
    }
  });

  test('has a meaning', () => {
    expect(stageMeaning('case', 'REVIEW')).toBe('breach');
    expect(stageMeaning('case', 'toString')).toBe('hold');
  });
});
