import type { ColumnType } from 'kysely';
import { Kysely, PostgresDialect, sql } from 'kysely';
import type { Pool } from 'pg';
import type { Actor } from '../domain/decider.ts';
import type { Instant } from '../domain/time/moment.ts';
import type { CommandName, ReadName } from './roles.ts';

/** Longest page of the log. */
export const ACCESS_LOG_PAGE_LIMIT = 200;

/** Stands for the world of a look at all of them: no world can be called so. */
export const ALL_WORLDS = '*';

export type AccessOutcome = 'allowed' | 'denied';

export interface AccessEntry {
  readonly actor: Actor;
  /** `ALL_WORLDS` where a list was asked for without naming one and holds rows of each. */
  readonly world: string;
  /** A read, or a command that was denied before it reached its entity. */
  readonly action: ReadName | CommandName;
  /** Opaque id of what is read. For `find-by-nik` the blind index: a NIK never stands here. */
  readonly subject: string;
  readonly outcome: AccessOutcome;
  /** Why it was denied (a refusal code), or why a person asked to see. Never personal data. */
  readonly reason?: string;
}

export interface AccessRecord extends AccessEntry {
  readonly logId: string;
  readonly at: Instant;
}

declare const receipt: unique symbol;

/** Proof that an access was written down; only the log hands it out, and the vault asks for it. */
export interface AccessReceipt {
  readonly [receipt]: true;
  readonly logId: string;
  readonly action: AccessEntry['action'];
  readonly subject: string;
  readonly outcome: AccessOutcome;
}

export interface AccessFilter {
  /** One subject, or each of several: a person's looks stand under the id and under the stream. */
  readonly subject?: string | readonly string[];
  readonly actorId?: string;
  readonly office?: string;
  readonly action?: string;
  readonly outcome?: AccessOutcome;
  readonly world?: string;
  /** At this instant or later. */
  readonly from?: Instant;
  /** Before this instant. */
  readonly to?: Instant;
  /** Only entries older than this one: the last `logId` of the page before. */
  readonly before?: string;
  /** At most `ACCESS_LOG_PAGE_LIMIT`, and one more to see whether another page follows. */
  readonly limit?: number;
}

export interface AccessLog {
  /** Writes the entry; the read may begin once this has answered. */
  record(entry: AccessEntry): Promise<AccessReceipt>;
  /**
   * Writes one row for each of several subjects, all or none, in one statement: a list with names leaves once every
   * look at it is written down. In the order of the subjects.
   */
  recordMany(
    entry: Omit<AccessEntry, 'subject'>,
    subjects: readonly string[],
  ): Promise<readonly AccessReceipt[]>;
  /** Newest first. */
  list(filter: AccessFilter): Promise<readonly AccessRecord[]>;
}

interface AccessTables {
  'access.log': {
    // A number or a text, as the pool's type parsers hand it over.
    id: ColumnType<number | string, never, never>;
    at: ColumnType<Date | string, never, never>;
    world: ColumnType<string, never, never>;
    actor_id: ColumnType<string, never, never>;
    role: ColumnType<string, never, never>;
    office: ColumnType<string, never, never>;
    action: ColumnType<string, never, never>;
    subject: ColumnType<string, never, never>;
    outcome: ColumnType<string, never, never>;
    reason: ColumnType<string | null, never, never>;
  };
}

export function createAccessLog(pool: Pool): AccessLog {
  const database = new Kysely<AccessTables>({ dialect: new PostgresDialect({ pool }) });
  return {
    async record(entry) {
      const { actor, world, action, subject, outcome } = entry;
      const { rows } = await sql<{ id: string }>`
        SELECT access.record_access(${world}, ${actor.id}, ${actor.role}, ${actor.office}, ${action},
                                    ${subject}, ${outcome}, ${entry.reason ?? null})::text AS id
      `.execute(database);
      return { logId: rows[0]!.id, action, subject, outcome } as AccessReceipt;
    },

    async recordMany(entry, subjects) {
      if (subjects.length === 0) return [];
      const { actor, world, action, outcome } = entry;
      const { rows } = await sql<{ id: string; subject: string }>`
        SELECT log_id::text AS id, log_subject AS subject
        FROM access.record_accesses(${world}, ${actor.id}, ${actor.role}, ${actor.office}, ${action},
                                    ${[...subjects]}::text[], ${outcome}, ${entry.reason ?? null})
      `.execute(database);
      const ids = new Map(rows.map(({ id, subject }) => [subject, id]));
      return subjects.map((subject) => {
        const logId = ids.get(subject);
        if (logId === undefined) throw new Error('a look was to be written down and is not there');
        return { logId, action, subject, outcome } as AccessReceipt;
      });
    },

    async list({ subject, from, to, before, limit = ACCESS_LOG_PAGE_LIMIT, ...exact }) {
      let query = database
        .selectFrom('access.log')
        .selectAll()
        .orderBy('id', 'desc')
        .limit(Math.max(1, Math.min(limit, ACCESS_LOG_PAGE_LIMIT + 1)));
      if (subject !== undefined) query = query.where('subject', 'in', [subject].flat());
      for (const [column, value] of exactly(exact)) query = query.where(column, '=', value);
      if (from !== undefined) query = query.where('at', '>=', new Date(from));
      if (to !== undefined) query = query.where('at', '<', new Date(to));
      if (before !== undefined) query = query.where('id', '<', before);
      return (await query.execute()).map((row) => ({
        logId: String(row.id),
        at: new Date(row.at).toISOString(),
        actor: { id: row.actor_id, role: row.role as Actor['role'], office: row.office },
        world: row.world,
        action: row.action as AccessEntry['action'],
        subject: row.subject,
        outcome: row.outcome as AccessOutcome,
        ...(row.reason === null ? {} : { reason: row.reason }),
      }));
    },
  };
}

type ExactColumn = 'actor_id' | 'office' | 'action' | 'outcome' | 'world';

function exactly({ actorId, office, action, outcome, world }: AccessFilter): [ExactColumn, string][] {
  const wanted = Object.entries({ actor_id: actorId, office, action, outcome, world });
  return wanted.flatMap(([column, value]) => (value === undefined ? [] : [[column as ExactColumn, value]]));
}
