/**
 * Cooperation agreements by province, with the dates on which they were signed. What is public is the
 * date of signing. Numbers and last days are placeholders until the papers are entered with
 * `amend-site`; `CONTOH` (sample) in the number says so wherever it is shown. The three provinces at
 * the end are among the 29 with an agreement by 2025-12-15; their own dates are not known.
 */
import type { SiteAgreement } from '../site.ts';

const signed = (
  region: string,
  validFrom: string,
  prosecution: string,
  government: string,
): SiteAgreement => ({
  number: `CONTOH/${region}/${validFrom.slice(0, 4)}`,
  validFrom,
  validTo: `${Number(validFrom.slice(0, 4)) + 3}${validFrom.slice(4)}`,
  parties: [prosecution, government],
});

const KEJATI = 'Kejaksaan Tinggi';

export const AGREEMENTS = {
  jawaBarat: signed('JABAR', '2025-11-04', `${KEJATI} Jawa Barat`, 'Pemerintah Provinsi Jawa Barat'),
  sumateraUtara: signed(
    'SUMUT',
    '2025-11-18',
    `${KEJATI} Sumatera Utara`,
    'Pemerintah Provinsi Sumatera Utara',
  ),
  nusaTenggaraBarat: signed(
    'NTB',
    '2025-11-26',
    `${KEJATI} Nusa Tenggara Barat`,
    'Pemerintah Provinsi Nusa Tenggara Barat',
  ),
  jawaTengah: signed('JATENG', '2025-12-01', `${KEJATI} Jawa Tengah`, 'Pemerintah Provinsi Jawa Tengah'),
  banten: signed('BANTEN', '2025-12-08', `${KEJATI} Banten`, 'Pemerintah Provinsi Banten'),
  dkiJakarta: signed('DKI', '2025-12-15', `${KEJATI} DKI Jakarta`, 'Pemerintah Provinsi DKI Jakarta'),
  malukuUtara: signed('MALUT', '2026-02-13', `${KEJATI} Maluku Utara`, 'Pemerintah Provinsi Maluku Utara'),
  jawaTimur: signed('JATIM', '2025-12-15', `${KEJATI} Jawa Timur`, 'Pemerintah Provinsi Jawa Timur'),
  sulawesiSelatan: signed(
    'SULSEL',
    '2025-12-15',
    `${KEJATI} Sulawesi Selatan`,
    'Pemerintah Provinsi Sulawesi Selatan',
  ),
  papua: signed('PAPUA', '2025-12-15', `${KEJATI} Papua`, 'Pemerintah Provinsi Papua'),
} as const;
