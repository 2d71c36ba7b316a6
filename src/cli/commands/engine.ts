/** `titian verify`, `revive`, `doctor`: for operators, on the servers themselves. */
import type { Command } from 'commander';
import type pg from 'pg';
import { restartSheets } from '../../../workers/tend-sheets.ts';
import { runLengthOf, workerTuning } from '../../../workers/tuning.ts';
import { createLedger } from '../../ledger/ledger.ts';
import { createReaderPool } from '../../ledger/pool.ts';
import { lastVerification } from '../../ledger/verifications.ts';
import { createProjectors } from '../../projections/projectors.ts';
import { actingAs, openApplicationPool } from '../../runtime/application-pool.ts';
import { type Configuration, readConfiguration } from '../../runtime/configuration.ts';
import { findServers } from '../../runtime/running.ts';
import { createWorlds, LIVE_WORLD } from '../../sandbox/worlds.ts';
import { waitingForSeal } from '../../seal/waiting-for-seal.ts';
import { createSheetStore } from '../../sheets/store.ts';
import { CommandFailed } from '../client.ts';
import { print, progressLine, table } from '../output.ts';
import { addressOf, type SharedOptions } from '../session.ts';
import { addVerifyCommand } from './verify.ts';

export function addEngineCommands(program: Command): void {
  addVerifyCommand(program, configurationOrFail);

  program
    .command('revive')
    .description(
      'restart every open entity and running sheet from Postgres, after Temporal’s own database was lost',
    )
    .action(async (_own: unknown, command: Command) => {
      const { json = false } = command.optsWithGlobals<SharedOptions>();
      const revived = await revive(configurationOrFail());
      print({ revived }, json, () => `${revived} entities were woken.`);
    });

  program
    .command('projections')
    .description('read models: they hold nothing that is not in the ledger')
    .command('rebuild')
    .description('throw the lists away and build them again from the ledger')
    .action(async (_own: unknown, command: Command) => {
      const { json = false } = command.optsWithGlobals<SharedOptions>();
      const { database } = findServers(configurationOrFail());
      const pool = createReaderPool(database.appUrl, actingAs(database));
      const progress = progressLine();
      try {
        const projectors = createProjectors({ pool, ledger: createLedger(pool) });
        const rows = await projectors.rebuild((list, built) => progress.show(`${list}: ${built} rows`));
        progress.done();
        print({ cases: rows['case-list'] ?? 0, rows }, json, () =>
          table(
            ['list', 'rows'],
            Object.entries(rows).map(([list, built]) => [list, String(built)]),
          ),
        );
      } finally {
        await pool.end();
      }
    });

  program
    .command('doctor')
    .description('look at every part, and say what is wrong and what to do')
    .action(async (_own: unknown, command: Command) => {
      const options = command.optsWithGlobals<SharedOptions>();
      const checks = await examine(configurationOrFail(), addressOf(options));
      print(checks, options.json ?? false, () =>
        table(
          ['part', 'state', 'what it says'],
          checks.map(({ part, ok, detail }) => [part, ok ? 'ok' : 'WRONG', detail]),
        ),
      );
      if (checks.some(({ ok }) => !ok)) process.exitCode = 1;
    });
}

/** Streams asked for at a time. */
const PAGE = 500;

export async function revive(configuration: Configuration): Promise<number> {
  const { database, temporal } = findServers(configuration);
  // Loaded where it is needed: most calls of the command line never speak with Temporal.
  const { Client, Connection } = await import('@temporalio/client');
  const { createTemporalGateway } = await import('../../gateway/temporal-gateway.ts');
  const { createSheetStarter } = await import('../../gateway/sheet-starter.ts');
  const pool = await openApplicationPool(database);
  const connection = await Connection.connect(temporal.connection);
  const progress = progressLine();
  try {
    const ledger = createLedger(pool);
    const worlds = createWorlds(pool);
    const { taskQueue } = configuration;
    const client = new Client({ connection, namespace: temporal.namespace });
    const gateway = createTemporalGateway({ client, taskQueue, ...runLengthOf(workerTuning) });
    let revived = 0;
    let after: string | undefined;
    for (;;) {
      const streams = await ledger.openStreams(PAGE, after);
      after = streams.at(-1)?.stream;
      if (after === undefined) break;
      for (const { stream, world } of streams) {
        if (stream.startsWith('register/')) continue;
        const { clockOffsetMs } = world === LIVE_WORLD ? { clockOffsetMs: 0 } : await worlds.find(world);
        await gateway.wake(stream, world, clockOffsetMs);
        revived += 1;
        progress.show(`${revived} entities woken`);
      }
    }
    const store = createSheetStore(pool);
    await restartSheets({ store, start: createSheetStarter(client, taskQueue) }, 0);
    return revived;
  } finally {
    progress.done();
    await connection.close();
    await pool.end();
  }
}

