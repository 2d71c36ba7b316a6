import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenLedger, openLedger } from './open-ledger.ts';
import { NOW, type RequestOptions, requestOf } from './requests.ts';

let open: OpenLedger;
beforeAll(async () => {
  open = await openLedger();
});
afterAll(() => open.close());

const record = (options: RequestOptions) => open.ledger.recordRequest(requestOf(options));
const decisionsOf = async (stream: string) => (await open.ledger.readDecisions(stream)).length;

describe('a decision is recorded', () => {
  it('with its events, versions and head, and reads back as it was given', async () => {
    const stream = 'journey/append';
    const answer = await record({
      stream,
      commandId: 'append-1',
      events: [{ type: 'PersonRegistered', body: '{"a":"é\\u0001\\n"}' }, { type: 'CaseRegistered' }],
    });
    expect(answer).toMatchObject({ status: 'recorded', headVersion: 2, firstVersion: 1, lastVersion: 2 });
    expect(answer).toMatchObject({ outcome: 'accepted', detail: '{}' });
    expect(answer.headHash).toMatch(/^[0-9a-f]{64}$/);
    expect(answer.events).toEqual([
      {
        version: 1,
        type: 'PersonRegistered',
        schema: 1,
        body: '{"a":"é\\u0001\\n"}',
        meta: '{"commandId":"append-1"}',
        occurredAt: { at: NOW, date: '2026-03-02', zone: 'WIB' },
        recordedAt: NOW,
      },
      expect.objectContaining({ version: 2, type: 'CaseRegistered' }),
    ]);
    const events = await open.ledger.readStream(stream);
    expect(events.map(({ version, type }) => [version, type])).toEqual([
      [1, 'PersonRegistered'],
      [2, 'CaseRegistered'],
    ]);
    expect(events[0]).toMatchObject({
      data: { a: 'é\u0001\n' },
      occurredAt: { at: NOW, zone: 'WIB' },
      recordedAt: NOW,
    });
    expect(events[1]!.hash).toBe(answer.headHash);
    expect(await open.ledger.readStream(stream, { afterVersion: 1 })).toHaveLength(1);
    expect(await open.ledger.readStream(stream, { upTo: 1 })).toHaveLength(1);
    expect(await open.ledger.streamExists(stream)).toBe(true);
  });

  it('also when it is a refusal, which consumes no version', async () => {
    const stream = 'journey/refusal';
    await record({ stream, commandId: 'refusal-1' });
    const detail = '{"refusal":{"code":"DAY_FULL","parameters":{}}}';
    const answer = await record({
      stream,
      commandId: 'refusal-2',
      expectedVersion: 1,
      outcome: 'refused',
      detail,
    });
    expect(answer).toMatchObject({
      status: 'recorded',
      headVersion: 1,
      outcome: 'refused',
      detail,
      events: [],
    });
    expect(answer.firstVersion).toBeNull();
    expect(await open.ledger.findDecision('refusal-2')).toMatchObject({
      stream,
      sequence: 2,
      outcome: 'refused',
      detail: { refusal: { code: 'DAY_FULL' } },
      body: { name: 'record-session', data: { minutes: 60 } },
      actor: { id: 'officer-1', role: 'SITE_SUPERVISOR', office: 'site-1' },
      now: NOW,
      runId: 'run-1',
    });
  });

  it('and a stream whose commands were all refused does not exist yet', async () => {
    await record({ stream: 'journey/only-refused', commandId: 'only-refused', outcome: 'refused' });
    expect(await open.ledger.streamExists('journey/only-refused')).toBe(false);
    expect(await open.ledger.streamExists('journey/never-heard-of')).toBe(false);
  });

  it('and is known as it was at an instant by the prefix recorded until then', async () => {
    const stream = 'journey/known-at';
    await record({ stream, commandId: 'known-at-1', now: '2026-03-02T01:00:00.000Z' });
    await record({ stream, commandId: 'known-at-2', expectedVersion: 1, now: '2026-03-03T01:00:00.000Z' });
    expect(await open.ledger.readStream(stream, { knownAt: '2026-03-02T01:00:00.000Z' })).toHaveLength(1);
    expect(await open.ledger.readStream(stream, { knownAt: '2026-03-02T00:59:59.999Z' })).toHaveLength(0);
    expect(await open.ledger.readStream(stream, { knownAt: '2026-03-03T01:00:00.000Z' })).toHaveLength(2);
  });
});

