/**
 * Twenty years of one fictitious person, led in memory with real classes and certificates beside it: community
 * service, two terms in prison with remissions and transfers, a certificate every three years, a course every two,
 * work with its checks, and a job seeker's reports. What it weighs in the end is what a long life may weigh.
 */
import type { Actor, JsonObject, RecordedEvent, SourceDocument } from '../src/domain/decider.ts';
import { deciderOfStream } from '../src/domain/deciders.ts';
import { SCHEMES } from '../src/domain/registers/data/schemes.ts';
import { STARTING_COMMANDS } from '../src/domain/registers/starting-data.ts';
import { addDays, momentOf } from '../src/domain/time/index.ts';
import type { LocalDate } from '../src/domain/time/moment.ts';
import { PureWorld } from '../src/scenarios/pure/world.ts';

const LSP = 'lsp-p2-bbpvp-medan';
const by = (role: Actor['role'], office: string, id = `bench-${role.toLowerCase()}`): Actor => ({
  ...{ id, role, office },
});
const REGISTRAR = by('REGISTRAR', 'pusat');
const STAFF = by('PIDUM_STAFF', 'kejari-medan');
const PROSECUTOR = by('EXECUTING_PROSECUTOR', 'kejari-medan');
const SITE = 'puskesmas-helvetia';
const SUPERVISOR = by('SITE_SUPERVISOR', SITE);
const PRISON = by('PRISON_OFFICER', 'lapas-medan');
const COUNSELLOR = by('PROBATION_COUNSELLOR', 'bapas-medan');
const CENTRE = by('TRAINING_CENTRE_ADMINISTRATOR', 'bbpvp-medan');
const OFFICER = by('PLACEMENT_OFFICER', 'disnaker-medan');
const PERSON = by('PERSON', 'orang');
const ASSESSOR = by('ASSESSOR', LSP, 'akun-asesor-las-1');
const body = (id: string): Actor => by('CERTIFICATION_BODY_ADMINISTRATOR', LSP, id);

const UNITS = SCHEMES['las-smaw']?.units ?? [];
const PAPER: SourceDocument = { kind: 'surat', number: 'CONTOH/1', date: '2026-03-10' };
const FIRST_YEAR = 2026;

/** Sent and refused, by code: a life has both, and a fixture that only collects refusals shows it here. */
export interface LongLife {
  readonly stream: string;
  readonly events: readonly RecordedEvent[];
  /** The world's clock at the end. */
  readonly endsAt: string;
  readonly accepted: number;
  readonly refused: ReadonlyMap<string, number>;
}

