/**
 * Certification bodies (LSP) to begin with: those beside the training centres of the manpower ministry, which
 * are usually of kind P2 (D-02), and one of the IT trade (P3). Names as they are commonly used; whoever runs the
 * system checks them, with the number of the licence, against the list of BNSP.
 */
import type { OfficeRow } from './office-row.ts';

export const CERTIFICATION_BODIES: readonly OfficeRow[] = [
  ['lsp-p2-bbpvp-medan', 'CERTIFICATION_BODY', 'LSP P2 BBPVP Medan', 'WIB', 'Kota Medan'],
  ['lsp-p2-bbpvp-bekasi', 'CERTIFICATION_BODY', 'LSP P2 BBPVP Bekasi', 'WIB', 'Kota Bekasi'],
  ['lsp-p2-bbpvp-bandung', 'CERTIFICATION_BODY', 'LSP P2 BBPVP Bandung', 'WIB', 'Kota Bandung'],
  ['lsp-p2-bbpvp-serang', 'CERTIFICATION_BODY', 'LSP P2 BBPVP Serang', 'WIB', 'Kota Serang'],
  ['lsp-p2-bbpvp-semarang', 'CERTIFICATION_BODY', 'LSP P2 BBPVP Semarang', 'WIB', 'Kota Semarang'],
  ['lsp-p2-bbpvp-makassar', 'CERTIFICATION_BODY', 'LSP P2 BBPVP Makassar', 'WITA', 'Kota Makassar'],
  ['lsp-tik-indonesia', 'CERTIFICATION_BODY', 'LSP TIK Indonesia', 'WIB', 'Kota Jakarta Selatan'],
];
