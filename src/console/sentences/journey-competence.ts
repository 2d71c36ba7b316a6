/** Sentences about appeals and retests, and about the certificate in its holder's record. */
import type { AssessmentEvents } from '../../domain/journey/assessment/events.ts';
import { APPEAL, CERTIFICATE_NOW } from './codes-learning.ts';
import { about, type Said, type TemplatesOf, words } from './template.ts';

const assessment = about('assessment');
const certificate = about('certificate');

const OWED: Said<AssessmentEvents['CertificateOutcomeOwed']['outcome']> = {
  UNFREEZE: words('mencairkan sertifikat', 'unfreeze the certificate'),
  WITHDRAW: words('mencabut sertifikat', 'withdraw the certificate'),
};

export const APPEALS = {
  AppealTimeWaived: assessment(
    'Masa banding diperpanjang',
    'The time to appeal was extended',
    ({ until }, t) =>
      words(
        `Masa banding diperpanjang sampai ${t.dayOf(until)}`,
        `The time to appeal was extended until ${t.dayOf(until)}`,
      ),
  ),
  AppealTimeEnded: assessment('Masa banding berakhir', 'The time to appeal ended'),
  RemedialStarted: assessment('Perbaikan dimulai', 'Remedial learning began', (d, t) =>
    words(
      `Perbaikan ${t.units(d.units.length)} dimulai pada ${t.date(d.startedOn)}; uji ulang paling cepat ${t.date(d.earliestRetestOn)}`,
      `Remedial learning of ${t.units(d.units.length)} began on ${t.date(d.startedOn)}; retest from ${t.date(d.earliestRetestOn)}`,
    ),
  ),
  RetestOpened: assessment('Uji ulang dapat diadakan', 'The retest can be held'),
  RetestScheduled: assessment('Uji ulang dijadwalkan', 'A retest was scheduled', (d, t) =>
    words(
      `Uji ulang ke-${t.whole(d.retest)} dijadwalkan pada ${t.day(d.on)} di ${t.name(d.testPlace.placeId)}: ${t.units(d.units.length)}`,
      `Retest number ${t.whole(d.retest)} was scheduled for ${t.day(d.on)} at ${t.name(d.testPlace.placeId)}: ${t.units(d.units.length)}`,
    ),
  ),
  AppealFiled: assessment('Banding diajukan', 'An appeal was filed', (d, t) =>
    words(
      `Banding atas ${t.of(APPEAL, d.ground)} diajukan pada ${t.date(d.filedOn)}; keputusan paling lambat ${t.dayOf(d.decisionDueAt)}`,
      `An appeal about ${t.of(APPEAL, d.ground)} was filed on ${t.date(d.filedOn)}; to be decided by ${t.dayOf(d.decisionDueAt)}`,
    ),
  ),
  AppealAccepted: assessment('Banding diterima untuk diperiksa', 'The appeal was accepted for decision'),
  AppealRejected: assessment('Banding ditolak', 'The appeal was rejected', ({ rejectedOn }, t) =>
    words(`Banding ditolak pada ${t.date(rejectedOn)}`, `The appeal was rejected on ${t.date(rejectedOn)}`),
  ),
  AppealDecisionOverdue: assessment('Keputusan banding terlambat', 'The decision on the appeal is overdue'),
  ReAssessed: assessment(
    'Asesmen ulang oleh asesor lain dilaksanakan',
    'Another assessor tested anew',
    (d, t) =>
      words(
        `Asesmen ulang oleh asesor lain dilaksanakan pada ${t.date(d.takenOn)}: ${t.units(d.results.length)}`,
        `Another assessor tested ${t.units(d.results.length)} anew on ${t.date(d.takenOn)}`,
      ),
  ),
  AppealDecided: assessment('Banding diputus', 'The appeal was decided', (d, t) =>
    d.outcome === 'UPHELD'
      ? words(
          `Banding dikabulkan pada ${t.date(d.decidedOn)}`,
          `The appeal was upheld on ${t.date(d.decidedOn)}`,
        )
      : words(
          `Banding tidak dikabulkan pada ${t.date(d.decidedOn)}`,
          `The appeal was dismissed on ${t.date(d.decidedOn)}`,
        ),
  ),
} satisfies Partial<TemplatesOf<AssessmentEvents>>;

export const HELD_CERTIFICATE = {
  CertificateRequested: certificate('Penerbitan sertifikat diminta', 'A certificate was asked for', (d, t) =>
    words(
      `Penerbitan sertifikat nomor ${t.text(d.number)} diminta dari ${t.name(d.certificationBody)}`,
      `Certificate number ${t.text(d.number)} was asked for at ${t.name(d.certificationBody)}`,
    ),
  ),
  CertificateIssued: certificate('Sertifikat kompetensi diterbitkan', 'A certificate was issued', (d, t) =>
    words(
      `Sertifikat ${t.name(d.schemeId)} nomor ${t.text(d.number)} diterbitkan pada ${t.date(d.issuedOn)}, berlaku sampai ${t.date(d.validUntil)}`,
      `Certificate ${t.name(d.schemeId)} number ${t.text(d.number)} was issued on ${t.date(d.issuedOn)}, valid until ${t.date(d.validUntil)}`,
    ),
  ),
  CertificateIssueRefused: certificate(
    'Sertifikat tidak dapat diterbitkan; nomor, blanko, atau tanggalnya perlu diperiksa',
    'The certificate could not be issued; its number, form or date needs a look',
  ),
  CertificateStatusNoted: certificate(
    'Status sertifikat berubah',
    'The status of the certificate changed',
    (d, t) =>
      words(
        `Sertifikat ${t.name(d.schemeId)} ${t.of(CERTIFICATE_NOW, d.status)} sejak ${t.date(d.on)}`,
        `Certificate ${t.name(d.schemeId)} has been ${t.of(CERTIFICATE_NOW, d.status)} since ${t.date(d.on)}`,
      ),
  ),
  CertificateOutcomeOwed: certificate(
    'LSP perlu menindaklanjuti sertifikat',
    'The certificate needs an answer',
    (d, t) =>
      words(
        `Hasil berubah; LSP perlu ${t.of(OWED, d.outcome)}`,
        `The result changed; the certification body is to ${t.of(OWED, d.outcome)}`,
      ),
  ),
} satisfies Partial<TemplatesOf<AssessmentEvents>>;
