/**
 * I.7, every timer of part 2 to the second: the instant with the local date and the zone it comes from, that
 * it tells once, also late and then with both times, what moves it, what ends it, and what a death does to it
 * (I-10). The timers of the obligation stand in test/journey/timers.unit.test.ts.
 */
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../src/domain/decider.ts';
import { deciderOfStream } from '../../src/domain/deciders.ts';
import { addDays, instantMilliseconds, instantOf, momentOf } from '../../src/domain/time/index.ts';
import {
  CENTRE,
  COUNSELLOR,
  ISSUER,
  OFFICER,
  PERSON,
  PRISON,
  REGISTRAR,
  Steps,
  UNITS,
  VERIFIER,
  WholePath,
} from './whole-life.ts';

const text = 'sealed:v1:text';
const JOURNEY = 'journey/ani';
const CLASS = 'class/k1';
const CERTIFICATE = 'certificate/t-ani';
const PERMIT = 'permit/p-1';
const PERMIT_EMPLOYER: Actor = { id: 'a-pt', role: 'EMPLOYER', office: 'pt-contoh-las' };
const PERMIT_OFFICE: Actor = { id: 'a-tka', role: 'PERMIT_OFFICER', office: 'dit-pptka' };

interface Waiting {
  readonly path: WholePath;
  readonly ani: Steps;
}

interface Timer {
  readonly kind: string;
  readonly stream: string;
  readonly armed: () => Waiting;
  /** Reading in Medan or Jakarta; both are UTC+7. */
  readonly due: string;
  readonly tells: string;
  /** Absent where only its own firing ends it. */
  readonly endedBy?: (waiting: Waiting) => unknown;
  readonly moved?: readonly [(waiting: Waiting) => unknown, string];
  /** Of I-10: what waits no more after a death, and what runs on. */
  readonly afterDeath: 'gone' | 'runs on' | 'nobody has died';
  /** Told more than once, each time a while later. */
  readonly again?: true;
}

function begun(reading: string, withoutHolidays = false): Waiting {
  const path = new WholePath({ withoutHolidays });
  const ani = new Steps(path, 'ani');
  ani.register();
  path.at(reading);
  return { path, ani };
}

function inPrison(reading = '2026-06-02T09:00', withoutHolidays = false): Waiting {
  const waiting = begun(reading, withoutHolidays);
  waiting.ani.imprisoned();
  return waiting;
}

const litmas = (withoutHolidays = false): Waiting => {
  const waiting = inPrison('2026-06-02T09:00', withoutHolidays);
  waiting.ani.does('assess-inmate-needs', { caseId: 'c1' }, PRISON);
  waiting.ani.does('request-litmas', { caseId: 'c1', purpose: 'TRAINING' }, PRISON);
  return waiting;
};

const releaseOn = (to: string, { ani }: Waiting): void => {
  ani.does('change-release-date', { caseId: 'c1', from: '2028-01-05', to, reason: 'SDP_CORRECTION' }, PRISON);
};

const applied = (): Waiting => {
  const waiting = begun('2026-05-05T09:00');
  waiting.path.openClass('k1');
  const asked = { enrolmentId: 'e-ani', classId: 'k1', needs: [], waits: false };
  waiting.ani.does('apply-for-class', asked, PERSON);
  return waiting;
};

const confirmed = (waiting = applied()): Waiting => {
  waiting.path.accepts(CLASS, 'confirm-seat', { enrolmentId: 'e-ani' }, CENTRE);
  return waiting;
};

const interrupted = (): Waiting => {
  const waiting = confirmed();
  waiting.path.at('2026-05-20T09:00');
  const stop = { enrolmentId: 'e-ani', reason: 'FAMILY', on: '2026-05-20' };
  waiting.ani.does('suspend-enrolment', stop, PERSON);
  return waiting;
};

const taken = (): Waiting => {
  const waiting = begun('2026-03-30T09:00');
  waiting.ani.testApplied();
  waiting.ani.testTaken();
  return waiting;
};

const judged = (...failed: string[]): Waiting => {
  const waiting = taken();
  waiting.ani.recommended();
  waiting.ani.does(
    'review-recommendation',
    { assessmentId: 'a-ani', agreed: true },
    {
      ...VERIFIER,
      id: 'staf-2',
    },
  );
  waiting.ani.decided(...failed);
  return waiting;
};
const failed = (): Waiting => judged(UNITS[0] ?? '');

