/**
 * One person who is everywhere at once: community service that runs, a seat in a running class, a certificate,
 * a test that is set, work that has begun. All in one pure world, with real classes and certificates beside it,
 * and every message delivered. All persons are fictitious.
 */

import type { CertificateState } from '../../src/domain/certificate/state.ts';
import type { Actor, JsonObject, RecordedEvent } from '../../src/domain/decider.ts';
import { deciderOfStream } from '../../src/domain/deciders.ts';
import { journeyDecider } from '../../src/domain/journey/decider.ts';
import type { JourneyState } from '../../src/domain/journey/state.ts';
import { SCHEMES } from '../../src/domain/registers/data/schemes.ts';
import type { ProgrammeContent } from '../../src/domain/registers/programme.ts';
import { STARTING_COMMANDS } from '../../src/domain/registers/starting-data.ts';
import { momentAt, momentOf } from '../../src/domain/time/index.ts';
import type { TrainingClassState } from '../../src/domain/training-class/state.ts';
import type { OrderAnswer } from '../../src/scenarios/driver.ts';
import { PureWorld } from '../../src/scenarios/pure/world.ts';

const actor = (role: Actor['role'], office: string, id = `a-${role.toLowerCase()}`): Actor => ({
  ...{ id, role, office },
});
const LSP = 'lsp-p2-bbpvp-medan';
const body = (id: string): Actor => actor('CERTIFICATION_BODY_ADMINISTRATOR', LSP, id);

export const REGISTRAR = actor('REGISTRAR', 'pusat');
export const STAFF = actor('PIDUM_STAFF', 'kejari-medan');
export const PROSECUTOR = actor('EXECUTING_PROSECUTOR', 'kejari-medan');
export const SUPERVISOR = actor('SITE_SUPERVISOR', 'puskesmas-helvetia');
export const PRISON = actor('PRISON_OFFICER', 'lapas-medan');
export const COUNSELLOR = actor('PROBATION_COUNSELLOR', 'bapas-medan');
export const CENTRE = actor('TRAINING_CENTRE_ADMINISTRATOR', 'bbpvp-medan');
export const OTHER_CENTRE = actor('TRAINING_CENTRE_ADMINISTRATOR', 'bbpvp-serang');
export const INSTRUCTOR = actor('INSTRUCTOR', 'bbpvp-medan', 'akun-instruktur');
export const ASSESSOR = actor('ASSESSOR', LSP, 'akun-asesor-las-1');
export const VERIFIER = body('staf-1');
export const REVIEWER = body('staf-2');
export const CHAIR = body('staf-3');
export const ISSUER = body('staf-4');
export const OFFICER = actor('PLACEMENT_OFFICER', 'disnaker-medan');
export const EMPLOYER = actor('EMPLOYER', 'bengkel-las-contoh');
export const REFERRER = actor('REFERRAL_OFFICER', 'dinsos-medan');
export const PERSON = actor('PERSON', 'orang');

const PAPER = { kind: 'surat', number: 'S-1', date: '2026-03-10' };
const PLACE = { placeId: 'tuk-las-medan', kind: 'MANDIRI', verified: true };
export const UNITS = SCHEMES['las-smaw']?.units ?? [];
const SOLAR_UNITS = SCHEMES['plts-atap']?.units ?? [];
const results = (units: readonly string[]) => units.map((unit) => ({ unit, result: 'K' }));

const PROGRAMME: ProgrammeContent = {
  ...{ trade: 'las', title: 'Las tiga unit', type: 'CLUSTER', jp: 160, thresholdPercent: 80 },
  units: ['U.1', 'U.2', 'U.3'].map((code) => ({ code, title: code, decree: null, jp: null })),
  ...{ excusedCounts: false, minimumAge: 17, prerequisites: { units: [], programmes: [] } },
  ...{ tags: [], schemeId: null, source: 'fiksi' },
};

export const KLASS = {
  ...{ programmeId: 'las-3', deliveryMode: 'AT_BALAI', capacity: 2 },
  ...{ startsOn: '2026-06-01', endsOn: '2026-06-26' },
  timetable: {
    weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: '08:00', jp: 8 })),
    ...{ dated: [], except: [] },
  },
  ...{ instructors: ['akun-instruktur'], allowedTools: [] },
} as const;

