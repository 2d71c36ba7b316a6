/** Commands by what they are about, in the order of a person's way. */
import { assessmentCommands } from '../../../catalogue/assessment.ts';
import { breachCommands } from '../../../catalogue/breach.ts';
import { certificateCommands } from '../../../catalogue/certificate.ts';
import { closingCommands } from '../../../catalogue/closing.ts';
import { employmentCommands } from '../../../catalogue/employment.ts';
import { executionCommands } from '../../../catalogue/execution.ts';
import { findingCommands } from '../../../catalogue/finding.ts';
import { type CatalogueEntry, REGISTER_COMMANDS } from '../../../catalogue/index.ts';
import { keepingCommands } from '../../../catalogue/keeping.ts';
import { permitCommands } from '../../../catalogue/permit.ts';
import { personCommands } from '../../../catalogue/person.ts';
import { prisonCommands } from '../../../catalogue/prison.ts';
import { referralCommands } from '../../../catalogue/referral.ts';
import { rulingCommands } from '../../../catalogue/ruling.ts';
import { sessionCommands } from '../../../catalogue/sessions.ts';
import { trainingCommands } from '../../../catalogue/training.ts';
import { trainingClassCommands } from '../../../catalogue/training-class.ts';
import { maySend } from '../../forms/flow/doors.ts';
import type { TokenRole } from '../../session/session.ts';
import type { Words } from '../../words/words.ts';

export interface CommandGroup {
  readonly key: string;
  readonly title: Words;
  /** What these commands are for, and where one begins. */
  readonly about: Words;
  readonly entries: readonly CatalogueEntry[];
}

const group = (
  key: string,
  title: Words,
  about: Words,
  commands: { readonly [name: string]: CatalogueEntry },
): CommandGroup => ({ key, title, about, entries: Object.values(commands) });

const FROM_PERSON = {
  id: 'Mulai dari halaman orangnya.',
  en: 'Start from the page of the person.',
};
const from = (id: string, en: string): Words => ({
  id: `${id} ${FROM_PERSON.id}`,
  en: `${en} ${FROM_PERSON.en}`,
});

const GROUPS: readonly CommandGroup[] = [
  group(
    'orang',
    { id: 'Orang', en: 'The person' },
    from('Identitas, NIK, kematian.', 'Identity, NIK, death.'),
    personCommands,
  ),
  group(
    'putusan',
    { id: 'Putusan', en: 'The ruling' },
    from('Dari putusan pengadilan sampai berkekuatan tetap.', 'From the ruling until it is final.'),
    rulingCommands,
  ),
  group(
    'pelaksanaan',
    { id: 'Pelaksanaan', en: 'Execution' },
    from('P-48, tempat kerja, jadwal, mulai, tunda.', 'P-48, site, schedule, start, suspension.'),
    executionCommands,
  ),
  group(
    'sesi',
    { id: 'Sesi kerja', en: 'Work sessions' },
    from('Datang, pulang, jam yang dihitung.', 'Arrivals, departures, hours that count.'),
    sessionCommands,
  ),
  group(
    'pelanggaran',
    { id: 'Bimbingan dan pelanggaran', en: 'Guidance and breaches' },
    from('Laporan, peringatan, tinjauan.', 'Reports, warnings, reviews.'),
    breachCommands,
  ),
  group(
    'penutupan',
    { id: 'Penutupan', en: 'Closing' },
    from('Selesai, ditutup, dokumen susulan.', 'Completed, closed, later papers.'),
    closingCommands,
  ),
  group(
    'lapas',
    { id: 'Lapas dan pembimbingan', en: 'Prison and aftercare' },
    from('Dari data SDP sampai pembimbingan berakhir.', 'From admission until aftercare ends.'),
    prisonCommands,
  ),
  group(
    'rujukan',
    { id: 'Rujukan dan akomodasi', en: 'Referral and accommodation' },
    from('Persetujuan, kebutuhan, daftar tunggu.', 'Consent, needs, waiting list.'),
    referralCommands,
  ),
  group(
    'pelatihan',
    { id: 'Pelatihan seseorang', en: 'Training of a person' },
    from('Tawaran, pendaftaran, sertifikat pelatihan.', 'Offers, enrolment, training certificates.'),
    trainingCommands,
  ),
  group(
    'kelas',
    { id: 'Kelas', en: 'Classes' },
    {
      id: 'Kursi, daftar hadir, hasil unit. Mulai dari halaman kelas.',
      en: 'Seats, attendance, unit results. Start from the page of the class.',
    },
    trainingClassCommands,
  ),
  group(
    'asesmen',
    { id: 'Asesmen', en: 'Assessments' },
    {
      id: 'Uji kompetensi dari permohonan sampai pleno. Mulai dari asesmennya, atau dari halaman orangnya.',
      en: 'From the request to the plenary. Start from the assessment, or from the page of the person.',
    },
    assessmentCommands,
  ),
  group(
    'sertifikat',
    { id: 'Sertifikat', en: 'Certificates' },
    {
      id: 'Beku, cabut, perpanjang, cetak ulang. Mulai dari halaman sertifikat.',
      en: 'Freeze, withdraw, renew, reprint. Start from the page of the certificate.',
    },
    certificateCommands,
  ),
  group(
    'kerja',
    { id: 'Pencari kerja dan penempatan', en: 'Job seekers and placements' },
    {
      id: 'Kartu, usulan, penempatan, pemantauan setahun. Mulai dari halaman orangnya, atau dari usulannya.',
      en: 'Cards, proposals, placements, a year of follow-up. Start from the person, or from the proposal.',
    },
    employmentCommands,
  ),
  group(
    'rptka',
    { id: 'Izin tenaga kerja asing', en: 'Foreign-worker permits' },
    {
      id: 'Permohonan, pendamping, laporan. Mulai dari halaman izinnya.',
      en: 'Application, companion, reports. Start from the page of the permit.',
    },
    permitCommands,
  ),
  group(
    'temuan',
    { id: 'Temuan', en: 'Findings' },
    {
      id: 'Auditor membuka dan menutup, kantor menjawab. Mulai dari halaman temuan.',
      en: 'The auditor opens and closes, the office answers. Start from the page of the finding.',
    },
    findingCommands,
  ),
  group(
    'berkas',
    { id: 'Berkas dan hak', en: 'The record and rights' },
    from('Penggabungan, penahanan berkas, permintaan hak.', 'Merging, legal hold, requests.'),
    keepingCommands,
  ),
  group(
    'register',
    { id: 'Register', en: 'Registers' },
    {
      id: 'Kantor, tempat kerja, kalender, kebijakan, program, skema. Mulai dari registernya.',
      en: 'Offices, sites, calendars, policies, programmes, schemes. Start from the register.',
    },
    REGISTER_COMMANDS,
  ),
];

/** What a desk may send, group by group; groups without any are left out. */
export const groupsFor = (role: TokenRole): readonly CommandGroup[] =>
  GROUPS.map((one) => ({
    ...one,
    entries: one.entries.filter(({ door, name }) => door !== 'internal' && maySend(role, name)),
  })).filter(({ entries }) => entries.length > 0);
