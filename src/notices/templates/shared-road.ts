/** Words for the shared road (I.5): centres, certification bodies, placement offices, employers. All neutral. */
import type { Template } from '../template.ts';

const LINE = { id: '{reference}', en: '{reference}' } as const;

const neutral = <const Subject extends string, const Text extends string>(
  subject: { readonly id: Subject; readonly en: string },
  text: { readonly id: Text; readonly en: string },
) => ({ audience: 'NEUTRAL', subject, text, item: LINE }) as const;

const TO_CENTRES = {
  REFERRAL_AWAITED: {
    ...neutral(
      { id: '{count} rujukan menunggu jawaban', en: '{count} referrals await an answer' },
      { id: 'Terima atau kembalikan.', en: 'Take them in or return them.' },
    ),
    item: { id: '{reference}, paling lambat {dueOn}', en: '{reference}, by {dueOn}' },
  },
  REFERRAL_OVERDUE: neutral(
    { id: '{count} rujukan belum dijawab', en: '{count} referrals are unanswered' },
    { id: 'Batas waktu jawaban telah lewat.', en: 'The time to answer has passed.' },
  ),
  REFERRAL_RETURNED: neutral(
    { id: '{count} rujukan dikembalikan', en: '{count} referrals were returned' },
    { id: 'Lengkapi atau rujuk ke tempat lain.', en: 'Complete them or refer elsewhere.' },
  ),
  ACCOMMODATION_OVERDUE: neutral(
    { id: '{count} penyesuaian belum siap', en: '{count} accommodations are not ready' },
    { id: 'Siapkan sebelum kelas mulai.', en: 'Have them ready before the class begins.' },
  ),
  WAITING_ENDS: neutral(
    { id: '{count} tempat tunggu segera berakhir', en: '{count} waiting places end soon' },
    { id: 'Tanyakan apakah masih berminat.', en: 'Ask whether there is still interest.' },
  ),
  PLACE_OFFERED: neutral(
    { id: '{count} tempat ditawarkan', en: '{count} places offered' },
    { id: 'Sampaikan jawabannya.', en: 'Give the answer.' },
  ),
  DATES_MOVED: {
    ...neutral(
      { id: '{count} jadwal peserta perlu ditinjau', en: '{count} participants’ dates to review' },
      {
        id: 'Ringkasan hari ini. Sesuaikan jadwal atau kelas.',
        en: 'Digest of today. Adjust dates or class.',
      },
    ),
    daily: true,
  },
  EARLY_TEST: {
    ...neutral(
      { id: '{count} peserta sebaiknya diuji lebih awal', en: '{count} participants should be tested early' },
      {
        id: 'Ringkasan hari ini. Tawarkan tanggal uji yang lebih awal.',
        en: 'Digest of today. Offer an earlier date of the test.',
      },
    ),
    daily: true,
  },
  MAY_RESUME: neutral(
    { id: '{count} peserta dapat melanjutkan', en: '{count} participants may go on' },
    { id: 'Cari tempat di kelas.', en: 'Find a seat in a class.' },
  ),
  CLASS_NOT_STARTED: neutral(
    { id: '{count} kelas belum dimulai', en: '{count} classes have not begun' },
    { id: 'Mulai, ubah jadwal, atau batalkan.', en: 'Begin, move or cancel.' },
  ),
  CLASS_NOT_FINISHED: neutral(
    { id: '{count} kelas belum diselesaikan', en: '{count} classes are not finished' },
    { id: 'Catat hasil akhirnya.', en: 'Record the final results.' },
  ),
  CLASS_NEEDS_OPEN: neutral(
    {
      id: '{count} kelas dengan penyesuaian yang belum siap',
      en: '{count} classes with open accommodations',
    },
    { id: 'Konfirmasi sebelum kelas mulai.', en: 'Confirm before the class begins.' },
  ),
  ATTENDANCE_LOW: neutral(
    { id: '{count} kehadiran rendah', en: '{count} low attendances' },
    { id: 'Hubungi peserta dan pendampingnya.', en: 'Contact participants and those who guide them.' },
  ),
} as const satisfies { readonly [key: string]: Template };

const TO_CERTIFICATION_BODIES = {
  RECOMMENDATION_OVERDUE: neutral(
    { id: '{count} laporan asesor terlambat', en: '{count} assessors’ reports are late' },
    { id: 'Tagih laporannya.', en: 'Ask for them.' },
  ),
  PLENARY_OVERDUE: neutral(
    { id: '{count} pleno belum diadakan', en: '{count} plenaries were not held' },
    { id: 'Jadwalkan pleno.', en: 'Schedule them.' },
  ),
  APPEAL_FILED: neutral(
    { id: '{count} banding uji diajukan', en: '{count} appeals filed' },
    { id: 'Putuskan dengan asesor lain.', en: 'Decide with another assessor.' },
  ),
  APPEAL_OVERDUE: neutral(
    { id: '{count} banding uji melewati batas waktu', en: '{count} appeals are overdue' },
    { id: 'Kepala lembaga diminta menindaklanjuti.', en: 'The head of the body is asked to act.' },
  ),
  ASSESSOR_CONFLICT: neutral(
    { id: '{count} benturan kepentingan asesor', en: '{count} assessor conflicts' },
    { id: 'Tugaskan asesor lain dan tinjau hasilnya.', en: 'Assign another assessor and review the result.' },
  ),
  TEST_TO_REPLAN: neutral(
    { id: '{count} tempat uji perlu ditata ulang', en: '{count} test places to plan anew' },
    { id: 'Konfirmasi tempat dan tanggal.', en: 'Confirm place and date.' },
  ),
  CERTIFICATES_EXPIRE: {
    ...neutral(
      { id: '{count} sertifikat mendekati akhir masa berlaku', en: '{count} certificates near their end' },
      { id: 'Tawarkan perpanjangan.', en: 'Offer a renewal.' },
    ),
    daily: true,
  },
  RENEWAL_REQUESTED: neutral(
    { id: '{count} perpanjangan diminta', en: '{count} renewals requested' },
    { id: 'Proses permintaannya.', en: 'Process them.' },
  ),
} as const satisfies { readonly [key: string]: Template };

