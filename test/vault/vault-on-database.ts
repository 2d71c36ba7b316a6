import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { type AccessLog, createAccessLog } from '../../src/access/access-log.ts';
import type { Actor } from '../../src/domain/decider.ts';
import { createPool } from '../../src/ledger/pool.ts';
import { createVault, type Vault } from '../../src/vault/vault.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';

export const STAFF: Actor = { id: 'staff-1', role: 'PIDUM_STAFF', office: 'kejari-medan' };

/** A test file's own database, seen as the application and as the one who looks behind the curtain. */
export interface VaultOnDatabase {
  readonly database: TestDatabase;
  readonly masterKey: Buffer;
  readonly app: pg.Pool;
  readonly owner: pg.Pool;
  readonly superuser: pg.Pool;
  readonly vault: Vault;
  readonly log: AccessLog;
  /** Another process: the same database and key, nothing at hand. */
  anotherProcess(): Vault;
  close(): Promise<void>;
}

export async function openVault(): Promise<VaultOnDatabase> {
  const database = await createTestDatabase();
  const masterKey = randomBytes(32);
  const [app, owner, superuser] = [database.appUrl, database.ownerUrl, database.superUrl].map((url) =>
    createPool(url, { connections: 8 }),
  ) as [pg.Pool, pg.Pool, pg.Pool];
  const vault = createVault(app, masterKey);
  await vault.confirmMasterKeys();
  return {
    database,
    masterKey,
    app,
    owner,
    superuser,
    vault,
    log: createAccessLog(app),
    anotherProcess: () => createVault(app, masterKey),
    close: async () => {
      await Promise.all([app.end(), owner.end(), superuser.end()]);
      await database.drop();
    },
  };
}

let count = 0;
/** Each test has its own person, so that none sees another's. */
export const nextPerson = (): string => `person-${++count}`;