const appealed = (): Waiting => {
  const waiting = failed();
  waiting.path.at('2026-04-21T09:00');
  const said = { filedOn: '2026-04-21', ground: 'PROCEDURE', explained: false, discussed: false };
  waiting.ani.does('file-appeal', { assessmentId: 'a-ani', ...said, helped: false, reason: text }, PERSON);
  return waiting;
};

const certified = (): Waiting => {
  const waiting = begun('2026-03-30T09:00');
  waiting.ani.certified();
  return waiting;
};

const seeking = (): Waiting => {
  const waiting = begun('2026-03-30T09:00');
  waiting.ani.card();
  return waiting;
};

const working = (): Waiting => {
  const waiting = seeking();
  waiting.ani.placed();
  return waiting;
};

const breached = (): Waiting => {
  // A Friday afternoon: no working-day rule holds.
  const waiting = begun('2026-04-10T17:00');
  waiting.ani.does('report-data-breach', { breachId: 'b1', categories: ['IDENTITY'], note: text }, REGISTRAR);
  return waiting;
};

const COMPANION = { kind: 'OWN_EMPLOYEE', reference: 'SDM-17' };
const GRADUATES = { occupation: 'Welder', regency: 'Kota Medan', units: [], shown: 0 };

const permitted = (withoutHolidays = true): Waiting => {
  const waiting = begun('2026-03-16T09:00', withoutHolidays);
  const { path } = waiting;
  const employer = { name: 'PT Contoh Las', ownership: 'PRIVATE', regency: 'Kota Medan', sector: 'ENERGY' };
  path.accepts('register/employer/pt-contoh-las', 'register-employer', employer, REGISTRAR);
  path.accepts(
    PERMIT,
    'apply-for-permit',
    {
      ...{ permitOffice: 'dit-pptka', position: 'Welding engineer', occupation: 'Welder', workers: 2 },
      ...{ regency: 'Kota Medan', periodFrom: '2026-04-01', periodTo: '2027-03-31' },
      ...{ specialEconomicZone: false, companion: COMPANION, localGraduates: GRADUATES },
    },
    PERMIT_EMPLOYER,
  );
  path.accepts(PERMIT, 'assess-feasibility', { feasible: true }, PERMIT_OFFICE);
  path.accepts(PERMIT, 'submit-candidates', { workers: 2, reference: 'CALON-1' }, PERMIT_EMPLOYER);
  path.accepts(PERMIT, 'record-payment-reference', { reference: 'NTPN-1' }, PERMIT_EMPLOYER);
  const approval = { number: 'RPTKA-1', validFrom: '2026-04-01', validTo: '2027-03-31' };
  path.accepts(PERMIT, 'approve-permit', approval, PERMIT_OFFICE);
  return waiting;
};

const extend = ({ path }: Waiting): void => {
  const asked = { reason: text, until: '2029-03-31', companion: COMPANION, localGraduates: GRADUATES };
  path.accepts(PERMIT, 'apply-for-extension', asked, PERMIT_EMPLOYER);
};

