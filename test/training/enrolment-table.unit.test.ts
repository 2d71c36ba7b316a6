/** Every command about an enrolment at every stage: taken, or refused for its stage. Literal, derived from nothing. */
import { describe, expect, it } from 'vitest';
import { ENROLMENT_MOVES } from '../../src/domain/journey/training/stage-moves.ts';
import type { EnrolmentStage } from '../../src/domain/journey/training/state.ts';
import { addDays } from '../../src/domain/time/index.ts';
import { accepted, CENTRE, PERSON, refusalOf, TrainingWorld } from './training-world.ts';

const present = (world: TrainingWorld, days: number): void => {
  for (let day = 0; day < days; day += 1) {
    const sessionOn = addDays('2026-06-01', day);
    const marks = [{ enrolmentId: 'e-ani', outcome: 'PRESENT' } as const];
    accepted(world.on(sessionOn).klass('k1', 'record-attendance', { sessionOn, slot: '08:00', marks }));
  }
};

/** `ani` at the stage, in class k1; k2 begins later. */
function atStage(stage: EnrolmentStage): TrainingWorld {
  const world = new TrainingWorld().register('ani', 'budi');
  const daily = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: '08:00', jp: 8 }));
  const timetable = { weekly: daily, dated: [], except: [] };
  accepted(world.open('k1', { capacity: 1, endsOn: '2026-06-20', timetable }));
  accepted(world.open('k2', { startsOn: '2026-07-06', endsOn: '2026-07-31' }));
  const send = (name: 'drop-enrolment' | 'cancel-enrolment' | 'suspend-enrolment', data: object) =>
    accepted(world.journey('ani', name, { enrolmentId: 'e-ani', ...data } as never, CENTRE));
  if (stage === 'WAITING' || stage === 'REFUSED') {
    accepted(world.apply('budi', 'k1'));
    accepted(world.apply('ani', 'k1', { waits: stage === 'WAITING' }));
    return world;
  }
  accepted(world.apply('ani', 'k1'));
  switch (stage) {
    case 'SEATED':
      return world;
    case 'CANCELLED':
      send('cancel-enrolment', { reason: 'OWN_WISH' });
      return world;
    case 'DROPPED':
      send('drop-enrolment', { reason: 'CONDUCT' });
      return world;
  }
  accepted(world.klass('k1', 'confirm-seat', { enrolmentId: 'e-ani' }));
  world.on('2026-06-01');
  accepted(world.klass('k1', 'start-class', { startedOn: '2026-06-01' }));
  if (stage === 'ACTIVE') return world;
  if (stage === 'SUSPENDED') {
    send('suspend-enrolment', { reason: 'FAMILY', on: '2026-06-01' });
    return world;
  }
  present(world, stage === 'FINISHED' ? 16 : 15);
  world.on('2026-06-20');
  accepted(world.klass('k1', 'finish-class', { finishedOn: '2026-06-20' }));
  return world;
}

const COMMANDS = {
  'move-enrolment': { classId: 'k2', waits: false },
  'suspend-enrolment': { reason: 'FAMILY' },
  'resume-enrolment': {},
  'drop-enrolment': { reason: 'OTHER' },
  'cancel-enrolment': { reason: 'OTHER' },
  'issue-training-certificate': { number: 'SP-1', issuedOn: '2026-06-20' },
} as const;

type Stage = Exclude<EnrolmentStage, 'APPLIED'>;

/** What each command is answered with; null = taken. APPLIED lasts only until the class answers. */
const ANSWERS: { readonly [stage in Stage]: { readonly [Name in keyof typeof COMMANDS]: string | null } } = {
  WAITING: all({ 'move-enrolment': null, 'drop-enrolment': null, 'cancel-enrolment': null }),
  SEATED: all({
    'move-enrolment': null,
    'suspend-enrolment': null,
    'drop-enrolment': null,
    'cancel-enrolment': null,
  }),
  ACTIVE: all({
    'move-enrolment': null,
    'suspend-enrolment': null,
    'drop-enrolment': null,
    'cancel-enrolment': null,
  }),
  SUSPENDED: all({
    'move-enrolment': null,
    'resume-enrolment': null,
    'drop-enrolment': null,
    'cancel-enrolment': null,
  }),
  FINISHED: all({ 'issue-training-certificate': null }),
  INCOMPLETE: all({ 'move-enrolment': null, 'issue-training-certificate': 'ATTENDANCE_BELOW' }),
  DROPPED: all({}),
  CANCELLED: all({}),
  REFUSED: all({}),
};

function all(changes: { readonly [name: string]: string | null }) {
  const refused = Object.fromEntries(Object.keys(COMMANDS).map((name) => [name, 'ENROLMENT_WRONG_STAGE']));
  return { ...refused, ...changes } as { readonly [Name in keyof typeof COMMANDS]: string | null };
}

describe('each command at each stage', () => {
  it('the table forgets no stage', () => {
    expect([...Object.keys(ANSWERS), 'APPLIED'].sort()).toEqual(Object.keys(ENROLMENT_MOVES).sort());
  });

  it.each(Object.keys(ANSWERS) as Stage[])('%s', (stage) => {
    for (const name of Object.keys(COMMANDS) as (keyof typeof COMMANDS)[]) {
      const world = atStage(stage);
      expect(world.enrolment('ani').stage).toBe(stage);
      const on = stage === 'SEATED' ? '2026-05-04' : '2026-06-01';
      const day = name === 'suspend-enrolment' ? { on } : {};
      const data = { enrolmentId: 'e-ani', ...COMMANDS[name], ...day } as never;
      const code = refusalOf(world.journey('ani', name, data, CENTRE)) ?? null;
      expect([name, code]).toEqual([name, ANSWERS[stage][name]]);
    }
  });

  it('what was attended and did not reach goes along to the next class', () => {
    const world = atStage('INCOMPLETE');
    expect(world.enrolment('ani').attendance).toMatchObject({ attendedJp: 120, requiredJp: 128 });
    const data = { enrolmentId: 'e-ani', classId: 'k2', waits: false };
    accepted(world.journey('ani', 'move-enrolment', data, CENTRE));
    expect(world.classState('k2').seats['e-ani']).toMatchObject({ carriedJp: 120 });
    expect(world.enrolment('ani').stage).toBe('SEATED');
  });
});

describe('who acts on an enrolment', () => {
  it('its own centre, and no other; the person, who may leave and may not drop', () => {
    const world = atStage('ACTIVE');
    const drop = { enrolmentId: 'e-ani', reason: 'CONDUCT' } as const;
    const stranger = { ...CENTRE, office: 'bbpvp-serang' };
    expect(refusalOf(world.journey('ani', 'drop-enrolment', drop, stranger))).toBe('NOT_PERMITTED');
    expect(refusalOf(world.journey('ani', 'drop-enrolment', drop, PERSON))).toBe('NOT_PERMITTED');
    const leave = { enrolmentId: 'e-ani', reason: 'OWN_WISH' } as const;
    expect(refusalOf(world.journey('ani', 'cancel-enrolment', leave, stranger))).toBe('NOT_PERMITTED');
    accepted(world.journey('ani', 'cancel-enrolment', leave, PERSON));
    expect(world.classState('k1').seats).toEqual({});
  });
});
