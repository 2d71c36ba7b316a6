/** Sentences about keeping the record: merging, legal hold, rights of the person, breaches of data protection. */
import type { KeepingEvents } from '../../domain/journey/keeping/events.ts';
import { DATA, RIGHT, RIGHT_OUTCOME, TOLD } from './codes-work.ts';
import { about, type TemplatesOf, words } from './template.ts';

const keeping = about('keeping');
const identity = about('identity');

export const KEEPING: TemplatesOf<KeepingEvents> = {
  PersonMergeRequested: identity(
    'Penggabungan dengan catatan lain orang yang sama diminta',
    'A merge with another record of the same person was asked for',
  ),
  PersonMergeDeclined: identity(
    'Catatan ini tidak dapat digabungkan dan tetap ada',
    'This record could not be merged and stays',
  ),
  PersonMergeRefused: identity(
    'Penggabungan dengan catatan lain tidak terlaksana',
    'The merge with another record did not take place',
  ),
  PersonMergedAway: identity(
    'Catatan ini digabungkan ke catatan lain orang yang sama',
    'This record was merged into another one of the same person',
  ),
  PersonMerged: identity(
    'Catatan lain orang yang sama digabungkan ke sini',
    'Another record of the same person was merged into this one',
    ({ daysOverLimit, overlaps }, t) => {
      const id = 'Catatan lain orang yang sama digabungkan ke sini';
      const en = 'Another record of the same person was merged into this one';
      const looks = daysOverLimit.length + overlaps.length;
      if (looks === 0) return words(id, en);
      return words(
        `${id}; perlu diperiksa: ${t.count(looks, { id: 'hal', en: ['matter', 'matters'] })}`,
        `${en}; to be looked at: ${t.count(looks, { id: 'hal', en: ['matter', 'matters'] })}`,
      );
    },
  ),
  PersonUnmerged: identity(
    'Penggabungan dengan catatan lain dibatalkan',
    'The merge with another record was undone',
  ),
  PersonReturned: identity('Catatan ini berdiri sendiri lagi', 'This record stands by itself again'),
  LegalHoldPlaced: keeping(
    'Penahanan hukum dipasang: tidak ada data yang boleh dianonimkan',
    'A legal hold was placed: nothing may be anonymised',
  ),
  LegalHoldLifted: keeping('Penahanan hukum dicabut', 'The legal hold was lifted'),
  RetentionHeld: keeping(
    'Masa simpan berakhir, tetapi penahanan hukum masih berlaku',
    'The time of keeping has ended, but a legal hold stands',
  ),
  RightsRequestFiled: keeping(
    'Permintaan hak atas data diajukan',
    'A request about personal data was filed',
    (d, t) =>
      words(
        `Permintaan hak atas data diajukan: ${t.of(RIGHT, d.kind)}; jawaban paling lambat ${t.moment(d.answerDueAt)}`,
        `A request about personal data was filed: ${t.of(RIGHT, d.kind)}; to be answered by ${t.moment(d.answerDueAt)}`,
      ),
  ),
  RightsRequestAnswered: keeping(
    'Permintaan hak atas data dijawab',
    'The request about personal data was answered',
    (d, t) =>
      words(
        `Permintaan hak atas data dijawab: ${t.of(RIGHT_OUTCOME, d.outcome)}`,
        `The request about personal data was answered: ${t.of(RIGHT_OUTCOME, d.outcome)}`,
      ),
  ),
  RightsRequestOverdue: keeping(
    'Permintaan hak atas data belum dijawab sampai batas waktunya',
    'The request about personal data was not answered in time',
  ),
  DataBreachDetected: keeping(
    'Kebocoran data diketahui',
    'A breach of data protection was detected',
    (d, t) =>
      words(
        `Kebocoran data diketahui: ${t.allOf(DATA, d.categories)}; pemberitahuan paling lambat ${t.moment(d.notifyBy)}`,
        `A breach of data protection was detected: ${t.allOf(DATA, d.categories)}; to be notified by ${t.moment(d.notifyBy)}`,
      ),
  ),
  DataBreachEscalated: keeping(
    'Kebocoran data belum diberitahukan',
    'The data breach was not notified yet',
    (d, t) =>
      words(
        `Kebocoran data belum diberitahukan; sisa waktu ${t.hours(d.hoursLeft * 60)}`,
        `The data breach was not notified yet; ${t.hours(d.hoursLeft * 60)} left`,
      ),
  ),
  DataBreachNotified: keeping(
    'Kebocoran data diberitahukan',
    'The data breach was notified',
    ({ told, late }, t) => {
      const id = `Kebocoran data diberitahukan kepada ${t.of(TOLD, told)}`;
      const en = `The data breach was notified to ${t.of(TOLD, told)}`;
      return late ? words(`${id}, terlambat`, `${en}, late`) : words(id, en);
    },
  ),
};
