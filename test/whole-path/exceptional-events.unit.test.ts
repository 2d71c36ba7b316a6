/**
 * I.6b, the whole table: a person who has an obligation, a seat in a running class, a test that is set, a
 * certificate and work, and what each exceptional event does to all five, in this person's stream and in
 * those of the class and of the certificate, once every message has arrived. 'none': nothing of it differs.
 */
import { describe, expect, it } from 'vitest';
import { COLUMNS, type Column, holdings, wordsOf } from './columns.ts';
import {
  CENTRE,
  type Life,
  type LifeChoices,
  PERSON,
  PRISON,
  PROSECUTOR,
  STAFF,
  SUPERVISOR,
  VERIFIER,
  wholeLife,
} from './whole-life.ts';

const TODAY = '2026-06-10';
const text = 'sealed:v1:text';

/** Before anything happens, in the words of the columns. */
const BEFORE = {
  obligation: 'RUNNING 480/3600 until 2026-09-26 kejari-medan',
  enrolment: 'ACTIVE U.1 seat ACTIVE',
  assessment: 'SCHEDULED 2026-06-29',
  certificate: 'VALID VALID',
  placement: 'RUNNING checks 90 180 365',
};

interface Row {
  readonly row: string;
  readonly life?: LifeChoices;
  readonly happens: (life: Life) => unknown;
  readonly becomes: { readonly [C in Column]: string };
  /** Deadlines that are gone afterwards, and those that are new, of the journey. */
  readonly gone: readonly string[];
  readonly armed: readonly string[];
  /** Events that the journey must tell, in this order, among others. */
  readonly tells: readonly string[];
  /** As for the class, beside its end on 26 June. */
  readonly classWaits?: readonly string[];
}

const OBLIGATION_TIMERS = ['2026-06-15 pace-check', '2026-07-28 window-warning', '2026-09-26 window-end'];
const CHECKS = ['2026-08-02 retention-check', '2026-10-31 retention-check', '2027-05-04 retention-check'];
const CARD_END = '2028-04-22 job-seeker-card-end';
const TERM = ['2026-09-05 stage-date', '2027-11-06 release-watch', '2028-01-05 release-date'];
const REPORTS = ['2026-10-22 job-seeker-report', '2026-11-22 job-seeker-inactive'];
const SEAT_HELD = ['2026-07-10 class-seat-hold'];
const none = 'none';

const inPrison = { inPrison: true } as const;
const ofCase = ({ caseId }: Life) => ({ caseId });

