/** What other offices did to the people of a desk, since the account said that it knows. Bounded in time and number. */
import type { Pool } from 'pg';
import type { Instant } from '../domain/time/moment.ts';
import { type Desk, PEOPLE_OF } from './people-of-desk.ts';

export interface ChangeElsewhere {
  readonly personId: string;
  readonly version: number;
  readonly type: string;
  readonly recordedAt: Instant;
  readonly byRole: string;
  readonly byOffice: string;
}

export interface ChangesElsewhere {
  /** Newest first, at most `limit` after the first `skip`: events of these types by others than this desk, which the account has not seen. */
  list(
    asked: Desk & {
      /** Keyed hash of the account. */
      readonly account: string;
      readonly types: readonly string[];
      readonly since: Instant;
    },
    limit: number,
    skip?: number,
  ): Promise<readonly ChangeElsewhere[]>;
  /** Up to which version of which journeys the account has seen. An earlier mark never takes a later one back. */
  acknowledge(
    account: string,
    seen: readonly { readonly personId: string; readonly upTo: number }[],
  ): Promise<void>;
}

/** @param pool made by `createPool`: int8 arrives as number. */
export const createChangesElsewhere = (pool: Pool): ChangesElsewhere => ({
  async list({ world, role, desks, account, types, since }, limit, skip = 0) {
    const people = PEOPLE_OF[role];
    if (people === undefined) return [];
    const { rows } = await pool.query<ChangeElsewhere & { recordedAt: string | Date }>(
      `SELECT own.person_id AS "personId", e.version, e.type, e.recorded_at AS "recordedAt",
          e.meta::jsonb -> 'actor' ->> 'role' AS "byRole", e.meta::jsonb -> 'actor' ->> 'office' AS "byOffice"
        FROM (${people}) AS own
        JOIN ledger.event e ON e.stream_id = 'journey/' || own.person_id
        LEFT JOIN console.acknowledgement a ON a.account = $3 AND a.stream = e.stream_id
        WHERE e.type = ANY ($4::text[]) AND e.recorded_at >= $5 AND e.version > coalesce(a.up_to, 0)
          AND NOT e.meta::jsonb -> 'actor' ->> 'office' = ANY ($2::text[])
          AND e.meta::jsonb -> 'actor' ->> 'role' <> 'SYSTEM'
        ORDER BY e.recorded_at DESC, own.person_id, e.version DESC LIMIT $6 OFFSET $7`,
      [world, desks, account, types, since, limit, skip],
    );
    return rows.map((row) => ({ ...row, recordedAt: new Date(row.recordedAt).toISOString() }));
  },
  async acknowledge(account, seen) {
    await pool.query(
      `INSERT INTO console.acknowledgement AS a (account, stream, up_to)
        SELECT $1, 'journey/' || s.person_id, s.up_to
        FROM unnest($2::text[], $3::bigint[]) AS s (person_id, up_to)
        ON CONFLICT (account, stream)
        DO UPDATE SET up_to = greatest(a.up_to, excluded.up_to), noted_at = clock_timestamp()`,
      [account, seen.map(({ personId }) => personId), seen.map(({ upTo }) => upTo)],
    );
  },
});
