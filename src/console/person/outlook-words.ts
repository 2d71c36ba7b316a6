/** The outlook in sentences: "Sisa 37 jam: 2 × 4 jam seminggu sampai 9 Maret 2027; jangka waktu berakhir 20 April 2027." */
import type { Way } from '../../domain/journey/outlook/ways.ts';
import { countInWords, dateInWords, durationInWords, weekdayName } from '../words/amounts.ts';
import type { Language } from '../words/words.ts';
import type { OutlookSeen } from './journey-view.ts';

type Said = (id: string, en: string) => string;

const choose =
  (language: Language): Said =>
  (id, en) =>
    language === 'id' ? id : en;

/** `Senin dan Kamis`, `Monday and Thursday`. */
function weekdaysInWords(language: Language, weekdays: readonly number[]): string {
  const names = weekdays.map((weekday) => weekdayName(language, weekday));
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')} ${language === 'id' ? 'dan' : 'and'} ${last}`;
}

/** `2 × 4 jam seminggu`; where days differ, the sum of the week. */
function rhythmInWords(language: Language, { rhythm }: OutlookSeen): string {
  if (rhythm === null) return '';
  const { minutesPerDay, minutesPerWeek, weekdays } = rhythm;
  const amount =
    minutesPerDay === null
      ? durationInWords(language, minutesPerWeek)
      : `${weekdays.length} × ${durationInWords(language, minutesPerDay)}`;
  return `${amount} ${language === 'id' ? 'seminggu' : 'a week'}`;
}

/** What would help, as a clause: `tambah hari Senin (5 jam), selesai 17 Agustus 2026`. */
function wayInWords(language: Language, way: Way): string {
  const t = choose(language);
  const minutes = durationInWords(language, way.minutesPerDay);
  const done = dateInWords(language, way.completesOn);
  switch (way.kind) {
    case 'ADD_DAYS': {
      const days = weekdaysInWords(language, way.weekdays);
      return t(
        `tambah hari ${days} (${minutes} sehari): selesai ${done}`,
        `add ${days} (${minutes} a day): done on ${done}`,
      );
    }
    case 'LONGER_DAYS':
      return t(
        `jadikan setiap hari kerja sosial ${minutes}: selesai ${done}`,
        `make each day ${minutes} long: done on ${done}`,
      );
    case 'SCHEDULE': {
      const days = countInWords(language, way.daysPerWeek, { id: 'hari', en: ['day', 'days'] });
      return t(
        `${days} seminggu, ${minutes} sehari: selesai ${done}`,
        `${days} a week, ${minutes} a day: done on ${done}`,
      );
    }
  }
}

function first(language: Language, outlook: OutlookSeen): string {
  const t = choose(language);
  const { kind, minutesLeft, minutesShort, completesOn, windowEndsOn } = outlook;
  const left = durationInWords(language, minutesLeft);
  const end = windowEndsOn === null ? '' : dateInWords(language, windowEndsOn);
  switch (kind) {
    case 'DONE':
      return minutesLeft === 0
        ? t('Semua jam sudah dijalani.', 'All hours are done.')
        : t('Tidak ada jam yang dijalani lagi.', 'No hours are worked any more.');
    case 'ON_TIME': {
      const done = completesOn === null ? '' : dateInWords(language, completesOn);
      const rhythm = rhythmInWords(language, outlook);
      return t(
        `Sisa ${left}: ${rhythm} sampai ${done}; jangka waktu berakhir ${end}.`,
        `${left} left: ${rhythm} until ${done}; the window ends on ${end}.`,
      );
    }
    case 'SHORT': {
      const short = durationInWords(language, minutesShort);
      const rhythm = rhythmInWords(language, outlook);
      return t(
        `Sisa ${left}, dengan ${rhythm} tidak akan selesai pada waktunya: kurang ${short} saat jangka waktu berakhir ${end}.`,
        `${left} left, and at ${rhythm} it will not be done in time: ${short} short when the window ends on ${end}.`,
      );
    }
    case 'WINDOW_ENDED':
      return t(
        `Jangka waktu berakhir ${end}, dan ${left} belum dijalani. Jam sesudahnya dicatat, tetapi baru dihitung bila jaksa memutuskannya.`,
        `The window ended on ${end} with ${left} not done. Later hours are recorded and count only if the prosecutor decides so.`,
      );
    case 'NO_PLAN':
      return t(
        `Sisa ${left}. Belum ada jadwal${end === '' ? '' : `; jangka waktu berakhir ${end}`}.`,
        `${left} left. There is no schedule${end === '' ? ' yet' : `; the window ends on ${end}`}.`,
      );
  }
}

