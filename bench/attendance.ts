/** Section: the attendance of many classes of 16 by sheet, beside the same rows appended with plain kysely. */
import type { Actor, JsonObject } from '../src/domain/decider.ts';
import { addDays, momentAt, momentOf } from '../src/domain/time/index.ts';
import type { LocalDate } from '../src/domain/time/moment.ts';
import { trainingClassDecider } from '../src/domain/training-class/decider.ts';
import { createSheetStarter } from '../src/gateway/sheet-starter.ts';
import { createPool } from '../src/ledger/pool.ts';
import { createSheetStore } from '../src/sheets/store.ts';
import { requestHashOf } from './fixture.ts';
import { runAll, type Spread, spreadOf } from './load.ts';
import { FactShelf, Past, recordPast, SYSTEM } from './past.ts';
import { openPlain } from './plain-rows.ts';
import { type LineOrder, runSheet } from './sheet.ts';
import { type Stage, settled, startWorkerOn, tuningOf } from './stage.ts';

const SEATS = 16;
const CENTRE = 'bbpvp-medan';
const PROGRAMME = 'las-smaw-160';
const INSTRUCTOR = { id: 'bench-instructor', role: 'INSTRUCTOR', office: CENTRE } as const;
const ADMINISTRATOR: Actor = { id: 'bench-centre', role: 'TRAINING_CENTRE_ADMINISTRATOR', office: CENTRE };
const PLAIN_IN_FLIGHT = 10;
const RUNNING_DAYS = 28;

export interface AttendanceResult {
  readonly classes: number;
  /** A line is the mark of one person. */
  readonly linesPerSecond: Spread;
  /** Rows of as many marks, one class's sheet a transaction, ten callers. */
  readonly plain: Spread;
  readonly plainChunks: Spread;
  readonly ratio: Spread;
  readonly ratioToChunks: Spread;
}

export async function measureAttendance(stage: Stage): Promise<AttendanceResult> {
  const { servers, options, tell } = stage;
  const count = options.sizes.classes;
  tell(`preparing ${count} running classes of ${SEATS}`);
  const classes = await prepareClasses(stage, count);
  const pool = createPool(servers.appUrl, { connections: 4 });
  const desk = createSheetStore(pool);
  const worker = await startWorkerOn(stage, 'product');
  const close: (() => Promise<void>)[] = [() => worker.stop(), () => pool.end()];
  try {
    const start = createSheetStarter(servers.client, worker.taskQueue);
    const day = async (date: LocalDate, some: readonly string[]): Promise<number> => {
      const order = { kind: 'class-attendance', world: 'live', actor: INSTRUCTOR };
      return runSheet(
        { store: desk, start },
        { ...order, lines: some.map((id, place) => marksOf(id, date, place)) },
      );
    };
    const dates = sessionDates(stage);
    // The first is the warm-up, and the row that plain kysely copies.
    await day(dates[0]!, classes.slice(0, Math.min(50, count)));
    const plain = await openPlain(stage, PLAIN_IN_FLIGHT, 'record-attendance');
    close.unshift(() => plain.close());
    const sheets: number[] = [];
    const ones: number[] = [];
    const chunks: number[] = [];
    for (let round = 1; round <= options.rounds; round += 1) {
      ones.push((await plain.insertAll(count)).perSecond * SEATS);
      sheets.push((count * SEATS * 1_000) / (await day(dates[round]!, classes)));
      chunks.push((await plain.insertChunks(count, tuningOf(stage).sheetChunk)).perSecond * SEATS);
      await settled(stage);
      const figures = [sheets, ones, chunks].map((values) => values.at(-1)!.toFixed(0));
      tell(`attendance: ${figures[0]} marks/s, plain ${figures[1]}/s, plain in chunks ${figures[2]}/s`);
    }
    return {
      classes: count,
      linesPerSecond: spreadOf(sheets),
      plain: spreadOf(ones),
      plainChunks: spreadOf(chunks),
      ratio: spreadOf(sheets.map((value, round) => value / ones[round]!)),
      ratioToChunks: spreadOf(sheets.map((value, round) => value / chunks[round]!)),
    };
  } finally {
    for (const closing of close) await closing();
  }
}

const today = (): LocalDate => momentAt(new Date().toISOString(), 'WIB').date;

/** Every day is a day of class: the newest is yesterday. */
function sessionDates({ options }: Stage): LocalDate[] {
  return Array.from({ length: options.rounds + 1 }, (_, index) =>
    addDays(today(), index - options.rounds - 1),
  );
}

const enrolmentOf = (classId: string, seat: number): string =>
  `e${requestHashOf(`${classId}/${seat}`).slice(0, 32)}`;

function marksOf(classId: string, sessionOn: LocalDate, place: number): LineOrder {
  const marks = Array.from({ length: SEATS }, (_, seat) => ({
    ...{ enrolmentId: enrolmentOf(classId, seat), outcome: seat % 8 === 7 ? 'EXCUSED' : 'PRESENT' },
  }));
  return {
    ...{ stream: `class/${classId}`, line: 2 + place * SEATS, name: 'record-attendance' },
    data: { sessionOn, slot: '08:00', marks } as unknown as JsonObject,
    about: { office: CENTRE, siteIds: [] },
  };
}

/** Classes that have run for two weeks, all 16 seats taken. */
async function prepareClasses({ ledger }: Stage, count: number): Promise<string[]> {
  const shelf = new FactShelf(ledger);
  const startsOn = addDays(today(), -RUNNING_DAYS / 2);
  const opening = momentOf(`${addDays(startsOn, -30)}T09:00`, 'WIB').at;
  const beginning = momentOf(`${startsOn}T07:00`, 'WIB').at;
  const run = Date.now().toString(36);
  const classes = Array.from({ length: count }, (_, place) => `bench-${run}-${place}`);
  await runAll(classes, 8, async (classId) => {
    const past = new Past(trainingClassDecider, classId, shelf);
    const does = (now: string, name: string, data: object, actor: Actor = ADMINISTRATOR) =>
      past.does(now, { name, data: data as JsonObject, actor });
    const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: '08:00', jp: 8 }));
    await does(opening, 'open-class', {
      ...{ programmeId: PROGRAMME, deliveryMode: 'AT_BALAI', capacity: SEATS },
      ...{
        startsOn,
        endsOn: addDays(startsOn, RUNNING_DAYS),
        instructors: [INSTRUCTOR.id],
        allowedTools: [],
      },
      timetable: { weekly, dated: [], except: [] },
    });
    const enrolments = Array.from({ length: SEATS }, (_, seat) => enrolmentOf(classId, seat));
    for (const enrolmentId of enrolments) {
      const asked = { enrolmentId, needs: [], priority: false, waits: false, keptUnits: [], carriedJp: 0 };
      await does(opening, 'request-seat', asked, SYSTEM);
    }
    for (const enrolmentId of enrolments) await does(opening, 'confirm-seat', { enrolmentId });
    await does(beginning, 'start-class', { startedOn: startsOn });
    const stream = `class/${classId}`;
    await recordPast(ledger, {
      ...{ stream, kind: trainingClassDecider.kind, world: 'live', clockOffsetMs: 0, events: past.events },
    });
  });
  return classes;
}
