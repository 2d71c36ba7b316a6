/**
 * Section: release dates of a remission day by sheet, beside the same rows appended with plain kysely; how the rate
 * changes from 2,000 to 20,000 lines; and what a clerk's single command feels of it meanwhile.
 */
import { createSheetStarter } from '../src/gateway/sheet-starter.ts';
import { createPool } from '../src/ledger/pool.ts';
import { canonicalText } from '../src/ledger/record-decision.ts';
import { createSheetStore, type SheetLine, type SheetStore } from '../src/sheets/store.ts';
import { type AlertsResult, openAlerts } from './alerts.ts';
import { requestHashOf } from './fixture.ts';
import { factKeysOf, type Inmate, newInmates, nextMove, openDoor, PRISON } from './inmates.ts';
import { type LoadResult, percentile, resultOf, runFor } from './load.ts';
import { openPlain } from './plain-rows.ts';
import { prepareJourneys } from './recorder.ts';
import { gatewayOf, type Stage, sendAccepted, settled, startWorkerOn, tuningOf } from './stage.ts';

const PLAIN_IN_FLIGHT = 10;
const CLERK_JOURNEYS = 10;
const CLERK_SECONDS = 10;

export interface BulkBenchResult {
  readonly chunk: number;
  readonly lanes: number;
  /** Lines per second of the door alone, in this process. */
  readonly door: number;
  /** Lines per second of a whole sheet: workflow, door, and the sheet's own notes. */
  readonly small: { readonly lines: number; readonly perSecond: number };
  readonly large: { readonly lines: number; readonly perSecond: number };
  /** One append a transaction, as an application writes with kysely. */
  readonly plain: LoadResult;
  /** The same chunks as the sheet, with one statement a table: as fast as plain inserts become. */
  readonly plainChunks: LoadResult;
  /** Of each round: lines of the sheet per second over plain appends per second. */
  readonly ratios: readonly number[];
  readonly ratio: number;
  readonly ratioToChunks: number;
  /** Time per line of the large sheet over the small one's. */
  readonly growth: number;
  readonly clerkQuiet: LoadResult;
  readonly clerkMeanwhile: LoadResult;
  /** What the offices hear of the large sheet. */
  readonly alerts: AlertsResult;
}

type Start = (sheetId: string) => Promise<void>;

