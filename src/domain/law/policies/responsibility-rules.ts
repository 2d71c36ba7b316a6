/** Who decides, and on what paper. */
import type { StartingPolicy } from './starting-policy.ts';
import { CODE, CODE_IN_FORCE as from } from './starting-policy.ts';

export const RESPONSIBILITY_RULES = {
  final_date_rule: {
    unit: 'rule',
    from,
    value: 'ENTERED_FROM_COURT_PAPER',
    source: 'assumption L-10',
    question: 'L-10',
    id: 'Tanggal berkekuatan hukum tetap dimasukkan dari surat pengadilan, tidak pernah dihitung.',
    en: 'The final date is entered from the court paper and never computed.',
  },
  place_source_rule: {
    unit: 'rule',
    from,
    value: 'COURT_OR_PROSECUTOR',
    source: `${CODE} art. 85(6)`,
    question: 'L-08',
    id: 'Tempat dapat ditetapkan dalam amar atau oleh jaksa; sumbernya dicatat.',
    en: 'The place may come from the ruling or the prosecutor; its source is stored.',
  },
  site_assigner_rule: {
    unit: 'rule',
    from,
    value: 'PROSECUTOR_ASSIGNS_COUNSELLOR_ADVISES',
    source: `${CODE} art. 85(8)`,
    question: 'L-12',
    id: 'Jaksa menetapkan lokasi dengan saran pembimbing kemasyarakatan.',
    en: 'The prosecutor assigns the site, the probation counsellor advises.',
  },
  breach_path: {
    unit: 'ordered steps',
    from,
    value: ['PROBATION_OPINION', 'PROSECUTOR', 'JUDGE'],
    source: `${CODE} art. 77, 85(7)`,
    question: 'L-03',
    id: 'Pendapat pembimbing kemasyarakatan, jaksa, lalu hakim; sistem hanya mencatat putusannya.',
    en: 'Counsellor’s opinion, prosecutor, then judge; the system only records the decision.',
  },
  breach_part_rule: {
    unit: 'rule',
    from,
    value: 'PROPORTIONAL_ROUNDED_DOWN',
    source: `${CODE} art. 85(7)`,
    question: 'L-04',
    id: 'Bagian yang tersisa dihitung sebanding dan dibulatkan ke bawah, hanya sebagai saran.',
    en: 'The remaining part is proportional, rounded down, and only advice.',
  },
  safety_cover_required: {
    unit: 'yes or no',
    from,
    value: false,
    source: `${CODE} art. 85(2)(e)`,
    question: 'L-14',
    id: 'Perlindungan kecelakaan kerja boleh kosong, dengan peringatan.',
    en: 'Accident cover may be empty, with a warning.',
  },
  warning_letters_before_review: {
    unit: 'letters',
    from,
    value: 3,
    source: 'practice A-21',
    id: 'Surat peringatan ke berapa yang membuka pemeriksaan pelanggaran.',
    en: 'The warning letter that opens a breach review.',
  },
} as const satisfies { [name: string]: StartingPolicy };
