/**
 * Sandbox worlds: each with its own clock, an offset to the real one that only grows. `live` is the
 * world of real cases: its offset is zero and nothing moves it.
 */
import type { Pool } from 'pg';
import type { Instant } from '../domain/time/moment.ts';

export const LIVE_WORLD = 'live';

export interface World {
  readonly id: string;
  readonly clockOffsetMs: number;
  readonly now: Instant;
}

export class WorldUnknown extends Error {
  override readonly name = 'WorldUnknown';
}

export class ClockMovesForwardOnly extends Error {
  override readonly name = 'ClockMovesForwardOnly';
}

/** What will act: a kind of deadline, when, and how many of it. It says of nobody whose they are. */
export interface UpcomingDeadline {
  readonly kind: string;
  readonly dueAt: Instant;
  readonly count: number;
}

export interface Worlds {
  create(id: string, startsAt: Instant): Promise<World>;
  /** @throws WorldUnknown */
  find(id: string): Promise<World>;
  list(): Promise<World[]>;
  /** Entities of sandbox worlds with a deadline that is over for longer than `graceMs` on their own clock. */
  overdue(
    graceMs: number,
    limit: number,
  ): Promise<{ stream: string; world: string; clockOffsetMs: number }[]>;
  /** The deadlines that act next in a world, at most `limit` kinds and times. */
  upcoming(id: string, limit: number): Promise<readonly UpcomingDeadline[]>;
  /** Whether no message waits in a world and nothing in it is due at `now` on its clock. */
  isQuiet(id: string, now: Instant): Promise<boolean>;
  /** Moves the clock to `to`, never back; answers where it stands. */
  moveTo(id: string, to: Instant): Promise<World>;
}

export function createWorlds(pool: Pool): Worlds {
  const worldFrom = (row: { id: string; clock_offset_ms: string | number }): World => {
    const clockOffsetMs = Number(row.clock_offset_ms);
    return { id: row.id, clockOffsetMs, now: new Date(Date.now() + clockOffsetMs).toISOString() };
  };
  return {
    async create(id, startsAt) {
      const offset = Date.parse(startsAt) - Date.now();
      await pool.query('SELECT sandbox.create_world($1, $2)', [id, offset]);
      return this.find(id);
    },
    async find(id) {
      if (id === LIVE_WORLD) return { id, clockOffsetMs: 0, now: new Date().toISOString() };
      const { rows } = await pool.query('SELECT id, clock_offset_ms FROM sandbox.world WHERE id = $1', [id]);
      if (rows[0] === undefined) throw new WorldUnknown(id);
      return worldFrom(rows[0]);
    },
    async list() {
      const { rows } = await pool.query(
        'SELECT id, clock_offset_ms FROM sandbox.world ORDER BY created_at, id',
      );
      return rows.map(worldFrom);
    },
    async upcoming(id, limit) {
      const { rows } = await pool.query<UpcomingDeadline>(
        `SELECT kind, to_char(due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "dueAt",
                count(*)::int AS count
           FROM ledger.deadline WHERE world = $1 AND state = 'ARMED'
          GROUP BY kind, due_at ORDER BY due_at, kind LIMIT $2`,
        [id, limit],
      );
      return rows;
    },
    async overdue(graceMs, limit) {
      const { rows } = await pool.query<{ stream: string; world: string; offset: string | number }>(
        `SELECT DISTINCT d.stream_id AS stream, w.id AS world, w.clock_offset_ms AS offset
         FROM sandbox.world w JOIN ledger.deadline d ON d.world = w.id AND d.state = 'ARMED'
         WHERE d.due_at < clock_timestamp() + (w.clock_offset_ms - $1) * interval '1 millisecond' LIMIT $2`,
        [graceMs, limit],
      );
      return rows.map(({ stream, world, offset }) => ({ stream, world, clockOffsetMs: Number(offset) }));
    },
    async isQuiet(id, now) {
      const { rows } = await pool.query<{ quiet: boolean }>(
        // A register stands in no practice world, and what it tells everybody may be for this one.
        `SELECT NOT EXISTS (
             SELECT FROM ledger.message
             WHERE (world = $1 OR starts_with(target, 'all/')) AND delivered_at IS NULL)
           AND NOT EXISTS (SELECT FROM ledger.deadline WHERE world = $1 AND state = 'ARMED' AND due_at <= $2)
           AS quiet`,
        [id, now],
      );
      return rows[0]?.quiet === true;
    },
    async moveTo(id, to) {
      await pool.query('SELECT sandbox.move_clock($1, $2)', [id, Date.parse(to) - Date.now()]);
      return this.find(id);
    },
  };
}
