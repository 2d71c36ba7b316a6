import type { PartSamples } from './part.ts';

const proposalId = 'w0123456789abcdef';
const placementId = 'p1';
const day = '2026-03-31';
const openings = 2;

export const employmentSamples: PartSamples = {
  'register-employer': {
    ...{ name: 'Bengkel Las Contoh', ownership: 'PRIVATE', regency: 'Kota Medan', sector: 'MANUFACTURING' },
  },
  'report-workforce': { workers: 250, disabledWorkers: 3, on: day },
  'report-vacancy': {
    ...{ employerId: 'contoh', jobTitle: 'Juru las', kbjiCode: '7212', openings, zone: 'WIB' },
    ...{ validFrom: day, validUntil: '2026-12-31', regency: 'Kota Medan', sector: 'MANUFACTURING' },
    ...{ ages: null, sex: null, education: null, units: [], schemes: [], experienceMonths: 0 },
    ...{ wage: null, needsSupported: [], exclusions: [] },
  },
  'amend-vacancy': { openings },
  'report-vacancy-filled': {},
  'withdraw-vacancy': {},
  'issue-job-seeker-card': { number: 'AK1-1', issuedOn: day },
  'report-job-seeker': { reportedOn: day },
  'renew-job-seeker-card': { number: 'AK1-2', renewedOn: day },
  'hand-over-job-seeker': { office: 'disnaker-bandung', on: day },
  'note-job-seeker-card': { number: 'AK1-1', date: day, hash: 'ab'.repeat(32) },
  'hold-counselling': {
    ...{ phase: 'AFTER_TRAINING', kind: 'BIMBINGAN_JABATAN', heldOn: day, note: 'Catatan contoh' },
  },
  'set-availability': { from: day, regencies: ['Kota Medan'] },
  'record-eligibility': { caseId: 'c1', exclusionKey: 'UU_35_2014', eligible: true },
  'propose-candidate': { vacancyId: 'contoh' },
  'invite-candidate': { proposalId },
  'record-interview': { proposalId, heldOn: day },
  'offer-job': { proposalId },
  'accept-candidate': { proposalId },
  'decline-candidate': { proposalId, reason: 'SKILLS_DIFFER' },
  'withdraw-proposal': { proposalId, reason: 'PERSON_DECLINED' },
  'end-proposals-of-vacancy': { vacancyId: 'contoh', reason: 'FILLED' },
  'confirm-employment': { proposalId, working: true, on: day },
  'request-apprenticeship': {
    ...{ agreementNumber: 'PM-1/2026', scheme: 'PEMAGANGAN', employerId: 'contoh', requestedOn: day },
    ...{ startsOn: '2026-04-06', endsOn: '2026-10-06', ageYears: 19, theoryPercent: 20 },
  },
  'answer-apprenticeship': { agreementNumber: 'PM-1/2026', approved: true, answeredOn: day },
  'start-placement': {
    ...{ kind: 'SELF_EMPLOYED', supportNumber: null, startedOn: day, regency: 'Kota Medan' },
    sector: 'TRADE',
  },
  'record-retention-check': {
    ...{ placementId, day: 90, checkedOn: day, working: true, sameEmployer: true, wageBand: null },
    ...{ relevantToCertificate: null, proof: null },
  },
  'record-contact-attempt': { placementId, channel: 'PHONE', attemptedOn: day, reached: true },
  'change-job': {
    ...{ placementId, employerId: null, endedOn: day, startedOn: day, contract: null, wageBand: null },
  },
  'end-placement': { placementId, endedOn: day, reason: 'RESIGNED' },
};
