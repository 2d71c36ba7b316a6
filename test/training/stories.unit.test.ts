/** The scenarios of I.9 that training has a part in, as they are told there. */
import { describe, expect, it } from 'vitest';
import {
  accepted,
  INSTRUCTOR,
  PERSON,
  PRISON,
  refusalOf,
  STAFF,
  TrainingWorld,
  TWELVE_UNITS,
} from './training-world.ts';

const INSIDE = { deliveryMode: 'IN_LAPAS', hostFacility: 'lapas-medan' } as const;

/** A class of eight weeks inside the prison of Medan, with `ani` in it. */
function insideClass(world = new TrainingWorld()): TrainingWorld {
  world.register('ani');
  accepted(world.imprison('ani'));
  world.approve('ani');
  accepted(world.open('k1', { ...INSIDE, endsOn: '2026-07-24' }));
  world.seated('ani', 'k1', PRISON, 'c1').on('2026-06-01');
  accepted(world.klass('k1', 'start-class', { startedOn: '2026-06-01' }));
  return world;
}

const achieve = (world: TrainingWorld, count: number): void => {
  for (const unitCode of TWELVE_UNITS.slice(0, count)) {
    const results = [{ enrolmentId: 'e-ani', achieved: true }];
    accepted(world.klass('k1', 'record-unit-results', { unitCode, results }, INSTRUCTOR));
  }
};

const transfer = (world: TrainingWorld) =>
  accepted(
    world.journey(
      'ani',
      'transfer-inmate',
      { caseId: 'c1', toFacility: 'lapas-pematangsiantar', on: '2026-06-22' },
      PRISON,
    ),
  );

describe('S27: transfer in the middle of a unit', () => {
  const transferred = (): TrainingWorld => {
    const world = insideClass();
    achieve(world, 7);
    world.on('2026-06-02');
    for (const sessionOn of ['2026-06-01', '2026-06-02']) {
      const marks = [{ enrolmentId: 'e-ani', outcome: 'PRESENT' } as const];
      accepted(world.klass('k1', 'record-attendance', { sessionOn, slot: '08:00', marks }));
    }
    world.on('2026-06-22');
    transfer(world);
    return world;
  };

  it('suspends the same day, keeps seven units and restarts the eighth', () => {
    const world = transferred();
    expect(world.events('journey/ani', 'EnrolmentSuspended')).toMatchObject([
      {
        data: {
          reason: 'TRANSFER',
          on: '2026-06-22',
          keptUnits: TWELVE_UNITS.slice(0, 7),
          restartUnit: 'U.8',
        },
        occurredAt: { date: '2026-06-22' },
      },
    ]);
    expect(world.classState('k1').seats['e-ani']).toMatchObject({ status: 'INTERRUPTED' });
  });

  it('gives the seat back after 30 days, on 2026-07-22, and keeps the hours attended', () => {
    const world = transferred().on('2026-07-22');
    expect(world.events('class/k1', 'SeatReleased')).toEqual([]);
    world.on('2026-07-23');
    expect(world.events('class/k1', 'SeatReleased')).toMatchObject([
      { data: { enrolmentId: 'e-ani', reason: 'INTERRUPTED' }, occurredAt: { date: '2026-07-22' } },
    ]);
    expect(world.enrolment('ani')).toMatchObject({
      stage: 'SUSPENDED',
      seat: 'NONE',
      attendedJp: { k1: 16 },
      achievedUnits: TWELVE_UNITS.slice(0, 7),
    });
  });

  it('goes on at unit 8 in a class from 2026-08-03, and nothing says that anybody dropped out', () => {
    const world = transferred().on('2026-07-27');
    const siantar = { ...PRISON, office: 'lapas-pematangsiantar' };
    world.open('k2', {
      deliveryMode: 'IN_LAPAS',
      hostFacility: 'lapas-pematangsiantar',
      startsOn: '2026-08-03',
      endsOn: '2026-09-11',
    });
    accepted(
      world.journey('ani', 'move-enrolment', { enrolmentId: 'e-ani', classId: 'k2', waits: false }, siantar),
    );
    expect(world.classState('k2').seats['e-ani']).toMatchObject({
      keptUnits: TWELVE_UNITS.slice(0, 7),
      restartUnit: 'U.8',
      carriedJp: 16,
    });
    accepted(world.klass('k2', 'confirm-seat', { enrolmentId: 'e-ani' }));
    world.on('2026-08-03');
    accepted(world.klass('k2', 'start-class', { startedOn: '2026-08-03' }));
    expect(world.events('journey/ani', 'EnrolmentResumed')).toMatchObject([
      { data: { classId: 'k2', on: '2026-08-03', atUnit: 'U.8' } },
    ]);
    expect(world.enrolment('ani')).toMatchObject({ stage: 'ACTIVE', classIds: ['k1', 'k2'] });
    const history = [...world.told('journey/ani'), ...world.told('class/k1'), ...world.told('class/k2')];
    expect(history.filter((type) => /drop|cancel/i.test(type))).toEqual([]);
  });

  it('moves before the old seat has ended: the old class tells the hours, the new one hears them', () => {
    const world = transferred().on('2026-06-29');
    const siantar = { ...PRISON, office: 'lapas-pematangsiantar' };
    const there = { deliveryMode: 'IN_LAPAS', hostFacility: 'lapas-pematangsiantar' } as const;
    world.open('k2', { ...there, startsOn: '2026-08-03', endsOn: '2026-09-11' });
    accepted(
      world.journey('ani', 'move-enrolment', { enrolmentId: 'e-ani', classId: 'k2', waits: false }, siantar),
    );
    expect(world.classState('k1').seats).toEqual({});
    expect(world.classState('k2').seats['e-ani']).toMatchObject({ carriedJp: 16 });
  });

  it('shows the class neither person nor prison case', () => {
    const world = transferred();
    const text = JSON.stringify(world.events('class/k1'));
    expect(text).not.toContain('journey/');
    expect(text).not.toContain('"c1"');
    expect(text).not.toContain('TRANSFER');
  });
});

