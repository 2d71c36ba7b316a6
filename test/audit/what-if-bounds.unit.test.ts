/** A draft costs what it may: values without sense are refused, lives without end stop, and a process apart is ended. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { FactHistory } from '../../src/audit/fact-history.ts';
import { checkDraft, DraftProblem } from '../../src/audit/what-if/draft.ts';
import { WORK_LIMITS } from '../../src/audit/what-if/replay.ts';
import type { TrialOrder } from '../../src/audit/what-if/trial-order.ts';
import { startTrials, TRIAL_LIMITS } from '../../src/audit/what-if/try-apart.ts';
import { triedLife } from '../../src/audit/what-if/try-draft.ts';
import type { JsonValue } from '../../src/domain/decider.ts';
import {
  isAssumption,
  POLICY_NAMES,
  type PolicyName,
  startingPolicy,
} from '../../src/domain/law/policy-catalogue.ts';
import { type KeptRecord, keptScenario, scenarioFile } from './kept-record.ts';

const source = 'Rancangan 1/2026';
const from = '2026-01-02';
const END = '2028-01-01T00:00:00.000Z';
const SWITCHES = POLICY_NAMES.filter((policy) => !isAssumption(policy));

const isTaken = (policy: PolicyName, value: JsonValue): boolean => {
  try {
    checkDraft([{ policy, from, value, source }]);
    return true;
  } catch (error) {
    if (error instanceof DraftProblem) return false;
    throw error;
  }
};

describe('a drafted value', () => {
  const SENSELESS: JsonValue[] = [
    -1,
    0.5,
    1e15,
    2_900_000_000_000,
    [],
    {},
    null,
    '',
    'x\ny',
    [[-1, 1]],
    [[]],
  ];

  it.each([...SENSELESS, Array.from({ length: 20_000 }, (_, index) => index + 1)].map((value) => [value]))(
    '%j is taken for no policy',
    (value) => expect(SWITCHES.filter((policy) => isTaken(policy, value))).toEqual([]),
  );

  it('that a policy began with is taken', () => {
    expect(SWITCHES.filter((policy) => !isTaken(policy, startingPolicy(policy).value))).toEqual([]);
  });

  it.each<[PolicyName, JsonValue, JsonValue]>([
    ['window_days', 3_660, 3_661],
    ['signature_chase_days', 1, 0],
    ['pace_check_weekday', 7, 8],
    ['litmas_working_days', 1_000, 1_001],
    ['attendance_threshold_percent', 100, 101],
    ['matching_weights', [1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1]],
    ['general_remission_first_year', [[1, 2]], [[1], 'x']],
    ['notice_digest_time', '23:59', '24:00'],
  ])('of %s is %j, and not %j', (policy, good, bad) => {
    expect([isTaken(policy, good), isTaken(policy, bad)]).toEqual([true, false]);
  });
});

describe('a drafted life', () => {
  const FILES = ['s02-angsuran-lewat-enam-bulan', 's14-pelanggaran-penjara', 't24-lapas-rpl-lalu-kerja'];
  const records: KeptRecord[] = [];
  beforeAll(async () => {
    for (const file of FILES) records.push(await keptScenario(scenarioFile(`${file}.yaml`)));
  });
  const lives = () =>
    records.flatMap((record) =>
      [...record.lives]
        .filter(([stream]) => !stream.startsWith('register/'))
        .map(([stream, kept]) => ({ record, life: { stream, ...kept } })),
    );

  it('is decided a bounded number of times, whatever its policies are set to', async () => {
    let tried = 0;
    for (const { record, life } of lives()) {
      const read = new Set(
        life.decisions.flatMap(({ detail }) => detail.policies ?? []).map(({ name }) => name),
      );
      const most = 10 * life.decisions.length + 10 * WORK_LIMITS.firings;
      for (const policy of SWITCHES.filter((name) => read.has(name))) {
        for (const value of [0, 1, 1_000, 3_660].filter((one) => isTaken(policy, one))) {
          const draft = checkDraft([{ policy, from, value, source }]);
          const { decided } = await triedLife(life, record.facts, draft, END);
          expect({ policy, value, bounded: decided <= most }).toEqual({ policy, value, bounded: true });
          tried += 1;
        }
      }
    }
    expect(tried).toBeGreaterThan(50);
  }, 60_000);

  it.each([
    [{ firings: 3, moreEvents: 10_000 }, 'more than 3 deadlines would act under this draft'],
    [{ firings: 1_000, moreEvents: -50 }, /^more than \d+ events would be recorded under this draft$/],
  ])('beyond %j is not replayable, and says so', async (limits, why) => {
    const { record, life } = lives()[0]!;
    const draft = checkDraft([{ policy: 'pace_check_weekday', from, value: 3, source }]);
    const tried = await triedLife(life, record.facts, draft, END, limits);
    expect(tried).toMatchObject({
      outcome: 'not replayable',
      notReplayable: { why: typeof why === 'string' ? why : expect.stringMatching(why) },
      differences: [],
    });
  });

  describe('in a process of its own', () => {
    const order = (): TrialOrder => ({
      life: lives()[0]!.life,
      draft: checkDraft([{ policy: 'window_days', from, value: 270, source }]),
      until: END,
    });
    const silent: FactHistory = {
      at: () => new Promise(() => undefined),
      before: () => new Promise(() => undefined),
    };

    it('comes to the same as here, one after another', async () => {
      const { facts } = records[0]!;
      const trials = await startTrials(facts);
      const { life, draft, until } = order();
      const here = JSON.parse(JSON.stringify(await triedLife(life, facts, draft, until)));
      expect(JSON.parse(JSON.stringify(await trials.try(order())))).toEqual(here);
      expect(JSON.parse(JSON.stringify(await trials.try(order())))).toEqual(here);
      trials.end();
    });

    it('is given up where it gives no answer, and says so', async () => {
      const trials = await startTrials(silent, undefined, { ...TRIAL_LIMITS, patienceMs: 50 });
      expect(await trials.try(order())).toMatchObject({
        outcome: 'not replayable',
        notReplayable: { sequence: null, why: 'it was not decided within 0.05 s under this draft' },
      });
      expect(trials.isOver).toBe(true);
    });

    it('ends with whoever asked', async () => {
      const client = new AbortController();
      const leaving: FactHistory = {
        ...silent,
        at: () => {
          client.abort(new Error('gone'));
          return new Promise(() => undefined);
        },
      };
      const trials = await startTrials(leaving, client.signal);
      await expect(trials.try(order())).rejects.toThrow('gone');
      expect(trials.isOver).toBe(true);
    });

    it('does not take a record that cannot be read for a life that cannot be decided', async () => {
      const broken = { ...silent, at: () => Promise.reject(new Error('no connection')) };
      const trials = await startTrials(broken);
      await expect(trials.try(order())).rejects.toThrow('no connection');
      trials.end();
    });
  });
});
