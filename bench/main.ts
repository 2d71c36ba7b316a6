/**
 * `npm run bench`: how fast the product is beside what Temporal and Postgres alone can do, measured in one
 * run so that a busy machine disturbs both sides alike. Takes about ten minutes, `-- --quick` two.
 */
import { createLedger } from '../src/ledger/ledger.ts';
import { createPool } from '../src/ledger/pool.ts';
import { measureAttendance } from './attendance.ts';
import { measureBulk } from './bulk.ts';
import { measureBundles } from './bundle.ts';
import { measureCold, measureLife } from './cold.ts';
import { compareTunings } from './compare.ts';
import { measureConsole } from './console.ts';
import { Fixture } from './fixture.ts';
import { measureLedger } from './ledger-alone.ts';
import { measureOldLife } from './old-life.ts';
import { measureHistories, measureMemory, measureOpenings } from './openings.ts';
import { readOptions, type Section } from './options.ts';
import { measureReplay } from './replay.ts';
import { type BenchReport, loadNow, machineNow, printReport, saveReport } from './report.ts';
import { measureSeal } from './seal.ts';
import { openServers } from './servers.ts';
import { type Stage, startWorkerOn, tuningOf } from './stage.ts';
import { measureTimers } from './timers.ts';
import { measureVerify } from './verify.ts';
import { measureWarm } from './warm.ts';

const startedAt = performance.now();
const options = readOptions(process.argv.slice(2));
const tell = (line: string): void => {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0).padStart(4);
  process.stderr.write(`${seconds} s  ${line}\n`);
};
const wants = (...sections: Section[]): boolean => sections.some((section) => options.only.has(section));

tell('starting Postgres and Temporal');
const machine = machineNow();
const servers = await openServers(tell);
// The servers run apart: however this ends, they must not stay behind.
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => void closeAndExit(130));
process.once('uncaughtException', (error) => {
  console.error(error);
  void closeAndExit(1);
});

const pool = createPool(servers.appUrl, { connections: 12 });
const ledger = createLedger(pool, { buildId: 'bench' });
try {
  const fixture = new Fixture(ledger, Date.now().toString(36));
  const stage: Stage = { options, servers, ledger, fixture, tell };
  tell('loading the registers');
  await fixture.prepareRegisters();
  if (options.compare !== undefined) await compareTunings(stage, options.compare);
  else await measureAndReport(stage);
} catch (error) {
  // Told before anything is closed: what is closed under requests on their way has errors of its own.
  console.error(error);
  process.exitCode = 1;
} finally {
  await pool.end();
  await servers.close();
}

async function closeAndExit(code: number): Promise<void> {
  await servers.close();
  process.exit(code);
}

async function measureAndReport(stage: Stage): Promise<void> {
  const report: BenchReport = {
    takenAt: new Date().toISOString(),
    machine,
    versions: servers.versions,
    servers: servers.kind,
    tuning: tuningOf(stage),
    processes: 'clients in one process, each worker in one of its own, on the servers’ machine',
  };
  await measureAll(stage, report);
  report.machine.loadAfter = loadNow();
  report.seconds = (performance.now() - startedAt) / 1000;
  printReport(report);
  if (options.save) console.log(`\nSaved in ${saveReport(report)}`);
}

async function measureAll(stage: Stage, report: BenchReport): Promise<void> {
  if (wants('warm', 'histories', 'openings')) {
    const worker = await startWorkerOn(stage, 'product');
    try {
      if (wants('warm', 'histories')) {
        const { result, journeys } = await measureWarm(stage, worker);
        report.warm = result;
        if (wants('histories')) report.histories = await measureHistories(stage, journeys);
      }
      if (wants('openings')) report.openings = await measureOpenings(stage, worker);
    } finally {
      await worker.stop();
    }
  }
  if (wants('cold')) report.cold = await measureCold(stage);
  if (wants('life')) report.life = await measureLife(stage);
  if (wants('memory')) report.memory = await measureMemory(stage);
  if (wants('ledger')) report.ledger = await measureLedger(stage);
  if (wants('bulk')) report.bulk = await measureBulk(stage);
  if (wants('attendance')) report.attendance = await measureAttendance(stage);
  if (wants('timers')) report.timers = await measureTimers(stage);
  if (wants('old')) report.oldLife = await measureOldLife(stage);
  if (wants('seal')) report.seal = await measureSeal(stage);
  if (wants('replay')) report.replay = await measureReplay(stage);
  if (wants('bundle')) report.bundles = await measureBundles(stage);
  if (wants('verify')) report.verified = await measureVerify(stage);
  if (wants('console')) report.pages = await measureConsole(stage);
}
