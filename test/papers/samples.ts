/** One paper of each kind, of fictitious people, long enough to need more than one line or page. */
import { executionMinutes } from '../../src/papers/kinds/ba-17.ts';
import { certificateSheet } from '../../src/papers/kinds/certificate.ts';
import { classList } from '../../src/papers/kinds/class-list.ts';
import { jobSeekerCard } from '../../src/papers/kinds/job-seeker-card.ts';
import { executionOrder } from '../../src/papers/kinds/p-48.ts';
import { supervisionSheet } from '../../src/papers/kinds/pks-03.ts';
import { referralLetter } from '../../src/papers/kinds/referral-letter.ts';
import { warningLetter } from '../../src/papers/kinds/warning-letter.ts';
import type { PaperContent } from '../../src/papers/paper.ts';

const person = {
  name: 'Sari Contoh binti Ahmad Contoh Panjang Sekali Namanya',
  birthDate: '1996-03-07',
  sex: 'FEMALE' as const,
  address: 'Jalan Contoh Raya Nomor 12, Lingkungan IV, Kelurahan Helvetia Tengah, Kecamatan Medan Helvetia',
};
const ruling = {
  court: 'PN Mdn',
  date: '2026-03-09',
  caseNumber: '1008/Pid.B/2026/PN Mdn',
  finalOn: '2026-03-16',
};
const office = { officeName: 'Kejaksaan Negeri Medan', regency: 'Kota Medan' };
const place = 'Puskesmas Helvetia';

const lines = Array.from({ length: 45 }, (_, index) => {
  const day = String((index % 28) + 1).padStart(2, '0');
  const date = `2026-0${4 + Math.floor(index / 28)}-${day}`;
  if (index === 5) return { date, minutes: 0, creditedMinutes: 0, compliance: 'tidak hadir', note: '' };
  return {
    ...{ date, start: `${date}T08:00`, end: `${date}T11:30`, minutes: 210, creditedMinutes: 210 },
    compliance: 'dikonfirmasi lokasi',
    note: index === 7 ? 'waktu bertumpuk dengan sesi lain – 30 menit tidak dihitung' : '',
  };
});

export const SAMPLES: { readonly [name: string]: PaperContent } = {
  'p-48': executionOrder({
    ...office,
    ...{ number: 'PRINT-123/L.2.10/Eku.3/03/2026', orderedOn: '2026-03-20', firstAppearanceOn: '2026-03-30' },
    ...{ person, ruling, orderedMinutes: 3_600, hoursPerDay: 4, daysPerWeek: 5, completionDays: 180 },
    replaced: { kind: 'PRISON', days: 60 },
    probationOffice: 'Balai Pemasyarakatan Kelas I Medan',
    events: [2, 3, 4],
  }),
  'ba-17': executionMinutes({
    ...office,
    ...{ number: 'BA-17-1', startedOn: '2026-03-30', orderNumber: 'PRINT-123/L.2.10/Eku.3/03/2026' },
    ...{ orderedOn: '2026-03-20', person, ruling, orderedMinutes: 3_630, windowEndsOn: '2026-09-26' },
    ...{ zone: 'WIB', place, probationOffice: 'Balai Pemasyarakatan Kelas I Medan' },
    schedule: ['Senin–Jumat, pukul 08.00–12.00', 'Sabtu, pukul 08.00–10.00'],
    events: [2, 4, 7, 9],
  }),
  'pks-03': supervisionSheet({
    ...office,
    ...{ number: 'PKS-03/c1/57', date: '2026-05-17', person, caseNumber: ruling.caseNumber, place },
    ...{ zone: 'WIB', orderedMinutes: 14_400, windowEndsOn: '2026-09-26', lines },
    events: Array.from({ length: 45 }, (_, index) => 12 + index),
  }),
  'warning-letter': warningLetter({
    ...office,
    ...{ number: 'SP-1/L.2.10/Eku.3/05/2026', letter: 1, issuedOn: '2026-05-04', person, place },
    orderNumber: 'PRINT-123/L.2.10/Eku.3/03/2026',
    grounds: [
      { version: 31, text: 'Tidak hadir pada Jumat, 10 April 2026' },
      { version: 40, text: 'Tidak hadir pada Senin, 27 April 2026' },
    ],
    events: [31, 40, 44],
  }),
  'referral-letter': referralLetter({
    ...{ number: 'RUJ-7/05/2026', date: '2026-05-04', regency: 'Kota Medan', senderPost: 'Petugas rujukan' },
    toCentre: 'Balai Besar Pelatihan Vokasi dan Produktivitas (BBPVP) Medan',
    ...{ person, purpose: 'TRAINING', programme: 'Las SMAW 3F, 160 JP', availableFrom: '2026-06-01' },
    accommodations: ['bahan ajar huruf besar', 'waktu tambahan pada ujian tulis'],
    ...{ reference: 'e-4f2a91', events: [60] },
  }),
  'class-list': classList({
    ...{ number: 'KLS-3/2026', date: '2026-06-01', regency: 'Kota Medan', classId: 'las-smaw-2026-3' },
    ...{ programme: 'Las SMAW 3F, 160 JP', room: 'Bengkel las 2', instructor: 'i-204' },
    ...{ startsOn: '2026-06-01', endsOn: '2026-06-26', events: [1, 5] },
    participants: Array.from({ length: 16 }, (_, index) => ({
      ...{ enrolmentId: `e-${(index + 10).toString(16)}4f2a91`, name: `Peserta Contoh ${index + 1}` },
      note: index === 3 ? 'huruf besar' : '',
    })),
  }),
  'job-seeker-card': jobSeekerCard({
    ...{ number: '1271.2026.000123', issuedOn: '2026-07-01', validUntil: '2028-07-01', person },
    ...{ regency: 'Kota Medan', officeName: 'Dinas Ketenagakerjaan Kota Medan' },
    skills: ['Las SMAW 3F (sertifikat 2026)', 'Mengemudi'],
    reports: [
      { dueOn: '2027-01-01', madeOn: '2026-12-28' },
      { dueOn: '2027-07-01', madeOn: null },
      { dueOn: '2028-01-01', madeOn: null },
    ],
    events: [70],
  }),
  certificate: certificateSheet({
    ...{ number: '24.1234.0001.2026', issuedOn: '2026-06-30', validUntil: '2029-06-30' },
    ...{
      regency: 'Kota Medan',
      holderName: person.name,
      bodyName: 'LSP Las Contoh',
      registrationNumber: 'LAS 1234 00567 2026',
    },
    scheme: 'Juru Las SMAW Posisi 3F',
    units: [
      { code: 'C.24LAS01.001.1', title: 'Menerapkan prosedur keselamatan dan kesehatan kerja' },
      {
        code: 'C.24LAS01.018.1',
        title: 'Melakukan pengelasan pelat pada posisi 3F/PF naik dengan proses SMAW',
      },
    ],
    checkAddress: 'https://titian.example.go.id/c/24.1234.0001.2026',
    events: [1],
  }),
};