describe('S30: released at once, in the middle of a class', () => {
  it('keeps the units, stops the class inside and asks for one outside', () => {
    const world = insideClass();
    achieve(world, 5);
    world.on('2026-07-13');
    accepted(
      world.journey(
        'ani',
        'record-release',
        { caseId: 'c1', kind: 'DEMI_HUKUM', on: '2026-07-13', contactOffice: 'bapas-medan' },
        PRISON,
      ),
    );
    expect(world.enrolment('ani')).toMatchObject({
      stage: 'SUSPENDED',
      conflict: true,
      suspension: { reason: 'RELEASE', restartUnit: 'U.6' },
      achievedUnits: TWELVE_UNITS.slice(0, 5),
    });
  });

  it('a release date moved before the end of the class is a conflict, and moved back it is none', () => {
    const world = insideClass();
    const change = (from: string, to: string) =>
      accepted(
        world.journey('ani', 'change-release-date', { caseId: 'c1', from, to, reason: 'REMISSION' }, PRISON),
      );
    change('2028-01-05', '2026-07-10');
    expect(world.enrolment('ani')).toMatchObject({ conflict: true, availableUntil: '2026-07-10' });
    expect(world.classState('k1').seats['e-ani']).toMatchObject({ availableUntil: '2026-07-10' });
    change('2026-07-10', '2026-12-01');
    expect(world.enrolment('ani')).toMatchObject({ conflict: false, availableUntil: null });
    expect(world.classState('k1').seats['e-ani']).toMatchObject({ availableUntil: null });
  });
});

