/**
 * Numbers of oversight: emergencies, answers to findings, and from where on an entry is worth a look. No law sets
 * the thresholds of the lists: UNKNOWN practice, ours until an inspectorate says better. A list accuses nobody.
 */
import type { StartingPolicy } from './starting-policy.ts';

/** Entries of paper are older than the penal code: a look back must find its rule. */
const from = '2017-01-01';
const OURS = 'design I.6 (G-09): UNKNOWN practice';

export const AUDIT_RULES = {
  break_glass_minutes: {
    unit: 'minutes',
    from,
    value: 60,
    source: 'design I.6 (G-08): UNKNOWN practice',
    id: 'Paling lama akses darurat atas perjalanan seseorang di luar jangkauan kantor.',
    en: 'Longest emergency look at a journey out of the office’s reach.',
  },
  finding_answer_days: {
    unit: 'days',
    from,
    value: 60,
    source: 'UU 15/2004 art. 20(3)',
    id: 'Jawaban atau penjelasan pejabat atas temuan pemeriksaan.',
    en: 'An official’s answer to a finding of an audit.',
  },
  integrity_backdating_days: {
    unit: 'days',
    from,
    value: 7,
    source: OURS,
    id: 'Catatan yang dibuat lebih lama dari ini setelah kejadiannya masuk daftar.',
    en: 'An entry made longer than this after it happened is listed.',
  },
  integrity_working_hours: {
    unit: 'local hours [from, to)',
    from,
    value: [6, 20],
    source: OURS,
    id: 'Pencatatan di luar jam ini, menurut jam setempat, masuk daftar.',
    en: 'Entries recorded outside these local hours are listed.',
  },
  integrity_days_at_limit: {
    unit: 'days of one person',
    from,
    value: 5,
    source: OURS,
    id: 'Sekian hari tepat pada batas harian untuk satu orang masuk daftar.',
    en: 'So many days at exactly the daily limit for one person are listed.',
  },
  integrity_identical_entries: {
    unit: 'people of one account on one date',
    from,
    value: 5,
    source: OURS,
    id: 'Menit yang sama persis bagi sekian orang oleh satu akun pada satu tanggal masuk daftar.',
    en: 'Identical minutes for so many people by one account on one date are listed.',
  },
  integrity_claims_lost: {
    unit: 'claims of one office',
    from,
    value: 3,
    source: OURS,
    id: 'Sekian kali satu kantor tidak memperoleh tempat atau nomor masuk daftar.',
    en: 'So many times that an office did not get a place or a number are listed.',
  },
  integrity_late_firing_hours: {
    unit: 'hours',
    from,
    value: 24,
    source: OURS,
    id: 'Tenggat yang dijalankan lebih lambat dari ini masuk daftar.',
    en: 'Deadlines that fired later than this are listed.',
  },
  sample_risk_points: {
    unit: 'points for each kind of row: heavy, middle, light',
    from,
    value: [5, 2, 1],
    source: OURS,
    id: 'Nilai risiko tiap baris daftar integritas untuk penarikan sampel.',
    en: 'Risk points of each row of an integrity list, for drawing samples.',
  },
} as const satisfies { [name: string]: StartingPolicy };
