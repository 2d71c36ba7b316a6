/**
 * Sites to start with: public institutions of the kinds the elucidation of art. 85(1) names, in real
 * places of all three zones. Capacities are samples, and no accident cover is known of any but one, so
 * that the warning for it is seen.
 */
import type { RegisterSiteData } from '../site-register.ts';
import { AGREEMENTS } from './agreements.ts';
import { NATIONAL_CALENDAR } from './national-calendar.ts';

type Given = Pick<
  RegisterSiteData,
  'name' | 'owner' | 'agency' | 'regency' | 'capacityPerDay' | 'workTypes'
> &
  Partial<RegisterSiteData> & { readonly agreement: RegisterSiteData['agreement'] };

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7] as const;
const WEEKDAYS = [1, 2, 3, 4, 5] as const;

const site = (given: Given): RegisterSiteData => ({
  zone: 'WIB',
  safetyCoverReference: null,
  contactPost: 'Tata Usaha',
  accessNotes: null,
  trainingCentre: false,
  commercial: false,
  calendar: NATIONAL_CALENDAR,
  openWeekdays: EVERY_DAY,
  openOnHolidays: false,
  closedOn: [],
  ...given,
});

const MEDAN = { owner: 'kejari-medan', regency: 'Kota Medan', agreement: AGREEMENTS.sumateraUtara };
const JAYAPURA = {
  owner: 'kejari-jayapura',
  regency: 'Kota Jayapura',
  zone: 'WIT',
  agreement: AGREEMENTS.papua,
} as const;

const MEDAN_SITES = {
  'bbpvp-medan': site({
    ...MEDAN,
    name: 'BBPVP Medan',
    agency: 'Kementerian Ketenagakerjaan',
    capacityPerDay: 16,
    workTypes: ['workshop upkeep', 'cleaning', 'kitchen'],
    trainingCentre: true,
    openWeekdays: [1, 2, 3, 4, 5, 6],
  }),
  'puskesmas-helvetia': site({
    ...MEDAN,
    name: 'Puskesmas Helvetia',
    agency: 'Dinas Kesehatan Kota Medan',
    capacityPerDay: 4,
    workTypes: ['cleaning', 'queue assistance'],
  }),
  'masjid-medan-johor': site({
    ...MEDAN,
    name: 'Masjid Kecamatan Medan Johor',
    agency: 'Badan Kemakmuran Masjid',
    capacityPerDay: 3,
    workTypes: ['cleaning', 'garden'],
    openOnHolidays: true,
    contactPost: 'Pengurus',
  }),
  'taman-kota-medan': site({
    ...MEDAN,
    name: 'Taman Kota Medan',
    agency: 'Dinas Lingkungan Hidup Kota Medan',
    capacityPerDay: 12,
    workTypes: ['garden', 'street cleaning'],
    openOnHolidays: true,
    safetyCoverReference: 'CONTOH-JKK-MEDAN',
  }),
  'sdn-medan-tuntungan': site({
    ...MEDAN,
    name: 'SD Negeri Medan Tuntungan',
    agency: 'Dinas Pendidikan Kota Medan',
    capacityPerDay: 2,
    workTypes: ['cleaning', 'repairs'],
    openWeekdays: WEEKDAYS,
  }),
} as const;

