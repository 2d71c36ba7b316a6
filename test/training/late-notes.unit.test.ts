/** Word of a class that comes late, or meets something else on its way: nothing learnt is lost, nothing is a fault. */
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/domain/time/index.ts';
import type { OpenClass } from '../../src/domain/training-class/commands.ts';
import { accepted, CENTRE, CLASS, PRISON, refusalOf, TrainingWorld } from './training-world.ts';

const SYSTEM = { id: 'system', role: 'SYSTEM', office: 'system' } as const;
const INSIDE = { deliveryMode: 'IN_LAPAS', hostFacility: 'lapas-medan' } as const;
const LATER: Partial<OpenClass> = { startsOn: '2026-07-01', endsOn: '2026-07-28' };
const ANI = { enrolmentId: 'e-ani' };

const moves = (world: TrainingWorld, waits = true) =>
  world.journey('ani', 'move-enrolment', { ...ANI, classId: 'k2', waits }, CENTRE);

/** Two classes: `ani` sits in the first, `budi` has the only seat of the second, later one. */
function secondIsFull(second: Partial<OpenClass> = LATER): TrainingWorld {
  const world = new TrainingWorld().register('ani', 'budi');
  accepted(world.open('k1'));
  accepted(world.open('k2', { ...second, capacity: 1 }));
  return world.seated('ani', 'k1').seated('budi', 'k2');
}

function started(world: TrainingWorld, classId = 'k1', on = '2026-06-01'): TrainingWorld {
  world.on(on);
  accepted(world.klass(classId, 'start-class', { startedOn: on }));
  return world;
}

function attends(world: TrainingWorld, days: number): void {
  for (let day = 0; day < days; day += 1) {
    const sessionOn = addDays('2026-06-01', day);
    world.on(sessionOn).klass('k1', 'record-attendance', {
      ...{ sessionOn, slot: '08:00', marks: [{ ...ANI, outcome: 'PRESENT' }] },
    });
  }
}

const budiLeaves = (world: TrainingWorld) =>
  accepted(world.journey('budi', 'cancel-enrolment', { enrolmentId: 'e-budi', reason: 'OWN_WISH' }));

const achieves = (world: TrainingWorld, unitCode: string) =>
  accepted(world.klass('k1', 'record-unit-results', { unitCode, results: [{ ...ANI, achieved: true }] }));

const RESULT = {
  ...{ ...ANI, classId: 'k1', finishedOn: '2026-06-26' },
  ...{ attendedJp: 160, requiredJp: 128, thresholdPercent: 80, units: ['U.1'] },
};

describe('a move that waits for a seat', () => {
  it('ends with the training: the seat that comes later is not taken', () => {
    const world = started(secondIsFull());
    attends(world, 26);
    accepted(moves(world));
    accepted(world.klass('k1', 'finish-class', { finishedOn: '2026-06-26' }));
    expect(world.enrolment('ani')).toMatchObject({ stage: 'FINISHED', moving: null });
    expect(world.classState('k2').waiting).toEqual([]);
    budiLeaves(world);
    expect(world.classState('k2').seats).toEqual({});
  });

  it('outlives a training that fell short, and one whose present class refuses', () => {
    const short = started(secondIsFull());
    accepted(moves(short));
    accepted(short.on('2026-06-26').klass('k1', 'finish-class', { finishedOn: '2026-06-26' }));
    expect(short.enrolment('ani')).toMatchObject({ stage: 'INCOMPLETE', moving: { classId: 'k2' } });
    budiLeaves(short);
    expect(short.enrolment('ani')).toMatchObject({ stage: 'SEATED', classId: 'k2' });

    const waits = new TrainingWorld().register('ani', 'budi', 'citra');
    for (const [classId, changes] of [
      ['k1', {}],
      ['k2', LATER],
    ] as const) {
      accepted(waits.open(classId, { ...changes, capacity: 1 }));
    }
    waits.seated('citra', 'k1').seated('budi', 'k2');
    accepted(waits.apply('ani', 'k1', { waits: true }));
    accepted(moves(waits));
    started(waits);
    accepted(waits.on('2026-06-26').klass('k1', 'finish-class', { finishedOn: '2026-06-26' }));
    expect(waits.enrolment('ani')).toMatchObject({ stage: 'WAITING', moving: { classId: 'k2' } });
    budiLeaves(waits);
    expect(waits.enrolment('ani')).toMatchObject({ stage: 'SEATED', classId: 'k2' });
  });

  it('keeps a unit that the old class still reports', () => {
    const afternoons = { weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: '15:00', jp: 8 })) };
    const timetable = { ...CLASS.timetable, ...afternoons };
    const world = started(secondIsFull({ startsOn: '2026-06-22', endsOn: '2026-07-17', timetable }));
    achieves(world, 'U.1');
    accepted(moves(world));
    achieves(world, 'U.2');
    budiLeaves(world);
    accepted(world.klass('k2', 'confirm-seat', ANI));
    started(world, 'k2', '2026-06-22');
    accepted(world.on('2026-07-17').klass('k2', 'finish-class', { finishedOn: '2026-07-17' }));
    expect(world.enrolment('ani').achievedUnits).toEqual(['U.1', 'U.2']);
  });

  it('from a waiting list leaves nothing behind there', () => {
    const world = new TrainingWorld().register('ani', 'budi');
    accepted(world.open('k1', { capacity: 1 }));
    accepted(world.open('k2', LATER));
    world.seated('budi', 'k1');
    accepted(world.apply('ani', 'k1', { waits: true }));
    accepted(moves(world));
    expect(world.enrolment('ani')).toMatchObject({ stage: 'SEATED', classId: 'k2' });
    expect(world.classState('k1').waiting).toEqual([]);
    budiLeaves(world);
    expect(world.classState('k1').seats).toEqual({});
  });
});

