/** Whatever is sent in whatever order: deciding again, by the kept rules alone, gives exactly the record. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openRules } from '../../src/audit/rules/open-rules.ts';
import { TODAYS_RULES } from '../../src/audit/rules/rules.ts';
import { provisional } from '../../src/domain/decide.ts';
import { anyDice, step } from '../journey/lives.ts';
import type { StoryDecision } from '../journey/story.ts';
import { ordered, running } from '../journey/way.ts';
import { rulesPack } from '../support/rules-pack.ts';

/** One seed; a failure prints it together with its path. */
const SEED = 20_261_122;

/** As the ledger would give it back. */
const asRecorded = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

it('decides any life again as it was decided', async () => {
  const rules = openRules(await rulesPack());
  const outcomes = { accepted: 0, refused: 0, firings: 0 };
  fc.assert(
    fc.property(fc.boolean(), fc.array(anyDice, { minLength: 1, maxLength: 25 }), (begun, dice) => {
      const story = begun ? running() : ordered();
      const made: StoryDecision[] = [];
      const stream = 'journey/person-1';
      story.onDecision = (decision) => made.push(decision);
      const start = story.state;
      for (const die of dice) step(story, die);
      let state = asRecorded(start) as never;
      for (const { command, now, facts, lostClaims, round, version } of made) {
        const used = facts.filter(({ key }) => round.facts.some((fact) => fact.key === key));
        const known = new Set(used.map(({ key }) => key));
        const unknown = round.facts
          .filter(({ key }) => !known.has(key))
          .map((fact) => ({ ...fact, value: null }));
        const question = asRecorded({ command, now, facts: [...used, ...unknown], lostClaims });
        const again = rules.decide(stream, state, question);
        expect(again).toMatchObject({ outcome: round.outcome, policies: round.policies });
        if (round.outcome === 'refused') {
          expect(again).toMatchObject({ refusal: asRecorded(round.refusal) });
          outcomes.refused += 1;
          continue;
        }
        const events = asRecorded(provisional(command, now, round.events, version));
        const { claims = [], messages = [], warnings = [] } = round.decision;
        expect(again).toMatchObject(asRecorded({ events, claims, messages, warnings }));
        for (const event of events) state = rules.evolve(stream, state, event) as never;
        outcomes[command.name === 'fire-deadline' ? 'firings' : 'accepted'] += 1;
      }
      expect(rules.textOf(state)).toBe(TODAYS_RULES.textOf(story.state as never));
    }),
    { numRuns: 60, seed: SEED },
  );
  // A property about nothing would hold as well.
  expect(Math.min(...Object.values(outcomes))).toBeGreaterThan(30);
});
