/**
 * The starting policies of community service. Each is loaded into the register as its first value;
 * from then on the register is what counts. `question` names the open question of the law whose
 * working assumption the value is: such a value is ours, and waits for a better source.
 */
import type { JsonValue } from '../decider.ts';
import type { LocalDate } from '../time/moment.ts';

/** UU 1/2023 (KUHP) and UU 20/2025 (KUHAP) have been in force since this date. */
export const CODE_IN_FORCE: LocalDate = '2026-01-02';

export interface StartingPolicy {
  readonly unit: string;
  readonly from: LocalDate;
  readonly value: JsonValue;
  readonly source: string;
  readonly question?: `L-${number}`;
  readonly id: string;
  readonly en: string;
}

const from = CODE_IN_FORCE;
const CODE = 'UU 1/2023';

/** What the code itself says. */
const statute = {
  threat_limit_months: {
    unit: 'months',
    from,
    value: 60,
    source: `${CODE} art. 85(1)`,
    id: 'Ancaman pidana harus kurang dari angka ini; tepat sama tidak cukup.',
    en: 'The maximum threatened prison must be strictly below this; exactly this is not enough.',
  },
  replaced_prison_limit_days: {
    unit: 'days',
    from,
    value: 180,
    source: `${CODE} art. 85(1), 184`,
    id: 'Pidana penjara yang digantikan paling lama 6 Bulan, dan satu Bulan adalah 30 Hari.',
    en: 'The replaced prison term is at most 6 months of 30 days.',
  },
  fine_category_2_rupiah: {
    unit: 'rupiah',
    from,
    value: 10_000_000,
    source: `${CODE} art. 79(1)(b), 85(1)`,
    id: 'Denda yang digantikan paling banyak kategori II.',
    en: 'The replaced fine is at most category II.',
  },
  minimum_hours: {
    unit: 'hours',
    from,
    value: 8,
    source: `${CODE} art. 85(4)`,
    id: 'Lama kerja sosial paling singkat.',
    en: 'Fewest hours that may be ordered.',
  },
  maximum_hours: {
    unit: 'hours',
    from,
    value: 240,
    source: `${CODE} art. 85(4)`,
    id: 'Lama kerja sosial paling lama.',
    en: 'Most hours that may be ordered.',
  },
  daily_limit_minutes: {
    unit: 'minutes',
    from,
    value: 480,
    source: `${CODE} art. 85(5)`,
    id: 'Menit yang dapat dihitung dalam satu hari, untuk semua lokasi.',
    en: 'Minutes that can be credited on one day, across all sites.',
  },
  fine_substitute_rupiah_per_hour: {
    unit: 'rupiah per hour',
    from,
    value: 50_000,
    source: `${CODE} art. 82(4)`,
    question: 'L-11',
    id: 'Pembayaran denda sebesar ini atau kurang mengurangi satu jam kerja sosial pengganti.',
    en: 'A payment of this much or less takes one hour off the substitute.',
  },
  minimum_age_years: {
    unit: 'years',
    from,
    value: 18,
    source: 'UU 11/2012',
    id: 'Umur paling muda pada saat perbuatan untuk jalur ini; di bawahnya berlaku peradilan anak.',
    en: 'Youngest age at the act on this route; below it juvenile justice applies.',
  },
} as const satisfies { [name: string]: StartingPolicy };

