/** Sheets and their lines in Postgres. */
import { Kysely, PostgresDialect, type Selectable, sql } from 'kysely';
import type { Pool } from 'pg';
import type { VerifiedActor } from '../access/reach.ts';
import type { Refusal } from '../domain/decider.ts';
import type { Instant } from '../domain/time/moment.ts';
import type { LineOutcome, SheetState, SheetTable, SheetTables } from './tables.ts';

export interface Sheet {
  readonly id: string;
  readonly kind: string;
  readonly world: string;
  readonly actor: VerifiedActor;
  readonly fileHash: string;
  readonly state: SheetState;
  readonly lines: number;
  readonly commands: number;
  readonly accepted: number;
  readonly refused: number;
  readonly failed: number;
  readonly checkedAt: Instant;
  readonly startedAt: Instant | null;
  readonly finishedAt: Instant | null;
}

/** One command of a line, as it will be sent. */
export interface SheetLine {
  readonly line: number;
  /** 1, or 2 where a line is two commands. */
  readonly place: number;
  readonly stream: string;
  readonly name: string;
  /** Canonical JSON of `{data, document?, occurredAt?}`, sensitive text sealed. */
  readonly body: string;
  readonly requestHash: string;
  readonly factKeys: readonly string[];
  /** Lines of the file that it carries, in the order of its parts; absent where it is one line's alone. */
  readonly covers?: readonly number[];
  /** Who a new person is, until the line runs. */
  readonly sealedIdentity?: string;
}

export interface SettledLine {
  readonly line: number;
  readonly place: number;
  readonly outcome: LineOutcome;
  readonly refusal?: Refusal;
  readonly firstVersion?: number;
  readonly lastVersion?: number;
}

export interface LineResult extends Omit<SettledLine, 'outcome'> {
  readonly outcome: LineOutcome | null;
  readonly stream: string;
  readonly body: string;
  readonly covers: readonly number[];
}

export type SheetStore = ReturnType<typeof createSheetStore>;

/** Rows of one INSERT: far below what one statement can carry. */
const INSERTED_TOGETHER = 500;
/** Sheets deleted in one statement, each with up to 20,000 lines. */
const FORGOTTEN_TOGETHER = 5;

