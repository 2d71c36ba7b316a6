/** Hours as a ledger: in every life the postings sum to the balance; where they do not, it is said loudly. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balanceOf, explainBalance } from '../../src/audit/explain/balance.ts';
import { explainTrainingBalance } from '../../src/audit/explain/training-balance.ts';
import { type Step, stepsOf } from '../../src/audit/life.ts';
import type { JourneyState } from '../../src/domain/journey/state.ts';
import { anyDice, step } from '../journey/lives.ts';
import { Story } from '../journey/story.ts';
import { keptScenario, keptStory, scenarioFile } from './kept-record.ts';
import { startedLife } from './started-life.ts';

const SEED = 20_261_122;

it('sums to the state’s balance in any life', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyDice, { maxLength: 40 }), async (dice) => {
      const story = new Story();
      const record = keptStory(story);
      startedLife(story);
      for (const one of dice) step(story, one);
      for (const found of Object.values(story.state.domain.cases)) {
        const balance = await explainBalance(record, 'person-1', found.caseId);
        expect(balance.agrees).toBe(true);
        expect(balance.hours.sumMinutes).toBe(found.creditedMinutes);
        expect(balance.measure?.sumMinutes ?? 0).toBe(found.measure?.doneMinutes ?? 0);
      }
    }),
    { seed: SEED, numRuns: 30 },
  );
});

describe('a device’s nine hours (S04)', () => {
  it('are two postings of one decision, with date, site, receipt and reason', async () => {
    const record = await keptScenario(scenarioFile('s04-sembilan-jam.yaml'));
    const balance = await explainBalance(record, 'budi', 'c1');
    expect(balance.hours.postings).toMatchObject([
      {
        type: 'MinutesCredited',
        credited: 480,
        date: '2026-04-09',
        siteId: 'puskesmas-contoh',
        reason: null,
      },
      { type: 'MinutesNotCredited', notCredited: 60, reason: 'DAILY_LIMIT', article: 'UU 1/2023 art. 85(5)' },
    ]);
    expect(new Set(balance.hours.postings.map(({ sequence }) => sequence)).size).toBe(1);
    expect(balance.sentences.map(({ en }) => en)).toEqual([
      'c1 HOURS: 2 postings, 480 minutes credited in sum.',
      'Of 6000 minutes to be worked, 5520 are left.',
    ]);
  });

  it('do not agree with a state that was tampered with, and that is said first', async () => {
    const record = await keptScenario(scenarioFile('s04-sembilan-jam.yaml'));
    const steps = [...stepsOf((await record.life('journey/budi'))!)];
    const last = steps.at(-1)!;
    const domain = last.after.domain as JourneyState;
    const cases = { c1: { ...domain.cases.c1!, creditedMinutes: 540 } };
    const forged: Step = { ...last, after: { ...last.after, domain: { ...domain, cases } } };
    const balance = balanceOf('journey/budi', [...steps.slice(0, -1), forged], 'c1');
    expect(balance.agrees).toBe(false);
    expect(balance.sentences[0]?.en).toBe(
      'THE BALANCE DOES NOT AGREE in journey/budi c1 HOURS: the postings sum to 480 minutes, the state says 540. Run titian verify.',
    );
  });
});

it('training hours of a class sum over sheets and corrections (S43)', async () => {
  const record = await keptScenario(scenarioFile('s43-kehadiran-kurang.yaml'));
  const state = [...stepsOf((await record.life('class/las-1'))!)].at(-1)!.after.domain as {
    sheets: { [enrolmentId: string]: object };
  };
  const [enrolmentId = ''] = Object.keys(state.sheets);
  const balance = await explainTrainingBalance(record, 'las-1', enrolmentId);
  expect(balance.postings.length).toBeGreaterThan(0);
  expect([balance.agrees, balance.sumJp]).toEqual([true, balance.stateJp]);
});
