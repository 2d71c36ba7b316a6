/**
 * Starts Titian: reads the configuration, starts the parts in order, waits for Ctrl-C or a stop signal, and ends
 * the parts in the opposite order. Whatever a person can put right is told in one line; a stack is shown only
 * for what is our own mistake.
 */
import { Assembly } from './assembly.ts';
import { type Configuration, readConfiguration } from './configuration.ts';
import { claimDataFolder, type DataFolder } from './data-folder.ts';
import { startParts } from './parts.ts';
import { isPortFree } from './ports.ts';
import { productParts } from './product-parts.ts';
import { type Progress, showProgress } from './progress.ts';
import { readyMark } from './ready-mark.ts';
import { readSecrets } from './secrets.ts';
import { migrationPart, postgresPart, temporalPart } from './server-parts.ts';
import { StartupProblem } from './startup-problem.ts';

/** A terminal and npm each pass one Ctrl-C on; only a later one means "I will not wait". */
const SAME_SIGNAL_WINDOW_MS = 1_500;
const KEEP_ALIVE_MS = 3_600_000;
/** How soon a start by npm notices that npm has been ended. */
const PARENT_LOOK_MS = 1_000;
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const stop = new AbortController();
listenForSignals();
watchParent();
// Servers run apart, and waiting for a signal alone does not keep Node going.
setInterval(() => {}, KEEP_ALIVE_MS);
const progress = showProgress(process.stdout);
let failure: Error | undefined;
try {
  await run(progress);
} catch (error) {
  if (error !== stop.signal.reason) failure = error as Error;
}
if (failure !== undefined) tellFailure(failure);
else if (stop.signal.aborted) console.log('Titian has stopped.');
// Open handles of a part that failed must not keep a stopped Titian alive.
process.exit(failure === undefined ? 0 : 1);

async function run(progress: Progress): Promise<void> {
  const configuration = readOrRefuse(progress);
  const folder = claimIfNeeded(configuration, progress);
  try {
    await refuseTakenPort(configuration);
    // A worker listens nowhere: whoever watches over it (a container's health check) looks for this file.
    const mark = configuration.parts === 'worker' ? readyMark(configuration.dataFolder) : undefined;
    const ending = { giveUp, stopping: stop.signal };
    const titian = new Assembly(configuration, readSecrets(configuration), progress, ending);
    const running = await startParts(partsOf(titian), progress, stop.signal);
    mark?.set();
    if (configuration.parts !== 'migrate') {
      tellReady(titian);
      await stopRequested();
    }
    mark?.remove();
    await running.stop();
  } finally {
    folder?.release();
  }
}

function partsOf(titian: Assembly) {
  const { parts } = titian.configuration;
  if (parts === 'migrate') return [postgresPart(titian), migrationPart(titian)];
  const servers = [postgresPart(titian), temporalPart(titian)];
  // On a cluster the migration is a step of its own, so that ten workers do not start it ten times.
  if (parts === 'all') servers.splice(1, 0, migrationPart(titian));
  return [...servers, ...productParts(titian)];
}

function readOrRefuse(progress: Progress): Configuration {
  const outcome = readConfiguration(process.env);
  if (!outcome.ok) throw new StartupProblem(outcome.mistakes.join('\n'), '');
  const { configuration, hints } = outcome;
  console.log(`Titian${configuration.sandbox ? ' (sandbox)' : ''}, data in ${configuration.dataFolder}`);
  for (const hint of hints) progress.tell(hint);
  return configuration;
}

/** Servers of our own live in the data folder; with none of them, many processes may share it. */
function claimIfNeeded(configuration: Configuration, progress: Progress): DataFolder | undefined {
  const { database, temporal, dataFolder } = configuration;
  if (database !== undefined && temporal !== undefined) return undefined;
  return claimDataFolder(dataFolder, progress.tell);
}

/** Looked at first: nobody should wait for two servers to hear of a taken port. */
async function refuseTakenPort({ host, port, parts }: Configuration): Promise<void> {
  if (parts === 'migrate' || parts === 'worker' || port === 0) return;
  if (await isPortFree(host, port)) return;
  throw new StartupProblem(
    `Port ${port} is in use.`,
    `Stop the program that has it, or choose another: PORT=${port + 1} npm start`,
  );
}

function tellReady(titian: Assembly): void {
  if (titian.apiAddress !== undefined) console.log(`\nTitian is ready: ${titian.apiAddress}`);
  for (const line of titian.welcome) console.log(line);
  console.log('Ctrl-C stops it.');
}

function stopRequested(): Promise<void> {
  return new Promise((resolve) => {
    if (stop.signal.aborted) resolve();
    else stop.signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** A part cannot go on: the others are ended in order, and the exit code says so. */
function giveUp(error: Error): void {
  failure ??= error;
  stop.abort();
}

function listenForSignals(): void {
  let firstAt: number | undefined;
  for (const name of STOP_SIGNALS) {
    process.on(name, () => {
      if (firstAt === undefined) {
        firstAt = performance.now();
        console.log('\nStopping:');
        stop.abort();
      } else if (performance.now() - firstAt > SAME_SIGNAL_WINDOW_MS) {
        console.log('Not waiting any longer; the next start clears up.');
        process.exit(130);
      }
    });
  }
}

/** npm does not pass SIGTERM on: when it is gone, whoever ended it meant Titian. */
function watchParent(): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent && !stop.signal.aborted) {
      console.log('\nStopping:');
      stop.abort();
    }
  }, PARENT_LOOK_MS).unref();
}

function tellFailure(error: Error): void {
  if (error instanceof StartupProblem) console.error(error.message.trim());
  else console.error(error);
}
