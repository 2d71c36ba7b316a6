/** Refusals of keeping the record. */
import type { RefusalEntry } from './entry.ts';

const DATA_PROTECTION = 'UU 27/2022';

export const KEEPING_REFUSALS = {
  MERGE_WITH_ITSELF: {
    status: 422,
    article: null,
    id: 'Data ini tidak dapat digabungkan dengan dirinya sendiri.',
    en: 'A record cannot be merged with itself.',
    nextId: 'Pilih data yang lain.',
    nextEn: 'Name the other record.',
  },
  NOT_MERGED_LAST: {
    status: 409,
    article: null,
    id: 'Data {otherPersonId} bukan gabungan terakhir pada data ini.',
    en: 'The record {otherPersonId} is not the last one that was merged into this one.',
    nextId: 'Pisahkan dahulu gabungan yang lebih baru.',
    nextEn: 'Take the later merges apart first.',
  },
  NO_LEGAL_HOLD: {
    status: 409,
    article: null,
    id: 'Tidak ada penahanan pemusnahan pada data ini.',
    en: 'No legal hold stands on this record.',
    nextId: 'Periksa apakah penahanannya pada data lain.',
    nextEn: 'Look whether the hold is on another record.',
  },
  REQUEST_UNKNOWN: {
    status: 404,
    article: null,
    id: 'Permintaan {requestId} tidak ada pada orang ini.',
    en: 'This person has no request {requestId}.',
    nextId: 'Periksa pengenal permintaan.',
    nextEn: 'Check the id of the request.',
  },
  REFUSAL_NEEDS_ARTICLE: {
    status: 422,
    article: `${DATA_PROTECTION} art. 15`,
    id: 'Penolakan atas permintaan {requestId} harus menyebut pasalnya.',
    en: 'Refusing the request {requestId} needs the article it rests on.',
    nextId: 'Sebutkan pasal yang mewajibkan data disimpan.',
    nextEn: 'Name the article that requires the data to be kept.',
  },
  BREACH_UNKNOWN: {
    status: 404,
    article: null,
    id: 'Kegagalan pelindungan data {breachId} tidak tercatat pada orang ini.',
    en: 'No breach {breachId} is on record for this person.',
    nextId: 'Catat kegagalannya dahulu.',
    nextEn: 'Record the breach first.',
  },
} as const satisfies { [code: string]: RefusalEntry };
