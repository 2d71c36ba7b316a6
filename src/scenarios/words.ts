/** Indonesian words of a scenario file and what they stand for. docs/scenarios.md lists the same. */
import type { Role } from '../domain/decider.ts';

export const ROLE_WORDS: { readonly [word: string]: Role } = {
  'staf pidum': 'PIDUM_STAFF',
  jaksa: 'EXECUTING_PROSECUTOR',
  'pembimbing kemasyarakatan': 'PROBATION_COUNSELLOR',
  'petugas lokasi': 'SITE_SUPERVISOR',
  'petugas lapas': 'PRISON_OFFICER',
  instruktur: 'INSTRUCTOR',
  'admin balai': 'TRAINING_CENTRE_ADMINISTRATOR',
  asesor: 'ASSESSOR',
  'admin lsp': 'CERTIFICATION_BODY_ADMINISTRATOR',
  'pengantar kerja': 'PLACEMENT_OFFICER',
  'pemberi kerja': 'EMPLOYER',
  'petugas rujukan': 'REFERRAL_OFFICER',
  'petugas izin': 'PERMIT_OFFICER',
  auditor: 'AUDITOR',
  'yang bersangkutan': 'PERSON',
  'pencatat register': 'REGISTRAR',
};

export const SEX_WORDS = { perempuan: 'FEMALE', 'laki-laki': 'MALE' } as const;

/** ISO weekdays: 1 = Monday. */
export const WEEKDAY_WORDS: { readonly [word: string]: number } = {
  senin: 1,
  selasa: 2,
  rabu: 3,
  kamis: 4,
  jumat: 5,
  sabtu: 6,
  minggu: 7,
};

export const WORKING_WEEK = 'hari kerja';
export const EVERY_DAY = 'hari';

export const YES = new Set(['ya', 'benar']);
export const NO = new Set(['tidak', 'bukan']);

/** Said where no deadline of a kind may be armed. */
export const NOTHING = 'tidak ada';
