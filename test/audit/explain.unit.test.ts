/** Why: the worked examples of the domain, with the rule, its setter, and what it would have taken. */
import { beforeAll, describe, expect, it } from 'vitest';
import { explainDeadline } from '../../src/audit/explain/deadline.ts';
import { type DecisionExplanation, explainDecision } from '../../src/audit/explain/decision.ts';
import { explainEvent } from '../../src/audit/explain/event.ts';
import { NothingToExplain } from '../../src/audit/explain/nothing-to-explain.ts';
import type { Asked } from '../../src/audit/explain/outcomes.ts';
import { type KeptRecord, keptScenario, scenarioFile } from './kept-record.ts';

const BUDI = 'journey/budi';
const kept = (file: string): Promise<KeptRecord> => keptScenario(scenarioFile(file));

const changes = ({ otherwise }: DecisionExplanation, kind: Asked['kind']): string[] =>
  otherwise
    .filter(({ asked }) => asked.kind === kind)
    .flatMap((found) => found.changes.map(({ sentence }) => sentence.en));

describe('the ninth hour of a day (S04)', () => {
  let record: KeptRecord;
  let refused: DecisionExplanation;
  beforeAll(async () => {
    record = await kept('s04-sembilan-jam.yaml');
    refused = await explainDecision(record, BUDI, record.last(BUDI, 'record-session').sequence);
  });

  it('is refused by art. 85(5), for this sender, with these data', () => {
    expect(refused).toMatchObject({
      ...{ command: 'record-session', outcome: 'refused', document: null, decidesTheSame: true },
      actor: { role: 'PIDUM_STAFF', office: 'kejari-medan' },
      refusal: {
        code: 'DAILY_LIMIT',
        article: 'UU 1/2023 art. 85(5)',
        parameters: { limit: 480, left: 480 },
      },
      inputs: { start: '2026-04-08T07:00', end: '2026-04-08T17:00' },
    });
    expect(refused.receipt).toBe(record.last(BUDI, 'record-session').hash);
  });

  it('names the rule with its value, source, version and who set it', () => {
    expect(refused.rules.find(({ policy }) => policy === 'daily_limit_minutes')).toMatchObject({
      ...{ value: 480, unit: 'minutes', from: '2026-01-02', source: 'UU 1/2023 art. 85(5)', factVersion: 1 },
      setBy: { stream: 'register/policy/daily_limit_minutes', sequence: 1, actor: { role: 'REGISTRAR' } },
    });
  });

  it('would have been accepted with eight hours, or with another rule', () => {
    expect(changes(refused, 'refusal')).toEqual(
      expect.arrayContaining([
        'with start from 2026-04-08T08:00 to 2026-04-08T12:00 (480 minutes without the breaks)',
        'with end from 2026-04-08T13:00 to 2026-04-08T16:00 (480 minutes without the breaks)',
        'if daily_limit_minutes were 540 or more (minutes)',
      ]),
    );
  });

  it('is told in Indonesian first, with the way out of the catalogue', () => {
    const told = refused.sentences.map(({ id }) => id);
    expect(told[0]).toContain('record-session dari PIDUM_STAFF');
    expect(told[1]).toBe(
      'Batas harian 8 jam terlampaui: pada 8 April 2026 tersisa 480 menit. (UU 1/2023 art. 85(5))',
    );
    expect(told[2]).toBe('Catat paling banyak sisa menit itu, atau pindahkan kerja ke tanggal lain.');
    expect(told).toContain('Akan diterima bila daily_limit_minutes bernilai 540 atau lebih (minutes).');
  });

  it('from a device is not credited, and the event says why', async () => {
    const { version } = record.event(BUDI, 'MinutesNotCredited');
    const { sentence, decision } = await explainEvent(record, BUDI, version);
    expect(sentence.en).toBe(
      `Event ${version} of ${BUDI} (MinutesNotCredited, 2026-04-09) was made by decision ${decision.sequence}: ` +
        '60 minutes on 2026-04-09: over the daily limit (UU 1/2023 art. 85(5)).',
    );
    expect(changes(decision, 'event')).toEqual(
      expect.arrayContaining([
        'with at from 2026-04-09T13:00 to 2026-04-09T16:00',
        'if daily_limit_minutes were 540 or more (minutes)',
      ]),
    );
  });

  it('warns of the rolling day, and says what would have spared it', async () => {
    const { sequence } = record.last(BUDI, 'check-out-session');
    const told = await explainDecision(record, BUDI, sequence);
    expect(told.warnings.map(({ code, article }) => [code, article])).toEqual([
      ['ROLLING_DAY_EXCEEDED', 'UU 1/2023 art. 85(5), 185'],
    ]);
    expect(changes(told, 'warning')).toContain('if rolling_day_warning_minutes were 540 or more (minutes)');
  });

  it('is explained twice in the same words', async () => {
    expect(await explainDecision(record, BUDI, refused.sequence)).toEqual(refused);
  });

  it('says so where nothing stands on record', async () => {
    await expect(explainDecision(record, BUDI, 99)).rejects.toThrow(NothingToExplain);
    await expect(explainEvent(record, 'journey/nobody', 1)).rejects.toThrow(NothingToExplain);
    await expect(explainDeadline(record, BUDI, 'window-end:c9:never')).rejects.toThrow(NothingToExplain);
  });
});

it('gives up a search honestly', async () => {
  const record = await kept('s04-sembilan-jam.yaml');
  const { sequence } = record.last(BUDI, 'record-session');
  const { otherwise, sentences } = await explainDecision(record, BUDI, sequence, { mostTrials: 3 });
  expect(otherwise).toMatchObject([{ complete: false, changes: [] }]);
  expect(sentences.at(-1)?.en).toMatch(
    /^It would have been accepted: the search was given up before its end/,
  );
});

