/** A seat that comes, or a date that moves, while walls stand between the person and the class (B-09, B-17). */
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../src/domain/decider.ts';
import { accepted, CENTRE, PERSON, PRISON, refusalOf, TrainingWorld } from './training-world.ts';

const INSIDE = { deliveryMode: 'IN_LAPAS', hostFacility: 'lapas-medan' } as const;
const ANI = { enrolmentId: 'e-ani' };
const PLACEMENT: Actor = { id: 'a-placement', role: 'PLACEMENT_OFFICER', office: 'disnaker-medan' };
const REFERRER: Actor = { id: 'a-referrer', role: 'REFERRAL_OFFICER', office: 'baznas' };

/** Both in prison; `budi` has the only seat inside, `ani` waits for it. */
function waitsInside(): TrainingWorld {
  const world = new TrainingWorld().register('ani', 'budi');
  for (const person of ['ani', 'budi']) {
    accepted(world.imprison(person));
    world.approve(person);
  }
  accepted(world.open('k1', { ...INSIDE, capacity: 1 }));
  world.seated('budi', 'k1', PRISON, 'c1');
  accepted(world.apply('ani', 'k1', { waits: true, caseId: 'c1' }, PRISON));
  return world;
}

const budiLeaves = (world: TrainingWorld) =>
  accepted(world.journey('budi', 'cancel-enrolment', { enrolmentId: 'e-budi', reason: 'OWN_WISH' }));

describe('a seat from the waiting list', () => {
  it.each([
    [
      'is held elsewhere by now',
      'transfer-inmate',
      { caseId: 'c1', toFacility: 'lapas-pematangsiantar', on: '2026-05-04' },
    ],
    ['has escaped', 'record-escape', { caseId: 'c1', on: '2026-05-04' }],
    [
      'is free by now',
      'record-release',
      { caseId: 'c1', kind: 'BEBAS_MURNI', on: '2026-05-04', contactOffice: 'disnaker-medan' },
    ],
  ] as const)('is given back for who %s, and the person waits for another', (_who, name, data) => {
    const world = waitsInside();
    accepted(world.journey('ani', name, data as never, PRISON));
    budiLeaves(world);
    expect(world.enrolment('ani')).toMatchObject({ stage: 'WAITING', seat: 'NONE', conflict: true });
    expect(world.classState('k1').seats).toEqual({});
    expect(world.told('journey/ani').slice(-2)).toEqual(['SeatDeclined', 'SeatReleased']);
    world.on('2026-06-01');
    accepted(world.klass('k1', 'start-class', { startedOn: '2026-06-01' }));
    expect(world.enrolment('ani').stage).toBe('WAITING');
  });

  it('is kept by who is still there', () => {
    const world = waitsInside();
    budiLeaves(world);
    expect(world.enrolment('ani').stage).toBe('SEATED');
  });

  it('that a move waited for leaves the present training as it is', () => {
    const world = waitsInside();
    accepted(world.journey('ani', 'cancel-enrolment', { ...ANI, reason: 'OTHER' }));
    accepted(world.open('k2', { ...INSIDE, startsOn: '2026-07-01', endsOn: '2026-07-28' }));
    const again = { enrolmentId: 'e-2', classId: 'k2', needs: [], waits: false, caseId: 'c1' };
    accepted(world.journey('ani', 'apply-for-class', again, PRISON));
    const move = { enrolmentId: 'e-2', classId: 'k1', waits: true };
    accepted(world.journey('ani', 'move-enrolment', move, PRISON));
    accepted(world.journey('ani', 'record-escape', { caseId: 'c1', on: '2026-05-04' }, PRISON));
    budiLeaves(world);
    expect(world.told('journey/ani')).toContain('SeatDeclined');
    expect(Object.keys(world.classState('k1').seats)).toEqual([]);
    expect(Object.keys(world.classState('k2').seats)).toEqual(['e-2']);
  });
});