/** How open questions about the window and the hours are answered until a source settles them. */
const countingRules = {
  window_days: {
    unit: 'days',
    from,
    value: 180,
    source: `${CODE} art. 85(5), 184, 185`,
    question: 'L-02',
    id: 'Jangka waktu penyelesaian; hari setelah mulai adalah hari pertama.',
    en: 'Completion window; the day after the start is day 1.',
  },
  repeat_window_days: {
    unit: 'days',
    from,
    value: 180,
    source: `${CODE} art. 85(5), 85(7)(a)`,
    question: 'L-03',
    id: 'Jangka waktu pengulangan bila putusan pengulangan tidak menyebutnya.',
    en: 'Window of a repeat when its decision names none.',
  },
  window_start_rule: {
    unit: 'rule',
    from,
    value: 'EXECUTION_STARTED',
    source: `${CODE} art. 85(5), 85(9)(b)`,
    question: 'L-01',
    id: 'Jangka waktu mulai pada berita acara pelaksanaan; jangka waktu dalam putusan didahulukan.',
    en: 'The window starts with the minutes of execution; a period stated in the ruling wins.',
  },
  excused_extends_window: {
    unit: 'yes or no',
    from,
    value: false,
    source: 'assumption L-05',
    question: 'L-05',
    id: 'Izin atau penundaan tidak memperpanjang jangka waktu tanpa dokumen pengadilan atau jaksa.',
    en: 'Leave or suspension extends the window only by a document of the court or the prosecutor.',
  },
  daily_limit_day_rule: {
    unit: 'rule',
    from,
    value: 'CALENDAR_DATE_AT_SITE',
    source: `${CODE} art. 85(5), 185`,
    question: 'L-06',
    id: 'Batas harian dihitung per tanggal setempat; 24 jam berjalan hanya memberi peringatan.',
    en: 'The daily limit counts per local date; a rolling 24 hours only warns.',
  },
  rolling_day_warning_minutes: {
    unit: 'minutes',
    from,
    value: 480,
    source: 'assumption L-06',
    question: 'L-06',
    id: 'Lebih dari ini dalam 24 jam berjalan memberi peringatan.',
    en: 'More than this in a rolling 24 hours warns.',
  },
  daily_limit_scope: {
    unit: 'rule',
    from,
    value: 'PERSON',
    source: 'assumption L-22',
    question: 'L-22',
    id: 'Batas harian berlaku per orang, bukan per putusan.',
    en: 'The daily limit holds per person, not per sentence.',
  },
  break_uncredited_minutes: {
    unit: 'minutes',
    from,
    value: 30,
    source: 'assumption L-23',
    question: 'L-23',
    id: 'Istirahat selama ini atau lebih tidak dihitung.',
    en: 'A break of this length or longer is not credited.',
  },
  briefing_credited: {
    unit: 'yes or no',
    from,
    value: true,
    source: 'assumption L-23',
    question: 'L-23',
    id: 'Pengarahan di lokasi dihitung.',
    en: 'Briefing at the site is credited.',
  },
  travel_credited: {
    unit: 'yes or no',
    from,
    value: false,
    source: 'assumption L-23',
    question: 'L-23',
    id: 'Perjalanan tidak dihitung.',
    en: 'Travel is not credited.',
  },
  late_proof_counts_by_work_date: {
    unit: 'yes or no',
    from,
    value: true,
    source: 'assumption L-32',
    question: 'L-32',
    id: 'Kerja dalam jangka waktu yang terbukti belakangan dihitung menurut tanggal kerja.',
    en: 'Work inside the window that is proved late counts by its work date.',
  },
  surplus_compensated: {
    unit: 'yes or no',
    from,
    value: false,
    source: 'assumption L-31',
    question: 'L-31',
    id: 'Kelebihan jam hanya ditampilkan, tidak diberi ganti.',
    en: 'Surplus hours are shown and not compensated.',
  },
  jp_minutes: {
    unit: 'minutes',
    from,
    value: 45,
    source: 'practice C-05',
    id: 'Lama satu jam pelatihan (JP).',
    en: 'Length of one training hour (JP).',
  },
  hour_credit_policy_default: {
    unit: 'rule',
    from,
    value: 'WORK_AT_BALAI',
    source: `${CODE} art. 85(1) elucidation`,
    question: 'L-07',
    id: 'Kerja di balai dihitung; pelatihan hanya dihitung bila ada dokumen yang menyatakannya.',
    en: 'Work at a training centre counts; training counts only where a document says so.',
  },
  training_refusal_affects_hours: {
    unit: 'yes or no',
    from,
    value: false,
    source: 'assumption L-29',
    question: 'L-29',
    id: 'Menolak pelatihan sukarela tidak memengaruhi jam kerja sosial.',
    en: 'Refusing voluntary training never affects the hours.',
  },
} as const satisfies { [name: string]: StartingPolicy };

