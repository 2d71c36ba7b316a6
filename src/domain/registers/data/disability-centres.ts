/**
 * The three centres that are being prepared for adults with disabilities (report 002, C-09). Lembang is none of
 * the ministry's 21 training centres; it is taken to be the centre for the expansion of employment there, which
 * the ministry's own list has to confirm.
 */
import type { OfficeRow } from './office-row.ts';

export const DISABILITY_CENTRES: readonly string[] = ['bbppk-lembang', 'bbpvp-bekasi', 'bpvp-kendari'];

export const EXPANSION_CENTRES: readonly OfficeRow[] = [
  [
    'bbppk-lembang',
    'TRAINING_CENTRE',
    'Balai Besar Perluasan Kesempatan Kerja Lembang',
    'WIB',
    'Kabupaten Bandung Barat',
  ],
];