describe('a command id', () => {
  it('seen before is answered with its first outcome and the tail, and writes nothing', async () => {
    const stream = 'journey/known';
    const first = await record({ stream, commandId: 'known-1', detail: '{"warnings":[]}' });
    await record({ stream, commandId: 'known-2', expectedVersion: 1 });
    const again = await record({ stream, commandId: 'known-1', outcome: 'fault' });
    expect(again).toMatchObject({
      status: 'known',
      outcome: 'accepted',
      detail: '{"warnings":[]}',
      firstVersion: 1,
      lastVersion: 1,
      headVersion: 2,
    });
    expect(again.events!.map(({ version }) => version)).toEqual([1, 2]);
    expect(again.events![0]).toEqual(first.events![0]);
    const upToDate = await record({ stream, commandId: 'known-2', expectedVersion: 2 });
    expect(upToDate).toMatchObject({ status: 'known', events: [], firstVersion: 2, lastVersion: 2 });
    expect(await decisionsOf(stream)).toBe(2);
  });

  it('asked for again by another run gives that run its row, so that its history is archived too', async () => {
    const stream = 'journey/asked-again';
    await record({ stream, commandId: 'asked-1', runId: 'run-a' });
    expect((await record({ stream, commandId: 'asked-1', runId: 'run-b' })).status).toBe('known');
    expect((await record({ stream, commandId: 'asked-1', runId: 'run-b' })).status).toBe('known');
    // A register asks without a run.
    expect((await record({ stream, commandId: 'asked-1', runId: '' })).status).toBe('known');
    expect((await record({ stream, commandId: 'asked-2', runId: 'run-c' })).status).toBe('tail');
    const { rows } = await open.pool.query(
      'SELECT run_id FROM ledger.run WHERE stream_id = $1 ORDER BY run_id',
      [stream],
    );
    expect(rows).toEqual([{ run_id: 'run-a' }, { run_id: 'run-b' }]);
  });

  it('used for another request is refused, in the same stream and in another', async () => {
    const stream = 'journey/reused';
    await record({ stream, commandId: 'reused-1' });
    const other = { commandId: 'reused-1', requestHash: 'another hash' };
    expect((await record({ stream, ...other, expectedVersion: 1 })).status).toBe('command_id_reused');
    expect((await record({ stream: 'journey/reused-b', commandId: 'reused-1' })).status).toBe(
      'command_id_reused',
    );
    expect(await decisionsOf(stream)).toBe(1);
    expect(await open.ledger.readHead('journey/reused-b')).toBeUndefined();
  });

  it('recorded by two streams in the same instant belongs to one of them', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => `raced-${index}`);
    const statuses = await Promise.all(
      ids.flatMap((commandId) =>
        ['a', 'b', 'c'].map(async (letter) => {
          const answer = await record({ stream: `journey/raced-${letter}-${commandId}`, commandId });
          return `${commandId} ${answer.status}`;
        }),
      ),
    );
    for (const id of ids) {
      expect(statuses.filter((status) => status === `${id} recorded`)).toHaveLength(1);
      expect(statuses.filter((status) => status === `${id} command_id_reused`)).toHaveLength(2);
    }
  });
});

describe('a caller', () => {
  it('that is behind gets the tail, and nothing is written', async () => {
    const stream = 'journey/tail';
    await record({
      stream,
      commandId: 'tail-1',
      events: [{ type: 'One' }, { type: 'Two' }, { type: 'Three' }],
    });
    const answer = await record({ stream, commandId: 'tail-2', expectedVersion: 1 });
    expect(answer).toMatchObject({ status: 'tail', headVersion: 3 });
    expect(answer.events!.map(({ type }) => type)).toEqual(['Two', 'Three']);
    expect(answer.outcome).toBeUndefined();
    expect(await decisionsOf(stream)).toBe(1);
  });

  it('that is far behind gets the tail in parts, its own known command in the last', async () => {
    const stream = 'journey/long-tail';
    for (let index = 0; index < 3; index += 1) {
      const events = Array.from({ length: 400 }, () => ({ type: 'SessionRecorded' }));
      await record({ stream, commandId: `long-${index}`, expectedVersion: index * 400, events });
    }
    let version = 0;
    const statuses: string[] = [];
    while (version < 1200) {
      const answer = await record({ stream, commandId: 'long-0', expectedVersion: version });
      statuses.push(answer.status);
      expect(answer.events![0]!.version).toBe(version + 1);
      version = answer.events!.at(-1)!.version;
    }
    expect(statuses).toEqual(['tail', 'tail', 'known']);
  });

  it('that is ahead of the ledger is told so, and nothing is written', async () => {
    const stream = 'journey/behind';
    await record({ stream, commandId: 'behind-1' });
    expect(await record({ stream, commandId: 'behind-2', expectedVersion: 7 })).toMatchObject({
      status: 'ledger_behind',
      headVersion: 1,
      events: [],
    });
    const unknown = await record({ stream: 'journey/behind-new', commandId: 'behind-3', expectedVersion: 1 });
    expect(unknown).toMatchObject({ status: 'ledger_behind', headVersion: 0 });
    expect(await decisionsOf(stream)).toBe(1);
    expect(await open.ledger.readHead('journey/behind-new')).toBeUndefined();
  });
});