const TO_PLACEMENT_AND_EMPLOYERS = {
  RETENTION_CHECKS_DUE: {
    ...neutral(
      { id: '{count} pemeriksaan kerja jatuh tempo', en: '{count} job checks are due' },
      { id: 'Hubungi yang bersangkutan atau pemberi kerja.', en: 'Contact the person or the employer.' },
    ),
    daily: true,
  },
  PLACEMENT_TASK: neutral(
    { id: '{count} tugas penempatan baru', en: '{count} new placement tasks' },
    { id: 'Lihat daftar tugas Anda.', en: 'See your list of tasks.' },
  ),
  CONTACT_LOST: neutral(
    { id: '{count} kontak hilang', en: '{count} contacts lost' },
    { id: 'Tentukan tindak lanjut.', en: 'Decide what follows.' },
  ),
  PLACEMENT_FLAGGED: neutral(
    { id: '{count} penempatan dengan tanda sertifikat', en: '{count} placements with a certificate flag' },
    { id: 'Periksa masa berlaku sertifikat.', en: 'Check the certificate’s validity.' },
  ),
  APPRENTICESHIP_UNANSWERED: neutral(
    { id: '{count} perjanjian magang belum dijawab', en: '{count} apprenticeships are unanswered' },
    { id: 'Batas waktu jawaban telah lewat.', en: 'The time to answer has passed.' },
  ),
  CARD_REPORT_MISSED: neutral(
    { id: '{count} laporan kartu AK/I terlewat', en: '{count} AK/I reports missed' },
    { id: 'Hubungi pencari kerja.', en: 'Contact the job seekers.' },
  ),
  PERMIT_TO_ASSESS: neutral(
    { id: '{count} permohonan melewati batas waktu', en: '{count} applications are overdue' },
    { id: 'Nilai kelayakannya.', en: 'Assess their feasibility.' },
  ),
  PERMIT_REPORT_OVERDUE: neutral(
    {
      id: '{count} laporan penggunaan tenaga kerja asing belum ada',
      en: '{count} permit reports are missing',
    },
    { id: 'Sampaikan laporannya.', en: 'File them.' },
  ),
  PERMIT_ENDS: neutral(
    { id: '{count} pengesahan berakhir', en: '{count} permits end' },
    { id: 'Periksa perpanjangan dan laporan akhir.', en: 'Check extension and end report.' },
  ),
} as const satisfies { readonly [key: string]: Template };

const TO_KEEPERS = {
  RIGHTS_REQUEST_OVERDUE: {
    audience: 'CASE_OFFICE',
    subject: { id: '{count} permintaan hak data belum dijawab', en: '{count} data requests are unanswered' },
    text: { id: 'Jawab sekarang.', en: 'Answer now.' },
    item: LINE,
  },
  DATA_BREACH: {
    audience: 'CASE_OFFICE',
    urgent: true,
    subject: { id: '{count} kegagalan pelindungan data', en: '{count} data breaches' },
    text: {
      id: 'Pemberitahuan wajib disampaikan dalam 72 jam.',
      en: 'They must be notified within 72 hours.',
    },
    item: { id: '{reference}: sisa {hoursLeft} jam', en: '{reference}: {hoursLeft} hours left' },
  },
} as const satisfies { readonly [key: string]: Template };

const TO_PERSONS = {
  YOUR_TRAINING: {
    audience: 'PERSON',
    subject: { id: 'Kabar tentang pelatihan Anda', en: 'News of your training' },
    text: {
      id: 'Ada kabar tentang pelatihan Anda. Lihat halaman Anda atau tanyakan kepada pendamping Anda.',
      en: 'There is news of your training. See your page or ask your counsellor.',
    },
  },
  YOUR_TEST: {
    audience: 'PERSON',
    subject: { id: 'Kabar tentang uji kompetensi Anda', en: 'News of your assessment' },
    text: {
      id: 'Ada kabar tentang uji kompetensi Anda. Lihat halaman Anda atau tanyakan kepada lembaganya.',
      en: 'There is news of your assessment. See your page or ask the body.',
    },
  },
  YOUR_REPORT: {
    audience: 'PERSON',
    subject: { id: 'Laporan pencari kerja Anda', en: 'Your job seeker’s report' },
    text: {
      id: 'Laporkan diri kepada pengantar kerja agar kartu Anda tetap berlaku.',
      en: 'Report to the placement officer to keep your card valid.',
    },
  },
} as const satisfies { readonly [key: string]: Template };

export const SHARED_ROAD_TEMPLATES = {
  ...TO_CENTRES,
  ...TO_CERTIFICATION_BODIES,
  ...TO_PLACEMENT_AND_EMPLOYERS,
  ...TO_KEEPERS,
  ...TO_PERSONS,
} as const;