/** Who decides, and on what paper. */
const responsibilityRules = {
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

/** Service times. Missing one has no legal effect of its own, only a reminder. */
const serviceTimes = {
  execution_due_days: {
    unit: 'days',
    from,
    value: 7,
    source: 'practice A-22',
    id: 'Pelaksanaan putusan sejak berkekuatan hukum tetap.',
    en: 'Execution after the ruling is final.',
  },
  missing_data_chase_days: {
    unit: 'days',
    from,
    value: 7,
    source: 'design I.2',
    id: 'Penagihan data yang kurang pada putusan yang dicatat.',
    en: 'Chase for data missing from a registered ruling.',
  },
  site_answer_days: {
    unit: 'days',
    from,
    value: 2,
    source: 'design I.7',
    id: 'Jawaban lokasi atas penempatan.',
    en: 'A site’s answer to an assignment.',
  },
  site_reassignment_days: {
    unit: 'days',
    from,
    value: 2,
    source: 'design I.6b',
    id: 'Penempatan ulang setelah lokasi dihentikan.',
    en: 'Reassignment after a site is suspended.',
  },
  session_confirmation_days: {
    unit: 'days',
    from,
    value: 2,
    source: 'design I.7',
    id: 'Konfirmasi sesi oleh lokasi.',
    en: 'A site’s confirmation of a session.',
  },
  session_escalation_days: {
    unit: 'days',
    from,
    value: 7,
    source: 'design I.7',
    id: 'Sesi yang belum dikonfirmasi diteruskan ke atasan.',
    en: 'An unconfirmed session is escalated.',
  },
  late_recorded_days: {
    unit: 'days',
    from,
    value: 7,
    source: 'design I.7',
    id: 'Sesi yang dicatat lebih lama dari ini setelah dikerjakan diberi tanda terlambat dicatat.',
    en: 'A session recorded more than this long after the work is marked as recorded late.',
  },
  window_warning_days: {
    unit: 'days before the end',
    from,
    value: [60, 30, 14, 7],
    source: 'design I.2',
    id: 'Peringatan sebelum jangka waktu berakhir.',
    en: 'Warnings before the window ends.',
  },
  pace_check_weekday: {
    unit: 'weekday, 1 = Monday',
    from,
    value: 1,
    source: 'design I.7',
    id: 'Hari pemeriksaan laju setiap minggu.',
    en: 'Day of the weekly pace check.',
  },
  breach_opinion_days: {
    unit: 'days',
    from,
    value: 7,
    source: 'design I.2',
    id: 'Pendapat pembimbing kemasyarakatan dalam pemeriksaan pelanggaran.',
    en: 'The probation counsellor’s opinion in a breach review.',
  },
  breach_decision_chase_days: {
    unit: 'days',
    from,
    value: 14,
    source: 'design I.2',
    id: 'Penagihan putusan atas pelanggaran.',
    en: 'Chase for the decision on a breach.',
  },
  signature_chase_days: {
    unit: 'days',
    from,
    value: 7,
    source: 'design I.2',
    id: 'Penagihan tanda tangan berita acara selesai.',
    en: 'Chase for the signature under the completion minutes.',
  },
  retention_years: {
    unit: 'years after closure',
    from,
    value: 10,
    source: 'assumption L-21',
    question: 'L-21',
    id: 'Lama data disimpan setelah perkara ditutup, lalu dianonimkan.',
    en: 'Years a record is kept after closure, then anonymised.',
  },
} as const satisfies { [name: string]: StartingPolicy };

export const STARTING_POLICIES = {
  ...statute,
  ...countingRules,
  ...responsibilityRules,
  ...serviceTimes,
} as const;

export type PolicyName = keyof typeof STARTING_POLICIES;

/** Readers of the register must not depend on one number: `480` widens to `number`. */
type Widened<Value> = Value extends number
  ? number
  : Value extends boolean
    ? boolean
    : Value extends string
      ? string
      : Value extends readonly (infer Item)[]
        ? readonly Widened<Item>[]
        : never;

/** Type of a policy's value: `context.policy<PolicyValue<'window_days'>>('window_days', date)`. */
export type PolicyValue<Name extends PolicyName> = Widened<(typeof STARTING_POLICIES)[Name]['value']>;

export const POLICY_NAMES = Object.keys(STARTING_POLICIES) as PolicyName[];

/** The catalogue's entry under one common type, for showing and loading. */
export const startingPolicy = (name: PolicyName): StartingPolicy => STARTING_POLICIES[name];
