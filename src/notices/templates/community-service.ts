/** Words for the route of community service (I.2). */
import type { Template } from '../template.ts';

const CASE_LINE = { id: '{reference}', en: '{reference}' } as const;
const CASE_DUE = { id: '{reference}, paling lambat {dueOn}', en: '{reference}, by {dueOn}' } as const;

/** To the prosecution office of the case and to its probation office. */
const TO_CASE_OFFICES = {
  DATA_MISSING: {
    audience: 'CASE_OFFICE',
    subject: { id: '{count} perkara belum lengkap datanya', en: '{count} cases lack data' },
    text: { id: 'Lengkapi data perkara berikut.', en: 'Complete the data of these cases.' },
    item: CASE_LINE,
  },
  EXECUTION_OVERDUE: {
    audience: 'CASE_OFFICE',
    subject: { id: '{count} pelaksanaan melewati batas waktu', en: '{count} executions are overdue' },
    text: {
      id: 'Surat perintah pelaksanaan belum terbit dalam batas waktu layanan.',
      en: 'The order to execute was not issued within the service time.',
    },
    item: CASE_LINE,
  },
  APPEARANCE_MISSED: {
    audience: 'CASE_OFFICE',
    subject: { id: '{count} orang belum menghadap', en: '{count} people did not appear' },
    text: {
      id: 'Tanggal menghadap pertama telah lewat. Hubungi yang bersangkutan atau catat alasannya.',
      en: 'The first appearance has passed. Contact the person or record the reason.',
    },
    item: CASE_LINE,
  },
  SITE_ACCEPTED: {
    audience: 'CASE_OFFICE',
    subject: { id: '{count} penempatan diterima lokasi', en: '{count} placements accepted' },
    text: { id: 'Jadwal dapat disusun.', en: 'The schedule can be planned.' },
    item: { id: '{reference}: {siteId}', en: '{reference}: {siteId}' },
  },
  SITE_DECLINED: {
    audience: 'CASE_OFFICE',
    subject: { id: '{count} penempatan ditolak lokasi', en: '{count} placements declined' },
    text: { id: 'Tetapkan lokasi lain.', en: 'Assign another site.' },
    item: { id: '{reference}: {siteId}', en: '{reference}: {siteId}' },
  },
  SITE_ANSWER_OVERDUE: {
    audience: 'CASE_OFFICE',
    subject: { id: '{count} lokasi belum menjawab', en: '{count} sites have not answered' },
    text: {
      id: 'Hubungi lokasi atau tetapkan lokasi lain.',
      en: 'Contact the site or assign another one.',
    },
    item: { id: '{reference}: {siteId}', en: '{reference}: {siteId}' },
  },
  SITE_STOPPED: {
    audience: 'CASE_OFFICE',
    urgent: true,
    subject: { id: '{count} perkara kehilangan lokasinya', en: '{count} cases lost their site' },
    text: {
      id: 'Lokasi dihentikan. Tetapkan lokasi lain dalam batas waktu.',
      en: 'The site was suspended. Assign another one in time.',
    },
    item: CASE_DUE,
  },
  REASSIGNMENT_OVERDUE: {
    audience: 'CASE_OFFICE',
    subject: { id: '{count} penempatan ulang melewati batas waktu', en: '{count} reassignments are overdue' },
    text: { id: 'Tetapkan lokasi untuk perkara berikut.', en: 'Assign a site to these cases.' },
    item: CASE_LINE,
  },
  RESUME_DUE: {
    audience: 'CASE_OFFICE',
    subject: { id: '{count} penundaan berakhir', en: '{count} suspensions end' },
    text: {
      id: 'Lanjutkan pelaksanaan atau catat penundaan yang baru.',
      en: 'Resume the execution or record a new suspension.',
    },
    item: CASE_LINE,
  },
  BEHIND_PACE: {
    audience: 'CASE_OFFICE',
    subject: { id: '{count} perkara tertinggal dari rencana', en: '{count} cases are behind' },
    text: {
      id: 'Dengan jadwal sekarang jumlah jam tidak tercapai. Tinjau rencananya.',
      en: 'With the present schedule the hours will not be reached. Review the plan.',
    },
    item: {
      id: '{reference}: sisa {minutesLeft} menit, {daysLeft} hari',
      en: '{reference}: {minutesLeft} minutes, {daysLeft} days left',
    },
  },
  WINDOW_WARNING: {
    audience: 'CASE_OFFICE',
    subject: { id: '{count} jangka waktu segera berakhir', en: '{count} windows end soon' },
    text: { id: 'Jam yang tersisa belum selesai.', en: 'Hours are still open.' },
    item: { id: '{reference}: sisa {minutesLeft} menit', en: '{reference}: {minutesLeft} minutes left' },
  },
  WINDOW_ENDED: {
    audience: 'CASE_OFFICE',
    subject: { id: '{count} jangka waktu berakhir dengan kekurangan', en: '{count} windows ended short' },
    text: { id: 'Periksa perkara berikut.', en: 'Look at these cases.' },
    item: { id: '{reference}: kurang {minutesShort} menit', en: '{reference}: {minutesShort} minutes short' },
  },
  CONFIRMATION_ESCALATED: {
    audience: 'CASE_OFFICE',
    subject: { id: '{count} sesi tidak dikonfirmasi lokasi', en: '{count} sessions stay unconfirmed' },
    text: { id: 'Hubungi lokasi.', en: 'Contact the site.' },
    item: { id: '{reference} {sessionId}', en: '{reference} {sessionId}' },
  },
  SESSION_DISPUTED: {
    audience: 'CASE_OFFICE',
    subject: { id: '{count} sesi dibantah lokasi', en: '{count} sessions disputed' },
    text: { id: 'Putuskan apakah sesi dihitung.', en: 'Decide whether they count.' },
    item: { id: '{reference} {sessionId}', en: '{reference} {sessionId}' },
  },
  NO_SHOW: {
    audience: 'CASE_OFFICE',
    subject: { id: '{count} ketidakhadiran dicatat', en: '{count} absences recorded' },
    text: { id: 'Catat alasannya atau tindak lanjuti.', en: 'Record the reason or act on it.' },
    item: { id: '{reference}: {date}', en: '{reference}: {date}' },
  },
  SESSION_TO_LOOK_AT: {
    audience: 'CASE_OFFICE',
    subject: { id: '{count} sesi perlu diperiksa', en: '{count} sessions to look at' },
    text: {
      id: 'Waktu bertumpuk atau melebihi batas harian.',
      en: 'Times overlap or exceed the day limit.',
    },
    item: CASE_LINE,
  },
  COMMERCIAL_USE: {
    audience: 'CASE_OFFICE',
    urgent: true,
    subject: { id: '{count} laporan penggunaan komersial', en: '{count} reports of commercial use' },
    text: { id: 'Periksa laporan tentang lokasi berikut.', en: 'Examine the reports about the site.' },
    item: CASE_LINE,
  },
  INJURY: {
    audience: 'CASE_OFFICE',
    urgent: true,
    subject: { id: '{count} kecelakaan di lokasi dilaporkan', en: '{count} injuries at sites reported' },
    text: { id: 'Hubungi lokasi dan keluarga.', en: 'Contact the site and the family.' },
    item: CASE_LINE,
  },
  LETTER_ISSUED: {
    audience: 'CASE_OFFICE',
    subject: { id: '{count} surat peringatan terbit', en: '{count} warning letters issued' },
    text: { id: 'Dampingi yang bersangkutan.', en: 'Guide the person.' },
    item: CASE_LINE,
  },
  REVIEW_OPENED: {
    audience: 'CASE_OFFICE',
    subject: { id: '{count} pemeriksaan dibuka', en: '{count} reviews opened' },
    text: {
      id: 'Pendapat pembimbing kemasyarakatan ditunggu.',
      en: 'The counsellor’s opinion is awaited.',
    },
    item: CASE_DUE,
  },
  OPINION_OVERDUE: {
    audience: 'CASE_OFFICE',
    subject: { id: '{count} pendapat melewati batas waktu', en: '{count} opinions are overdue' },
    text: { id: 'Sampaikan atau tagih pendapatnya.', en: 'Give the opinion, or ask for it.' },
    item: CASE_LINE,
  },
  OPINION_GIVEN: {
    audience: 'CASE_OFFICE',
    subject: { id: '{count} pendapat disampaikan', en: '{count} opinions given' },
    text: { id: 'Putusan dapat diproses.', en: 'The decision can be prepared.' },
    item: CASE_LINE,
  },
  DECISION_CHASED: {
    audience: 'CASE_OFFICE',
    subject: { id: '{count} pemeriksaan menunggu putusan', en: '{count} reviews wait for a decision' },
    text: { id: 'Catat putusannya.', en: 'Record the decision.' },
    item: CASE_LINE,
  },
  NEW_REPORT: {
    audience: 'CASE_OFFICE',
    urgent: true,
    subject: { id: '{count} laporan baru menunggu jaksa', en: '{count} new reports wait for the prosecutor' },
    text: { id: 'Buka perkara berikut.', en: 'Open these cases.' },
    item: CASE_LINE,
  },
  REPEAT_ORDERED: {
    audience: 'CASE_OFFICE',
    subject: { id: '{count} jangka waktu baru ditetapkan', en: '{count} new windows set' },
    text: { id: 'Dampingi pelaksanaan berikut.', en: 'Guide these executions.' },
    item: CASE_LINE,
  },
  HANDED_OVER: {
    audience: 'CASE_OFFICE',
    subject: { id: '{count} berkas menunggu penerimaan', en: '{count} files wait to be taken in' },
    text: { id: 'Kantor Anda menerima berkas berikut.', en: 'Your office receives these files.' },
    item: CASE_LINE,
  },
  PAYMENT_OVERDUE: {
    audience: 'CASE_OFFICE',
    subject: { id: '{count} pembayaran melewati batas waktu', en: '{count} payments are overdue' },
    text: { id: 'Catat pembayaran atau tindak lanjuti.', en: 'Record the payment or act on it.' },
    item: CASE_LINE,
  },
  SIGNATURE_AWAITED: {
    audience: 'CASE_OFFICE',
    subject: { id: '{count} berita acara menunggu tanda tangan', en: '{count} minutes wait for a signature' },
    text: {
      id: 'Jam telah selesai. Tanda tangani berita acara.',
      en: 'The hours are done. Sign the minutes.',
    },
    item: CASE_LINE,
  },
  DEATH_RECORDED: {
    audience: 'CASE_OFFICE',
    subject: { id: '{count} kematian dicatat', en: '{count} deaths recorded' },
    text: {
      id: 'Tutup perkara berikut dengan surat yang sesuai.',
      en: 'Close these cases with the paper due.',
    },
    item: CASE_LINE,
  },
  TRAINING_DONE: {
    audience: 'CASE_OFFICE',
    subject: { id: '{count} pelatihan selesai', en: '{count} trainings done' },
    text: { id: 'Pelatihan berikut telah dilaksanakan.', en: 'These trainings have been carried out.' },
    item: CASE_LINE,
  },
} as const satisfies { readonly [key: string]: Template };

