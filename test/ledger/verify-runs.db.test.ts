import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { verifyLedger } from '../../src/ledger/verify.ts';
import { type OpenLedger, openLedger } from './open-ledger.ts';
import { requestOf } from './requests.ts';
import { tamperWith } from './tamper.ts';

let open: OpenLedger;
const stream = 'journey/runner';
beforeEach(async () => {
  open = await openLedger();
  await open.ledger.recordRequest(requestOf({ stream, commandId: 'one', runId: 'run-1' }));
  await open.ledger.recordRequest(
    requestOf({ stream, commandId: 'two', expectedVersion: 1, runId: 'run-2' }),
  );
  const history = Buffer.from('history of run 1');
  await open.ledger.archiveRun(stream, 'run-1', history, createHash('sha256').update(history).digest('hex'));
  await open.ledger.keepBuild('build-1', Buffer.from('bundle'));
});
afterEach(() => open.close());

const found = async () =>
  (await verifyLedger(open.superPool)).list.map(({ problem, entry, stream: of, explanation }) =>
    [problem, entry, of ?? '-', explanation].join(' '),
  );

it('histories and bundles as they were archived are intact, and so is a run that was not archived yet', async () => {
  expect(await found()).toEqual([]);
});

it.each([
  [`UPDATE ledger.run SET history = 'other' WHERE run_id = 'run-1'`],
  [`UPDATE ledger.run SET history_hash = sha256('other') WHERE run_id = 'run-1'`],
  [`UPDATE ledger.run SET history = NULL WHERE run_id = 'run-1'`],
  [`UPDATE ledger.run SET history = NULL, history_hash = NULL WHERE run_id = 'run-1'`],
])('a history that was changed is named: %s', async (statement) => {
  const checks = ['run_check', 'run_check1'].map((name) => `ALTER TABLE ledger.run DROP CONSTRAINT ${name}`);
  await tamperWith(open.superPool, ...checks, statement);
  expect(await found()).toEqual([
    `HASH_DIFFERS run ${stream} the archived history of run run-1 does not give its hash`,
  ]);
});

it('a history that was taken away is not archived a second time: its absence is the evidence', async () => {
  const runs = async () => (await open.ledger.unarchivedRuns(10)).map(({ runId }) => runId);
  const before = await runs();
  expect(before).not.toContain('run-1');
  await tamperWith(
    open.superPool,
    `UPDATE ledger.run SET history = NULL, history_hash = NULL, archived_at = NULL WHERE run_id = 'run-1'`,
  );
  expect(await runs()).toEqual(before);
});

it('a run that decided and is gone is named', async () => {
  await tamperWith(open.superPool, `DELETE FROM ledger.run WHERE run_id = 'run-2'`);
  expect(await found()).toEqual([`ROW_MISSING run ${stream} run run-2, which decided, is missing`]);
});

it('a bundle that was changed is named', async () => {
  await tamperWith(
    open.superPool,
    'ALTER TABLE ledger.build DROP CONSTRAINT build_check',
    `UPDATE ledger.build SET bundle = 'other'`,
  );
  expect(await found()).toEqual(['HASH_DIFFERS build - the bundle of build build-1 does not give its hash']);
});
