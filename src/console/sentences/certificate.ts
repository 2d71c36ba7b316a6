/** Sentences about a certificate. Its holder is not named. */
import type { CertificateEvents, IssueRefusal } from '../../domain/certificate/events.ts';
import type { ReviewOutcome } from '../../domain/certificate/state.ts';
import { about, type Said, type TemplatesOf, words } from './template.ts';

const certificate = about('certificate');

const REFUSED: Said<IssueRefusal> = {
  CERTIFICATE_NUMBER_TAKEN: words('nomornya sudah dipakai', 'its number is taken'),
  CERTIFICATE_BLANK_TAKEN: words('blankonya sudah dipakai', 'its form is taken'),
  DATE_IN_FUTURE: words('tanggalnya belum tiba', 'its date lies ahead'),
};

const REVIEWED: Said<ReviewOutcome> = {
  UPHELD: words('tetap berlaku', 'it stands'),
  REASSESS: words('perlu asesmen ulang', 'a new assessment is needed'),
  FREEZE: words('perlu dibekukan', 'it is to be frozen'),
};

export const CERTIFICATE: TemplatesOf<CertificateEvents> = {
  CertificateIssued: certificate('Sertifikat diterbitkan', 'The certificate was issued', (d, t) =>
    words(
      `Sertifikat nomor ${t.text(d.number)} diterbitkan oleh ${t.name(d.certificationBody)} pada ${t.date(d.issuedOn)}, berlaku sampai ${t.date(d.validUntil)}`,
      `Certificate number ${t.text(d.number)} was issued by ${t.name(d.certificationBody)} on ${t.date(d.issuedOn)}, valid until ${t.date(d.validUntil)}`,
    ),
  ),
  CertificateIssueRefused: certificate(
    'Sertifikat tidak dapat diterbitkan',
    'The certificate could not be issued',
    (d, t) =>
      words(
        `Sertifikat tidak dapat diterbitkan karena ${t.of(REFUSED, d.code)}`,
        `The certificate could not be issued because ${t.of(REFUSED, d.code)}`,
      ),
  ),
  ExpiryReminderSent: certificate(
    'Pengingat akhir masa berlaku dikirim',
    'A reminder of the expiry was sent',
    (d, t) =>
      words(
        `Pengingat dikirim: sertifikat berlaku sampai ${t.date(d.validUntil)}`,
        `A reminder was sent: the certificate is valid until ${t.date(d.validUntil)}`,
      ),
  ),
  ExpiryRemindersMissed: certificate(
    'Pengingat akhir masa berlaku tidak terkirim sebelum sertifikat berakhir',
    'Reminders were not sent before the certificate ended',
  ),
  CertificateExpired: certificate(
    'Masa berlaku sertifikat habis',
    'The certificate expired',
    ({ validUntil }, t) =>
      words(
        `Masa berlaku sertifikat habis pada ${t.date(validUntil)}`,
        `The certificate expired on ${t.date(validUntil)}`,
      ),
  ),
  RenewalRequested: certificate(
    'Perpanjangan sertifikat diajukan',
    'A renewal was asked for',
    ({ requestedOn }, t) =>
      words(
        `Perpanjangan sertifikat (RCC) diajukan pada ${t.date(requestedOn)}`,
        `A renewal (RCC) was asked for on ${t.date(requestedOn)}`,
      ),
  ),
  CertificateRenewed: certificate('Sertifikat diperpanjang', 'The certificate was renewed', (d, t) =>
    words(
      `Sertifikat diperpanjang pada ${t.date(d.decidedOn)}, berlaku sampai ${t.date(d.validUntil)}`,
      `The certificate was renewed on ${t.date(d.decidedOn)}, valid until ${t.date(d.validUntil)}`,
    ),
  ),
  CertificateFrozen: certificate('Sertifikat dibekukan', 'The certificate was frozen', (d) =>
    'ground' in d
      ? words(
          'Sertifikat dibekukan karena benturan kepentingan asesor',
          'The certificate was frozen because of a conflict of interest of an assessor',
        )
      : words('Sertifikat dibekukan oleh LSP', 'The certificate was frozen by the certification body'),
  ),
  CertificateUnfrozen: certificate('Pembekuan sertifikat dicabut', 'The certificate was unfrozen'),
  CertificateWithdrawn: certificate('Sertifikat dicabut', 'The certificate was withdrawn'),
  CertificateReprinted: certificate('Sertifikat dicetak ulang', 'The certificate was printed anew', (d, t) =>
    words(
      `Sertifikat dicetak ulang pada blanko ${t.text(d.blankNumber)}`,
      `The certificate was printed anew on form ${t.text(d.blankNumber)}`,
    ),
  ),
  BlankVoided: certificate('Blanko dinyatakan tidak berlaku', 'A form was made void', ({ blankNumber }, t) =>
    words(
      `Blanko ${t.text(blankNumber)} dinyatakan tidak berlaku`,
      `Form ${t.text(blankNumber)} was made void`,
    ),
  ),
  CertificateReviewed: certificate('Sertifikat ditinjau', 'The certificate was reviewed', ({ outcome }, t) =>
    words(
      `Sertifikat ditinjau: ${t.of(REVIEWED, outcome)}`,
      `The certificate was reviewed: ${t.of(REVIEWED, outcome)}`,
    ),
  ),
  PaperNoted: certificate('Lembar sertifikat dibuat', 'The sheet of the certificate was made', (d, t) =>
    words(
      `Lembar sertifikat nomor ${t.text(d.number)} tanggal ${t.date(d.date)} dibuat`,
      `The sheet of certificate number ${t.text(d.number)} was made on ${t.date(d.date)}`,
    ),
  ),
  HolderDeceasedFlagged: certificate(
    'Pemegang sertifikat meninggal; sertifikat tetap sah',
    'The holder has died; the certificate stays valid',
    ({ on }, t) =>
      words(
        `Pemegang sertifikat meninggal pada ${t.date(on)}; sertifikat tetap sah`,
        `The holder died on ${t.date(on)}; the certificate stays valid`,
      ),
  ),
};
