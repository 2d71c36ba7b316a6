/** What stays in memory of streams that have ended: their totals, and none of their rows. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { ClockRemarks } from '../../verifier/core/clock-remarks.ts';
import type { DecisionLine, EventLine, StreamLine } from '../../verifier/core/line-types.ts';
import { StreamsCheck } from '../../verifier/core/streams-check.ts';
import { TreeCheck } from '../../verifier/core/tree-check.ts';
import { signers } from './bundle-writer.ts';
import { rulesHere } from './checking.ts';
import { BUILD, PACK, SmallLog } from './small-log.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const MEBIBYTE = 1024 * 1024;
const TIMES = 24;

const small = new SmallLog(signers());
const rowOf = (type: string) => small.lines.find((line) => line.type === type) as unknown;
const [decision, event] = [rowOf('decision') as DecisionLine, rowOf('event') as EventLine];

function reader(): StreamsCheck {
  const ignore = () => undefined;
  const streams = new StreamsCheck(ignore, new TreeCheck(ignore, 5), rulesHere, new ClockRemarks(undefined));
  streams.shelf!.put(BUILD, PACK);
  return streams;
}

/** One decision that needs no fact, with one event of half a mebibyte. */
async function halfMebibyte(streams: StreamsCheck, stream: string, place: number): Promise<void> {
  await streams.decision({ ...decision, stream_id: stream, facts: '[]' }, 2);
  const body = JSON.stringify({ filling: String(place % 10).repeat(MEBIBYTE / 2) });
  streams.event({ ...event, stream_id: stream, body }, 3);
}

const begin = (streams: StreamsCheck, stream: string): Promise<void> => {
  const kind = stream.split('/')[0]!;
  const role = kind === 'register' ? 'register' : 'subject';
  return streams.stream({ stream, kind, world: 'live', role, head: null } satisfies StreamLine, 1);
};

function used(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

test.each(['journey', 'register'])(
  'twelve mebibytes of streams of kind %s leave less than two',
  async (kind) => {
    const streams = reader();
    const before = used();
    for (let place = 0; place < TIMES; place += 1) {
      await begin(streams, `${kind}/${place}`);
      await halfMebibyte(streams, `${kind}/${place}`, place);
    }
    await streams.endOfStream();
    expect(used() - before).toBeLessThan(2 * MEBIBYTE);
    expect(streams.totals().map(({ recorded }) => recorded.events)).toEqual(Array(TIMES).fill(1));
  },
);

test('of a register nothing is collected while it is read either', async () => {
  const streams = reader();
  const before = used();
  await begin(streams, 'register/limits');
  for (let place = 0; place < TIMES; place += 1) await halfMebibyte(streams, 'register/limits', place);
  expect(used() - before).toBeLessThan(2 * MEBIBYTE);
  await streams.endOfStream();
  expect(streams.totals()[0]?.recorded.events).toBe(TIMES);
});