describe('I.7: the release watch', () => {
  it('suggests an early test at each point, without a word of the release', () => {
    const world = new TrainingWorld().register('ani');
    const stageDates = { oneThird: '2026-03-11', half: '2026-04-13', twoThirds: '2026-05-16' };
    accepted(
      world.imprison('ani', {
        sentence: { kind: 'TERM', startedOn: '2026-01-05', months: 6, days: 15 },
        stageDates: { ...stageDates, expiry: '2026-07-20' },
      }),
    );
    accepted(world.approve('ani').open('k1', { ...INSIDE, endsOn: '2026-07-17' }));
    world.seated('ani', 'k1', PRISON, 'c1').on('2026-06-01');
    accepted(world.klass('k1', 'start-class', { startedOn: '2026-06-01' }));
    accepted(world.klass('k1', 'amend-class', { endsOn: '2026-07-24' }));
    world.on('2026-07-07');
    const suggested = world.events('journey/ani', 'EarlyTestSuggested');
    // At 60 days, on 21 May, nothing ran yet.
    expect(suggested.map(({ data, occurredAt }) => [data, occurredAt.date])).toEqual([
      [{ enrolmentId: 'e-ani' }, '2026-06-20'],
      [{ enrolmentId: 'e-ani' }, '2026-07-06'],
    ]);
    // The class was amended after the seat was given: now it hears until when it can count on the person.
    expect(world.events('class/k1', 'AvailabilityChanged').map(({ data }) => data)).toEqual([
      { enrolmentId: 'e-ani', availableUntil: '2026-07-20' },
    ]);
  });

  it('tells the class no date that lies after its end (G-08)', () => {
    const world = insideClass();
    accepted(
      world.journey(
        'ani',
        'change-release-date',
        { caseId: 'c1', from: '2028-01-05', to: '2026-07-28', reason: 'REMISSION' },
        PRISON,
      ),
    );
    expect(world.told('journey/ani')).toContain('EarlyTestSuggested');
    expect(world.told('class/k1')).not.toContain('AvailabilityChanged');
  });
});

describe('S35: training outside too early', () => {
  it('is refused until half of the term, with training inside as the way out', () => {
    const world = new TrainingWorld('2026-08-03').register('ani');
    accepted(world.imprison('ani'));
    world.open('outside', { startsOn: '2026-09-07', endsOn: '2026-10-02' });
    expect(world.apply('ani', 'outside', { caseId: 'c1' }, PRISON)).toMatchObject({
      refusal: { code: 'STAGE_NOT_REACHED', parameters: { date: '2027-01-05', offered: 'IN_LAPAS' } },
    });
    world.open('inside', { ...INSIDE, startsOn: '2026-09-07', endsOn: '2026-10-02' });
    world.approve('ani');
    accepted(world.apply('ani', 'inside', { caseId: 'c1' }, PRISON));
  });

  it('a class inside another prison, or inside for somebody who is free, is elsewhere', () => {
    const world = new TrainingWorld().register('ani', 'budi');
    accepted(world.imprison('ani'));
    world.open('k1', { ...INSIDE, hostFacility: 'lapas-pematangsiantar' });
    expect(refusalOf(world.apply('ani', 'k1', { caseId: 'c1' }, PRISON))).toBe('CLASS_ELSEWHERE');
    expect(refusalOf(world.apply('budi', 'k1'))).toBe('CLASS_ELSEWHERE');
  });
});

describe('S36: death in custody, in the middle of a class', () => {
  it('cancels the enrolment, not drops it, and frees the seat for who waits', () => {
    const world = insideClass();
    accepted(world.klass('k1', 'amend-class', { capacity: 1 }));
    world.on('2026-07-02');
    accepted(world.journey('ani', 'record-death', { diedOn: '2026-07-02' }, PRISON));
    expect(world.enrolment('ani').stage).toBe('CANCELLED');
    expect(world.events('journey/ani', 'EnrolmentCancelled')).toMatchObject([
      { data: { reason: 'DEATH' }, occurredAt: { date: '2026-07-02' } },
    ]);
    expect(world.told('journey/ani')).not.toContain('EnrolmentDropped');
    expect(world.classState('k1').seats).toEqual({});
  });
});