const ROWS: readonly Row[] = [
  {
    row: 'PersonDied',
    life: inPrison,
    happens: ({ ani }) => ani.does('record-death', { diedOn: TODAY }, PRISON),
    becomes: {
      obligation: none,
      enrolment: 'CANCELLED U.1 seat GIVEN BACK',
      assessment: 'CANCELLED 2026-06-29',
      certificate: 'VALID VALID holder died 2026-06-10',
      placement: 'ENDED 2026-06-10 DIED checks cancelled',
    },
    gone: [...OBLIGATION_TIMERS, ...CHECKS, CARD_END, ...TERM],
    armed: [],
    tells: ['PersonDied', 'FamilyNoticeDue', 'EnrolmentCancelled', 'AssessmentCancelled', 'PlacementEnded'],
  },
  {
    row: 'TransferRecorded',
    life: inPrison,
    happens: (life) =>
      life.ani.does(
        'transfer-inmate',
        { ...ofCase(life), toFacility: 'lapas-pematangsiantar', on: TODAY },
        PRISON,
      ),
    becomes: {
      obligation: none,
      enrolment: 'SUSPENDED U.1 TRANSFER seat INTERRUPTED',
      assessment: 'VERIFIED no day',
      certificate: none,
      placement: none,
    },
    gone: [],
    armed: [],
    tells: ['TransferRecorded', 'EnrolmentSuspended', 'AssessmentPostponed'],
    classWaits: SEAT_HELD,
  },
  {
    row: 'JurisdictionTransferred',
    happens: ({ ani }) =>
      ani.does(
        'transfer-jurisdiction',
        { caseId: 'c1', toOffice: 'kejari-karo', toProbationOffice: 'bapas-medan', movedOn: TODAY },
        PROSECUTOR,
      ),
    becomes: {
      obligation: 'RUNNING 480/3600 until 2026-09-26 kejari-karo',
      enrolment: none,
      assessment: none,
      certificate: none,
      placement: none,
    },
    gone: [],
    armed: ['2026-06-12 site-reassignment'],
    tells: ['JurisdictionTransferred', 'PlacementTaskRaised'],
  },
  {
    row: 'ReleaseRecorded',
    life: { inPrison: true, employment: false },
    happens: (life) =>
      life.ani.does(
        'record-release',
        { ...ofCase(life), kind: 'BEBAS_MURNI', on: TODAY, contactPhone: text },
        PRISON,
      ),
    becomes: {
      obligation: none,
      enrolment: 'SUSPENDED U.1 RELEASE conflict seat INTERRUPTED',
      assessment: 'SCHEDULED 2026-06-29 place to confirm',
      certificate: none,
      placement: none,
    },
    gone: TERM,
    armed: ['2026-06-17 release-hand-over', '2026-07-10 release-chase'],
    tells: [
      'ReleaseRecorded',
      'EnrolmentSuspended',
      'EnrolmentConflictFound',
      'TestPlaceReplanDue',
      'PlacementTaskRaised',
    ],
    classWaits: SEAT_HELD,
  },
  {
    row: 'ReleaseDateChanged, earlier than the end of the class',
    life: inPrison,
    happens: (life) =>
      life.ani.does(
        'change-release-date',
        { ...ofCase(life), from: '2028-01-05', to: '2026-06-20', reason: 'REMISSION' },
        PRISON,
      ),
    becomes: {
      obligation: none,
      enrolment: 'ACTIVE U.1 conflict seat ACTIVE',
      assessment: 'SCHEDULED 2026-06-29 place to confirm',
      certificate: none,
      placement: none,
    },
    gone: ['2027-11-06 release-watch', '2028-01-05 release-date'],
    armed: ['2026-06-20 release-date'],
    tells: [
      'ReleaseDateChanged',
      'ReleaseWatchRaised',
      'EnrolmentConflictFound',
      'TestPlaceReplanDue',
      'EarlyTestSuggested',
    ],
  },
  {
    row: 'EscapeRecorded',
    life: inPrison,
    happens: (life) => life.ani.does('record-escape', { ...ofCase(life), on: TODAY }, PRISON),
    becomes: {
      obligation: none,
      enrolment: 'SUSPENDED U.1 ESCAPE seat INTERRUPTED',
      assessment: 'CANCELLED 2026-06-29',
      certificate: none,
      placement: none,
    },
    gone: TERM,
    armed: [],
    tells: ['EscapeRecorded', 'EnrolmentSuspended', 'AssessmentCancelled'],
    classWaits: SEAT_HELD,
  },
  {
    row: 'DisciplineRecorded, the TPP suspends',
    life: inPrison,
    happens: (life) =>
      life.ani.does('record-discipline', { ...ofCase(life), entryOn: TODAY, suspendsTraining: true }, PRISON),
    becomes: {
      obligation: none,
      enrolment: 'SUSPENDED U.1 DISCIPLINE seat INTERRUPTED',
      assessment: 'VERIFIED no day',
      certificate: none,
      placement: none,
    },
    gone: [],
    armed: [],
    tells: ['DisciplineRecorded', 'EnrolmentSuspended', 'AssessmentPostponed'],
    classWaits: SEAT_HELD,
  },
  {
    row: 'DisciplineRecorded, the TPP does not suspend',
    life: inPrison,
    happens: (life) =>
      life.ani.does(
        'record-discipline',
        { ...ofCase(life), entryOn: TODAY, suspendsTraining: false },
        PRISON,
      ),
    becomes: {
      obligation: none,
      enrolment: none,
      assessment: 'VERIFIED no day',
      certificate: none,
      placement: none,
    },
    gone: [],
    armed: [],
    tells: ['DisciplineRecorded', 'AssessmentPostponed'],
  },
  {
    row: 'IllnessRecorded, over three days',
    life: inPrison,
    happens: (life) =>
      life.ani.does('record-illness', { ...ofCase(life), from: TODAY, expectedDays: 20 }, PRISON),
    becomes: {
      obligation: none,
      enrolment: 'SUSPENDED U.1 ILLNESS seat INTERRUPTED',
      assessment: 'VERIFIED no day',
      certificate: none,
      placement: none,
    },
    gone: [],
    armed: ['2026-06-30 interruption-review'],
    tells: ['IllnessRecorded', 'EnrolmentSuspended', 'AssessmentPostponed'],
    classWaits: SEAT_HELD,
  },
  {
    row: 'IllnessRecorded, three days',
    life: inPrison,
    happens: (life) =>
      life.ani.does('record-illness', { ...ofCase(life), from: TODAY, expectedDays: 3 }, PRISON),
    becomes: {
      obligation: none,
      enrolment: none,
      // The test lies after the illness.
      assessment: none,
      certificate: none,
      placement: none,
    },
    gone: [],
    armed: [],
    tells: ['IllnessRecorded'],
  },
  {
    row: 'InjuryReported',
    happens: ({ ani }) => {
      ani.does('report-injury', { caseId: 'c1', date: TODAY, note: text }, SUPERVISOR);
      ani.does('excuse-session', { caseId: 'c1', date: '2026-06-13', reason: 'SICK' }, PROSECUTOR);
    },
    becomes: {
      // The hours stay as they are, and the day that was missed is excused.
      obligation: 'RUNNING 480/3600 until 2026-09-26 kejari-medan',
      enrolment: none,
      assessment: 'VERIFIED no day',
      certificate: none,
      placement: none,
    },
    gone: [],
    armed: [],
    tells: ['InjuryReported', 'AssessmentPostponed', 'SessionExcused'],
  },
  {
    row: 'InjuryReported, expected to last more than three days',
    happens: ({ ani }) =>
      ani.does('report-injury', { caseId: 'c1', date: TODAY, note: text, expectedDays: 4 }, PERSON),
    becomes: {
      obligation: 'RUNNING 480/3600 until 2026-09-26 kejari-medan',
      enrolment: 'SUSPENDED U.1 ILLNESS seat INTERRUPTED',
      assessment: 'VERIFIED no day',
      certificate: none,
      placement: none,
    },
    gone: [],
    armed: [],
    tells: ['InjuryReported', 'EnrolmentSuspended', 'AssessmentPostponed'],
    classWaits: SEAT_HELD,
  },
  {
    row: 'RulingChanged',
    happens: ({ ani }) =>
      ani.does(
        'change-ruling',
        {
          caseId: 'c1',
          instance: 'REVIEW',
          decidedOn: TODAY,
          orderedHours: 40,
          completionDays: 90,
        },
        STAFF,
      ),
    becomes: {
      obligation: 'RUNNING 480/2400 until 2026-06-28 kejari-medan',
      enrolment: none,
      assessment: none,
      certificate: none,
      placement: none,
    },
    gone: ['2026-07-28 window-warning', '2026-09-26 window-end'],
    armed: ['2026-06-14 window-warning', '2026-06-28 window-end'],
    tells: ['RulingChanged', 'WindowChanged'],
  },
  {
    row: 'ClemencyGranted',
    happens: ({ ani }) =>
      ani.does('grant-clemency', { caseId: 'c1', kind: 'GRASI', grantedOn: TODAY }, PROSECUTOR),
    becomes: {
      // Nothing is waited for any more; the prosecutor closes.
      obligation: 'RUNNING 480/3600 until 2026-09-26 kejari-medan',
      enrolment: none,
      assessment: none,
      certificate: none,
      placement: none,
    },
    gone: OBLIGATION_TIMERS,
    armed: [],
    tells: ['ClemencyGranted'],
  },
  {
    row: 'ConsentWithdrawn, and the training shall stop',
    life: { referred: true, obligation: false },
    happens: ({ ani }) =>
      ani.does('withdraw-consent', { purpose: 'TRAINING_REFERRAL', stopsTraining: true }, PERSON),
    becomes: {
      obligation: none,
      enrolment: 'CANCELLED U.1 seat GIVEN BACK',
      assessment: 'CANCELLED 2026-06-29',
      certificate: none,
      placement: none,
    },
    gone: [],
    armed: ['2036-06-10 referral-retention-end'],
    tells: ['ConsentWithdrawn', 'ReferralClosed', 'EnrolmentCancelled', 'AssessmentCancelled'],
  },
  {
    row: 'ConsentWithdrawn, and the training goes on',
    life: { referred: true, obligation: false },
    happens: ({ ani }) =>
      ani.does('withdraw-consent', { purpose: 'TRAINING_REFERRAL', stopsTraining: false }, PERSON),
    becomes: {
      obligation: none,
      enrolment: none,
      assessment: none,
      certificate: none,
      placement: none,
    },
    gone: [],
    armed: [],
    tells: ['ConsentWithdrawn'],
  },
  {
    row: 'ConsentWithdrawn, to matching',
    life: { seeking: true },
    happens: ({ ani }) => ani.does('withdraw-consent', { purpose: 'MATCHING', stopsTraining: false }, PERSON),
    becomes: {
      obligation: none,
      enrolment: none,
      assessment: none,
      certificate: none,
      placement: 'proposal WITHDRAWN',
    },
    gone: [],
    armed: [],
    tells: ['ConsentWithdrawn', 'ProposalWithdrawn'],
  },
  {
    row: 'CertificateWithdrawn',
    happens: ({ path }) =>
      path.accepts('certificate/t-ani', 'withdraw-certificate', { reason: text }, VERIFIER),
    becomes: {
      obligation: none,
      enrolment: none,
      assessment: none,
      certificate: 'WITHDRAWN WITHDRAWN',
      placement: 'RUNNING checks 90 180 365 CERTIFICATE_WITHDRAWN',
    },
    gone: [],
    armed: [],
    tells: ['CertificateStatusNoted', 'PlacementFlagged'],
  },
  {
    row: 'ClassCancelled',
    happens: ({ path }) => path.accepts('class/k1', 'cancel-class', { reason: 'NO_INSTRUCTOR' }, CENTRE),
    becomes: {
      obligation: none,
      enrolment: 'WAITING U.1 first place seat GIVEN BACK',
      // The test that is set rests on no training: nothing of it is cancelled.
      assessment: none,
      certificate: none,
      placement: none,
    },
    gone: [],
    armed: [],
    tells: ['ClassCancelled'],
  },
  {
    row: 'SiteSuspended',
    happens: ({ path }) =>
      path.accepts(
        'register/site/puskesmas-helvetia',
        'suspend-site',
        { reason: 'SAFETY', on: TODAY },
        PROSECUTOR,
      ),
    becomes: {
      obligation: 'RUNNING 480/3600 until 2026-09-26 kejari-medan',
      enrolment: none,
      assessment: none,
      certificate: none,
      placement: none,
    },
    gone: [],
    armed: ['2026-06-12 site-reassignment'],
    tells: ['SiteSessionsStopped', 'PaceChecked'],
  },
  {
    row: 'NewOffenceReported',
    happens: ({ ani }) => ani.does('report-new-offence', { caseId: 'c1', note: text }, STAFF),
    becomes: {
      obligation: 'REVIEW 480/3600 until 2026-09-26 kejari-medan',
      // Both follow custody: nothing is said of it yet.
      enrolment: none,
      assessment: none,
      certificate: none,
      placement: 'ENDED 2026-06-10 BACK_IN_CUSTODY checks cancelled',
    },
    gone: ['2026-06-15 pace-check', '2026-07-28 window-warning', ...CHECKS],
    armed: ['2026-06-17 breach-opinion', '2026-06-24 breach-decision-chase', ...REPORTS],
    tells: ['NewOffenceReported', 'BreachReviewOpened', 'PlacementEnded'],
  },
];

