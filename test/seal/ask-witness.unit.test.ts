/** What a log makes of the answers of a witness, right ones and others. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askWitness } from '../../src/seal/ask-witness.ts';
import { leafHash } from '../../src/transparency/entry.ts';
import { listHashReader } from '../../src/transparency/hash-reader.ts';
import { cosigner } from '../../src/transparency/signed-note.ts';
import { testKey } from '../transparency/test-keys.ts';
import { testLog } from '../witness/test-log.ts';

const log = testLog('log.test/titian');
const SIZE = 12;
const hashes = listHashReader(Array.from({ length: SIZE }, (_, n) => leafHash(Buffer.from(`one ${n}`))));

/** Answers in turn, the last one for good; an endless one is written until nobody takes it. */
let answers: (readonly [number, string] | 'endless')[];
let asked: string[];
let cutOff: Promise<unknown>;
let server: Server;
beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    asked.push(body.slice(0, body.indexOf('\n')));
    const answer = answers.length > 1 ? answers.shift()! : answers[0]!;
    if (answer !== 'endless') return response.writeHead(answer[0]).end(answer[1]);
    cutOff = once(response, 'close');
    response.writeHead(200);
    const more = () => {
      while (!response.destroyed && response.write('a'.repeat(10_000)));
    };
    response.on('drain', more);
    more();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterAll(() => server.close());

function ask(signedSize: number, ...given: typeof answers) {
  [answers, asked] = [given, []];
  const { key } = cosigner('witness.test', testKey(3), () => 1);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return askWitness(
    { name: 'w1', key, url },
    { note: log.note(SIZE), hashes, signedSize, timeoutMs: 60_000 },
  );
}

const another = (size: number) => ({
  outcome: 'contradicted',
  sentence: `witness w1 has signed another tree of ${size} leaves than the first ${size} of the 12 that this log has now`,
});

describe('a conflict', () => {
  it('that names a larger size: the witness is ahead', async () => {
    expect(await ask(5, [409, '13\n'])).toEqual({ outcome: 'ahead', size: 13 });
    expect(await ask(SIZE, [409, '13\n'])).toEqual({ outcome: 'ahead', size: 13 });
  });

  it('that names another size is asked again from there', async () => {
    expect(await ask(0, [409, '7\n'], [422, 'no\n'])).toEqual(another(7));
    expect(asked).toEqual(['old 0', 'old 7']);
  });

  it('that names the very size it was asked with is a contradiction', async () => {
    expect(await ask(5, [409, '5\n'])).toEqual(another(5));
    expect(await ask(0, [409, '12\n'])).toEqual(another(12));
    expect(asked).toEqual(['old 0', 'old 12']);
  });

  it('over the size of the checkpoint itself is one, whatever it names', async () => {
    expect(await ask(SIZE, [409, '11\n'])).toEqual(another(12));
    expect(await ask(SIZE, [409, 'another root\n'])).toEqual(another(12));
  });

  it('that names yet another size each time is none: it is tried again later', async () => {
    expect(await ask(0, [409, '3\n'], [409, '4\n'], [409, '5\n'])).toMatchObject({
      outcome: 'failed',
      sentence: 'witness w1: it named another size each time',
    });
  });
});

it('an answer without an end is not waited for', async () => {
  expect(await ask(0, 'endless')).toMatchObject({
    outcome: 'failed',
    sentence: 'witness w1: its answer is too long',
  });
  await cutOff;
});
