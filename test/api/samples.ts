/** Data of every command that passes its shape, whatever the law then says of it. */
import { fictitiousIdentity, ruling } from './case-on-the-way.ts';
import { PART_SAMPLES } from './samples/parts.ts';

const caseId = 'c1';
const sessionId = 's1';
const siteId = 'puskesmas-helvetia';
const reason = 'Alasan contoh';
const day = '2026-03-31';

/** By command. That none is missing is checked where they are used (`permissions.db.test.ts`). */
export const samples = (): { readonly [command: string]: Record<string, unknown> } => ({
  ...PART_SAMPLES,
  'register-person': { identity: fictitiousIdentity(), provisional: false },
  'link-identity': { identity: fictitiousIdentity() },
  'resolve-identity-warning': { code: 'NIK_MISMATCH' },
  'register-ruling': ruling(),
  'record-profiling': { fit: true, workTypes: ['street cleaning'], note: 'Sehat' },
  'record-ruling-final': { caseId, finalOn: day },
  'confirm-sentence-anomaly': { caseId, anomaly: 'THREAT_TOO_HIGH', reason },
  'record-consent': { caseId },
  'complete-ruling': { caseId, hoursPerDay: 4 },
  'void-case': { caseId, reason },
  'order-execution': { caseId, orderedOn: day, firstAppearanceOn: day },
  'assign-site': { caseId, siteId, source: 'PROSECUTOR' },
  'answer-site-assignment': { caseId, siteId, accepted: true },
  'plan-schedule': {
    ...{ caseId, siteId, from: day, discussedWithPerson: true },
    slots: [{ weekday: 1, start: '08:00', end: '12:00' }],
  },
  'start-execution': { caseId, startedOn: day },
  'suspend-execution': { caseId, reason, resumeOn: null },
  'resume-execution': { caseId },
  'check-in-session': { caseId, siteId, at: `${day}T08:00` },
  'check-out-session': { sessionId, at: `${day}T12:00` },
  'record-session': { caseId, siteId, start: `${day}T08:00`, end: `${day}T12:00` },
  'confirm-session': { sessionId },
  'dispute-session': { sessionId, reason },
  'excuse-session': { caseId, date: day, reason: 'SICK' },
  'record-no-show': { caseId, date: day },
  'decide-session-credit': { sessionId, credited: false, reason },
  'issue-warning-letter': { caseId, number: 1, evidence: [1] },
  'change-site': { caseId, siteId, reason },
  'flag-commercial-use': { caseId, siteId },
  'report-injury': { caseId, date: day, note: 'Tergores' },
  'file-monthly-report': { caseId, month: '2026-04' },
  'record-guidance': { caseId, heldOn: day },
  'open-breach-review': { caseId, note: reason },
  'report-new-offence': { caseId, note: reason },
  'record-breach-opinion': { caseId, lawfulExcuse: false },
  'record-breach-decision': { caseId, outcome: 'CONTINUE' },
  'sign-completion': { caseId },
  'close-case': { caseId, reason: 'COMPLETED' },
  'set-hour-credit-policy': { caseId, policy: 'NONE' },
  'record-training-hours': { caseId, siteId: 'bbpvp-medan', date: day, jp: 8 },
  'complete-measure': { caseId },
  'record-fine-payment': { caseId, rupiah: 50_000, paidOn: day },
  'change-ruling': { caseId, instance: 'REVIEW', decidedOn: day, orderedHours: 40 },
  'transfer-jurisdiction': {
    ...{ caseId, toOffice: 'kejari-karo', toProbationOffice: 'bapas-medan', movedOn: day },
  },
  'record-death': { diedOn: day },
  'annul-death': { reason },
  'record-lapse-decision': { caseId, ground: 'LIMITATION' },
  'grant-clemency': { caseId, kind: 'GRASI', grantedOn: day },
  'correct-entry': { version: 3, reason },
  'attach-document': { kind: 'P-48', number: 'PRINT-2', date: day },
  'register-office': {
    ...{ kind: 'KEJARI', name: 'Kejari Contoh', zone: 'WIB', parent: null },
    ...{ regency: 'Contoh', calendar: 'nasional' },
  },
  'register-site': {
    ...{ name: 'Taman Contoh', owner: 'kejari-medan', agency: 'Dinas Contoh', regency: 'Kota Medan' },
    ...{ zone: 'WIB', capacityPerDay: 2, workTypes: ['garden'], agreement: null, commercial: false },
    ...{ safetyCoverReference: null, contactPost: null, accessNotes: null, trainingCentre: false },
    ...{ calendar: 'nasional', openWeekdays: [1, 2, 3], openOnHolidays: false, closedOn: [] },
  },
  'amend-site': { capacityPerDay: 3 },
  'suspend-site': { reason: 'SAFETY' },
  'reinstate-site': {},
  'register-calendar': { name: 'Kalender contoh' },
  'set-holidays': { year: 2027, source: 'SKB contoh', holidays: [] },
  'set-policy': { unit: 'days', from: '2027-01-01', value: 180, source: 'contoh' },
});
