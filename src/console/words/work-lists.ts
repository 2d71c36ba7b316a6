/** What each list of a desk is called, what its number invites to, and what is said where nothing lies there. */
import type { TokenRole } from '../session/session.ts';
import { same, type Words } from './words.ts';

export interface ListWords {
  readonly title: Words;
  /** On the link under the number. */
  readonly verb: Words;
  readonly empty: Words;
}

const list = (title: Words, verb: Words, empty: Words): ListWords => ({ title, verb, empty });

const NOTHING: Words = { id: 'Tidak ada yang menunggu di daftar ini.', en: 'Nothing waits in this list.' };

const EVERY_DESK: { readonly [list: string]: ListWords } = {
  overdue: list(
    { id: 'Terlambat', en: 'Overdue' },
    { id: 'Kerjakan yang terlambat', en: 'Deal with what is overdue' },
    { id: 'Tidak ada yang terlambat.', en: 'Nothing is overdue.' },
  ),
  due: list(
    { id: 'Jatuh tempo dalam 7 hari', en: 'Due within 7 days' },
    { id: 'Kerjakan minggu ini', en: 'Do this week’s work' },
    { id: 'Tidak ada yang jatuh tempo dalam 7 hari.', en: 'Nothing is due within 7 days.' },
  ),
  hold: list(
    { id: 'Ditunda', en: 'On hold' },
    { id: 'Lihat yang ditunda', en: 'See what is on hold' },
    { id: 'Tidak ada yang ditunda.', en: 'Nothing is on hold.' },
  ),
  waiting: list(
    { id: 'Menunggu kantor lain', en: 'Waiting for another office' },
    { id: 'Lihat siapa yang ditunggu', en: 'See who is waited for' },
    { id: 'Tidak ada yang menunggu kantor lain.', en: 'Nothing waits for another office.' },
  ),
  all: list(
    { id: 'Semua urusan meja ini', en: 'Everything on this desk' },
    { id: 'Lihat semua', en: 'See everything' },
    { id: 'Semua sudah dikerjakan.', en: 'Everything is done.' },
  ),
};

