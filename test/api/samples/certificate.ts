/** Data of the commands of a certificate that passes its shape. */
const reason = 'Alasan contoh';

export const certificateSamples = {
  'issue-certificate': {
    ...{ certificateId: 't1', holderAddress: 'address/certificate/t1', certificationBody: 'lsp-contoh' },
    ...{ schemeId: 'las-smaw-2g', units: ['C.24LAS01.001.1'], number: '62014 2512 3 0001234 2026' },
    ...{ issuedOn: '2026-06-15', zone: 'WIB', assessorIds: ['asesor-1'], assessmentId: 'a1' },
  },
  'flag-holder-deceased': { certificateId: 't1', on: '2027-01-02' },
  'freeze-certificate': { reason },
  'freeze-certificate-for-review': { certificateId: 't1', on: '2027-01-02' },
  'unfreeze-certificate': { reason },
  'withdraw-certificate': { reason },
  'reprint-certificate': { blankNumber: 'B 000123', reason },
  'void-blank': { blankNumber: 'B 000123', reason },
  'request-renewal': { requestedOn: '2029-04-01' },
  'renew-certificate': { decidedOn: '2029-04-02', evidence: 'LOGBOOK-7', assessorIds: ['asesor-2'] },
  'note-certificate-paper': {
    kind: 'CERTIFICATE',
    number: '62014 1',
    date: '2026-06-15',
    hash: 'ab'.repeat(32),
  },
  'review-certificate': { assessorId: 'asesor-1', outcome: 'UPHELD' },
};
