/**
 * Schemes for the first programmes. Samples: units are those of the programme, and the codes of KBLI and KBJI
 * are examples of their form. A body revises them from the scheme that BNSP verified for it.
 */
import type { RegisterSchemeData } from '../scheme.ts';
import { PROGRAMMES } from './programmes.ts';

const unitsOf = (programmeId: string): string[] =>
  (PROGRAMMES[programmeId]?.units ?? []).map(({ code }) => code);

const scheme = (
  programmeId: string,
  title: string,
  certificationBodies: readonly string[],
  [kbli, kbji, kkniLevel]: readonly [kbli: string, kbji: string, kkniLevel: number],
): RegisterSchemeData => ({
  ...{ title, certificationBodies, units: unitsOf(programmeId), kbli, kbji, kkniLevel },
  ...{ validityMonths: null, programmeIds: [programmeId] },
});

export const SCHEMES: { readonly [id: string]: RegisterSchemeData } = {
  'las-smaw': scheme(
    'las-smaw-160',
    'Juru Las SMAW Pelat 1F–2F',
    ['lsp-p2-bbpvp-medan', 'lsp-p2-bbpvp-serang', 'lsp-p2-bbpvp-makassar'],
    ['25920', '7212', 2],
  ),
  'plts-atap': scheme(
    'plts-atap-160',
    'Pemasang PLTS Atap',
    ['lsp-p2-bbpvp-medan', 'lsp-p2-bbpvp-bekasi', 'lsp-p2-bbpvp-bandung'],
    ['43211', '7411', 3],
  ),
  'menjahit-garmen': scheme(
    'menjahit-garmen-160',
    'Operator Jahit Garmen',
    ['lsp-p2-bbpvp-medan', 'lsp-p2-bbpvp-semarang'],
    ['14111', '8153', 2],
  ),
  'web-junior': scheme(
    'web-junior-240',
    'Pengembang Web Pratama',
    ['lsp-tik-indonesia', 'lsp-p2-bbpvp-bekasi'],
    ['62019', '2513', 3],
  ),
  perkantoran: scheme(
    'perkantoran-160',
    'Staf Administrasi Perkantoran',
    ['lsp-p2-bbpvp-medan', 'lsp-p2-bbpvp-semarang'],
    ['82110', '4110', 2],
  ),
};
