/** What the persons of a run do while parts die, each with dice of its own: faults must not depend on pace. */
import { setTimeout as delay } from 'node:timers/promises';
import { addDays } from '../../src/domain/time/index.ts';
import type { LocalDate } from '../../src/domain/time/moment.ts';
import { type ChaosClient, GaveUp } from './client.ts';
import { createDice } from './dice.ts';
import {
  bringToFinal,
  bringToRuling,
  bringToWork,
  finalOrder,
  nextSession,
  type Person,
  REGISTRAR,
  SITES,
  startOfWorld,
  watcherFinalOn,
} from './persons.ts';

export interface Leaver {
  readonly person: Person;
  /** When the world's day ends and its deadline is due, in milliseconds since the epoch. */
  readonly endsAt: number;
}

/** Goes at a blackout not long before the deadline, and without one in the end. */
export interface AtTheDoor {
  readonly endsAt: number;
  go(): void;
}

export interface People {
  readonly workers: readonly Person[];
  readonly watchers: readonly Person[];
  readonly leavers: readonly Leaver[];
}

/** Worlds whose day ends at different times of the run, with some quiet persons in each. */
const WATCHERS_PER_WORLD = 2;
const LEAVERS_PER_WORLD = 2;
const SECONDS_BETWEEN_ENDS = 10;
const FIRST_END_SECONDS = 24;
/** Days end for so long after the time is over: late faults, too, are to meet somebody who leaves. */
const SECONDS_AFTER = 30;
/** One person is entered at a desk, not in a loop: a short pause between sessions. */
const PAUSE_MS = [20, 400] as const;
/** Of the sessions, this share is sent by somebody who leaves at the first failure. */
const SENT_ONCE = 0.25;
/** Later than this nothing could be armed in time. */
const LEAVES_BEFORE_END_MS = 4_000;

export async function gather(
  client: ChaosClient,
  run: string,
  { seconds, journeys }: { readonly seconds: number; readonly journeys: number },
  today: LocalDate,
): Promise<People> {
  const workers = Array.from({ length: journeys }, (_, index) =>
    personOf(`c${run}-w${index}`, 'live', today, SITES[index % SITES.length]),
  );
  const watchers: Person[] = [];
  const leavers: Leaver[] = [];
  // Their worlds run as fast as the real one; each stands so late in its day that the day ends during the run.
  const worlds = Math.max(
    1,
    Math.floor((seconds + SECONDS_AFTER - FIRST_END_SECONDS) / SECONDS_BETWEEN_ENDS),
  );
  for (let index = 0; index < worlds; index += 1) {
    const world = `chaos-${run}-${index}`;
    const date = addDays(today, -index);
    const endsIn = FIRST_END_SECONDS + index * SECONDS_BETWEEN_ENDS;
    const endsAt = Date.now() + endsIn * 1_000;
    await client.post('/api/v1/sandbox/worlds', REGISTRAR, {
      id: world,
      startsAt: startOfWorld(date, endsIn),
    });
    for (let ordinal = 0; ordinal < WATCHERS_PER_WORLD; ordinal += 1) {
      watchers.push(personOf(`c${run}-t${index}-${ordinal}`, world, date));
    }
    for (let ordinal = 0; ordinal < LEAVERS_PER_WORLD; ordinal += 1) {
      leavers.push({ person: personOf(`c${run}-l${index}-${ordinal}`, world, date), endsAt });
    }
  }
  return { workers, watchers, leavers };
}

/**
 * Everybody at once, until all have their answers; answers the keys that have none.
 *
 * @param door where leavers wait for a blackout, and from where they go.
 */
export async function keepBusy(
  client: ChaosClient,
  { workers, watchers, leavers }: People,
  { seed, isOver, lastAnswer }: { seed: number; isOver: () => boolean; lastAnswer: number },
  door: Set<AtTheDoor>,
): Promise<string[]> {
  const unanswered: string[] = [];
  const patiently = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof GaveUp)) throw error;
      unanswered.push(error.message);
    }
  };
  const work = async (person: Person, index: number): Promise<void> => {
    const dice = createDice(seed + 1 + index);
    await bringToWork(client, person, lastAnswer);
    while (!isOver()) {
      await client.hushOver();
      const order = nextSession(person);
      if (dice.between(0, 1) < SENT_ONCE) await client.sendOnce(order);
      else await client.send(order, lastAnswer);
      await delay(dice.between(...PAUSE_MS));
    }
  };
  const leave = async ({ person, endsAt }: Leaver): Promise<void> => {
    const finalOn = watcherFinalOn(person.today);
    await bringToRuling(client, person, finalOn, lastAnswer);
    await new Promise<void>((resolve) => {
      const waiting = { endsAt, go: resolve };
      door.add(waiting);
      setTimeout(
        () => {
          door.delete(waiting);
          resolve();
        },
        endsAt - Date.now() - LEAVES_BEFORE_END_MS,
      );
    });
    await client.sendOnce(finalOrder(person, finalOn));
  };
  await Promise.all([
    ...workers.map((person, index) => patiently(() => work(person, index))),
    ...watchers.map((person) =>
      patiently(() => bringToFinal(client, person, watcherFinalOn(person.today), lastAnswer)),
    ),
    ...leavers.map((leaver) => patiently(() => leave(leaver))),
  ]);
  return unanswered;
}

const personOf = (name: string, world: string, today: LocalDate, siteId: string = SITES[0]): Person => ({
  name,
  world,
  today,
  siteId,
  personId: '',
  sessions: 0,
});
