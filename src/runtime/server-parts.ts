import { join } from 'node:path';
import { migrate } from '../ledger/migrate.ts';
import { APPLICATION_ROLE, type RoleOptions } from '../ledger/roles.ts';
import { roleFor } from './application-pool.ts';
import type { Assembly, DatabaseAddresses } from './assembly.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import type { Part } from './parts.ts';
import { findFreePort } from './ports.ts';
import { canConnect } from './postgres-connection.ts';
import { StartupProblem } from './startup-problem.ts';
import { supervise } from './supervise.ts';
import { connectionOptionsOf } from './temporal-connection.ts';
import { startTemporalServer } from './temporal-server.ts';

/** Postgres: the configured one, or the embedded one. */
export function postgresPart(titian: Assembly): Part {
  return {
    name: 'Postgres',
    async start() {
      const { database, dataFolder } = titian.configuration;
      if (database !== undefined) {
        titian.database = { ...database, ...roleFor(database.appUrl) };
        return { detail: `at ${new URL(database.appUrl).host} (DATABASE_URL)` };
      }
      const supervised = await supervise({
        name: 'Postgres',
        start: () => startEmbeddedPostgres({ folder: join(dataFolder, 'postgres'), tell: titian.tell }),
        tell: titian.tell,
        giveUp: titian.giveUp,
      });
      const postgres = supervised.current();
      titian.database = { appUrl: postgres.appUrl(), ownerUrl: postgres.ownerUrl() };
      return { detail: `embedded, at 127.0.0.1:${postgres.port}`, stop: supervised.stop };
    },
  };
}

/** Brings the database to this build's schema. */
export function migrationPart(titian: Assembly): Part {
  return {
    name: 'schema',
    async start() {
      const { applied, alreadyApplied } = await runMigrations(titian.database);
      return {
        detail: applied.length === 0 ? `${alreadyApplied} migrations` : `${applied.length} new migrations`,
      };
    },
  };
}

async function runMigrations({ appUrl, ownerUrl }: DatabaseAddresses) {
  try {
    return await migrate(ownerUrl, await rolesWanted(appUrl));
  } catch (error) {
    const { host } = new URL(ownerUrl);
    throw new StartupProblem(
      `The database at ${host} could not be brought to this build's schema: ${(error as Error).message}.`,
      'If it is your own, check DATABASE_URL and TITIAN_OWNER_DATABASE_URL.',
    );
  }
}

/** What the migration has to do so that DATABASE_URL's login can work: on an operator's own server it may be new. */
async function rolesWanted(appUrl: string): Promise<RoleOptions> {
  const { username, password } = new URL(appUrl);
  if (username !== APPLICATION_ROLE) return { appLogin: decodeURIComponent(username) };
  return (await canConnect(appUrl)) ? {} : { appPassword: decodeURIComponent(password) };
}

/** Temporal: the configured cluster, or a development server with Temporal's own pages beside it. */
export function temporalPart(titian: Assembly): Part {
  return {
    name: 'Temporal',
    async start() {
      const { temporal, temporalNamespace, dataFolder } = titian.configuration;
      if (temporal !== undefined) {
        titian.temporal = { connection: connectionOptionsOf(temporal), namespace: temporalNamespace };
        titian.temporalPages = titian.configuration.temporalPages;
        return { detail: `at ${temporal.address} (TEMPORAL_ADDRESS)` };
      }
      const uiPort = await findFreePort();
      const supervised = await supervise({
        name: 'Temporal',
        start: () =>
          startTemporalServer({
            folder: join(dataFolder, 'temporal'),
            uiPort,
            tell: titian.tell,
          }),
        tell: titian.tell,
        giveUp: titian.giveUp,
      });
      const server = supervised.current();
      titian.temporalPages = `http://127.0.0.1:${uiPort}`;
      titian.temporal = { connection: { address: server.address }, namespace: server.namespace };
      return {
        detail: `at ${server.address}, its pages at http://127.0.0.1:${uiPort}, from ${server.origin}`,
        stop: supervised.stop,
      };
    },
  };
}
