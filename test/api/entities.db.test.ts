/** Classes, certificates and permits over HTTP: here a certificate, which only a message begins. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SandboxIdentity } from '../../src/access/sandbox-issuer.ts';
import { type ApiWorld, openApi } from './api-world.ts';
import { AUDITOR, newWorld, PROSECUTOR } from './case-on-the-way.ts';
import { certificateSamples } from './samples/certificate.ts';

const LSP: SandboxIdentity = {
  ...{ sub: 'lsp-1', role: 'CERTIFICATION_BODY_ADMINISTRATOR', office: 'lsp-contoh' },
};
const OTHER_LSP: SandboxIdentity = { ...LSP, sub: 'lsp-2', office: 'lsp-lain' };
const ID = `t${'0a'.repeat(14)}`;
const STREAM = `certificate/${ID}`;
const paper = { kind: 'SK LSP', number: '12/LSP/2026', date: '2026-06-20' };

describe('an entity beside the journey, over HTTP', () => {
  let api: ApiWorld;
  let world: string;
  const command = (name: string, data: unknown, as = LSP, key = randomUUID()) =>
    api.call({
      url: `/api/v1/certificates/${ID}/commands/${name}`,
      as,
      key,
      body: { data, document: paper },
    });
  const read = (url: string, as: SandboxIdentity) => api.call({ method: 'GET', url, as });
  const denials = async (subject: string): Promise<number> => {
    const { rows } = await api.superPool.query(
      "SELECT count(*) AS count FROM access.log WHERE outcome = 'denied' AND subject = $1",
      [subject],
    );
    return Number(rows[0].count);
  };

  beforeAll(async () => {
    api = await openApi();
    world = await newWorld(api, '2026-06-20T01:00:00.000Z');
    const issue = { ...certificateSamples['issue-certificate'], certificateId: ID };
    const issued = await api.tell(STREAM, world, 'issue-certificate', {
      ...issue,
      holderAddress: `address/certificate/${ID}`,
    });
    expect(issued.outcome).toBe('accepted');
  });
  afterAll(() => api.close());

  it('takes a command of whom it is in reach of, in the world it began in, once for each key', async () => {
    const key = randomUUID();
    const first = await command('freeze-certificate', { reason: 'Laporan sedang diperiksa' }, LSP, key);
    expect([first.status, first.body.stream, first.body.world]).toEqual([200, STREAM, world]);
    expect(first.body.events.map((event: { type: string }) => event.type)).toContain('CertificateFrozen');
    expect(first.body.personId).toBeUndefined();
    const again = await command('freeze-certificate', { reason: 'Laporan sedang diperiksa' }, LSP, key);
    expect(again.body).toEqual(first.body);
    const other = await command('freeze-certificate', { reason: 'Alasan lain' }, LSP, key);
    expect([other.status, other.body.code]).toEqual([409, 'COMMAND_ID_REUSED']);
  });

  it('turns away other offices, other roles and messages from outside, and writes it down', async () => {
    const before = await denials(STREAM);
    expect((await command('unfreeze-certificate', { reason: 'x' }, OTHER_LSP)).body.code).toBe(
      'NOT_PERMITTED',
    );
    expect((await command('unfreeze-certificate', { reason: 'x' }, PROSECUTOR)).status).toBe(403);
    expect((await command('issue-certificate', certificateSamples['issue-certificate'])).status).toBe(403);
    expect((await read(`/api/v1/certificates/${ID}`, OTHER_LSP)).status).toBe(403);
    expect((await read(`/api/v1/certificates/${ID}/events`, LSP)).status).toBe(403);
    expect(await denials(STREAM)).toBe(before + 5);
  });

  it('does not begin what only a message begins, and knows no id that is none', async () => {
    const unknown = `/api/v1/certificates/t${'1b'.repeat(14)}`;
    expect((await read(unknown, LSP)).status).toBe(404);
    const sent = await api.call({
      url: `${unknown}/commands/withdraw-certificate`,
      as: LSP,
      body: { data: { reason: 'x' } },
    });
    expect([sent.status, sent.body.code]).toEqual([404, 'NOT_FOUND']);
    expect((await read('/api/v1/certificates/Sari', LSP)).status).toBe(404);
    expect((await command('open-class', {}, LSP)).status).toBe(404);
  });

  it('shows the LSP its certificate without the holder, and the auditor every event with its text', async () => {
    const shown = await read(`/api/v1/certificates/${ID}`, LSP);
    expect(shown.body).toMatchObject({ id: ID, status: 'FROZEN', certificationBody: 'lsp-contoh', world });
    expect(shown.text).not.toMatch(/holderAddress|address\/|personId|caseId/);
    const { body } = await read(`/api/v1/certificates/${ID}/events`, AUDITOR);
    expect(body.headVersion).toBe(shown.body.version);
    const frozen = body.events.find((event: { type: string }) => event.type === 'CertificateFrozen');
    expect(frozen.data.reason).toBe('Laporan sedang diperiksa');
    const stored = await api.ledger.readStream(STREAM);
    expect(JSON.stringify(stored)).not.toContain('Laporan');
    expect(JSON.stringify(stored)).toContain('sealed:v1:case');
  });
});
