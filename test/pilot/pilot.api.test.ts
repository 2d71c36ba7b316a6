/** The pilot on the real product: played once, taken up where a start was ended, and left alone afterwards. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { playPilot } from '../../src/pilot/play.ts';
import { standingsOf } from '../../src/pilot/standing.ts';
import { readStories } from '../../src/pilot/stories.ts';
import { startProduct, type TestProduct } from '../support/product.ts';

/**
 * Enough to have a refusal, a move to another office, deadlines that act, two people side by side; and a class,
 * a permit, an employer and two records of one person.
 */
const CHOSEN = /^(03|08|10|11|12|15|23|24)-/;
const stories = readStories().filter(({ name }) => CHOSEN.test(name));
/** After the permit is approved and the two records are one, before the class begins. */
const STOPPED_AFTER = 115;

let product: TestProduct;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(async () => {
  await product.stop();
});

const play = (onStep: (done: number) => void = () => {}, signal = new AbortController().signal) =>
  playPilot({ address: product.address, stories, onStep, signal });

const eventsOf = async (played: Awaited<ReturnType<typeof play>>) => {
  const streams = played.stories.flatMap(({ story: { scenario }, driver }) => [
    ...Object.keys(scenario.people).map((alias) => driver.events(alias)),
    ...scenario.steps.flatMap(({ entity }) => (entity === undefined ? [] : [driver.entityEvents(entity)])),
  ]);
  return (await Promise.all(streams)).map((events) => ({
    sessions: events.filter(({ type }) => type === 'SessionRecorded').length,
    all: events.length,
  }));
};

it('is finished by the next start, doubles nothing, and is found by the one after', {
  timeout: 240_000,
}, async () => {
  const stop = new AbortController();
  const reason = new Error('stopped half-way');
  const ended = play((done) => done === STOPPED_AFTER && stop.abort(reason), stop.signal);
  await expect(ended).rejects.toBe(reason);

  const played = await play();
  expect(played.outcome).toBe('played');
  const standings = (await standingsOf(played)).map(({ office, stage, creditedMinutes }) => [
    office,
    stage,
    (creditedMinutes ?? 0) / 60,
  ]);
  expect(standings).toEqual([
    ['kejari-medan', 'REPEAT', 76],
    ['kejari-medan', 'CLOSED', 40],
    ['kejari-medan', 'RUNNING', 28],
    ['kejari-binjai', 'RUNNING', 40],
    ['kejari-karo', 'RUNNING', 144],
    ['kejari-medan', 'REGISTERED', 0],
    ['kejari-medan', 'RUNNING', 25],
    ['bbpvp-medan', 'ACTIVE', 0],
    ['dit-pptka', 'APPROVED', 0],
    ['bbpvp-medan', 'CONSENTED', 0],
  ]);
  const events = await eventsOf(played);
  expect(events.flatMap(({ sessions }) => (sessions === 0 ? [] : [sessions]))).toEqual([19, 17, 10, 18, 5]);

  let sent = 0;
  const found = await play(() => {
    sent += 1;
  });
  expect(found).toMatchObject({ outcome: 'found', sent: 0 });
  expect(sent).toBe(0);
  expect(await eventsOf(played)).toEqual(events);
});