export function createSheetStore(pool: Pool) {
  const database = new Kysely<SheetTables>({ dialect: new PostgresDialect({ pool }) });
  return Object.freeze({
    async find(id: string): Promise<Sheet | undefined> {
      const row = await database
        .selectFrom('sheet.sheet')
        .selectAll()
        .where('sheet_id', '=', id)
        .executeTakeFirst();
      return row === undefined ? undefined : sheetFrom(row);
    },

    /** The latest sheets of one account in one office, newest first. */
    async latestOf(actor: VerifiedActor, world: string, limit: number): Promise<Sheet[]> {
      const rows = await database
        .selectFrom('sheet.sheet')
        .selectAll()
        .where('actor_id', '=', actor.id)
        .where('actor_office', '=', actor.office)
        .where('actor_role', '=', actor.role)
        .where('world', '=', world)
        .orderBy('checked_at', 'desc')
        .limit(limit)
        .execute();
      return rows.map(sheetFrom);
    },

    /** Another sheet of this office with the very same file, where there is one. */
    async sameFile(fileHash: string, office: string, exceptId: string): Promise<string | undefined> {
      const row = await database
        .selectFrom('sheet.sheet')
        .select('sheet_id')
        .where('file_hash', '=', fileHash)
        .where('actor_office', '=', office)
        .where('sheet_id', '!=', exceptId)
        .orderBy('checked_at')
        .limit(1)
        .executeTakeFirst();
      return row?.sheet_id;
    },

    /** All or nothing. Of two that send the same sheet at once, the second finds it there. */
    async keep(
      sheet: Pick<Sheet, 'id' | 'kind' | 'world' | 'actor' | 'fileHash' | 'lines'>,
      lines: readonly SheetLine[],
    ): Promise<void> {
      const { id, kind, world, actor, fileHash } = sheet;
      await database.transaction().execute(async (transaction) => {
        const kept = await transaction
          .insertInto('sheet.sheet')
          .values({
            ...{ sheet_id: id, kind, world, file_hash: fileHash },
            ...{ actor_id: actor.id, actor_role: actor.role, actor_office: actor.office },
            ...{ actor_site: actor.site ?? null, actor_person: actor.person ?? null },
            ...{ lines: sheet.lines, commands: lines.length },
          })
          .onConflict((conflict) => conflict.column('sheet_id').doNothing())
          .executeTakeFirst();
        if (kept.numInsertedOrUpdatedRows === 0n) return;
        for (let next = 0; next < lines.length; next += INSERTED_TOGETHER) {
          const rows = lines.slice(next, next + INSERTED_TOGETHER).map((line) => ({
            ...{ sheet_id: id, line: line.line, place: line.place, stream: line.stream, name: line.name },
            ...{ body: line.body, request_hash: line.requestHash, fact_keys: [...line.factKeys] },
            ...{ covers: [...(line.covers ?? [])], sealed_identity: line.sealedIdentity ?? null },
          }));
          await transaction.insertInto('sheet.line').values(rows).execute();
        }
      });
    },

    /** True for the first to say so. */
    async start(id: string): Promise<boolean> {
      const result = await database
        .updateTable('sheet.sheet')
        .set({ state: 'RUNNING', started_at: sql<string>`clock_timestamp()` })
        .where('sheet_id', '=', id)
        .where('state', '=', 'CHECKED')
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },

    /** The next commands that have no outcome, in the order of the file. */
    async waiting(id: string, limit: number): Promise<SheetLine[]> {
      const rows = await database
        .selectFrom('sheet.line')
        .select(['line', 'place', 'stream', 'name', 'body', 'request_hash', 'fact_keys', 'sealed_identity'])
        .where('sheet_id', '=', id)
        .where('outcome', 'is', null)
        .orderBy('line')
        .orderBy('place')
        .limit(limit)
        .execute();
      return rows.map(({ request_hash, fact_keys, sealed_identity, ...row }) => ({
        ...{ ...row, requestHash: request_hash, factKeys: fact_keys },
        ...(sealed_identity === null ? {} : { sealedIdentity: sealed_identity }),
      }));
    },

    /** Notes outcomes and counts them, each once: a second try that settles the same line counts nothing. */
    async settle(id: string, settled: readonly SettledLine[]): Promise<void> {
      if (settled.length === 0) return;
      await sql`
        WITH noted AS (
          UPDATE sheet.line l SET outcome = s.outcome, refusal = s.refusal, first_version = s."firstVersion",
            last_version = s."lastVersion", settled_at = clock_timestamp()
          FROM jsonb_to_recordset(${JSON.stringify(settled)}::jsonb) AS s (line integer, place integer, outcome text,
            refusal jsonb, "firstVersion" bigint, "lastVersion" bigint)
          WHERE l.sheet_id = ${id} AND l.line = s.line AND l.place = s.place AND l.outcome IS NULL
          RETURNING l.outcome
        ), counted AS (
          SELECT count(*) FILTER (WHERE outcome = 'accepted') AS accepted,
            count(*) FILTER (WHERE outcome = 'refused') AS refused,
            count(*) FILTER (WHERE outcome NOT IN ('accepted', 'refused')) AS failed
          FROM noted
        )
        UPDATE sheet.sheet s SET accepted = s.accepted + c.accepted, refused = s.refused + c.refused,
          failed = s.failed + c.failed
        FROM counted c WHERE s.sheet_id = ${id}
      `.execute(database);
    },

    /** Sheets that run and settled no line for so long; 0 = all that run. */
    async quiet(quietMs: number): Promise<string[]> {
      const rows = await sql<{ id: string }>`
        SELECT s.sheet_id AS id FROM sheet.sheet s
        WHERE s.state = 'RUNNING' AND s.started_at <= clock_timestamp() - make_interval(secs => ${quietMs / 1000})
          AND NOT EXISTS (SELECT FROM sheet.line l WHERE l.sheet_id = s.sheet_id
            AND l.settled_at > clock_timestamp() - make_interval(secs => ${quietMs / 1000}))
        ORDER BY s.started_at
      `.execute(database);
      return rows.rows.map(({ id }) => id);
    },

    /** Deletes what was checked before then and never run, its sealed lines with it; answers how many. */
    async forgetChecked(before: Instant): Promise<number> {
      const { rows } = await sql<{ gone: number }>`
        SELECT sheet.forget_checked(${before}, ${FORGOTTEN_TOGETHER}) AS gone
      `.execute(database);
      return rows[0]?.gone ?? 0;
    },

    async finish(id: string): Promise<void> {
      await database
        .updateTable('sheet.sheet')
        .set({ state: 'DONE', finished_at: sql<string>`clock_timestamp()` })
        .where('sheet_id', '=', id)
        .where('state', '=', 'RUNNING')
        .execute();
    },

    /** Every command of the sheet with its outcome so far, in the order of the file. */
    async results(id: string): Promise<LineResult[]> {
      const rows = await database
        .selectFrom('sheet.line')
        .select([
          'line',
          'place',
          'outcome',
          'refusal',
          'first_version',
          'last_version',
          'stream',
          'body',
          'covers',
        ])
        .where('sheet_id', '=', id)
        .orderBy('line')
        .orderBy('place')
        .execute();
      return rows.map(({ refusal, first_version, last_version, ...row }) => ({
        ...row,
        ...(refusal === null ? {} : { refusal }),
        ...(first_version === null ? {} : { firstVersion: first_version }),
        ...(last_version === null ? {} : { lastVersion: last_version }),
      }));
    },
  });
}

function sheetFrom(row: Selectable<SheetTable>): Sheet {
  return {
    ...{ id: row.sheet_id, kind: row.kind, world: row.world, fileHash: row.file_hash, state: row.state },
    actor: {
      ...{ id: row.actor_id, role: row.actor_role, office: row.actor_office },
      ...(row.actor_site === null ? {} : { site: row.actor_site }),
      ...(row.actor_person === null ? {} : { person: row.actor_person }),
    },
    ...{ lines: row.lines, commands: row.commands },
    ...{ accepted: row.accepted, refused: row.refused, failed: row.failed },
    ...{ checkedAt: row.checked_at, startedAt: row.started_at, finishedAt: row.finished_at },
  };
}
