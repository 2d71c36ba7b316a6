import { describe, expect, it } from 'vitest';
import { addDays, dayOfWeek } from '../../src/domain/time/index.ts';
import type { AttendanceOutcome } from '../../src/domain/training-class/attendance-outcomes.ts';
import { accepted, CENTRE, INSTRUCTOR, refusalOf, TrainingWorld } from './training-world.ts';

/** The twenty class days of June. */
const DAYS = Array.from({ length: 26 }, (_, index) => addDays('2026-06-01', index)).filter(
  (date) => dayOfWeek(date) <= 5,
);

/** A running class of one person, `ani`. */
const running = (programme: Parameters<TrainingWorld['programme']>[1] = {}): TrainingWorld => {
  const world = new TrainingWorld();
  if (Object.keys(programme).length > 0) world.programme('las-12', programme, 'revise-programme');
  accepted(world.open('k1'));
  world.register('ani').seated('ani', 'k1').on('2026-06-01');
  accepted(world.klass('k1', 'start-class', { startedOn: '2026-06-01' }));
  return world;
};

/** One sheet a day; `outcomes` of the last days, all others present. */
function wholeClass(
  world: TrainingWorld,
  outcomes: { [date: string]: { outcome: AttendanceOutcome; jp?: number } },
) {
  for (const date of DAYS) {
    world.on(date);
    const mark = outcomes[date] ?? { outcome: 'PRESENT' as const };
    accepted(
      world.klass('k1', 'record-attendance', {
        sessionOn: date,
        slot: '08:00',
        marks: [{ enrolmentId: 'e-ani', ...mark }],
      }),
    );
  }
  accepted(world.klass('k1', 'finish-class', { finishedOn: '2026-06-26' }));
}

/** 33 of 160 JP missed: four whole days and one hour. */
const MISSED_33: { [date: string]: { outcome: AttendanceOutcome; jp?: number } } = {
  '2026-06-02': { outcome: 'ABSENT' },
  '2026-06-08': { outcome: 'ABSENT' },
  '2026-06-15': { outcome: 'ABSENT' },
  '2026-06-22': { outcome: 'ABSENT' },
  '2026-06-23': { outcome: 'LATE', jp: 7 },
};

describe('attendance at the end of a class (S43)', () => {
  it('127 of 160 JP is below 128', () => {
    const world = running();
    wholeClass(world, MISSED_33);
    expect(world.enrolment('ani')).toMatchObject({
      stage: 'INCOMPLETE',
      attendance: { attendedJp: 127, requiredJp: 128, thresholdPercent: 80 },
    });
    expect(
      world.journey(
        'ani',
        'issue-training-certificate',
        { enrolmentId: 'e-ani', number: 'SP-1', issuedOn: '2026-06-26' },
        CENTRE,
      ),
    ).toMatchObject({ refusal: { code: 'ATTENDANCE_BELOW', parameters: { attended: 127, required: 128 } } });
  });

  it.each([
    [false, 'INCOMPLETE', 127],
    [true, 'FINISHED', 128],
  ])('one excused hour counts only where the programme says so (%s)', (excusedCounts, stage, attendedJp) => {
    const world = running({ excusedCounts });
    const weekly = [1, 2, 3, 4, 5].flatMap((weekday) => [
      { weekday, start: '08:00', jp: 7 },
      { weekday, start: '14:00', jp: 1 },
    ]);
    accepted(world.klass('k1', 'amend-class', { timetable: { weekly, dated: [], except: [] } }));
    for (const date of DAYS) {
      world.on(date);
      for (const slot of ['08:00', '14:00']) {
        const absent = DAYS.indexOf(date) % 5 === 1;
        const excused = date === '2026-06-22' && slot === '14:00';
        const outcome = absent ? 'ABSENT' : excused ? 'EXCUSED' : 'PRESENT';
        const marks = [{ enrolmentId: 'e-ani', outcome } as const];
        accepted(world.klass('k1', 'record-attendance', { sessionOn: date, slot, marks }));
      }
    }
    accepted(world.klass('k1', 'finish-class', { finishedOn: '2026-06-26' }));
    expect(world.enrolment('ani')).toMatchObject({ stage, attendance: { attendedJp, requiredJp: 128 } });
  });

  it('keeps the threshold the class was opened with, also for its certificate', () => {
    const world = running();
    expect(accepted(world.programme('las-12', { thresholdPercent: 75 }, 'revise-programme')).outcome).toBe(
      'accepted',
    );
    wholeClass(world, MISSED_33);
    expect(world.enrolment('ani')).toMatchObject({ stage: 'INCOMPLETE', programmeVersion: 1 });
    world.open('k2', { startsOn: '2026-07-06', endsOn: '2026-07-31' });
    expect(world.classState('k2').plan).toMatchObject({ programmeVersion: 2, thresholdPercent: 75 });
  });

  it('finished training gets a certificate once, under a number used once', () => {
    const world = running();
    wholeClass(world, {});
    const issue = (number: string) =>
      world.journey(
        'ani',
        'issue-training-certificate',
        { enrolmentId: 'e-ani', number, issuedOn: '2026-06-26' },
        CENTRE,
      );
    accepted(issue('SP-1'));
    expect(refusalOf(issue('SP-2'))).toBe('ALREADY_DONE');
    expect(world.enrolment('ani').trainingCertificate).toEqual({ number: 'SP-1', issuedOn: '2026-06-26' });
  });
});

