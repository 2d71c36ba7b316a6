/** A class over HTTP: opened, looked for, applied for, its roster read; and nothing of the person in between. */
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SandboxIdentity } from '../../src/access/sandbox-issuer.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { createClassList } from '../../src/projections/class-list.ts';
import { CLASS_TABLE } from '../../src/projections/class-rows.ts';
import { createStreamProjector, type StreamProjector } from '../../src/projections/stream-projector.ts';
import { type ApiWorld, openApi } from '../api/api-world.ts';
import {
  AUDITOR,
  COUNSELLOR,
  fictitiousIdentity,
  newWorld,
  PROSECUTOR,
  REGISTRAR,
  registerPerson,
} from '../api/case-on-the-way.ts';
import { CLASS } from './training-world.ts';

const CENTRE: SandboxIdentity = {
  sub: 'admin-1',
  role: 'TRAINING_CENTRE_ADMINISTRATOR',
  office: 'bbpvp-medan',
};
const OTHER_CENTRE: SandboxIdentity = { ...CENTRE, sub: 'admin-2', office: 'bbpvp-serang' };
const INSTRUCTOR: SandboxIdentity = { sub: 'instructor-1', role: 'INSTRUCTOR', office: 'bbpvp-medan' };

const PLACEMENT_OFFICER: SandboxIdentity = {
  sub: 'officer-1',
  role: 'PLACEMENT_OFFICER',
  office: 'disnaker-medan',
};

let api: ApiWorld;
let projector: StreamProjector;
let world: string;
let personId: string;
let enrolmentId: string;

const read = (url: string, as: SandboxIdentity) => api.call({ method: 'GET', url, as, key: null });
const send = (name: string, data: object, as: SandboxIdentity, more: object = {}) =>
  api.call({ url: `/api/v1/classes/las-1/commands/${name}`, as, body: { data, ...more } });
const does = async (name: string, data: object, as: SandboxIdentity, more: object = {}) => {
  const reply = await send(name, data, as, more);
  expect(`${name} ${reply.status} ${reply.status === 200 ? '' : reply.text}`).toBe(`${name} 200 `);
  return reply;
};
const settle = () => api.call({ url: `/api/v1/sandbox/worlds/${world}/settle`, as: REGISTRAR, body: {} });
const listed = async (
  as: SandboxIdentity,
  filter = '',
): Promise<{ classId: string; seatsTaken: number }[]> => {
  while ((await api.ledger.sequenceLeaves()) > 0);
  await projector.catchUp();
  return (await read(`/api/v1/classes?world=${world}${filter}`, as)).body.classes;
};

beforeAll(async () => {
  const rooms = ({ pool, ledger }: { pool: Pool; ledger: Ledger }) => {
    projector = createStreamProjector({ pool, ledger }, CLASS_TABLE);
    return { classes: createClassList(pool) };
  };
  api = await openApi({ rooms });
  world = await newWorld(api, '2026-05-04T02:00:00.000Z');
  await does('open-class', { ...CLASS, programmeId: 'las-smaw-160', capacity: 1 }, CENTRE, { world });
  const person = await registerPerson(api, fictitiousIdentity({ name: 'Ratna Contoh' }), world);
  personId = person.personId;
  const own: SandboxIdentity = { sub: 'ratna', role: 'PERSON', office: 'self', person: personId };
  const asked = await person.send('apply-for-class', { classId: 'las-1', needs: ['RAMP'] }, own);
  expect(asked.status).toBe(200);
  enrolmentId = asked.body.events[0].data.enrolmentId;
});
afterAll(() => api.close());

