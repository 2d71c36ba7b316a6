/** Fictitious assessors for practice and scenarios: their MET numbers begin with 999, which no real one does. */
import type { RegisterAssessorData } from '../assessor.ts';

const assessor = (
  serial: number,
  certificationBody: string,
  schemeIds: readonly string[],
  accountId: string,
  employer: string | null = null,
): RegisterAssessorData => ({
  met: `MET.999.${String(serial).padStart(6, '0')} 2025`,
  ...{ certificationBody, licence: { validFrom: '2025-03-01', validTo: '2028-02-29' } },
  ...{ schemeIds, accountId, employer },
});

export const ASSESSORS: { readonly [id: string]: RegisterAssessorData } = {
  'asesor-las-1': assessor(1, 'lsp-p2-bbpvp-medan', ['las-smaw'], 'akun-asesor-las-1'),
  'asesor-las-2': assessor(2, 'lsp-p2-bbpvp-medan', ['las-smaw'], 'akun-asesor-las-2'),
  // Employed where the training is given: for those people there is a conflict (D-09).
  'asesor-las-balai': assessor(3, 'lsp-p2-bbpvp-medan', ['las-smaw'], 'akun-asesor-las-balai', 'bbpvp-medan'),
  'asesor-surya-1': assessor(4, 'lsp-p2-bbpvp-medan', ['plts-atap'], 'akun-asesor-surya-1'),
  'asesor-garmen-1': assessor(5, 'lsp-p2-bbpvp-medan', ['menjahit-garmen'], 'akun-asesor-garmen-1'),
  'asesor-garmen-2': assessor(6, 'lsp-p2-bbpvp-semarang', ['menjahit-garmen'], 'akun-asesor-garmen-2'),
  'asesor-web-1': assessor(7, 'lsp-tik-indonesia', ['web-junior'], 'akun-asesor-web-1'),
  'asesor-web-2': assessor(8, 'lsp-tik-indonesia', ['web-junior'], 'akun-asesor-web-2'),
  'asesor-kantor-1': assessor(9, 'lsp-p2-bbpvp-medan', ['perkantoran'], 'akun-asesor-kantor-1'),
};
