/**
 * Section: a sheet through the bulk door, beside the same rows appended with plain kysely, how its rate changes
 * from 2,000 to 20,000 lines, and what a clerk's single command feels of it meanwhile.
 */

import { journeyEntry } from '../src/catalogue/index.ts';
import type { Command, Decider, Fact, JsonObject } from '../src/domain/decider.ts';
import { journeyDecider } from '../src/domain/journey/decider.ts';
import { createSheetStarter } from '../src/gateway/sheet-starter.ts';
import { createBulkDoor } from '../src/ledger/bulk/bulk-door.ts';
import { createPool } from '../src/ledger/pool.ts';
import { canonicalText } from '../src/ledger/record-decision.ts';
import { createSheetStore, type SheetLine, type SheetStore } from '../src/sheets/store.ts';
import { type Journey, requestHashOf } from './fixture.ts';
import { type LoadResult, percentile, runAll, runFor } from './load.ts';
import { openPlain } from './plain-rows.ts';
import { prepareJourneys } from './recorder.ts';
import { gatewayOf, type Stage, sendAccepted, settled, startWorkerOn, tuningOf } from './stage.ts';

const PERSONS = 1_000;
const SMALL = 2_000;
const LARGE = 20_000;
const PLAIN_IN_FLIGHT = 10;
const PLAIN_APPENDS = 1_500;
const CLERK_JOURNEYS = 10;

export interface BulkBenchResult {
  readonly chunk: number;
  /** Lines per second of the door alone, in this process. */
  readonly door: number;
  /** Lines per second of a whole sheet: workflow, door, and the sheet's own notes. */
  readonly small: { readonly lines: number; readonly perSecond: number };
  readonly large: { readonly lines: number; readonly perSecond: number };
  /** One append a transaction, and the same chunks with one statement a table. */
  readonly plain: LoadResult;
  readonly plainChunks: LoadResult;
  /** The small sheet over plain. */
  readonly ratio: number;
  readonly ratioToChunks: number;
  /** Time per line of the large sheet over the small one's. */
  readonly growth: number;
  readonly clerkQuiet: LoadResult;
  readonly clerkMeanwhile: LoadResult;
}

export async function measureBulk(stage: Stage): Promise<BulkBenchResult> {
  const { ledger, fixture, tell, servers } = stage;
  const { sheetChunk: chunk } = tuningOf(stage);
  const pool = createPool(servers.appUrl, { connections: 4 });
  const store = createSheetStore(pool);
  const clerks = fixture.newJourneys(CLERK_JOURNEYS);
  const persons = fixture.newJourneys(PERSONS);
  tell(`preparing ${PERSONS} journeys`);
  await prepareJourneys(ledger, fixture, [
    ...persons.map((journey) => ({ journey, sessions: 0 })),
    ...clerks.map((journey) => ({ journey, sessions: 1 })),
  ]);
  await settled(stage);
  const worker = await startWorkerOn(stage, 'product');
  const plain = await openPlain(stage, PLAIN_IN_FLIGHT);
  try {
    const gateway = gatewayOf(stage, worker.taskQueue);
    const start = createSheetStarter(servers.client, worker.taskQueue);
    const clerk = (seconds: number): Promise<LoadResult> => {
      let turn = 0;
      return runFor(seconds, 1, async () => {
        const journey = clerks[turn % clerks.length]!;
        turn += 1;
        await sendAccepted(stage, gateway, journey, fixture.nextSession(journey));
      });
    };
    await clerk(2);
    const clerkQuiet = await clerk(10);
    tell(`clerk, quiet: p50 ${clerkQuiet.p50.toFixed(0)} ms, p99 ${clerkQuiet.p99.toFixed(0)} ms`);

    const plainOnes: LoadResult[] = [];
    const plainChunks: LoadResult[] = [];
    const doors: number[] = [];
    const smalls: number[] = [];
    for (let round = 0; round < stage.options.rounds; round += 1) {
      plainOnes.push(await plain.insertAll(PLAIN_APPENDS));
      plainChunks.push(await plain.insertChunks(PLAIN_APPENDS, chunk));
      doors.push(await doorAlone(stage, persons, chunk));
      smalls.push(await runSheet(stage, store, start, persons, SMALL));
      await settled(stage);
      const figures = [plainOnes, plainChunks].map((results) => results.at(-1)!.perSecond.toFixed(0));
      tell(
        `plain ${figures[0]}/s, in chunks ${figures[1]}/s, door ${doors.at(-1)!.toFixed(0)}/s, ` +
          `sheet ${smalls.at(-1)!.toFixed(0)}/s`,
      );
    }
    const large = runSheet(stage, store, start, persons, LARGE);
    let over = false;
    const whenOver = large.then(() => {
      over = true;
    });
    const meanwhile: number[] = [];
    for (let turn = 0; !over; turn += 1) {
      const journey = clerks[turn % clerks.length]!;
      const sentAt = performance.now();
      await sendAccepted(stage, gateway, journey, fixture.nextSession(journey));
      meanwhile.push(performance.now() - sentAt);
    }
    await whenOver;
    const clerkMeanwhile = {
      ...{ perSecond: Number.NaN, count: meanwhile.length },
      ...{ p50: percentile(meanwhile, 0.5), p99: percentile(meanwhile, 0.99) },
    };
    const small = percentile(smalls, 0.5);
    const [onePlain, chunkPlain] = [median(plainOnes), median(plainChunks)];
    return {
      chunk,
      door: percentile(doors, 0.5),
      small: { lines: SMALL, perSecond: small },
      large: { lines: LARGE, perSecond: await large },
      plain: onePlain,
      plainChunks: chunkPlain,
      ratio: small / onePlain.perSecond,
      ratioToChunks: small / chunkPlain.perSecond,
      growth: small / (await large),
      ...{ clerkQuiet, clerkMeanwhile },
    };
  } finally {
    await plain.close();
    await worker.stop();
    await pool.end();
  }
}

