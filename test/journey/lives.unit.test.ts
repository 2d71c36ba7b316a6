/** What holds in every life, whatever is sent in whatever order (I-1, I-2, I-3, I-10). */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { journeyAsOf } from '../../src/domain/journey/as-of.ts';
import { minutesLeft, targetMinutes } from '../../src/domain/journey/completion.ts';
import { momentAt } from '../../src/domain/time/index.ts';
import { anyDice, step } from './lives.ts';
import type { Story } from './story.ts';
import { ordered, running } from './way.ts';

/** One seed for these properties; a failure prints it together with its path. */
const SEED = 20_260_318;

function check(story: Story): void {
  const { sessions, cases, diedOn } = story.state.domain;
  const perDay = new Map<string, number>();
  const perCase = new Map<string, number>();
  for (const { caseId, credited } of Object.values(sessions)) {
    for (const [date, minutes] of Object.entries(credited)) {
      perDay.set(date, (perDay.get(date) ?? 0) + minutes);
      perCase.set(caseId, (perCase.get(caseId) ?? 0) + minutes);
      expect(diedOn === null || date <= diedOn).toBe(true);
    }
  }
  expect(Math.max(0, ...perDay.values())).toBeLessThanOrEqual(480);
  for (const found of Object.values(cases)) {
    expect(found.creditedMinutes).toBe(perCase.get(found.caseId) ?? 0);
    expect(found.creditedMinutes).toBeLessThanOrEqual(targetMinutes(found));
    if (found.stage === 'COMPLETED') expect(found.creditedMinutes).toBe(targetMinutes(found));
  }
  const armed = Object.values(story.state.armed);
  for (const found of Object.values(cases)) {
    const { caseId, stage, execution, lapsed, orderedMinutes } = found;
    if (!['RUNNING', 'HELD', 'REPEAT'].includes(stage) || lapsed || diedOn !== null) continue;
    if (orderedMinutes === null || execution?.windowEndsAt == null || minutesLeft(found) === 0) continue;
    const waiting = armed.some(({ kind, subject }) => kind === 'window-end' && subject === caseId);
    expect(waiting, `${caseId} is ${stage}, short, and waits for no window`).toBe(true);
  }
  if (diedOn !== null) expect(armed).toEqual([]);
  for (const { kind, subject } of armed) {
    const stage = cases[subject]?.stage;
    expect(`${kind} ${stage}`).not.toMatch(/CLOSED|VOID/);
  }
}

/** As of a day to come, the facts known now say what the state says. */
function checkAsOf(story: Story): void {
  const events = story.history.map((event, index) => ({
    ...{ version: index + 1, schema: 1, recordedAt: story.now, meta: META },
    ...{ type: event.type, data: event.data, occurredAt: event.occurredAt ?? momentAt(story.now, 'WIB') },
  }));
  for (const dated of journeyAsOf(story.state.domain, events, '2199-12-31').cases) {
    const found = story.case(dated.caseId);
    const { office, probationOffice, orderedMinutes, creditedMinutes, finalOn } = found;
    expect(dated).toMatchObject({ office, probationOffice, orderedMinutes, creditedMinutes, finalOn });
    expect(dated.minutesLeft).toBe(orderedMinutes === null ? null : minutesLeft(found));
    expect(dated.windowEndsAt).toEqual(found.execution?.windowEndsAt ?? null);
    expect(dated.closedReason).toBe(found.closedReason);
  }
}

const META = { actor: { id: 'a', role: 'SYSTEM', office: 'system' }, commandId: 'given' } as const;

const starts = { ordered: () => ordered(), running: () => running() } as const;

it.each(['ordered', 'running'] as const)('keeps the limits from a case that is %s', (start) => {
  fc.assert(
    fc.property(fc.array(anyDice, { minLength: 10, maxLength: 60 }), (dices) => {
      const story = starts[start]();
      for (const dice of dices) {
        step(story, dice);
        check(story);
      }
      checkAsOf(story);
    }),
    { seed: SEED, numRuns: 150 },
  );
});

it('reaches every stage, so that the properties say something', () => {
  const stages = new Set<string>();
  const refusals = new Set<string>();
  const sample = fc.sample(fc.array(anyDice, { minLength: 40, maxLength: 80 }), { seed: SEED, numRuns: 150 });
  for (const dices of sample) {
    const story = running({ ruling: { orderedHours: 16 } });
    for (const dice of dices) {
      refusals.add(step(story, dice).refusal?.code ?? 'accepted');
      for (const { stage } of Object.values(story.state.domain.cases)) stages.add(stage);
    }
  }
  expect([...stages]).toEqual(
    expect.arrayContaining([
      'RUNNING',
      'HELD',
      'REVIEW',
      'REPEAT',
      'CONVERTED',
      'COMPLETED',
      'CLOSED',
      'FINAL',
    ]),
  );
  expect([...refusals]).toEqual(
    expect.arrayContaining(['accepted', 'WRONG_STAGE', 'NOT_PERMITTED', 'DAILY_LIMIT', 'DOCUMENT_MISSING']),
  );
});

it('decides the same again: a life is a function of what was sent', () => {
  fc.assert(
    fc.property(fc.array(anyDice, { minLength: 5, maxLength: 30 }), (dices) => {
      const [one, other] = [running(), running()].map((story) => {
        for (const dice of dices) step(story, dice);
        return story;
      });
      expect(one?.history).toEqual(other?.history);
      expect(JSON.parse(JSON.stringify(one?.state))).toEqual(one?.state);
    }),
    { seed: SEED, numRuns: 30 },
  );
});
