import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventHash } from '../../src/ledger/chain.ts';
import { canonicalText } from '../../src/ledger/record-decision.ts';
import type { EventTable } from '../../src/ledger/tables.ts';
import { type VerifyProgress, verifyLedger } from '../../src/ledger/verify.ts';
import { type OpenLedger, openLedger } from './open-ledger.ts';
import { NOW, requestOf } from './requests.ts';
import { tamperWith } from './tamper.ts';

let open: OpenLedger;
beforeAll(async () => {
  open = await openLedger();
});
afterAll(() => open.close());

let streams = 0;
const due = '2026-09-28T16:59:59.000Z';
const deadlineId = `window-end:case-1:${due}`;

/** Three decisions with a refusal among them: events 1 to 5, a deadline, a message; leaves for all of it. */
async function newStream(): Promise<string> {
  streams += 1;
  const stream = `journey/tampered-${String(streams).padStart(2, '0')}`;
  const armed = [{ kind: 'window-end', subject: 'case-1', at: due }];
  const messages = [{ id: `${stream}>1`, target: 'class/1', name: 'ask-seat', data: '{"seat":1}' }];
  const requests = [
    requestOf({ stream, commandId: `${stream}/1`, events: [{ type: 'One' }, { type: 'Two' }], armed }),
    requestOf({ stream, commandId: `${stream}/2`, expectedVersion: 3, outcome: 'refused' }),
    requestOf({
      stream,
      commandId: `${stream}/3`,
      expectedVersion: 3,
      events: [{ type: 'Four' }, { type: 'Five' }],
      messages,
    }),
  ];
  for (const request of requests) expect((await open.ledger.recordRequest(request)).status).toBe('recorded');
  while ((await open.ledger.sequenceLeaves()) > 0);
  return stream;
}

const tamper = (...statements: string[]) => tamperWith(open.superPool, ...statements);

/** Findings about one stream as `problem entry position`. */
async function findingsOf(stream: string): Promise<string[]> {
  const { list } = await verifyLedger(open.superPool);
  return list
    .filter((finding) => finding.stream === stream)
    .map(({ problem, entry, position }) =>
      [problem, entry, position].filter((part) => part !== undefined).join(' '),
    );
}

async function toldOf(stream: string): Promise<string[]> {
  const { list } = await verifyLedger(open.superPool);
  return list.filter((finding) => finding.stream === stream).map(({ explanation }) => explanation);
}

it('an intact ledger is intact, with progress and a rate', async () => {
  await newStream();
  const seen: VerifyProgress[] = [];
  const report = await verifyLedger(open.superPool, { onProgress: (progress) => seen.push(progress) });
  expect(report).toMatchObject({
    intact: true,
    streams: 1,
    streamsTotal: 1,
    events: 5,
    decisions: 3,
    leaves: 8,
    list: [],
  });
  expect(report.firstBadEvent).toBeUndefined();
  expect(report.perSecond).toBeGreaterThan(0);
  expect(seen.at(-1)).toMatchObject({ streams: 1, events: 5, decisions: 3, leaves: 8 });
});

