/** One fictitious person's case over HTTP, in a world of its own that starts in March 2026. */
import { randomUUID } from 'node:crypto';
import type { SandboxIdentity } from '../../src/access/sandbox-issuer.ts';
import type { ApiReply, ApiWorld } from './api-world.ts';

export const STAFF: SandboxIdentity = { sub: 'staff-1', role: 'PIDUM_STAFF', office: 'kejari-medan' };
export const PROSECUTOR: SandboxIdentity = {
  sub: 'prosecutor-1',
  role: 'EXECUTING_PROSECUTOR',
  office: 'kejari-medan',
};
export const COUNSELLOR: SandboxIdentity = {
  sub: 'counsellor-1',
  role: 'PROBATION_COUNSELLOR',
  office: 'bapas-medan',
};
export const SUPERVISOR: SandboxIdentity = {
  sub: 'supervisor-1',
  role: 'SITE_SUPERVISOR',
  office: 'puskesmas-helvetia',
  site: 'puskesmas-helvetia',
};
export const AUDITOR: SandboxIdentity = { sub: 'auditor-1', role: 'AUDITOR', office: 'inspektorat' };
export const REGISTRAR: SandboxIdentity = { sub: 'registrar-1', role: 'REGISTRAR', office: 'pusat' };

export const paper = (kind: string, number: string, date: string) => ({ kind, number, date });

export const fictitiousIdentity = (overrides: Record<string, unknown> = {}) => ({
  name: 'Sari Contoh',
  nik: `127101470396${String(Math.floor(Math.random() * 10_000)).padStart(4, '0')}`,
  birthDate: '1996-03-07',
  sex: 'FEMALE',
  ...overrides,
});

export const ruling = (overrides: Record<string, unknown> = {}) => ({
  origin: 'PRIMARY_85',
  caseNumber: `${Math.floor(Math.random() * 99_999) + 1}/Pid.B/2026/PN Mdn`,
  defendantOrder: 1,
  court: 'PN Mdn',
  rulingDate: '2026-03-09',
  actDate: '2026-01-20',
  article: '466',
  maximumThreatMonths: 30,
  replaced: { kind: 'PRISON', days: 60 },
  orderedHours: 60,
  consentRecorded: true,
  probationOffice: 'bapas-medan',
  ...overrides,
});

export interface CaseOnTheWay {
  readonly world: string;
  readonly personId: string;
  send(
    name: string,
    data: unknown,
    as?: SandboxIdentity,
    more?: Record<string, unknown>,
    key?: string,
  ): Promise<ApiReply>;
  moveClock(to: string): Promise<ApiReply>;
}

export async function newWorld(api: ApiWorld, startsAt = '2026-03-09T01:00:00.000Z'): Promise<string> {
  const id = `w-${randomUUID().slice(0, 8)}`;
  const made = await api.call({
    url: '/api/v1/sandbox/worlds',
    as: REGISTRAR,
    body: { id, startsAt },
  });
  if (made.status !== 201) throw new Error(made.text);
  return id;
}

export async function registerPerson(
  api: ApiWorld,
  identity: Record<string, unknown> = fictitiousIdentity(),
  world?: string,
): Promise<CaseOnTheWay> {
  const inWorld = world ?? (await newWorld(api));
  const registered = await api.call({
    url: '/api/v1/people',
    as: STAFF,
    body: { identity, provisional: identity.nik === undefined, world: inWorld },
  });
  if (registered.status !== 201) throw new Error(registered.text);
  const { personId } = registered.body;
  return {
    world: inWorld,
    personId,
    send: (name, data, as = PROSECUTOR, more = {}, key = randomUUID()) =>
      api.call({ url: `/api/v1/journeys/${personId}/commands/${name}`, as, key, body: { data, ...more } }),
    moveClock: (to) =>
      api.call({ url: `/api/v1/sandbox/worlds/${inWorld}/clock`, as: REGISTRAR, body: { to } }),
  };
}

/** From the person to a running case: BA-17 on 2026-03-30 at Puskesmas Helvetia. */
export async function runningCase(
  api: ApiWorld,
  identity?: Record<string, unknown>,
  rulingData: Record<string, unknown> = {},
): Promise<CaseOnTheWay> {
  const found = await registerPerson(api, identity);
  const caseId = 'c1';
  const siteId = 'puskesmas-helvetia';
  const steps: [string, unknown, SandboxIdentity, Record<string, unknown>?][] = [
    ['register-ruling', ruling(rulingData), STAFF, { document: paper('PUTUSAN', 'PTS-1', '2026-03-09') }],
    [
      'record-ruling-final',
      { caseId, finalOn: '2026-03-09' },
      STAFF,
      { document: paper('PETIKAN', 'PTK-1', '2026-03-09') },
    ],
  ];
  await found.moveClock('2026-03-10T01:00:00.000Z');
  steps.push(
    [
      'order-execution',
      { caseId, orderedOn: '2026-03-10', firstAppearanceOn: '2026-03-30' },
      PROSECUTOR,
      { document: paper('P-48', 'PRINT-1/L.2.10/Eku.3/03/2026', '2026-03-10') },
    ],
    ['assign-site', { caseId, siteId, source: 'PROSECUTOR' }, PROSECUTOR],
    ['answer-site-assignment', { caseId, siteId, accepted: true }, SUPERVISOR],
    [
      'plan-schedule',
      {
        ...{ caseId, siteId, from: '2026-03-30', discussedWithPerson: true },
        slots: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: '08:00', end: '12:00', breakMinutes: 0 })),
      },
      PROSECUTOR,
    ],
  );
  for (const [name, data, as, more] of steps) await must(found.send(name, data, as, more));
  await found.moveClock('2026-03-30T01:00:00.000Z');
  await must(
    found.send('start-execution', { caseId, startedOn: '2026-03-30' }, PROSECUTOR, {
      document: paper('BA-17', 'BA-17-1', '2026-03-30'),
    }),
  );
  return found;
}

export async function must(reply: Promise<ApiReply>): Promise<ApiReply> {
  const settled = await reply;
  if (settled.status >= 300) throw new Error(`${settled.status} ${settled.text}`);
  return settled;
}
