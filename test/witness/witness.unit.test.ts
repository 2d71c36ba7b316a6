import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseSignatures } from '../../src/transparency/note-text.ts';
import { logSigner, openNote, signNote, verifySignature } from '../../src/transparency/signed-note.ts';
import { formatAddCheckpoint } from '../../src/transparency/witness-request.ts';
import { testKey } from '../transparency/test-keys.ts';
import { type TestLog, testLog } from './test-log.ts';
import { bundleWitness, type RunningWitness, type WitnessHome, witnessHome } from './witness-process.ts';

const ORIGIN = 'titian.example/log';
const log = testLog(ORIGIN);
const hashOf = (origin: string) => createHash('sha256').update(origin).digest('hex');

const build = bundleWitness();
let home: WitnessHome;
let witness: RunningWitness;

beforeAll(async () => {
  home = witnessHome(build.script, [log.signer.key, ...others.map(({ signer }) => signer.key)]);
  witness = await home.start();
});
afterAll(async () => {
  await home.remove();
  build.remove();
});

/** A log for each test that needs one from its begin. */
const others = ['growth', 'fork', 'race', 'equal', 'evidence', 'empty'].map((name) =>
  testLog(`${name}.example/log`),
);
const [growing, forked, racing, equal, watched, empty] = others as [
  TestLog,
  TestLog,
  TestLog,
  TestLog,
  TestLog,
  TestLog,
];
const evidence = () => readdirSync(join(home.folder, 'witness-state', 'evidence')).sort();

describe('a witness', () => {
  it('cosigns what has only grown, and answers with its signature line', async () => {
    for (const [from, to] of [
      [0, 3],
      [3, 4],
      [4, 17],
      [17, 17],
      [17, 40],
    ] as const) {
      const answer = await witness.add(await growing.request(from, to));
      expect(answer.status).toBe(200);
      const [line, ...more] = parseSignatures(answer.body);
      expect(more).toEqual([]);
      expect(line).toMatchObject({ name: 'ombudsman.example/witness', id: witness.key.id });
      verifySignature(growing.text(to), witness.key, line!);
    }
  });

  it('serves the last checkpoint with both signatures', async () => {
    await witness.add(await growing.request(0, 40));
    const response = await fetch(`${witness.url}/${hashOf('growth.example/log')}/checkpoint`);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    const { text, verified } = openNote(await response.text(), [growing.signer.key, witness.key]);
    expect(text).toBe(growing.text(40));
    expect(verified.map(({ key }) => key.name)).toEqual(['growth.example/log', 'ombudsman.example/witness']);
  });

  it('serves no checkpoint of a log that it never cosigned or does not know', async () => {
    for (const origin of [ORIGIN, 'unknown.example/log'])
      expect((await fetch(`${witness.url}/${hashOf(origin)}/checkpoint`)).status).toBe(404);
  });

  it('answers an old size that is not its own with its own', async () => {
    await witness.add(await forked.request(0, 9));
    for (const [from, to] of [
      [0, 9],
      [0, 12],
      [8, 12],
      [10, 12],
    ] as const)
      expect(await witness.add(await forked.request(from, to))).toEqual({
        status: 409,
        type: 'text/x.tlog.size',
        body: '9\n',
      });
  });

  it('cosigns no rollback', async () => {
    expect((await witness.add(await forked.request(0, 5))).status).toBe(409);
    const backwards = formatAddCheckpoint({ oldSize: 9, proof: [], checkpoint: forked.note(5) });
    expect((await witness.add(backwards)).status).toBe(400);
  });

  it('cosigns no second history, larger or of the same size', async () => {
    const other = testLog('fork.example/log', 'another');
    expect(await witness.add(await other.request(9, 12))).toMatchObject({
      status: 422,
      body: 'The proof does not show that the log has only grown.\n',
    });
    expect(await witness.add(await other.request(9, 9))).toMatchObject({
      status: 422,
      body: 'Another root of this size was cosigned before.\n',
    });
    expect((await witness.add(await forked.request(9, 12))).status).toBe(200);
  });

  it('cosigns with the right proof only', async () => {
    const proof = await forked.proof(12, 20);
    for (const wrong of [[], proof.slice(1), [...proof, proof[0]!], proof.toReversed()]) {
      const body = formatAddCheckpoint({ oldSize: 12, proof: wrong, checkpoint: forked.note(20) });
      expect((await witness.add(body)).status).toBe(422);
    }
    expect((await witness.add(await forked.request(12, 20))).status).toBe(200);
  });

  it('takes no proof from the empty tree', async () => {
    const body = formatAddCheckpoint({ oldSize: 0, proof: [Buffer.alloc(32)], checkpoint: equal.note(4) });
    expect((await witness.add(body)).status).toBe(422);
  });

  it('cosigns the empty tree with its own root only', async () => {
    const lie = signNote(`empty.example/log\n0\n${Buffer.alloc(32).toString('base64')}\n`, [empty.signer]);
    expect((await witness.add(formatAddCheckpoint({ oldSize: 0, proof: [], checkpoint: lie }))).status).toBe(
      422,
    );
    expect((await witness.add(await empty.request(0, 0))).status).toBe(200);
    expect((await witness.add(await empty.request(0, 2))).status).toBe(200);
  });

  it('does not know a log that is not among its own', async () => {
    expect((await witness.add(await testLog('unknown.example/log').request(0, 1))).status).toBe(404);
  });

  it('takes no signature but that of the log', async () => {
    expect(await witness.add(await testLog(ORIGIN, 'one', 9).request(0, 1))).toMatchObject({ status: 403 });
    const stranger = logSigner('stranger.example', testKey(8));
    const foreign = signNote(log.text(1), [stranger]);
    expect(
      (await witness.add(formatAddCheckpoint({ oldSize: 0, proof: [], checkpoint: foreign }))).status,
    ).toBe(403);
    const forged = log.note(1).replace(log.text(1), log.text(2));
    expect(
      (await witness.add(formatAddCheckpoint({ oldSize: 0, proof: [], checkpoint: forged }))).status,
    ).toBe(403);
    // One log does not sign for another, though the witness knows both.
    const crossed = signNote(log.text(1), [growing.signer]);
    expect(
      (await witness.add(formatAddCheckpoint({ oldSize: 0, proof: [], checkpoint: crossed }))).status,
    ).toBe(403);
  });

  it('of many requests at once cosigns one history', async () => {
    const rival = testLog('race.example/log', 'rival');
    const bodies = await Promise.all(
      Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? racing : rival).request(0, 5 + n)),
    );
    const answers = await Promise.all(bodies.map((body) => witness.add(body)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(19);
    const size = 5 + statuses.indexOf(200);
    expect(new Set(answers.filter(({ status }) => status === 409).map(({ body }) => body))).toEqual(
      new Set([`${size}\n`]),
    );
  });

  it('keeps what a log signed and it would not cosign', async () => {
    const other = testLog('evidence.example/log', 'another');
    await witness.add(await watched.request(0, 9));
    const before = evidence();
    await witness.add(await other.request(0, 9));
    await witness.add(await other.request(9, 9));
    await witness.add(await other.request(0, 4));
    await witness.add(await other.request(9, 12));
    const kept = evidence().filter((name) => !before.includes(name));
    expect(kept.map((name) => name.split('-').slice(0, 2).join('-'))).toEqual([
      'fork-9',
      'older-4',
      'unproven-12',
    ]);
    const told = witness.lines.filter(
      (line) => line.includes('evidence.example/log') && line.startsWith('EVIDENCE'),
    );
    expect(told).toHaveLength(3);
    const proof = JSON.parse(readFileSync(join(home.folder, 'witness-state', 'evidence', kept[0]!), 'utf8'));
    // Whoever reads it needs no more than the log's key.
    expect(openNote(proof.refused, [watched.signer.key]).text).toBe(other.text(9));
    expect(openNote(proof.cosigned, [watched.signer.key]).text).toBe(watched.text(9));
  });
});