const TIMERS: readonly Timer[] = [
  {
    // S37: 14 working days, 16 June is a holiday.
    ...{ kind: 'litmas', stream: JOURNEY, armed: litmas, due: '2026-06-23T23:59:59', tells: 'LitmasOverdue' },
    endedBy: ({ ani }) => ani.does('record-litmas', { caseId: 'c1', recommended: true }, COUNSELLOR),
    afterDeath: 'gone',
  },
  {
    // 60 days before the date of the SDP; the other two points follow.
    ...{ kind: 'release-watch', stream: JOURNEY, armed: inPrison, due: '2027-11-06T00:00:00' },
    ...{ tells: 'ReleaseWatchRaised', again: true },
    endedBy: ({ ani, path }) => {
      const gate = { caseId: 'c1', kind: 'DEMI_HUKUM', on: path.world.now.slice(0, 10), contactPhone: text };
      ani.does('record-release', gate, PRISON);
    },
    moved: [(waiting) => releaseOn('2027-12-01', waiting), '2027-10-02T00:00:00'],
    afterDeath: 'gone',
  },
  {
    ...{ kind: 'release-date', stream: JOURNEY, armed: inPrison, due: '2028-01-05T23:59:59' },
    tells: 'ReleaseOverdue',
    endedBy: ({ ani }) =>
      ani.does(
        'record-release',
        { caseId: 'c1', kind: 'DEMI_HUKUM', on: '2026-06-02', contactPhone: text },
        PRISON,
      ),
    moved: [(waiting) => releaseOn('2027-12-01', waiting), '2027-12-01T23:59:59'],
    afterDeath: 'gone',
  },
  {
    ...{ kind: 'class-seat-hold', stream: CLASS, armed: applied, due: '2026-05-19T23:59:59' },
    tells: 'SeatReleased',
    endedBy: ({ path }) => path.accepts(CLASS, 'confirm-seat', { enrolmentId: 'e-ani' }, CENTRE),
    afterDeath: 'gone',
  },
  {
    // 30 days where a training that had a seat stands still.
    ...{ kind: 'class-seat-hold', stream: CLASS, armed: interrupted, due: '2026-06-19T23:59:59' },
    tells: 'SeatReleased',
    endedBy: ({ ani }) => ani.does('resume-enrolment', { enrolmentId: 'e-ani' }, PERSON),
    afterDeath: 'gone',
  },
  {
    ...{ kind: 'assessment-report', stream: JOURNEY, armed: taken, due: '2026-04-16T23:59:59' },
    tells: 'RecommendationOverdue',
    endedBy: ({ ani }) => ani.recommended(),
    afterDeath: 'gone',
  },
  {
    ...{ kind: 'appeal-filing', stream: JOURNEY, armed: failed, due: '2026-04-27T23:59:59' },
    tells: 'AppealTimeEnded',
    endedBy: ({ ani }) => {
      const said = { filedOn: '2026-04-20', ground: 'PROCEDURE', explained: false, discussed: false };
      ani.does('file-appeal', { assessmentId: 'a-ani', ...said, helped: false, reason: text }, PERSON);
    },
    moved: [
      ({ ani }) =>
        ani.does('waive-appeal-time', { assessmentId: 'a-ani', until: '2026-05-04', reason: text }, VERIFIER),
      '2026-05-04T23:59:59',
    ],
    afterDeath: 'gone',
  },
  {
    // 14 working days from Tuesday 21 April; 1 May is a holiday.
    ...{ kind: 'appeal-decision', stream: JOURNEY, armed: appealed, due: '2026-05-12T23:59:59' },
    tells: 'AppealDecisionOverdue',
    endedBy: ({ ani }) =>
      ani.does('reject-appeal', { assessmentId: 'a-ani', rejectedOn: '2026-04-21', reason: text }, VERIFIER),
    afterDeath: 'gone',
  },
  {
    ...{ kind: 'certificate-expiry', stream: CERTIFICATE, armed: certified, due: '2029-04-21T23:59:59' },
    tells: 'CertificateExpired',
    endedBy: ({ path }) => path.accepts(CERTIFICATE, 'withdraw-certificate', { reason: text }, VERIFIER),
    moved: [
      ({ path }) => {
        path.at('2029-04-10T09:00');
        path.accepts(CERTIFICATE, 'request-renewal', { requestedOn: '2029-04-10' }, VERIFIER);
        const looked = { decidedOn: '2029-04-10', evidence: 'logbook-1', assessorIds: ['asesor-las-2'] };
        path.accepts(CERTIFICATE, 'renew-certificate', looked, ISSUER);
      },
      '2032-04-21T23:59:59',
    ],
    afterDeath: 'runs on',
  },
  {
    ...{ kind: 'job-seeker-report', stream: JOURNEY, armed: seeking, due: '2026-10-22T23:59:59' },
    tells: 'JobSeekerReportMissed',
    endedBy: ({ ani }) => ani.placed('2026-04-22'),
    moved: [
      ({ path, ani }) => {
        path.at('2026-06-01T09:00');
        ani.does('report-job-seeker', { reportedOn: '2026-06-01' }, PERSON);
      },
      '2026-12-01T23:59:59',
    ],
    afterDeath: 'gone',
  },
  {
    // A month of grace after the report that was missed (S50).
    ...{ kind: 'job-seeker-inactive', stream: JOURNEY, armed: seeking, due: '2026-11-22T23:59:59' },
    tells: 'JobSeekerInactivated',
    endedBy: ({ ani }) => ani.placed('2026-04-22'),
    moved: [
      ({ path, ani }) => {
        path.at('2026-11-01T09:00');
        ani.does('report-job-seeker', { reportedOn: '2026-11-01' }, PERSON);
      },
      '2027-06-01T23:59:59',
    ],
    afterDeath: 'gone',
  },
  {
    ...{ kind: 'job-seeker-card-end', stream: JOURNEY, armed: seeking, due: '2028-04-22T23:59:59' },
    tells: 'JobSeekerCardExpired',
    moved: [
      ({ path, ani }) => {
        path.at('2028-04-01T09:00');
        ani.does('renew-job-seeker-card', { number: 'AK1-2', renewedOn: '2028-04-01' }, OFFICER);
      },
      '2030-04-01T23:59:59',
    ],
    afterDeath: 'gone',
  },
  {
    // Day 90; 180 and 365 follow.
    ...{ kind: 'retention-check', stream: JOURNEY, armed: working, due: '2026-08-02T00:00:00' },
    ...{ tells: 'RetentionCheckDue', again: true },
    endedBy: ({ ani }) =>
      ani.does('end-placement', { placementId: 'p1', endedOn: '2026-05-04', reason: 'RESIGNED' }, OFFICER),
    afterDeath: 'gone',
  },
  {
    // From hour 48 of 72, every hour, a Sunday like any other day.
    ...{ kind: 'data-breach-escalation', stream: JOURNEY, armed: breached, due: '2026-04-12T17:00:00' },
    ...{ tells: 'DataBreachEscalated', again: true },
    endedBy: ({ ani }) => {
      for (const told of ['PERSON', 'AGENCY']) {
        ani.does('notify-data-breach', { breachId: 'b1', told }, REGISTRAR);
      }
    },
    afterDeath: 'runs on',
  },
  {
    // S53, with an empty holiday table: 30 working days before 31 March 2027.
    ...{ kind: 'permit-extension-last-day', stream: PERMIT, armed: permitted, due: '2027-02-17T23:59:59' },
    tells: 'ExtensionLastDayPassed',
    endedBy: extend,
    moved: [
      (waiting) => {
        extend(waiting);
        const decided = { approved: true, number: 'RPTKA-2', until: '2029-03-31' };
        waiting.path.accepts(PERMIT, 'decide-extension', decided, PERMIT_OFFICE);
      },
      '2029-02-19T23:59:59',
    ],
    afterDeath: 'nobody has died',
  },
];

