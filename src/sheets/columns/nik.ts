/** NIK: sixteen digits that spreadsheets like to spoil, since they keep fifteen. Nothing of it is repeated. */
import { isWellFormedNik, normaliseNik } from '../../domain/identity/nik.ts';
import { bad, type CellReader, good } from './column.ts';

const AS_NUMBER = bad(
  'NIK_AS_NUMBER',
  'NIK tersimpan sebagai angka sehingga digit terakhirnya hilang. Beri kolom format Teks, lalu ketik ulang NIK.',
  'The NIK was kept as a number, which loses its last digits. Give the column the format Text and type it again.',
);

export const nikCell: CellReader<string> = (cell) => {
  if (typeof cell === 'number') return AS_NUMBER;
  if (typeof cell !== 'string') return malformed();
  const nik = normaliseNik(cell.trim().replace(/^'/, ''));
  if (isWellFormedNik(nik)) return good(nik);
  if (/^\d([.,]\d+)?e\+?\d{1,2}$/i.test(cell.trim())) return AS_NUMBER;
  if (/^\d{15}$/.test(nik)) {
    return bad(
      'NIK_FIFTEEN_DIGITS',
      'NIK hanya 15 angka: mungkin nol di depan hilang. Beri kolom format Teks, lalu ketik ulang 16 angka.',
      'The NIK has 15 digits: a leading zero may be lost. Give the column the format Text and type all 16.',
    );
  }
  return malformed();
};

const malformed = () => bad('NIK_MALFORMED', 'NIK harus tepat 16 angka.', 'A NIK has exactly 16 digits.');
