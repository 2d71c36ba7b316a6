/** Refusals about sites, offices, calendars and policies. */
import type { RefusalEntry } from './entry.ts';
import { article85 } from './entry.ts';

export const REGISTER_REFUSALS = {
  SITE_UNKNOWN: {
    status: 404,
    article: null,
    id: 'Lokasi {siteId} tidak terdaftar.',
    en: 'The site {siteId} is not registered.',
    nextId: 'Pilih lokasi dari daftar, atau minta lokasi ini didaftarkan.',
    nextEn: 'Choose a site from the register, or ask for this one to be registered.',
  },
  SITE_NOT_APPROVED: {
    status: 422,
    article: null,
    id: 'Lokasi {siteId} tidak memiliki perjanjian kerja sama yang berlaku pada {date}.',
    en: 'The site {siteId} has no cooperation agreement in force on {date}.',
    nextId: 'Pilih lokasi lain, atau catat perjanjian yang berlaku.',
    nextEn: 'Choose another site, or record the agreement in force.',
  },
  SITE_SUSPENDED: {
    status: 409,
    article: null,
    id: 'Lokasi {siteId} sedang dihentikan untuk penempatan baru.',
    en: 'The site {siteId} is suspended for new assignments.',
    nextId: 'Pilih lokasi lain.',
    nextEn: 'Choose another site.',
  },
  SITE_FULL: {
    status: 409,
    article: null,
    id: 'Lokasi {siteId} sudah penuh pada {date}.',
    en: 'The site {siteId} is full on {date}.',
    nextId: 'Pilih tanggal atau lokasi lain.',
    nextEn: 'Choose another date or site.',
  },
  SITE_COMMERCIAL: {
    status: 422,
    article: article85('(3)'),
    id: 'Lokasi yang mencari keuntungan dari pekerjaan ini tidak dapat didaftarkan.',
    en: 'A site that profits from the work cannot be registered.',
    nextId: 'Pilih lembaga yang melayani masyarakat.',
    nextEn: 'Choose an institution that serves the public.',
  },
  OFFICE_UNKNOWN: {
    status: 404,
    article: null,
    id: 'Kantor {officeId} tidak terdaftar.',
    en: 'The office {officeId} is not registered.',
    nextId: 'Periksa kode kantor.',
    nextEn: 'Check the office code.',
  },
  CALENDAR_UNKNOWN: {
    status: 404,
    article: null,
    id: 'Kalender {calendarId} tidak terdaftar.',
    en: 'The calendar {calendarId} is not registered.',
    nextId: 'Daftarkan kalendernya dahulu, atau periksa kodenya.',
    nextEn: 'Register the calendar first, or check its code.',
  },
  POLICY_IS_ASSUMPTION: {
    status: 422,
    article: null,
    id: 'Ketentuan {policy} adalah tafsir yang dicatat, bukan sakelar: mengubahnya tidak mengubah apa pun.',
    en: 'The policy {policy} is a recorded assumption and not a switch: setting it would change nothing.',
    nextId: 'Bila ada sumber yang menjawab lain, minta pengembang mengubah aturannya dalam versi berikut.',
    nextEn: 'If a source now says otherwise, ask the developers to change the rule in a coming version.',
  },
  NO_RULE_ON_DATE: {
    status: 422,
    article: null,
    id: 'Tidak ada ketentuan {policy} yang berlaku pada {date}.',
    en: 'No rule {policy} is in force on {date}.',
    nextId: 'Periksa tanggalnya; bila benar, minta ketentuan untuk tanggal itu dicatat.',
    nextEn: 'Check the date; if it is right, ask for the rule of that date to be recorded.',
  },
} as const satisfies { [code: string]: RefusalEntry };
