/**
 * I.6c, each row: what it may, what it may not, and where the table of roles alone cannot say it, the decider
 * or the view that does.
 */
import { describe, expect, it } from 'vitest';
import {
  COMMAND_NAMES,
  type CommandName,
  mayIssue,
  mayRead,
  READ_NAMES,
  type ReadName,
} from '../../src/access/roles.ts';
import { VIEWS } from '../../src/access/views.ts';
import { partViews } from '../../src/api/part-views/index.ts';
import type { Actor, Role } from '../../src/domain/decider.ts';
import type { JourneyEventName } from '../../src/domain/journey/events.ts';
import { candidateRowOf } from '../../src/projections/candidate-rows.ts';
import {
  AssessmentWorld,
  CHAIR,
  ASSESSOR as EXAMINER,
  MEMBERS,
  noon,
  PAPER,
  results,
  VERIFIER,
} from '../assessment/assessment-world.ts';
import { begun, notYet, recommended, reviewed } from '../assessment/way.ts';
import {
  CENTRE,
  classRuns,
  EMPLOYER,
  INSTRUCTOR,
  OFFICER,
  PERSON,
  PRISON,
  PROSECUTOR,
  STAFF,
  Steps,
  SUPERVISOR,
  WholePath,
  wholeLife,
} from './whole-life.ts';

const text = 'sealed:v1:text';
const as = (role: Role): Actor => ({ id: 'a', role, office: 'o' });
const may = (role: Role, name: string): boolean =>
  COMMAND_NAMES.includes(name as CommandName)
    ? mayIssue(as(role), name as CommandName).allowed
    : READ_NAMES.includes(name as ReadName) && mayRead(as(role), name as ReadName).allowed;
const codeOf = (answer: { refusal?: { code: string } | undefined }): string | undefined =>
  answer.refusal?.code;

interface Row {
  readonly role: Role;
  readonly may: readonly string[];
  readonly mayNot: readonly string[];
}

const ROWS: readonly Row[] = [
  {
    role: 'PIDUM_STAFF',
    may: ['register-ruling', 'attach-document', 'record-session'],
    mayNot: ['order-execution', 'record-breach-decision'],
  },
  {
    role: 'EXECUTING_PROSECUTOR',
    may: [
      ...['order-execution', 'start-execution', 'assign-site', 'plan-schedule', 'excuse-session'],
      ...['issue-warning-letter', 'open-breach-review', 'record-breach-decision', 'close-case'],
    ],
    mayNot: ['record-session', 'check-in-session', 'confirm-session'],
  },
  {
    role: 'PROBATION_COUNSELLOR',
    may: ['record-profiling', 'record-litmas', 'record-guidance', 'record-breach-opinion', 'accept-client'],
    mayNot: [
      ...['record-session', 'confirm-session', 'decide-session-credit', 'set-hour-credit-policy'],
      ...['close-case', 'sign-completion', 'record-breach-decision'],
    ],
  },
  {
    role: 'SITE_SUPERVISOR',
    may: ['check-in-session', 'check-out-session', 'confirm-session', 'dispute-session', 'report-injury'],
    mayNot: ['excuse-session', 'read-events'],
  },
  {
    role: 'PRISON_OFFICER',
    may: [
      ...['import-inmate', 'assess-inmate-needs', 'record-tpp-decision', 'transfer-inmate'],
      ...['record-discipline', 'record-release', 'record-death'],
    ],
    mayNot: [
      ...['record-attendance', 'correct-attendance', 'record-unit-results', 'finish-class'],
      ...['issue-training-certificate', 'file-recommendation'],
    ],
  },
  {
    role: 'INSTRUCTOR',
    may: ['record-attendance', 'correct-attendance', 'record-unit-results'],
    mayNot: ['record-test-taken', 'file-recommendation', 'hold-plenary', 'confirm-seat', 'finish-class'],
  },
  {
    role: 'TRAINING_CENTRE_ADMINISTRATOR',
    may: [
      ...['confirm-seat', 'release-seat', 'open-class', 'cancel-class', 'move-enrolment', 'finish-class'],
      'issue-training-certificate',
    ],
    mayNot: ['hold-plenary', 'decide-appeal', 'file-recommendation', 'request-certificate-issue'],
  },
  {
    role: 'ASSESSOR',
    may: ['recuse-assessor', 'record-test-taken', 'file-recommendation'],
    mayNot: ['review-recommendation', 'hold-plenary', 'decide-appeal', 'request-certificate-issue'],
  },
  {
    role: 'CERTIFICATION_BODY_ADMINISTRATOR',
    may: [
      ...['assign-assessor', 'schedule-test', 'hold-plenary', 'request-certificate-issue'],
      ...['freeze-certificate', 'withdraw-certificate', 'accept-appeal', 'reject-appeal', 'decide-appeal'],
    ],
    mayNot: ['record-test-taken', 'file-recommendation', 'record-unit-results'],
  },
  {
    role: 'PLACEMENT_OFFICER',
    may: [
      ...['issue-job-seeker-card', 'hold-counselling', 'propose-candidate', 'start-placement'],
      'record-retention-check',
    ],
    mayNot: ['read-events', 'list-cases', 'read-deadlines', 'list-prison-cases', 'list-referrals'],
  },
  {
    role: 'EMPLOYER',
    may: ['report-vacancy', 'accept-candidate', 'decline-candidate', 'confirm-employment'],
    mayNot: [
      ...['read-journey', 'read-events', 'read-identity', 'find-by-nik', 'list-cases', 'read-deadlines'],
      ...['read-job-seeker', 'list-matches', 'read-certificate', 'read-class'],
    ],
  },
  {
    role: 'AUDITOR',
    may: [
      ...['read-journey', 'read-events', 'list-cases', 'read-access-log', 'verify-ledger', 'read-class'],
      ...['read-certificate', 'read-permit', 'list-assessments', 'flag-commercial-use'],
      ...['open-finding', 'close-finding'],
    ],
    // Flags and findings: neither changes a fact.
    mayNot: COMMAND_NAMES.filter(
      (name) => !['flag-commercial-use', 'open-finding', 'close-finding'].includes(name),
    ),
  },
  {
    role: 'PERSON',
    may: [
      ...['read-journey', 'give-consent', 'withdraw-consent', 'record-illness', 'report-injury'],
      ...['file-appeal', 'file-rights-request'],
    ],
    mayNot: ['correct-entry', 'correct-attendance', 'record-session', 'answer-rights-request', 'read-events'],
  },
  { role: 'SYSTEM', may: ['fire-deadline'], mayNot: READ_NAMES },
];

