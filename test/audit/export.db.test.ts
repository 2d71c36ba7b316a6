import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SandboxIdentity } from '../../src/access/sandbox-issuer.ts';
import { createBundleExporter } from '../../src/audit/export/export-bundle.ts';
import { verifyConsistency } from '../../src/transparency/verify-proofs.ts';
import {
  type CaseOnTheWay,
  COUNSELLOR,
  fictitiousIdentity,
  must,
  PROSECUTOR,
  registerPerson,
  runningCase,
  STAFF,
  SUPERVISOR,
} from '../api/case-on-the-way.ts';
import { ISSUE } from '../certificates/certificate-world.ts';
import { CLASS } from '../training/training-world.ts';
import { type ExportWorld, openExportWorld } from './export-world.ts';
import { linesOf } from './read-bundle.ts';
import { expectSound, ofType, streamsIn } from './sound-bundle.ts';

/** Fictitious, and so unlike anything else that finding one of them means a leak. */
const CANARY = {
  name: 'Kenariwati Qxzvkr',
  nik: '1271014703968173',
  address: 'Jalan Kenarikuning Xqzw 77',
  note: 'catatan-kenari-vqzxjw',
  health: 'sakit-kenari-zzqkvx',
  caseNumber: '48213/Pid.B/2026/PN Qxz',
} as const;
const CERTIFICATE = `t${'0a'.repeat(14)}`;
const CENTRE: SandboxIdentity = {
  ...{ sub: 'admin-1', role: 'TRAINING_CENTRE_ADMINISTRATOR', office: 'bbpvp-medan' },
};

let api: ExportWorld;
let found: CaseOnTheWay;
let trainee: CaseOnTheWay;
let holder: CaseOnTheWay;

beforeAll(async () => {
  api = await openExportWorld();
  await api.ledger.keepRules('test', Buffer.from('var TitianRules = {};'));
  await api.ledger.keepRules('never-decided', Buffer.from('var TitianRules = 1;'));
  const { name, nik, address, note, health, caseNumber } = CANARY;
  found = await runningCase(api, fictitiousIdentity({ name, nik, address }), { caseNumber });
  await found.moveClock('2026-04-01T06:00:00.000Z');
  const session = { caseId: 'c1', siteId: 'puskesmas-helvetia', note };
  await must(
    found.send(
      'record-session',
      { ...session, start: '2026-03-31T08:00', end: '2026-03-31T12:00' },
      SUPERVISOR,
    ),
  );
  const excuse = { caseId: 'c1', date: '2026-04-01', reason: 'SICK', note: health };
  await must(found.send('excuse-session', excuse, PROSECUTOR));
  await found.send('void-case', { caseId: 'c7', reason: note }, PROSECUTOR);
  holder = await registerPerson(api, fictitiousIdentity({ name: 'Maria Contoh' }), found.world);
  await api.takeAddress(holder.personId, found.world, CERTIFICATE);
  const { blankNumber: _none, ...issue } = ISSUE;
  await api.tell(`certificate/${CERTIFICATE}`, found.world, 'issue-certificate', {
    ...{ ...issue, certificateId: CERTIFICATE, holderAddress: `address/certificate/${CERTIFICATE}` },
    issuedOn: '2026-03-30',
  } as never);
  const opening = { ...CLASS, programmeId: 'las-smaw-160', capacity: 4 };
  await must(
    api.call({
      ...{ url: '/api/v1/classes/las-1/commands/open-class', as: CENTRE },
      body: { data: opening, world: found.world },
    }),
  );
  trainee = await registerPerson(api, fictitiousIdentity({ name: 'Ratna Contoh' }), found.world);
  const own: SandboxIdentity = { sub: 'ratna', role: 'PERSON', office: 'self', person: trainee.personId };
  await must(trainee.send('apply-for-class', { classId: 'las-1', needs: [] }, own));
  const history = Buffer.from('a history, as Temporal wrote it');
  const sha256 = createHash('sha256').update(history).digest('hex');
  await api.ledger.archiveRun(`journey/${found.personId}`, 'run-1', history, sha256, 'build-1');
  await api.superPool.query(
    "INSERT INTO ledger.run (stream_id, run_id, build_id) VALUES ($1, 'run-2', 'build-2')",
    [`journey/${found.personId}`],
  );
  await api.ledger.markRunLost(`journey/${found.personId}`, 'run-2');
  await api.vault.destroyKey(found.personId, 'health', 'a court said so', DESTROYER);
  await api.settle();
});
afterAll(() => api.close());

const DESTROYER = { id: 'keeper-1', role: 'REGISTRAR', office: 'pusat' } as const;
async function textOf(chunks: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
}
const person = (text: string): string => `journey/${text}`;

