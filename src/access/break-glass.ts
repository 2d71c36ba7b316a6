/**
 * Break-glass: a journey out of an officer's reach is opened for a while, for an emergency, with a reason. It
 * lets look, never write; every look under it is written down with its id (G-08).
 */
import type { Pool } from 'pg';
import type { Actor } from '../domain/decider.ts';
import type { Instant } from '../domain/time/moment.ts';

/** Longest page of grants. */
export const GRANT_PAGE_LIMIT = 200;

export interface BreakGlassGrant {
  readonly grantId: string;
  readonly world: string;
  readonly actor: Actor;
  readonly personId: string;
  /** Number of the row in the access log that was written with it. */
  readonly logId: string;
  readonly beganAt: Instant;
  readonly endsAt: Instant;
}

export interface GrantRequest {
  /** Derived from the sender's key: asked again, it is the same grant and ends when it would have ended. */
  readonly grantId: string;
  readonly world: string;
  readonly actor: Actor;
  readonly personId: string;
  /** Sealed: why. */
  readonly reason: string;
  readonly minutes: number;
}

export interface BreakGlass {
  /** How many grants there ever were, of all worlds or one. */
  count(world?: string): Promise<number>;
  /** Writes the grant together with its row in the access log. */
  grant(request: GrantRequest): Promise<BreakGlassGrant>;
  /** The grant under which this very actor may look at this person now; by the real clock, also in a sandbox. */
  active(actor: Actor, world: string, personId: string): Promise<BreakGlassGrant | undefined>;
  /** Newest first, of all worlds or one; `before` = the last grant id of the page before. */
  list(filter: {
    readonly world?: string;
    readonly before?: string;
    readonly limit?: number;
  }): Promise<readonly (BreakGlassGrant & { readonly reason: string })[]>;
}

interface Row {
  readonly grantId: string;
  readonly world: string;
  readonly actorId: string;
  readonly role: Actor['role'];
  readonly office: string;
  readonly personId: string;
  readonly reason: string;
  readonly logId: number | string;
  readonly beganAt: Date | string;
  readonly endsAt: Date | string;
}

const COLUMNS = `grant_id AS "grantId", world, actor_id AS "actorId", role, office, person_id AS "personId",
  reason, log_id AS "logId", began_at AS "beganAt", ends_at AS "endsAt"`;

const grantFrom = ({ actorId, role, office, reason, ...row }: Row) => ({
  ...{ grantId: row.grantId, world: row.world, actor: { id: actorId, role, office } },
  ...{ personId: row.personId, logId: String(row.logId), reason },
  beganAt: new Date(row.beganAt).toISOString(),
  endsAt: new Date(row.endsAt).toISOString(),
});

export function createBreakGlass(pool: Pool): BreakGlass {
  return {
    async grant({ grantId, world, actor, personId, reason, minutes }) {
      const { rows } = await pool.query<Row>(
        `SELECT ${COLUMNS} FROM access.grant_break_glass($1, $2, $3, $4, $5, $6, $7, $8)`,
        [grantId, world, actor.id, actor.role, actor.office, personId, reason, minutes],
      );
      const { reason: _sealed, ...grant } = grantFrom(rows[0]!);
      return grant;
    },
    async active(actor, world, personId) {
      const { rows } = await pool.query<Row>(
        `SELECT ${COLUMNS} FROM access.break_glass
          WHERE actor_id = $1 AND role = $2 AND office = $3 AND world = $4 AND person_id = $5
            AND ends_at > clock_timestamp()
          ORDER BY ends_at DESC LIMIT 1`,
        [actor.id, actor.role, actor.office, world, personId],
      );
      if (rows[0] === undefined) return undefined;
      const { reason: _sealed, ...grant } = grantFrom(rows[0]);
      return grant;
    },
    async count(world) {
      const { rows } = await pool.query<{ grants: number }>(
        'SELECT count(*)::integer AS grants FROM access.break_glass WHERE $1::text IS NULL OR world = $1',
        [world ?? null],
      );
      return rows[0]!.grants;
    },
    async list({ world, before, limit = GRANT_PAGE_LIMIT }) {
      const { rows } = await pool.query<Row>(
        `SELECT ${COLUMNS} FROM access.break_glass g
          WHERE ($1::text IS NULL OR g.world = $1)
            AND ($2::text IS NULL OR g.log_id < (SELECT log_id FROM access.break_glass WHERE grant_id = $2))
          ORDER BY g.log_id DESC LIMIT $3`,
        [world ?? null, before ?? null, Math.max(1, Math.min(limit, GRANT_PAGE_LIMIT))],
      );
      return rows.map(grantFrom);
    },
  };
}
