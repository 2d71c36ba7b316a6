/** Sentences about referrals: consent, needs, places. */
import type { ReferralEvents } from '../../domain/journey/referral/events.ts';
import { ACCOMMODATION, CONSENT, REFERRAL_CLOSED, REFERRAL_PURPOSE } from './codes-custody.ts';
import { about, type TemplatesOf, words } from './template.ts';

const referral = about('referral');
const keeping = about('keeping');

export const REFERRAL: TemplatesOf<ReferralEvents> = {
  ReferralReceived: referral('Rujukan diterima', 'A referral was received', (d, t) =>
    words(
      `Rujukan dari ${t.name(d.referrer)} ke ${t.name(d.centre)} untuk ${t.of(REFERRAL_PURPOSE, d.purpose)} diterima; jawaban paling lambat ${t.dayOf(d.answerDueAt)}`,
      `A referral by ${t.name(d.referrer)} to ${t.name(d.centre)} for ${t.of(REFERRAL_PURPOSE, d.purpose)} was received; to be answered by ${t.dayOf(d.answerDueAt)}`,
    ),
  ),
  ReferralAnswerOverdue: referral(
    'Rujukan belum dijawab sampai batas waktunya',
    'The referral was not answered in time',
  ),
  ReferralReturned: referral('Rujukan dikembalikan', 'The referral was returned'),
  ConsentGiven: referral('Persetujuan diberikan', 'A consent was given', ({ purpose }, t) =>
    words(`Orangnya menyetujui ${t.of(CONSENT, purpose)}`, `The person agreed to ${t.of(CONSENT, purpose)}`),
  ),
  ConsentWithdrawn: referral('Persetujuan ditarik', 'A consent was withdrawn', (d, t) => {
    const id = `Orangnya menarik persetujuan atas ${t.of(CONSENT, d.purpose)}`;
    const en = `The person withdrew the consent to ${t.of(CONSENT, d.purpose)}`;
    return d.stopsTraining
      ? words(`${id} dan menghentikan pelatihan`, `${en} and stops the training`)
      : words(id, en);
  }),
  ReferralConsented: referral(
    'Rujukan kini didasarkan pada persetujuan orangnya',
    'The referral now stands on the consent of the person',
  ),
  NeedsAssessed: referral('Kebutuhan akomodasi dinilai', 'Needs were assessed', ({ needs }, t) => {
    if (needs.length === 0)
      return words('Kebutuhan akomodasi dinilai: tidak ada', 'Needs were assessed: none');
    const all = t.allOf(ACCOMMODATION, needs);
    return words(`Kebutuhan akomodasi dinilai: ${all}`, `Needs were assessed: ${all}`);
  }),
  AccommodationPlanned: referral('Akomodasi direncanakan', 'An accommodation was planned', (d, t) =>
    words(
      `${t.of(ACCOMMODATION, d.code)} direncanakan untuk kelas yang mulai ${t.date(d.classStartsOn)}`,
      `${t.of(ACCOMMODATION, d.code)} was planned for the class that begins on ${t.date(d.classStartsOn)}`,
    ),
  ),
  AccommodationProvided: referral('Akomodasi disediakan', 'An accommodation was provided', ({ code }, t) =>
    words(`${t.of(ACCOMMODATION, code)} disediakan`, `${t.of(ACCOMMODATION, code)} was provided`),
  ),
  AccommodationConfirmed: referral(
    'Akomodasi dipastikan sesuai',
    'An accommodation was confirmed',
    ({ code }, t) =>
      words(`${t.of(ACCOMMODATION, code)} dipastikan sesuai`, `${t.of(ACCOMMODATION, code)} was confirmed`),
  ),
  AccommodationOverdue: referral(
    'Akomodasi belum siap sampai batas waktunya',
    'An accommodation was not ready in time',
    ({ code }, t) =>
      words(
        `${t.of(ACCOMMODATION, code)} belum siap sampai batas waktunya`,
        `${t.of(ACCOMMODATION, code)} was not ready in time`,
      ),
  ),
  PutOnWaitingList: referral(
    'Dimasukkan ke daftar tunggu',
    'The person was put on the waiting list',
    (d, t) =>
      words(
        `Dimasukkan ke daftar tunggu ${t.name(d.programmeId)} sampai ${t.dayOf(d.expiresAt)}`,
        `The person was put on the waiting list for ${t.name(d.programmeId)} until ${t.dayOf(d.expiresAt)}`,
      ),
  ),
  PlaceOffered: referral('Tempat di kelas ditawarkan', 'A place in a class was offered', ({ accepted }) =>
    accepted
      ? words('Tempat di kelas ditawarkan dan diterima', 'A place in a class was offered and accepted')
      : words('Tempat di kelas ditawarkan dan tidak diterima', 'A place in a class was offered and declined'),
  ),
  WaitingListExpiryNoticed: referral(
    'Diingatkan: masa di daftar tunggu hampir berakhir',
    'A reminder was given: the place on the waiting list ends soon',
  ),
  WaitingListExpired: referral('Masa di daftar tunggu berakhir', 'The place on the waiting list ended'),
  ReferralEnrolled: referral(
    'Pelatihan dimulai; rujukan terpenuhi',
    'Training began; the referral has reached its aim',
  ),
  ReferralClosed: referral('Rujukan ditutup', 'The referral was closed', ({ reason }, t) =>
    words(
      `Rujukan ditutup karena ${t.of(REFERRAL_CLOSED, reason)}`,
      `The referral was closed because ${t.of(REFERRAL_CLOSED, reason)}`,
    ),
  ),
  ReferralLetterMade: referral('Surat dibuat', 'A letter was made', (d, t) =>
    words(
      `Surat nomor ${t.text(d.number)} tanggal ${t.date(d.date)} dibuat`,
      `Letter number ${t.text(d.number)} of ${t.date(d.date)} was made`,
    ),
  ),
  ReferralRetentionEnded: keeping(
    'Masa simpan berkas rujukan berakhir. Tidak ada data yang dihapus karenanya',
    'The time for which the referral is kept has ended. Nothing was erased by it',
  ),
};
