/**
 * A few programmes to begin with. Only `C.24LAS01.001.1` was read with its title (C-02); the other unit codes,
 * titles and the division of hours are samples in the shape of SKKNI, and say so in `source`. A centre
 * revises them from its own programme sheet.
 */
import type { CompetencyUnit, ProgrammeContent } from '../programme.ts';

/** Permenakertrans 8/2014 and the yearly technical instructions say how a programme is written (C-01). */
const SAMPLE = 'sample in the shape of SKKNI; hours by practice of the centres (C-05)';
/** C-17: age asked for by the national programme of 2026 (C-07). */
const MINIMUM_AGE = 17;

const unit = (code: string, title: string, jp: number): CompetencyUnit => ({ code, title, decree: null, jp });

const common = {
  thresholdPercent: null,
  excusedCounts: false,
  minimumAge: MINIMUM_AGE,
  prerequisites: { units: [], programmes: [] },
  schemeId: null,
  source: SAMPLE,
} as const;

export const PROGRAMMES: { readonly [id: string]: ProgrammeContent } = {
  'las-smaw-160': {
    ...common,
    trade: 'las',
    title: 'Pengelasan pelat SMAW posisi 1F–2F',
    type: 'OCCUPATION',
    jp: 160,
    units: [
      unit('C.24LAS01.001.1', 'Melaksanakan Persiapan Tempat Kerja', 8),
      unit('C.24LAS01.002.1', 'Menerapkan K3 di Tempat Kerja Las', 8),
      unit('C.24LAS01.003.1', 'Membaca Gambar Teknik dan Simbol Las', 12),
      unit('C.24LAS01.004.1', 'Melaksanakan Persiapan Bahan', 12),
      unit('C.24LAS01.005.1', 'Mengoperasikan Peralatan Las SMAW', 16),
      unit('C.24LAS01.006.1', 'Memotong Pelat dengan Gas', 12),
      unit('C.24LAS01.007.1', 'Mengelas Pelat Posisi Bawah Tangan', 32),
      unit('C.24LAS01.008.1', 'Mengelas Pelat Posisi Horizontal', 32),
      unit('C.24LAS01.009.1', 'Memeriksa Hasil Las Secara Visual', 12),
      unit('C.24LAS01.010.1', 'Memperbaiki Cacat Las', 16),
    ],
    tags: ['pelatihan-vokasi-nasional'],
  },
  'plts-atap-160': {
    ...common,
    trade: 'listrik',
    title: 'Pemasangan PLTS atap',
    type: 'CLUSTER',
    jp: 160,
    units: [
      unit('D.35EBT01.001.1', 'Menerapkan K3 Pemasangan PLTS', 16),
      unit('D.35EBT01.002.1', 'Merencanakan Tata Letak Modul Surya', 24),
      unit('D.35EBT01.003.1', 'Memasang Struktur Penyangga Modul', 32),
      unit('D.35EBT01.004.1', 'Memasang Modul dan Pengawatan DC', 40),
      unit('D.35EBT01.005.1', 'Memasang Inverter dan Proteksi AC', 32),
      unit('D.35EBT01.006.1', 'Menguji dan Menyerahkan Instalasi', 16),
    ],
    tags: ['green-job'],
  },
  'menjahit-garmen-160': {
    ...common,
    trade: 'garmen apparel',
    title: 'Operator jahit garmen',
    type: 'OCCUPATION',
    jp: 160,
    units: [
      unit('C.14GMN01.001.1', 'Menerapkan K3 di Lantai Jahit', 8),
      unit('C.14GMN01.002.1', 'Menyiapkan Mesin Jahit Industri', 24),
      unit('C.14GMN01.003.1', 'Menjahit Komponen Pakaian', 56),
      unit('C.14GMN01.004.1', 'Merakit Pakaian', 56),
      unit('C.14GMN01.005.1', 'Memeriksa Mutu Jahitan', 16),
    ],
    tags: [],
  },
  'web-junior-240': {
    ...common,
    trade: 'teknologi informasi',
    title: 'Pengembang web pratama',
    type: 'CLUSTER',
    jp: 240,
    units: [
      unit('J.62WEB01.001.1', 'Menggunakan Perangkat Pengembangan', 24),
      unit('J.62WEB01.002.1', 'Menyusun Halaman dengan HTML dan CSS', 64),
      unit('J.62WEB01.003.1', 'Menulis Program Sisi Klien', 64),
      unit('J.62WEB01.004.1', 'Menggunakan Basis Data', 48),
      unit('J.62WEB01.005.1', 'Menguji dan Menerbitkan Aplikasi', 40),
    ],
    tags: [],
  },
  'perkantoran-160': {
    ...common,
    trade: 'bisnis dan manajemen',
    title: 'Administrasi perkantoran dengan komputer',
    type: 'OCCUPATION',
    jp: 160,
    units: [
      unit('N.82ADM01.001.1', 'Mengelola Surat dan Arsip', 40),
      unit('N.82ADM01.002.1', 'Menggunakan Pengolah Kata', 48),
      unit('N.82ADM01.003.1', 'Menggunakan Lembar Kerja', 48),
      unit('N.82ADM01.004.1', 'Melayani Tamu dan Telepon', 24),
    ],
    tags: [],
  },
};