/** Lists of single desks; the verb is "see" where nothing better is known. */
const OWN: { readonly [list: string]: Words } = {
  'identity-warnings': { id: 'Peringatan identitas', en: 'Identity warnings' },
  'incomplete-rulings': { id: 'Putusan belum lengkap', en: 'Incomplete rulings' },
  'not-final': { id: 'Belum berkekuatan hukum tetap', en: 'Not final yet' },
  fines: { id: 'Denda belum lunas', en: 'Fines to be paid' },
  'rights-requests': { id: 'Permintaan hak data pribadi', en: 'Personal data requests' },
  'not-ordered': { id: 'Berkekuatan hukum tetap, belum P-48', en: 'Final and not ordered' },
  'to-start': { id: 'Menuju hari pertama', en: 'On the way to the first day' },
  'behind-pace': { id: 'Tertinggal dari jadwal', en: 'Behind pace' },
  'breach-reviews': { id: 'Dugaan pelanggaran', en: 'Breach reviews' },
  'disputed-sessions': { id: 'Sesi disanggah', en: 'Disputed sessions' },
  'to-close': { id: 'Siap diselesaikan dan ditutup', en: 'To finish and close' },
  litmas: { id: 'Litmas', en: 'Social inquiry reports (litmas)' },
  opinions: { id: 'Pendapat dan profiling', en: 'Opinions and profilings' },
  'monthly-reports': { id: 'Laporan yang sudah waktunya', en: 'Reports that are due' },
  clients: { id: 'Klien Bapas', en: 'Clients' },
  today: { id: 'Datang hari ini', en: 'Who comes today' },
  'to-confirm': { id: 'Sesi perlu ditegaskan', en: 'Sessions to confirm' },
  answers: { id: 'Penempatan perlu dijawab', en: 'Assignments to answer' },
  tpp: { id: 'Kalender sidang TPP', en: 'TPP calendar' },
  'releases-30': { id: 'Bebas dalam 30 hari', en: 'Releases within 30 days' },
  'releases-60': { id: 'Bebas dalam 60 hari', en: 'Releases within 60 days' },
  'hand-overs': { id: 'Serah terima setelah bebas', en: 'Hand-overs after release' },
  candidates: { id: 'Calon peserta pelatihan', en: 'Candidates for training' },
  referrals: { id: 'Rujukan perlu dijawab', en: 'Referrals to answer' },
  'seats-held': { id: 'Kursi ditahan', en: 'Seats held' },
  'waiting-list': { id: 'Daftar tunggu', en: 'Waiting list' },
  accommodations: { id: 'Akomodasi yang layak', en: 'Accommodations' },
  classes: { id: 'Kelas', en: 'Classes' },
  'training-certificates': { id: 'Sertifikat pelatihan', en: 'Training certificates' },
  'missing-sheets': { id: 'Daftar hadir yang terlewat', en: 'Missing attendance sheets' },
  assigned: { id: 'Asesmen yang ditugaskan', en: 'Assigned assessments' },
  decisions: { id: 'Rekomendasi perlu dikirim', en: 'Recommendations due' },
  applications: { id: 'Permohonan', en: 'Applications' },
  plenary: { id: 'Pleno dan penerbitan', en: 'Plenary and issue' },
  retests: { id: 'Remedial dan uji ulang', en: 'Remedials and retests' },
  appeals: { id: 'Banding', en: 'Appeals' },
  expiring: { id: 'Sertifikat segera berakhir', en: 'Expiring certificates' },
  ready: { id: 'Lulusan siap kerja', en: 'Ready graduates' },
  ak1: { id: 'AK-1 dalam 30 hari', en: 'AK-1 within 30 days' },
  'follow-ups': { id: 'Pemantauan dalam 30 hari', en: 'Follow-ups within 30 days' },
  unreachable: { id: 'Belum dapat dihubungi', en: 'Not reached yet' },
  unanswered: { id: 'Rujukan belum dijawab', en: 'Unanswered referrals' },
  'on-waiting-list': { id: 'Di daftar tunggu', en: 'On the waiting list' },
  proposals: { id: 'Usulan calon perlu dijawab', en: 'Proposals to answer' },
  hires: { id: 'Status kerja perlu dinyatakan', en: 'Hires to confirm' },
  feasibility: { id: 'Penilaian kelayakan', en: 'Feasibility assessments' },
  approvals: { id: 'Siap disahkan', en: 'Ready for approval' },
  extensions: { id: 'Perpanjangan', en: 'Extensions' },
  'findings-open': { id: 'Temuan menunggu jawaban', en: 'Findings waiting for an answer' },
  'findings-answered': { id: 'Jawaban temuan perlu dinilai', en: 'Answered findings to judge' },
  ending: { id: 'Berakhir dalam 90 hari', en: 'Ending within 90 days' },
};

/** The same list, seen from another desk. */
const AT_DESK: { readonly [desk: string]: Words } = {
  'INSTRUCTOR/today': { id: 'Kelas hari ini belum ada daftar hadir', en: 'Classes today without attendance' },
  'PLACEMENT_OFFICER/to-start': { id: 'Diterima, mulai bekerja', en: 'Accepted, starting work' },
};

const SEE: Words = { id: 'Lihat daftar', en: 'See the list' };

export function listWords(name: string, role: TokenRole): ListWords {
  const every = Object.hasOwn(EVERY_DESK, name) ? EVERY_DESK[name] : undefined;
  if (every !== undefined) return every;
  const title =
    AT_DESK[`${role}/${name}`] ?? (Object.hasOwn(OWN, name) ? OWN[name] : undefined) ?? same(name);
  return { title, verb: SEE, empty: NOTHING };
}