describe('the final result', () => {
  it.each([
    [true, 'FINISHED'],
    [false, 'INCOMPLETE'],
  ] as const)('counts where a suspension was recorded before it came: reached %s', (reached, stage) => {
    const world = new TrainingWorld().register('ani');
    accepted(world.open('k1'));
    started(world.seated('ani', 'k1')).on('2026-06-26');
    accepted(world.journey('ani', 'suspend-enrolment', { ...ANI, reason: 'ILLNESS', on: '2026-06-26' }));
    const told = { ...RESULT, reached };
    accepted(world.journey('ani', 'note-training-finished', told, SYSTEM));
    expect(world.enrolment('ani')).toMatchObject({ stage, suspension: null, seat: 'NONE' });
    expect(refusalOf(world.journey('ani', 'note-training-finished', told, SYSTEM))).toBe(
      'ENROLMENT_WRONG_STAGE',
    );
  });

  it('comes to who was away when the class began and returned to it', () => {
    const world = new TrainingWorld().register('ani');
    accepted(world.open('k1'));
    world.seated('ani', 'k1').on('2026-05-30');
    accepted(world.journey('ani', 'suspend-enrolment', { ...ANI, reason: 'FAMILY', on: '2026-05-30' }));
    started(world).on('2026-06-02');
    accepted(world.journey('ani', 'resume-enrolment', ANI));
    expect(world.enrolment('ani')).toMatchObject({ stage: 'ACTIVE', startedOn: '2026-06-02' });
    accepted(world.on('2026-06-26').klass('k1', 'finish-class', { finishedOn: '2026-06-26' }));
    expect(world.enrolment('ani').stage).toBe('INCOMPLETE');
  });
});

describe('word that a class has begun', () => {
  it('lets nobody go on who has escaped meanwhile; the day of the start is remembered', () => {
    const world = new TrainingWorld().register('ani');
    accepted(world.imprison('ani'));
    world.approve('ani');
    accepted(world.open('k1', INSIDE));
    world.seated('ani', 'k1', PRISON, 'c1').on('2026-06-01');
    accepted(world.journey('ani', 'record-escape', { caseId: 'c1', on: '2026-06-01' }, PRISON));
    const begun = { ...ANI, classId: 'k1', on: '2026-06-01' };
    accepted(world.journey('ani', 'note-class-started', begun, SYSTEM));
    expect(world.enrolment('ani')).toMatchObject({
      ...{ stage: 'SUSPENDED', seat: 'INTERRUPTED', startedOn: '2026-06-01' },
      suspension: { reason: 'ESCAPE' },
    });
    expect(refusalOf(world.journey('ani', 'note-class-started', begun, SYSTEM))).toBe('ALREADY_DONE');
  });
});