export interface LifeChoices {
  /** Held in the prison of Medan, where the class comes in. */
  readonly inPrison?: boolean;
  /** Came by a referral, with consents. */
  readonly referred?: boolean;
  /** Looks for work, with an open proposal, instead of working. */
  readonly seeking?: boolean;
  /** Has a job seeker card and work; without it there is nothing of employment. */
  readonly employment?: boolean;
  /** Community service: absent for those who came by another way alone. */
  readonly obligation?: boolean;
}

/** 17:00 on Wednesday 10 June 2026 in Medan, once a life has been led. */
export const NOW = '2026-06-10T17:00';

export class WholePath {
  readonly world = new PureWorld(momentOf('2026-03-10T09:00', 'WIB').at, deciderOfStream);
  private sent = 0;

  constructor({ withoutHolidays = false }: { withoutHolidays?: boolean } = {}) {
    for (const { stream, commandId, name, data } of STARTING_COMMANDS) {
      if (withoutHolidays && name === 'set-holidays') continue;
      this.world.send(stream, { commandId, name, data, actor: REGISTRAR });
    }
    this.accepts('register/programme/las-3', 'register-programme', PROGRAMME, REGISTRAR);
    const employer = {
      name: 'Bengkel',
      ownership: 'PRIVATE',
      regency: 'Kota Medan',
      sector: 'MANUFACTURING',
    };
    this.accepts('register/employer/bengkel-las-contoh', 'register-employer', employer, REGISTRAR);
    const vacancy = {
      ...{ employerId: 'bengkel-las-contoh', jobTitle: 'Juru las', kbjiCode: '7212', openings: 5 },
      ...{ zone: 'WIB', validFrom: '2026-03-10', validUntil: '2029-12-31', regency: 'Kota Medan' },
      ...{ sector: 'MANUFACTURING', ages: null, sex: null, education: null, experienceMonths: 0, wage: null },
      ...{ units: [], schemes: ['las-smaw'], needsSupported: [], exclusions: [] },
    };
    this.accepts('register/vacancy/las-1', 'report-vacancy', vacancy, EMPLOYER);
  }

  at(reading: string): this {
    this.world.advance(momentOf(reading, 'WIB').at);
    return this;
  }

  send(stream: string, name: string, data: object, by: Actor, document: object | null = PAPER): OrderAnswer {
    this.sent += 1;
    const command = { commandId: `k${this.sent}`, name, data: data as JsonObject, actor: by };
    return this.world.send(stream, document === null ? command : { ...command, document: PAPER });
  }

  /** @throws where it is refused. */
  accepts(stream: string, name: string, data: object, by: Actor): OrderAnswer {
    const answer = this.send(stream, name, data, by);
    if (answer.outcome !== 'accepted') {
      throw new Error(`${stream}: ${name} was refused: ${JSON.stringify(answer.refusal)}`);
    }
    return answer;
  }

  openClass(classId: string, changes: object = {}, by: Actor = CENTRE): void {
    this.accepts(`class/${classId}`, 'open-class', { ...KLASS, ...changes }, by);
  }

  journeyOf(person: string): JourneyState {
    return this.world.stateOf(`journey/${person}`) as JourneyState;
  }

  klass(classId: string): TrainingClassState {
    return this.world.stateOf(`class/${classId}`) as TrainingClassState;
  }

  certificate(certificateId: string): CertificateState {
    return this.world.stateOf(`certificate/${certificateId}`) as CertificateState;
  }

  /** Types of the events of a stream from a version on, without those about deadlines. */
  told(stream: string, since = 0): string[] {
    return this.world
      .eventsOf(stream)
      .slice(since)
      .map(({ type }) => type)
      .filter((type) => !type.startsWith('Deadline'));
  }

  last(stream: string, type: string): RecordedEvent | undefined {
    return this.world.eventsOf(stream).findLast((event) => event.type === type);
  }

  /** Local dates and kinds of what a stream waits for. */
  waits(stream: string): string[] {
    const decider = deciderOfStream(stream);
    return decider
      .deadlines(this.world.stateOf(stream))
      .map(({ kind, dueAt }) => `${dueAt.date} ${kind}`)
      .sort();
  }

  /** What the journey waits for, in order. */
  journeyWaits(person: string): string[] {
    return journeyDecider
      .deadlines(this.journeyOf(person))
      .map(({ kind, dueAt }) => `${dueAt.date} ${kind}`)
      .sort();
  }
}

/** One person's steps in the world they share with others; ids carry the name. */
export class Steps {
  constructor(
    readonly path: WholePath,
    readonly person: string,
    /** In the ids of what is this person's: of a life in which the person's own id must not be read. */
    readonly label = person,
  ) {}

  get stream(): string {
    return `journey/${this.person}`;
  }