it('is looked for no longer than somebody waits for it, and lets others come between', async () => {
  const record = await kept('s04-sembilan-jam.yaml');
  const client = new AbortController();
  setImmediate(() => client.abort(new Error('gone')));
  const { sequence } = record.last(BUDI, 'record-session');
  const asked = explainDecision(Object.assign(record, { signal: client.signal }), BUDI, sequence);
  await expect(asked).rejects.toThrow('gone');
});

it('an assessor who taught the candidate is refused: another assessor would not have been (S39)', async () => {
  const record = await kept('s39-pelatih-sebagai-asesor.yaml');
  const decisions = record.lives.get('journey/mira')?.decisions ?? [];
  const { sequence } = decisions.find(({ detail }) => detail.refusal?.code === 'ASSESSOR_CONFLICT')!;
  const told = await explainDecision(record, 'journey/mira', sequence);
  expect(told.refusal?.parameters).toMatchObject({ assessorId: 'asesor-pelatih' });
  expect(told.facts).toMatchObject([
    { key: 'assessor/asesor-pelatih', setBy: { actor: { role: 'REGISTRAR' } } },
    { key: 'class/kelas-contoh', setBy: { actor: { role: 'TRAINING_CENTRE_ADMINISTRATOR' } } },
  ]);
  expect(changes(told, 'refusal')).toEqual([
    'with assessorId asesor-a',
    'with assessorId asesor-b',
    'if accountId of assessor/asesor-pelatih were not set',
    'if instructors of class/kelas-contoh had not held "ins-39"',
  ]);
});

it('a child of the law is refused at 17: from 18 it would not have been (S26)', async () => {
  const record = await kept('s26-anak.yaml');
  const stream = 'journey/rian';
  const refused = record.lives.get(stream)!.decisions.find(({ outcome }) => outcome === 'refused')!;
  const told = await explainDecision(record, stream, refused.sequence);
  expect(told.refusal).toMatchObject({ code: 'UNDER_18' });
  expect(changes(told, 'refusal')).toEqual([
    'with ageAtAct.years 18 or more',
    'if minimum_age_years were 17 or less (years)',
  ]);
  expect(JSON.stringify(told.inputs)).not.toMatch(/sealed:|[0-9a-f]{16}/);
});

it('says that no single change was found where several would have been needed (S43)', async () => {
  const record = await kept('s43-kehadiran-kurang.yaml');
  const { decisions } = record.lives.get('journey/nia')!;
  const refused = decisions.find(({ detail }) => detail.refusal?.code === 'ATTENDANCE_BELOW')!;
  const told = await explainDecision(record, 'journey/nia', refused.sequence);
  expect(told.otherwise).toMatchObject([{ asked: { kind: 'refusal' }, changes: [], complete: true }]);
  expect(told.sentences.at(-1)?.id).toMatch(
    /^Akan diterima: tidak ditemukan satu perubahan tunggal dalam \d+ percobaan\.$/,
  );
});

describe('deadlines', () => {
  const idOf = (record: KeptRecord, stream: string, kind: string): string =>
    record.lives
      .get(stream)!
      .events.map(({ type, data }) =>
        type === 'DeadlineArmed' ? (data as { deadlineId: string }).deadlineId : '',
      )
      .find((id) => id.startsWith(`${kind}:`))!;

  it('count 14 working days over a holiday, by the calendar of that version (S37)', async () => {
    const record = await kept('s37-litmas-terlambat.yaml');
    const told = await explainDeadline(record, 'journey/darma', idOf(record, 'journey/darma', 'litmas'));
    expect(told).toMatchObject({
      ...{ state: 'FIRED', dueAt: { date: '2026-06-23' }, acts: ['LitmasOverdue'] },
      armedBy: { command: 'request-litmas', actor: { role: 'PRISON_OFFICER' } },
      due: {
        arithmetic: {
          ...{ policy: 'litmas_working_days', count: 14, unit: 'working days', from: '2026-06-02' },
          calendar: { key: 'calendar/nasional', holidays: ['2026-06-16'] },
        },
      },
    });
    expect(told.sentences.map(({ en }) => en)).toContain(
      'With litmas_working_days 15 it falls on 2026-06-24.',
    );
    expect(told.sentences[1]?.id).toMatch(
      /^14 hari kerja \(litmas_working_days, assumption L-13, register versi 1\)/,
    );
  });

  it('that wait say when they will act, and what they will do', async () => {
    const record = await kept('s04-sembilan-jam.yaml');
    const told = await explainDeadline(record, BUDI, idOf(record, BUDI, 'window-end'));
    expect(told).toMatchObject({
      ...{ state: 'ARMED', endedBy: null, acts: ['WindowEnded', 'BreachReviewOpened'] },
      due: { arithmetic: { policy: 'window_days', count: 180, from: '2026-04-01', field: 'startedOn' } },
    });
    expect(told.sentences.at(-1)?.en).toBe(
      'It will act on 2026-09-28 WIB and, as things stand, record: WindowEnded, BreachReviewOpened.',
    );
  });

  it('that were cancelled name the decision; a date given by a paper moves with the paper alone', async () => {
    const record = await kept('s04-sembilan-jam.yaml');
    const told = await explainDeadline(record, BUDI, idOf(record, BUDI, 'first-appearance'));
    expect(told).toMatchObject({ state: 'CANCELLED', endedBy: { command: 'plan-schedule' } });
    expect(told.due).toMatchObject({
      arithmetic: null,
      movedBy: [{ input: { kind: 'field', path: 'firstAppearanceOn' } }],
    });
  });
});
