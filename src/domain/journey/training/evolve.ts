/** How enrolments are folded. */
import type { Evolvers } from '../handlers.ts';
import type { TrainingEvents } from './events.ts';
import { moveTo } from './stage-moves.ts';
import { changeEnrolment, type Enrolment, isStopped } from './state.ts';

export const enrolmentFrom = (data: TrainingEvents['EnrolmentRequested']): Enrolment => ({
  ...data,
  stage: 'APPLIED',
  classIds: [data.classId],
  moving: null,
  priority: false,
  seat: 'NONE',
  seatedOn: null,
  startedOn: null,
  achievedUnits: [],
  attendedJp: {},
  suspension: null,
  attendance: null,
  finishedOn: null,
  conflict: false,
  trainingCertificate: null,
});

type Names = Exclude<
  keyof TrainingEvents,
  'TrainingOffered' | 'TrainingOfferAccepted' | 'TrainingOfferDeclined'
>;

type Seating =
  | 'SeatReserved'
  | 'SeatConfirmed'
  | 'SeatRefused'
  | 'WaitingListed'
  | 'SeatDeclined'
  | 'SeatReleased'
  | 'MoveRequested'
  | 'EnrolmentMoved'
  | 'ClassCancelled';

const seating: Evolvers<Seating> = {
  SeatReserved: (state, { data, occurredAt }) =>
    changeEnrolment(state, data.enrolmentId, (found) => ({
      // A suspended training stays so until its new class begins.
      ...(found.stage === 'SUSPENDED' ? {} : moveTo(found, 'SEATED')),
      seat: 'HELD',
      seatedOn: occurredAt.date,
      priority: false,
    })),
  SeatConfirmed: (state, { data }) => changeEnrolment(state, data.enrolmentId, () => ({ seat: 'CONFIRMED' })),
  SeatRefused: (state, { data }) =>
    changeEnrolment(state, data.enrolmentId, (found) => {
      if (found.moving?.classId === data.classId) return { moving: null };
      const begun = (found.stage !== 'APPLIED' && found.stage !== 'WAITING') || found.startedOn !== null;
      // What another class may still seat is not over.
      return begun || found.moving !== null ? { seat: 'NONE' } : moveTo(found, 'REFUSED');
    }),
  WaitingListed: (state, { data }) =>
    changeEnrolment(state, data.enrolmentId, (found) =>
      found.stage === 'APPLIED' ? moveTo(found, 'WAITING') : {},
    ),
  SeatDeclined: (state, { data }) =>
    changeEnrolment(state, data.enrolmentId, (found) =>
      found.moving?.classId === data.classId
        ? { moving: null }
        : { ...moveTo(found, 'WAITING'), seat: 'NONE', conflict: true },
    ),
  SeatReleased: (state, { data: { enrolmentId, classId, attendedJp } }) =>
    changeEnrolment(state, enrolmentId, (found) => ({
      attendedJp: { ...found.attendedJp, [classId]: attendedJp },
      ...(classId === found.classId ? { seat: 'NONE' as const } : {}),
    })),
  MoveRequested: (state, { data: { enrolmentId, ...moving } }) =>
    changeEnrolment(state, enrolmentId, () => ({ moving })),
  EnrolmentMoved: (state, { data }) =>
    changeEnrolment(state, data.enrolmentId, ({ moving, classIds }) => ({
      ...moving,
      moving: null,
      seat: 'NONE',
      classIds: [...classIds.filter((id) => id !== data.toClassId), data.toClassId],
      conflict: false,
      attendance: null,
    })),
  ClassCancelled: (state, { data: { enrolmentId, classId, attendedJp } }) =>
    changeEnrolment(state, enrolmentId, (found) => ({
      ...(found.stage === 'SUSPENDED' ? {} : moveTo(found, 'WAITING')),
      seat: 'NONE',
      priority: true,
      attendedJp: { ...found.attendedJp, [classId]: attendedJp },
    })),
};

/** Units achieved before, or told by a class that it has left, stay beside those of the last class (B-14). */
const ended = (
  { achievedUnits }: Enrolment,
  { data: result }: { data: TrainingEvents['TrainingFinished'] },
): Partial<Enrolment> => {
  const { attendedJp, requiredJp, thresholdPercent, finishedOn, units } = result;
  return {
    attendance: { attendedJp, requiredJp, thresholdPercent },
    finishedOn,
    achievedUnits: [...new Set([...achievedUnits, ...units])],
    seat: 'NONE',
    suspension: null,
  };
};

