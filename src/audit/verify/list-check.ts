/**
 * Lists as a rebuild would make them, held against those that people look at, page by page of streams. Entities are
 * folded from the very rows that the chains were just checked over, and in the same snapshot; no list is touched.
 */
import type pg from 'pg';
import { type EntityState, foldEntity, initialEntityState } from '../../domain/decide.ts';
import type { Report } from '../../ledger/findings.ts';
import type { EventTable } from '../../ledger/tables.ts';
import { LIST_TABLES } from '../../projections/projectors.ts';
import type { StreamTable } from '../../projections/stream-projector.ts';
import { recordedEvent, showedOnce } from './list-as-read.ts';

/** One fold for all lists that are made of the same state; two folds of one kind of stream know nothing of each other. */
const FOLDS = [...new Set(LIST_TABLES.map(({ decider }) => decider))].map((decider) => ({
  decider,
  tables: LIST_TABLES.filter((table) => table.decider === decider),
}));

interface Shown {
  readonly id: string;
  readonly rows: unknown;
}

/** An entity and the id that a list knows it by; null where it is in none. */
interface Listed {
  readonly stream: string;
  readonly id: string | null;
  readonly entity: EntityState<unknown>;
}

export class ListCheck {
  /** By fold, then by stream. */
  #entities = FOLDS.map(() => new Map<string, EntityState<unknown>>());
  /** Whose fold failed: what was tampered with has been told of. */
  #broken = new Set<string>();
  entries = 0;
  /** Ids that lists show under which no stream stands, by list. */
  readonly opaqueIds = new Map<string, Set<string>>();

