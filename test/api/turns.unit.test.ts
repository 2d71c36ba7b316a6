/** Reads that take turns, with answers that are made of nothing but their socket. */
import { PassThrough } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { describe, expect, it } from 'vitest';
import { createTurns } from '../../src/api/turns.ts';
import { createWholeRecordReads } from '../../src/api/whole-record-reads.ts';

const replyOn = (raw = new PassThrough()) => ({ raw }) as unknown as FastifyReply;
const BUSY = { refusal: { code: 'AUDIT_BUSY', parameters: { retryAfterSeconds: 7 } } };
function held<Answer>() {
  let end: (answer: Answer) => void = () => {};
  const work = new Promise<Answer>((resolve) => {
    end = resolve;
  });
  return { work, end };
}

describe('turns', () => {
  it('are as many as there are, and given back when the work ends, well or badly', async () => {
    const turns = createTurns(2, 7);
    const [first, second] = [held<string>(), held<string>()];
    const one = turns.run(replyOn(), () => first.work);
    const two = turns.run(replyOn(), () => second.work);
    await expect(turns.run(replyOn(), async () => 'third')).rejects.toMatchObject(BUSY);
    first.end('first');
    expect(await one).toBe('first');
    const failing = turns.run(replyOn(), () => Promise.reject(new Error('broken')));
    await expect(failing).rejects.toThrow('broken');
    expect(await turns.run(replyOn(), async () => 'fourth')).toBe('fourth');
    second.end('second');
    expect(await two).toBe('second');
  });

  it('end their work where the client is gone', async () => {
    const raw = new PassThrough();
    const work = createTurns(1, 7).run(replyOn(raw), (signal) => {
      raw.destroy();
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    });
    await expect(work).rejects.toMatchObject({ refusal: { code: 'UNAVAILABLE' } });
  });

  it('last until an answer was sent, or broke off', async () => {
    const turns = createTurns(1, 7);
    for (const ends of ['end', 'destroy'] as const) {
      const raw = new PassThrough();
      turns.untilSent(replyOn(raw));
      expect(() => turns.untilSent(replyOn())).toThrow('AUDIT_BUSY');
      const closed = new Promise((resolve) => raw.once('close', resolve));
      raw.resume();
      raw[ends]();
      await closed;
    }
    turns.untilSent(replyOn());
  });
});

describe('reads of the whole record', () => {
  it('run one at a time; a question that was answered is answered again without a turn', async () => {
    const reads = createWholeRecordReads();
    let computed = 0;
    const compute = async () => {
      computed += 1;
      return { computed };
    };
    expect(await reads.answer(replyOn(), { list: 'a', leaf: 7 }, compute)).toEqual({ computed: 1 });
    const long = held<{ computed: number }>();
    const running = reads.answer(replyOn(), { list: 'b', leaf: 7 }, () => long.work);
    expect(await reads.answer(replyOn(), { list: 'a', leaf: 7 }, compute)).toEqual({ computed: 1 });
    const other = reads.answer(replyOn(), { list: 'a', leaf: 8 }, compute);
    await expect(other).rejects.toMatchObject({ refusal: { code: 'AUDIT_BUSY' } });
    long.end({ computed: 0 });
    await running;
    expect(await reads.answer(replyOn(), { list: 'a', leaf: 8 }, compute)).toEqual({ computed: 2 });
    for (let leaf = 10; leaf < 18; leaf += 1) await reads.answer(replyOn(), { list: 'a', leaf }, compute);
    expect(await reads.answer(replyOn(), { list: 'a', leaf: 7 }, compute)).toEqual({ computed: 11 });
  });
});