describe('a request that is none', () => {
  it.each([
    ['nothing', ''],
    ['bytes', Buffer.from([0, 255, 10, 10, 1])],
    ['no proof', log.note(1)],
    ['a second spelling of the size', `old 00\n\n${log.note(1)}`],
    ['a size larger than the checkpoint', `old 2\n\n${log.note(1)}`],
    ['64 hashes', `old 0\n${`${Buffer.alloc(32).toString('base64')}\n`.repeat(64)}\n${log.note(1)}`],
    ['no signature', `old 0\n\n${log.text(1)}`],
    ['no checkpoint', `old 0\n\n${signNote('titian.example/log\nmany\n', [log.signer])}`],
    ['carriage returns', `old 0\r\n\r\n${log.note(1).replaceAll('\n', '\r\n')}`],
  ])('with %s is refused', async (_, body) => {
    expect((await witness.add(body)).status).toBe(400);
  });

  it('is not read to its end if it is too large', async () => {
    expect((await witness.add('a'.repeat(300_000))).status).toBe(413);
    // In chunks, without telling how large it is.
    const request = httpRequest(`${witness.url}/add-checkpoint`, { method: 'POST' });
    const status = await new Promise((resolve, reject) => {
      request.once('response', (response) => resolve(response.statusCode));
      request.once('error', reject);
      // Never ended: the answer comes while it is still open.
      for (let chunk = 0; chunk < 5; chunk += 1) request.write(Buffer.alloc(64 * 1024));
    });
    request.destroy();
    expect(status).toBe(413);
  });

  it('may break off without harm', async () => {
    const { hostname, port } = new URL(witness.url);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write('POST /add-checkpoint HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\nold 0');
        socket.destroy();
      });
      socket.once('close', () => resolve());
    });
    expect((await witness.add(await equal.request(0, 1))).status).toBe(200);
  });

  it('has another method or path', async () => {
    const at = async (path: string, method: string) =>
      (await fetch(`${witness.url}${path}`, { method })).status;
    expect(await at('/add-checkpoint', 'GET')).toBe(405);
    expect(await at(`/${hashOf(ORIGIN)}/checkpoint`, 'POST')).toBe(405);
    expect(await at('/', 'GET')).toBe(404);
    expect(await at('/../witness.key', 'GET')).toBe(404);
    expect(await at(`/${hashOf(ORIGIN).toUpperCase()}/checkpoint`, 'GET')).toBe(404);
  });
});
