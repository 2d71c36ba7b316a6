/**
 * Builds the claims again from what decisions did to them, in the order of the leaves, and compares the result
 * with the tables, key by key. One snapshot, one sorted walk: no more than one key is held at a time.
 *
 * Whatever changes a claim waits for the row of whoever changed it before, so the leaves of two such decisions
 * are in the order of their changes. A holder belongs to one stream.
 */
import type pg from 'pg';
import type { ClaimChange } from '../domain/decider.ts';
import { ClaimCheck, type ClaimHold } from './claim-check.ts';
import type { Report } from './findings.ts';

const ROWS_PER_FETCH = 5_000;
/** What does not fit is sorted on disk. */
const SORT_MEMORY = '64MB';

/** What is said of one key: by decisions (a change), or by one of the three tables. */
interface ClaimRow {
  readonly world: string;
  readonly key: string;
  readonly what: ClaimChange['kind'] | 'claim' | 'place' | 'total';
  readonly holder: string | null;
  readonly stream: string | null;
  readonly taken: number | null;
  /** As text: a change that was tampered with may say anything. */
  readonly limit: string | null;
}

/**
 * A text that is no JSON is passed over: its hash has told of it already. How many effects are empty is what the
 * planner knows; by anything else it would expect one row, and read the leaves once for each.
 */
const CHANGES_AND_TABLES = `
  SELECT world, key, what, holder, stream, taken, "limit"
  FROM (
    SELECT s.world, c.value ->> 'key' AS key, c.value ->> 'kind' AS what, c.value ->> 'holder' AS holder,
      d.stream_id AS stream, NULL::bigint AS taken, c.value ->> 'limit' AS "limit",
      0 AS part, o.leaf_index, o.pending_id, d.sequence, c.place
    FROM ledger.decision d
    JOIN ledger.stream s ON s.stream_id = d.stream_id
    LEFT JOIN (
      SELECT stream_id, position, leaf_index, NULL::bigint AS pending_id FROM ledger.leaf WHERE entry = 'decision'
      UNION ALL
      SELECT stream_id, decision_sequence, NULL, pending_id FROM ledger.pending_leaf
    ) o ON o.stream_id = d.stream_id AND o.position = d.sequence
    CROSS JOIN LATERAL jsonb_path_query(
      CASE WHEN d.effects LIKE '%"claims"%' AND pg_input_is_valid(d.effects, 'jsonb') THEN d.effects::jsonb END,
      '$.claims[*]'
    ) WITH ORDINALITY AS c (value, place)
    WHERE d.effects <> '{}' AND c.value ->> 'key' IS NOT NULL
      AND c.value ->> 'kind' IN ('take', 'take-place', 'release')
    UNION ALL
    SELECT world, key, 'claim', holder, stream_id, NULL, NULL, 1, NULL, NULL, NULL, NULL FROM ledger.claim
    UNION ALL
    SELECT world, key, 'place', holder, stream_id, NULL, NULL, 1, NULL, NULL, NULL, NULL FROM ledger.claim_place
    UNION ALL
    SELECT world, key, 'total', NULL, NULL, taken, place_limit::text, 1, NULL, NULL, NULL, NULL
    FROM ledger.claim_total
  ) said
  ORDER BY world COLLATE "C", key COLLATE "C", part, leaf_index, pending_id, stream, sequence, place`;

/** To be called within one snapshot. */
export async function verifyClaims(client: pg.PoolClient, report: Report): Promise<void> {
  // The walk goes to the end: the plan that is soonest at its first row is not the best one.
  await client.query(`SET LOCAL cursor_tuple_fraction = 1; SET LOCAL work_mem = '${SORT_MEMORY}'`);
  await client.query(`DECLARE claims NO SCROLL CURSOR FOR ${CHANGES_AND_TABLES}`);
  let key: KeyCheck | undefined;
  for (;;) {
    const { rows } = await client.query<ClaimRow>(`FETCH ${ROWS_PER_FETCH} FROM claims`);
    for (const row of rows) {
      if (key === undefined || !key.isFor(row)) {
        key?.end();
        key = new KeyCheck(row, report);
      }
      key.row(row);
    }
    if (rows.length < ROWS_PER_FETCH) break;
  }
  key?.end();
  await client.query('CLOSE claims');
}

/** One key of one world: first its changes, then what the tables say. */
class KeyCheck {
  readonly #world: string;
  readonly #key: string;
  readonly #report: Report;
  readonly #expected = new ClaimCheck();
  readonly #placed = new Set<string>();
  #heldAlone = false;
  #counted = false;

  constructor({ world, key }: ClaimRow, report: Report) {
    this.#world = world;
    this.#key = key;
    this.#report = report;
  }

  isFor({ world, key }: ClaimRow): boolean {
    return world === this.#world && key === this.#key;
  }

  row(row: ClaimRow): void {
    const { what, taken } = row;
    const [holder, stream] = [row.holder ?? '', row.stream ?? ''];
    const limit = Number(row.limit);
    switch (what) {
      case 'claim':
        this.#heldAlone = true;
        this.#compare('is held by', { holder, stream }, this.#expected.alone);
        break;
      case 'place':
        this.#placed.add(holder);
        this.#compare('has a place for', { holder, stream }, this.#expected.places.get(holder));
        break;
      case 'total':
        this.#count(taken ?? 0, limit);
        break;
      default:
        this.#expected.follow(what, { holder, stream }, limit);
    }
  }

  end(): void {
    const { alone, places, total } = this.#expected;
    if (alone !== undefined && !this.#heldAlone) this.#missing(alone, 'is free, although it was taken by');
    for (const hold of places.values()) {
      if (!this.#placed.has(hold.holder)) this.#missing(hold, 'has no place for');
    }
    if (total !== undefined && !this.#counted) {
      this.#differs(undefined, `counts no places, not ${total.taken} of ${total.limit}`);
    }
  }

  #compare(standing: string, { holder, stream }: ClaimHold, expected: ClaimHold | undefined): void {
    if (expected === undefined) {
      this.#differs(stream, `${standing} ${holder}, and no decision left it so`);
    } else if (expected.holder !== holder || expected.stream !== stream) {
      const told = `${standing} ${holder} of ${stream}, not ${expected.holder} of ${expected.stream}`;
      this.#differs(expected.stream, told);
    }
  }

  #missing({ holder, stream }: ClaimHold, explanation: string): void {
    this.#differs(stream, `${explanation} ${holder}`);
  }

  #count(taken: number, limit: number): void {
    this.#counted = true;
    const { total } = this.#expected;
    if (total === undefined) {
      this.#differs(undefined, `counts ${taken} of ${limit} places, and no decision asked for one`);
    } else if (total.taken !== taken || total.limit !== limit) {
      const told = `counts ${taken} of ${limit} places, not ${total.taken} of ${total.limit}`;
      this.#differs(undefined, told);
    }
  }

  #differs(stream: string | undefined, explanation: string): void {
    this.#report({
      problem: 'STATE_DIFFERS',
      entry: 'claim',
      ...(stream === undefined ? {} : { stream }),
      explanation: `claim ${this.#key} in world ${this.#world} ${explanation}`,
    });
  }
}
