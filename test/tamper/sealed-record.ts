/**
 * One small record, sealed and witnessed by two processes of their own: as it stood yesterday and as it stands today.
 * Each test gets a copy of the database to do as it likes with, as somebody does who owns the server.
 */
import { createHash, randomBytes } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { expect, inject } from 'vitest';
import { createAccessLog } from '../../src/access/access-log.ts';
import type { VerifyReport } from '../../src/audit/verify/report.ts';
import { verifyRecord } from '../../src/audit/verify/verify-record.ts';
import { DECIDERS } from '../../src/domain/deciders.ts';
import { createLedger } from '../../src/ledger/ledger.ts';
import { createPool, createReaderPool } from '../../src/ledger/pool.ts';
import { createProjectors } from '../../src/projections/projectors.ts';
import { DirectGateway } from '../../src/registers/direct-gateway.ts';
import { createRegisterService } from '../../src/registers/service.ts';
import { createSealer, type Sealer } from '../../src/seal/sealer.ts';
import { createLogSigner } from '../../src/seal/signer.ts';
import { loadOrCreateKeyFile, readKeyFile } from '../../src/transparency/key-file.ts';
import { parseTrustPolicy } from '../../src/transparency/trust-policy.ts';
import { formatVerifierKey } from '../../src/transparency/verifier-key.ts';
import { createVault } from '../../src/vault/vault.ts';
import { requestOf } from '../ledger/requests.ts';
import { createTestDatabase } from '../support/postgres.ts';
import { envelopeOf, opening } from '../support/running-case.ts';
import { makeTestFolder, removeTestFolder } from '../support/test-folder.ts';
import {
  bundleWitness,
  type RunningWitness,
  type WitnessHome,
  witnessHome,
} from '../witness/witness-process.ts';

export const ORIGIN = 'log.test/titian';
const AT = Date.parse('2026-03-16T03:00:00.000Z');
const AUDITOR = { id: 'auditor-1', role: 'AUDITOR', office: 'audit-board' } as const;
export const HISTORY = Buffer.from('history of run one');

export interface SealedRecord {
  /** With the log's key and what it signed last. */
  readonly folder: string;
  readonly policy: string;
  readonly witnesses: readonly RunningWitness[];
  /** Leaves that the witnesses know. */
  readonly sealed: { readonly yesterday: number; readonly today: number };
  readonly persons: readonly string[];
  copyOf(day: 'yesterday' | 'today'): Promise<Copy>;
  close(): Promise<void>;
}

export interface Copy {
  readonly pool: pg.Pool;
  readonly appUrl: string;
  verify(options?: Partial<Parameters<typeof verifyRecord>[0]>): Promise<VerifyReport>;
  /** Findings as `PROBLEM: sentence`. */
  findings(options?: Partial<Parameters<typeof verifyRecord>[0]>): Promise<string[]>;
  /** A sealer with the log's stolen key, and what it signed last, or nothing of it. */
  thief(memory: 'kept' | 'none'): Sealer;
  drop(): Promise<void>;
}

export async function sealedRecord(): Promise<SealedRecord> {
  const folder = makeTestFolder();
  const key = loadOrCreateKeyFile(join(folder, 'log.pem'));
  const signer = createLogSigner(ORIGIN, key, join(folder, 'signed'));
  const program = bundleWitness();
  const homes = [witnessHome(program.script, [signer.key]), witnessHome(program.script, [signer.key])];
  const witnesses = await Promise.all(homes.map((home) => home.start()));
  const policy = [
    `log ${formatVerifierKey(signer.key)}`,
    ...witnesses.map(({ key: own, url }, place) => `witness w${place + 1} ${formatVerifierKey(own)} ${url}`),
    'group agencies 2 w1 w2',
    'quorum agencies',
    '',
  ].join('\n');
  const [yesterday, today] = [await createTestDatabase(), await createTestDatabase()];
  await today.drop();
  const persons = ['person-a', 'person-b'];
  const sealed = { yesterday: 0, today: 0 };

  const work = async (appUrl: string, write: (rooms: Rooms) => Promise<void>): Promise<number> => {
    const pool = createPool(appUrl);
    try {
      await write(roomsOn(pool));
      const sealer = createSealer({ pool, signer, policy: parseTrustPolicy(policy) });
      return (await sealer.sealNow({ heads: true })).size;
    } finally {
      await pool.end();
    }
  };
  sealed.yesterday = await work(yesterday.appUrl, (rooms) => firstDay(rooms, persons));
  copyFileSync(join(folder, 'signed'), join(folder, 'signed-yesterday'));
  const clone = await cloneOf(yesterday.name);
  sealed.today = await work(clone.appUrl, secondDay);
  const names = { yesterday: yesterday.name, today: clone.name };
  return {
    ...{ folder, policy, witnesses, sealed, persons },
    copyOf: async (day) => openCopy(await cloneOf(names[day]), folder, policy),
    async close() {
      await Promise.all([yesterday.drop(), clone.drop(), ...homes.map((home: WitnessHome) => home.remove())]);
      program.remove();
      removeTestFolder(folder);
    },
  };
}

