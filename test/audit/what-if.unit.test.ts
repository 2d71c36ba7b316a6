/** What if: the machinery reproduces every story to the letter, and a draft changes just what it would have. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDraft, type DraftProblem, type DraftValue } from '../../src/audit/what-if/draft.ts';
import { addTotals, NO_TOTALS, totalsOf } from '../../src/audit/what-if/totals.ts';
import { type TriedStream, tryDraft } from '../../src/audit/what-if/try-draft.ts';
import { anyDice, step } from '../journey/lives.ts';
import { Story } from '../journey/story.ts';
import { type KeptRecord, keptScenario, keptStory, scenarioFile } from './kept-record.ts';
import { startedLife } from './started-life.ts';

const SEED = 20_261_122;
const END = '2027-01-01T00:00:00.000Z';
const source = 'Rancangan 1/2026';
const from = '2026-01-02';

async function triedAll(
  record: KeptRecord,
  draft: readonly DraftValue[],
  until = END,
): Promise<TriedStream[]> {
  const streams = [...record.lives.keys()].filter((stream) => !stream.startsWith('register/'));
  const all: TriedStream[] = [];
  for await (const tried of tryDraft(record, streams, draft, until)) all.push(tried);
  return all;
}

const tried = async (file: string, policy: string, value: number): Promise<TriedStream> => {
  const draft = checkDraft([{ policy, from, value, source }]);
  const [first] = await triedAll(await keptScenario(scenarioFile(file)), draft);
  return first!;
};

describe('without a draft', () => {
  const FOLDER = join(import.meta.dirname, '../scenarios');
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));

  it('every story comes out as recorded, to the letter', async () => {
    let decisions = 0;
    for (const file of files) {
      const all = await triedAll(await keptScenario(scenarioFile(file)), [], '2060-01-01T00:00:00.000Z');
      expect(
        all.filter(({ outcome }) => outcome !== 'same').map(({ stream }) => `${file} ${stream}`),
      ).toEqual([]);
      decisions += all.reduce((sum, one) => sum + one.decisions, 0);
    }
    expect(decisions).toBeGreaterThan(1_000);
  }, 60_000);

  it('any life comes out as recorded, also where nobody was awake', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyDice, { maxLength: 30 }), async (dice) => {
        const story = new Story();
        const record = keptStory(story);
        startedLife(story);
        for (const one of dice) step(story, one);
        const [life] = await triedAll(record, [], story.now);
        expect(life).toMatchObject({ outcome: 'same', differences: [], cases: [] });
      }),
      { seed: SEED, numRuns: 20 },
    );
  });
});

describe('with a draft', () => {
  it('of nine hours a day, the refused entry is accepted, and what rests on it is told apart (S04)', async () => {
    const life = await tried('s04-sembilan-jam.yaml', 'daily_limit_minutes', 540);
    expect(life).toMatchObject({ outcome: 'different', office: 'kejari-medan' });
    expect(
      life.differences.map(({ command, kind, recorded, drafted, followsFrom }) => [
        command,
        kind,
        recorded,
        drafted,
        followsFrom,
      ]),
    ).toEqual([
      ['record-session', 'accepted now', 'DAILY_LIMIT', 'accepted', null],
      ['check-in-session', 'other events', 'SessionCheckedIn', 'SessionCheckedIn', 10],
      [
        ...['check-out-session', 'other events'],
        ...['SessionCheckedOut, MinutesCredited, MinutesNotCredited, OverworkFlagged'],
        ...['SessionCheckedOut, MinutesCredited', null],
      ],
    ]);
    expect(totalsOf(life)).toMatchObject({
      streams: 1,
      different: 1,
      acceptedNow: 1,
      refusedNow: 0,
      followed: 1,
    });
  });

  it('of nine months, the window ends later and nobody was late in September (S02)', async () => {
    const life = await tried('s02-angsuran-lewat-enam-bulan.yaml', 'window_days', 270);
    expect(life.cases).toMatchObject([
      { caseId: 'c1', windowEndsOn: { recorded: '2026-09-28', drafted: '2026-12-27' } },
    ]);
    expect(life.late.recorded).toContainEqual({ type: 'WindowEnded', subject: 'c1', on: '2026-09-28' });
    expect(life.late.drafted).toEqual([{ type: 'WindowEnded', subject: 'c1', on: '2026-12-27' }]);
  });

  it('of four hours a day, the plan is refused, and the rest cannot happen (S01)', async () => {
    const life = await tried('s01-polos-240-jam.yaml', 'daily_limit_minutes', 240);
    expect(life.differences[0]).toMatchObject({
      command: 'plan-schedule',
      kind: 'refused now',
      drafted: 'DAILY_LIMIT',
    });
    expect(life.differences[1]).toMatchObject({
      command: 'start-execution',
      drafted: 'WRONG_STAGE',
      followsFrom: 7,
    });
    expect(life.differences[2]).toMatchObject({
      command: 'record-session',
      drafted: 'WRONG_STAGE',
      alone: 'DAILY_LIMIT',
    });
    expect(life.cases).toMatchObject([{ completedOn: { recorded: '2026-05-08', drafted: null } }]);
    expect(totalsOf(life)).toMatchObject({ casesNotDone: 1, casesLater: 0 });
  });

  it('of twenty working days, the litmas was not late (S37)', async () => {
    const life = await tried('s37-litmas-terlambat.yaml', 'litmas_working_days', 20);
    expect(life.late).toEqual({
      recorded: [{ type: 'LitmasOverdue', subject: 'c1', on: '2026-06-23' }],
      drafted: [],
    });
    expect(life.deadlines).toEqual({
      recorded: [{ kind: 'litmas', subject: 'c1', dueOn: '2026-06-23' }],
      drafted: [{ kind: 'litmas', subject: 'c1', dueOn: '2026-07-01' }],
    });
  });

  it('that begins later, what was decided before stays as it was', async () => {
    const record = await keptScenario(scenarioFile('s04-sembilan-jam.yaml'));
    const draft = checkDraft([{ policy: 'daily_limit_minutes', from: '2026-05-01', value: 540, source }]);
    expect(await triedAll(record, draft)).toMatchObject([{ outcome: 'same' }]);
  });

  it('gives the same report twice', async () => {
    const once = await tried('s02-angsuran-lewat-enam-bulan.yaml', 'window_days', 270);
    expect(await tried('s02-angsuran-lewat-enam-bulan.yaml', 'window_days', 270)).toEqual(once);
  });
});

it('a life that today’s rules decide otherwise is not compared', async () => {
  const record = await keptScenario(scenarioFile('s04-sembilan-jam.yaml'));
  const decisions = record.lives.get('journey/budi')!.decisions;
  const at = decisions.findIndex(({ outcome }) => outcome === 'refused');
  const forged = { ...decisions[at]!, detail: { refusal: { code: 'OVERLAP', parameters: {} } } };
  decisions[at] = forged;
  const [life] = await triedAll(record, []);
  expect(life).toMatchObject({
    outcome: 'not replayable',
    notReplayable: { sequence: 10, command: 'record-session', why: 'today’s rules decide otherwise' },
  });
  expect(addTotals(totalsOf(life!), NO_TOTALS)).toMatchObject({ streams: 1, notReplayable: 1, different: 0 });
});

describe('a draft', () => {
  const problems = (given: unknown): readonly string[] => {
    try {
      checkDraft(given);
      return [];
    } catch (error) {
      return (error as DraftProblem).problems;
    }
  };

  it.each([
    [[], /^a draft is a list/],
    [[{ policy: 'no_such', from, value: 1, source }], /^value 1: policy is not in the catalogue/],
    [[{ policy: 'daily_limit_minutes', from: '2026-13-01', value: 1, source }], /from is not a date/],
    [
      [{ policy: 'daily_limit_minutes', from, value: '540', source }],
      /a whole number from 1 to 1440 \(minutes\)$/,
    ],
    [[{ policy: 'daily_limit_minutes', from, value: 1.5, source }], /a whole number/],
    [
      [{ policy: 'daily_limit_minutes', from, value: 540, unit: 'hours', source }],
      /unit of daily_limit_minutes is minutes$/,
    ],
    [
      [{ policy: 'window_warning_days', from, value: [60, 'x'], source }],
      /a list of 1 to 20, each a whole number from 0 to 3660/,
    ],
    [[{ policy: 'travel_credited', from, value: true, source }], /no switch; it cannot be drafted$/],
    [[{ policy: 'daily_limit_minutes', from, value: 540 }], /source does not name the paper/],
    [[{ policy: 'daily_limit_minutes', from, value: 540, source, price: 3 }], /has a field that is not/],
  ])('%j is refused by its first mistake', (given, sentence) => {
    expect(problems(given)[0]).toMatch(sentence);
  });

  it('with its unit said is taken, also as a list', () => {
    expect(
      problems([
        { policy: 'window_warning_days', from, value: [90, 30], unit: 'days before the end', source },
      ]),
    ).toEqual([]);
  });
});

it('nothing that explains or tries a draft imports a way to write', () => {
  const folders = ['explain', 'what-if'].map((name) => join(import.meta.dirname, '../../src/audit', name));
  const imported = folders.flatMap((folder) =>
    readdirSync(folder).flatMap((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      return [
        ...text.matchAll(/^import (?!type)[^;]*? from '[^']*\/(ledger|vault|access|gateway)\/([^']+)';/gm),
      ].map(([, room, path]) => `${room}/${path}`);
    }),
  );
  expect([...new Set(imported)]).toEqual(['ledger/decisions.ts']);
});