describe('a changed event is named', () => {
  it.each([
    ['body', `body = '{"minutes":61}'`],
    ['meta', `meta = '{"commandId":"other"}'`],
    ['type', `type = 'Other'`],
    ['schema', 'schema = 2'],
    ['event id', `event_id = event_id || 'x'`],
    ['recorded time', `recorded_at = recorded_at - interval '1 millisecond'`],
    ['committed time', `committed_at = committed_at - interval '1 day'`],
    ['occurred time', `occurred_at = occurred_at - interval '1 day'`],
    ['occurred date', 'occurred_date = occurred_date - 1'],
    ['occurred zone', `occurred_zone = 'WIT'`],
  ])('by its %s', async (_, change) => {
    const stream = await newStream();
    await tamper(`UPDATE ledger.event SET ${change} WHERE stream_id = '${stream}' AND version = 2`);
    expect(await findingsOf(stream)).toEqual(['HASH_DIFFERS event 2']);
  });

  it('and the first bad event comes first', async () => {
    const { firstBadEvent } = await verifyLedger(open.superPool);
    expect(firstBadEvent).toMatchObject({ stream: 'journey/tampered-02', position: 2 });
    expect(firstBadEvent!.explanation).toBe('event 2 (Two) was changed after it was recorded');
  });

  it('also where it and all hashes after it were computed anew', async () => {
    const stream = await newStream();
    const { rows } = await open.superPool.query<EventTable>(
      'SELECT * FROM ledger.event WHERE stream_id = $1 ORDER BY version',
      [stream],
    );
    let previous = rows[0]!.hash;
    const statements = rows.slice(1).map((row) => {
      const body = row.version === 2 ? '{"minutes":61}' : row.body;
      const hash = eventHash({ ...row, body, previous_hash: previous });
      const set = `body = '${body}', previous_hash = '\\x${previous.toString('hex')}', hash = '\\x${hash.toString('hex')}'`;
      previous = hash;
      return `UPDATE ledger.event SET ${set} WHERE stream_id = '${stream}' AND version = ${row.version}`;
    });
    const head = `UPDATE ledger.stream SET head_hash = '\\x${previous.toString('hex')}' WHERE stream_id = '${stream}'`;
    await tamper(...statements, head);
    const found = await findingsOf(stream);
    expect(found).not.toContain('HASH_DIFFERS event 2');
    expect(found).toContain('RANGE_DIFFERS decision 1');
    expect(found).toContain('LEAF_DIFFERS event 2');
  });
});

describe('a text that is not canonical is named, although its hash fits', () => {
  it.each([
    ['event', { events: [{ type: 'One', body: '{"b":1,"a":2}' }] }, 'NOT_CANONICAL event 1'],
    ['event', { events: [{ type: 'One', body: '{"a": 1}' }] }, 'NOT_CANONICAL event 1'],
    ['event', { events: [{ type: 'One', body: '{"a":1.0}' }] }, 'NOT_CANONICAL event 1'],
    ['event', { events: [{ type: 'One', body: '{"a":1,"a":1}' }] }, 'NOT_CANONICAL event 1'],
    ['event', { events: [{ type: 'One', body: '{"a":"\\u0041"}' }] }, 'NOT_CANONICAL event 1'],
    ['command', { body: '{"name":"x","data":{}}' }, 'NOT_CANONICAL decision 1'],
    ['detail', { detail: '{"warnings":[],"policies":[]}' }, 'NOT_CANONICAL decision 1'],
    [
      'message',
      { messages: [{ id: 'loose', target: 'class/1', name: 'ask', data: '{ }' }] },
      'NOT_CANONICAL message',
    ],
  ])('%s %j', async (_, options, expected) => {
    streams += 1;
    const stream = `journey/loose-${streams}`;
    const request = requestOf({ stream, commandId: stream, ...options });
    expect((await open.ledger.recordRequest(request)).status).toBe('recorded');
    expect(await findingsOf(stream)).toEqual([expected]);
  });

  it('names in the order of the RFC are canonical, also those that look like numbers', async () => {
    const stream = 'journey/numbered';
    const body = canonicalText({ 10: { '€': 1, b: [{ y: 1, z: -1.5e-7 }] }, 9: 'é\n', a: null });
    expect(body.indexOf('"10"')).toBeLessThan(body.indexOf('"9"'));
    await open.ledger.recordRequest(
      requestOf({ stream, commandId: stream, events: [{ type: 'One', body }] }),
    );
    expect(await findingsOf(stream)).toEqual([]);
  });
});