describe('deadlines and messages', () => {
  const at = '2026-09-28T16:59:59.000Z';
  const later = '2026-10-28T16:59:59.000Z';

  it('are armed, cancelled, armed again and fired with the events that say so', async () => {
    const stream = 'journey/deadlines';
    const world = 'world-of-deadlines';
    const id = `window-end:case-1:${at}`;
    const due = async () => (await open.ledger.nextDue(world, later, 10)).map(({ deadlineId }) => deadlineId);
    await record({ stream, world, commandId: 'd-1', armed: [{ kind: 'window-end', subject: 'case-1', at }] });
    expect(await open.ledger.nextDue(world, at, 10)).toEqual([
      { stream, deadlineId: id, kind: 'window-end', subject: 'case-1', dueAt: at, world },
    ]);
    expect(await open.ledger.nextDue(world, '2026-09-28T16:59:58.999Z', 10)).toEqual([]);
    expect(await open.ledger.overdue(later, 100)).not.toContainEqual(expect.objectContaining({ stream }));
    await record({ stream, world, commandId: 'd-2', expectedVersion: 2, cancelled: [id] });
    expect(await due()).toEqual([]);
    await record({
      stream,
      world,
      commandId: 'd-3',
      expectedVersion: 4,
      armed: [{ kind: 'window-end', subject: 'case-1', at }],
    });
    expect(await due()).toEqual([id]);
    const fired = await record({
      stream,
      world,
      commandId: `${id}:fire`,
      name: 'fire-deadline',
      expectedVersion: 6,
      fired: [id],
      events: [],
    });
    expect(fired).toMatchObject({ status: 'recorded', headVersion: 7 });
    expect(await due()).toEqual([]);
    const again = await record({
      stream,
      world,
      commandId: `${id}:fire`,
      name: 'fire-deadline',
      expectedVersion: 7,
    });
    expect(again.status).toBe('known');
  });

  it('that do not fit what is armed are a bug, and nothing is written', async () => {
    const stream = 'journey/misfit';
    await record({ stream, commandId: 'misfit-1' });
    const misfit = record({
      stream,
      commandId: 'misfit-2',
      expectedVersion: 1,
      cancelled: ['never:armed:x'],
    });
    await expect(misfit).rejects.toMatchObject({ code: 'TL001' });
    expect(await open.ledger.readHead(stream)).toMatchObject({ headVersion: 1, decisionCount: 1 });
  });

  it('keep a stream open until they are done; a message is answered once, in order', async () => {
    const stream = 'journey/messages';
    const world = 'world-of-messages';
    const messages = ['m-2', 'm-1', 'm-3'].map((id) => ({
      id,
      target: 'class/1',
      name: 'seat',
      data: '{"seat":1}',
    }));
    await record({ stream, world, commandId: 'message-1', messages });
    const isOpen = async () => (await open.ledger.openStreams(1000)).some((each) => each.stream === stream);
    expect((await open.ledger.undelivered(10, world)).map(({ id }) => id)).toEqual(['m-2']);
    expect((await open.ledger.undelivered(10, world))[0]).toMatchObject({
      sourceStream: stream,
      sourceVersion: 1,
      target: 'class/1',
      name: 'seat',
      data: '{"seat":1}',
      world,
    });
    expect(await isOpen()).toBe(true);
    expect(await open.ledger.markDelivered('m-2', 'accepted')).toBe(true);
    expect(await open.ledger.markDelivered('m-2', 'refused')).toBe(false);
    expect((await open.ledger.undelivered(10, world)).map(({ id }) => id)).toEqual(['m-1']);
    await open.ledger.markDelivered('m-1', 'accepted');
    await open.ledger.markDelivered('m-3', 'refused');
    expect(await open.ledger.undelivered(10, world)).toEqual([]);
    expect(await isOpen()).toBe(false);
  });
});