  event(row: EventTable): void {
    const { stream_id: stream } = row;
    const kind = stream.slice(0, stream.indexOf('/'));
    if (this.#broken.has(stream)) return;
    try {
      for (const [place, { decider }] of FOLDS.entries()) {
        if (decider.kind !== kind) continue;
        const folded = this.#entities[place];
        const before = folded?.get(stream) ?? initialEntityState(decider, stream.slice(kind.length + 1));
        folded?.set(stream, foldEntity(decider, before, [recordedEvent(row)]));
      }
    } catch {
      this.#broken.add(stream);
      for (const folded of this.#entities) folded.delete(stream);
    }
  }

  /** Compares what was folded since the last time. To be called within the snapshot of the rows. */
  async check(client: pg.PoolClient, report: Report): Promise<void> {
    const worlds = await worldsOf(client, [
      ...new Set(this.#entities.flatMap((folded) => [...folded.keys()])),
    ]);
    for (const [place, { tables }] of FOLDS.entries()) {
      const entities = [...(this.#entities[place] ?? [])];
      if (entities.length === 0) continue;
      for (const table of tables) await this.#compare(client, table, entities, worlds, report);
    }
    this.#entities = FOLDS.map(() => new Map());
    this.#broken = new Set();
  }

  async #compare(
    client: pg.PoolClient,
    list: StreamTable<unknown>,
    entities: readonly (readonly [string, EntityState<unknown>])[],
    worlds: ReadonlyMap<string, string>,
    report: Report,
  ): Promise<void> {
    const listed = entities.map(([stream, entity]): Listed => {
      const ownId = stream.slice(stream.indexOf('/') + 1);
      return { stream, entity, id: list.entityIdOf === undefined ? ownId : list.entityIdOf(entity.domain) };
    });
    const wanted = listed.flatMap(({ stream, entity }) => list.rowsOf(entity, worlds.get(stream) ?? ''));
    const ids = listed.flatMap(({ id }) => id ?? []);
    if (list.entityIdOf !== undefined) this.#keepOpaque(list.name, ids);
    const { entityColumn, table } = list;
    const byId = `SELECT ${entityColumn} AS id, jsonb_agg(to_jsonb(row) ORDER BY to_jsonb(row))::text AS rows`;
    const { rows: built } = await client.query<Shown>(
      `${byId} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb) AS row GROUP BY 1`,
      [JSON.stringify(wanted)],
    );
    const { rows: shown } = await client.query<Shown>(
      `${byId} FROM ${table} AS row WHERE ${entityColumn} = ANY ($1::text[]) GROUP BY 1`,
      [ids],
    );
    this.entries += built.length;
    const live = new Map(shown.map(({ id, rows }) => [id, rows]));
    const different = new Set(built.filter(({ id, rows }) => live.get(id) !== rows).map(({ id }) => id));
    const expected = new Set(built.map(({ id }) => id));
    for (const id of live.keys()) if (!expected.has(id)) different.add(id);
    if (different.size === 0) return;
    const suspects = listed.filter(({ id }) => id !== null && different.has(id));
    const waiting = await notReadYet(client, list.name, suspects);
    for (const suspect of suspects) {
      const { id, stream } = suspect;
      const read = waiting.get(stream);
      const world = worlds.get(stream) ?? '';
      if (read !== undefined && (await showedOnce(client, list, { ...suspect, world }, read, live.get(id!))))
        continue;
      reportDifference(list.name, id!, report);
    }
  }

  #keepOpaque(list: string, ids: readonly string[]): void {
    const known = this.opaqueIds.get(list) ?? new Set();
    this.opaqueIds.set(list, known);
    for (const id of ids) known.add(id);
  }
}

function reportDifference(list: string, id: string, report: Report): void {
  const explanation = `what the list ${list} shows of ${id} is not what the ledger says`;
  report({ problem: 'STATE_DIFFERS', entry: 'list', explanation });
}

async function worldsOf(
  client: pg.PoolClient,
  streams: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (streams.length === 0) return new Map();
  const { rows } = await client.query<{ stream_id: string; world: string }>(
    'SELECT stream_id, world FROM ledger.stream WHERE stream_id = ANY ($1::text[])',
    [streams],
  );
  return new Map(rows.map((row) => [row.stream_id, row.world]));
}

/** Streams that moved after the list was last written, with the leaf it had read to then. */
async function notReadYet(
  client: pg.PoolClient,
  list: string,
  suspects: readonly Listed[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ stream_id: string; read: number }>(
    `SELECT s.stream_id, coalesce(c.leaf_index, -1) AS read
     FROM unnest($2::text[]) AS s (stream_id) LEFT JOIN projection.cursor c ON c.name = $1
     WHERE EXISTS (SELECT FROM ledger.pending_leaf p WHERE p.stream_id = s.stream_id)
       OR EXISTS (SELECT FROM ledger.leaf l WHERE l.stream_id = s.stream_id AND l.entry IN ('decision', 'event')
         AND l.leaf_index > c.leaf_index)`,
    [list, suspects.map(({ stream }) => stream)],
  );
  return new Map(rows.map((row) => [row.stream_id, row.read]));
}

/** Rows of a list under ids that no entity has. */
export class StrayRows {
  readonly #shownBefore = new Map<string, readonly string[]>();
  readonly #opaque = new Map<string, Set<string>>();

  /** To be called before the streams are read: what comes later is no stray. */
  async begin(client: pg.ClientBase): Promise<void> {
    for (const { name, entityIdOf, entityColumn, table } of LIST_TABLES) {
      if (entityIdOf === undefined) continue;
      const { rows } = await client.query<{ id: string }>(
        `SELECT DISTINCT ${entityColumn} AS id FROM ${table}`,
      );
      this.#shownBefore.set(
        name,
        rows.map(({ id }) => id),
      );
    }
  }

  take(opaqueIds: readonly (readonly [list: string, ids: readonly string[]])[]): void {
    for (const [list, ids] of opaqueIds) {
      const known = this.#opaque.get(list) ?? new Set();
      this.#opaque.set(list, known);
      for (const id of ids) known.add(id);
    }
  }

  async check(client: pg.ClientBase, report: Report): Promise<void> {
    for (const { name, entityColumn, table, decider, entityIdOf } of LIST_TABLES) {
      if (entityIdOf === undefined) {
        const { rows } = await client.query<{ id: string }>(
          `SELECT DISTINCT l.${entityColumn} AS id FROM ${table} l
           WHERE NOT EXISTS (SELECT FROM ledger.stream s WHERE s.stream_id = $1 || l.${entityColumn})
           ORDER BY 1 LIMIT 1000`,
          [`${decider.kind}/`],
        );
        for (const { id } of rows) reportDifference(name, id, report);
        continue;
      }
      const known = this.#opaque.get(name);
      for (const id of this.#shownBefore.get(name) ?? [])
        if (known?.has(id) !== true) reportDifference(name, id, report);
    }
  }
}
