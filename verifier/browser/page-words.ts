/** The words of the page around the report. */
import type { Sentence } from '../core/findings.ts';

export const PAGE_WORDS = {
  heading: { id: 'Periksa bundel atau tanda terima Titian', en: 'Check a bundle or a receipt of Titian' },
  intro: {
    id: 'Pemeriksaan berjalan sepenuhnya di peramban ini. Tidak ada yang dikirim ke mana pun; halaman ini tidak dapat terhubung ke jaringan.',
    en: 'All checks run inside this browser. Nothing is sent anywhere; this page cannot connect to any network.',
  },
  bundle: { id: 'Berkas yang diperiksa', en: 'File to check' },
  bundleHint: {
    id: 'Bundel (.titian) atau tanda terima (.tlog-proof). Pilih, atau jatuhkan berkas di sini.',
    en: 'A bundle (.titian) or a receipt (.tlog-proof). Choose it, or drop it here.',
  },
  policy: { id: 'Kebijakan kepercayaan Anda', en: 'Your trust policy' },
  policyHint: {
    id: 'Berkas teks berisi kunci log dan saksi yang Anda percaya, diperoleh bukan dari pembuat bundel. Tanpa ini hasilnya belum pasti.',
    en: 'A text file with the keys of the log and the witnesses you trust, not obtained from the maker of the bundle. Without it nothing is confirmed.',
  },
  checkpoints: { id: 'Checkpoint yang Anda simpan', en: 'Checkpoints that you kept' },
  checkpointsHint: {
    id: 'Bila ada: dari pemeriksaan sebelumnya.',
    en: 'If you have any: from an earlier check.',
  },
  check: { id: 'Periksa', en: 'Check' },
  reading: { id: 'Membaca dan memeriksa', en: 'Reading and checking' },
  busy: { id: 'Sedang memeriksa…', en: 'Checking…' },
  done: { id: 'Selesai diperiksa.', en: 'Checked.' },
  unreadable: { id: 'Tidak dapat diperiksa', en: 'Cannot be checked' },
  needsPolicy: {
    id: 'Tanda terima hanya dapat diperiksa dengan kebijakan kepercayaan Anda.',
    en: 'A receipt can only be checked with your trust policy.',
  },
  broken: {
    id: 'Pemeriksaan gagal karena kesalahan program ini, bukan karena berkas Anda.',
    en: 'The check failed through a mistake of this program, not of your file.',
  },
  content: { id: 'Isi tanda terima', en: 'Content of the receipt' },
} as const satisfies { readonly [word: string]: Sentence };
