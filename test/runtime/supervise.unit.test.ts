import { expect, test } from 'vitest';
import { supervise } from '../../src/runtime/supervise.ts';

/** A server that the test can let die. */
function makeServer() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { ended, die: () => end(), stop: async () => end() };
}

/** Supervises servers made on demand, and tells when each is started and when they are given up. */
async function watched() {
  const servers: ReturnType<typeof makeServer>[] = [];
  const waiting = new Map<number, () => void>();
  const told: string[] = [];
  let giveUp: (error: Error) => void = () => {};
  const givenUp = new Promise<Error>((resolve) => {
    giveUp = resolve;
  });
  const supervised = await supervise({
    name: 'Postgres',
    async start() {
      const server = makeServer();
      waiting.get(servers.push(server))?.();
      return server;
    },
    tell: (line) => told.push(line),
    giveUp: (error) => giveUp(error),
  });
  const started = (count: number) =>
    new Promise<void>((resolve) => {
      if (servers.length >= count) resolve();
      else waiting.set(count, resolve);
    });
  return { supervised, servers, started, told, givenUp };
}

test('a server that dies is started again and the loss is told', async () => {
  const { supervised, servers, started, told } = await watched();
  servers[0]?.die();
  await started(2);
  await supervised.stop();
  expect(servers).toHaveLength(2);
  expect(told).toEqual(['Postgres ended unexpectedly: starting it again']);
});

test('a server that is stopped stays stopped', async () => {
  const { supervised, servers, told } = await watched();
  await supervised.stop();
  expect(servers).toHaveLength(1);
  expect(told).toEqual([]);
});

test('a server that keeps dying is given up', async () => {
  const { servers, started, givenUp } = await watched();
  for (const count of [1, 2, 3, 4]) {
    await started(count);
    servers[count - 1]?.die();
  }
  expect((await givenUp).message).toBe('Postgres ended 4 times within a minute');
  expect(servers).toHaveLength(4);
});