/** To the place of work. */
const TO_SITES = {
  SITE_ANSWER_AWAITED: {
    audience: 'NEUTRAL',
    subject: { id: '{count} penempatan menunggu jawaban Anda', en: '{count} placements await your answer' },
    text: { id: 'Terima atau tolak penempatan berikut.', en: 'Accept or decline these placements.' },
    item: CASE_DUE,
  },
  SITE_SCHEDULE: {
    audience: 'NEUTRAL',
    subject: { id: '{count} jadwal kegiatan baru', en: '{count} new schedules' },
    text: { id: 'Lihat jadwal di halaman lokasi Anda.', en: 'See them on your site’s page.' },
    item: { id: '{reference}, mulai {from}', en: '{reference}, from {from}' },
  },
  SITE_PAUSED: {
    audience: 'NEUTRAL',
    subject: { id: '{count} kegiatan berhenti sementara', en: '{count} activities pause' },
    text: { id: 'Jangan catat sesi sampai ada kabar.', en: 'Record no sessions until you hear again.' },
    item: CASE_LINE,
  },
  SITE_RESUMED: {
    audience: 'NEUTRAL',
    subject: { id: '{count} kegiatan dilanjutkan', en: '{count} activities go on' },
    text: { id: 'Sesi dapat dicatat lagi.', en: 'Sessions can be recorded again.' },
    item: CASE_LINE,
  },
  SITE_CONFIRMATION_AWAITED: {
    audience: 'NEUTRAL',
    subject: { id: '{count} sesi menunggu konfirmasi Anda', en: '{count} sessions await your word' },
    text: { id: 'Konfirmasi atau bantah sesi berikut.', en: 'Confirm or dispute these sessions.' },
    item: { id: '{reference} {sessionId}', en: '{reference} {sessionId}' },
  },
} as const satisfies { readonly [key: string]: Template };

