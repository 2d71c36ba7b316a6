import type { PartSamples } from './part.ts';

const assessmentId = `a${'0'.repeat(28)}`;
const certificateId = `t${'0'.repeat(28)}`;
const day = '2026-03-31';
const unit = 'C.14GMN01.001.1';
const reason = 'Alasan contoh';
const testPlace = { placeId: 'tuk-contoh', kind: 'SEWAKTU', verified: true };
const results = [{ unit, result: 'K' }];
const evidence = [{ unit, forms: ['IA.02'] }];
const members = ['staf-lsp-3', 'staf-lsp-5'];
const validUntil = '2029-03-31';
const scheme = {
  ...{ title: 'Skema contoh', certificationBodies: ['lsp-p2-bbpvp-medan'], units: [unit], kbli: null },
  ...{ kbji: null, kkniLevel: null, validityMonths: null, programmeIds: [] },
};

export const assessmentSamples: PartSamples = {
  'request-assessment': {
    ...{ schemeId: 'menjahit-garmen', certificationBody: 'lsp-p2-bbpvp-medan' },
    basis: { kind: 'RPL', portfolio: ['IA.08'] },
    selfAssessment: [{ unit, able: true }],
  },
  'verify-requirements': { assessmentId, met: true },
  'assign-assessor': { assessmentId, assessorId: 'asesor-garmen-1' },
  'recuse-assessor': { assessmentId, assessorId: 'asesor-garmen-1', reason: 'ILLNESS' },
  'report-assessor-conflict': {
    ...{ assessmentId, assessorId: 'asesor-garmen-1', ground: 'TRAINED', foundOn: day, note: reason },
  },
  'schedule-test': { assessmentId, on: day, testPlace },
  'postpone-test': { assessmentId, reason: 'ILLNESS' },
  'agree-adjustment': { assessmentId, adjustments: ['EXTRA_TIME'] },
  'sign-consent': { assessmentId, signedOn: day },
  'record-test-taken': { assessmentId, takenOn: day, evidence },
  'file-recommendation': { assessmentId, results, note: reason },
  'review-recommendation': { assessmentId, agreed: true },
  'hold-plenary': { assessmentId, heldOn: day, members, results },
  'start-remedial': { assessmentId, startedOn: day },
  'schedule-retest': { assessmentId, on: day, testPlace },
  'file-appeal': {
    ...{ assessmentId, filedOn: day, ground: 'PROCEDURE', explained: false, discussed: false, helped: false },
    reason,
  },
  'waive-appeal-time': { assessmentId, until: day, reason },
  'accept-appeal': { assessmentId },
  'reject-appeal': { assessmentId, rejectedOn: day, reason },
  're-assess': { assessmentId, takenOn: day, evidence, results },
  'decide-appeal': { assessmentId, decidedOn: day, members, results },
  'hand-over-assessment': { assessmentId, certificationBody: 'lsp-p2-bbpvp-semarang' },
  'cancel-assessment': { assessmentId, reason: 'WITHDRAWN_BY_PERSON' },
  'void-assessment': { assessmentId, reason },
  'request-certificate-issue': { assessmentId, number: '14111 8153 2 0000001 2026', issuedOn: day },
  'note-certificate-issued': { certificateId, number: '1', issuedOn: day, validUntil },
  'note-certificate-refused': { certificateId, code: 'CERTIFICATE_NUMBER_TAKEN' },
  'note-certificate-status': { certificateId, status: 'FROZEN', on: day, validUntil },
  'register-scheme': scheme,
  'revise-scheme': { title: 'Skema contoh yang diubah' },
  'register-assessor': {
    ...{ met: 'MET.999.000099 2026', certificationBody: 'lsp-p2-bbpvp-medan', schemeIds: [] },
    ...{ licence: { validFrom: day, validTo: validUntil }, accountId: null, employer: null },
  },
  'renew-licence': { validFrom: day, validTo: validUntil },
  'withdraw-licence': { on: day },
};
