/**
 * Where in which status list a certificate's bit stands. Drawn by lot, so that neither the order nor the
 * number of certificates shows, and kept for good: the place is printed in credentials handed out.
 */
import { randomInt } from 'node:crypto';
import type { Pool } from 'pg';
import { LIST_LENGTH } from './bitstring.ts';

export interface StatusPlace {
  /** From 1. */
  readonly list: number;
  readonly index: number;
}

export interface StatusPlaces {
  /** The same for every call about one certificate. */
  placeOf(certificateId: string): Promise<StatusPlace>;
  /** Certificates that have a place in a list. */
  inList(list: number): Promise<readonly { readonly certificateId: string; readonly index: number }[]>;
  /** How many lists there are; at least one, which may be empty. */
  count(): Promise<number>;
}

/** A list is left at half its length: until then a free place is found at the second draw on average. */
const MOST_IN_LIST = LIST_LENGTH / 2;

export function createStatusPlaces(pool: Pool): StatusPlaces {
  const find = async (certificateId: string): Promise<StatusPlace | undefined> => {
    const { rows } = await pool.query<StatusPlace>(
      'SELECT list, index FROM credential.status_place WHERE certificate_id = $1',
      [certificateId],
    );
    return rows[0];
  };
  const listToUse = async (): Promise<number> => {
    const { rows } = await pool.query<{ list: number; taken: number }>(
      'SELECT list, count(*) AS taken FROM credential.status_place GROUP BY list ORDER BY list DESC LIMIT 1',
    );
    const last = rows[0];
    if (last === undefined) return 1;
    return Number(last.taken) < MOST_IN_LIST ? last.list : last.list + 1;
  };
  return {
    async placeOf(certificateId) {
      for (;;) {
        const found = await find(certificateId);
        if (found !== undefined) return found;
        // Of two that draw the same place, or for the same certificate, one draws again.
        await pool.query(
          'INSERT INTO credential.status_place (certificate_id, list, index) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
          [certificateId, await listToUse(), randomInt(LIST_LENGTH)],
        );
      }
    },
    async inList(list) {
      const { rows } = await pool.query<{ certificateId: string; index: number }>(
        'SELECT certificate_id AS "certificateId", index FROM credential.status_place WHERE list = $1',
        [list],
      );
      return rows;
    },
    async count() {
      const { rows } = await pool.query<{ lists: number | null }>(
        'SELECT max(list) AS lists FROM credential.status_place',
      );
      return Number(rows[0]?.lists ?? 1);
    },
  };
}
