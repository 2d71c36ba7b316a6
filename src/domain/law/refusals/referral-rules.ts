/** Refusals of the social entrance. */
import type { RefusalEntry } from './entry.ts';

export const REFERRAL_REFUSALS = {
  RECORD_OF_DECEASED: {
    status: 409,
    article: null,
    id: 'Orang ini telah meninggal dunia pada {diedOn}.',
    en: 'This person died on {diedOn}.',
    nextId: 'Tutup perkaranya dengan alasan meninggal dunia; catatannya tetap dapat dibaca.',
    nextEn: 'Close the case with the reason of death; the record stays readable.',
  },
  NOT_A_TRAINING_CENTRE: {
    status: 422,
    article: null,
    id: 'Kantor {officeId} bukan balai pelatihan.',
    en: 'The office {officeId} is not a training centre.',
    nextId: 'Pilih balai pelatihan dari daftar kantor.',
    nextEn: 'Choose a training centre from the list of offices.',
  },
  ACCOMMODATION_NOT_PLANNED: {
    status: 409,
    article: 'UU 8/2016',
    id: 'Akomodasi {code} belum direncanakan atau belum disediakan.',
    en: 'The accommodation {code} has not been planned or provided yet.',
    nextId: 'Rencanakan dan sediakan akomodasinya dahulu.',
    nextEn: 'Plan and provide the accommodation first.',
  },
  CLOSING_REASON_UNFIT: {
    status: 422,
    article: null,
    id: 'Alasan penutupan {reason} tidak sesuai dengan keadaan yang tercatat.',
    en: 'The closing reason {reason} does not fit what is on record.',
    nextId: 'Pilih alasan yang sesuai, atau catat dahulu kejadiannya.',
    nextEn: 'Choose the reason that fits, or record first what happened.',
  },
} as const satisfies { [code: string]: RefusalEntry };
