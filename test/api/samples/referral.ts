import type { PartSamples } from './part.ts';

const caseId = 'c1';

export const referralSamples: PartSamples = {
  'receive-referral': {
    ...{ centre: 'bbpvp-medan', purpose: 'TRAINING', cohort: 'baznas-kemnaker-1000' },
    ...{ goal: 'Ingin bekerja', disability: 'Tuli', needs: ['SIGN_LANGUAGE_INTERPRETER'] },
    reference: { system: 'DTSEN', id: 'X-1' },
  },
  'return-referral': { caseId, reason: 'Alasan contoh' },
  'give-consent': { purpose: 'TRAINING_REFERRAL' },
  'withdraw-consent': { purpose: 'MATCHING', stopsTraining: false },
  'assess-accommodation': { caseId, needs: ['RAMP'], note: 'Catatan contoh' },
  'plan-accommodation': { caseId, code: 'RAMP', classStartsOn: '2026-12-07' },
  'provide-accommodation': { caseId, code: 'RAMP' },
  'confirm-accommodation': { caseId, code: 'RAMP' },
  'put-on-waiting-list': { caseId, programmeId: 'las-smaw-160-jp' },
  'record-place-offer': { caseId, classId: 'las-medan-2', accepted: false },
  'note-referral-letter': { about: 'c1', number: 'RUJ/R-1', date: '2026-05-04', hash: 'ab'.repeat(32) },
  'close-referral': { caseId, reason: 'DECLINED' },
};
