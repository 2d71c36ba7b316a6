/** Sentences about warnings, the review of an alleged breach, and what was decided. */
import type { CommunityServiceEvents } from '../../domain/journey/events.ts';
import { BREACH_GROUND } from './codes-service.ts';
import { about, type TemplatesOf, words } from './template.ts';

const breach = about('breach');

export const BREACH = {
  WarningLetterIssued: breach('Surat peringatan diterbitkan', 'A warning letter was issued', (d, t) =>
    words(
      `Surat peringatan ke-${t.whole(d.number)} diterbitkan`,
      `Warning letter number ${t.whole(d.number)} was issued`,
    ),
  ),
  BreachReviewOpened: breach(
    'Peninjauan dugaan pelanggaran dibuka',
    'A review of an alleged breach was opened',
    (d, t) => {
      const why = t.of(BREACH_GROUND, d.ground);
      const id = `Peninjauan dugaan pelanggaran dibuka karena ${why}`;
      const en = `A review of an alleged breach was opened because ${why}`;
      if (d.minutesShort === 0) return words(id, en);
      const short = t.hours(d.minutesShort);
      return words(`${id}; kurang ${short}`, `${en}; ${short} missing`);
    },
  ),
  NewOffenceReported: breach('Tindak pidana baru dilaporkan', 'A new offence was reported'),
  BreachOpinionOverdue: breach(
    'Pendapat Bapas tentang dugaan pelanggaran terlambat',
    'The opinion of the probation office on the alleged breach is overdue',
  ),
  BreachOpinionRecorded: breach(
    'Pendapat Bapas tentang dugaan pelanggaran dicatat',
    'The opinion of the probation office was recorded',
    ({ lawfulExcuse }) =>
      lawfulExcuse
        ? words(
            'Bapas berpendapat ada alasan yang sah',
            'The probation office is of the opinion that there was a lawful excuse',
          )
        : words(
            'Bapas berpendapat tidak ada alasan yang sah',
            'The probation office is of the opinion that there was no lawful excuse',
          ),
  ),
  BreachDecisionChased: breach(
    'Keputusan tentang dugaan pelanggaran ditagih kepada jaksa',
    'The prosecutor was chased for the decision on the alleged breach',
  ),
  BreachReviewClosed: breach(
    'Peninjauan selesai; pelaksanaan diteruskan',
    'The review ended; the execution goes on',
  ),
  RepeatOrdered: breach('Diputuskan mengulangi pidana', 'It was ordered to repeat hours', (d, t) =>
    words(
      `Diputuskan mengulangi ${t.hours(d.repeatMinutes)} sampai ${t.dayOf(d.windowEndsAt)}`,
      `It was ordered to repeat ${t.hours(d.repeatMinutes)} by ${t.dayOf(d.windowEndsAt)}`,
    ),
  ),
  ReplacedPrisonOrdered: breach(
    'Diputuskan menjalani pidana penjara yang diganti',
    'It was ordered to serve the prison term that had been replaced',
    (d, t) =>
      words(
        `Diputuskan menjalani pidana penjara ${t.days(d.prisonDays)} di ${t.name(d.facility)}`,
        `It was ordered to serve ${t.days(d.prisonDays)} of prison at ${t.name(d.facility)}`,
      ),
  ),
  ReplacedFineOrdered: breach(
    'Diputuskan membayar denda yang diganti',
    'It was ordered to pay the fine that had been replaced',
    (d, t) =>
      words(
        `Diputuskan membayar denda ${t.rupiah(d.rupiah)} paling lambat ${t.dayOf(d.payBy)}`,
        `It was ordered to pay a fine of ${t.rupiah(d.rupiah)} by ${t.dayOf(d.payBy)}`,
      ),
  ),
  FinePaymentOverdue: breach('Denda belum dibayar sampai batas waktunya', 'The fine was not paid in time'),
  LinkedCaseOpened: breach('Perkara lanjutan di Lapas dibuka', 'A case in prison was opened', (d, t) =>
    words(
      `Perkara lanjutan di ${t.name(d.facility)} dibuka: ${t.days(d.days)}`,
      `A case that goes on at ${t.name(d.facility)} was opened: ${t.days(d.days)}`,
    ),
  ),
} satisfies Partial<TemplatesOf<CommunityServiceEvents>>;