describe('what a prison reports, in the column of enrolments (I.6b)', () => {
  type Report = (world: TrainingWorld) => unknown;
  const report =
    (
      name: 'record-escape' | 'record-illness' | 'declare-lockdown' | 'record-discipline',
      data: object,
    ): Report =>
    (world) =>
      accepted(world.journey('ani', name, { caseId: 'c1', ...data } as never, PRISON));

  it.each<[string, Report, string]>([
    ['an escape', report('record-escape', { on: '2026-06-10' }), 'ESCAPE'],
    ['four days of illness', report('record-illness', { from: '2026-06-10', expectedDays: 4 }), 'ILLNESS'],
    ['a lockdown', report('declare-lockdown', { from: '2026-06-10' }), 'LOCKDOWN'],
    [
      'a TPP decision',
      report('record-discipline', { entryOn: '2026-06-10', suspendsTraining: true }),
      'DISCIPLINE',
    ],
  ])('%s suspends from that date', (_what, tell, reason) => {
    const world = insideClass().on('2026-06-10');
    tell(world);
    expect(world.enrolment('ani')).toMatchObject({
      stage: 'SUSPENDED',
      suspension: { reason, on: '2026-06-10', mayResume: false },
    });
  });

  it.each<[string, Report]>([
    ['three days of illness', report('record-illness', { from: '2026-06-10', expectedDays: 3 })],
    [
      'an entry without a decision',
      report('record-discipline', { entryOn: '2026-06-10', suspendsTraining: false }),
    ],
  ])('%s suspend nothing', (_what, tell) => {
    const world = insideClass().on('2026-06-10');
    tell(world);
    expect(world.enrolment('ani').stage).toBe('ACTIVE');
  });

  it('goes on in its held seat once the person was caught, and not before', () => {
    const world = insideClass().on('2026-06-10');
    report('record-escape', { on: '2026-06-10' })(world);
    const resume = () => world.journey('ani', 'resume-enrolment', { enrolmentId: 'e-ani' }, PRISON);
    expect(refusalOf(resume())).toBe('INTERRUPTION_LASTS');
    world.on('2026-06-15');
    accepted(world.journey('ani', 'record-recapture', { caseId: 'c1', on: '2026-06-15' }, PRISON));
    expect(world.enrolment('ani').stage).toBe('SUSPENDED');
    accepted(resume());
    expect(world.enrolment('ani')).toMatchObject({ stage: 'ACTIVE', suspension: null });
    expect(world.classState('k1').seats['e-ani']).toMatchObject({ status: 'ACTIVE', heldUntil: null });
  });
});

describe('S42: a skilled person needs no enrolment', () => {
  it('has none, and nothing of training stands in the way', () => {
    const world = new TrainingWorld().register('ani');
    expect(() => world.enrolment('ani')).toThrow();
    expect(refusalOf(world.journey('ani', 'resume-enrolment', { enrolmentId: 'e-ani' }, PERSON))).toBe(
      'ENROLMENT_UNKNOWN',
    );
  });
});

describe('a death while a seat is asked for', () => {
  it('leaves no seat behind, and nothing begins any more', () => {
    const world = new TrainingWorld().register('ani', 'budi');
    accepted(world.open('k1', { capacity: 1 }));
    world.seated('budi', 'k1');
    accepted(world.apply('ani', 'k1', { waits: true }));
    accepted(world.journey('ani', 'record-death', { diedOn: '2026-05-04' }, STAFF));
    expect(world.enrolment('ani').stage).toBe('CANCELLED');
    expect(world.classState('k1').waiting).toEqual([]);
    expect(refusalOf(world.apply('ani', 'k1', { enrolmentId: 'e-later' }))).toBe('RECORD_OF_DECEASED');
  });
});
