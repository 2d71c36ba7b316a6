/** What boards, tables, rows and columns are called, and what exactly each counts. */
import { type StagePart, stageWords } from '../words/stages.ts';
import { same, type Words } from '../words/words.ts';
import type { BoardName, Trait } from './answer.ts';

type Named = { readonly [key: string]: Words };

export const BOARD_NAMES: { readonly [B in BoardName]: Words } = {
  flow: { id: 'Alur', en: 'Flow' },
  stages: { id: 'Lama di tahap', en: 'Ageing' },
  certificates: { id: 'Sertifikat', en: 'Certificates' },
  retention: { id: 'Penempatan dan bertahan kerja', en: 'Placement and retention' },
};

export const YEAR_OF: { readonly [B in BoardName]: Words } = {
  flow: { id: 'Tahun masuk', en: 'Year of entry' },
  stages: { id: 'Tahun', en: 'Year' },
  certificates: { id: 'Tahun terbit', en: 'Year of issue' },
  retention: { id: 'Tahun mulai kerja', en: 'Year in which work began' },
};

export const TRAIT_NAMES: { readonly [T in Trait]: Words } = {
  trade: { id: 'kejuruan', en: 'trade' },
  accommodation: { id: 'akomodasi disabilitas', en: 'accommodation for a disability' },
  green: { id: 'tanda pekerjaan hijau', en: 'green tag' },
  office: { id: 'kantor', en: 'office' },
};

const TABLE_NAMES: Named = {
  path: { id: 'Orang di setiap langkah', en: 'People at each step' },
  pathBy: { id: 'Empat titik di jalur, menurut', en: 'Four points on the path, by' },
  ageing: { id: 'Yang masih terbuka, menurut lama di tahapnya', en: 'Open work, by time in its stage' },
  behind: { id: 'Tertinggal dari laju', en: 'Behind pace' },
  held: { id: 'Ditunda atau terhenti', en: 'On hold' },
  overdue: { id: 'Lewat batas waktu', en: 'Overdue' },
  certificates: { id: 'Sertifikat menurut skema', en: 'Certificates by scheme' },
  day90: { id: 'Hari ke-90 sejak mulai kerja', en: 'Day 90 since work began' },
  day180: { id: 'Hari ke-180 sejak mulai kerja', en: 'Day 180 since work began' },
  day365: { id: 'Hari ke-365 sejak mulai kerja', en: 'Day 365 since work began' },
  day90By: { id: 'Hari ke-90, menurut', en: 'Day 90, by' },
  day180By: { id: 'Hari ke-180, menurut', en: 'Day 180, by' },
  day365By: { id: 'Hari ke-365, menurut', en: 'Day 365, by' },
};

export function tableName(name: string, by: Trait | null): Words {
  const words = TABLE_NAMES[name] ?? same(name);
  const trait = by === null ? undefined : TRAIT_NAMES[by];
  if (!name.endsWith('By') || trait === undefined) return words;
  return { id: `${words.id} ${trait.id}`, en: `${words.en} ${trait.en}` };
}

export const STEP_NAMES: Named = {
  ENTERED: { id: 'Masuk ke jalur', en: 'Entered' },
  STARTED: { id: 'Mulai menjalani', en: 'Started' },
  IN_TRAINING: { id: 'Ikut pelatihan', en: 'In training' },
  ASSESSED: { id: 'Diuji', en: 'Assessed' },
  CERTIFIED: { id: 'Bersertifikat', en: 'Certified' },
  PROPOSED: { id: 'Diusulkan ke pemberi kerja', en: 'Proposed to an employer' },
  HIRED: { id: 'Mulai bekerja', en: 'Began to work' },
  KEPT_90: { id: 'Masih bekerja, 90 hari', en: 'Still working, day 90' },
  KEPT_180: { id: 'Masih bekerja, 180 hari', en: 'Still working, day 180' },
  KEPT_365: { id: 'Masih bekerja, 365 hari', en: 'Still working, day 365' },
};

