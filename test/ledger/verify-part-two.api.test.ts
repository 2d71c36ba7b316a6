/**
 * The chain over the whole path: prison, death, referral, class, test, certificate, work, permit and two records of one
 * human over HTTP, and rows that the bulk door wrote. The ledger proves itself, and every list is what a rebuild
 * would make of it.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Command, JsonObject } from '../../src/domain/decider.ts';
import { createBulkDoor } from '../../src/ledger/bulk/bulk-door.ts';
import { createLedger, type Ledger } from '../../src/ledger/ledger.ts';
import { createPool, createReaderPool } from '../../src/ledger/pool.ts';
import { verifyLedger } from '../../src/ledger/verify.ts';
import { createProjectors, type Projectors } from '../../src/projections/projectors.ts';
import { deciders } from '../../src/runtime/rooms.ts';
import { HttpDriver } from '../../src/scenarios/http/http-driver.ts';
import { sandboxTokens } from '../../src/scenarios/http/sandbox-tokens.ts';
import { parseScenario } from '../../src/scenarios/parse-scenario.ts';
import { failureText } from '../../src/scenarios/report.ts';
import { runScenario } from '../../src/scenarios/run-scenario.ts';
import { vacancy } from '../employment/employment-world.ts';
import { startProduct, type TestProduct } from '../support/product.ts';
import { envelopeOf, opening } from '../support/running-case.ts';

const FOLDER = join(import.meta.dirname, '..', 'scenarios');
const PLAYED = [
  's36-meninggal-di-lapas.yaml',
  't25-rujukan-baznas-magang.yaml',
  't33-dua-data-dua-sertifikat.yaml',
  'k01-izin-tanpa-pendamping.yaml',
];

let product: TestProduct;
let pool: pg.Pool;
let superPool: pg.Pool;
let ledger: Ledger;
let projectors: Projectors;
beforeAll(async () => {
  product = await startProduct();
  pool = createPool(product.database.appUrl);
  superPool = createReaderPool(product.database.superUrl);
  ledger = createLedger(pool);
  projectors = createProjectors({ pool, ledger });
});
afterAll(async () => {
  await product?.stop();
  await Promise.all([pool?.end(), superPool?.end()]);
});

const actor = (role: Actor['role'], office: string): Actor => ({ id: `a-${office}`, role, office });
const EMPLOYER = actor('EMPLOYER', 'bengkel-las-contoh');
const OFFICER = actor('PLACEMENT_OFFICER', 'disnaker-medan');
const SEEKER = actor('PERSON', 'orang');
const AUDITOR = actor('AUDITOR', 'bpk-sumut');

const accepted = expect.objectContaining({ answer: expect.objectContaining({ outcome: 'accepted' }) });

const says = (name: string, data: JsonObject, by: Actor): Command => ({
  ...{ commandId: `bulk:${randomUUID()}`, name, data, actor: by },
});

async function inBulk(stream: string, ...commands: readonly Command[]): Promise<void> {
  const door = createBulkDoor({ pool, deciders, buildId: 'test' });
  const { outcomes } = await door.run(
    commands.map((command) => ({ stream, world: 'live', envelope: envelopeOf(command) })),
  );
  expect(outcomes).toEqual(commands.map(() => accepted));
}

const typesOf = async (stream: string) => (await ledger.readStream(stream)).map(({ type }) => type);

async function quiet(): Promise<void> {
  await expect
    .poll(
      async () => {
        const { rows } = await superPool.query<{ waiting: number }>(
          'SELECT count(*) AS waiting FROM ledger.message WHERE delivered_at IS NULL',
        );
        return rows[0]?.waiting;
      },
      { timeout: 30_000 },
    )
    .toBe(0);
  while ((await ledger.sequenceLeaves()) > 0);
}

describe('the whole path', () => {
  it.concurrent.each(PLAYED)('%s is played', { timeout: 300_000 }, async (name) => {
    const scenario = parseScenario(name, readFileSync(join(FOLDER, name), 'utf8'));
    const result = await runScenario(
      scenario,
      new HttpDriver(product.address, sandboxTokens(product.address)),
    );
    expect(failureText(result, scenario)).toBe('');
  });

  it('a vacancy withdrawn at its register reaches who is proposed for it, written by the bulk door', async () => {
    const workshop: JsonObject = {
      ...{ name: 'Bengkel', ownership: 'PRIVATE', regency: 'Kota Medan', sector: 'MANUFACTURING' },
    };
    const registrar = actor('REGISTRAR', 'pusat');
    await inBulk('register/employer/bengkel-las-contoh', says('register-employer', workshop, registrar));
    await inBulk('register/vacancy/las-1', says('report-vacancy', vacancy(), EMPLOYER));
    const issuedOn = new Date().toISOString().slice(0, 10);
    const when = { from: issuedOn, regencies: ['Kota Medan'], sectors: [], needs: [], wageFloorRupiah: null };
    const seeks = { number: 'AK1-1', issuedOn, candidateId: 'k0123456789abcdef' };
    await inBulk(
      'journey/seeker-1',
      ...opening(),
      says('issue-job-seeker-card', seeks, OFFICER),
      says('give-consent', { purpose: 'MATCHING' }, SEEKER),
      says('set-availability', when, OFFICER),
      says('propose-candidate', { vacancyId: 'las-1', proposalId: 'w0123456789abcdef' }, OFFICER),
    );
    await inBulk('register/vacancy/las-1', says('withdraw-vacancy', {}, EMPLOYER));
    await expect.poll(() => typesOf('journey/seeker-1'), { timeout: 20_000 }).toContain('ProposalWithdrawn');
  });
});

it('an auditor opens a finding about what was found', async () => {
  const subject = { subjectStream: 'register/vacancy/las-1', eventVersion: 1, kind: 'BACKDATED' };
  const told = { list: 'backdating', text: 'sealed:v1:x', office: 'disnaker-medan' };
  await inBulk('finding/las-1', says('open-finding', { ...subject, ...told }, AUDITOR));
  expect(await typesOf('finding/las-1')).toContain('FindingOpened');
});

/** At the end of the way nobody has anything left to do with the class: its list of work is empty, and right so. */
const NOTHING_WAITS: ReadonlySet<string> = new Set(['work-class']);

