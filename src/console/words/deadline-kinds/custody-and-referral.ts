/** What the other two entrances wait for: the prison, and the referral. */
import { type DeadlineTable, said } from './said.ts';

export const PRISON: DeadlineTable = {
  'stage-date': said(
    'tanggal tahap pembinaan (1/3, 1/2, 2/3)',
    'stage date of the term (1/3, 1/2, 2/3)',
    'petugas Lapas diberi tahu bahwa tahap berikutnya tercapai; tidak ada hak yang diputus sistem',
    'the prison is told that the next stage is reached; the system decides no right',
  ),
  'release-watch': said(
    'peringatan menjelang bebas',
    'watch before release',
    'balai dan Lapas diberi tahu bahwa tanggal bebas mendekat',
    'prison and training centre are told that the release is near',
  ),
  'release-date': said(
    'tanggal bebas',
    'release date',
    'bila kebebasan belum dicatat, Lapas diminta mencatatnya',
    'if no release is recorded by then, the prison is asked to record it',
  ),
  litmas: said(
    'batas penelitian kemasyarakatan (litmas)',
    'time limit for the social report (litmas)',
    'kepala Bapas diingatkan bahwa litmas terlambat',
    'the head of the probation office is told that the report is late',
  ),
  'tpp-result': said(
    'hari sidang TPP',
    'day of the TPP session',
    'Lapas diingatkan mencatat hasil sidang TPP',
    'the prison is reminded to record the result of the session',
  ),
  'interruption-review': said(
    'hari meninjau hambatan',
    'day to look at the interruption again',
    'Lapas diminta memeriksa apakah hambatannya sudah selesai',
    'the prison is asked whether the interruption is over',
  ),
  'release-hand-over': said(
    'batas serah terima setelah bebas',
    'time limit for the hand-over after release',
    'serah terima kepada Bapas atau Disnaker yang belum dicatat ditagih',
    'a hand-over to probation or manpower office not yet recorded is chased',
  ),
  'release-chase': said(
    'akhir pencarian kontak setelah bebas',
    'end of the search for a contact after release',
    'pencarian berakhir; perkara dapat ditutup tanpa kontak',
    'the search ends; the case may be closed without a contact',
  ),
  'aftercare-report': said(
    'batas laporan bimbingan',
    'time limit for the aftercare report',
    'laporan yang belum masuk dicatat terlambat',
    'a report not yet filed is noted as late',
  ),
  'probation-end': said(
    'akhir masa percobaan',
    'end of probation',
    'Bapas diberi tahu bahwa masa percobaan berakhir',
    'the probation office is told that probation ends',
  ),
  'prison-retention-end': said(
    'akhir masa simpan berkas Lapas',
    'end of keeping the prison record',
    'masa simpan berkas yang ditutup berakhir',
    'the time to keep the closed record ends',
  ),
};

export const REFERRAL: DeadlineTable = {
  'referral-answer': said(
    'batas jawaban rujukan',
    'time limit to answer the referral',
    'balai diingatkan bahwa perujuk menunggu jawaban',
    'the centre is reminded that the referrer waits for an answer',
  ),
  'accommodation-ready': said(
    'batas siapnya akomodasi yang layak',
    'time limit for the accommodation',
    'akomodasi yang belum siap dicatat terlambat',
    'an accommodation not yet ready is noted as late',
  ),
  'waiting-list-notice': said(
    'pemberitahuan sebelum daftar tunggu berakhir',
    'notice before the waiting list ends',
    'orangnya diberi tahu bahwa masa tunggu hampir berakhir',
    'the person is told that the wait is about to end',
  ),
  'waiting-list-end': said(
    'akhir masa tunggu',
    'end of the wait',
    'nama keluar dari daftar tunggu',
    'the name leaves the waiting list',
  ),
  'referral-retention-end': said(
    'akhir masa simpan rujukan',
    'end of keeping the referral',
    'masa simpan rujukan yang ditutup berakhir',
    'the time to keep the closed referral ends',
  ),
};
