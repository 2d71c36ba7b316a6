/** A prison that works with sheets: its inmates by one, then their release dates by one after another. */
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { addDays } from '../../src/domain/time/index.ts';
import type { LocalDate } from '../../src/domain/time/moment.ts';
import type { ChaosClient, Identity } from './client.ts';

const PRISON: Identity = { role: 'PRISON_OFFICER', office: 'lapas-medan' };
const LOOK_MS = 1_000;
/** A run that Temporal has lost is taken up by asking again. */
const ASK_AGAIN_LOOKS = 5;

const SDP = [
  ...['Nama', 'NIK', 'Tanggal lahir', 'Jenis kelamin', 'Nomor register', 'Mulai ditahan'],
  ...['Lama pidana (bulan)', '1/3', '1/2', '2/3', 'Ekspirasi', 'Bapas'],
].join(';');
const RELEASES = [
  ...['ID peserta', 'Perkara', 'Tanggal bebas lama', 'Tanggal bebas baru', 'Alasan', 'Nomor surat'],
  'Tanggal surat',
].join(';');

/** As the sheet of an Indonesian office has it: day first. */
const written = (date: LocalDate): string => date.split('-').reverse().join('/');

export interface SheetWork {
  readonly run: string;
  readonly today: LocalDate;
  readonly inmates: number;
  readonly isOver: () => boolean;
  readonly until: number;
  /** Reads the ledger, also after Postgres was away. */
  readonly query: <Row>(sql: string) => Promise<Row[]>;
}

/** What the prison was told of its sheets. */
export interface RanSheet {
  readonly sheetId: string;
  readonly kind: string;
  readonly lines: number;
  /** Lines of the result file, and how many of them say that they were taken. */
  readonly results: number;
  readonly taken: number;
}

interface SheetView {
  readonly sheetId: string;
  readonly state: string;
}

export async function workWithSheets(client: ChaosClient, work: SheetWork): Promise<RanSheet[]> {
  const { run, today, inmates, isOver, until } = work;
  const ran: RanSheet[] = [];
  const started = written(addDays(today, -100));
  const expiry = addDays(today, 700);
  const stages = [-500, -350, -200, 0].map((days) => written(addDays(expiry, days))).join(';');
  const arrivals = Array.from(
    { length: inmates },
    (_, place) =>
      `Warga Contoh ${place};;07/03/1996;L;BI.${run}.${place};${started};26;${stages};bapas-medan`,
  );
  ran.push(await runOne('sdp-import', SDP, arrivals, 0));
  const held = await work.query<{ person: string }>(
    "SELECT substr(stream_id, 9) AS person FROM ledger.event WHERE type = 'InmateImported' ORDER BY 1",
  );
  const date = written(today);
  // One at least, however long the arrivals took.
  for (let turn = 1; turn === 1 || !isOver(); turn += 1) {
    const [from, to] = [addDays(expiry, 1 - turn), addDays(expiry, -turn)].map(written);
    const moves = held.map(({ person }) => `${person};c1;${from};${to};Koreksi SDP;CONTOH/${turn};${date}`);
    ran.push(await runOne('release-dates', RELEASES, moves, turn));
  }
  return ran;

  async function runOne(
    kind: string,
    header: string,
    lines: readonly string[],
    turn: number,
  ): Promise<RanSheet> {
    const key = `chaos-${run}-sheet-${turn}`;
    const text = [header, ...lines].join('\n');
    const upload = { path: `/api/v1/sheets/${kind}`, as: PRISON, key, text, type: 'text/csv' };
    const { sheetId } = await client.persist<SheetView>(upload, until);
    const path = `/api/v1/sheets/${sheetId}`;
    const ask = { path: `${path}/run`, as: PRISON, key: `${key}-run`, text: '{}' };
    await client.persist(ask, until);
    for (let look = 1; ; look += 1) {
      const { state } = await client.get<SheetView>(path, PRISON, until);
      if (state === 'DONE') break;
      if (look % ASK_AGAIN_LOOKS === 0) await client.persist(ask, until);
      await delay(LOOK_MS);
    }
    const result = await client.file(`${path}/result.csv`, PRISON, until);
    const rows = result.split('\r\n').filter((row) => /^\d+;/.test(row));
    const taken = rows.filter((row) => row.split(';')[1] === 'diterima').length;
    return { sheetId, kind, lines: lines.length, results: rows.length, taken };
  }
}

export interface SheetFindings {
  readonly sheets: number;
  readonly lines: number;
  /** Lines that are not in the ledger exactly once, and result files that do not say so. */
  readonly wrong: readonly string[];
}

export async function examineSheets(pool: pg.Pool, ran: readonly RanSheet[]): Promise<SheetFindings> {
  const { rows: decided } = await pool.query<{
    sheet: string;
    decisions: number;
    lines: number;
    accepted: number;
  }>(
    `SELECT split_part(command_id, ':', 2) AS sheet, count(*)::int AS decisions,
       count(DISTINCT split_part(split_part(command_id, ':', 3), '.', 1))::int AS lines,
       count(DISTINCT command_id) FILTER (WHERE outcome = 'accepted')::int AS accepted
     FROM ledger.decision WHERE command_id LIKE 'sheet:%' GROUP BY 1`,
  );
  const bySheet = new Map(decided.map((row) => [row.sheet, row]));
  const moves = ran.filter(({ kind }) => kind === 'release-dates').length;
  const { rows: persons } = await pool.query<{ stream_id: string; imported: number; moved: number }>(
    `SELECT stream_id, count(*) FILTER (WHERE type = 'InmateImported')::int AS imported,
       count(*) FILTER (WHERE type = 'ReleaseDateChanged')::int AS moved
     FROM ledger.event WHERE type IN ('InmateImported', 'ReleaseDateChanged') GROUP BY 1`,
  );
  return {
    sheets: ran.length,
    lines: ran.reduce((sum, { lines }) => sum + lines, 0),
    wrong: [
      ...ran.flatMap(({ sheetId, kind, lines, results, taken }) => {
        const commands = lines * (kind === 'sdp-import' ? 2 : 1);
        const { decisions = 0, lines: recorded = 0, accepted = 0 } = bySheet.get(sheetId) ?? {};
        const isRight = decisions === commands && accepted === commands && recorded === lines;
        return isRight && results === lines && taken === lines
          ? []
          : [
              `${kind}: of ${lines} lines ${recorded} in ${decisions} decisions, ${results} told, ${taken} taken`,
            ];
      }),
      ...persons.flatMap(({ stream_id, imported, moved }) =>
        imported === 1 && moved === moves
          ? []
          : [`${stream_id}: imported ${imported} times, moved ${moved} times`],
      ),
    ],
  };
}
