/** What a look or a denied try was about, in words; commands by their own titles. */
import type { Words } from '../words/words.ts';
import { commandWords } from './command-words.ts';

const w = (id: string, en: string): Words => ({ id, en });

const READS: { readonly [action: string]: Words } = {
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
};

export const actionWords = (action: string): Words =>
  (Object.hasOwn(READS, action) ? READS[action] : undefined) ?? commandWords(action);

export const KNOWN_ACTIONS = Object.keys(READS);