export async function measureBulk(stage: Stage): Promise<BulkBenchResult> {
  const { ledger, fixture, tell, servers } = stage;
  const { sheetChunk: chunk, sheetLanes: lanes } = tuningOf(stage);
  const { smallSheet, largeSheet } = stage.options.sizes;
  const pool = createPool(servers.appUrl, { connections: 4 });
  const store = createSheetStore(pool);
  const door = openDoor(stage, lanes);
  const inmates = newInmates(`${Date.now()}`, largeSheet);
  const some = inmates.slice(0, smallSheet);
  const clerks = fixture.newJourneys(CLERK_JOURNEYS);
  tell(`${largeSheet} inmates arrive`);
  await door.admit(inmates, chunk);
  const open = clerks.map((journey) => ({ journey, sessions: 1 }));
  await prepareJourneys(ledger, fixture, open);
  await door.move(some, chunk);
  await settled(stage);
  const worker = await startWorkerOn(stage, 'product');
  const plain = await openPlain(stage, PLAIN_IN_FLIGHT, 'change-release-date');
  try {
    const gateway = gatewayOf(stage, worker.taskQueue);
    const start = createSheetStarter(servers.client, worker.taskQueue);
    let turn = 0;
    const clerk = async (): Promise<void> => {
      turn += 1;
      const journey = clerks[turn % clerks.length]!;
      await sendAccepted(stage, gateway, journey, fixture.nextSession(journey));
    };
    await runFor(3, 1, clerk);
    const rounds: { plain: LoadResult; chunks: LoadResult; door: number; sheet: number }[] = [];
    for (let round = 0; round < stage.options.rounds; round += 1) {
      const figures = {
        plain: await plain.insertAll(smallSheet),
        sheet: await runSheet(stage, store, start, some),
        chunks: await plain.insertChunks(smallSheet, chunk),
        door: (await door.move(some, chunk)).perSecond,
      };
      rounds.push(figures);
      await settled(stage);
      const { plain: one, chunks, sheet, door: alone } = figures;
      const words = [one.perSecond, chunks.perSecond, alone, sheet].map((rate) => rate.toFixed(0));
      tell(`plain ${words[0]}/s, in chunks ${words[1]}/s, door ${words[2]}/s, sheet ${words[3]}/s`);
    }
    const before = await runFor(CLERK_SECONDS, 1, clerk);
    const alerts = await openAlerts(stage);
    const meanwhile = await clerkBeside(runSheet(stage, store, start, inmates), clerk);
    await settled(stage);
    // Quiet on both sides of it: the machine may be another by then.
    const after = await runFor(CLERK_SECONDS, 1, clerk);
    const clerkQuiet = before.p99 > after.p99 ? before : after;
    const words = [clerkQuiet, meanwhile.clerk].map(
      ({ p50, p99 }) => `${p50.toFixed(0)} and ${p99.toFixed(0)} ms`,
    );
    tell(`clerk's p50 and p99: quiet ${words[0]}, meanwhile ${words[1]}`);
    const alertsMade = await alerts.made().finally(() => alerts.close());
    const of = (value: (round: (typeof rounds)[number]) => number): number =>
      percentile(rounds.map(value), 0.5);
    const small = of(({ sheet }) => sheet);
    const ratios = rounds.map(({ sheet, plain: one }) => sheet / one.perSecond);
    return {
      ...{ chunk, lanes, ratios, clerkQuiet },
      door: of((round) => round.door),
      small: { lines: smallSheet, perSecond: small },
      large: { lines: largeSheet, perSecond: meanwhile.sheet },
      plain: rounds[Math.floor(rounds.length / 2)]!.plain,
      plainChunks: rounds[Math.floor(rounds.length / 2)]!.chunks,
      ratio: percentile(ratios, 0.5),
      ratioToChunks: of(({ sheet, chunks }) => sheet / chunks.perSecond),
      growth: small / meanwhile.sheet,
      clerkMeanwhile: meanwhile.clerk,
      alerts: alertsMade,
    };
  } finally {
    await plain.close();
    await worker.stop();
    await door.close();
    await pool.end();
  }
}

/** One command after another, for as long as the sheet runs. */
async function clerkBeside(
  running: Promise<number>,
  clerk: () => Promise<void>,
): Promise<{ sheet: number; clerk: LoadResult }> {
  let over = false;
  const whenOver = running.finally(() => {
    over = true;
  });
  const latencies: number[] = [];
  const startedAt = performance.now();
  while (!over) {
    const sentAt = performance.now();
    await clerk();
    latencies.push(performance.now() - sentAt);
  }
  return { sheet: await whenOver, clerk: resultOf(latencies, performance.now() - startedAt) };
}

/** From start to the last line's outcome, in lines per second; keeping the sheet is not measured. */
async function runSheet(
  stage: Stage,
  store: SheetStore,
  start: Start,
  inmates: readonly Inmate[],
): Promise<number> {
  const id = `sh${requestHashOf(`${performance.now()}`).slice(0, 32)}`;
  const lines = inmates.map((inmate, place) => lineOf(inmate, place + 2));
  const count = lines.length;
  const sheet = { id, kind: 'release-dates', world: 'live', actor: PRISON, fileHash: id, lines: count };
  await store.keep(sheet, lines);
  await store.start(id);
  const startedAt = performance.now();
  await start(id);
  for (;;) {
    const found = await store.find(id);
    if (found?.state === 'DONE') {
      if (found.accepted !== count) throw new Error(`of ${count} lines ${found.accepted} were accepted`);
      const perSecond = (count * 1000) / (performance.now() - startedAt);
      stage.tell(`sheet of ${count}: ${perSecond.toFixed(0)} lines/s`);
      return perSecond;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function lineOf(inmate: Inmate, line: number): SheetLine {
  const command = nextMove(inmate);
  const { name, data, document } = command;
  const body = canonicalText({ data, document });
  const { stream } = inmate;
  const requestHash = requestHashOf(stream + body);
  return { ...{ line, place: 1, stream, name, body, requestHash }, factKeys: factKeysOf(command) };
}
