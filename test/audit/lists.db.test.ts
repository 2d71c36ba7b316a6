/** What an auditor's lists find in a record into which each pattern was put once, and what a sample draws of it. */
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SandboxIdentity } from '../../src/access/sandbox-issuer.ts';
import { factsAtLeaf } from '../../src/audit/facts-at-leaf.ts';
import { INTEGRITY_LISTS, integrityList, runLists } from '../../src/audit/lists/run.ts';
import { readMoney } from '../../src/audit/money/money.ts';
import { draw, drawKey } from '../../src/audit/sample/draw.ts';
import { drawSample } from '../../src/audit/sample/sample.ts';
import { type ApiWorld, openApi } from '../api/api-world.ts';
import {
  AUDITOR,
  type CaseOnTheWay,
  must,
  paper,
  REGISTRAR,
  registerPerson,
  runningCase,
  STAFF,
  SUPERVISOR,
} from '../api/case-on-the-way.ts';

let api: ApiWorld;
let pool: pg.Pool;
let found: CaseOnTheWay;
let other: CaseOnTheWay;
const session = (date: string, from: string, to: string) => ({
  ...{ caseId: 'c1', siteId: 'puskesmas-helvetia', start: `${date}T${from}`, end: `${date}T${to}` },
});
beforeAll(async () => {
  api = await openApi({
    rooms: (needs) => {
      pool = needs.pool;
      return { examined: needs.pool };
    },
  });
  found = await runningCase(api, undefined, {
    unpaidFineRupiah: 2_000_000,
    replaced: { kind: 'FINE', rupiah: 9_000_000 },
  });
  other = await registerPerson(api, undefined, found.world);
  // Friday the 10th, 09:00 in Medan: a session of 31 March is ten days old.
  await found.moveClock('2026-04-10T02:00:00.000Z');
  await must(found.send('record-session', session('2026-03-31', '08:00', '11:30'), SUPERVISOR));
  // The 9th is on time.
  await must(found.send('record-session', session('2026-04-09', '08:00', '11:30'), SUPERVISOR));
  const overlapping = await found.send('record-session', session('2026-04-09', '11:00', '12:00'), SUPERVISOR);
  if (overlapping.body.code !== 'OVERLAP') throw new Error(overlapping.text);
  const { rows } = await api.superPool.query(
    `SELECT version FROM ledger.event WHERE stream_id = $1 AND type = 'SessionRecorded' ORDER BY version`,
    [`journey/${found.personId}`],
  );
  const correction = { version: Number(rows[1].version), reason: 'Salah tulis' };
  await must(found.send('correct-entry', correction, STAFF, { document: paper('BA', 'BA-9', '2026-04-10') }));
  // Saturday the 11th, two in the morning.
  await found.moveClock('2026-04-10T19:00:00.000Z');
  await must(found.send('record-session', session('2026-04-10', '08:00', '11:30'), SUPERVISOR));
  while ((await api.ledger.sequenceLeaves()) > 0) {}
}, 120_000);
afterAll(() => api.close());

const needs = () => ({ pool, ledger: api.ledger });
const rowsOf = async (name: string) => {
  const { rows } = await runLists(needs(), { world: found.world, lists: [integrityList(name)!] });
  return rows;
};
const get = (url: string, as: SandboxIdentity = AUDITOR) => api.call({ method: 'GET', url, as, key: null });

