/** Words of who a person is. */
import { type FieldTable, f } from './entry.ts';

export const PERSON_FIELDS: FieldTable = {
  identity: f(
    'Identitas',
    'Identity',
    'Disimpan terpisah dan terkunci. Tidak masuk catatan peristiwa.',
    'Kept apart and locked. It never enters the record of events.',
  ),
  'identity.name': f('Nama lengkap', 'Full name', 'Seperti pada dokumen.', 'As on the paper.'),
  'identity.nik': f(
    'NIK',
    'NIK',
    '16 angka. Tulis seperti pada dokumen, walaupun tampak keliru.',
    '16 digits. As on the paper, even if it looks wrong.',
  ),
  'identity.birthDate': f('Tanggal lahir', 'Date of birth'),
  'identity.sex': f('Jenis kelamin', 'Sex'),
  'identity.address': f('Alamat', 'Address'),
  'identity.phone': f('Nomor telepon', 'Telephone'),
  provisional: f('Identitas sementara (NIK belum diketahui)?', 'Provisional (no NIK known yet)?'),
  'resolve-identity-warning.code': f(
    'Peringatan yang diselesaikan',
    'Warning that is resolved',
    'Kode peringatan, misalnya NIK_MISMATCH.',
    'Code of the warning, for example NIK_MISMATCH.',
  ),
  diedOn: f('Tanggal meninggal', 'Date of death'),
};