/** To the person, who agreed to be told. */
const TO_PERSONS = {
  YOUR_SCHEDULE: {
    audience: 'PERSON',
    subject: { id: 'Jadwal kegiatan Anda berubah', en: 'Your schedule changed' },
    text: {
      id: 'Ada jadwal kegiatan baru untuk Anda. Lihat halaman Anda atau tanyakan kepada pendamping Anda.',
      en: 'There is a new schedule for you. See your page or ask your counsellor.',
    },
  },
  YOUR_TIME_ENDS: {
    audience: 'PERSON',
    subject: { id: 'Waktu kegiatan Anda segera berakhir', en: 'Your time ends soon' },
    text: {
      id: 'Masih ada jam kegiatan yang belum selesai. Hubungi pendamping Anda.',
      en: 'Some of your hours are still open. Contact your counsellor.',
    },
  },
  YOUR_HOURS_DONE: {
    audience: 'PERSON',
    subject: { id: 'Jam kegiatan Anda selesai', en: 'Your hours are done' },
    text: {
      id: 'Semua jam kegiatan Anda telah tercatat. Terima kasih.',
      en: 'All your hours are on record. Thank you.',
    },
  },
} as const satisfies { readonly [key: string]: Template };

export const COMMUNITY_SERVICE_TEMPLATES = { ...TO_CASE_OFFICES, ...TO_SITES, ...TO_PERSONS } as const;