describe('events that were moved, cut or added are named', () => {
  it('two exchanged', async () => {
    const stream = await newStream();
    const move = (from: number, to: number) =>
      `UPDATE ledger.event SET version = ${to} WHERE stream_id = '${stream}' AND version = ${from}`;
    await tamper(move(1, 99), move(2, 1), move(99, 2));
    const found = await findingsOf(stream);
    expect(found.slice(0, 2)).toEqual(['LINK_BROKEN event 1', 'HASH_DIFFERS event 1']);
    expect(found).toContain('LINK_BROKEN event 2');
  });

  it('one deleted from the middle', async () => {
    const stream = await newStream();
    await tamper(`DELETE FROM ledger.event WHERE stream_id = '${stream}' AND version = 2`);
    const found = await findingsOf(stream);
    expect(found[0]).toBe('GAP event 2');
    expect(found).toContain('ROW_MISSING event 2');
  });

  it('the tail cut off', async () => {
    const stream = await newStream();
    await tamper(`DELETE FROM ledger.event WHERE stream_id = '${stream}' AND version > 3`);
    const found = await findingsOf(stream);
    expect(found).toContain('HEAD_DIFFERS event 3');
    expect(found).toContain('RANGE_DIFFERS decision 3');
  });

  it('the tail cut off with its decision and its message, and the head set back', async () => {
    const stream = await newStream();
    await tamper(
      `UPDATE ledger.stream s SET head_version = 3, decision_count = 2,
         head_hash = (SELECT hash FROM ledger.event e WHERE e.stream_id = s.stream_id AND version = 3),
         decision_head_hash = (SELECT hash FROM ledger.decision d WHERE d.stream_id = s.stream_id AND sequence = 2)
       WHERE stream_id = '${stream}'`,
      `DELETE FROM ledger.event WHERE stream_id = '${stream}' AND version > 3`,
      `DELETE FROM ledger.decision WHERE stream_id = '${stream}' AND sequence > 2`,
      `DELETE FROM ledger.message WHERE source_stream = '${stream}'`,
    );
    expect(await findingsOf(stream)).toEqual([
      'ROW_MISSING decision 3',
      'ROW_MISSING event 4',
      'ROW_MISSING event 5',
    ]);
  });

  it('one added at the end without a decision', async () => {
    const stream = await newStream();
    await tamper(
      `INSERT INTO ledger.event SELECT stream_id, 6, event_id || 'x', type, schema, body, meta, occurred_at,
         occurred_date, occurred_zone, recorded_at, committed_at, hash, hash
       FROM ledger.event WHERE stream_id = '${stream}' AND version = 5`,
    );
    const found = await findingsOf(stream);
    for (const expected of [
      'HASH_DIFFERS event 6',
      'RANGE_DIFFERS event 6',
      'HEAD_DIFFERS event 6',
      'LEAF_MISSING event 6',
    ]) {
      expect(found).toContain(expected);
    }
  });

  it('all carried over to another stream', async () => {
    const from = await newStream();
    await tamper(
      `UPDATE ledger.stream SET stream_id = '${from}x' WHERE stream_id = '${from}'`,
      ...['event', 'decision', 'deadline', 'leaf'].map(
        (table) => `UPDATE ledger.${table} SET stream_id = '${from}x' WHERE stream_id = '${from}'`,
      ),
      `UPDATE ledger.message SET source_stream = '${from}x' WHERE source_stream = '${from}'`,
    );
    expect((await findingsOf(`${from}x`))[0]).toBe('LINK_BROKEN event 1');
  });

  it('a whole stream without its row', async () => {
    const stream = await newStream();
    await tamper(`DELETE FROM ledger.stream WHERE stream_id = '${stream}'`);
    expect((await findingsOf(stream))[0]).toBe('STREAM_MISSING stream');
  });
});

describe('a stream row that was rewritten is named', () => {
  it.each([
    ['head hash', `head_hash = decode(repeat('ab', 32), 'hex')`, ['HEAD_DIFFERS event 5']],
    ['head version', 'head_version = 4', ['HEAD_DIFFERS event 5']],
    ['decision count', 'decision_count = 2', ['HEAD_DIFFERS decision 3']],
    ['decision head', `decision_head_hash = decode(repeat('ab', 32), 'hex')`, ['HEAD_DIFFERS decision 3']],
    [
      'world',
      `world = 'sandbox-1'`,
      ['LINK_BROKEN event 1', 'LINK_BROKEN decision 1', 'STATE_DIFFERS deadline', 'STATE_DIFFERS message'],
    ],
    ['kind', `kind = 'register'`, ['LINK_BROKEN event 1', 'LINK_BROKEN decision 1']],
  ])('by its %s', async (_, change, expected) => {
    const stream = await newStream();
    await tamper(`UPDATE ledger.stream SET ${change} WHERE stream_id = '${stream}'`);
    expect(await findingsOf(stream)).toEqual(expected);
  });
});

