/** What may be done to many at once. Decisions that weigh one person are not among them: they are made singly. */
import type { AttendanceDay } from '../../api/attendance-view.ts';
import { momentAt } from '../../domain/time/index.ts';
import { entityPath } from '../addresses.ts';
import { must } from '../api.ts';
import type { SignedIn } from '../page.ts';
import { clockInWords, dateInWords, durationInWords } from '../words/amounts.ts';
import { say, type Words } from '../words/words.ts';
import { peopleNames } from '../work/matters.ts';
import { NAMELESS } from './attendance-words.ts';
import type { BulkCommand, BulkKind, BulkList, BulkRow } from './bulk.ts';
import { type ClassView, openClass, seatName, seatsInOrder } from './class-view.ts';
import { correctedWords, wasCorrected } from './corrected-meanwhile.ts';

const SITE = ['SITE_SUPERVISOR', 'TRAINING_CENTRE_ADMINISTRATOR'] as const;

const journeyCommand = (personId: string, name: string, data: object): BulkCommand => ({
  path: `/api/v1/journeys/${personId}/commands/${name}`,
  data,
});

async function dayOf({ api, session, query }: SignedIn): Promise<AttendanceDay> {
  const date = /^\d{4}-\d\d-\d\d$/.test(query.date ?? '') ? { date: query.date } : {};
  return must(await api.get<AttendanceDay>('/api/v1/attendance', { world: session.world, ...date }));
}

const confirmSessions: BulkKind = {
  name: 'confirm-sessions',
  roles: SITE,
  within: '/attendance',
  title: { id: 'Tegaskan sesi sekaligus', en: 'Confirm sessions together' },
  lead: {
    id: 'Centang sesi yang benar-benar dikerjakan di lokasi Anda. Sesi yang salah disanggah satu per satu.',
    en: 'Tick the sessions that were really worked at your site. A wrong one is disputed singly.',
  },
  empty: { id: 'Tidak ada sesi yang menunggu kata Anda.', en: 'No session waits for your word.' },
  outcomes: [{ value: 'confirm', words: { id: 'Tegaskan', en: 'Confirm' } }],
  async list(asked): Promise<BulkList> {
    const { toConfirm } = await dayOf(asked);
    const rows = toConfirm
      .filter(({ status }) => status === 'RECORDED')
      .map(({ personId, sessionId, name, start, end, minutes }): BulkRow => {
        const date = dateInWords(asked.language, start.slice(0, 10));
        const times = `${clockInWords(asked.language, start)}–${end === null ? '' : clockInWords(asked.language, end)}`;
        return {
          key: `${personId}/${sessionId}`,
          label: name ?? say(asked.language, NAMELESS),
          facts: `${date}, ${times}, ${durationInWords(asked.language, minutes)}`,
        };
      });
    return { rows, fields: [], back: '/attendance' };
  },
  commandOf: ([personId = '', sessionId = '']) => journeyCommand(personId, 'confirm-session', { sessionId }),
  async refused(asked, [personId], problem) {
    if (!wasCorrected(problem)) return undefined;
    const { toConfirm } = await dayOf(asked);
    return correctedWords(toConfirm.filter((one) => one.personId === personId));
  },
};

const noShows: BulkKind = {
  name: 'no-shows',
  roles: SITE,
  within: '/attendance',
  title: { id: 'Catat tidak datang sekaligus', en: 'Record as not come together' },
  lead: {
    id: 'Centang orang yang tidak datang. Yang datang dicatat pada halaman kehadiran.',
    en: 'Tick those who did not come. Whoever came is recorded on the attendance page.',
  },
  empty: { id: 'Tidak ada orang yang kehadirannya belum dicatat.', en: 'Nobody’s attendance is still open.' },
  outcomes: [
    {
      value: 'absent',
      words: { id: 'Tidak datang', en: 'Did not come' },
      consequence: {
        id: 'Jaksa dan Bapas melihat ketidakhadiran ini. Jangka waktu tidak bertambah.',
        en: 'The prosecutor and the probation office see the absence. The time allowed does not grow.',
      },
    },
  ],
  async list(asked): Promise<BulkList> {
    const day = await dayOf(asked);
    const label = (name: string | null) => name ?? say(asked.language, NAMELESS);
    const open = [
      ...day.people.filter(({ state }) => state === 'EXPECTED').map((row) => ({ ...row, date: day.date })),
      ...day.missing,
    ];
    return {
      rows: open.map(({ personId, caseId, name, date }) => ({
        ...{ key: `${personId}/${caseId}/${date}`, label: label(name) },
        facts: dateInWords(asked.language, date),
      })),
      fields: [],
      back: `/attendance?date=${day.date}`,
    };
  },
  commandOf: ([personId = '', caseId = '', date = '']) =>
    journeyCommand(personId, 'record-no-show', { caseId, date }),
};