describe('the integrity lists', () => {
  it('find the entry that was made ten days later, and not the one of the next day', async () => {
    const rows = await rowsOf('backdating');
    expect(rows.map(({ details, actor }) => [details.type, details.date, details.days, actor.id])).toEqual([
      ['SessionRecorded', '2026-03-31', 10, 'supervisor-1'],
    ]);
    expect(rows[0]).toMatchObject({
      stream: `journey/${found.personId}`,
      pattern: 'LATE_ENTRY',
      weight: 'middle',
    });
  });

  it('find the overlap that was refused, by its decision', async () => {
    const [row, ...more] = await rowsOf('overlaps');
    expect(more).toEqual([]);
    expect(row).toMatchObject({ pattern: 'REFUSED', version: null, details: { code: 'OVERLAP' } });
    const decisions = await api.ledger.readDecisions(`journey/${found.personId}`);
    expect(decisions.find(({ sequence }) => sequence === row?.decision)?.outcome).toBe('refused');
  });

  it('find what was entered at night', async () => {
    expect((await rowsOf('out-of-hours')).map(({ pattern, details }) => [pattern, details.at])).toEqual([
      ['NIGHT', expect.stringMatching(/^2026-04-11T02:00/)],
    ]);
  });

  it('say nothing where nothing is', async () => {
    for (const name of ['after-the-end', 'one-hand', 'even-sheets', 'faults', 'lost-claims']) {
      expect([name, await rowsOf(name)]).toEqual([name, []]);
    }
  });

  it('look no further than the leaf that was asked for', async () => {
    const { rows, leaf, streams } = await runLists(needs(), { world: found.world, leaf: 0 });
    expect([rows, leaf, streams]).toEqual([[], 0, 0]);
  });

  it('are each described, and served to auditors alone', async () => {
    const { body } = await get('/api/v1/audit/lists');
    expect(body.lists.map(({ name }: { name: string }) => name)).toEqual(
      INTEGRITY_LISTS.map(({ name }) => name),
    );
    const one = await get(`/api/v1/audit/lists/backdating?world=${found.world}&office=puskesmas-helvetia`);
    expect(one.body).toMatchObject({ list: 'backdating', total: 1, nextOffset: null });
    expect((await get(`/api/v1/audit/lists/backdating?world=${found.world}&to=2026-04-01`)).body.total).toBe(
      0,
    );
    expect((await get('/api/v1/audit/lists/backdating', STAFF)).status).toBe(403);
    expect((await get('/api/v1/audit/lists/nothing')).status).toBe(404);
  });
});

describe('reads of the whole record', () => {
  const list = (name: string, more = '') => get(`/api/v1/audit/lists/${name}?world=${found.world}${more}`);

  it('take turns: who comes meanwhile is told when to ask again', async () => {
    const holding = await api.superPool.connect();
    await holding.query('BEGIN');
    await holding.query('LOCK TABLE ledger.stream IN ACCESS EXCLUSIVE MODE');
    const both = [list('warnings'), get(`/api/v1/audit/money?world=${found.world}`)];
    // Whoever has the turn waits for the lock.
    const first = await Promise.race(both);
    await holding.query('ROLLBACK');
    holding.release();
    expect(first.body).toMatchObject({ code: 'AUDIT_BUSY', parameters: { retryAfterSeconds: 10 } });
    expect(first.body.sentence.en).toBe('Reads like this take turns, and others are still running.');
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 503]);
  });

  it('are cut into pages of one leaf', async () => {
    const first = await list('out-of-hours', '&limit=1');
    expect(first.body.facts).toContainEqual({ key: 'policy/integrity_working_hours', version: 1 });
    const cut = await list('out-of-hours', '&offset=1');
    expect(cut.body).toMatchObject({
      code: 'MALFORMED',
      errors: [{ path: 'leaf', reason: 'a page after the first names the leaf of the first' }],
    });
    expect((await list('out-of-hours', `&offset=1&leaf=${first.body.leaf}`)).body.rows).toEqual([]);
  });

  it('end where whoever asked is gone', async () => {
    const signal = AbortSignal.abort(new Error('gone'));
    await expect(runLists(needs(), { world: found.world, signal })).rejects.toThrow('gone');
    await expect(readMoney(needs(), { world: found.world, signal })).rejects.toThrow('gone');
  });
});

