/** What assessments, the search for work and the keeping of the record wait for. */
import { type DeadlineTable, said } from './said.ts';

export const ASSESSMENT: DeadlineTable = {
  'assessment-report': said(
    'batas rekomendasi asesor (AK.05)',
    'time limit for the assessor’s recommendation (AK.05)',
    'asesor diingatkan bahwa rekomendasinya belum masuk',
    'the assessor is reminded of the recommendation',
  ),
  'assessment-plenary': said(
    'batas rapat pleno',
    'time limit for the plenary',
    'LSP diingatkan bahwa hasil uji belum diputus',
    'the certification body is reminded to decide',
  ),
  'appeal-filing': said(
    'akhir waktu mengajukan banding (AK.04)',
    'end of the time to appeal (AK.04)',
    'hak mengajukan banding atas hasil ini berakhir',
    'the right to appeal against this result ends',
  ),
  'appeal-decision': said(
    'batas keputusan banding',
    'time limit to decide the appeal',
    'pimpinan LSP diingatkan bahwa banding belum diputus',
    'the head of the certification body is told that the appeal is undecided',
  ),
  'retest-open': said(
    'hari pertama boleh uji ulang',
    'first day for a retest',
    'uji ulang dapat dijadwalkan',
    'a retest may be scheduled',
  ),
};

export const EMPLOYMENT: DeadlineTable = {
  'job-seeker-report': said(
    'batas lapor pencari kerja (AK-1)',
    'time limit for the job seeker’s report (AK-1)',
    'laporan yang belum ada dicatat; masa tenggang mulai berjalan',
    'the missing report is noted; the time of grace begins',
  ),
  'job-seeker-inactive': said(
    'akhir masa tenggang lapor AK-1',
    'end of grace for the AK-1 report',
    'pencocokan lowongan berhenti sampai orangnya lapor lagi',
    'matching stops until the person reports again',
  ),
  'job-seeker-card-end': said(
    'akhir masa berlaku kartu AK-1',
    'expiry of the AK-1 card',
    'kartu pencari kerja tidak berlaku lagi',
    'the job seeker’s card is no longer valid',
  ),
  'apprenticeship-answer': said(
    'batas jawaban perjanjian pemagangan',
    'time limit to answer the apprenticeship agreement',
    'jawaban yang belum ada dicatat terlambat',
    'a missing answer is noted as late',
  ),
  'retention-check': said(
    'pemantauan setelah bekerja (hari ke-90, 180, 365)',
    'follow-up after the start of work (day 90, 180, 365)',
    'pengantar kerja diminta menanyakan apakah orangnya masih bekerja',
    'the placement officer is asked to find out whether the person still works',
  ),
};

export const KEEPING: DeadlineTable = {
  'rights-request-answer': said(
    'batas jawaban permintaan hak data pribadi',
    'time limit to answer a data subject’s request',
    'permintaan yang belum dijawab dicatat terlambat',
    'a request not answered is noted as late',
  ),
  'data-breach-escalation': said(
    'batas pemberitahuan kebocoran data (3 × 24 jam)',
    'time limit to tell of a data breach (3 × 24 hours)',
    'pemberitahuan yang belum dikirim dinaikkan setiap jam',
    'a notice not yet sent is escalated every hour',
  ),
};
