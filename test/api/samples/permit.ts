import type { PartSamples } from './part.ts';

const localGraduates = { occupation: 'Welder', regency: 'Kota Medan', units: ['C.24LAS01.001.1'], shown: 2 };
const companion = { kind: 'OWN_EMPLOYEE', reference: 'SDM-17' };
const reason = 'Alasan contoh';

export const permitSamples: PartSamples = {
  'apply-for-permit': {
    ...{ permitOffice: 'dit-pptka', position: 'Welding engineer', occupation: 'Welder', workers: 1 },
    ...{ regency: 'Kota Medan', periodFrom: '2026-12-01', periodTo: '2027-11-30' },
    ...{ companion, localGraduates: { ...localGraduates, skipReason: 'SKILL_LEVEL' } },
  },
  'name-companion': { companion: { kind: 'LOCAL_GRADUATE', candidate: 'kandidat-contoh-1' } },
  'assess-feasibility': { feasible: true },
  'submit-candidates': { workers: 1, reference: 'CALON-1' },
  'record-payment-reference': { reference: 'NTPN-1' },
  'approve-permit': { number: 'RPTKA-1', validFrom: '2026-12-01', validTo: '2027-11-30' },
  'reject-permit': { reason },
  'hand-off-to-immigration': { reference: 'IMI-1' },
  'record-stay-permit': { number: 'ITAS-1', validFrom: '2026-12-01', validTo: '2027-11-30' },
  'attach-training-evidence': { certificateNumber: '62014 2512 3 0001234 2026', units: ['C.24LAS01.001.1'] },
  'record-absorption': { workers: 2, since: '2027-01-04' },
  'file-permit-report': { kind: 'ANNUAL', year: 2027, companionTrained: true },
  'apply-for-extension': {
    ...{ reason, until: '2028-11-30', companion },
    localGraduates: { ...localGraduates, shown: 0 },
  },
  'decide-extension': { approved: false, reason },
  'withdraw-permit-application': { reason },
};
