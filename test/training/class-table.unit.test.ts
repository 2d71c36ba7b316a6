/** Every command of a class in every status: taken, or refused for its status. Literal, derived from nothing. */
import { describe, expect, it } from 'vitest';
import type {
  TrainingClassCommandName,
  TrainingClassCommands,
} from '../../src/domain/training-class/commands.ts';
import {
  TRAINING_CLASS_COMMAND_NAMES,
  trainingClassDecider,
} from '../../src/domain/training-class/decider.ts';
import { STATUS_MOVES } from '../../src/domain/training-class/status-moves.ts';
import { accepted, refusalOf, TrainingWorld } from './training-world.ts';

type Status = 'NONE' | 'PLANNED' | 'OPEN' | 'RUNNING' | 'FINISHED' | 'CANCELLED';

const REQUEST = { needs: [], priority: false, waits: false, keptUnits: ['U.1'], carriedJp: 0 };

/** A class in the status, with `ani` in it as far as that status lets anybody in. */
function inStatus(status: Status): TrainingWorld {
  const world = new TrainingWorld().register('ani', 'budi');
  accepted(world.open('k0'));
  // Somebody of another class, whose journey hears what a message is answered.
  accepted(world.apply('budi', 'k0'));
  if (status === 'NONE') return world;
  accepted(world.open('k1', status === 'PLANNED' ? { opensOn: '2026-05-25' } : {}));
  if (status === 'PLANNED') return world;
  accepted(world.apply('ani', 'k1'));
  if (status === 'OPEN') return world;
  if (status === 'CANCELLED') {
    accepted(world.klass('k1', 'cancel-class', { reason: 'TOO_FEW' }));
    return world;
  }
  accepted(world.klass('k1', 'confirm-seat', { enrolmentId: 'e-ani' }));
  world.on('2026-06-01');
  accepted(world.klass('k1', 'start-class', { startedOn: '2026-06-01' }));
  if (status === 'RUNNING') return world;
  world.on('2026-06-26');
  accepted(world.klass('k1', 'finish-class', { finishedOn: '2026-06-26' }));
  return world;
}

const SAMPLES: { readonly [Name in TrainingClassCommandName]: TrainingClassCommands[Name] | null } = {
  // Has a way of its own: see below.
  'open-class': null,
  'amend-class': { room: 'B-2' },
  'cancel-class': { reason: 'OTHER' },
  'request-seat': { enrolmentId: 'e-budi', ...REQUEST },
  'withdraw-seat': { enrolmentId: 'e-ani' },
  'suspend-seat': { enrolmentId: 'e-ani', on: '2026-06-01' },
  'return-to-seat': { enrolmentId: 'e-budi' },
  'change-availability': { enrolmentId: 'e-ani', availableUntil: null },
  'carry-attendance': { enrolmentId: 'e-ani', carriedJp: 8 },
  'confirm-seat': { enrolmentId: 'e-ani' },
  'release-seat': { enrolmentId: 'e-ani', reason: 'ASKED_FOR' },
  'ready-accommodation': { enrolmentId: 'e-ani', needs: ['RAMP'] },
  'start-class': { startedOn: '2026-06-01' },
  'record-attendance': {
    sessionOn: '2026-06-01',
    slot: '08:00',
    marks: [{ enrolmentId: 'e-ani', outcome: 'PRESENT' }],
  },
  'correct-attendance': { sessionOn: '2026-06-01', slot: '08:00', enrolmentId: 'e-ani', outcome: 'ABSENT' },
  'record-unit-results': { unitCode: 'U.1', results: [{ enrolmentId: 'e-ani', achieved: true }] },
  'swap-instructor': { out: 'instructor-1', in: 'instructor-2' },
  'finish-class': { finishedOn: '2026-06-26' },
  'note-class-paper': { kind: 'CLASS-LIST', number: 'DP-1', date: '2026-06-01', hash: 'ab'.repeat(32) },
};