interface Check {
  readonly part: string;
  readonly ok: boolean;
  readonly detail: string;
}

async function examine(configuration: Configuration, address: string): Promise<Check[]> {
  const checks: Check[] = [];
  const check = async (part: string, look: () => Promise<string>): Promise<void> => {
    try {
      checks.push({ part, ok: true, detail: await look() });
    } catch (error) {
      checks.push({ part, ok: false, detail: error instanceof Error ? error.message : 'unknown' });
    }
  };
  await check('Node', async () => process.version);
  await check('API', async () => {
    const response = await fetch(new URL('/readyz', address), { signal: AbortSignal.timeout(5_000) });
    if (!response.ok) throw new Error(`${address} answers ${response.status}: ${await response.text()}`);
    return address;
  });
  await check('Postgres', async () => {
    const pool = await openApplicationPool(findServers(configuration).database);
    try {
      return await ledgerState(pool);
    } finally {
      await pool.end();
    }
  });
  await check('Verification', async () => {
    const pool = await openApplicationPool(findServers(configuration).database);
    try {
      return await verificationState(pool);
    } finally {
      await pool.end();
    }
  });
  await check('Seal', async () => {
    const pool = await openApplicationPool(findServers(configuration).database);
    try {
      return await sealState(pool);
    } finally {
      await pool.end();
    }
  });
  await check('Temporal', async () => {
    const { temporal } = findServers(configuration);
    const { Connection } = await import('@temporalio/client');
    const connection = await Connection.connect({ ...temporal.connection, connectTimeout: 5_000 });
    try {
      const { serverVersion } = await connection.workflowService.getSystemInfo({});
      return `server ${serverVersion}, namespace ${temporal.namespace}`;
    } finally {
      await connection.close();
    }
  });
  return checks;
}

/** Overdue deadlines and waiting messages mean that no worker is awake, or not enough of them. */
const OVERDUE_GRACE_MS = 120_000;

/** @throws where a deadline is overdue, of a real case or, by its world's own clock, of a sandbox world. */
export async function ledgerState(pool: pg.Pool): Promise<string> {
  const ledger = createLedger(pool);
  const overdue = await ledger.overdue(new Date(Date.now() - OVERDUE_GRACE_MS).toISOString(), 1_000);
  const practised = await createWorlds(pool).overdue(OVERDUE_GRACE_MS, 1_000);
  const backlog = await ledger.backlog();
  const text = [
    `${overdue.length} overdue deadlines`,
    `${practised.length} sandbox entities with overdue deadlines`,
    `${backlog.messagesWaiting} messages under way`,
    `${backlog.runsUnarchivedOverdue} ended runs unarchived for more than a day`,
  ].join(', ');
  if (overdue.length + practised.length > 0)
    throw new Error(`${text}: is a worker running? Then: titian revive`);
  return text;
}

/** @throws where the last scheduled verification found something, or could not be finished. */
export async function verificationState(pool: pg.Pool): Promise<string> {
  const last = await lastVerification(pool);
  if (last === undefined) return 'the record was never verified by itself yet';
  const { outcome, findings, sentence, endedAt, rows } = last;
  if (outcome === 'findings') throw new Error(`${findings} findings at ${endedAt}: ${sentence}`);
  if (outcome === 'unfinished') throw new Error(`not finished at ${endedAt}: ${sentence}`);
  return `the record was intact at ${endedAt}, ${rows} rows`;
}

/** Ten times what a checkpoint takes. */
const SEALED_WITHIN_MS = 600_000;

/** @throws where rows wait to be sealed for longer than they should: the sealer stands, or refuses to sign. */
export async function sealState(pool: pg.Pool): Promise<string> {
  const { leaves, last, since } = await waitingForSeal(pool);
  if (last === undefined) return `nothing was ever sealed, ${leaves} leaves`;
  const text = `sealed to ${last.size} of ${leaves} leaves at ${last.signedAt}`;
  if (since !== undefined && Date.now() - Date.parse(since) > SEALED_WITHIN_MS)
    throw new Error(
      `${text}, and the next waits since ${since}: is there an alarm "seal" in the worker’s log?`,
    );
  return text;
}

function configurationOrFail(): Configuration {
  const outcome = readConfiguration(process.env);
  if (!outcome.ok) throw new CommandFailed(outcome.mistakes.join('\n'));
  return outcome.configuration;
}