const seats: BulkKind = {
  name: 'seats',
  roles: ['TRAINING_CENTRE_ADMINISTRATOR'],
  within: '/classes',
  title: { id: 'Pastikan atau lepaskan kursi', en: 'Confirm or release seats' },
  lead: {
    id: 'Centang kursi yang mendapat hasil yang sama.',
    en: 'Tick the seats that get the same outcome.',
  },
  empty: { id: 'Tidak ada kursi yang menunggu.', en: 'No seat is waiting.' },
  outcomes: [
    { value: 'confirm', words: { id: 'Pastikan kursi', en: 'Confirm the seats' } },
    {
      value: 'NOT_ELIGIBLE',
      words: { id: 'Lepaskan: tidak memenuhi syarat', en: 'Release: not eligible' },
      consequence: {
        id: 'Kursi diberikan kepada yang pertama menunggu.',
        en: 'The seat goes to whoever waits first.',
      },
    },
    {
      value: 'PAPERS_MISSING',
      words: { id: 'Lepaskan: berkas tidak lengkap', en: 'Release: papers missing' },
    },
    { value: 'DID_NOT_COME', words: { id: 'Lepaskan: tidak datang', en: 'Release: did not come' } },
    { value: 'ASKED_FOR', words: { id: 'Lepaskan: atas permintaan', en: 'Release: asked for' } },
  ],
  async list(asked): Promise<BulkList> {
    const classId = asked.query.class ?? '';
    const open = await openClass({ ...asked, params: { classId } });
    const held = seatsInOrder(open).filter(({ status }) => status === 'HELD' || status === 'CONFIRMED');
    return {
      rows: held.map(({ enrolmentId, status, heldUntil }) => ({
        ...{ key: `${open.view.id}/${enrolmentId}`, label: seatName(open, enrolmentId) },
        facts: seatFacts(asked, status, heldUntil),
      })),
      fields: [],
      back: entityPath('class', open.view.id),
    };
  },
  commandOf([classId = '', enrolmentId = ''], outcome) {
    const name = outcome === 'confirm' ? 'confirm-seat' : 'release-seat';
    const reason = outcome === 'confirm' ? {} : { reason: outcome };
    return { path: `/api/v1/classes/${classId}/commands/${name}`, data: { enrolmentId, ...reason } };
  },
};

function seatFacts(
  { language }: SignedIn,
  status: ClassView['seats'][number]['status'],
  until: string | null,
): string {
  const standing: Words =
    status === 'HELD'
      ? { id: 'Ditahan, belum dipastikan', en: 'Held, not confirmed' }
      : { id: 'Sudah dipastikan', en: 'Confirmed' };
  const end =
    until === null ? '' : ` ${say(language, { id: 'sampai', en: 'until' })} ${dateInWords(language, until)}`;
  return `${say(language, standing)}${end}`;
}

interface CaseRow {
  readonly personId: string;
  readonly caseId: string;
  readonly stage?: string;
  readonly creditedMinutes: number;
  readonly minutesLeft: number | null;
}

/** As many as are reported in one sitting; the others follow on the next page. */
const MOST_CASES = 50;

const monthlyReports: BulkKind = {
  name: 'monthly-reports',
  roles: ['PROBATION_COUNSELLOR', 'PIDUM_STAFF'],
  within: '/',
  title: { id: 'Laporan bulanan sekaligus', en: 'Monthly reports together' },
  lead: {
    id: 'Centang klien yang laporan bulan itu sudah Anda buat.',
    en: 'Tick the clients whose report of that month you have made.',
  },
  empty: { id: 'Tidak ada pelaksanaan yang berjalan.', en: 'Nobody’s sentence is being executed now.' },
  outcomes: [{ value: 'file', words: { id: 'Serahkan laporan bulanan', en: 'File the monthly report' } }],
  async list(asked): Promise<BulkList> {
    const { cases, nextCursor } = must(
      await asked.api.get<{ cases: readonly CaseRow[]; nextCursor: string | null }>('/api/v1/cases', {
        ...{ world: asked.session.world, stage: 'RUNNING', limit: MOST_CASES, cursor: asked.query.cursor },
      }),
    );
    const names = await peopleNames(
      asked,
      cases.map(({ personId }) => personId),
    );
    const today = momentAt(asked.now, asked.zone).date;
    return {
      rows: cases.map(({ personId, caseId, creditedMinutes }) => ({
        key: `${personId}/${caseId}`,
        label: names.get(personId) ?? say(asked.language, NAMELESS),
        facts: `${say(asked.language, { id: 'Dihitung', en: 'Counted' })} ${durationInWords(asked.language, creditedMinutes)}`,
      })),
      fields: [
        {
          ...{ name: 'month', type: 'month', value: monthBefore(today) },
          words: {
            id: 'Bulan laporan (tahun-bulan, misalnya 2026-03)',
            en: 'Month of the report (year-month, such as 2026-03)',
          },
        },
      ],
      back: '/',
      ...(nextCursor === null
        ? {}
        : { next: `/bulk/monthly-reports?${new URLSearchParams({ cursor: nextCursor })}` }),
    };
  },
  commandOf: ([personId = '', caseId = ''], _outcome, field) =>
    journeyCommand(personId, 'file-monthly-report', { caseId, month: field('month') }),
};

/** Reports are about a month that is over. */
function monthBefore(date: string): string {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
}

export const BULK_KINDS: readonly BulkKind[] = [confirmSessions, noShows, seats, monthlyReports];