describe('the bundle of a person', () => {
  it('holds the journey, its registers, who looked, and proves all of it', async () => {
    await must(api.call({ method: 'GET', url: `/api/v1/journeys/${found.personId}`, as: STAFF }));
    await api.call({ method: 'GET', url: `/api/v1/journeys/${found.personId}`, as: COUNSELLOR });
    const { text } = await api.bundle(`scope=person&id=${found.personId}`);
    const lines = expectSound(text);
    expect(lines[0]).toMatchObject({
      ...{ format: 'titian-bundle/1', origin: 'log.test/titian', build: 'test' },
      scope: { kind: 'person', id: found.personId },
      madeBy: { id: 'auditor-1', role: 'AUDITOR', office: 'inspektorat' },
    });
    const streams = streamsIn(lines);
    expect(streams.filter((stream) => stream.startsWith('subject'))).toEqual([
      `subject ${person(found.personId)}`,
    ]);
    expect(streams).toContain('register register/site/puskesmas-helvetia');
    expect(ofType(lines, 'rules')).toMatchObject([{ build: 'test', code: 'var TitianRules = {};' }]);
    const refused = ofType(lines, 'decision').filter(({ outcome }) => outcome === 'refused');
    expect(refused.map(({ name }) => name)).toEqual(['void-case']);
    const looks = ofType(lines, 'access').map(
      ({ actor_id, action, outcome }) => `${actor_id} ${action} ${outcome}`,
    );
    expect(looks).toContain('staff-1 read-journey allowed');
    expect(looks).toContain('auditor-1 export-bundle allowed');
    expect(text).not.toContain(trainee.personId);
  });

  it('holds the certificates that the journey ever asked for', async () => {
    const { text } = await api.bundle(`scope=person&id=${holder.personId}`);
    expect(streamsIn(expectSound(text)).filter((stream) => stream.startsWith('subject'))).toEqual([
      `subject certificate/${CERTIFICATE}`,
      `subject ${person(holder.personId)}`,
    ]);
  });

  it('holds its archived histories, says which were lost, and which keys are gone', async () => {
    const { lines } = await api.bundle(`scope=person&id=${found.personId}`);
    const stream = person(found.personId);
    const bytes = Buffer.from('a history, as Temporal wrote it');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(ofType(lines, 'history')).toMatchObject([
      {
        ...{ stream, run: 'run-1', build: 'build-1', sha256, bytes: bytes.toString('base64') },
        note: { kind: 'run-archived', body: expect.stringContaining(sha256) },
      },
      { stream, run: 'run-2', build: 'build-2', sha256: null, bytes: null, note: { kind: 'run-lost' } },
    ]);
    expect(ofType(lines, 'redaction')).toEqual([
      { type: 'redaction', stream, purpose: 'health', at: expect.stringMatching(/^\d{4}-.*\.\d{3}Z$/) },
    ]);
    // What was sealed under it still stands where it stood, for nobody to open.
    expect(ofType(lines, 'event').some(({ body }) => String(body).includes('sealed:v1:health:'))).toBe(true);
  });

  it('names neither the person nor anything that was sealed', async () => {
    const { text } = await api.bundle(`scope=person&id=${found.personId}`);
    expect(text).toContain('sealed:v1:case:');
    const traces = [...Object.values(CANARY), 'Kenariwati', '48213/PID', 'kenari'];
    for (const trace of traces) expect(text.toLowerCase()).not.toContain(trace.toLowerCase());
    expect(api.logLines.join('\n').toLowerCase()).not.toContain('kenari');
  });

  it('is the same for the same cut, but for when it was made', async () => {
    const exporter = createBundleExporter({ pool: api.pool, log: api.log, build: 'test' });
    const scope = { kind: 'person', id: found.personId } as const;
    const actor = { id: 'auditor-1', role: 'AUDITOR', office: 'inspektorat' } as const;
    const prepared = await exporter.prepare({ scope, actor });
    await must(found.send('record-guidance', { caseId: 'c1', heldOn: '2026-04-01' }, COUNSELLOR));
    const [one, two] = [await textOf(prepared.text()), await textOf(prepared.text())];
    expect(expectSound(one)).toHaveLength(linesOf(two).length);
    const unlikeTimes = (text: string) =>
      linesOf(text).filter(({ type }) => !['header', 'end'].includes(type));
    expect(unlikeTimes(one)).toEqual(unlikeTimes(two));
    expect(one).not.toContain('record-guidance');
    expect(await textOf((await exporter.prepare({ scope, actor })).text())).toContain('record-guidance');
  });

  it('proves that the log grew out of a checkpoint that the reader kept', async () => {
    const kept = (await api.log.latestPublished())!;
    const { lines } = await api.bundle(`scope=person&id=${trainee.personId}&since=${kept.size}`);
    const proven = ofType(lines, 'consistency').map(({ note, proof }) => {
      const [, size, root] = String(note).split('\n');
      return {
        size: Number(size),
        root: root!,
        proof: (proof as string[]).map((hash) => Buffer.from(hash, 'base64')),
      };
    });
    expect(proven.map(({ size }) => size)).toContain(kept.size);
    const [, size, root] = String(ofType(lines, 'checkpoint')[0]!.note).split('\n');
    for (const earlier of proven)
      expect(
        verifyConsistency({
          ...{ oldSize: earlier.size, oldRoot: Buffer.from(earlier.root, 'base64'), proof: earlier.proof },
          ...{ size: Number(size), root: Buffer.from(root!, 'base64') },
        }),
      ).toBe(true);
    const unknown = await api.ask(`scope=person&id=${trainee.personId}&since=1`);
    expect([unknown.status, unknown.body.code]).toEqual([400, 'MALFORMED']);
    expect(unknown.body.errors).toEqual([
      { path: 'since', reason: 'no checkpoint of this size was published' },
    ]);
  });
});

