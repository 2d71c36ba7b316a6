/** Whatever is sent in whatever order: nothing faults, no timer is armed twice, and what stands holds together. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Actor } from '../../src/domain/decider.ts';
import type { PrisonCommands } from '../../src/domain/journey/prison/commands.ts';
import { openPrisonCases } from '../../src/domain/journey/prison/queries.ts';
import { CUSTODY } from '../../src/domain/journey/prison/stage-moves.ts';
import { isRefusalCode } from '../../src/domain/law/refusals.ts';
import { isWarningCode } from '../../src/domain/law/warnings.ts';
import { addDays, momentAt } from '../../src/domain/time/index.ts';
import { ANY_PRISON_DATA } from './any-prison-command.ts';
import { AT_PRISON_STAGE, counsellor, otherWarden, PRISON_STAGES, warden } from './prison-world.ts';

const SEED = 20_260_817;
const NAMES = Object.keys(ANY_PRISON_DATA) as (keyof PrisonCommands)[];
const system: Actor = { id: 'system', role: 'SYSTEM', office: 'system' };

const anyCommand = fc
  .constantFrom(...NAMES)
  .chain((name) => fc.tuple(fc.constant(name), ANY_PRISON_DATA[name] as fc.Arbitrary<object>));
const anyStep = fc.record({
  command: anyCommand,
  actor: fc.constantFrom(warden, warden, counsellor, otherWarden, system),
  wait: fc.integer({ min: 0, max: 60 }),
  outage: fc.boolean(),
});

it('any life in prison holds together', () => {
  const accepted = new Set<string>();
  fc.assert(
    fc.property(
      fc.constantFrom(...PRISON_STAGES),
      fc.array(anyStep, { minLength: 1, maxLength: 12 }),
      (stage, steps) => {
        const story = AT_PRISON_STAGE[stage]();
        for (const { command, actor, wait, outage } of steps) {
          const [name, data] = command;
          const at = `${addDays(momentAt(story.now, 'WIB').date, wait)}T10:00`;
          if (wait > 0) outage ? story.outage(at) : story.at(at);
          const { refusal, warnings } = story.send(name, data as never, { actor });
          if (refusal === undefined) accepted.add(name);
          else expect(isRefusalCode(refusal.code), refusal.code).toBe(true);
          for (const code of warnings) expect(isWarningCode(code), code).toBe(true);

          const { prison } = story.state.domain;
          const held = openPrisonCases(prison).filter((found) => CUSTODY.includes(found.stage));
          expect(held.length).toBeLessThanOrEqual(1);
          for (const found of Object.values(prison.cases)) {
            expect(found.interruptions.length > 0).toBe(found.stage === 'INTERRUPTED');
            expect(found.interruptedFrom !== null).toBe(found.stage === 'INTERRUPTED');
            expect(
              found.release !== null || CUSTODY.includes(found.stage) || found.closedReason !== null,
            ).toBe(true);
          }
        }
        story.at('2030-06-01T00:00');
      },
    ),
    { seed: SEED, numRuns: 500 },
  );
  // The dice reach most of what there is.
  expect(accepted.size).toBeGreaterThan(20);
});