const OTHER_SUMATRA_SITES = {
  'rsud-kabanjahe': site({
    name: 'RSUD Kabanjahe',
    owner: 'kejari-karo',
    agency: 'Dinas Kesehatan Kabupaten Karo',
    regency: 'Kabupaten Karo',
    capacityPerDay: 5,
    workTypes: ['cleaning', 'laundry', 'kitchen'],
    agreement: AGREEMENTS.sumateraUtara,
    openOnHolidays: true,
  }),
  'puskesmas-lubuk-pakam': site({
    name: 'Puskesmas Lubuk Pakam',
    owner: 'kejari-deli-serdang',
    agency: 'Dinas Kesehatan Kabupaten Deli Serdang',
    regency: 'Kabupaten Deli Serdang',
    capacityPerDay: 3,
    workTypes: ['cleaning', 'queue assistance'],
    agreement: AGREEMENTS.sumateraUtara,
  }),
  'panti-lansia-binjai': site({
    name: 'Panti Sosial Lanjut Usia Binjai',
    owner: 'kejari-binjai',
    agency: 'Dinas Sosial Provinsi Sumatera Utara',
    regency: 'Kota Binjai',
    capacityPerDay: 4,
    workTypes: ['care assistance', 'kitchen', 'garden'],
    agreement: AGREEMENTS.sumateraUtara,
    openOnHolidays: true,
    accessNotes: 'Separate rooms for women and men; step-free entrance.',
  }),
} as const;

const JAVA_SITES = {
  'rsud-kudus': site({
    name: 'RSUD Kudus',
    owner: 'kejari-kudus',
    agency: 'Dinas Kesehatan Kabupaten Kudus',
    regency: 'Kabupaten Kudus',
    capacityPerDay: 5,
    workTypes: ['cleaning', 'laundry'],
    agreement: AGREEMENTS.jawaTengah,
    openOnHolidays: true,
  }),
  'bpvp-banyuwangi': site({
    name: 'BPVP Banyuwangi',
    owner: 'kejari-banyuwangi',
    agency: 'Kementerian Ketenagakerjaan',
    regency: 'Kabupaten Banyuwangi',
    capacityPerDay: 10,
    workTypes: ['workshop upkeep', 'cleaning'],
    agreement: AGREEMENTS.jawaTimur,
    trainingCentre: true,
    openWeekdays: [1, 2, 3, 4, 5, 6],
  }),
  'dlh-kota-bandung': site({
    name: 'Dinas Lingkungan Hidup Kota Bandung',
    owner: 'kejari-kota-bandung',
    agency: 'Pemerintah Kota Bandung',
    regency: 'Kota Bandung',
    capacityPerDay: 20,
    workTypes: ['street cleaning', 'garden'],
    agreement: AGREEMENTS.jawaBarat,
    openOnHolidays: true,
  }),
} as const;

const EASTERN_SITES = {
  'puskesmas-ampenan': site({
    name: 'Puskesmas Ampenan',
    owner: 'kejari-mataram',
    agency: 'Dinas Kesehatan Kota Mataram',
    regency: 'Kota Mataram',
    zone: 'WITA',
    capacityPerDay: 3,
    workTypes: ['cleaning', 'queue assistance'],
    agreement: AGREEMENTS.nusaTenggaraBarat,
  }),
  'bbpvp-makassar': site({
    name: 'BBPVP Makassar',
    owner: 'kejari-makassar',
    agency: 'Kementerian Ketenagakerjaan',
    regency: 'Kota Makassar',
    zone: 'WITA',
    capacityPerDay: 12,
    workTypes: ['workshop upkeep', 'cleaning'],
    agreement: AGREEMENTS.sulawesiSelatan,
    trainingCentre: true,
    openWeekdays: [1, 2, 3, 4, 5, 6],
  }),
  'puskesmas-abepura': site({
    ...JAYAPURA,
    name: 'Puskesmas Abepura',
    agency: 'Dinas Kesehatan Kota Jayapura',
    capacityPerDay: 3,
    workTypes: ['cleaning', 'queue assistance'],
    openOnHolidays: true,
  }),
  'dlh-kota-jayapura': site({
    ...JAYAPURA,
    name: 'Dinas Lingkungan Hidup Kota Jayapura',
    agency: 'Pemerintah Kota Jayapura',
    capacityPerDay: 10,
    workTypes: ['street cleaning', 'garden'],
    openOnHolidays: true,
  }),
} as const;

export const SITES: { readonly [id: string]: RegisterSiteData } = {
  ...MEDAN_SITES,
  ...OTHER_SUMATRA_SITES,
  ...JAVA_SITES,
  ...EASTERN_SITES,
};
