import type { PartSamples } from './part.ts';

const enrolmentId = 'e0f3c9a1b2d4e5f60718293a4b5c6';
const classId = 'las-medan-1';
const ofClass = { enrolmentId, classId };

const timetable = { weekly: [{ weekday: 1, start: '08:00', jp: 8 }], dated: [], except: [] };
const programme = {
  ...{ trade: 'las', title: 'Las contoh', type: 'CLUSTER', jp: 160, thresholdPercent: 80 },
  ...{ excusedCounts: false, minimumAge: 17, tags: [], schemeId: null, source: 'contoh' },
  units: [{ code: 'C.24LAS01.001.1', title: 'Unit contoh', decree: null, jp: 8 }],
  prerequisites: { units: [], programmes: [] },
};

export const trainingSamples: PartSamples = {
  'register-programme': programme,
  'revise-programme': programme,
  'retire-programme': {},
  'open-class': {
    ...{
      programmeId: 'las-smaw-160',
      deliveryMode: 'AT_BALAI',
      startsOn: '2026-06-01',
      endsOn: '2026-06-26',
    },
    ...{ timetable, instructors: ['instructor-1'], capacity: 16, room: 'B-1' },
  },
  'amend-class': { room: 'B-2' },
  'cancel-class': { reason: 'TOO_FEW' },
  'request-seat': {
    ...{ enrolmentId, needs: [], priority: false, waits: false, keptUnits: [], carriedJp: 0 },
  },
  'withdraw-seat': { enrolmentId },
  'suspend-seat': { enrolmentId, on: '2026-06-10' },
  'return-to-seat': { enrolmentId },
  'change-availability': { enrolmentId, availableUntil: null },
  'carry-attendance': { enrolmentId, carriedJp: 8 },
  'confirm-seat': { enrolmentId },
  'release-seat': { enrolmentId, reason: 'ASKED_FOR' },
  'ready-accommodation': { enrolmentId, needs: ['RAMP'] },
  'start-class': { startedOn: '2026-06-01' },
  'record-attendance': {
    ...{ sessionOn: '2026-06-01', slot: '08:00', marks: [{ enrolmentId, outcome: 'PRESENT' }] },
  },
  'correct-attendance': { sessionOn: '2026-06-01', slot: '08:00', enrolmentId, outcome: 'ABSENT' },
  'record-unit-results': {
    ...{ unitCode: 'C.24LAS01.001.1', results: [{ enrolmentId, achieved: true }] },
  },
  'swap-instructor': { out: 'instructor-1', in: 'instructor-2' },
  'note-class-paper': { kind: 'CLASS-LIST', number: 'DP-1', date: '2026-06-01', hash: 'ab'.repeat(32) },
  'finish-class': { finishedOn: '2026-06-26' },
  'offer-training': { caseId: 'c1', programmeId: 'las-smaw-160', as: 'VOLUNTARY' },
  'answer-training-offer': { offerId: 'o1', accepted: true },
  'apply-for-class': { classId, caseId: 'c1', needs: ['RAMP'], waits: true, availableUntil: '2027-01-04' },
  'move-enrolment': { ...ofClass, waits: false },
  'suspend-enrolment': { enrolmentId, reason: 'FAMILY', on: '2026-06-10' },
  'resume-enrolment': { enrolmentId },
  'drop-enrolment': { enrolmentId, reason: 'CONDUCT', note: 'Catatan contoh' },
  'cancel-enrolment': { enrolmentId, reason: 'OWN_WISH' },
  'issue-training-certificate': { enrolmentId, number: 'SP-1/2026', issuedOn: '2026-06-26' },
  'note-seat-held': { ...ofClass, until: '2026-05-18' },
  'note-seat-confirmed': ofClass,
  'note-seat-refused': { ...ofClass, code: 'NO_SEAT' },
  'note-waiting': { ...ofClass, position: 1 },
  'note-seat-released': { ...ofClass, reason: 'HOLD_EXPIRED', attendedJp: 0 },
  'note-seat-returned': { ...ofClass, running: true, on: '2026-06-15' },
  'note-class-amended': { ...ofClass, startsOn: '2026-06-01', endsOn: '2026-06-26' },
  'note-class-started': { ...ofClass, on: '2026-06-01' },
  'note-attendance-low': { ...ofClass, percent: 90, attendedJp: 40, missedJp: 24 },
  'note-unit-achieved': { ...ofClass, unitCode: 'C.24LAS01.001.1' },
  'note-training-finished': {
    ...ofClass,
    ...{ attendedJp: 150, requiredJp: 128, thresholdPercent: 80, reached: true },
    ...{ units: ['C.24LAS01.001.1'], finishedOn: '2026-06-26' },
  },
  'note-class-cancelled': { ...ofClass, attendedJp: 0 },
};