const progress: Evolvers<Exclude<Names, Seating>> = {
  EnrolmentRequested: (state, { data }) => ({
    ...state,
    training: {
      ...state.training,
      enrolments: { ...state.training.enrolments, [data.enrolmentId]: enrolmentFrom(data) },
    },
  }),
  /** Of a training that was stopped before the word of its start came, only the day is kept. */
  EnrolmentStarted: (state, { data }) =>
    changeEnrolment(state, data.enrolmentId, (found) => ({
      startedOn: data.on,
      ...(isStopped(found)
        ? {}
        : { ...moveTo(found, 'ACTIVE'), seat: 'CONFIRMED' as const, suspension: null }),
    })),
  EnrolmentDatesChanged: (state, { data: { enrolmentId, startsOn, endsOn } }) =>
    changeEnrolment(state, enrolmentId, () => ({ startsOn, endsOn })),
  AttendanceLowNoted: (state) => state,
  UnitAchieved: (state, { data }) =>
    changeEnrolment(state, data.enrolmentId, ({ achievedUnits }) => ({
      achievedUnits: [...achievedUnits, data.unitCode],
    })),
  EnrolmentSuspended: (state, { data: { enrolmentId, reason, on, restartUnit } }) =>
    changeEnrolment(state, enrolmentId, (found) => ({
      ...moveTo(found, 'SUSPENDED'),
      seat: found.seat === 'NONE' ? 'NONE' : 'INTERRUPTED',
      suspension: { reason, on, restartUnit, mayResume: false },
    })),
  EnrolmentMayResume: (state, { data }) =>
    changeEnrolment(state, data.enrolmentId, ({ suspension }) => ({
      suspension: suspension && { ...suspension, mayResume: true },
    })),
  ReturnRequested: (state) => state,
  /** A seat that waited for the class to begin is taken up again as a seat. */
  EnrolmentResumed: (state, { data }) =>
    changeEnrolment(state, data.enrolmentId, (found) => ({
      ...moveTo(found, found.startedOn === null ? 'SEATED' : 'ACTIVE'),
      seat: 'CONFIRMED',
      suspension: null,
    })),
  TrainingFinished: (state, event) =>
    changeEnrolment(state, event.data.enrolmentId, (found) => ({
      ...ended(found, event),
      ...moveTo(found, 'FINISHED'),
      moving: null,
    })),
  AttendanceFellShort: (state, event) =>
    changeEnrolment(state, event.data.enrolmentId, (found) => ({
      ...ended(found, event),
      ...moveTo(found, 'INCOMPLETE'),
      // What was carried is in it: the sum stands for all classes so far.
      attendedJp: { [found.classId]: event.data.attendedJp },
    })),
  TrainingCertificateIssued: (state, { data: { enrolmentId, number, issuedOn } }) =>
    changeEnrolment(state, enrolmentId, () => ({ trainingCertificate: { number, issuedOn } })),
  EnrolmentDropped: (state, { data }) =>
    changeEnrolment(state, data.enrolmentId, (found) => ({ ...moveTo(found, 'DROPPED'), ...LEFT })),
  EnrolmentCancelled: (state, { data }) =>
    changeEnrolment(state, data.enrolmentId, (found) => ({ ...moveTo(found, 'CANCELLED'), ...LEFT })),
  EnrolmentConflictFound: (state, { data }) =>
    changeEnrolment(state, data.enrolmentId, () => ({ conflict: true, availableUntil: data.availableUntil })),
  EnrolmentConflictEnded: (state, { data }) =>
    changeEnrolment(state, data.enrolmentId, () => ({ conflict: false, availableUntil: null })),
  EarlyTestSuggested: (state) => state,
  EnrolmentBecameVoluntary: (state, { data }) =>
    changeEnrolment(state, data.enrolmentId, () => ({ basis: 'VOLUNTARY' })),
};

const LEFT = { seat: 'NONE', moving: null, suspension: null } as const;

export const enrolmentEvolvers: Evolvers<Names> = { ...seating, ...progress };
