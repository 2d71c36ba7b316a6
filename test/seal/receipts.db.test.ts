/** The public log and receipts over HTTP, and a receipt checked by nothing but src/transparency and the format. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SandboxIdentity } from '../../src/access/sandbox-issuer.ts';
import { eventHash } from '../../src/ledger/chain.ts';
import type { EventTable } from '../../src/ledger/tables.ts';
import { openSealedLog, type SealedLog } from '../../src/seal/sealed-log.ts';
import { entryBytes, leafHash } from '../../src/transparency/entry.ts';
import { decodeEntries } from '../../src/transparency/entry-bundle.ts';
import { parseProofFile, verifyProofFile } from '../../src/transparency/proof-file.ts';
import { parseTrustPolicy } from '../../src/transparency/trust-policy.ts';
import { type ApiWorld, openApi } from '../api/api-world.ts';
import { AUDITOR, COUNSELLOR, PROSECUTOR, registerPerson, SUPERVISOR } from '../api/case-on-the-way.ts';
import { makeTestFolder, removeTestFolder } from '../support/test-folder.ts';
import { ORIGIN, policyOf, signerIn } from './sealed-world.ts';

const folder = makeTestFolder();
let api: ApiWorld;
let log: SealedLog;
let personId: string;
beforeAll(async () => {
  api = await openApi({
    registers: false,
    rooms: ({ pool }) => {
      const signer = signerIn(join(folder, 'log'));
      log = openSealedLog({ pool, origin: ORIGIN, policy: policyOf(signer), signer });
      return { sealedLog: log };
    },
  });
  ({ personId } = await registerPerson(api));
});
afterAll(async () => {
  await api.close();
  removeTestFolder(folder);
});

const get = (url: string, as?: SandboxIdentity) =>
  api.call({ method: 'GET', url, ...(as === undefined ? {} : { as }) });
const receipt = (version: number | string) => `/api/v1/receipts/journey/${personId}/events/${version}`;

it('what is recorded and not sealed yet is said to be so', async () => {
  expect((await get('/log/checkpoint')).status).toBe(404);
  const answer = await get(receipt(1), AUDITOR);
  expect(answer).toMatchObject({
    status: 409,
    body: { code: 'NOT_SEALED_YET', detail: 'This is recorded and not sealed yet.' },
  });
});

describe('once it is sealed', () => {
  beforeAll(() => log.sealNow());

  it('the receipt proves the row in it, by the format alone', async () => {
    const answer = await get(receipt(1), AUDITOR);
    expect([answer.status, answer.contentType]).toEqual([200, 'text/plain; charset=utf-8']);
    const { extra } = parseProofFile(answer.text);
    const row = JSON.parse(extra!.toString('utf8')) as Record<string, string>;
    expect(row).toMatchObject({ type: 'event', stream_id: `journey/${personId}`, version: '1' });
    const hash = (own: Record<string, string>) =>
      eventHash({
        ...own,
        type: own.event_type,
        previous_hash: Buffer.from(own.previous_hash!, 'hex'),
      } as unknown as Omit<EventTable, 'hash'>).toString('hex');
    const leafOf = (own: Record<string, string>) =>
      leafHash(entryBytes({ kind: 'event', stream: own.stream_id!, position: 1, hash: hash(own) }));
    const policy = parseTrustPolicy((await get('/log/trust-policy')).text);
    expect(verifyProofFile(answer.text, leafOf(row), policy).trusted).toBe(true);
    const changed = { ...row, body: row.body!.replace('"', '" ') };
    expect(verifyProofFile(answer.text, leafOf(changed), policy)).toMatchObject({
      trusted: false,
      problem: expect.stringMatching(/^The proof does not show this entry at index \d+ of log\.test\/titian/),
    });
  });

  const refused: readonly [string, () => string, SandboxIdentity | undefined, number][] = [
    ['an officer of another office', () => receipt(1), COUNSELLOR, 403],
    ['an event, by a role that reads none', () => receipt(1), SUPERVISOR, 403],
    ['an event that is not there', () => receipt(900), AUDITOR, 404],
    ['a version that is none', () => receipt('0'), AUDITOR, 400],
    ['a decision, by an officer', () => `/api/v1/receipts/journey/x/decisions/1`, PROSECUTOR, 403],
    ['a stream that is not there', () => '/api/v1/receipts/class/x/events/1', AUDITOR, 404],
    ['entries, by an officer', () => '/log/tile/entries/000.p/1', PROSECUTOR, 403],
    ['entries, by nobody', () => '/log/tile/entries/000.p/1', undefined, 401],
    ['a tile beyond the tree', () => '/log/tile/0/009', undefined, 404],
    ['no tile', () => '/log/tile/0/../checkpoint', undefined, 404],
  ];
  it.each(refused)('%s is refused', async (_, url, as, status) => {
    expect((await get(url(), as)).status).toBe(status);
  });

  it('auditors have receipts of decisions too', async () => {
    const answer = await get(`/api/v1/receipts/journey/${personId}/decisions/1`, AUDITOR);
    const row = JSON.parse(parseProofFile(answer.text).extra!.toString('utf8'));
    expect(row).toMatchObject({ type: 'decision', sequence: '1', outcome: 'accepted' });
  });

  it('anybody reads checkpoint and hashes; what stands under them, the auditor', async () => {
    const { size, note } = (await log.latestPublished())!;
    expect(await get('/log/checkpoint')).toMatchObject({ status: 200, text: note });
    expect((await get(`/log/tile/0/000.p/${size}`)).status).toBe(200);
    const answer = await api.app.inject({
      url: `/log/tile/entries/000.p/${size}`,
      headers: { authorization: `Bearer ${await api.token(AUDITOR)}` },
    });
    const entries = decodeEntries(answer.rawPayload);
    expect(entries).toHaveLength(size);
    expect(entries[0]!.toString('utf8')).toMatch(/^titian\/leaf\/v1\ndecision\n/);
    const { rows } = await api.superPool.query(
      `SELECT actor_id, subject, outcome FROM access.log WHERE action = 'read-seal' ORDER BY id DESC LIMIT 1`,
    );
    expect(rows).toEqual([{ actor_id: 'auditor-1', subject: 'log', outcome: 'allowed' }]);
  });
});