const moment = (reading: string) => {
  const { at } = momentOf(reading, 'WIB');
  return { at, date: reading.slice(0, 10), zone: 'WIB' };
};

const dueOf = ({ path }: Waiting, { stream, kind }: Timer) =>
  deciderOfStream(stream)
    .deadlines(path.world.stateOf(stream))
    .filter((deadline) => deadline.kind === kind)
    .map(({ dueAt }) => dueAt)
    .sort((a, b) => (a.at < b.at ? -1 : 1));

const of = <Data>({ path }: Waiting, stream: string, type: string) =>
  path.world.eventsOf(stream).filter((event) => event.type === type) as readonly {
    data: Data;
    occurredAt: { at: string };
  }[];

const firings = (waiting: Waiting, { stream, kind }: Timer) =>
  of<{ kind: string; dueAt: { at: string }; firedAt: string }>(waiting, stream, 'DeadlineFired')
    .map(({ data }) => data)
    .filter((data) => data.kind === kind);

describe.each(TIMERS.map((timer) => [`${timer.kind}, ${timer.due}`, timer] as const))(
  '%s',
  (_name, timer) => {
    const { armed, due, tells, endedBy, moved, afterDeath, stream, again } = timer;

    it('is stored as an instant with its local date and zone', () => {
      expect(dueOf(armed(), timer)[0]).toEqual(moment(due));
    });

    it('tells once, at its time, and not before', () => {
      const waiting = armed();
      const before = of(waiting, stream, tells).length;
      waiting.path.world.advance(instantOf(instantMilliseconds(moment(due).at) - 1000));
      expect(of(waiting, stream, tells)).toHaveLength(before);
      waiting.path.world.advance(moment(due).at);
      const told = of(waiting, stream, tells).slice(before);
      expect(told).toHaveLength(1);
      expect(told[0]?.occurredAt.at).toBe(moment(due).at);
      expect(dueOf(waiting, timer).map(({ at }) => at)).not.toContain(moment(due).at);
    });

    it('tells once after an outage, with the time it was due and the time it fired', () => {
      const waiting = armed();
      const woken = momentOf(`${addDays(due.slice(0, 10), 20)}T09:00`, 'WIB').at;
      waiting.path.world.outage(woken);
      const late = firings(waiting, timer).filter(({ dueAt }) => dueAt.at === moment(due).at);
      expect(late).toMatchObject([{ dueAt: moment(due), firedAt: woken }]);
      if (again === undefined) expect(of(waiting, stream, tells)).toHaveLength(1);
      waiting.path.world.advance(momentOf(`${addDays(due.slice(0, 10), 21)}T09:00`, 'WIB').at);
      expect(firings(waiting, timer).filter(({ dueAt }) => dueAt.at === moment(due).at)).toHaveLength(1);
    });

    if (endedBy !== undefined) {
      it('ends when it has become pointless', () => {
        const waiting = armed();
        endedBy(waiting);
        expect(dueOf(waiting, timer)).toEqual([]);
      });
    }

    if (moved !== undefined) {
      it(`moves to ${moved[1]} with its source`, () => {
        const waiting = armed();
        moved[0](waiting);
        expect(dueOf(waiting, timer)[0]).toEqual(moment(moved[1]));
        expect(firings(waiting, timer)).toEqual([]);
      });
    }

    if (afterDeath !== 'nobody has died') {
      it(`after a death: ${afterDeath}`, () => {
        const waiting = armed();
        const today = momentOf(due, 'WIB').at < waiting.path.world.now ? due : waiting.path.world.now;
        const by = Object.keys(waiting.path.journeyOf('ani').prison.cases).length > 0 ? PRISON : OFFICER;
        waiting.ani.does('record-death', { diedOn: today.slice(0, 10) }, by);
        expect(dueOf(waiting, timer)).toEqual(afterDeath === 'gone' ? [] : [moment(due)]);
      });
    }
  },
);