/** What would help, as a clause; empty where nothing needs to change. */
export function helpInWords(language: Language, { ways, beyondReach }: OutlookSeen): string {
  const t = choose(language);
  if (beyondReach) {
    return t(
      'jam terbanyak pada setiap hari buka pun tidak cukup; jangka waktu hanya berubah dengan surat pengadilan atau jaksa.',
      'even the longest day on every open day would not do; only a document of the court or the prosecutor changes the window.',
    );
  }
  return ways.length === 0
    ? ''
    : `${ways.map((way) => wayInWords(language, way)).join(t('; atau ', '; or '))}.`;
}

function help(language: Language, outlook: OutlookSeen): string[] {
  const t = choose(language);
  const clause = helpInWords(language, outlook);
  if (clause === '') return [];
  if (outlook.beyondReach) return [clause[0]?.toUpperCase() + clause.slice(1)];
  return outlook.kind === 'NO_PLAN'
    ? [t(`Yang cukup: ${clause}`, `What would do: ${clause}`)]
    : [t(`Yang dapat membantu: ${clause}`, `What would help: ${clause}`)];
}

/** Days that cannot be made longer: eight hours a day is the law's limit. */
function fullDays(language: Language, { rhythm, kind, dailyLimitMinutes }: OutlookSeen): string[] {
  const full = rhythm?.fullWeekdays ?? [];
  if (kind !== 'SHORT' || full.length === 0) return [];
  const days = weekdaysInWords(language, full);
  const limit = durationInWords(language, dailyLimitMinutes);
  return [
    choose(language)(
      `Hari ${days} sudah penuh: ${limit} sehari, batas Pasal 85 ayat (5).`,
      `${days} ${full.length === 1 ? 'is' : 'are'} full: ${limit} a day is the limit of art. 85(5).`,
    ),
  ];
}

function beside(language: Language, outlook: OutlookSeen): string[] {
  const t = choose(language);
  const { kind, hold, restartBy, sharedDays, yearsWithoutHolidays, minutesLeftToday, dailyLimitMinutes } =
    outlook;
  if (kind === 'DONE') return [];
  const limit = durationInWords(language, dailyLimitMinutes);
  const restart =
    restartBy === null
      ? t('Jangka waktu tetap berjalan.', 'The window runs on.')
      : t(
          `Jangka waktu tetap berjalan: paling lambat dilanjutkan ${dateInWords(language, restartBy)}.`,
          `The window runs on: it must go on by ${dateInWords(language, restartBy)} at the latest.`,
        );
  const until = hold?.until == null ? '' : ` ${t('sampai', 'until')} ${dateInWords(language, hold.until)}`;
  const days = countInWords(language, sharedDays, { id: 'hari', en: ['day', 'days'] });
  return [
    ...(hold === null ? [] : [`${t('Pelaksanaan ditunda', 'Execution is on hold')}${until}. ${restart}`]),
    ...(minutesLeftToday > 0
      ? []
      : [t(`Hari ini sudah penuh: ${limit}.`, `Today is full: ${limit} are done.`)]),
    ...(sharedDays === 0
      ? []
      : [
          t(
            `Pada ${days} perkara lain orang ini memakai sebagian dari ${limit} sehari.`,
            `On ${days} another case of this person takes a part of the ${limit} a day.`,
          ),
        ]),
    ...(yearsWithoutHolidays.length === 0
      ? []
      : [
          t(
            `Hari libur ${yearsWithoutHolidays.join(', ')} belum dimuat; tanggalnya masih dapat bergeser.`,
            `The holidays of ${yearsWithoutHolidays.join(', ')} are not loaded yet; the date may still move.`,
          ),
        ]),
  ];
}

/** The most important first. */
export const outlookSentences = (language: Language, outlook: OutlookSeen): readonly string[] => [
  first(language, outlook),
  ...help(language, outlook),
  ...fullDays(language, outlook),
  ...beside(language, outlook),
];
