/** Section: what twenty years of a person weigh in a worker and in a snapshot, and what a cold command costs then. */
import { foldEntity, initialEntityState, snapshotOf } from '../src/domain/decide.ts';
import type { Command, JsonObject } from '../src/domain/decider.ts';
import type { CommandEnvelope } from '../src/domain/envelope.ts';
import { journeyDecider } from '../src/domain/journey/decider.ts';
import { createPool } from '../src/ledger/pool.ts';
import { canonicalText } from '../src/ledger/record-decision.ts';
import { createWorlds, type World } from '../src/sandbox/worlds.ts';
import { requestHashOf } from './fixture.ts';
import { type LoadResult, resultOf, runAll } from './load.ts';
import { type LongLife, leadLongLife } from './long-life.ts';
import { recordPast } from './past.ts';
import { gatewayOf, type Stage, type StartedWorker, startWorkerOn } from './stage.ts';

const OLD_YEARS = 20;
/** The service and nothing after it. */
const YOUNG_YEARS = 0;
const COLD_CACHE = 4;
const COLD_TURNS = 4;
/** What a worker needs for its first journeys is not theirs. */
const WARM_UP = 20;
const AGES = [1, 5, 10, OLD_YEARS] as const;

interface Aged {
  readonly events: number;
  /** Of a person's state as the next run and the cache get it, in bytes of JSON. */
  readonly snapshotBytes: number;
  readonly kilobytesPerJourney: number;
  /** The first command: folded from the ledger, one at a time. */
  readonly fromLedger: LoadResult;
  /** Later ones: evicted, and replayed from the snapshot of the run. */
  readonly evicted: LoadResult;
}

export interface OldLifeResult {
  readonly journeys: number;
  readonly snapshots: readonly { readonly years: number; readonly events: number; readonly bytes: number }[];
  readonly young: Aged;
  readonly old: Aged;
}

export async function measureOldLife(stage: Stage): Promise<OldLifeResult> {
  const count = stage.options.sizes.lives;
  stage.tell(`${count} persons live for ${OLD_YEARS} years, and ${count} begin`);
  const snapshots = AGES.map((years) => {
    const { events } = leadLongLife('p1', years);
    return { years, events: events.length, bytes: snapshotBytes(events) };
  });
  const [young, old] = [await prepare(stage, YOUNG_YEARS, count), await prepare(stage, OLD_YEARS, count)];
  const weights = [await weigh(stage, young), await weigh(stage, old)] as const;
  const times = await coldTimes(stage, young, old);
  const aged = (group: Group, kilobytesPerJourney: number, place: 0 | 1): Aged => ({
    events: group.life.events.length,
    snapshotBytes: snapshotBytes(group.life.events),
    ...{ kilobytesPerJourney, ...times[place] },
  });
  return { journeys: count, snapshots, young: aged(young, weights[0], 0), old: aged(old, weights[1], 1) };
}

function snapshotBytes(events: LongLife['events']): number {
  const state = foldEntity(journeyDecider, initialEntityState(journeyDecider, 'p1'), events);
  return JSON.stringify(snapshotOf(journeyDecider, state)).length;
}

interface Group {
  readonly life: LongLife;
  readonly world: World;
  /** For the weight, and as many for the cold commands. */
  readonly held: readonly string[];
  readonly cold: readonly string[];
}

async function prepare(stage: Stage, years: number, count: number): Promise<Group> {
  const run = requestHashOf(`${performance.now()}`).slice(0, 12);
  const life = leadLongLife(`p${run}`, years);
  const pool = createPool(stage.servers.appUrl, { connections: 1 });
  const world = await createWorlds(pool).create(`bench-${run}`, life.endsAt);
  await pool.end();
  const streams = Array.from({ length: count * 2 + WARM_UP }, (_, place) => `journey/p${run}${place}`);
  await runAll(streams, 4, (stream) =>
    recordPast(stage.ledger, {
      ...{ stream, kind: journeyDecider.kind, world: world.id, clockOffsetMs: world.clockOffsetMs },
      events: life.events,
    }),
  );
  return { life, world, held: streams.slice(0, count + WARM_UP), cold: streams.slice(count + WARM_UP) };
}

/** Resident memory of a worker for each journey that it holds more. */
async function weigh(stage: Stage, group: Group): Promise<number> {
  const worker = await startWorkerOn(stage, 'product');
  try {
    const sendTo = sender(stage, worker, group.world);
    const [warmUp, measured] = [group.held.slice(0, WARM_UP), group.held.slice(WARM_UP)];
    await runAll(warmUp, 4, sendTo);
    const before = (await worker.state()).residentBytes;
    await runAll(measured, 4, sendTo);
    const after = (await worker.state()).residentBytes;
    return (after - before) / 1024 / measured.length;
  } finally {
    await worker.stop();
  }
}

type Times = Pick<Aged, 'fromLedger' | 'evicted'>;

/** One command at a time, young and old in turns, so that nothing but the age tells them apart. */
async function coldTimes(stage: Stage, young: Group, old: Group): Promise<readonly [Times, Times]> {
  const worker = await startWorkerOn(stage, 'product', { cachedWorkflowsMax: COLD_CACHE });
  try {
    const groups = [young, old].map(({ world, cold }) => ({
      ...{ cold, sendTo: sender(stage, worker, world), first: [] as number[], later: [] as number[] },
    }));
    for (let turn = 0; turn < COLD_TURNS; turn += 1) {
      for (let place = 0; place < young.cold.length; place += 1) {
        for (const { cold, sendTo, first, later } of groups) {
          const sentAt = performance.now();
          await sendTo(cold[place]!);
          (turn === 0 ? first : later).push(performance.now() - sentAt);
        }
      }
    }
    const [youngTimes, oldTimes] = groups.map(({ first, later }) => ({
      fromLedger: resultOf(first, sum(first)),
      evicted: resultOf(later, sum(later)),
    })) as [Times, Times];
    stage.tell(
      `cold: young ${youngTimes.evicted.p50.toFixed(0)} ms, old ${oldTimes.evicted.p50.toFixed(0)} ms`,
    );
    return [youngTimes, oldTimes];
  } finally {
    await worker.stop();
  }
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** A paper attached: a command that any life takes at any time. */
function sender(stage: Stage, worker: StartedWorker, { id, clockOffsetMs }: World) {
  const gateway = gatewayOf(stage, worker.taskQueue, { pauseMs: 0 });
  return async (stream: string): Promise<void> => {
    const date = new Date(Date.now() + clockOffsetMs).toISOString().slice(0, 10);
    const data: JsonObject = { kind: 'Catatan', number: 'CONTOH/1', date };
    const commandId = `${stream}/${requestHashOf(`${performance.now()}`).slice(0, 20)}`;
    const command: Command = {
      ...{ commandId, name: 'attach-document', data },
      actor: { id: 'bench-staff', role: 'PIDUM_STAFF', office: 'kejari-medan' },
    };
    const requestHash = requestHashOf(canonicalText({ stream, commandId }));
    const envelope: CommandEnvelope = { command, requestHash, facts: [], clockOffsetMs };
    const answer = await gateway.send(stream, id, envelope);
    if (answer.outcome !== 'accepted') {
      throw new Error(`${stream}: ${JSON.stringify(answer.refusal ?? answer.outcome)}`);
    }
  };
}