describe('afterwards', () => {
  it('the ledger is intact, with all that the second part keeps beside its chains', async () => {
    await quiet();
    const report = await verifyLedger(superPool);
    expect(report.list).toEqual([]);
    expect(report.intact).toBe(true);
    const { rows } = await superPool.query<{ kind: string }>(
      `SELECT DISTINCT split_part(key, '/', 1) || '/' || split_part(key, '/', 2) AS kind FROM ledger.claim
        WHERE key LIKE 'address/%' ORDER BY 1`,
    );
    expect(rows.map(({ kind }) => kind)).toEqual([
      ...['address/assessment', 'address/candidate', 'address/certificate', 'address/enrolment'],
      'address/proposal',
    ]);
  });

  it('every list is what a rebuild makes of it, before and after one', async () => {
    await projectors.catchUp();
    const { rows } = await pool.query<{ name: string }>('SELECT name FROM projection.cursor ORDER BY name');
    const differing = async () => {
      const compared = await Promise.all(
        rows.map(async ({ name }) => [name, await projectors.list(name).compare()] as const),
      );
      for (const [name, { compared: count }] of compared) {
        expect([name, count > 0]).toEqual([name, !NOTHING_WAITS.has(name)]);
      }
      return compared.flatMap(([name, { different }]) => different.map((id) => `${name} ${id}`));
    };
    expect(await differing()).toEqual([]);
    await projectors.rebuild();
    expect(await differing()).toEqual([]);
  });
});