type Rooms = ReturnType<typeof roomsOn>;

function roomsOn(pool: pg.Pool) {
  const ledger = createLedger(pool, { buildId: 'test' });
  return {
    ...{ pool, ledger, access: createAccessLog(pool) },
    vault: createVault(pool, Buffer.alloc(32, 7)),
    registers: createRegisterService({ ledger, requestHash: (text) => text }),
    journeys: new DirectGateway({ ledger, deciders: DECIDERS, clock: () => AT }),
    lists: createProjectors({ pool, ledger }),
  };
}

async function firstDay(rooms: Rooms, persons: readonly string[]): Promise<void> {
  const { ledger, registers, vault } = rooms;
  await ledger.keepBuild('test', Buffer.from('bundle of the test build'));
  await ledger.keepRules('test', Buffer.from('rules of the test build'));
  await registers.loadStartingRegisters();
  await vault.confirmMasterKeys();
  for (const [place, person] of persons.entries())
    await openJourney(rooms, person, `327301500190000${place}`);
  for (const permit of ['p1', 'p2', 'p3']) await permitMoves(rooms, permit, 1, 'run-one');
  await permitMoves(rooms, 'p1', 2, 'run-two');
  const sha256 = createHash('sha256').update(HISTORY).digest('hex');
  await ledger.archiveRun('parcel/p1', 'run-one', HISTORY, sha256);
  for (const person of persons) await look(rooms, person);
  await settle(rooms);
}

async function secondDay(rooms: Rooms): Promise<void> {
  await permitMoves(rooms, 'p1', 3, 'run-two');
  await permitMoves(rooms, 'p2', 2, 'run-one');
  await look(rooms, 'person-a');
  await settle(rooms);
}

/** One decision with two events. */
export async function permitMoves(
  { ledger }: Pick<Rooms, 'ledger'>,
  permit: string,
  sequence: number,
  runId: string,
): Promise<void> {
  const stream = `parcel/${permit}`;
  const request = requestOf({
    ...{
      stream,
      kind: 'parcel',
      commandId: `${stream}/${sequence}`,
      expectedVersion: (sequence - 1) * 2,
      runId,
    },
    events: [{ type: 'One' }, { type: 'Two' }],
  });
  expect((await ledger.recordRequest(request)).status).toBe('recorded');
}

async function openJourney({ journeys, vault }: Rooms, person: string, nik: string): Promise<void> {
  for (const command of opening()) {
    const { commandId, actor, name } = command;
    const data = { ...(command.data as Record<string, never>) };
    if (name === 'register-person') {
      Object.assign(data, { nikIndex: vault.nikIndex(nik) });
      await vault.storeIdentity({
        ...{ personId: person, world: 'live', commandId, actor },
        document: { name: 'Fiktif', nik },
      });
    } else {
      const place = { subject: person, commandId, field: 'caseNumber' };
      const sealed = await vault.seal('case', place, '12/Pid.B/2026/PN Mdn');
      Object.assign(data, { caseNumber: sealed.kind === 'sealed' && sealed.text });
    }
    const answer = await journeys.send(`journey/${person}`, 'live', envelopeOf({ ...command, data }));
    expect(answer.outcome).toBe('accepted');
  }
}

const look = ({ access }: Rooms, subject: string) =>
  access.record({
    ...{ actor: AUDITOR, world: 'live', action: 'read-journey', subject, outcome: 'allowed' },
  });

async function settle({ ledger, lists }: Rooms): Promise<void> {
  while ((await ledger.sequenceLeaves()) > 0);
  await lists.catchUp();
}

interface Clone {
  readonly name: string;
  readonly superUrl: string;
  readonly appUrl: string;
  drop(): Promise<void>;
}

async function cloneOf(template: string): Promise<Clone> {
  const server = inject('postgres')!;
  const name = `test_${randomBytes(6).toString('hex')}`;
  const owner = new URL(server.ownerUrl).username;
  await onServer(server.superUrl, `CREATE DATABASE ${name} TEMPLATE ${template} OWNER ${owner}`);
  return {
    ...{ name, superUrl: server.superUrl + name, appUrl: server.appUrl + name },
    drop: () => onServer(server.superUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function onServer(superUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${superUrl}postgres` });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function openCopy({ superUrl, appUrl, drop }: Clone, folder: string, policy: string): Copy {
  const pool = createReaderPool(superUrl);
  const verify: Copy['verify'] = (options) =>
    verifyRecord({ database: { url: appUrl }, origin: ORIGIN, policy, ...options });
  return {
    ...{ pool, appUrl, verify },
    findings: async (options) =>
      (await verify(options)).list.map(({ problem, explanation }) => `${problem}: ${explanation}`),
    thief(memory) {
      const file = join(folder, `stolen-${randomBytes(4).toString('hex')}`);
      if (memory === 'kept') copyFileSync(join(folder, 'signed'), file);
      const signer = createLogSigner(ORIGIN, readKeyFile(join(folder, 'log.pem')), file);
      return createSealer({ pool, signer, policy: parseTrustPolicy(policy) });
    },
    async drop() {
      await pool.end();
      await drop();
    },
  };
}