const COLUMN_NAMES: Named = {
  reached: { id: 'Sampai di sini', en: 'Came this far' },
  here: { id: 'Masih di sini', en: 'Still here' },
  left: { id: 'Berhenti di sini', en: 'Stopped here' },
  entered: { id: 'Masuk', en: 'Entered' },
  trained: { id: 'Ikut pelatihan', en: 'In training' },
  certified: { id: 'Bersertifikat', en: 'Certified' },
  hired: { id: 'Mulai bekerja', en: 'Began to work' },
  TO_30: { id: 'Sampai 30 hari', en: 'Up to 30 days' },
  TO_90: { id: '31–90 hari', en: '31–90 days' },
  TO_180: { id: '91–180 hari', en: '91–180 days' },
  OVER_180: { id: 'Lebih dari 180 hari', en: 'Over 180 days' },
  all: { id: 'Semua', en: 'All' },
  yes: { id: 'Jumlah', en: 'Number' },
  issued: { id: 'Terbit', en: 'Issued' },
  VALID: { id: 'Berlaku', en: 'Valid' },
  EXPIRING: { id: 'Berakhir dalam 90 hari', en: 'Ends within 90 days' },
  EXPIRED: { id: 'Sudah berakhir', en: 'Expired' },
  FROZEN: { id: 'Dibekukan', en: 'Frozen' },
  WITHDRAWN: { id: 'Dicabut', en: 'Withdrawn' },
  due: { id: 'Sudah sampai hari itu', en: 'Have come to that day' },
  RETAINED: { id: 'Masih bekerja', en: 'Still working' },
  LOST: { id: 'Tidak bekerja lagi', en: 'No longer working' },
  UNREACHABLE: { id: 'Tidak terhubungi', en: 'Unreachable' },
  OPEN: { id: 'Belum ditanya', en: 'Not asked yet' },
};

export const columnName = (column: string): Words => COLUMN_NAMES[column] ?? same(column);

const TRAIT_VALUES: { readonly [T in Trait]?: Named } = {
  accommodation: {
    YES: { id: 'Dengan akomodasi', en: 'With' },
    NO: { id: 'Tanpa akomodasi', en: 'Without' },
  },
  green: { YES: { id: 'Pekerjaan hijau', en: 'Green' }, NO: { id: 'Lainnya', en: 'Other' } },
};

const NONE: Words = { id: 'Belum ada program', en: 'No programme yet' };

const PARTS: { readonly [part: string]: StagePart } = {
  SERVICE: 'case',
  PRISON: 'prison',
  REFERRAL: 'referral',
  TRAINING: 'training',
  ASSESSMENT: 'assessment',
};

const PART_NAMES: Named = {
  SERVICE: { id: 'Kerja sosial', en: 'Community service' },
  PRISON: { id: 'Lapas', en: 'Prison' },
  REFERRAL: { id: 'Rujukan', en: 'Referral' },
  TRAINING: { id: 'Pelatihan', en: 'Training' },
  ASSESSMENT: { id: 'Asesmen', en: 'Assessment' },
};

/** @param names of offices and schemes, by code. */
export function rowName(
  table: string,
  key: string,
  by: Trait | null,
  names: ReadonlyMap<string, string>,
): Words {
  if (table === 'path') return STEP_NAMES[key] ?? same(key);
  if (table === 'ageing') return stageName(key);
  if (table === 'certificates') return same(names.get(key) ?? key);
  if (by === null || !table.endsWith('By')) return { id: 'Semua', en: 'All' };
  if (key === '-') return NONE;
  return TRAIT_VALUES[by]?.[key] ?? same(names.get(key) ?? key);
}

function stageName(key: string): Words {
  const [code = '', stage = ''] = key.split('/');
  const part = Object.hasOwn(PARTS, code) ? PARTS[code] : undefined;
  const words = part === undefined ? same(stage) : stageWords(part, stage);
  const of = PART_NAMES[code] ?? same(code);
  return { id: `${of.id}: ${words.id}`, en: `${of.en}: ${words.en}` };
}

export const TOTAL_NAME: Words = { id: 'Jumlah', en: 'Total' };
