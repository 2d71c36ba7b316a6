import type { PartSamples } from './part.ts';

const caseId = 'c1';
const day = '2026-03-31';
const stageDates = {
  ...{ oneThird: '2026-09-05', half: '2027-01-05', twoThirds: '2027-05-05', expiry: '2028-01-04' },
};
const note = 'Catatan contoh';

export const prisonSamples: PartSamples = {
  'import-inmate': {
    ...{ registerNumber: 'BI.123/2026', stageDates, probationOffice: 'bapas-medan', generalRemissions: 0 },
    sentence: { kind: 'TERM', startedOn: '2026-01-05', months: 24, days: 0 },
  },
  'assess-inmate-needs': { caseId, note },
  'request-litmas': { caseId, purpose: 'TRAINING' },
  'record-litmas': { caseId, recommended: true, note },
  'schedule-tpp': { caseId, purpose: 'TRAINING', on: '2026-04-14' },
  'record-tpp-decision': { caseId, heldOn: day, approved: true },
  'change-stage-dates': { caseId, stageDates },
  'grant-remission': { caseId, kind: 'GENERAL', effect: 'RU_I', amountDays: 30, grantedOn: day },
  'change-release-date': { caseId, from: '2028-01-04', to: '2027-12-05', reason: 'REMISSION' },
  'transfer-inmate': { caseId, toFacility: 'lapas-pematangsiantar', on: day },
  'record-discipline': { caseId, entryOn: day, suspendsTraining: true, note },
  'annul-discipline': { caseId, entryOn: day, reason: note },
  'record-illness': { caseId, from: day, expectedDays: 5 },
  'declare-lockdown': { caseId, from: day },
  'record-escape': { caseId, on: day },
  'record-recapture': { caseId, on: day },
  'end-interruption': { caseId, on: day },
  'grant-assimilation': { caseId, from: '2027-02-01' },
  'grant-conditional-release': { caseId, from: '2027-05-06', probationEndsOn: '2029-01-04' },
  'grant-conditional-leave': { caseId, from: '2027-05-06', probationEndsOn: '2027-11-06' },
  'grant-pre-release-leave': { caseId, from: '2027-05-06', probationEndsOn: '2027-11-06' },
  'record-release': { caseId, kind: 'DEMI_HUKUM', on: day, noContactReason: note },
  'record-release-contact': { caseId, contactPhone: '+62 812 0000 0000' },
  'hand-over-released': { caseId, to: 'bapas-medan', on: day },
  'accept-client': { caseId, on: day },
  'record-aftercare-report': { caseId, reportedOn: day, way: 'IN_PERSON', note },
  'revoke-conditional-release': { caseId, on: day, ground: 'BREACH' },
  'end-aftercare': { caseId, on: day, reason: 'OTHER' },
  'close-prison-case': { caseId, reason: 'PROGRAMME_DONE' },
  'apply-lockdown': { facility: 'lapas-medan', from: day },
  'begin-facility-lockdown': { from: day },
};