describe.each(ROWS)('$role', ({ role, may: granted, mayNot }) => {
  it.each(granted)('may %s', (name) => {
    expect(may(role, name)).toBe(true);
  });
  it.each(mayNot)('may not %s', (name) => {
    expect(may(role, name)).toBe(false);
  });
});

describe('may not, as the decider says it', () => {
  const nineHours = { start: '2026-06-07T06:00', end: '2026-06-07T15:00' };
  const session = { caseId: 'c1', siteId: 'puskesmas-helvetia', breaks: [], ...nineHours };

  it('a prosecutor credits nothing over a limit', () => {
    const { ani, path } = wholeLife();
    expect(codeOf(ani.send('record-session', session, STAFF))).toBe('DAILY_LIMIT');
    const device = { at: '2026-06-07T06:00', caseId: 'c1', siteId: 'puskesmas-helvetia' };
    expect(ani.send('check-in-session', device, SUPERVISOR).outcome).toBe('accepted');
    const out = { sessionId: 's3', at: '2026-06-07T15:00', breaks: [] };
    expect(ani.send('check-out-session', out, SUPERVISOR).outcome).toBe('accepted');
    const credited = { sessionId: 's3', credited: true, reason: text };
    ani.send('decide-session-credit', credited, PROSECUTOR);
    const minutes = Object.values(path.journeyOf('ani').sessions.s3?.credited ?? {});
    expect(minutes).toEqual([480]);
  });

  it('a prosecutor changes nothing in the case of another office', () => {
    const { ani } = wholeLife();
    const karo = { ...PROSECUTOR, office: 'kejari-karo' };
    const closing = { caseId: 'c1', reason: 'COMPLETED' };
    expect(codeOf(ani.send('close-case', closing, karo))).toBe('NOT_PERMITTED');
    expect(codeOf(ani.send('open-breach-review', { caseId: 'c1', note: text }, karo))).toBe('NOT_PERMITTED');
  });

  it('staff enter sessions for their own office only', () => {
    const { ani } = wholeLife();
    const short = { ...session, end: '2026-06-07T08:00' };
    expect(codeOf(ani.send('record-session', short, { ...STAFF, office: 'kejari-karo' }))).toBe(
      'NOT_PERMITTED',
    );
    expect(ani.send('record-session', short, STAFF).outcome).toBe('accepted');
  });

  it('a site confirms no session of another site', () => {
    const { ani } = wholeLife();
    ani.does('record-session', { ...session, end: '2026-06-07T08:00' }, STAFF);
    const elsewhere = { ...SUPERVISOR, office: 'masjid-al-ikhlas' };
    expect(codeOf(ani.send('confirm-session', { sessionId: 's3' }, elsewhere))).toBe('NOT_PERMITTED');
  });

  it('an instructor of another class records nothing in this one', () => {
    const { path } = wholeLife();
    const marks = [{ enrolmentId: 'e-ani', outcome: 'PRESENT' }];
    const sheet = { sessionOn: '2026-06-03', slot: '08:00', marks };
    const stranger = { ...INSTRUCTOR, id: 'akun-instruktur-lain' };
    expect(path.send('class/k1', 'record-attendance', sheet, stranger).outcome).toBe('refused');
    expect(path.send('class/k1', 'record-attendance', sheet, INSTRUCTOR).outcome).toBe('accepted');
  });

  it('an instructor assesses no trainee of their own', () => {
    const world = begun();
    world.does('verify-requirements', { met: true, missing: [] });
    const own = world.send('assign-assessor', { assessorId: 'instruktur', role: 'LEAD' });
    expect(own).toMatchObject({ refused: 'ASSESSOR_CONFLICT', parameters: { ground: 'TRAINED' } });
  });

  it('an assessor does not sit in the plenary that decides', () => {
    const members = [...MEMBERS, EXAMINER.id];
    const held = reviewed()
      .on('2026-07-01')
      .send('hold-plenary', { heldOn: '2026-07-01', members, results: results() }, CHAIR, {
        document: PAPER,
      });
    expect(held.refused).toBe('PLENARY_CONFLICT');
  });

  it('an assessor does not judge an appeal against their own result', () => {
    const world = notYet().on('2026-07-06');
    const appeal = { filedOn: '2026-07-06', ground: 'PROCEDURE', explained: false, discussed: false };
    world.does('file-appeal', { ...appeal, helped: true, reason: text }, { ...PERSON, office: 'person' });
    world.does('accept-appeal');
    const same = world.send('assign-assessor', { assessorId: 'asesor-1', role: 'LEAD' });
    expect(same).toMatchObject({ refused: 'ASSESSOR_CONFLICT', parameters: { ground: 'ASSESSED_BEFORE' } });
  });

  it('an LSP administrator is not the only person in two steps', () => {
    const again = recommended().send('review-recommendation', { agreed: true }, VERIFIER);
    expect(again).toMatchObject({
      ...{ refused: 'SEPARATION_OF_DUTIES', parameters: { step: 'REVIEW', earlier: 'VERIFY' } },
    });
  });

  it('an LSP has no hand in the assessment of another', () => {
    const other = { ...VERIFIER, office: 'lsp-lain' };
    expect(begun().send('verify-requirements', { met: true, missing: [] }, other).refused).toBe(
      'NOT_PERMITTED',
    );
  });

  it('a prison applies for nobody it does not hold', () => {
    const application = {
      ...{ schemeId: 'las-smaw', certificationBody: 'lsp-p2-bbpvp-medan', needs: [], selfAssessment: [] },
      basis: { kind: 'TRAINING', enrolmentId: 'e1' },
    };
    const sent = new AssessmentWorld(noon('2026-06-08')).send('request-assessment', application, PRISON);
    expect(sent.refused).toBe('NOT_PERMITTED');
  });

  it('an employer answers no proposal of another employer', () => {
    const { ani } = wholeLife({ seeking: true });
    const other = { ...EMPLOYER, office: 'hotel-contoh' };
    const proposal = { proposalId: 'w-ani' };
    expect(codeOf(ani.send('invite-candidate', proposal, other))).toBe('PROPOSAL_UNKNOWN');
    expect(ani.send('invite-candidate', proposal, EMPLOYER).outcome).toBe('accepted');
  });
});