describe('a changed decision is named', () => {
  it.each([
    ['body', `body = '{}'`],
    ['actor', `actor_id = 'officer-2'`],
    ['role', `actor_role = 'AUDITOR'`],
    ['office', `actor_office = 'kejari-b'`],
    ['time', `now = now - interval '1 day'`],
    ['clock offset', 'clock_offset_ms = 1'],
    ['facts', `facts = '[{"key":"site/1","version":1}]'`],
    ['effects', `effects = '{"claims":[]}'`],
    ['build', `build_id = 'other'`],
    ['run', 'run_id = NULL'],
    ['outcome', `outcome = 'fault'`],
    ['detail', `detail = '{"refusal":{"code":"OTHER"}}'`],
    ['request hash', `request_hash = 'other'`],
    ['command', `command_id = command_id || 'x'`],
  ])('by its %s', async (_, change) => {
    const stream = await newStream();
    await tamper(`UPDATE ledger.decision SET ${change} WHERE stream_id = '${stream}' AND sequence = 2`);
    expect(await findingsOf(stream)).toEqual(['HASH_DIFFERS decision 2']);
  });

  it('or missing', async () => {
    const stream = await newStream();
    await tamper(`DELETE FROM ledger.decision WHERE stream_id = '${stream}' AND sequence = 2`);
    expect(await findingsOf(stream)).toEqual(['GAP decision 2', 'ROW_MISSING decision 2']);
  });
});

