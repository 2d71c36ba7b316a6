import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accepted, CENTRE, refusalOf, TrainingWorld } from './training-world.ts';

const PERSONS = ['ani', 'budi', 'citra', 'dewi', 'eko'] as const;
const seats = (world: TrainingWorld, classId = 'k1') => Object.keys(world.classState(classId).seats);
const waiting = (world: TrainingWorld, classId = 'k1') =>
  world.classState(classId).waiting.map(({ enrolmentId }) => enrolmentId);

/** A class of two seats, and five persons. */
const opened = (): TrainingWorld => {
  const world = new TrainingWorld();
  accepted(world.open('k1'));
  return world.register(...PERSONS);
};

describe('seats', () => {
  it('the third of two is told NO_SEAT, and sits nowhere', () => {
    const world = opened();
    for (const person of ['ani', 'budi', 'citra']) accepted(world.apply(person, 'k1'));
    expect(seats(world)).toEqual(['e-ani', 'e-budi']);
    expect(world.events('journey/citra', 'SeatRefused')).toMatchObject([{ data: { code: 'NO_SEAT' } }]);
    expect(world.enrolment('citra').stage).toBe('REFUSED');
    expect(refusalOf(world.apply('citra', 'k1', { enrolmentId: 'e-citra-2' }))).toBeUndefined();
  });

  it('a hold that nobody confirms ends after 14 days, and the next in line is offered the seat', () => {
    const world = opened();
    for (const person of ['ani', 'budi']) accepted(world.apply(person, 'k1'));
    accepted(world.klass('k1', 'confirm-seat', { enrolmentId: 'e-ani' }));
    accepted(world.apply('citra', 'k1', { waits: true }));
    expect(world.enrolment('citra').stage).toBe('WAITING');
    world.on('2026-05-18');
    expect(seats(world)).toEqual(['e-ani', 'e-budi']);
    world.on('2026-05-19');
    expect(seats(world)).toEqual(['e-ani', 'e-citra']);
    expect(world.events('class/k1', 'SeatReleased')).toMatchObject([
      { data: { reason: 'HOLD_EXPIRED' }, occurredAt: { date: '2026-05-18' } },
    ]);
    expect(world.enrolment('citra').stage).toBe('SEATED');
    expect(world.events('journey/budi', 'EnrolmentCancelled')).toMatchObject([
      { data: { reason: 'SEAT_NOT_CONFIRMED' } },
    ]);
  });

  it('a cancelled class gives first place in the next', () => {
    const world = opened();
    accepted(world.apply('ani', 'k1'));
    accepted(world.klass('k1', 'cancel-class', { reason: 'TOO_FEW' }));
    expect(world.enrolment('ani')).toMatchObject({ stage: 'WAITING', priority: true });
    accepted(world.open('k2', { capacity: 1 }));
    accepted(world.apply('budi', 'k2'));
    accepted(world.apply('citra', 'k2', { waits: true }));
    accepted(
      world.journey('ani', 'move-enrolment', { enrolmentId: 'e-ani', classId: 'k2', waits: true }, CENTRE),
    );
    expect(waiting(world, 'k2')).toEqual(['e-ani', 'e-citra']);
    accepted(world.klass('k2', 'release-seat', { enrolmentId: 'e-budi', reason: 'NOT_ELIGIBLE' }));
    expect(seats(world, 'k2')).toEqual(['e-ani']);
    expect(world.enrolment('ani')).toMatchObject({ stage: 'SEATED', classId: 'k2', classIds: ['k1', 'k2'] });
  });

  it('a planned class takes nobody until its day; a running one nobody new', () => {
    const world = new TrainingWorld().register('ani', 'budi');
    accepted(world.open('k1', { opensOn: '2026-05-11' }));
    expect(refusalOf(world.apply('ani', 'k1'))).toBe('CLASS_NOT_OPEN');
    world.on('2026-05-11');
    world.seated('ani', 'k1').on('2026-06-01');
    accepted(world.klass('k1', 'start-class', { startedOn: '2026-06-01' }));
    accepted(world.apply('budi', 'k1'));
    expect(world.events('journey/budi', 'SeatRefused')).toMatchObject([{ data: { code: 'CLASS_STARTED' } }]);
  });

  it('accommodation that is not ready two weeks before the start is told, by code', () => {
    const world = opened();
    accepted(world.apply('ani', 'k1', { needs: ['RAMP', 'EXTRA_TIME'] }));
    accepted(world.klass('k1', 'ready-accommodation', { enrolmentId: 'e-ani', needs: ['RAMP'] }));
    world.on('2026-05-18');
    expect(world.events('class/k1', 'AccommodationChecked')).toMatchObject([
      {
        data: { open: [{ enrolmentId: 'e-ani', needs: ['EXTRA_TIME'] }] },
        occurredAt: { date: '2026-05-18' },
      },
    ]);
    accepted(world.apply('budi', 'k1', { needs: ['COMPANION'] }));
    expect(world.events('class/k1', 'AccommodationChecked').at(-1)).toMatchObject({
      data: { open: [{ enrolmentId: 'e-budi', needs: ['COMPANION'] }] },
    });
  });

  it('the capacity never goes below the seats taken, and more capacity reaches who waits', () => {
    const world = opened();
    for (const person of ['ani', 'budi']) accepted(world.apply(person, 'k1'));
    accepted(world.apply('citra', 'k1', { waits: true }));
    expect(refusalOf(world.klass('k1', 'amend-class', { capacity: 1 }))).toBe('CLASS_CAPACITY_TAKEN');
    accepted(world.klass('k1', 'amend-class', { capacity: 3 }));
    expect(seats(world)).toEqual(['e-ani', 'e-budi', 'e-citra']);
  });
});

describe('whatever people ask of a class', () => {
  type Step =
    | { do: 'apply'; who: number; waits: boolean }
    | { do: 'confirm' | 'cancel'; who: number }
    | { do: 'wait'; days: number };
  const who = fc.nat(PERSONS.length - 1);
  const steps = fc.array(
    fc.oneof<fc.Arbitrary<Step>[]>(
      fc.record({ do: fc.constant('apply' as const), who, waits: fc.boolean() }),
      fc.record({ do: fc.constantFrom('confirm' as const, 'cancel' as const), who }),
      fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 9 }) }),
    ),
    { maxLength: 25 },
  );

  it('never seats more than there are, leaves no free seat while somebody waits, and ends every hold', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const world = opened();
        let day = 4;
        for (const [index, step] of taken.entries()) {
          if (step.do === 'wait') {
            day = Math.min(31, day + step.days);
            world.on(`2026-05-${String(day).padStart(2, '0')}`);
          } else {
            const person = PERSONS[step.who] as string;
            const last = [...world.events(`journey/${person}`, 'EnrolmentRequested')].at(-1)?.data;
            const enrolmentId = (last as { enrolmentId?: string } | undefined)?.enrolmentId ?? 'e-none';
            if (step.do === 'apply')
              world.apply(person, 'k1', { enrolmentId: `e-${index}`, waits: step.waits });
            if (step.do === 'confirm') world.klass('k1', 'confirm-seat', { enrolmentId });
            if (step.do === 'cancel')
              world.journey(person, 'cancel-enrolment', { enrolmentId, reason: 'OWN_WISH' });
          }
          const { seats: held, waiting: queue } = world.classState('k1');
          const count = Object.keys(held).length;
          expect(count).toBeLessThanOrEqual(2);
          if (queue.length > 0) expect(count).toBe(2);
          for (const seat of Object.values(held)) {
            expect(seat.status === 'HELD').toBe(seat.heldUntil !== null);
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});
