/** What a case of community service waits for. */
import { type DeadlineTable, said } from './said.ts';

export const COMMUNITY_SERVICE: DeadlineTable = {
  'missing-data-chase': said(
    'batas melengkapi data putusan',
    'time limit to complete the ruling',
    'data yang belum lengkap ditagih kepada staf Pidum',
    'criminal section staff are chased for what the ruling lacks',
  ),
  'execution-due': said(
    'batas terbitnya perintah pelaksanaan (P-48)',
    'time limit for the order to execute (P-48)',
    'keterlambatan P-48 dicatat dan jaksa diingatkan; tidak ada akibat hukum bagi orangnya',
    'the late order is noted and the prosecutor reminded; it has no legal effect on the person',
  ),
  'first-appearance': said(
    'hari pertama menghadap',
    'first appearance',
    'bila belum ada jadwal, ketidakhadiran pada hari pertama dicatat',
    'without a schedule by then, the missed first appearance is noted',
  ),
  'site-answer': said(
    'batas jawaban tempat kerja sosial',
    'time limit for the answer of the site',
    'tempat yang belum menjawab diingatkan; jaksa dapat memilih tempat lain',
    'a site that has not answered is chased; the prosecutor may choose another',
  ),
  'site-reassignment': said(
    'batas penetapan tempat pengganti',
    'time limit to name another site',
    'jaksa diingatkan bahwa orang ini belum punya tempat kerja sosial',
    'the prosecutor is reminded that this person has no site',
  ),
  'window-end': said(
    'akhir jangka waktu pelaksanaan',
    'end of the completion window',
    'jangka waktu berakhir; sisa jam ditinjau',
    'the window ends; hours still missing go to review',
  ),
  'window-warning': said(
    'peringatan menjelang akhir jangka waktu',
    'warning before the window ends',
    'peringatan sisa jam dikirim kepada jaksa dan orangnya',
    'the prosecutor and the person are warned of the hours left',
  ),
  'pace-check': said(
    'pemeriksaan laju mingguan',
    'weekly look at the pace',
    'laju diperiksa: cukupkah jadwal untuk sisa jam',
    'the pace is checked: does the schedule suffice for the hours left',
  ),
  'suspension-resume': said(
    'hari melanjutkan pelaksanaan',
    'day to resume execution',
    'jaksa diingatkan bahwa penundaan berakhir',
    'the prosecutor is reminded that the suspension ends',
  ),
  'breach-opinion': said(
    'batas pendapat pembimbing kemasyarakatan',
    'time limit for the counsellor’s opinion',
    'pendapat yang belum masuk dicatat terlambat',
    'an opinion not yet given is noted as late',
  ),
  'breach-decision-chase': said(
    'penagihan keputusan atas dugaan pelanggaran',
    'chase for the decision on the alleged breach',
    'jaksa diingatkan bahwa keputusan belum dicatat',
    'the prosecutor is reminded that no decision is recorded',
  ),
  'fine-payment': said(
    'batas pembayaran denda',
    'time limit to pay the fine',
    'denda yang belum dibayar dicatat terlambat',
    'a fine not paid is noted as late',
  ),
  'signature-chase': said(
    'batas penandatanganan berita acara selesai',
    'time limit to sign the completion minutes',
    'jaksa diingatkan menandatangani berita acara selesai',
    'the prosecutor is reminded to sign the completion minutes',
  ),
  'session-confirmation': said(
    'batas konfirmasi sesi',
    'time limit to confirm a session',
    'tempat kerja sosial diingatkan mengonfirmasi jamnya',
    'the site is reminded to confirm the hours',
  ),
  'session-escalation': said(
    'batas akhir konfirmasi sesi',
    'last day to confirm a session',
    'sesi yang belum dikonfirmasi diteruskan kepada jaksa',
    'a session still unconfirmed goes to the prosecutor',
  ),
  'retention-end': said(
    'akhir masa simpan berkas',
    'end of keeping the record',
    'masa simpan perkara yang ditutup berakhir',
    'the time to keep the closed case ends',
  ),
};
