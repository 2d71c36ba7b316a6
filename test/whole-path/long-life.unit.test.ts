/** What twenty years of a person weigh: the whole state goes from run to run, and Temporal takes 2 MB at most. */
import { expect, it } from 'vitest';
import { leadLongLife } from '../../bench/long-life.ts';
import { foldEntity, initialEntityState, snapshotOf } from '../../src/domain/decide.ts';
import { journeyDecider } from '../../src/domain/journey/decider.ts';

const MOST_BYTES = 1_500_000;

it('a life of twenty years fits into one hand-over', () => {
  const { events, refused } = leadLongLife('p1', 20);
  const state = foldEntity(journeyDecider, initialEntityState(journeyDecider, 'p1'), events);
  const { cases, prison, training, assessment, employment } = state.domain;
  const held = {
    cases: Object.keys(cases).length + Object.keys(prison.cases).length,
    enrolments: Object.keys(training.enrolments).length,
    certificates: Object.keys(assessment.certificates).length,
    placements: Object.keys(employment.placements).length,
  };
  // A life that was mostly refused would weigh little.
  expect(held.cases).toBeGreaterThan(2);
  expect(held.enrolments).toBeGreaterThan(4);
  expect(held.certificates).toBeGreaterThan(2);
  expect(held.placements).toBeGreaterThan(7);
  const bytes = Buffer.byteLength(JSON.stringify(snapshotOf(journeyDecider, state)));
  console.info(
    `a life of 20 years: ${events.length} events, snapshot ${Math.round(bytes / 1024)} KB`,
    held,
    [...refused].map(([what, times]) => `${what} ${times}`).join(', '),
  );
  expect(bytes).toBeLessThan(MOST_BYTES);
});