describe('runs', () => {
  it('register with their first record, and are archived once with bytes that match their hash', async () => {
    const stream = 'journey/runs';
    await record({ stream, commandId: 'runs-1', runId: 'run-of-runs' });
    await record({ stream, commandId: 'runs-2', expectedVersion: 1, runId: 'run-of-runs' });
    await record({ stream, commandId: 'runs-3', expectedVersion: 2, runId: '' });
    const mine = async () => (await open.ledger.unarchivedRuns(1000)).filter((run) => run.stream === stream);
    expect(await mine()).toMatchObject([{ stream, runId: 'run-of-runs', buildId: 'test' }]);
    const sha256 = '7509e5bda0c762d2bac7f90d758b5b2263fa01ccbc542ab5e3df163be08e6ca9';
    const archive = (text: string) =>
      open.ledger.archiveRun(stream, 'run-of-runs', Buffer.from(text), sha256);
    await expect(archive('something else')).rejects.toMatchObject({ code: 'TL001' });
    expect(await archive('hello world!')).toBe(true);
    expect(await archive('hello world!')).toBe(false);
    expect(await mine()).toEqual([]);
  });

  it('are walked from where the last page ended, and a lost one is passed over', async () => {
    const stream = 'journey/run-pages';
    for (const [index, runId] of ['a', 'b', 'c'].entries()) {
      await record({
        stream,
        commandId: `run-page-${runId}`,
        expectedVersion: index,
        runId: `page-${runId}`,
      });
    }
    const walked: string[] = [];
    for (let page = await open.ledger.unarchivedRuns(1); page.length > 0; ) {
      walked.push(page[0]!.runId);
      page = await open.ledger.unarchivedRuns(1, page[0]);
    }
    expect(walked.filter((runId) => runId.startsWith('page-'))).toEqual(['page-a', 'page-b', 'page-c']);
    expect(await open.ledger.markRunLost(stream, 'page-b')).toBe(true);
    expect(await open.ledger.markRunLost(stream, 'page-b')).toBe(false);
    const left = (await open.ledger.unarchivedRuns(1000)).filter((run) => run.stream === stream);
    expect(left.map(({ runId }) => runId)).toEqual(['page-a', 'page-c']);
  });
});

describe('a request that breaks an invariant raises, and writes nothing', () => {
  const base = requestOf({ stream: 'journey/broken', commandId: 'broken' });
  const event = base.events[0]!;
  it.each<[string, object]>([
    ['another world', { stream: 'journey/append', expectedVersion: 2, world: 'sandbox-1' }],
    ['another kind', { stream: 'journey/append', expectedVersion: 2, kind: 'register' }],
    ['an unknown outcome', { outcome: 'perhaps' }],
    ['a refusal with events', { outcome: 'refused' }],
    [
      'a refusal with messages',
      { outcome: 'refused', events: [], messages: [{ id: 'x', target: 't', name: 'n', data: '{}' }] },
    ],
    ['a body that is not text', { events: [{ ...event, body: { minutes: 60 } }] }],
    ['a body that is not an object', { events: [{ ...event, body: '[1]' }] }],
    ['a body that is not JSON', { events: [{ ...event, body: '{"minutes":' }] }],
    [
      'an instant without milliseconds',
      { now: '2026-03-02T02:00:00Z', events: [{ ...event, recordedAt: '2026-03-02T02:00:00Z' }] },
    ],
    ['an instant in another zone', { now: '2026-03-02T09:00:00.000+07:00', events: [] }],
    ['an event recorded at another time', { events: [{ ...event, recordedAt: '2026-03-02T02:00:00.001Z' }] }],
    [
      'a date that is not one',
      { events: [{ ...event, occurredAt: { ...event.occurredAt, date: '2026-02-30' } }] },
    ],
    ['an unknown zone', { events: [{ ...event, occurredAt: { ...event.occurredAt, zone: 'CET' } }] }],
    ['a negative expected version', { expectedVersion: -1 }],
    ['a missing request hash', { command: { ...base.command, requestHash: undefined } }],
    ['facts that move without an event', { events: [], factsOut: [{ key: 'site/1', value: 1 }] }],
    ['an unknown claim change', { claims: [{ kind: 'steal', key: 'k', holder: 'h' }] }],
    [
      'too many events',
      { events: Array.from({ length: 2_501 }, (_, index) => ({ ...event, id: `broken/${index}` })) },
    ],
  ])('%s', async (_, change) => {
    const before = await open.superPool.query('SELECT count(*) FROM ledger.decision');
    await expect(open.ledger.recordRequest({ ...base, ...change })).rejects.toMatchObject({
      code: expect.stringMatching(/^(TL001|2[23]...)$/),
    });
    expect((await open.superPool.query('SELECT count(*) FROM ledger.decision')).rows).toEqual(before.rows);
    expect(await open.ledger.readHead('journey/broken')).toBeUndefined();
  });
});
