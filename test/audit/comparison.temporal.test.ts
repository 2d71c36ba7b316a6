/** A life's three accounts side by side: what agrees, what healed, and what somebody changed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Comparison, compareStream } from '../../src/audit/comparison/compare.ts';
import { readRuns } from '../../src/audit/history/run-rows.ts';
import { createReplays, type ReplayNeeds } from '../../src/audit/replay/replays.ts';
import { type Rules, TODAYS_RULES } from '../../src/audit/rules/rules.ts';
import { refuse } from '../../src/domain/decider.ts';
import { createLedger } from '../../src/ledger/ledger.ts';
import { type LedLife, leadLife, whileTampered } from './led-life.ts';

let life: LedLife;
beforeAll(async () => {
  life = await leadLife();
});
afterAll(() => life?.close());

const compared = (changes: { buildId?: string; today?: Rules } = {}, pool = life.pool): Promise<Comparison> =>
  compareStream(
    { pool, ledger: createLedger(pool), buildId: life.buildId, ...changes },
    life.person.stream,
  ) as Promise<Comparison>;

const hex = (text: string): string => Buffer.from(text).toString('hex');

const typesOf = ({ commands }: Comparison, commandId: string): string[] =>
  commands.find((command) => command.commandId === commandId)?.findings.map(({ type }) => type) ?? ['absent'];

const sentences = (comparison: Comparison): string[] =>
  [...comparison.findings, ...comparison.commands.flatMap(({ findings }) => findings)]
    .filter(({ weight }) => weight === 'difference')
    .map(({ type, sentence }) => `${type}: ${sentence.en}`);

it('replays every archived run with its own bundle and with today’s', async () => {
  const { pool, buildId, bundlePath, person, openRun } = life;
  const replays = createReplays({ pool, today: { buildId, bundlePath } });
  const seen: string[] = [];
  const runs = await replays.replay(person.stream, ({ done, of }) => seen.push(`${done}/${of}`));
  await replays.close();
  const archived = runs.filter(({ runId }) => runId !== openRun);
  expect(archived.length).toBeGreaterThan(2);
  expect(seen.at(-1)).toBe(`${archived.length}/${archived.length}`);
  for (const run of archived) {
    expect(run).toMatchObject({ own: { outcome: 'replayed' }, today: { outcome: 'replayed' }, findings: [] });
    expect(run).toMatchObject({ buildId, ending: 'continued as new' });
  }
  expect(runs.find(({ runId }) => runId === openRun)?.own ?? { outcome: 'not archived yet' }).toEqual({
    outcome: 'not archived yet',
  });
});

describe('a run that cannot be replayed', () => {
  const outcomes = (statements: string[], changes: Partial<ReplayNeeds> = {}) =>
    whileTampered(life, statements, async (pool) => {
      const { buildId, bundlePath, person } = life;
      const replays = createReplays({ pool, today: { buildId, bundlePath }, ...changes });
      const [first] = await replays.replay(person.stream);
      await replays.close();
      return first!;
    });
  const first = `run_id = (SELECT run_id FROM ledger.run WHERE stream_id LIKE 'journey/%' ORDER BY first_recorded_at LIMIT 1)`;
  const GONE = (lostAt: string): string =>
    `UPDATE ledger.run SET history = null, history_hash = null, archived_at = null, lost_at = ${lostAt} WHERE ${first}`;
  const rewritten = (from: string, to: string): string =>
    `UPDATE ledger.run SET history = decode(replace(encode(history, 'hex'), '${hex(from)}', '${hex(to)}'), 'hex'),
       history_hash = sha256(decode(replace(encode(history, 'hex'), '${hex(from)}', '${hex(to)}'), 'hex')) WHERE ${first}`;

  it('names the step that the code does otherwise, and that the bytes are not those sealed', async () => {
    const run = await outcomes([rewritten('"activity_type":"record"', '"activity_type":"forged"')]);
    expect(run.own).toMatchObject({ outcome: 'nondeterminism' });
    expect(run.own).toMatchObject({ message: expect.stringMatching(/nondeterminism error.*activity/i) });
    expect(run.findings).toEqual([
      expect.objectContaining({ en: expect.stringContaining('is not the one that was sealed: its bytes') }),
    ]);
  });

  it('says so where the bytes are no history, or there are none', async () => {
    const cut = `UPDATE ledger.run SET history = 'cut', history_hash = sha256('cut') WHERE ${first}`;
    expect((await outcomes([cut])).own).toMatchObject({ outcome: 'unreadable' });
    const lost = [GONE('now()'), `DELETE FROM ledger.note WHERE kind = 'run-archived'`];
    expect((await outcomes(lost)).own).toEqual({ outcome: 'lost' });
  });

  it.each(['null', 'now()'])('is named as removed where its hash was sealed, lost_at %s', async (lostAt) => {
    const run = await outcomes([GONE(lostAt)]);
    expect(run).toMatchObject({ standing: 'removed', own: { outcome: 'removed' } });
    expect(run.findings).toEqual([
      {
        id: expect.stringMatching(/^Riwayat arsip alur kerja \S+ pada journey\/\S+ telah dihilangkan/),
        en: expect.stringMatching(
          /^The archived history of run \S+ of journey\/\S+ was removed: its hash \w{64} is/,
        ),
      },
    ]);
  });

  it.each([
    [
      `UPDATE ledger.build SET bundle = 'other', bundle_hash = sha256('other')`,
      'is not the one that was sealed',
    ],
    [`DELETE FROM ledger.note WHERE kind = 'build-kept'`, 'was never sealed'],
  ])('is not made again by code that is not the sealed one: %s', async (statement, words) => {
    const other = { buildId: 'of-today', bundlePath: life.bundlePath };
    const run = await outcomes([statement], { today: other });
    expect(run.own).toEqual({ outcome: 'bundle changed', buildId: life.buildId });
    expect(run.today).toMatchObject({ outcome: 'replayed' });
    expect(run.findings.map(({ en }) => en)).toEqual([
      `The workflow bundle of build ${life.buildId} ${words}.`,
    ]);
  });

  it('says so where the bundle of its build was not kept, and still tries today’s', async () => {
    const other = { buildId: 'of-today', bundlePath: life.bundlePath };
    const run = await outcomes(['DELETE FROM ledger.build'], { today: other });
    expect(run).toMatchObject({ own: { outcome: 'bundle missing', buildId: life.buildId } });
    expect(run).toMatchObject({ today: { outcome: 'replayed' } });
  });

  it('is given up when it takes too long', async () => {
    const untouched = `UPDATE ledger.run SET build_id = build_id WHERE ${first}`;
    const run = await outcomes([untouched], { limits: { patienceMs: 1, memoryMegabytes: 512 } });
    const message = 'the replay gave no answer for 0.001 s and was stopped';
    expect(run.own).toEqual({ outcome: 'given up', message });
  });
});

describe('a life that nobody touched', () => {
  it('has three accounts that agree', async () => {
    const comparison = await compared();
    expect(sentences(comparison)).toEqual([]);
    expect(comparison.differences).toBe(0);
    const { commands, states } = comparison;
    expect(commands.every(({ matches }) => matches)).toBe(true);
    expect(new Set(commands.map(({ ownRules }) => ownRules))).toEqual(new Set(['the same']));
    expect(typesOf(comparison, life.healed)).toEqual(['HEALED']);
    expect(typesOf(comparison, life.overheard)).toEqual(['HEALED']);
    expect(typesOf(comparison, life.beside)).toEqual(['NO_HISTORY_BY_DESIGN']);
    expect(typesOf(comparison, life.refused)).toEqual([]);
    expect(new Set(states.map(({ from }) => from))).toEqual(new Set(['told', 'handed on', 'loaded']));
    expect(states.every(({ same }) => same)).toBe(true);
  });

  it('tells a changed rule apart, and names both builds', async () => {
    const today: Rules = {
      ...TODAYS_RULES,
      decide: (stream, state, question) =>
        question.command.name === 'start-execution'
          ? { outcome: 'refused', refusal: refuse('NOT_TODAY').refusal, policies: [] }
          : TODAYS_RULES.decide(stream, state, question),
    };
    const comparison = await compared({ buildId: 'of-tomorrow', today });
    expect(comparison).toMatchObject({ differences: 0, rulesChanged: 1 });
    const changed = comparison.commands.find(({ name }) => name === 'start-execution');
    expect(changed).toMatchObject({ ownRules: 'the same', todaysRules: 'otherwise', matches: false });
    expect(changed?.findings.at(-1)).toMatchObject({ type: 'RULE_CHANGED', weight: 'rule' });
    expect(changed?.findings.at(-1)?.sentence.en).toBe(
      `Decision ${changed?.sequence} of ${life.person.stream} (start-execution): the rules of its own build ` +
        `${life.buildId} give what is recorded, those of today (build of-tomorrow) would decide otherwise; ` +
        'recorded is accepted, the rules say refused (NOT_TODAY).',
    );
  });
});

it('shows how an answer that was lost became known', async () => {
  const { commands } = await compared();
  const told = (id: string) => commands.find(({ commandId }) => commandId === id)?.findings[0]?.sentence.en;
  expect(told(life.healed)).toMatch(
    /never heard the ledger's answer; it asked again and was answered that it is known\.$/,
  );
  expect(told(life.overheard)).toMatch(
    /never heard the ledger's answer; run \S+ found its events behind a later command\.$/,
  );
});

describe('a life that somebody changed', () => {
  const found = (statement: string | string[]): Promise<Comparison> =>
    whileTampered(life, [statement].flat(), (pool) => compared({}, pool));

  it('names an event whose body was changed', async () => {
    const comparison = await found(
      `UPDATE ledger.event SET body = replace(body, '"startedOn":"2026-03-30"', '"startedOn":"2026-03-29"')
       WHERE type = 'ExecutionStarted'`,
    );
    const all = sentences(comparison);
    expect(all.find((one) => one.startsWith('EVENTS_DIFFER'))).toMatch(
      /Event \d+ of journey\/\S+ \(ExecutionStarted\) stands otherwise in event \d+ of the history of run/,
    );
    expect(all.some((one) => one.startsWith('RULES_DISAGREE') && one.includes('ExecutionStarted'))).toBe(
      true,
    );
    expect(all.some((one) => one.startsWith('STATES_DIFFER'))).toBe(true);
  });

  it('names an outcome that was turned', async () => {
    const comparison = await found(
      `UPDATE ledger.decision SET outcome = 'accepted', detail = '{"policies":[],"warnings":[]}'
       WHERE command_id = '${life.refused}'`,
    );
    expect(typesOf(comparison, life.refused)).toEqual(['OUTCOME_DIFFERS', 'RULES_DISAGREE']);
    expect(sentences(comparison)[0]).toContain('(accepted in the ledger, refused in the history)');
  });

  it('names a command that another is said to have sent', async () => {
    const comparison = await found(
      `UPDATE ledger.decision SET actor_id = 'somebody-else' WHERE command_id = '${life.refused}'`,
    );
    expect(typesOf(comparison, life.refused)).toEqual(['COMMAND_DIFFERS']);
  });

  it('names a decision that is gone', async () => {
    const comparison = await found(`DELETE FROM ledger.decision WHERE command_id = '${life.refused}'`);
    expect(typesOf(comparison, life.refused)).toEqual(['MISSING_IN_LEDGER']);
    expect(sentences(comparison)).toHaveLength(1);
  });

  it('names a decision that no run made', async () => {
    const [run] = await readRuns(life.pool, life.person.stream);
    const comparison = await found(
      `UPDATE ledger.decision SET command_id = 'forged', run_id = '${run?.runId}' WHERE command_id = '${life.refused}'`,
    );
    expect(typesOf(comparison, 'forged')).toEqual(['MISSING_IN_HISTORY']);
    expect(typesOf(comparison, life.refused)).toEqual(['MISSING_IN_LEDGER']);
  });

  it('names a fact that no register set', async () => {
    const comparison = await found(
      `UPDATE ledger.decision SET facts = replace(facts, '"version":1', '"version":9')
       WHERE command_id = '${life.healed}'`,
    );
    expect(typesOf(comparison, life.healed)).toContain('FACT_NOT_SET');
  });

  it('names an archived history that was changed, and does not believe it', async () => {
    const [run] = await readRuns(life.pool, life.person.stream);
    const changed = Buffer.from(
      run!.history!.toString('latin1').replaceAll('"finalOn":"2026-03-18"', '"finalOn":"2026-03-19"'),
      'latin1',
    );
    const comparison = await found(
      `UPDATE ledger.run SET history = decode('${changed.toString('hex')}', 'hex'),
         history_hash = sha256(decode('${changed.toString('hex')}', 'hex')) WHERE run_id = '${run?.runId}'`,
    );
    expect(sentences(comparison)[0]).toBe(
      `EVIDENCE_CHANGED: The archived history of run ${run?.runId} of ${life.person.stream} is not the one that was ` +
        'sealed: its bytes were changed.',
    );
  });

  it('names an archived history that was removed', async () => {
    const [run] = await readRuns(life.pool, life.person.stream);
    const comparison = await found(
      `UPDATE ledger.run SET history = null, history_hash = null, archived_at = null WHERE run_id = '${run?.runId}'`,
    );
    const all = sentences(comparison);
    expect(all[0]).toBe(
      `EVIDENCE_CHANGED: The archived history of run ${run?.runId} of ${life.person.stream} was removed: its hash ` +
        `${run?.sha256} is sealed.`,
    );
    expect(all.some((one) => one.endsWith('but the archived history of that run was removed.'))).toBe(true);
    expect(JSON.stringify(comparison)).not.toContain(`${run?.runId}, which is open or not archived yet`);
  });

  it('names a decision whose run was taken from its row', async () => {
    const comparison = await found(
      `UPDATE ledger.decision SET run_id = null WHERE command_id IN ('${life.refused}', '${life.overheard}')`,
    );
    expect(typesOf(comparison, life.refused)).toEqual(['RUN_DIFFERS']);
    expect(sentences(comparison)).toEqual([
      expect.stringMatching(
        /of the history of run \S+ tells that this run recorded it, while the ledger names none\.$/,
      ),
    ]);
    expect(typesOf(comparison, life.overheard)).toEqual(['NOT_WITNESSED']);
  });

  it('names a decision that is given to another run', async () => {
    const comparison = await found(
      `UPDATE ledger.decision SET run_id = '${life.openRun}' WHERE command_id = '${life.refused}'`,
    );
    expect(typesOf(comparison, life.refused)).toEqual(['RUN_DIFFERS']);
  });
});

describe('rules that are not those that were sealed', () => {
  const pack = (decide: string): string =>
    `var TitianRules = { PACK_VERSION: 1, begin: () => 0, evolve: () => 0, decide: () => ${decide} };`;
  const replaced = (script: string): string =>
    `UPDATE ledger.rules SET script = '${script}', script_hash = sha256('${script}')`;
  const sealed = `INSERT INTO ledger.note (kind, body, committed_at, hash)
    SELECT 'rules-kept', json_build_object('build', build_id, 'sha256', encode(script_hash, 'hex'))::text,
      date_trunc('milliseconds', now()), sha256('') FROM ledger.rules`;
  const forgotten = `DELETE FROM ledger.note WHERE kind = 'rules-kept'`;
  const found = (statements: string[]): Promise<Comparison> =>
    whileTampered(life, statements, (pool) => compared({ buildId: 'of-tomorrow' }, pool));

  it.each([
    [[replaced(pack('globalThis.ran = true'))], 'is not the one that was sealed and was not run'],
    [[forgotten], 'was never sealed and was not run'],
  ])('are not run: %s', async (statements, words) => {
    const comparison = await found(statements);
    expect(sentences(comparison)).toEqual([
      `EVIDENCE_CHANGED: The rule pack of build ${life.buildId} ${words}.`,
    ]);
    expect(new Set(comparison.commands.map(({ ownRules }) => ownRules))).toEqual(new Set(['unknown']));
  });

  it('are named where they do not load, though sealed', async () => {
    const comparison = await found([replaced('no script ('), forgotten, sealed]);
    expect(sentences(comparison)).toEqual([
      `EVIDENCE_CHANGED: What was kept and sealed as the rules of build ${life.buildId} is no rule pack that can be run.`,
    ]);
  });

  it('are named where they break off, or read the clock', async () => {
    const comparison = await found([replaced(pack('new Date()')), forgotten, sealed]);
    const all = sentences(comparison);
    expect(all.filter((one) => one.includes('the rules look at a clock')).length).toBeGreaterThan(5);
    expect(all.every((one) => /^(RULES_DISAGREE|STATES_DIFFER)/.test(one))).toBe(true);
  });
});