describe('the bundle of a class', () => {
  it('is the class alone: nobody who sits in it, and no certificate', async () => {
    const { text } = await api.bundle('scope=class&id=las-1');
    const lines = expectSound(text);
    expect(streamsIn(lines).filter((stream) => !stream.startsWith('register '))).toEqual([
      'subject class/las-1',
    ]);
    expect(text).not.toContain(trainee.personId);
    expect(text).not.toContain('journey/');
  });
});

describe('the bundle of an office', () => {
  const subjects = async (office: string, more = ''): Promise<string[]> => {
    const { text } = await api.bundle(`scope=office&id=${office}&world=${found.world}${more}`);
    return streamsIn(expectSound(text)).filter((stream) => stream.startsWith('subject'));
  };

  it('holds what names the office and what it decided, each stream whole', async () => {
    await api.settle();
    const cases = [`subject ${person(found.personId)}`];
    expect(await subjects('bapas-medan')).toEqual(cases);
    expect(await subjects('puskesmas-helvetia')).toEqual(cases);
    // Registered all three, prosecutes one.
    const registered = [trainee, holder].map(({ personId }) => `subject ${person(personId)}`);
    expect(await subjects('kejari-medan')).toEqual([...cases, ...registered].sort());
    expect(await subjects('bbpvp-medan')).toEqual(['subject class/las-1']);
    expect(await subjects('lsp-las-medan')).toEqual([`subject certificate/${CERTIFICATE}`]);
    expect(await subjects('kejari-jayapura')).toEqual([]);
  });

  it('holds only what moved in a period, where one is given', async () => {
    const [today, tomorrow] = [0, 1].map((days) => new Date(Date.now() + days * 86_400_000).toISOString());
    expect(await subjects('bapas-medan', `&to=${tomorrow}`)).toHaveLength(1);
    expect(await subjects('bapas-medan', `&from=${tomorrow}`)).toEqual([]);
    expect(await subjects('bapas-medan', '&from=2020-01-01&to=2020-02-01')).toEqual([]);
    expect(await subjects('bapas-medan', `&from=2020-01-01&to=${today}`)).toHaveLength(1);
  });
});

describe('who may not', () => {
  it('is refused and written down: every role but the auditor', async () => {
    for (const as of [STAFF, PROSECUTOR, COUNSELLOR, SUPERVISOR, CENTRE]) {
      const reply = await api.ask(`scope=person&id=${found.personId}`, as);
      expect([as.role, reply.status, reply.body.code]).toEqual([as.role, 403, 'NOT_PERMITTED']);
    }
    const { rows } = await api.superPool.query(
      "SELECT DISTINCT role FROM access.log WHERE action = 'export-bundle' AND outcome = 'denied' ORDER BY role",
    );
    expect(rows.map(({ role }) => role)).toEqual([
      ...['EXECUTING_PROSECUTOR', 'PIDUM_STAFF', 'PROBATION_COUNSELLOR', 'SITE_SUPERVISOR'],
      'TRAINING_CENTRE_ADMINISTRATOR',
    ]);
  });

  it('or asks for what is not there', async () => {
    const asked = async (query: string) => {
      const { status, body } = await api.ask(query);
      return `${status} ${body.code}`;
    };
    expect(await asked('scope=person&id=p0')).toBe('404 PERSON_UNKNOWN');
    expect(await asked('scope=class&id=las-99')).toBe('404 CLASS_UNKNOWN');
    expect(await asked('scope=period&from=2026-01-01')).toBe('400 MALFORMED');
    expect(await asked(`scope=person&id=${found.personId}&world=live`)).toBe('400 MALFORMED');
    expect(await asked('scope=everything')).toBe('400 MALFORMED');
  });
});