describe('a sample', () => {
  const ids = async (query: object) =>
    (await drawSample(needs(), { world: found.world, seed: 'apip-2026', size: 10, ...query })).streams.map(
      ({ stream }) => stream,
    );

  it('is the same every time, and another for another seed', async () => {
    const all = [`journey/${found.personId}`, `journey/${other.personId}`];
    const ordered = [...all].sort((a, b) => (drawKey('apip-2026', a) < drawKey('apip-2026', b) ? -1 : 1));
    expect(await ids({})).toEqual(ordered);
    expect(await ids({ size: 1 })).toEqual(ordered.slice(0, 1));
  });

  it('is drawn by office, stage, period and risk', async () => {
    const running = [`journey/${found.personId}`];
    expect(await ids({ office: 'puskesmas-helvetia' })).toEqual(running);
    expect(await ids({ stage: 'RUNNING' })).toEqual(running);
    expect(await ids({ from: '2026-04-10' })).toEqual(running);
    expect(await ids({ to: '2026-03-08' })).toEqual([]);
    // One entry of middle weight and two light ones: 2 + 1 + 1, and warnings that were passed over.
    expect(await ids({ risk: 4 })).toEqual(running);
    expect(await ids({ risk: 1_000 })).toEqual([]);
  });

  it('names its leaf and seed, so that another can draw it again', async () => {
    const { body } = await get(`/api/v1/audit/sample?world=${found.world}&seed=apip-2026&size=1`);
    expect(body).toMatchObject({ seed: 'apip-2026', leaf: await api.ledger.lastLeaf(), population: 2 });
  });

  it('takes one of each stratum in turn', () => {
    const items = ['a1', 'a2', 'a3', 'b1'].map((stream) => ({ stream, stratum: stream.slice(0, 1) }));
    expect(draw(items, 's', 2).map(({ stratum }) => stratum)).toEqual(['a', 'b']);
    expect(draw(items, 's', 9)).toHaveLength(4);
    // SHA-256 of `s`, a zero byte and `a1`: anybody can compute it.
    expect(drawKey('s', 'a1')).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('money', () => {
  it('is a sum of events, and says what no event carries', async () => {
    const { sums, streams, notRecorded } = await readMoney(needs(), { world: found.world });
    expect(sums).toEqual({ FINE_REPLACED: 9_000_000, FINE_UNPAID: 2_000_000 });
    expect(streams[0]?.entries.map(({ type, kind, rupiah }) => [type, kind, rupiah])).toEqual([
      ['RulingRegistered', 'FINE_REPLACED', 9_000_000],
      ['RulingRegistered', 'FINE_UNPAID', 2_000_000],
    ]);
    expect(notRecorded).toContain('stipends');
    expect((await get(`/api/v1/audit/money?world=${found.world}`)).body.sums).toEqual(sums);
    expect((await get('/api/v1/audit/money', STAFF)).status).toBe(403);
  });
});

describe('a register entry of tomorrow', () => {
  const setPolicy = (name: string, unit: string, value: unknown) =>
    must(
      api.call({
        url: `/api/v1/registers/policy/${name}/commands/set-policy`,
        as: REGISTRAR,
        body: {
          data: { unit, from: '2026-01-01', value, source: 'Peraturan contoh' },
          document: paper('BA', 'BA-10', '2026-04-10'),
        },
      }),
    );
  const at = async (leaf: number) => {
    const backdating = await runLists(needs(), {
      ...{ world: found.world, leaf, lists: [integrityList('backdating')!] },
    });
    const { streams, facts } = await drawSample(needs(), { world: found.world, seed: 's', size: 9, leaf });
    const versions = Object.fromEntries(facts.map(({ key, version }) => [key, version]));
    return {
      rows: backdating.rows.length,
      risk: Math.max(...streams.map(({ risk }) => risk)),
      versions: [versions['policy/integrity_backdating_days'], versions['policy/sample_risk_points']],
      facts: backdating.facts,
    };
  };

  it('changes no list and no sample of yesterday, and is named where it counts', async () => {
    const yesterday = await api.ledger.lastLeaf();
    const before = await at(yesterday);
    expect(before).toMatchObject({ rows: 1, versions: [1, 1] });
    expect(before.facts).toContainEqual({ key: 'policy/integrity_backdating_days', version: 1 });
    await setPolicy('integrity_backdating_days', 'days', 30);
    await setPolicy('sample_risk_points', 'points for each kind of row: heavy, middle, light', [50, 40, 30]);
    while ((await api.ledger.sequenceLeaves()) > 0) {}
    expect(await at(yesterday)).toEqual(before);
    const today = await at(await api.ledger.lastLeaf());
    expect(today).toMatchObject({ rows: 0, versions: [2, 2] });
    expect(today.risk).toBeGreaterThan(before.risk);
  });

  it('that came with a newer release is taken as it was first set', async () => {
    const facts = await factsAtLeaf(pool, 0, { keys: ['policy/integrity_backdating_days', 'policy/none'] });
    expect(facts.value('policy/integrity_backdating_days')).toMatchObject({ values: [{ value: 7 }] });
    expect(facts.value('policy/none')).toBeUndefined();
    expect(facts.used()).toEqual([
      { key: 'policy/integrity_backdating_days', version: 1 },
      { key: 'policy/none', version: 0 },
    ]);
  });
});
