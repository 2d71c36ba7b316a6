/**
 * The fictitious persons of a run. A worker goes from registration to days of work and keeps working; a
 * watcher's ruling becomes final in a world whose day ends during the run, and then only time acts. A leaver
 * is a watcher whose last command is sent once, and never again.
 */
import type { JsonObject, SourceDocument } from '../../src/domain/decider.ts';
import { addDays, momentAt, momentOf } from '../../src/domain/time/index.ts';
import type { LocalDate } from '../../src/domain/time/moment.ts';
import type { Acknowledged, ChaosClient, Identity, Order } from './client.ts';

const OFFICE = 'kejari-medan';
const PROBATION_OFFICE = 'bapas-medan';
export const STAFF: Identity = { role: 'PIDUM_STAFF', office: OFFICE };
const PROSECUTOR: Identity = { role: 'EXECUTING_PROSECUTOR', office: OFFICE };
export const REGISTRAR: Identity = { role: 'REGISTRAR', office: 'pusat' };

export const SITES = ['chaos-1', 'chaos-2', 'chaos-3'] as const;
/** Policy `execution_due_days` as the registers start with it. */
const EXECUTION_DUE_DAYS = 7;
const STARTED_DAYS_AGO = 60;
const SESSIONS_PER_DAY = 8;
export const SESSION_MINUTES = 30;

export interface Person {
  readonly name: string;
  readonly world: string;
  /** The world's local date when the run began. */
  readonly today: LocalDate;
  readonly siteId: string;
  personId: string;
  sessions: number;
}

/** `HH:MM` on a clock in Medan. */
export const momentReading = (now: Date): string =>
  new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(11, 16);

export const todayOf = (now: Date): LocalDate => momentAt(now.toISOString(), 'WIB').date;

/** When a world's clock must start so that its day ends `seconds` from now. */
export const startOfWorld = (date: LocalDate, seconds: number): string =>
  new Date(Date.parse(momentOf(`${date}T23:59:59`, 'WIB').at) - seconds * 1_000).toISOString();

export const siteOrder = (run: string, siteId: string, today: LocalDate): Order => ({
  key: `chaos-${run}-site-${siteId}`,
  path: `/api/v1/registers/site/${siteId}/commands/register-site`,
  as: REGISTRAR,
  body: {
    data: {
      name: siteId,
      owner: OFFICE,
      agency: 'Dinas Lingkungan Hidup',
      regency: 'Kota Medan',
      zone: 'WIB',
      capacityPerDay: 10_000,
      workTypes: ['cleaning'],
      agreement: {
        number: 'CONTOH/KEKACAUAN',
        validFrom: '2026-01-02',
        validTo: addDays(today, 1_000),
        parties: ['Kejaksaan Tinggi Sumatera Utara', 'Pemerintah Provinsi Sumatera Utara'],
      },
      safetyCoverReference: 'CONTOH/1',
      contactPost: 'Tata Usaha',
      accessNotes: null,
      trainingCentre: false,
      commercial: false,
      calendar: 'nasional',
      openWeekdays: [1, 2, 3, 4, 5, 6, 7],
      openOnHolidays: true,
      closedOn: [],
    },
  },
});

/** Registration, ruling and the final date, which arms the time to execute. */
export async function bringToFinal(
  client: ChaosClient,
  person: Person,
  finalOn: LocalDate,
  until: number,
): Promise<void> {
  await bringToRuling(client, person, finalOn, until);
  await client.send(finalOrder(person, finalOn), until);
}

export const registerOrder = (name: string, world = 'live'): Order => ({
  key: `${name}-register`,
  path: '/api/v1/people',
  as: STAFF,
  body: {
    identity: { name: `Orang Contoh ${name}`, birthDate: '1990-05-17', sex: 'MALE' },
    provisional: true,
    ...(world === 'live' ? {} : { world }),
  },
});