  does(name: string, data: object, by: Actor): OrderAnswer {
    return this.path.accepts(this.stream, name, data, by);
  }

  send(name: string, data: object, by: Actor, document: object | null = PAPER): OrderAnswer {
    return this.path.send(this.stream, name, data, by, document);
  }

  register(by: Actor = STAFF): void {
    this.does('register-person', { provisional: true, identityWarnings: [] }, by);
  }

  /** 60 hours at weekends, from 30 March: the window ends on 26 September. */
  ruled(): void {
    const c1 = { caseId: 'c1' };
    this.does(
      'register-ruling',
      {
        ...{ origin: 'PRIMARY_85', caseNumber: 'sealed:v1:case', caseNumberIndex: `index-${this.label}` },
        ...{ defendantOrder: 1, court: 'PN Medan', rulingDate: '2026-03-10', actDate: '2026-01-20' },
        ...{ ageAtAct: { years: 31, months: 2 }, article: '466', maximumThreatMonths: 30, orderedHours: 60 },
        ...{ replaced: { kind: 'PRISON', days: 60 }, consentRecorded: true, probationOffice: 'bapas-medan' },
        place: { siteId: 'puskesmas-helvetia', source: 'COURT' },
      },
      STAFF,
    );
    this.path.at('2026-03-30T07:00');
    this.does('record-ruling-final', { ...c1, finalOn: '2026-03-18' }, STAFF);
    this.does(
      'order-execution',
      { ...c1, orderedOn: '2026-03-30', firstAppearanceOn: '2026-03-30' },
      PROSECUTOR,
    );
    this.does('assign-site', { ...c1, siteId: 'puskesmas-helvetia', source: 'COURT' }, PROSECUTOR);
    this.does('answer-site-assignment', { ...c1, siteId: 'puskesmas-helvetia', accepted: true }, SUPERVISOR);
    const slots = [6, 7].map((weekday) => ({ weekday, start: '08:00', end: '12:00', breakMinutes: 0 }));
    this.does(
      'plan-schedule',
      { ...c1, siteId: 'puskesmas-helvetia', from: '2026-03-30', slots, discussedWithPerson: true },
      PROSECUTOR,
    );
    this.does('start-execution', { ...c1, startedOn: '2026-03-30' }, PROSECUTOR);
  }

  works(date: string, hours: readonly [string, string] = ['08:00', '12:00']): void {
    const times = { start: `${date}T${hours[0]}`, end: `${date}T${hours[1]}` };
    const data = { caseId: 'c1', siteId: 'puskesmas-helvetia', breaks: [], ...times };
    const recorded = this.does('record-session', data, STAFF).events.find(
      ({ type }) => type === 'SessionRecorded',
    );
    this.does('confirm-session', { sessionId: textIn(recorded, 'sessionId') }, SUPERVISOR);
  }

  referred(): void {
    const data = { centre: 'bbpvp-medan', purpose: 'TRAINING', needs: [] };
    this.does('receive-referral', data, REFERRER);
    this.does('give-consent', { purpose: 'TRAINING_REFERRAL' }, PERSON);
    const caseId = Object.keys(this.path.journeyOf(this.person).referral.cases)[0];
    this.does('assess-accommodation', { caseId, needs: [] }, CENTRE);
  }

  /** 24 months from 5 January: a third on 5 September, half on 5 January 2027. */
  imprisoned(): string {
    const told = this.does(
      'import-inmate',
      {
        registerNumber: `B.I ${this.label}/2026`,
        sentence: { kind: 'TERM', startedOn: '2026-01-05', months: 24, days: 0 },
        stageDates: {
          ...{ oneThird: '2026-09-05', half: '2027-01-05', twoThirds: '2027-05-05', expiry: '2028-01-05' },
        },
        ...{ probationOffice: 'bapas-medan', generalRemissions: 0 },
      },
      PRISON,
    );
    const imported = told.events.find(({ type }) => type === 'InmateImported');
    return textIn(imported, 'caseId');
  }

  /** Inquiry and session of the TPP: training may begin (I.3). */
  approved(caseId: string): void {
    const purpose = 'TRAINING';
    this.does('assess-inmate-needs', { caseId }, PRISON);
    this.does('request-litmas', { caseId, purpose }, PRISON);
    this.does('record-litmas', { caseId, recommended: true }, COUNSELLOR);
    const heldOn = momentAt(this.path.world.now, 'WIB').date;
    this.does('schedule-tpp', { caseId, purpose, on: heldOn }, PRISON);
    this.does('record-tpp-decision', { caseId, heldOn, approved: true }, PRISON);
  }

