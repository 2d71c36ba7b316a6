/** Manpower offices (Disnaker) of the regencies where work is looked for. A few of some five hundred. */
import type { OfficeRow } from './office-row.ts';

export const MANPOWER_OFFICES: readonly OfficeRow[] = [
  ['disnaker-medan', 'MANPOWER_OFFICE', 'Dinas Ketenagakerjaan Kota Medan', 'WIB', 'Kota Medan'],
  [
    'disnaker-deli-serdang',
    'MANPOWER_OFFICE',
    'Dinas Ketenagakerjaan Kabupaten Deli Serdang',
    'WIB',
    'Kabupaten Deli Serdang',
  ],
  ['disnaker-binjai', 'MANPOWER_OFFICE', 'Dinas Ketenagakerjaan Kota Binjai', 'WIB', 'Kota Binjai'],
  ['disnaker-bandung', 'MANPOWER_OFFICE', 'Dinas Ketenagakerjaan Kota Bandung', 'WIB', 'Kota Bandung'],
  ['disnaker-bekasi', 'MANPOWER_OFFICE', 'Dinas Tenaga Kerja Kota Bekasi', 'WIB', 'Kota Bekasi'],
  ['disnaker-semarang', 'MANPOWER_OFFICE', 'Dinas Tenaga Kerja Kota Semarang', 'WIB', 'Kota Semarang'],
  ['disnaker-makassar', 'MANPOWER_OFFICE', 'Dinas Ketenagakerjaan Kota Makassar', 'WITA', 'Kota Makassar'],
];