describe('a class over HTTP', () => {
  it('is found by who sends people while a seat is free, by its own centre always, by no other', async () => {
    expect((await listed(COUNSELLOR)).map(({ classId }) => classId)).toEqual(['las-1']);
    const fields = async (as: SandboxIdentity) => Object.keys((await listed(as))[0] ?? {});
    const where = ['deliveryMode', 'hostFacility', 'room', 'siteId'];
    expect(await fields(COUNSELLOR)).toEqual(expect.arrayContaining(where));
    // G-08: a class inside would tell where its people are.
    const seen = await fields(PLACEMENT_OFFICER);
    expect(seen).toEqual(expect.arrayContaining(['classId', 'programmeId', 'startsOn', 'centre']));
    for (const field of where) expect(seen).not.toContain(field);
    await settle();
    expect(await listed(PROSECUTOR)).toEqual([]);
    expect(await listed(CENTRE)).toMatchObject([{ classId: 'las-1', seatsTaken: 1, centre: 'bbpvp-medan' }]);
    expect(await listed(AUDITOR, '&programme=las-smaw-160&status=OPEN')).toHaveLength(1);
    expect(await listed(OTHER_CENTRE)).toEqual([]);
    expect(await listed(OTHER_CENTRE, '&centre=bbpvp-medan')).toEqual([]);
  });

  it('shows its centre seats and needs, and never the person', async () => {
    await does('confirm-seat', { enrolmentId }, CENTRE);
    const seen = await read('/api/v1/classes/las-1', CENTRE);
    expect(seen.body.seats ?? seen.body.class?.seats ?? seen.text).toMatchObject([
      { enrolmentId, status: 'CONFIRMED', needs: ['RAMP'] },
    ]);
    expect(seen.text).not.toContain(personId);
    expect((await read('/api/v1/classes/las-1', OTHER_CENTRE)).status).toBe(403);
    const events = await read('/api/v1/classes/las-1/events', AUDITOR);
    expect(events.text).not.toContain(personId);
  });

  it('names its people to its own centre and its instructors, and every look is written down', async () => {
    const roster = await read('/api/v1/classes/las-1/roster', INSTRUCTOR);
    expect(roster.body).toEqual({
      classId: 'las-1',
      people: [{ enrolmentId, seat: 'CONFIRMED', name: 'Ratna Contoh' }],
    });
    expect((await read('/api/v1/classes/las-1/roster', OTHER_CENTRE)).status).toBe(403);
    expect((await read('/api/v1/classes/las-1/roster', AUDITOR)).status).toBe(403);
    const { rows } = await api.superPool.query(
      "SELECT role FROM access.log WHERE subject = $1 AND reason = 'class/las-1'",
      [personId],
    );
    expect(rows).toEqual([{ role: 'INSTRUCTOR' }]);
  });

  it('is not there for a person of another world, and holds no seat for them', async () => {
    const elsewhere = await newWorld(api, '2026-05-04T02:00:00.000Z');
    const stranger = await registerPerson(api, fictitiousIdentity({ name: 'Sari Contoh' }), elsewhere);
    const own: SandboxIdentity = { sub: 'sari', role: 'PERSON', office: 'self', person: stranger.personId };
    const asked = await stranger.send('apply-for-class', { classId: 'las-1', needs: [], waits: true }, own);
    expect(asked.status).toBe(404);
    expect(asked.body).toMatchObject({ code: 'CLASS_UNKNOWN' });
    const seen = await read('/api/v1/classes/las-1', CENTRE);
    expect(seen.text).toContain(enrolmentId);
    expect(
      (await api.ledger.readStream('class/las-1')).filter(({ type }) => type === 'WaitingListed'),
    ).toEqual([]);
  });

  it('takes a sheet from the API, with a result per person', async () => {
    expect((await send('start-class', { startedOn: '2026-06-01' }, INSTRUCTOR)).status).toBe(403);
    const early = await send('start-class', { startedOn: '2026-06-01' }, CENTRE);
    expect(early.body).toMatchObject({ code: 'DATE_IN_FUTURE' });
    expect((await send('request-seat', {}, CENTRE)).status).toBe(403);
  });

  it('a journey shows its centre the enrolment without case, office or ground', async () => {
    const seen = await read(`/api/v1/journeys/${personId}`, CENTRE);
    expect(seen.status).toBe(200);
    expect(seen.body.training.enrolments).toMatchObject([{ enrolmentId, stage: 'SEATED', needs: ['RAMP'] }]);
    for (const field of ['caseId', 'basis', 'office', 'offers', 'suspension', 'hostFacility']) {
      expect(JSON.stringify(seen.body.training)).not.toContain(`"${field}"`);
    }
  });
});