  /** Skill that was there before: tested on 13 April, issued on 21 April, valid until 21 April 2029. */
  certified(): void {
    this.testApplied();
    this.tested();
    this.issued();
  }

  testApplied(): void {
    const assessmentId = `a-${this.label}`;
    const step = { assessmentId };
    this.does('request-assessment', this.#application(assessmentId, 'las-smaw', UNITS), PERSON);
    this.does('verify-requirements', { ...step, met: true, missing: [] }, VERIFIER);
    this.does('assign-assessor', { ...step, assessorId: 'asesor-las-1', role: 'LEAD' }, VERIFIER);
    this.does('schedule-test', { ...step, on: '2026-04-13', testPlace: PLACE }, VERIFIER);
  }

  tested(): void {
    this.testTaken();
    this.recommended();
    this.does('review-recommendation', { assessmentId: `a-${this.label}`, agreed: true }, REVIEWER);
  }

  testTaken(): void {
    const step = { assessmentId: `a-${this.label}` };
    this.path.at('2026-04-13T09:00');
    this.does('sign-consent', { ...step, signedOn: '2026-04-13' }, PERSON);
    const evidence = UNITS.map((unit) => ({ unit, forms: ['IA.08'] }));
    this.does('record-test-taken', { ...step, takenOn: '2026-04-13', evidence }, ASSESSOR);
  }

  recommended(): void {
    const step = { assessmentId: `a-${this.label}` };
    this.does('file-recommendation', { ...step, results: results(UNITS) }, ASSESSOR);
  }

  /** The plenary of 20 April. @param failed units that were not shown. */
  decided(...failed: string[]): void {
    this.path.at('2026-04-20T09:00');
    const judged = UNITS.map((unit) => ({ unit, result: failed.includes(unit) ? 'BK' : 'K' }));
    const plenary = { heldOn: '2026-04-20', members: ['staf-3', 'staf-5'], results: judged };
    this.does('hold-plenary', { assessmentId: `a-${this.label}`, ...plenary }, CHAIR);
  }

  issued(): void {
    const step = { assessmentId: `a-${this.label}` };
    this.decided();
    this.path.at('2026-04-21T09:00');
    const paper = { number: `62014 2512 3 ${this.label} 2026`, issuedOn: '2026-04-21' };
    this.does('request-certificate-issue', { ...step, certificateId: `t-${this.label}`, ...paper }, ISSUER);
  }

  /** Another test, set for 29 June. */
  testSet(on = '2026-06-29'): void {
    const assessmentId = `b-${this.label}`;
    this.does('request-assessment', this.#application(assessmentId, 'plts-atap', SOLAR_UNITS), PERSON);
    this.does('verify-requirements', { assessmentId, met: true, missing: [] }, VERIFIER);
    this.does('assign-assessor', { assessmentId, assessorId: 'asesor-surya-1', role: 'LEAD' }, VERIFIER);
    this.does('schedule-test', { assessmentId, on, testPlace: PLACE }, VERIFIER);
  }

  #application(assessmentId: string, schemeId: string, units: readonly string[]): object {
    return {
      ...{ assessmentId, schemeId, certificationBody: LSP, needs: [] },
      basis: { kind: 'RPL', portfolio: ['IA.08', 'IA.09', 'IA.10'] },
      selfAssessment: units.map((unit) => ({ unit, able: true })),
    };
  }

  card(issuedOn = '2026-04-22'): void {
    this.path.at(`${issuedOn}T09:00`);
    const candidateId = `k-${this.label}`;
    this.does('issue-job-seeker-card', { number: `AK1-${this.label}`, issuedOn, candidateId }, OFFICER);
    for (const purpose of ['MATCHING', 'FOLLOW_UP']) this.does('give-consent', { purpose }, PERSON);
    const seeking = { from: issuedOn, regencies: ['Kota Medan'], sectors: ['MANUFACTURING'] };
    this.does('set-availability', { ...seeking, needs: [], wageFloorRupiah: null }, PERSON);
  }

  proposed(): void {
    this.does('propose-candidate', { vacancyId: 'las-1', proposalId: `w-${this.label}` }, OFFICER);
  }

  /** Checks on 2 August and 31 October 2026, and 4 May 2027. */
  placed(startedOn = '2026-05-04'): void {
    this.path.at(`${startedOn}T09:00`);
    this.does(
      'start-placement',
      {
        ...{ kind: 'EMPLOYED', proposalId: null, employerId: 'bengkel-las-contoh', contract: 'PKWT' },
        ...{ startedOn, regency: 'Kota Medan', sector: 'MANUFACTURING', wageBand: null },
      },
      OFFICER,
    );
  }

  /** A confirmed seat in a class that begins on 1 June. */
  seated(classId = 'k1', by: Actor = PERSON, caseId?: string): void {
    const enrolmentId = `e-${this.label}`;
    const asked = { enrolmentId, classId, needs: [], waits: false, ...(caseId && { caseId }) };
    this.does('apply-for-class', asked, by);
    this.path.accepts(`class/${classId}`, 'confirm-seat', { enrolmentId }, CENTRE);
  }
}

/** The first unit achieved and two days attended, on 10 June. */
export function classRuns(path: WholePath, classId: string, ...labels: string[]): void {
  const stream = `class/${classId}`;
  path.at('2026-06-01T07:00');
  path.accepts(stream, 'start-class', { startedOn: '2026-06-01' }, CENTRE);
  path.at('2026-06-02T17:00');
  for (const sessionOn of ['2026-06-01', '2026-06-02']) {
    const marks = labels.map((label) => ({ enrolmentId: `e-${label}`, outcome: 'PRESENT' }));
    path.accepts(stream, 'record-attendance', { sessionOn, slot: '08:00', marks }, INSTRUCTOR);
  }
  const achieved = labels.map((label) => ({ enrolmentId: `e-${label}`, achieved: true }));
  path.accepts(stream, 'record-unit-results', { unitCode: 'U.1', results: achieved }, INSTRUCTOR);
  path.at(NOW);
}

const textIn = (event: { data: unknown } | undefined, field: string): string => {
  const value = event === undefined ? undefined : (event.data as { [name: string]: unknown })[field];
  if (typeof value !== 'string') throw new Error(`no ${field} was told`);
  return value;
};

export interface Life {
  readonly path: WholePath;
  readonly ani: Steps;
  /** Of the prison or the referral case; else `c1`. */
  readonly caseId: string;
}

/** Everything that a person can have at once, on 10 June 2026. */
export function wholeLife(choices: LifeChoices = {}, person = 'ani', label = person): Life {
  const { inPrison = false, referred = false, seeking = false } = choices;
  const { employment = true, obligation = true } = choices;
  const path = new WholePath();
  const ani = new Steps(path, person, label);
  ani.register(obligation ? STAFF : inPrison ? PRISON : REFERRER);
  if (obligation) ani.ruled();
  else path.at('2026-03-30T07:00');
  ani.certified();
  if (obligation) for (const date of ['2026-04-04', '2026-04-05']) ani.works(date);
  let caseId = 'c1';
  if (inPrison) {
    caseId = ani.imprisoned();
    ani.approved(caseId);
  }
  if (referred) ani.referred();
  if (referred) caseId = Object.keys(path.journeyOf(person).referral.cases)[0] ?? 'c1';
  if (employment) ani.card();
  if (employment && !seeking) ani.placed();
  path.at('2026-05-05T09:00');
  path.openClass('k1', inPrison ? { deliveryMode: 'IN_LAPAS', hostFacility: 'lapas-medan' } : {});
  if (inPrison) ani.seated('k1', PRISON, caseId);
  else ani.seated('k1', referred ? CENTRE : PERSON, referred ? caseId : undefined);
  ani.testSet();
  classRuns(path, 'k1', label);
  if (seeking) ani.proposed();
  return { path, ani, caseId };
}

/** Two records of one human, each with everything: `ani` first, `ani-2` entered by another clerk. */
export function twoLives(): { readonly path: WholePath; readonly ani: Steps; readonly other: Steps } {
  const path = new WholePath();
  const ani = new Steps(path, 'ani');
  const other = new Steps(path, 'ani-2');
  const both = [ani, other];
  for (const one of both) one.register();
  for (const one of both) one.ruled();
  for (const one of both) one.testApplied();
  path.at('2026-04-05T09:00');
  ani.works('2026-04-04', ['08:00', '13:00']);
  other.works('2026-04-04', ['12:00', '17:00']);
  for (const one of both) one.tested();
  for (const one of both) one.issued();
  for (const one of both) one.card();
  for (const one of both) one.placed();
  path.at('2026-05-05T09:00');
  path.openClass('k1');
  for (const one of both) one.seated();
  classRuns(path, 'k1', 'ani', 'ani-2');
  return { path, ani, other };
}