const median = (results: readonly LoadResult[]): LoadResult =>
  [...results].sort((a, b) => a.perSecond - b.perSecond)[Math.floor(results.length / 2)]!;

/** Lines in the order in which offices write them: a day's list of persons, then the next day's. */
function nextCommands({ fixture }: Stage, persons: readonly Journey[], count: number) {
  return Array.from({ length: count }, (_, place) => {
    const journey = persons[place % persons.length]!;
    return { journey, command: fixture.nextSession(journey) };
  });
}

async function doorAlone(stage: Stage, persons: readonly Journey[], chunk: number): Promise<number> {
  const pool = createPool(stage.servers.appUrl, { connections: 2 });
  const deciders = new Map([['journey', journeyDecider as Decider<unknown>]]);
  const door = createBulkDoor({ pool, deciders, buildId: 'bench' });
  const lines = await Promise.all(
    nextCommands(stage, persons, PERSONS).map(async ({ journey, command }) => ({
      ...{ stream: journey.stream, world: 'live' },
      envelope: await stage.fixture.envelope(journey, command),
    })),
  );
  const chunks = Array.from({ length: Math.ceil(lines.length / chunk) }, (_, place) =>
    lines.slice(place * chunk, (place + 1) * chunk),
  );
  const result = await runAll(chunks, 1, async (some) => {
    const { outcomes } = await door.run(some);
    const bad = outcomes.find(
      (outcome) => outcome.kind !== 'settled' || outcome.answer.outcome !== 'accepted',
    );
    if (bad !== undefined) throw new Error(`a line of the bench was not taken: ${JSON.stringify(bad)}`);
  });
  await pool.end();
  return result.perSecond * chunk;
}

/** From start to the last line's outcome, in lines per second; keeping the sheet is not measured. */
async function runSheet(
  stage: Stage,
  store: SheetStore,
  start: (sheetId: string) => Promise<void>,
  persons: readonly Journey[],
  count: number,
): Promise<number> {
  const id = `sh${requestHashOf(`${performance.now()}`).slice(0, 32)}`;
  const site = persons[0]!.siteId;
  const lines = nextCommands(stage, persons, count).map(({ journey, command }, place) =>
    lineOf(journey, command, place + 2),
  );
  const actor = { id: 'bench-staff', role: 'PIDUM_STAFF', office: 'kejari-medan', site } as const;
  await store.keep(
    { ...{ id, kind: 'site-attendance', world: 'live', actor, fileHash: id }, lines: count },
    lines,
  );
  await store.start(id);
  const startedAt = performance.now();
  await start(id);
  for (;;) {
    const sheet = await store.find(id);
    if (sheet?.state === 'DONE') {
      if (sheet.accepted !== count) throw new Error(`of ${count} lines ${sheet.accepted} were accepted`);
      return (count * 1000) / (performance.now() - startedAt);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function lineOf(journey: Journey, { name, data }: Command, line: number): SheetLine {
  const { stream, siteId } = journey;
  const body = canonicalText({ data });
  const about = { office: 'kejari-medan', siteIds: [siteId] };
  const factKeys = [...new Set(journeyEntry(name)?.facts(data as JsonObject, about))] satisfies Fact['key'][];
  return { ...{ line, place: 1, stream, name, body, factKeys }, requestHash: requestHashOf(stream + body) };
}
