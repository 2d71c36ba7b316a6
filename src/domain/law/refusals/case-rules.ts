/** Refusals about the case, the person and the place a command names. */
import type { RefusalEntry } from './entry.ts';

const ENTITY_REFUSALS = {
  PERSON_UNKNOWN: {
    status: 404,
    article: null,
    id: 'Orang dengan pengenal ini tidak terdaftar.',
    en: 'No person with this id is registered.',
    nextId: 'Daftarkan orangnya dahulu, atau periksa pengenalnya.',
    nextEn: 'Register the person first, or check the id.',
  },
  DUPLICATE_PERSON: {
    status: 409,
    article: null,
    id: 'Orang ini sudah terdaftar sebagai {personId}.',
    en: 'This person is already registered as {personId}.',
    nextId: 'Gunakan data yang sudah ada setelah identitasnya dicocokkan.',
    nextEn: 'Use the existing record after comparing the identities.',
  },
  PERSON_MERGED: {
    status: 409,
    article: null,
    id: 'Data orang ini telah digabungkan ke {personId}.',
    en: 'This person’s record was merged into {personId}.',
    nextId: 'Kirim perintah ke data gabungan itu.',
    nextEn: 'Send the command to the surviving record.',
  },
  PERSON_DECEASED: {
    status: 409,
    article: 'UU 1/2023 art. 140',
    id: 'Orang ini telah meninggal dunia; kewenangan melaksanakan pidana gugur.',
    en: 'This person has died; the power to execute has lapsed.',
    nextId: 'Catat keputusan gugurnya kewenangan (P-49) dan tutup perkara.',
    nextEn: 'Record the decision that the power has lapsed (P-49) and close the case.',
  },
  CASE_UNKNOWN: {
    status: 404,
    article: null,
    id: 'Perkara {caseId} tidak ada pada orang ini.',
    en: 'This person has no case {caseId}.',
    nextId: 'Periksa pengenal perkara.',
    nextEn: 'Check the case id.',
  },
  DUPLICATE_CASE: {
    status: 409,
    article: null,
    id: 'Nomor perkara ini sudah tercatat sebagai {caseId}.',
    en: 'This case number is already registered as {caseId}.',
    nextId: 'Buka perkara yang sudah ada.',
    nextEn: 'Open the existing case.',
  },
  SESSION_UNKNOWN: {
    status: 404,
    article: null,
    id: 'Sesi {sessionId} tidak ada pada perkara ini.',
    en: 'This case has no session {sessionId}.',
    nextId: 'Periksa pengenal sesi.',
    nextEn: 'Check the session id.',
  },
} as const satisfies { [code: string]: RefusalEntry };

const STAGE_REFUSALS = {
  WRONG_STAGE: {
    status: 409,
    article: null,
    id: 'Perkara berada pada tahap {stage}; perintah ini hanya untuk tahap {allowed}.',
    en: 'The case is at stage {stage}; this command needs stage {allowed}.',
    nextId: 'Lengkapi dahulu langkah sebelumnya, atau periksa apakah langkah ini sudah dilakukan.',
    nextEn: 'Complete the earlier step first, or check whether this step was done already.',
  },
  CASE_CLOSED: {
    status: 409,
    article: null,
    id: 'Perkara ini sudah selesai; tidak ada lagi yang dapat ditambahkan.',
    en: 'This case is finished; nothing more can be added.',
    nextId: 'Bila ada kekeliruan, jaksa dapat mencatat koreksi yang membuka kembali perkara.',
    nextEn: 'If something is wrong, the prosecutor can record a correction that reopens the case.',
  },
  NOT_CLOSED: {
    status: 409,
    article: null,
    id: 'Perkara ini belum ditutup.',
    en: 'This case is not closed yet.',
    nextId: 'Tutup perkara dahulu.',
    nextEn: 'Close the case first.',
  },
  CASE_ON_HOLD: {
    status: 409,
    article: null,
    id: 'Perkara ini sedang ditahan atau pelaksanaannya ditunda.',
    en: 'This case is on hold or its execution is suspended.',
    nextId: 'Tunggu sampai jaksa melanjutkan pelaksanaan.',
    nextEn: 'Wait until the prosecutor resumes execution.',
  },
  ALREADY_DONE: {
    status: 409,
    article: null,
    id: 'Langkah ini sudah tercatat; tidak ada yang berubah.',
    en: 'This step is already on record; nothing changed.',
    nextId: 'Tidak perlu tindakan. Bila isinya keliru, catat koreksi.',
    nextEn: 'Nothing to do. If its content is wrong, record a correction.',
  },
  DOCUMENT_MISSING: {
    status: 422,
    article: null,
    id: 'Langkah ini memerlukan dokumen sumber: {document}.',
    en: 'This step needs a source document: {document}.',
    nextId: 'Lampirkan jenis, nomor, dan tanggal dokumen.',
    nextEn: 'Attach the document’s kind, number and date.',
  },
  DEADLINE_NOT_ARMED: {
    status: 409,
    article: null,
    id: 'Tenggat {deadlineId} tidak sedang berjalan.',
    en: 'The deadline {deadlineId} is not running.',
    nextId: 'Tidak perlu tindakan: tenggat sudah terjadi atau dibatalkan.',
    nextEn: 'Nothing to do: it has fired already or was cancelled.',
  },
} as const satisfies { [code: string]: RefusalEntry };

export const CASE_REFUSALS = { ...ENTITY_REFUSALS, ...STAGE_REFUSALS } as const;
