/** Sentences about sessions and hours. */
import type { CommunityServiceEvents } from '../../domain/journey/events.ts';
import { EXCUSE, NOT_CREDITED } from './codes-service.ts';
import { about, type TemplatesOf, words } from './template.ts';

const session = about('session');

const sum = (parts: readonly { readonly minutes: number }[] | undefined): number | undefined =>
  parts?.reduce((total, { minutes }) => total + minutes, 0);

const CREDITED_AS = {
  WORK: words('kerja', 'of work'),
  TRAINING: words('pelatihan', 'of training'),
};

export const SESSION = {
  SessionCheckedIn: session('Kehadiran di tempat kerja sosial dicatat', 'The person checked in', (d, t) =>
    words(
      `Hadir di ${t.name(d.siteId)} pada ${t.reading(d.start)} ${t.text(d.zone)}`,
      `The person checked in at ${t.name(d.siteId)} on ${t.reading(d.start)} ${t.text(d.zone)}`,
    ),
  ),
  SessionCheckedOut: session('Sesi selesai', 'The person checked out', (d, t) => {
    const worked = t.hours(sum(d.parts));
    return words(
      `Pulang pada ${t.reading(d.end)}; ${worked} kerja tercatat`,
      `The person checked out on ${t.reading(d.end)} after ${worked} of work`,
    );
  }),
  SessionRecorded: session('Sesi dicatat', 'A session was recorded', (d, t) => {
    const when = t.span(d.start, d.end, d.zone);
    const worked = t.hours(sum(d.parts));
    return words(
      `Sesi di ${t.name(d.siteId)} dicatat: ${when}, ${worked}`,
      `A session at ${t.name(d.siteId)} was recorded: ${when}, ${worked}`,
    );
  }),
  MinutesCredited: session('Jam diakui', 'Hours were credited', (d, t) => {
    const much = `${t.hours(d.minutes)} ${t.of(CREDITED_AS, d.kind)}`;
    const id = `${much} pada ${t.date(d.date)} diakui`;
    const en = `The person was credited with ${much} on ${t.date(d.date)}`;
    if (d.insteadOf === undefined) return words(id, en);
    const before = t.of(NOT_CREDITED, d.insteadOf);
    return words(
      `${id}; sebelumnya belum diakui karena ${before}`,
      `${en}; until then this did not count because ${before}`,
    );
  }),
  MinutesNotCredited: session('Ada jam yang tidak diakui', 'Some hours were not credited', (d, t) =>
    words(
      `${t.hours(d.minutes)} pada ${t.date(d.date)} tidak diakui karena ${t.of(NOT_CREDITED, d.reason)}`,
      `The person was not credited with ${t.hours(d.minutes)} on ${t.date(d.date)} because ${t.of(NOT_CREDITED, d.reason)}`,
    ),
  ),
  CreditWithdrawn: session('Pengakuan jam ditarik', 'Credited hours were taken back', (d, t) =>
    words(
      `Pengakuan ${t.hours(d.minutes)} pada ${t.date(d.date)} ditarik karena ${t.of(NOT_CREDITED, d.reason)}`,
      `The credit of ${t.hours(d.minutes)} on ${t.date(d.date)} was taken back because ${t.of(NOT_CREDITED, d.reason)}`,
    ),
  ),
  SessionConfirmed: session('Sesi dikonfirmasi', 'The session was confirmed', (d, t) =>
    words(
      `Tempat kerja sosial mengonfirmasi ${t.session(d.sessionId)}`,
      `The site confirmed ${t.session(d.sessionId)}`,
    ),
  ),
  SessionDisputed: session('Sesi disanggah', 'The session was disputed', (d, t) =>
    words(
      `Tempat kerja sosial menyanggah ${t.session(d.sessionId)}`,
      `The site disputed ${t.session(d.sessionId)}`,
    ),
  ),
  SessionConfirmationChased: session('Konfirmasi sesi ditagih', 'The site was chased to confirm', (d, t) =>
    words(
      `Konfirmasi ${t.session(d.sessionId)} ditagih kepada tempat kerja sosial`,
      `The site was chased to confirm ${t.session(d.sessionId)}`,
    ),
  ),
  SessionConfirmationEscalated: session(
    'Sesi yang belum dikonfirmasi diteruskan kepada jaksa',
    'A session without confirmation was passed on to the prosecutor',
    (d, t) =>
      words(
        `Konfirmasi ${t.session(d.sessionId)} tidak kunjung datang dan diteruskan kepada jaksa`,
        `The missing confirmation of ${t.session(d.sessionId)} was passed on to the prosecutor`,
      ),
  ),
  SessionExcused: session(
    'Ketidakhadiran dengan alasan sah dicatat',
    'An excused absence was recorded',
    (d, t) =>
      words(
        `Tidak hadir pada ${t.day(d.date)} dengan alasan sah: ${t.of(EXCUSE, d.reason)}`,
        `Absent on ${t.day(d.date)} with an excuse: ${t.of(EXCUSE, d.reason)}`,
      ),
  ),
  NoShowRecorded: session(
    'Ketidakhadiran tanpa kabar dicatat',
    'An absence without notice was recorded',
    (d, t) =>
      words(`Tidak hadir tanpa kabar pada ${t.day(d.date)}`, `Absent without notice on ${t.day(d.date)}`),
  ),
  SessionCreditDecided: session(
    'Jaksa memutuskan tentang sesi',
    'A prosecutor decided on a session',
    (d, t) =>
      d.credited
        ? words(
            `Jaksa memutuskan ${t.session(d.sessionId)} diakui`,
            `A prosecutor decided that ${t.session(d.sessionId)} counts`,
          )
        : words(
            `Jaksa memutuskan ${t.session(d.sessionId)} tidak diakui`,
            `A prosecutor decided that ${t.session(d.sessionId)} does not count`,
          ),
  ),
  OverlapFound: session(
    'Dua sesi ditemukan bertumpang tindih',
    'Two sessions were found to lie over one another',
    (d, t) =>
      words(
        `Waktu di ${t.name(d.siteId)} bertumpang tindih dengan ${t.session(d.otherSessionId)}`,
        `Time at ${t.name(d.siteId)} was found to lie over ${t.session(d.otherSessionId)}`,
      ),
  ),
  OverworkFlagged: session(
    'Kerja melebihi batas sehari ditandai',
    'Work beyond the daily limit was flagged',
    (d, t) =>
      words(
        `${t.hours(d.actualMinutes)} kerja pada ${t.date(d.date)} di ${t.name(d.siteId)} melebihi batas sehari`,
        `Work on ${t.date(d.date)} at ${t.name(d.siteId)} lasted ${t.hours(d.actualMinutes)}: more than a day allows`,
      ),
  ),
  TrainingHoursRecorded: session('Jam pelatihan dicatat', 'Training hours were recorded', (d, t) =>
    words(
      `Pelatihan di ${t.name(d.siteId)} pada ${t.date(d.date)} dicatat: ${t.jp(d.jp)}, yaitu ${t.hours(d.minutes)}`,
      `Training at ${t.name(d.siteId)} on ${t.date(d.date)} was recorded: ${t.jp(d.jp)}, that is ${t.hours(d.minutes)}`,
    ),
  ),
  MeasureMinutesCredited: session(
    'Jam tindakan pelatihan diakui',
    'Hours of the court-ordered training were credited',
    (d, t) =>
      words(
        `${t.hours(d.minutes)} tindakan pelatihan diakui`,
        `The person was credited with ${t.hours(d.minutes)} of the court-ordered training`,
      ),
  ),
  MeasureMinutesWithdrawn: session(
    'Pengakuan jam tindakan pelatihan ditarik',
    'Credited hours of the court-ordered training were taken back',
    (d, t) =>
      words(
        `Pengakuan ${t.hours(d.minutes)} tindakan pelatihan ditarik`,
        `The credit of ${t.hours(d.minutes)} of the court-ordered training was taken back`,
      ),
  ),
  WorkAfterDeathRecorded: session(
    'Sesi sesudah tanggal meninggal tercatat; perlu diperiksa',
    'A session after the recorded date of death was entered; somebody should look',
    (d, t) =>
      words(
        `Sesi di ${t.name(d.siteId)} tercatat sesudah tanggal meninggal; perlu diperiksa`,
        `A session at ${t.name(d.siteId)} lies after the recorded date of death; somebody should look`,
      ),
  ),
  EventCorrected: session('Catatan dikoreksi', 'An entry was corrected', (d, t) => {
    if (d.sessionId === undefined) {
      return words(
        `Catatan nomor ${t.whole(d.corrects)} dikoreksi`,
        `Entry ${t.whole(d.corrects)} was corrected`,
      );
    }
    const wrong = t.session(d.sessionId);
    return d.replacedBy === undefined
      ? words(
          `Catatan ${wrong} dinyatakan keliru dan tidak dihitung`,
          `The entry of ${wrong} was declared wrong and counts for nothing`,
        )
      : words(
          `Catatan ${wrong} dikoreksi; penggantinya ${t.session(d.replacedBy)}`,
          `The entry of ${wrong} was corrected; ${t.session(d.replacedBy)} takes its place`,
        );
  }),
} satisfies Partial<TemplatesOf<CommunityServiceEvents>>;
