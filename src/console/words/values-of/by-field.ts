/** Where the same code means something else in one field: by `command.path`, or by the field's last name. */
import type { Words } from '../words.ts';
import { w } from './code.ts';

export type ByField = { readonly [field: string]: { readonly [value: string]: Words } };

const PURPOSES = {
  TRAINING: w('Pelatihan kerja', 'Work training'),
  INTEGRATION: w('Integrasi (PB, CB, CMB)', 'Integration (PB, CB, CMB)'),
};

export const VALUES_BY_FIELD: ByField = {
  'record-litmas.purpose': PURPOSES,
  'request-litmas.purpose': PURPOSES,
  'schedule-tpp.purpose': PURPOSES,
  'grant-remission.kind': { OTHER: w('Remisi lain', 'Other remission') },
  'set-hour-credit-policy.policy': {
    NONE: w('Pelatihan tidak dihitung sebagai jam pidana', 'Training does not count as hours'),
    WORK_AT_BALAI: w('Hanya kerja di balai yang dihitung', 'Only work at a training centre counts'),
    TRAINING_COUNTS: w('Jam pelatihan dihitung', 'Training hours count'),
  },
  'change-ruling.instance': { REVIEW: w('Peninjauan kembali', 'Review (peninjauan kembali)') },
  instance: { REVIEW: w('Peninjauan kembali', 'Review (peninjauan kembali)') },
  'close-case.reason': { COMPLETED: w('Pidana selesai dijalani', 'The sentence was served') },
  'suspend-enrolment.reason': {
    WORK: w('Pekerjaan', 'Work'),
    FAMILY: w('Urusan keluarga', 'Family matters'),
  },
  'open-finding.kind': {
    OVERLAP: w('Waktu tumpang tindih', 'Times that overlap'),
    LATE: w('Terlambat dicatat', 'Recorded late'),
    ACCESS: w('Cara melihat data', 'How data was looked at'),
  },
  'close-finding.outcome': {
    REFERRED: w('Diteruskan kepada yang berwenang', 'Referred to who is in charge'),
  },
  'record-contact-attempt.channel': { FAMILY: w('Melalui keluarga', 'Through the family') },
  'report-assessor-conflict.ground': { FAMILY: w('Hubungan keluarga', 'A relative') },
  'report-data-breach.categories': { TRAINING: w('Data pelatihan', 'Training data') },
  'withdraw-vacancy.reason': { WITHDRAWN: w('Ditarik', 'Withdrawn') },
  'end-proposals-of-vacancy.reason': { WITHDRAWN: w('Lowongan ditarik', 'The vacancy was withdrawn') },
  role: { MEMBER: w('Asesor anggota', 'Member of the assessors') },
  'register-office.kind': { PRISON: w('Lembaga pemasyarakatan (Lapas)', 'Prison (Lapas)') },
  'basis.kind': { TRAINING: w('Lulus pelatihan', 'Finished training') },
  'request-assessment.basis.kind': { TRAINING: w('Lulus pelatihan', 'Finished training') },
  'replaced.kind': { PRISON: w('Pidana penjara', 'A prison term'), FINE: w('Pidana denda', 'A fine') },
  zone: {},
  outcome: {
    accepted: w('Diterima', 'Accepted'),
    refused: w('Ditolak', 'Refused'),
    fault: w('Gangguan', 'Fault'),
  },
};