describe('one sheet for the whole class', () => {
  it('has a result per person and keeps what can be kept', () => {
    const world = new TrainingWorld();
    accepted(world.open('k1', { capacity: 3 }));
    world.register('ani', 'budi', 'citra').seated('ani', 'k1').seated('budi', 'k1');
    world.on('2026-05-25');
    accepted(world.apply('citra', 'k1'));
    world.on('2026-06-01');
    accepted(world.klass('k1', 'start-class', { startedOn: '2026-06-01' }));
    const answer = world.klass(
      'k1',
      'record-attendance',
      {
        sessionOn: '2026-06-01',
        slot: '08:00',
        marks: [
          { enrolmentId: 'e-ani', outcome: 'PRESENT' },
          { enrolmentId: 'e-ani', outcome: 'ABSENT' },
          { enrolmentId: 'e-budi', outcome: 'LATE', jp: 9 },
          { enrolmentId: 'e-citra', outcome: 'PRESENT' },
          { enrolmentId: 'e-nobody', outcome: 'PRESENT' },
        ],
      },
      INSTRUCTOR,
    );
    expect(answer.events[0]).toMatchObject({
      type: 'AttendanceRecorded',
      data: {
        slotJp: 8,
        marks: [{ enrolmentId: 'e-ani', outcome: 'PRESENT', jp: 8 }],
        rejected: [
          { enrolmentId: 'e-ani', code: 'TWICE_IN_SHEET' },
          { enrolmentId: 'e-budi', code: 'JP_OVER_SLOT' },
          { enrolmentId: 'e-citra', code: 'SEAT_NOT_ACTIVE' },
          { enrolmentId: 'e-nobody', code: 'NOT_IN_CLASS' },
        ],
      },
    });
  });

  it('is kept by an instructor of the class or the centre, on days and at hours of the timetable', () => {
    const world = running();
    const sheet = (sessionOn: string, slot: string, actor = INSTRUCTOR) =>
      refusalOf(
        world.klass(
          'k1',
          'record-attendance',
          { sessionOn, slot, marks: [{ enrolmentId: 'e-ani', outcome: 'PRESENT' }] },
          actor,
        ),
      );
    expect(sheet('2026-06-01', '08:00', { ...INSTRUCTOR, id: 'another' })).toBe('NOT_THE_INSTRUCTOR');
    expect(sheet('2026-06-01', '08:00', { ...CENTRE, office: 'bbpvp-serang' })).toBe('NOT_PERMITTED');
    expect(sheet('2026-06-02', '08:00')).toBe('DATE_IN_FUTURE');
    expect(sheet('2026-06-01', '13:00')).toBe('NO_SUCH_SESSION');
    expect(sheet('2026-06-01', '08:00')).toBeUndefined();
  });

  it('a correction names the event it corrects', () => {
    const world = running();
    const mark = { sessionOn: '2026-06-01', slot: '08:00' };
    accepted(
      world.klass('k1', 'record-attendance', {
        ...mark,
        marks: [{ enrolmentId: 'e-ani', outcome: 'ABSENT' }],
      }),
    );
    const [sheet] = world.events('class/k1', 'AttendanceRecorded');
    const corrected = world.klass('k1', 'correct-attendance', {
      ...mark,
      enrolmentId: 'e-ani',
      outcome: 'PRESENT',
    });
    expect(accepted(corrected).events[0]).toMatchObject({
      type: 'AttendanceCorrected',
      data: { jp: 8, corrects: sheet?.version },
      meta: { corrects: sheet?.version },
    });
  });
});

describe('alerts of low attendance (I.5)', () => {
  it('come when 90 % and when the threshold can no longer be reached, and at three absences in a row', () => {
    const world = running();
    const alerts: string[] = [];
    for (const date of DAYS.slice(0, 6)) {
      world.on(date);
      const { events } = accepted(
        world.klass('k1', 'record-attendance', {
          sessionOn: date,
          slot: '08:00',
          marks: [{ enrolmentId: 'e-ani', outcome: 'ABSENT' }],
        }),
      );
      for (const { type, data } of events.slice(1)) {
        const { percent, count } = data as { percent?: number; count?: number };
        alerts.push(`${date} ${type} ${percent ?? count}`);
      }
    }
    // 16 of 160 missed leave exactly 90 %; 24 do not. 32 leave exactly 80 %; 40 do not.
    expect(alerts).toEqual([
      '2026-06-03 LowAttendanceFound 90',
      '2026-06-03 AbsencesInARowFound 3',
      '2026-06-05 LowAttendanceFound 80',
    ]);
    expect(world.told('journey/ani').filter((type) => type === 'AttendanceLowNoted')).toHaveLength(2);
  });
});
