import { expect, test } from 'vitest';
import { type Part, type PartsReporter, startParts } from '../../src/runtime/parts.ts';

/** Parts that write down what happens to them. */
function record() {
  const happened: string[] = [];
  const part = (name: string, options: { startError?: Error; stopError?: Error } = {}): Part => ({
    name,
    async start() {
      if (options.startError !== undefined) throw options.startError;
      happened.push(`+${name}`);
      return {
        async stop() {
          happened.push(`-${name}`);
          if (options.stopError !== undefined) throw options.stopError;
        },
      };
    },
  });
  const reporter: PartsReporter = {
    starting() {},
    started() {},
    stopping() {},
    stopFailed: (name, error) => happened.push(`!${name} ${error.message}`),
  };
  return { happened, part, reporter };
}

const never = new AbortController().signal;

test('parts start in order and stop in the opposite order, once', async () => {
  const { happened, part, reporter } = record();
  const running = await startParts([part('postgres'), part('temporal'), part('api')], reporter, never);
  await Promise.all([running.stop(), running.stop()]);
  expect(happened).toEqual(['+postgres', '+temporal', '+api', '-api', '-temporal', '-postgres']);
});

test('if a part cannot start, those before it are stopped and its error is the answer', async () => {
  const { happened, part, reporter } = record();
  const startError = new Error('port in use');
  const starting = startParts(
    [part('postgres'), part('api', { startError }), part('pilot')],
    reporter,
    never,
  );
  await expect(starting).rejects.toBe(startError);
  expect(happened).toEqual(['+postgres', '-postgres']);
});

test('a part that cannot stop is told and does not keep the others', async () => {
  const { happened, part, reporter } = record();
  const stopError = new Error('stuck');
  const running = await startParts([part('postgres'), part('api', { stopError })], reporter, never);
  await running.stop();
  expect(happened).toEqual(['+postgres', '+api', '-api', '!api stuck', '-postgres']);
});

test('a stop asked for during the start ends what has started and starts nothing more', async () => {
  const { happened, part, reporter } = record();
  const stop = new AbortController();
  const pressesCtrlC: Part = {
    name: 'temporal',
    async start() {
      stop.abort();
      return part('temporal').start();
    },
  };
  const starting = startParts([part('postgres'), pressesCtrlC, part('api')], reporter, stop.signal);
  const error = await starting.catch((reason) => reason);
  expect(error).toBe(stop.signal.reason);
  expect(happened).toEqual(['+postgres', '+temporal', '-temporal', '-postgres']);
});
