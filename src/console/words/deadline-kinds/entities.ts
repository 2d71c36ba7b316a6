/** What classes, certificates, permits and findings wait for. */
import { type DeadlineTable, said } from './said.ts';

export const CERTIFICATE: DeadlineTable = {
  'certificate-reminder': said(
    'pengingat masa berlaku sertifikat',
    'reminder of the certificate’s end',
    'pemegang diingatkan memperpanjang sertifikat',
    'the holder is reminded to renew the certificate',
  ),
  'certificate-expiry': said(
    'akhir masa berlaku sertifikat',
    'expiry of the certificate',
    'sertifikat menjadi kedaluwarsa',
    'the certificate expires',
  ),
};

export const TRAINING_CLASS: DeadlineTable = {
  'class-opening': said(
    'hari pembukaan pendaftaran kelas',
    'opening of the class',
    'pendaftaran kelas dibuka',
    'the class opens for seats',
  ),
  'class-accommodation': said(
    'batas siapnya akomodasi kelas',
    'time limit for the accommodation of the class',
    'balai diingatkan tentang akomodasi yang belum siap',
    'the centre is reminded of accommodation not yet ready',
  ),
  'class-seat-hold': said(
    'akhir penahanan kursi',
    'end of holding a seat',
    'kursi yang belum dikonfirmasi diberikan kepada daftar tunggu',
    'a seat not confirmed goes to the waiting list',
  ),
  'class-start': said(
    'hari mulai kelas',
    'start of the class',
    'bila kelas belum dimulai, balai diingatkan',
    'if the class has not begun, the centre is reminded',
  ),
  'class-end': said(
    'hari terakhir kelas',
    'last day of the class',
    'bila kelas belum ditutup, balai diingatkan',
    'if the class is not finished, the centre is reminded',
  ),
};

export const PERMIT: DeadlineTable = {
  'permit-feasibility': said(
    'batas penilaian kelayakan',
    'time limit for the feasibility assessment',
    'penilaian yang belum ada dicatat terlambat',
    'an assessment not made is noted as late',
  ),
  'permit-extension-decision': said(
    'batas keputusan perpanjangan RPTKA',
    'time limit to decide the extension',
    'keputusan yang belum ada dicatat terlambat',
    'a decision not made is noted as late',
  ),
  'permit-extension-last-day': said(
    'hari terakhir mengajukan perpanjangan RPTKA',
    'last day to apply for an extension',
    'hari terakhir mengajukan perpanjangan lewat',
    'the last day to apply for an extension passes',
  ),
  'permit-annual-report': said(
    'batas laporan tahunan pemberi kerja',
    'time limit for the employer’s annual report',
    'laporan yang belum masuk dicatat terlambat',
    'a report not filed is noted as late',
  ),
  'permit-end-report': said(
    'batas laporan akhir kontrak',
    'time limit for the end-of-contract report',
    'laporan yang belum masuk dicatat terlambat',
    'a report not filed is noted as late',
  ),
  'permit-expiry': said(
    'akhir masa berlaku RPTKA',
    'expiry of the permit',
    'RPTKA tidak berlaku lagi',
    'the permit expires',
  ),
};

export const FINDING: DeadlineTable = {
  'finding-answer': said(
    'batas jawaban atas temuan',
    'time limit to answer the finding',
    'temuan yang belum dijawab dicatat terlambat',
    'a finding not answered is noted as late',
  ),
};