/** Statuses in which the status itself is no reason to refuse. */
const TAKEN_IN: { readonly [Name in TrainingClassCommandName]: readonly Status[] } = {
  'open-class': ['NONE'],
  'amend-class': ['PLANNED', 'OPEN', 'RUNNING'],
  'cancel-class': ['PLANNED', 'OPEN', 'RUNNING'],
  // A message is answered in every status: with a seat, a place in line, or a code.
  'request-seat': ['PLANNED', 'OPEN', 'RUNNING', 'FINISHED', 'CANCELLED'],
  'return-to-seat': ['PLANNED', 'OPEN', 'RUNNING', 'FINISHED', 'CANCELLED'],
  'withdraw-seat': ['PLANNED', 'OPEN', 'RUNNING'],
  'suspend-seat': ['PLANNED', 'OPEN', 'RUNNING'],
  'change-availability': ['PLANNED', 'OPEN', 'RUNNING'],
  'carry-attendance': ['PLANNED', 'OPEN', 'RUNNING'],
  'confirm-seat': ['PLANNED', 'OPEN', 'RUNNING'],
  'release-seat': ['PLANNED', 'OPEN', 'RUNNING'],
  'ready-accommodation': ['PLANNED', 'OPEN', 'RUNNING'],
  'start-class': ['OPEN'],
  'record-attendance': ['RUNNING'],
  'correct-attendance': ['RUNNING'],
  'record-unit-results': ['RUNNING'],
  'swap-instructor': ['PLANNED', 'OPEN', 'RUNNING'],
  'finish-class': ['RUNNING'],
  'note-class-paper': ['PLANNED', 'OPEN', 'RUNNING', 'FINISHED', 'CANCELLED'],
};

const STATUSES = Object.keys(STATUS_MOVES) as Status[];

describe('each command in each status', () => {
  it('the table forgets no command', () => {
    expect(Object.keys(TAKEN_IN).sort()).toEqual([...TRAINING_CLASS_COMMAND_NAMES].sort());
  });

  it.each(STATUSES)('%s', (status) => {
    for (const name of TRAINING_CLASS_COMMAND_NAMES) {
      const data = SAMPLES[name];
      if (data === null) continue;
      const code = refusalOf(inStatus(status).klass('k1', name, data as never));
      const taken = TAKEN_IN[name].includes(status);
      const expected = status === 'NONE' ? 'CLASS_UNKNOWN' : 'CLASS_WRONG_STATUS';
      if (taken) expect([name, code]).not.toEqual([name, expected]);
      else expect([name, code]).toEqual([name, expected]);
    }
  });

  it.each(STATUSES.filter((status) => status !== 'NONE'))('is opened once, not when %s', (status) => {
    expect(refusalOf(inStatus(status).open('k1'))).toBe('ALREADY_DONE');
  });
});

describe('a class that is opened', () => {
  it.each([
    [{ programmeId: 'unknown' }, 'PROGRAMME_UNKNOWN'],
    [{ deliveryMode: 'IN_LAPAS' as const }, 'CLASS_PLAN_WRONG'],
    [{ hostFacility: 'lapas-medan' }, 'CLASS_PLAN_WRONG'],
    [{ endsOn: '2026-05-31' }, 'CLASS_PLAN_WRONG'],
    [{ opensOn: '2026-06-02' }, 'CLASS_PLAN_WRONG'],
    [{ timetable: { weekly: [], dated: [], except: [] } }, 'CLASS_PLAN_WRONG'],
  ])('%o is refused with %s', (changes, code) => {
    expect(refusalOf(new TrainingWorld().open('k1', changes))).toBe(code);
  });

  it('warns of a timetable shorter than its programme, and publishes what others need', () => {
    const world = new TrainingWorld();
    const answer = accepted(world.open('k1', { endsOn: '2026-06-19' }));
    expect(answer.warnings).toMatchObject([
      { code: 'TIMETABLE_SHORT', parameters: { plannedJp: 120, jp: 160 } },
    ]);
  });

  it('is reminded of its first and its last day, and neither starts nor ends by itself', () => {
    const world = inStatus('OPEN').on('2026-06-02');
    expect(world.events('class/k1', 'ClassStartOverdue')).toMatchObject([
      { occurredAt: { date: '2026-06-01' } },
    ]);
    expect(world.classState('k1').status).toBe('OPEN');
    const running = inStatus('RUNNING').on('2026-07-01');
    expect(running.events('class/k1', 'ClassEndOverdue')).toMatchObject([
      { occurredAt: { date: '2026-06-26' } },
    ]);
    expect(running.classState('k1').status).toBe('RUNNING');
  });

  it('remembers who taught it before', () => {
    const world = inStatus('OPEN');
    accepted(world.klass('k1', 'swap-instructor', { out: 'instructor-1', in: 'instructor-2' }));
    expect(world.classState('k1').plan).toMatchObject({
      instructors: ['instructor-2'],
      formerInstructors: ['instructor-1'],
    });
  });
});

it('an event that no module folds is a bug', () => {
  const state = trainingClassDecider.initialState('k1');
  expect(() => trainingClassDecider.evolve(state, { type: 'Nothing' } as never)).toThrow('Nothing');
});