describe('what is kept beside the chains is compared with them', () => {
  it.each([
    [`SET state = 'CANCELLED'`, 'has state CANCELLED, not ARMED'],
    [`SET due_at = due_at + interval '1 second'`, `has due_at 2026-09-28T17:00:00.000Z, not ${due}`],
    ['SET due_date = due_date + 9', 'has due_date 2026-10-07, not 2026-09-28'],
    [`SET due_zone = 'WIT'`, 'has due_zone WIT, not WIB'],
    [`SET world = 'zz'`, 'has world zz, not live'],
    [`SET kind = 'pace'`, 'has kind pace, not window-end'],
    [`SET subject = 'case-2'`, 'has subject case-2, not case-1'],
  ])('a deadline: %s', async (change, told) => {
    const stream = await newStream();
    await tamper(
      `UPDATE ledger.deadline ${change} WHERE stream_id = '${stream}' AND deadline_id = '${deadlineId}'`,
    );
    expect(await findingsOf(stream)).toEqual(['STATE_DIFFERS deadline']);
    expect(await toldOf(stream)).toEqual([`deadline ${deadlineId} ${told}`]);
  });

  it('a deadline that was taken away, or put there', async () => {
    const stream = await newStream();
    const row = `stream_id = '${stream}' AND deadline_id = '${deadlineId}'`;
    await tamper(`UPDATE ledger.deadline SET deadline_id = 'other' WHERE ${row}`);
    expect(await toldOf(stream)).toEqual([
      'deadline other was never armed by an event',
      `deadline ${deadlineId} is missing`,
    ]);
  });

  it('a deadline that was cancelled, came back and fired is as it was recorded, until its state is set back', async () => {
    const stream = await newStream();
    const changes = [
      { cancelled: [deadlineId] },
      { armed: [{ kind: 'window-end', subject: 'case-1', at: due }] },
      { fired: [deadlineId] },
    ];
    for (const [index, change] of changes.entries()) {
      const expectedVersion = 5 + index;
      const request = {
        stream,
        commandId: `${stream}/more-${index}`,
        expectedVersion,
        events: [],
        ...change,
      };
      expect((await open.ledger.recordRequest(requestOf(request))).status).toBe('recorded');
      expect(await findingsOf(stream)).toEqual([]);
    }
    await tamper(`UPDATE ledger.deadline SET state = 'ARMED' WHERE stream_id = '${stream}'`);
    expect(await toldOf(stream)).toEqual([`deadline ${deadlineId} has state ARMED, not FIRED`]);
  });

  it.each([
    [`UPDATE ledger.message SET data = '{"seat":2}'`, 'was changed in its data'],
    [`UPDATE ledger.message SET world = 'zz'`, 'has world zz, not live'],
    ['UPDATE ledger.message SET source_version = 4', 'has source_version 4, not 5'],
    [`UPDATE ledger.message SET target = 'class/2'`, 'has target class/2, not class/1'],
    [`UPDATE ledger.message SET name = 'free-seat'`, 'has name free-seat, not ask-seat'],
    ['DELETE FROM ledger.message', 'is missing'],
  ])('%s', async (statement, told) => {
    const stream = await newStream();
    await tamper(`${statement} WHERE source_stream = '${stream}'`);
    expect(await findingsOf(stream)).toEqual(['STATE_DIFFERS message']);
    expect(await toldOf(stream)).toEqual([`message ${stream}>1 ${told}`]);
  });

  it('a row that waits for its leaf is no finding; one that nobody will give a leaf is', async () => {
    const stream = await newStream();
    await open.ledger.recordRequest(requestOf({ stream, commandId: `${stream}/4`, expectedVersion: 5 }));
    expect(await findingsOf(stream)).toEqual([]);
    await tamper(`DELETE FROM ledger.pending_leaf WHERE stream_id = '${stream}'`);
    expect(await findingsOf(stream)).toEqual(['LEAF_MISSING decision 4', 'LEAF_MISSING event 6']);
  });

  it('a register fact', async () => {
    const set = (version: number, value: number) =>
      open.ledger.recordRequest(
        requestOf({
          stream: 'register/site/1',
          kind: 'register',
          commandId: `site-${version}`,
          expectedVersion: version,
          now: NOW,
          factsOut: [{ key: 'site/1', value: { capacity: value } }],
        }),
      );
    const facts = async () =>
      (await verifyLedger(open.superPool)).list
        .filter(({ entry }) => entry === 'fact')
        .map(({ problem }) => problem);
    await set(0, 5);
    await set(1, 6);
    expect(await facts()).toEqual([]);
    await tamper(`UPDATE ledger.fact SET value = '{"capacity":7}' WHERE key = 'site/1'`);
    expect(await facts()).toEqual(['STATE_DIFFERS']);
    await tamper(`UPDATE ledger.fact SET value = '{"capacity":5}', version = 1 WHERE key = 'site/1'`);
    expect(await facts()).toEqual(['STATE_DIFFERS']);
    await tamper(
      `UPDATE ledger.fact SET value = '{"capacity":6}', version = 2, stream_id = 'register/site/2' WHERE key = 'site/1'`,
    );
    expect(await facts()).toEqual(['STATE_DIFFERS']);
    await tamper(`DELETE FROM ledger.fact WHERE key = 'site/1'`);
    expect(await facts()).toEqual(['STATE_DIFFERS']);
  });

  it('leaves that were exchanged within a stream, or taken away', async () => {
    const stream = await newStream();
    const index = (version: number) =>
      `(SELECT leaf_index FROM ledger.leaf WHERE stream_id = '${stream}' AND entry = 'event' AND position = ${version})`;
    await tamper(
      `UPDATE ledger.leaf l SET leaf_index = 1000000 + leaf_index WHERE stream_id = '${stream}' AND position IN (4, 5)`,
      `UPDATE ledger.leaf l SET leaf_index = ${index(5)} - 1000000 - position + 4 WHERE leaf_index > 1000000`,
    );
    expect(await findingsOf(stream)).toEqual(['LEAF_DIFFERS event 5']);
    const gaps = async () =>
      (await verifyLedger(open.superPool)).list.filter(({ entry }) => entry === 'leaf');
    expect(await gaps()).toEqual([]);
    await tamper('DELETE FROM ledger.leaf WHERE leaf_index = 3');
    expect(await gaps()).toMatchObject([{ problem: 'GAP', position: 3 }]);
  });
});
