/** Words for the prison entrance (I.3), to prisons and to the probation offices that follow. */
import type { Template } from '../template.ts';

const LINE = { id: '{reference}', en: '{reference}' } as const;
const ON = { id: '{reference}: {date}', en: '{reference}: {date}' } as const;

export const PRISON_TEMPLATES = {
  RELEASE_DATES_CHANGED: {
    audience: 'CASE_OFFICE',
    daily: true,
    subject: { id: '{count} tanggal bebas berubah', en: '{count} release dates changed' },
    text: {
      id: 'Ringkasan hari ini. Daftar lengkap ada di halaman kantor Anda.',
      en: 'Digest of today. The full list is on your office’s page.',
    },
    item: ON,
  },
  RELEASES_NEAR: {
    audience: 'CASE_OFFICE',
    daily: true,
    subject: { id: '{count} tanggal bebas mendekat', en: '{count} release dates come near' },
    text: { id: 'Siapkan penyerahan dan tindak lanjut.', en: 'Prepare the hand-over and what follows.' },
    item: ON,
  },
  STAGES_REACHED: {
    audience: 'CASE_OFFICE',
    daily: true,
    subject: { id: '{count} tahap masa pembinaan tercapai', en: '{count} stages of the term reached' },
    text: { id: 'Usulan dapat diajukan.', en: 'Proposals can be made.' },
    item: ON,
  },
  RELEASE_OVERDUE: {
    audience: 'CASE_OFFICE',
    subject: { id: '{count} tanggal bebas telah lewat', en: '{count} release dates have passed' },
    text: { id: 'Catat pembebasan atau tanggal yang baru.', en: 'Record the release or the new date.' },
    item: ON,
  },
  HAND_OVER_OVERDUE: {
    audience: 'CASE_OFFICE',
    subject: { id: '{count} penyerahan melewati batas waktu', en: '{count} hand-overs are overdue' },
    text: { id: 'Serahkan kepada kantor penerima.', en: 'Hand over to the office that receives.' },
    item: LINE,
  },
  CONTACT_LOST_AFTER_RELEASE: {
    audience: 'CASE_OFFICE',
    subject: { id: '{count} orang tidak dapat dihubungi', en: '{count} people were not reached' },
    text: { id: 'Berkas dapat ditutup tanpa kontak.', en: 'The files can be closed without contact.' },
    item: LINE,
  },
  LITMAS_AWAITED: {
    audience: 'CASE_OFFICE',
    subject: { id: '{count} litmas diminta', en: '{count} social inquiries requested' },
    text: { id: 'Sampaikan hasilnya dalam batas waktu.', en: 'Give the results in time.' },
    item: { id: '{reference}, paling lambat {dueOn}', en: '{reference}, by {dueOn}' },
  },
  LITMAS_OVERDUE: {
    audience: 'CASE_OFFICE',
    subject: { id: '{count} litmas melewati batas waktu', en: '{count} social inquiries are overdue' },
    text: { id: 'Kepala kantor diminta menindaklanjuti.', en: 'The head of the office is asked to act.' },
    item: LINE,
  },
  TPP_RESULT_DUE: {
    audience: 'CASE_OFFICE',
    subject: { id: '{count} hasil sidang TPP belum dicatat', en: '{count} TPP results not recorded' },
    text: { id: 'Catat hasil sidangnya.', en: 'Record the results.' },
    item: LINE,
  },
  INTERRUPTION_TO_REVIEW: {
    audience: 'CASE_OFFICE',
    subject: { id: '{count} gangguan perlu ditinjau', en: '{count} interruptions to review' },
    text: { id: 'Catat apakah masih berlangsung.', en: 'Record whether they still last.' },
    item: LINE,
  },
  FAMILY_TO_TELL: {
    audience: 'CASE_OFFICE',
    urgent: true,
    subject: { id: '{count} keluarga perlu diberi tahu', en: '{count} families to be told' },
    text: { id: 'Hubungi keluarga sekarang.', en: 'Contact the families now.' },
    item: LINE,
  },
  ELIGIBILITY_ASKED: {
    audience: 'CASE_OFFICE',
    subject: { id: '{count} pertanyaan kelayakan kerja', en: '{count} questions of eligibility for work' },
    text: {
      id: 'Jawab layak atau tidak layak; alasannya tidak diteruskan.',
      en: 'Answer eligible or not eligible; the reasons go no further.',
    },
    item: LINE,
  },
  AFTERCARE_OVERDUE: {
    audience: 'CASE_OFFICE',
    subject: { id: '{count} laporan bimbingan belum ada', en: '{count} aftercare reports are missing' },
    text: { id: 'Hubungi klien atau catat laporannya.', en: 'Contact the client or record the report.' },
    item: LINE,
  },
  PROBATION_ENDS: {
    audience: 'CASE_OFFICE',
    subject: { id: '{count} masa percobaan berakhir', en: '{count} probation periods end' },
    text: { id: 'Akhiri bimbingan dengan suratnya.', en: 'End the guidance with its paper.' },
    item: LINE,
  },
} as const satisfies { readonly [key: string]: Template };
