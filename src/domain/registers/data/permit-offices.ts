/** Ministry unit that decides on the use of foreign workers (domain F). */
import type { OfficeRow } from './office-row.ts';

export const PERMIT_OFFICES: readonly OfficeRow[] = [
  [
    'dit-pptka',
    'PERMIT_OFFICE',
    'Direktorat Pengendalian Penggunaan Tenaga Kerja Asing',
    'WIB',
    'Kota Jakarta Selatan',
  ],
];