describe('sees', () => {
  const { path } = wholeLife({ inPrison: true });
  const state = path.journeyOf('ani');

  it('a site supervisor no offence', () => {
    expect(VIEWS.SITE_SUPERVISOR).toMatchObject({ offence: 'NONE', ruling: 'NONE', breach: 'NONE' });
  });

  it('a placement officer no route', () => {
    const shown = partViews(OFFICER, state);
    expect(Object.keys(shown).sort()).toEqual(['employment', 'referral', 'training']);
    expect(JSON.stringify(shown)).not.toMatch(/lapas|kejari|bapas|"c\d|IN_LAPAS|hostFacility|caseId/);
    const { identity, ...rest } = VIEWS.PLACEMENT_OFFICER;
    expect(identity).toBe('NAME_IF_AGREED');
    expect(Object.values(rest)).toEqual(Array(8).fill('NONE'));
  });

  it('an employer, and whoever tests or teaches, nothing of the journey at all', () => {
    for (const actor of [EMPLOYER, INSTRUCTOR]) expect(partViews(actor, state)).toEqual({});
  });

  it('an employer neither need nor disability without consent', () => {
    const seeking = wholeLife({ seeking: true });
    const availability = { from: '2026-06-10', regencies: ['Kota Medan'], sectors: ['MANUFACTURING'] };
    const needs = { needs: ['SCREEN_READER'], wageFloorRupiah: null };
    seeking.ani.send('set-availability', { ...availability, ...needs }, PERSON);
    const row = () => candidateRowOf(seeking.path.journeyOf('ani'), 'live');
    expect(row()).toMatchObject({ needs: [], disability: false });
    seeking.ani.does('give-consent', { purpose: 'DISCLOSE_DISABILITY' }, PERSON);
    seeking.ani.send('set-availability', { ...availability, ...needs }, PERSON);
    expect(row()).toMatchObject({ needs: ['SCREEN_READER'], disability: true });
  });

  it('a person their own, and changes no record: what is theirs to say is this', () => {
    const said = COMMAND_NAMES.filter((name) => mayIssue(as('PERSON'), name).allowed);
    expect([...said].sort()).toEqual([
      ...['answer-training-offer', 'apply-for-class', 'cancel-assessment', 'cancel-enrolment'],
      ...['confirm-accommodation', 'file-appeal', 'file-rights-request', 'flag-commercial-use'],
      ...['give-consent', 'move-enrolment', 'record-illness', 'report-injury', 'report-job-seeker'],
      ...['request-assessment', 'resume-enrolment', 'set-availability', 'sign-consent'],
      ...['suspend-enrolment', 'withdraw-consent', 'withdraw-proposal'],
    ]);
  });
});

describe('the system', () => {
  /** What a court, a prosecutor, a prison, a plenary or an employer decides (I-6). */
  const BINDING: ReadonlySet<string> = new Set<JourneyEventName>([
    'RulingRegistered',
    'RulingBecameFinal',
    'RulingChanged',
    'ExecutionOrdered',
    'ExecutionStarted',
    'BreachReviewClosed',
    'ReplacedPrisonOrdered',
    'ReplacedFineOrdered',
    'RepeatOrdered',
    'CaseClosed',
    'CompletionMinuted',
    'ClemencyGranted',
    'SessionCreditDecided',
    'WindowChanged',
    'PersonDied',
    'InmateImported',
    'TppApproved',
    'TppDeclined',
    'RemissionGranted',
    'ReleaseDateChanged',
    'ReleaseRecorded',
    'ConditionalReleaseGranted',
    'ConditionalReleaseRevoked',
    'PrisonCaseClosed',
    'EnrolmentDropped',
    'DeclaredCompetent',
    'DeclaredNotYetCompetent',
    'AppealDecided',
    'AppealRejected',
    'AppealAccepted',
    'CertificateRequested',
    'PlacementStarted',
    'RetentionChecked',
    'CandidateAccepted',
    'ReferralClosed',
  ]);

  it('only passes on what was said elsewhere, and fires what is due', () => {
    const named = COMMAND_NAMES.filter((name) => mayIssue(as('SYSTEM'), name).allowed);
    const passedOn = named.filter((name) => !name.startsWith('note-'));
    expect([...passedOn].sort()).toEqual([
      ...['adopt-person', 'apply-lockdown', 'be-merged', 'carry-attendance', 'change-availability'],
      ...['end-proposals-of-vacancy', 'fire-deadline', 'flag-holder-deceased'],
      ...['freeze-certificate-for-review', 'issue-certificate'],
      ...['request-seat', 'return-person', 'return-to-seat', 'suspend-seat', 'suspend-site-sessions'],
      'withdraw-seat',
    ]);
  });

  it('decides nothing in eleven years in which nobody else acts', () => {
    const lives = [wholeLife(), wholeLife({ inPrison: true }), wholeLife({ referred: true })];
    for (const { path } of lives) {
      const before = path.world.eventsOf('journey/ani').length;
      path.at('2037-06-10T09:00');
      const alone = path.world.eventsOf('journey/ani').slice(before);
      expect(alone.length).toBeGreaterThan(10);
      expect(alone.every(({ meta }) => meta.actor.role === 'SYSTEM')).toBe(true);
      expect(alone.map(({ type }) => type).filter((type) => BINDING.has(type))).toEqual([]);
    }
  });
});

it('a centre gives and takes seats and ends a class; no admin of another centre does', () => {
  const path = new WholePath().at('2026-05-05T09:00');
  path.openClass('k1');
  const budi = new Steps(path, 'budi');
  budi.register();
  budi.seated();
  classRuns(path, 'k1', 'budi');
  path.at('2026-06-26T17:00');
  const other = { ...CENTRE, office: 'bbpvp-serang' };
  expect(codeOf(path.send('class/k1', 'finish-class', { finishedOn: '2026-06-26' }, other))).toBe(
    'NOT_PERMITTED',
  );
  expect(path.send('class/k1', 'finish-class', { finishedOn: '2026-06-26' }, CENTRE).outcome).toBe(
    'accepted',
  );
});
