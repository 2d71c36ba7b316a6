/** Desks that a sandbox offers to sit down at: the offices of the pilot. Nobody real stands behind them. */
import type { SandboxIdentity } from '../access/sandbox-issuer.ts';
import type { Words } from './words/words.ts';

export interface SandboxDesk {
  /** In the form of the sign-in page. */
  readonly key: string;
  readonly identity: SandboxIdentity;
  /** What this desk does all week, in a few words. */
  readonly work: Words;
  /** Others at the same desk, for what one person must not do alone. */
  readonly colleagues?: readonly Colleague[];
}

export interface Colleague {
  readonly key: string;
  readonly identity: SandboxIdentity;
  /** As what one sits down there. */
  readonly name: Words;
}

type Place = Pick<SandboxIdentity, 'office' | 'site'>;

export const SANDBOX_DESKS: readonly SandboxDesk[] = [
  desk(
    'PIDUM_STAFF',
    { office: 'kejari-medan' },
    {
      id: 'Daftarkan orang dan putusan, masukkan lembar PKS-03',
      en: 'Registers people and rulings, enters PKS-03 sheets',
    },
  ),
  desk(
    'EXECUTING_PROSECUTOR',
    { office: 'kejari-medan' },
    {
      id: 'Perintah eksekusi (P-48), jadwal, pelanggaran, penutupan',
      en: 'Orders execution (P-48), schedules, breaches, closing',
    },
  ),
  desk(
    'PROBATION_COUNSELLOR',
    { office: 'bapas-medan' },
    {
      id: 'Litmas, bimbingan, pendapat atas pelanggaran',
      en: 'Social reports, guidance, opinions on breaches',
    },
  ),
  desk(
    'SITE_SUPERVISOR',
    { office: 'puskesmas-helvetia', site: 'puskesmas-helvetia' },
    {
      id: 'Siapa datang hari ini, jam masuk dan pulang',
      en: 'Who comes today, arrivals and departures',
    },
  ),
  desk(
    'PRISON_OFFICER',
    { office: 'lapas-medan' },
    {
      id: 'Warga binaan, sidang TPP, tanggal bebas',
      en: 'People in prison, TPP sessions, release dates',
    },
  ),
  desk(
    'TRAINING_CENTRE_ADMINISTRATOR',
    { office: 'bbpvp-medan' },
    {
      id: 'Kursi, daftar tunggu, rujukan, kelas',
      en: 'Seats, waiting lists, referrals, classes',
    },
  ),
  desk(
    'INSTRUCTOR',
    { office: 'bbpvp-medan' },
    {
      id: 'Daftar hadir dan kemajuan per unit',
      en: 'Attendance and progress by unit',
    },
    'ins-las-medan-1',
  ),
  withColleagues(
    desk(
      'CERTIFICATION_BODY_ADMINISTRATOR',
      { office: 'lsp-p2-bbpvp-medan' },
      {
        id: 'Permohonan uji, jadwal, pleno, sertifikat',
        en: 'Applications, schedules, plenary, certificates',
      },
    ),
    // Who checked an application neither reviews, nor decides, nor issues (D-10).
    {
      reviewer: { id: 'Sebagai peninjau', en: 'As reviewer' },
      plenary: { id: 'Sebagai pemutus pleno', en: 'As chair of the plenary' },
      issuer: { id: 'Sebagai penerbit', en: 'As issuer' },
    },
  ),
  desk(
    'ASSESSOR',
    { office: 'lsp-p2-bbpvp-medan' },
    {
      id: 'Asesmen yang ditugaskan dan keputusannya',
      en: 'Assigned assessments and their decisions',
    },
    // The account of an assessor in the register: nobody else's tests lie on this desk.
    'akun-asesor-garmen-1',
  ),
  desk(
    'PLACEMENT_OFFICER',
    { office: 'disnaker-medan' },
    {
      id: 'Lulusan siap kerja, lowongan, pemantauan setahun',
      en: 'Graduates, vacancies, follow-up for a year',
    },
  ),
  desk(
    'REFERRAL_OFFICER',
    { office: 'baznas' },
    {
      id: 'Rujukan dan kabarnya',
      en: 'Referrals and what became of them',
    },
  ),
  desk(
    'EMPLOYER',
    { office: 'percontohan-galangan' },
    {
      id: 'Lowongan dan calon dengan sertifikat',
      en: 'Vacancies and candidates with certificates',
    },
  ),
  desk(
    'PERMIT_OFFICER',
    { office: 'dit-pptka' },
    {
      id: 'Permohonan RPTKA dan tenaga pendamping',
      en: 'Foreign-worker permits and companions',
    },
  ),
  desk(
    'AUDITOR',
    { office: 'bpk' },
    {
      id: 'Putar ulang, bandingkan, periksa segel, temuan',
      en: 'Replays, compares, verifies seals, opens findings',
    },
  ),
  desk(
    'REGISTRAR',
    { office: 'pusat' },
    {
      id: 'Register kantor, lokasi, kebijakan, kalender',
      en: 'Registers of offices, sites, policies, calendars',
    },
  ),
];

function desk(role: SandboxIdentity['role'], place: Place, work: Words, sub?: string): SandboxDesk {
  return {
    key: `${role}@${place.office}`,
    // The same role and office is the same account, as for tokens of the sandbox's API.
    identity: { role, ...place, sub: sub ?? `sandbox:${role}:${place.site ?? place.office}` },
    work,
  };
}

function withColleagues(one: SandboxDesk, names: { readonly [name: string]: Words }): SandboxDesk {
  const colleagues = Object.entries(names).map(([key, name]) => ({
    ...{ key: `${one.key}/${key}`, name },
    identity: { ...one.identity, sub: `${one.identity.sub}:${key}` },
  }));
  return { ...one, colleagues };
}

/** Whoever the sign-in page offers. */
export const sandboxIdentity = (key: string): SandboxIdentity | undefined =>
  SANDBOX_DESKS.flatMap((one) => [one, ...(one.colleagues ?? [])]).find((seat) => seat.key === key)?.identity;