const isInOrder = (told: readonly string[], wanted: readonly string[]): boolean => {
  const rest = [...wanted];
  for (const type of told) if (type === rest[0]) rest.shift();
  return rest.length === 0;
};

describe.each(ROWS)('$row', ({ life: choices, happens, becomes, gone, armed, tells, classWaits = [] }) => {
  const life = wholeLife(choices);
  const { path } = life;
  const before = holdings(life);
  const waited = path.journeyWaits('ani');
  const wordsBefore = Object.fromEntries(COLUMNS.map((column) => [column, wordsOf(life, column)]));
  const events = path.world.eventsOf('journey/ani').length;
  happens(life);
  const after = holdings(life);

  it('begins with everything there is', () => {
    const { employment = true, obligation = true, seeking = false } = choices ?? {};
    expect(wordsBefore).toEqual({
      ...BEFORE,
      ...(obligation ? {} : { obligation: 'no case' }),
      ...(employment ? {} : { placement: 'nothing' }),
      ...(seeking ? { placement: 'proposal PROPOSED' } : {}),
    });
  });

  it.each(COLUMNS)('%s', (column) => {
    if (becomes[column] === none) expect(after[column]).toEqual(before[column]);
    else expect(wordsOf(life, column)).toBe(becomes[column]);
  });

  it('waits for no more and no less than it should', () => {
    const waits = path.journeyWaits('ani');
    expect(waited.filter((one) => !waits.includes(one))).toEqual([...gone].sort());
    expect(waits.filter((one) => !waited.includes(one))).toEqual([...armed].sort());
  });

  it('tells it', () => {
    const told = path.told('journey/ani', events);
    expect(isInOrder(told, tells), told.join(' ')).toBe(true);
    expect(told).not.toContain('EnrolmentDropped');
  });

  it('leaves the clocks of class and certificate as they should be', () => {
    const cancelled = path.klass('k1').status === 'CANCELLED';
    expect(path.waits('class/k1')).toEqual([...(cancelled ? [] : ['2026-06-26 class-end']), ...classWaits]);
    const { status, holderDiedOn } = path.certificate('t-ani');
    const reminders = holderDiedOn === null ? ['2029-01-21 certificate-reminder'] : [];
    expect(path.waits('certificate/t-ani')).toEqual(
      status === 'WITHDRAWN' ? [] : [...reminders, '2029-04-21 certificate-expiry'],
    );
  });
});