describe('the calendar', () => {
  it('without holidays, the litmas is due a day earlier (S37)', () => {
    const kind = { kind: 'litmas', stream: JOURNEY } as Timer;
    expect(dueOf(litmas(true), kind)).toEqual([moment('2026-06-22T23:59:59')]);
  });

  it('with the holidays of 2027, the last day for an extension comes earlier (S53)', () => {
    const kind = { kind: 'permit-extension-last-day', stream: PERMIT } as Timer;
    // Nyepi, both days of Idul Fitri and Good Friday fall on working days in between.
    const [last] = dueOf(permitted(false), kind);
    expect(last?.date).toBe('2027-02-11');
  });
});

describe('points of one watch', () => {
  it('are told at 60, 30 and 14 days, each once', () => {
    const waiting = inPrison();
    waiting.path.at('2028-01-05T09:00');
    const raised = of<{ points: number[] }>(waiting, JOURNEY, 'ReleaseWatchRaised');
    expect(raised.map(({ data }) => data.points)).toEqual([[60], [30], [14]]);
    expect(raised.map(({ occurredAt }) => occurredAt.at)).toEqual(
      ['2027-11-06T00:00:00', '2027-12-06T00:00:00', '2027-12-22T00:00:00'].map(
        (reading) => moment(reading).at,
      ),
    );
  });

  it('that a new date has passed are told together, at once (I.1)', () => {
    const waiting = inPrison();
    releaseOn('2026-06-20', waiting);
    const raised = of<{ points: number[] }>(waiting, JOURNEY, 'ReleaseWatchRaised');
    expect(raised.map(({ data }) => data.points)).toEqual([[60, 30]]);
    expect(dueOf(waiting, { kind: 'release-watch', stream: JOURNEY } as Timer)).toEqual([
      moment('2026-06-06T00:00:00'),
    ]);
  });

  it('checks of day 90, 180 and 365 come due on their days', () => {
    const waiting = working();
    waiting.path.at('2027-05-05T09:00');
    const due = of<{ day: number }>(waiting, JOURNEY, 'RetentionCheckDue');
    expect(due.map(({ data }) => data.day)).toEqual([90, 180, 365]);
    expect(due.map(({ occurredAt }) => occurredAt.at)).toEqual(
      ['2026-08-02T00:00:00', '2026-10-31T00:00:00', '2027-05-04T00:00:00'].map((one) => moment(one).at),
    );
  });

  it('a breach is escalated every hour from 48 to 72, then every day', () => {
    const waiting = breached();
    waiting.path.at('2026-04-13T17:00');
    expect(of(waiting, JOURNEY, 'DataBreachEscalated')).toHaveLength(25);
    waiting.path.at('2026-04-14T17:00');
    expect(of(waiting, JOURNEY, 'DataBreachEscalated')).toHaveLength(26);
  });

  it('a seat given up after 14 days goes to whoever waits', () => {
    const waiting = begun('2026-05-05T09:00');
    waiting.path.openClass('k1', { capacity: 1 });
    const budi = new Steps(waiting.path, 'budi');
    budi.register();
    for (const one of [waiting.ani, budi]) {
      const asked = { enrolmentId: `e-${one.person}`, classId: 'k1', needs: [], waits: true };
      one.does('apply-for-class', asked, PERSON);
    }
    waiting.path.at('2026-05-20T00:00');
    expect(Object.keys(waiting.path.klass('k1').seats)).toEqual(['e-budi']);
    expect(waiting.path.journeyOf('ani').training.enrolments['e-ani']?.stage).toBe('CANCELLED');
  });
});
