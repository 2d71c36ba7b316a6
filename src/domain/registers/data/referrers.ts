/** Who refers by the social entrance (report 002, E-10): national bodies, and social offices of some regencies. */
import type { OfficeRow } from './office-row.ts';

export const REFERRERS: readonly OfficeRow[] = [
  ['kemensos', 'REFERRER', 'Kementerian Sosial', 'WIB', 'Kota Jakarta Pusat'],
  ['baznas', 'REFERRER', 'Badan Amil Zakat Nasional', 'WIB', 'Kota Jakarta Timur'],
  ['dniks', 'REFERRER', 'Dewan Nasional Indonesia untuk Kesejahteraan Sosial', 'WIB', 'Kota Jakarta Pusat'],
  ['dinsos-medan', 'REFERRER', 'Dinas Sosial Kota Medan', 'WIB', 'Kota Medan'],
  ['dinsos-bekasi', 'REFERRER', 'Dinas Sosial Kota Bekasi', 'WIB', 'Kota Bekasi'],
  ['dinsos-kendari', 'REFERRER', 'Dinas Sosial Kota Kendari', 'WITA', 'Kota Kendari'],
  [
    'uld-makassar',
    'REFERRER',
    'Unit Layanan Disabilitas Ketenagakerjaan Kota Makassar',
    'WITA',
    'Kota Makassar',
  ],
];
