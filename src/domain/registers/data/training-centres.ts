/** The 21 training centres of the manpower ministry (six BBPVP, fifteen BPVP). */
import type { OfficeRow } from './office-row.ts';

export const TRAINING_CENTRES: readonly OfficeRow[] = [
  ['bbpvp-medan', 'TRAINING_CENTRE', 'BBPVP Medan', 'WIB', 'Kota Medan'],
  ['bbpvp-bekasi', 'TRAINING_CENTRE', 'BBPVP Bekasi', 'WIB', 'Kota Bekasi'],
  ['bbpvp-bandung', 'TRAINING_CENTRE', 'BBPVP Bandung', 'WIB', 'Kota Bandung'],
  ['bbpvp-serang', 'TRAINING_CENTRE', 'BBPVP Serang', 'WIB', 'Kota Serang'],
  ['bbpvp-semarang', 'TRAINING_CENTRE', 'BBPVP Semarang', 'WIB', 'Kota Semarang'],
  ['bbpvp-makassar', 'TRAINING_CENTRE', 'BBPVP Makassar', 'WITA', 'Kota Makassar'],
  ['bpvp-banda-aceh', 'TRAINING_CENTRE', 'BPVP Banda Aceh', 'WIB', 'Kota Banda Aceh'],
  ['bpvp-padang', 'TRAINING_CENTRE', 'BPVP Padang', 'WIB', 'Kota Padang'],
  ['bpvp-belitung', 'TRAINING_CENTRE', 'BPVP Belitung', 'WIB', 'Kabupaten Belitung'],
  ['bpvp-bandung-barat', 'TRAINING_CENTRE', 'BPVP Bandung Barat', 'WIB', 'Kabupaten Bandung Barat'],
  ['bpvp-surakarta', 'TRAINING_CENTRE', 'BPVP Surakarta', 'WIB', 'Kota Surakarta'],
  ['bpvp-banyuwangi', 'TRAINING_CENTRE', 'BPVP Banyuwangi', 'WIB', 'Kabupaten Banyuwangi'],
  ['bpvp-sidoarjo', 'TRAINING_CENTRE', 'BPVP Sidoarjo', 'WIB', 'Kabupaten Sidoarjo'],
  ['bpvp-lombok-timur', 'TRAINING_CENTRE', 'BPVP Lombok Timur', 'WITA', 'Kabupaten Lombok Timur'],
  ['bpvp-samarinda', 'TRAINING_CENTRE', 'BPVP Samarinda', 'WITA', 'Kota Samarinda'],
  ['bpvp-bantaeng', 'TRAINING_CENTRE', 'BPVP Bantaeng', 'WITA', 'Kabupaten Bantaeng'],
  ['bpvp-pangkep', 'TRAINING_CENTRE', 'BPVP Pangkep', 'WITA', 'Kabupaten Pangkajene dan Kepulauan'],
  ['bpvp-kendari', 'TRAINING_CENTRE', 'BPVP Kendari', 'WITA', 'Kota Kendari'],
  ['bpvp-ambon', 'TRAINING_CENTRE', 'BPVP Ambon', 'WIT', 'Kota Ambon'],
  ['bpvp-ternate', 'TRAINING_CENTRE', 'BPVP Ternate', 'WIT', 'Kota Ternate'],
  ['bpvp-sorong', 'TRAINING_CENTRE', 'BPVP Sorong', 'WIT', 'Kota Sorong'],
];