export function leadLongLife(personId: string, years: number): LongLife {
  const world = new PureWorld(momentOf('2026-03-10T09:00', 'WIB').at, deciderOfStream);
  const stream = `journey/${personId}`;
  const refused = new Map<string, number>();
  let sent = 0;
  let accepted = 0;
  const send = (target: string, name: string, data: object, actor: Actor): readonly RecordedEvent[] => {
    sent += 1;
    const command = { commandId: `${personId}/${sent}`, name, data: data as JsonObject, actor };
    const answer = world.send(target, { ...command, document: PAPER });
    if (answer.outcome === 'accepted') accepted += 1;
    else {
      const what = `${name} ${answer.refusal?.code}`;
      refused.set(what, (refused.get(what) ?? 0) + 1);
    }
    return answer.events;
  };
  const does = (name: string, data: object, actor: Actor) => send(stream, name, data, actor);
  const at = (date: LocalDate, time = '09:00'): LocalDate => {
    world.advance(momentOf(`${date}T${time}`, 'WIB').at);
    return date;
  };
  const told = (events: readonly RecordedEvent[], type: string, field: string): string =>
    String((events.find((event) => event.type === type)?.data as JsonObject | undefined)?.[field] ?? '');

  for (const { stream: register, commandId, name, data } of STARTING_COMMANDS) {
    world.send(register, { commandId, name, data, actor: REGISTRAR });
  }
  does('register-person', { provisional: true, identityWarnings: [] }, STAFF);
  serve();
  for (let year = FIRST_YEAR; year < FIRST_YEAR + years; year += 1) {
    const turn = year - FIRST_YEAR;
    if (turn === 2 || turn === 11) imprisoned(year);
    else if (turn % 9 < 2 || turn % 9 > 4) free(year, turn);
  }
  return { stream, events: world.eventsOf(stream), endsAt: world.now, accepted, refused };

  function serve(): void {
    const c1 = { caseId: 'c1' };
    does(
      'register-ruling',
      {
        ...{ origin: 'PRIMARY_85', caseNumber: 'sealed:v1:case', caseNumberIndex: `index-${personId}` },
        ...{ defendantOrder: 1, court: 'PN Medan', rulingDate: '2026-03-10', actDate: '2026-01-20' },
        ...{ ageAtAct: { years: 31, months: 2 }, article: '466', maximumThreatMonths: 30, orderedHours: 240 },
        ...{ replaced: { kind: 'PRISON', days: 120 }, consentRecorded: true, probationOffice: 'bapas-medan' },
        ...{ hoursPerDay: 8, completionDays: 180, place: { siteId: SITE, source: 'COURT' } },
      },
      STAFF,
    );
    at('2026-03-30', '07:00');
    does('record-ruling-final', { ...c1, finalOn: '2026-03-18' }, STAFF);
    does('order-execution', { ...c1, orderedOn: '2026-03-30', firstAppearanceOn: '2026-03-30' }, PROSECUTOR);
    does('assign-site', { ...c1, siteId: SITE, source: 'COURT' }, PROSECUTOR);
    does('answer-site-assignment', { ...c1, siteId: SITE, accepted: true }, SUPERVISOR);
    const slots = [6, 7].map((weekday) => ({ weekday, start: '08:00', end: '16:00', breakMinutes: 0 }));
    const plan = { ...c1, siteId: SITE, from: '2026-03-30', slots, discussedWithPerson: true };
    does('plan-schedule', plan, PROSECUTOR);
    does('start-execution', { ...c1, startedOn: '2026-03-30' }, PROSECUTOR);
    for (let week = 0; week < 22; week += 1) {
      for (const day of [0, 1]) {
        const date = addDays('2026-04-04', week * 7 + day);
        at(date, '18:00');
        const times = { start: `${date}T08:00`, end: `${date}T14:00` };
        const events = does('record-session', { ...c1, siteId: SITE, breaks: [], ...times }, SUPERVISOR);
        if (events.length === 0) throw new Error(`a day of work was refused: ${[...refused.keys()]}`);
      }
    }
    does('sign-completion', c1, SUPERVISOR);
    does('close-case', { ...c1, reason: 'COMPLETED' }, PROSECUTOR);
  }

  /** Three years of a term, with its remissions, changed dates, transfers and reports afterwards. */
  function imprisoned(year: number): void {
    at(`${year}-02-01`);
    const imported = does(
      'import-inmate',
      {
        registerNumber: `B.I ${year}`,
        sentence: { kind: 'TERM', startedOn: `${year}-01-05`, months: 36, days: 0 },
        stageDates: {
          ...{ oneThird: `${year + 1}-01-05`, half: `${year + 1}-07-05`, twoThirds: `${year + 2}-01-05` },
          expiry: `${year + 3}-01-05`,
        },
        ...{ probationOffice: 'bapas-medan', generalRemissions: 0 },
      },
      PRISON,
    );
    const caseId = told(imported, 'InmateImported', 'caseId');
    let releaseOn = `${year + 3}-01-05`;
    does('assess-inmate-needs', { caseId }, PRISON);
    does('request-litmas', { caseId, purpose: 'TRAINING' }, PRISON);
    at(`${year}-02-20`);
    does('record-litmas', { caseId, recommended: true }, COUNSELLOR);
    does('schedule-tpp', { caseId, purpose: 'TRAINING', on: `${year}-02-25` }, PRISON);
    at(`${year}-02-26`);
    does('record-tpp-decision', { caseId, heldOn: `${year}-02-25`, approved: true }, PRISON);
    for (let term = 0; term < 3; term += 1) {
      const now = year + term;
      at(`${now}-04-01`);
      does('record-illness', { caseId, from: `${now}-04-01`, expectedDays: 5 }, PRISON);
      at(`${now}-06-01`);
      does('record-discipline', { caseId, entryOn: `${now}-06-01`, suspendsTraining: false }, PRISON);
      for (const [kind, effect, date] of [
        ['SPECIAL', 'RK_I', `${now}-03-21`],
        ['GENERAL', 'RU_I', `${now}-08-17`],
      ] as const) {
        if (date > `${now}-07-01`) at(date, '10:00');
        const moved = addDays(releaseOn, -15);
        const grant = { caseId, kind, effect, amountDays: 15, grantedOn: date, releaseOn: moved };
        if (does('grant-remission', grant, PRISON).length > 0) releaseOn = moved;
      }
      for (const month of ['09', '10', '11']) {
        at(`${now}-${month}-10`);
        const moved = addDays(releaseOn, -2);
        const change = { caseId, from: releaseOn, to: moved, reason: 'SDP_CORRECTION' };
        if (does('change-release-date', change, PRISON).length > 0) releaseOn = moved;
      }
    }
    const contact = { contactOffice: 'bapas-medan', contactPhone: 'sealed:v1:phone' };
    at(releaseOn, '10:00');
    does('record-release', { caseId, kind: 'BEBAS_MURNI', on: releaseOn, ...contact }, PRISON);
    does('hand-over-released', { caseId, to: 'bapas-medan', on: releaseOn }, PRISON);
    does('accept-client', { caseId, on: releaseOn }, COUNSELLOR);
    for (let month = 1; month <= 6; month += 1) {
      const date = at(addDays(releaseOn, 30 * month));
      does('record-aftercare-report', { caseId, reportedOn: date, way: 'IN_PERSON' }, COUNSELLOR);
    }
    does('end-aftercare', { caseId, on: addDays(releaseOn, 180), reason: 'OTHER' }, COUNSELLOR);
    does('close-prison-case', { caseId, reason: 'PROGRAMME_DONE' }, PRISON);
  }

  /** A year outside: reports, a course or a test, and work. */
  function free(year: number, turn: number): void {
    const card = at(`${year}-09-15`);
    if (turn === 0) {
      const data = { number: `AK1-${personId}`, issuedOn: card, candidateId: `k-${personId}` };
      does('issue-job-seeker-card', data, OFFICER);
      for (const purpose of ['MATCHING', 'FOLLOW_UP']) does('give-consent', { purpose }, PERSON);
    } else does('renew-job-seeker-card', { number: `AK1-${year}`, renewedOn: card }, OFFICER);
    does('hold-counselling', { phase: 'BEFORE', kind: 'CAREER', heldOn: card }, OFFICER);
    does('set-availability', availability(card), PERSON);
    if (turn % 3 === 0) tested(year);
    else course(year);
    placed(year);
  }

  function availability(from: LocalDate) {
    return { from, regencies: ['Kota Medan'], sectors: ['MANUFACTURING'], needs: [], wageFloorRupiah: null };
  }

  function tested(year: number): void {
    const licence = { validFrom: `${year}-01-01`, validTo: `${year + 3}-01-01` };
    send('register/assessor/asesor-las-1', 'renew-licence', { licence, ...licence }, REGISTRAR);
    const assessmentId = `a-${personId}-${year}`;
    const step = { assessmentId };
    does(
      'request-assessment',
      {
        ...{ assessmentId, schemeId: 'las-smaw', certificationBody: LSP, needs: [] },
        basis: { kind: 'RPL', portfolio: ['IA.08', 'IA.09', 'IA.10'] },
        selfAssessment: UNITS.map((unit) => ({ unit, able: true })),
      },
      PERSON,
    );
    does('verify-requirements', { ...step, met: true, missing: [] }, body('staf-1'));
    does('assign-assessor', { ...step, assessorId: 'asesor-las-1', role: 'LEAD' }, body('staf-1'));
    const on = `${year}-10-05`;
    const testPlace = { placeId: 'tuk-las-medan', kind: 'MANDIRI', verified: true };
    does('schedule-test', { ...step, on, testPlace }, body('staf-1'));
    at(on);
    does('sign-consent', { ...step, signedOn: on }, PERSON);
    const evidence = UNITS.map((unit) => ({ unit, forms: ['IA.08'] }));
    does('record-test-taken', { ...step, takenOn: on, evidence }, ASSESSOR);
    const results = UNITS.map((unit) => ({ unit, result: 'K' }));
    does('file-recommendation', { ...step, results }, ASSESSOR);
    does('review-recommendation', { ...step, agreed: true }, body('staf-2'));
    const heldOn = at(addDays(on, 7));
    does('hold-plenary', { ...step, heldOn, members: ['staf-3', 'staf-5'], results }, body('staf-3'));
    const paper = { number: `62014 2512 3 ${year}`, issuedOn: heldOn };
    const certificateId = `t-${personId}-${year}`;
    does('request-certificate-issue', { ...step, certificateId, ...paper }, body('staf-4'));
  }

  function course(year: number): void {
    const classId = `k-${personId}-${year}`;
    const startsOn = `${year}-10-05`;
    const weekly = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: '08:00', jp: 8 }));
    send(
      `class/${classId}`,
      'open-class',
      {
        ...{ programmeId: 'las-smaw-160', deliveryMode: 'AT_BALAI', startsOn, endsOn: addDays(startsOn, 27) },
        timetable: { weekly, dated: [], except: [] },
        ...{ instructors: ['akun-instruktur'], allowedTools: [] },
      },
      CENTRE,
    );
    const enrolmentId = `e-${personId}-${year}`;
    does('apply-for-class', { enrolmentId, classId, needs: [], waits: false }, PERSON);
    const tell = (name: string, data: object) => send(`class/${classId}`, name, data, CENTRE);
    tell('confirm-seat', { enrolmentId });
    at(startsOn, '07:00');
    tell('start-class', { startedOn: startsOn });
    for (let day = 0; day < 28; day += 1) {
      const sessionOn = addDays(startsOn, day);
      if (new Date(`${sessionOn}T00:00:00Z`).getUTCDay() % 6 === 0) continue;
      at(sessionOn, '17:00');
      tell('record-attendance', { sessionOn, slot: '08:00', marks: [{ enrolmentId, outcome: 'PRESENT' }] });
    }
    at(addDays(startsOn, 28));
    tell('finish-class', { finishedOn: addDays(startsOn, 28) });
  }

  function placed(year: number): void {
    const startedOn = at(`${year}-11-10`);
    const started = does(
      'start-placement',
      {
        ...{ kind: 'EMPLOYED', proposalId: null, employerId: null, contract: 'PKWT', startedOn },
        ...{ regency: 'Kota Medan', sector: 'MANUFACTURING', wageBand: null },
      },
      OFFICER,
    );
    const placementId = told(started, 'PlacementStarted', 'placementId');
    for (const day of [90, 180]) {
      const checkedOn = at(addDays(startedOn, day));
      const kept = { working: true, sameEmployer: true, gapDays: 0, wageBand: null };
      const proof = { relevantToCertificate: true, proof: { kind: 'EMPLOYER_WORD' } };
      does('record-retention-check', { placementId, day, checkedOn, ...kept, ...proof }, OFFICER);
    }
    at(addDays(startedOn, 200));
    does(
      'end-placement',
      { placementId, endedOn: addDays(startedOn, 200), reason: 'CONTRACT_ENDED' },
      OFFICER,
    );
    const reportedOn = at(addDays(startedOn, 210));
    does('report-job-seeker', { reportedOn }, OFFICER);
  }
}
