/** What a look or a denied try was about, in words; commands by their own titles. */
import type { ReadName } from '../../access/roles.ts';
import type { Words } from '../words/words.ts';
import { commandWords } from './command-words.ts';

const w = (id: string, en: string): Words => ({ id, en });

const READS: { readonly [Read in ReadName]: Words } = {
  'preview-command': w('mencoba perintah tanpa mencatatnya', 'tried a command without recording it'),
  'read-journey': w('membuka perjalanan seseorang', 'opened a person’s journey'),
  'read-identity': w('membuka identitas', 'opened an identity'),
  'read-events': w('membuka riwayat', 'opened a history'),
  'find-by-nik': w('mencari menurut NIK', 'searched by NIK'),
  'list-cases': w('membuka daftar perkara', 'opened a list of cases'),
  'read-deadlines': w('membuka tenggat', 'opened deadlines'),
  'read-register': w('membuka register', 'opened a register'),
  'read-access-log': w('membuka catatan akses', 'opened the access log'),
  'own-access-log': w('melihat siapa yang membuka datanya', 'looked at who opened their data'),
  'verify-ledger': w('memeriksa seluruh catatan', 'verified the whole record'),
  'replay-run': w('memutar ulang', 'replayed'),
  'compare-record': w('membandingkan tiga catatan', 'compared the three accounts'),
  'explain-record': w('bertanya mengapa', 'asked why'),
  'read-seal': w('membuka segel', 'opened the seal'),
  'draw-sample': w('menarik sampel', 'drew a sample'),
  'read-integrity-list': w('membuka daftar integritas', 'opened an integrity list'),
  'try-draft-rule': w('mencoba rancangan aturan', 'tried a draft rule'),
  'export-bundle': w('mengekspor berkas audit', 'exported an audit bundle'),
  'read-money': w('membuka uang menurut catatan', 'opened money by the record'),
  'break-glass': w('membuka akses darurat', 'broke the glass'),
  'list-break-glass': w('membuka daftar akses darurat', 'opened the emergency looks'),
  'read-finding': w('membuka temuan', 'opened a finding'),
  'list-findings': w('membuka daftar temuan', 'opened the list of findings'),
  'read-class': w('membuka kelas', 'opened a class'),
  'read-permit': w('membuka izin', 'opened a permit'),
  'check-sheet': w('memeriksa lembar', 'checked a sheet'),
  'run-sheet': w('memasukkan lembar', 'entered a sheet'),
  'read-sheet': w('membuka lembar', 'opened a sheet'),
  'count-cohort': w('menghitung angkatan', 'counted a cohort'),
  'find-by-name': w('mencari menurut nama', 'searched by name'),
  'issue-page-code': w('membuat kode halaman pribadi', 'issued a code for a person’s own page'),
  'list-assessments': w('membuka daftar asesmen', 'opened a list of assessments'),
  'list-candidates': w('membuka daftar calon', 'opened a list of candidates'),
  'list-certificates': w('membuka daftar sertifikat', 'opened a list of certificates'),
  'list-changes': w('membuka daftar perubahan', 'opened a list of changes'),
  'list-classes': w('membuka daftar kelas', 'opened a list of classes'),
  'list-matches': w('membuka daftar kecocokan', 'opened a list of matches'),
  'list-notices': w('membuka daftar pemberitahuan', 'opened a list of notices'),
  'list-prison-cases': w('membuka daftar berkas Lapas', 'opened a list of prison cases'),
  'list-proposals': w('membuka daftar usulan', 'opened a list of proposals'),
  'list-referrals': w('membuka daftar rujukan', 'opened a list of referrals'),
  'list-work': w('membuka daftar pekerjaan', 'opened a list of work'),
  'manage-notices': w('mengatur pemberitahuan', 'managed notices'),
  'retry-notice': w('mengirim ulang pemberitahuan', 'sent a notice again'),
  'read-attendance': w('membuka kehadiran', 'opened attendance'),
  'read-board': w('membuka papan pimpinan', 'opened a board'),
  'read-candidate': w('membuka calon', 'opened a candidate'),
  'read-candidate-name': w('membuka nama calon', 'opened the name of a candidate'),
  'read-certificate': w('membuka sertifikat', 'opened a certificate'),
  'read-class-roster': w('membuka daftar peserta kelas', 'opened the roster of a class'),
  'read-command': w('menanyakan hasil perintah', 'asked what became of a command'),
  'read-credential': w('membuka sertifikat digital', 'opened a credential'),
  'read-job-seeker': w('membuka pencari kerja', 'opened a job seeker'),
  'read-paper': w('membuka surat', 'opened a paper'),
  'read-quota': w('membuka kuota', 'opened a quota'),
  'sandbox-world': w('mengatur dunia latihan', 'managed a practice world'),
  'sandbox-clock': w('menggeser jam latihan', 'moved a practice clock'),
};

export const actionWords = (action: string): Words =>
  Object.hasOwn(READS, action) ? READS[action as ReadName] : commandWords(action);

export const KNOWN_ACTIONS = Object.keys(READS);
