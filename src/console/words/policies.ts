/** What a rule of the register says, and its value with its unit, in words. Its code stays beside it: orders name it. */
import type { JsonValue } from '../../domain/decider.ts';
import { isPolicyName, startingPolicy } from '../../domain/law/policy-catalogue.ts';
import { rupiahInWords, weekdayName } from './amounts.ts';
import { type Language, same, say, type Words } from './words.ts';

const w = (id: string, en: string): Words => ({ id, en });

/** Units as the register has them; those with several numbers say which is which. */
export const POLICY_UNITS: { readonly [unit: string]: Words } = {
  '[months served, days of remission]': w(
    '[bulan dijalani, hari remisi]',
    '[months served, days of remission]',
  ),
  '[months served, months of remission]': w(
    '[bulan dijalani, bulan remisi]',
    '[months served, months of remission]',
  ),
  attempts: w('kali percobaan', 'attempts'),
  'candidates a day': w('asesi sehari', 'candidates a day'),
  'claims of one office': w('perebutan oleh satu kantor', 'claims of one office'),
  'days after the release': w('hari setelah bebas', 'days after the release'),
  'days after the start': w('hari setelah mulai bekerja', 'days after the start'),
  'days before the class': w('hari sebelum kelas', 'days before the class'),
  'days before the end': w('hari sebelum berakhir', 'days before the end'),
  'days before the release': w('hari sebelum bebas', 'days before the release'),
  'days of one person': w('hari kerja satu orang', 'days of one person'),
  'days since graduation': w('hari sejak lulus', 'days since graduation'),
  days: w('hari', 'days'),
  'days, from year 2 on': w('hari, mulai tahun ke-2', 'days, from year 2 on'),
  hours: w('jam', 'hours'),
  letters: w('surat', 'letters'),
  'local hours [from, to)': w('jam setempat (dari, sampai)', 'local hours (from, to)'),
  'local time': w('waktu setempat', 'local time'),
  'local times from and to': w('waktu setempat (dari, sampai)', 'local times (from, to)'),
  minutes: w('menit', 'minutes'),
  'month and day': w('(bulan-tanggal)', '(month-day)'),
  'months of the sentence': w('bulan pidana', 'months of the sentence'),
  'months served': w('bulan dijalani', 'months served'),
  months: w('bulan', 'months'),
  'months, from year 2 on': w('bulan, mulai tahun ke-2', 'months, from year 2 on'),
  'ordered steps': w('(berurutan)', '(in this order)'),
  'people of one account on one date': w(
    'orang dari satu akun pada satu tanggal',
    'people of one account on one date',
  ),
  people: w('orang', 'people'),
  'people: the smallest number that is published': w(
    'orang: angka terkecil yang ditampilkan',
    'people: the smallest number that is published',
  ),
  'percent of JP': w('persen JP', 'percent of JP'),
  'percent of the employer’s workers, rounded down to whole people': w(
    'persen pekerja, dibulatkan ke bawah',
    'percent of the employer’s workers, rounded down to whole people',
  ),
  'percent of workers': w('persen pekerja', 'percent of workers'),
  'percent per month': w('persen sebulan', 'percent per month'),
  'percent: least and most': w('persen: paling sedikit dan paling banyak', 'percent: least and most'),
  persons: w('orang', 'persons'),
  'points for each kind of row: heavy, middle, light': w(
    'angka tiap baris: berat, sedang, ringan',
    'points for each kind of row: heavy, middle, light',
  ),
  'points: unit, scheme, regency, date, need, sector': w(
    'angka: unit, skema, kabupaten, tanggal, kebutuhan, bidang',
    'points: unit, scheme, regency, date, need, sector',
  ),
  'retests a cycle': w('uji ulang tiap putaran', 'retests a cycle'),
  rule: w('', ''),
  'rupiah per hour': w('sejam', 'per hour'),
  'rupiah per person and month': w('per orang dan bulan', 'per person and month'),
  rupiah: w('', ''),
  sessions: w('sesi', 'sessions'),
  'weekday, 1 = Monday': w('', ''),
  'working days before the end': w('hari kerja sebelum berakhir', 'working days before the end'),
  'working days': w('hari kerja', 'working days'),
  'years after closure': w('tahun setelah ditutup', 'years after closure'),
  years: w('tahun', 'years'),
  'years: youngest, and age from which no parent has to agree': w(
    'tahun: usia termuda, dan usia tanpa izin orang tua',
    'years: youngest, and age from which no parent has to agree',
  ),
  'yes or no': w('', ''),
};

/** Values that choose among readings of the law. */
export const POLICY_CHOICES: { readonly [value: string]: Words } = {
  EXECUTION_STARTED: w('sejak pelaksanaan dimulai', 'from the start of execution'),
  CALENDAR_DATE_AT_SITE: w('tanggal setempat di lokasi', 'local date at the site'),
  PERSON: w('tiap orang', 'each person'),
  WORK_AT_BALAI: w('pelatihan di balai dihitung', 'training at the centre counts'),
  ENTERED_FROM_COURT_PAPER: w('menurut surat pengadilan', 'as the court’s paper says'),
  COURT_OR_PROSECUTOR: w('pengadilan atau jaksa', 'the court or the prosecutor'),
  PROSECUTOR_ASSIGNS_COUNSELLOR_ADVISES: w(
    'jaksa menetapkan, pembimbing memberi saran',
    'the prosecutor assigns, the counsellor advises',
  ),
  PROBATION_OPINION: w('pendapat Bapas', 'opinion of the probation office'),
  PROSECUTOR: w('jaksa', 'prosecutor'),
  JUDGE: w('hakim', 'judge'),
  PROPORTIONAL_ROUNDED_DOWN: w('sebanding, dibulatkan ke bawah', 'in proportion, rounded down'),
  OLD_EXPIRY: w('sejak akhir masa yang lama', 'from the old expiry'),
  SHOW_EXACT_AND_ROUNDED_UP: w('angka tepat dan pembulatan ke atas', 'exact, and rounded up'),
};

export const policyWords = (policy: string): Words => {
  if (!isPolicyName(policy)) return same(policy);
  const { id, en } = startingPolicy(policy);
  return { id: titleOf(id), en: titleOf(en) };
};

/** As a title: without the full stop, and without the codes of the values, which are said beside it. */
const titleOf = (sentence: string): string => sentence.replaceAll(/ \([A-Z_]{3,}\)/g, '').replace(/\.$/, '');

export function policyValue(language: Language, value: JsonValue, unit: string): string {
  const unitSaid = say(language, POLICY_UNITS[unit] ?? same(unit));
  return [oneValue(language, value, unit), unitSaid].filter((part) => part !== '').join(' ');
}

function oneValue(language: Language, value: JsonValue, unit: string): string {
  if (typeof value === 'boolean') return say(language, value ? w('ya', 'yes') : w('tidak', 'no'));
  if (typeof value === 'number') {
    if (unit.startsWith('weekday')) return weekdayName(language, value);
    if (unit.startsWith('rupiah')) return rupiahInWords(value);
    return String(value);
  }
  if (typeof value === 'string') return say(language, POLICY_CHOICES[value] ?? same(value));
  if (!Array.isArray(value)) return JSON.stringify(value);
  const nested = value.some((one) => Array.isArray(one));
  return value
    .map((one) => (nested ? `[${oneValue(language, one, unit)}]` : oneValue(language, one, unit)))
    .join(', ');
}