/** Everything that comes before the ruling becomes final. */
export async function bringToRuling(
  client: ChaosClient,
  person: Person,
  finalOn: LocalDate,
  until: number,
): Promise<void> {
  const rulingDate = addDays(finalOn, -8);
  const registered = await client.send(registerOrder(person.name, person.world), until);
  person.personId = registered.personId ?? '';
  const ruling: JsonObject = {
    origin: 'PRIMARY_85',
    caseNumber: `${person.name}/Pid.B/2026/PN Mdn`,
    defendantOrder: 1,
    court: 'PN Mdn',
    rulingDate,
    actDate: '2026-01-05',
    article: '466',
    maximumThreatMonths: 30,
    replaced: { kind: 'PRISON', days: 120 },
    orderedHours: 240,
    consentRecorded: true,
    probationOffice: PROBATION_OFFICE,
  };
  await client.send(
    orderOf(person, 'register-ruling', STAFF, ruling, paper('Petikan putusan', rulingDate)),
    until,
  );
}

/** From this on, time acts on the case. */
export const finalOrder = (person: Person, finalOn: LocalDate): Order =>
  orderOf(person, 'record-ruling-final', STAFF, { caseId: 'c1', finalOn }, paper('Surat inkracht', finalOn));

/** A watcher's time to execute ends with its world's own day. */
export const watcherFinalOn = (today: LocalDate): LocalDate => addDays(today, -EXECUTION_DUE_DAYS);

/** From the final ruling to the first day of work. On the way several deadlines are due at once. */
export async function bringToWork(client: ChaosClient, person: Person, until: number): Promise<void> {
  const { siteId, today } = person;
  const finalOn = addDays(today, -(STARTED_DAYS_AGO + 15));
  const orderedOn = addDays(today, -(STARTED_DAYS_AGO + 1));
  const startedOn = addDays(today, -STARTED_DAYS_AGO);
  await bringToFinal(client, person, finalOn, until);
  const slots = [1, 2, 3, 4, 5].map((weekday) => ({
    weekday,
    start: '08:00',
    end: '16:00',
    breakMinutes: 0,
  }));
  const caseId = 'c1';
  const orders = [
    orderOf(
      person,
      'order-execution',
      PROSECUTOR,
      { caseId, orderedOn, firstAppearanceOn: orderedOn },
      paper('P-48', orderedOn),
    ),
    orderOf(person, 'assign-site', PROSECUTOR, { caseId, siteId, source: 'PROSECUTOR' }),
    orderOf(person, 'answer-site-assignment', siteOf(person), { caseId, siteId, accepted: true }),
    orderOf(person, 'plan-schedule', PROSECUTOR, {
      ...{ caseId, siteId, from: startedOn, slots, discussedWithPerson: true },
    }),
    orderOf(person, 'start-execution', PROSECUTOR, { caseId, startedOn }, paper('BA-17', startedOn)),
  ];
  for (const order of orders) await client.send(order, until);
}

/** The next half hour of work, on a day before the site was named: the case's own office enters it. */
export function nextSession(person: Person): Order {
  const ordinal = person.sessions;
  person.sessions += 1;
  const date = addDays(person.today, 1 - STARTED_DAYS_AGO + Math.floor(ordinal / SESSIONS_PER_DAY));
  const hour = String(8 + (ordinal % SESSIONS_PER_DAY)).padStart(2, '0');
  const data = {
    caseId: 'c1',
    siteId: person.siteId,
    start: `${date}T${hour}:00:00`,
    end: `${date}T${hour}:${SESSION_MINUTES}:00`,
    breaks: [],
  };
  const order = orderOf(person, 'record-session', STAFF, data);
  return { ...order, key: `${person.name}-session-${ordinal}` };
}

/** A command that asks a quiet journey how far it is. */
export function lastWord(client: ChaosClient, person: Person, until: number): Promise<Acknowledged> {
  const data = { caseId: 'c1', kind: 'Catatan', number: 'CONTOH/AKHIR', date: person.today };
  return client.send(orderOf(person, 'attach-document', STAFF, data), until);
}

const siteOf = ({ siteId }: Person): Identity => ({ role: 'SITE_SUPERVISOR', office: siteId });

const paper = (kind: string, date: LocalDate): SourceDocument => ({ kind, number: `CONTOH/${date}`, date });

const orderOf = (
  person: Person,
  name: string,
  as: Identity,
  data: JsonObject,
  document?: SourceDocument,
): Order => ({
  key: `${person.name}-${name}`,
  path: `/api/v1/journeys/${person.personId}/commands/${name}`,
  as,
  body: { data, ...(document === undefined ? {} : { document }) },
});