describe('a release that moves behind the first day of a class outside', () => {
  const released = (deliveryMode: 'AT_BALAI' | 'ONLINE') => {
    const world = new TrainingWorld().register('ani');
    accepted(world.imprison('ani', { releaseOn: '2026-05-25' }));
    if (deliveryMode === 'ONLINE') world.approve('ani');
    accepted(world.open('k1', { deliveryMode }));
    return world.seated('ani', 'k1');
  };
  const later = (world: TrainingWorld) => {
    const moved = { caseId: 'c1', from: '2026-05-25', to: '2027-12-01', reason: 'SDP_CORRECTION' } as const;
    accepted(world.journey('ani', 'change-release-date', moved, PRISON));
  };

  it('suspends it before it begins, until the person is outside again', () => {
    const world = released('AT_BALAI');
    later(world);
    expect(world.enrolment('ani')).toMatchObject({
      ...{ stage: 'SUSPENDED', suspension: { reason: 'IN_CUSTODY', on: '2026-05-04' } },
    });
    expect(refusalOf(world.journey('ani', 'resume-enrolment', ANI, PRISON))).toBe('STAGE_NOT_REACHED');
    world.on('2026-06-01');
    accepted(world.klass('k1', 'start-class', { startedOn: '2026-06-01' }));
    expect(world.told('journey/ani')).not.toContain('EnrolmentStarted');
  });

  it('leaves alone a class on a screen, and one that begins after the new date', () => {
    const screen = released('ONLINE');
    later(screen);
    expect(screen.enrolment('ani').stage).toBe('SEATED');
    const world = released('AT_BALAI');
    const moved = { caseId: 'c1', from: '2026-05-25', to: '2026-06-01', reason: 'SDP_CORRECTION' } as const;
    accepted(world.journey('ani', 'change-release-date', moved, PRISON));
    expect(world.enrolment('ani').stage).toBe('SEATED');
  });
});

describe('whoever may not know of a prison (G-08)', () => {
  it.each([
    ['a centre', CENTRE],
    ['a placement office', PLACEMENT],
  ])('%s hears one neutral answer, without a date, whatever the reason', (_who, actor) => {
    const held = new TrainingWorld().register('ani');
    accepted(held.imprison('ani'));
    accepted(held.open('outside'));
    accepted(held.open('elsewhere', { ...INSIDE, hostFacility: 'lapas-pematangsiantar' }));
    const free = new TrainingWorld().register('ani');
    accepted(free.open('elsewhere', INSIDE));
    const neutral = { code: 'NOT_AVAILABLE_THEN', parameters: {} };
    expect(held.apply('ani', 'outside', {}, actor).refusal).toEqual(neutral);
    expect(held.apply('ani', 'elsewhere', {}, actor).refusal).toEqual(neutral);
    expect(free.apply('ani', 'elsewhere', {}, actor).refusal).toEqual(neutral);
    // The person knows where they are.
    expect(refusalOf(held.apply('ani', 'outside', {}, PERSON))).toBe('STAGE_NOT_REACHED');
  });

  it('a centre that would move somebody outside hears no more', () => {
    const world = new TrainingWorld().register('ani');
    accepted(world.imprison('ani'));
    world.approve('ani');
    accepted(world.open('screen', { deliveryMode: 'ONLINE' }));
    accepted(world.open('outside', { startsOn: '2026-07-01', endsOn: '2026-07-28' }));
    world.seated('ani', 'screen');
    const move = { ...ANI, classId: 'outside', waits: false };
    expect(world.journey('ani', 'move-enrolment', move, CENTRE).refusal).toEqual({
      ...{ code: 'NOT_AVAILABLE_THEN', parameters: {} },
    });
  });

  it.each([
    ['a centre', CENTRE],
    ['a placement office', PLACEMENT],
    ['a referrer', REFERRER],
  ])('%s learns from no id of a case or an offer whether there is one', (_who, actor) => {
    const world = new TrainingWorld().register('ani');
    accepted(world.imprison('ani'));
    accepted(world.open('k1', INSIDE));
    const offer = { caseId: 'c1', programmeId: 'las-12', as: 'VOLUNTARY' } as const;
    accepted(world.journey('ani', 'offer-training', offer, PRISON));
    const answers = [{ caseId: 'c1' }, { caseId: 'c2' }, { offerId: 'o1' }, { offerId: 'o2' }].map((about) =>
      refusalOf(world.apply('ani', 'k1', about, actor)),
    );
    expect(answers).toEqual(Array(4).fill('NOT_PERMITTED'));
  });
});
