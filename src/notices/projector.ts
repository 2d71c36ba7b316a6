/**
 * Follows the ledger's leaves and writes down who is to be told of what. Cursor and items move in one
 * transaction: each event makes its items once, however often a worker dies.
 */
import type { Pool, PoolClient } from 'pg';
import type { Decider } from '../domain/decider.ts';
import { type Pace, readyAt } from '../domain/notice/times.ts';
import type { Zone } from '../domain/time/moment.ts';
import type { Ledger, LedgerLeaf } from '../ledger/ledger.ts';
import { EntityStates } from '../projections/entity-states.ts';
import { consentChangeOf, keepConsent, mayNotifyPerson } from './consent.ts';
import { itemsOf, type NoticeItem, needsState } from './items.ts';
import { noticePolicies } from './policies.ts';
import type { NoticeRule } from './rule.ts';
import { rulesByEvent, rulesFor } from './rules/index.ts';
import { type Subject, subjectsOf } from './subjects.ts';
import { TEMPLATES } from './templates/index.ts';
import { RecipientZones } from './zones.ts';

/** Leaves read in one transaction: bounds what a killed worker does again. */
const LEAVES_PER_BATCH = 1_000;
/** Where nobody knows better: the zone in which most of the country lives. */
const USUAL_ZONE: Zone = 'WIB';

export interface NoticeProjectorOptions {
  readonly pool: Pool;
  readonly ledger: Pick<Ledger, 'readHead' | 'readStream' | 'readLeaves' | 'facts'>;
  /** By kind of stream. */
  readonly deciders: ReadonlyMap<string, Decider<unknown>>;
  readonly rules: readonly NoticeRule[];
  /** The real clock: a notice reaches people in real time, whatever the clock of its world. */
  readonly now: () => string;
}

type EventLeaf = Extract<LedgerLeaf, { entry: 'event' }>;

/** Answers how many leaves it took, 0 when it is up to date or another worker is at it. */
export function createNoticeProjector(options: NoticeProjectorOptions): { projectOnce(): Promise<number> } {
  const { pool, ledger, deciders } = options;
  const states = new Map(
    [...deciders].map(([kind, decider]) => [kind, new EntityStates(ledger, decider)] as const),
  );
  const zones = new RecipientZones(ledger);
  const index = rulesByEvent(options.rules);

  async function subjectsFor(leaf: EventLeaf, rules: readonly NoticeRule[]): Promise<readonly Subject[]> {
    const data = leaf.event.data as Record<string, unknown>;
    if (!rules.some((rule) => needsState(rule, data))) return [];
    const found = await states.get(leaf.kind)?.load(leaf.stream);
    return found === undefined ? [] : subjectsOf(leaf.kind, found.entity.domain, data);
  }

  async function itemsFor(leaf: EventLeaf): Promise<NoticeItem[]> {
    const rules = rulesFor(index, leaf.kind, leaf.event.type);
    if (rules.length === 0) return [];
    const { index: leafIndex, world, stream, event } = leaf;
    const data = event.data as Readonly<Record<string, unknown>>;
    return itemsOf({ leafIndex, world, stream, data }, rules, await subjectsFor(leaf, rules));
  }

  async function project(client: PoolClient, after: number): Promise<{ last: number; count: number }> {
    const leaves = await ledger.readLeaves(after, LEAVES_PER_BATCH);
    const items: NoticeItem[] = [];
    for (const leaf of leaves) {
      if (leaf.entry !== 'event') continue;
      const { type, data } = leaf.event;
      const consent = consentChangeOf(leaf.stream, type, data as Record<string, unknown>, leaf.index);
      if (consent !== undefined) await keepConsent(client, consent);
      for (const item of await itemsFor(leaf)) {
        if (item.kind !== 'PERSON' || (await mayNotifyPerson(client, item.recipient))) items.push(item);
      }
    }
    if (items.length > 0) await store(client, items);
    return { last: leaves.at(-1)?.index ?? after, count: leaves.length };
  }

  async function store(client: PoolClient, items: readonly NoticeItem[]): Promise<void> {
    const policies = await noticePolicies(ledger);
    await zones.load(items);
    const now = options.now();
    const rows = items.map((item) => {
      const { urgent, daily } = TEMPLATES[item.template];
      const pace: Pace = urgent ? 'URGENT' : daily ? 'DAILY' : 'GROUPED';
      const zone = zones.zoneOf(item) ?? item.zone ?? USUAL_ZONE;
      return { ...item, urgent: urgent === true, zone, readyAt: readyAt(pace, now, zone, policies) };
    });
    const column = (pick: (row: (typeof rows)[number]) => unknown) => rows.map(pick);
    await client.query(
      `INSERT INTO notice.item (leaf_index, recipient_kind, recipient, world, template, zone, urgent, reference,
                                details, ready_at)
       SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
                            $7::boolean[], $8::text[], $9::jsonb[], $10::timestamptz[])
       ON CONFLICT (leaf_index, recipient_kind, recipient) DO NOTHING`,
      [
        column((row) => row.leafIndex),
        column((row) => row.kind),
        column((row) => row.recipient),
        column((row) => row.world),
        column((row) => row.template),
        column((row) => row.zone),
        column((row) => row.urgent),
        column((row) => row.reference),
        column((row) => JSON.stringify(row.details)),
        column((row) => row.readyAt),
      ],
    );
  }

  return {
    async projectOnce() {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        // Folding goes on while this transaction waits for it: longer than a command's statement may.
        await client.query("SET LOCAL idle_in_transaction_session_timeout = '5min'");
        const { rows } = await client.query<{ leaf_index: number }>(
          "SELECT leaf_index FROM notice.cursor WHERE name = 'items' FOR UPDATE SKIP LOCKED",
        );
        const cursor = rows[0]?.leaf_index;
        const { last, count } = cursor === undefined ? { last: 0, count: 0 } : await project(client, cursor);
        if (count > 0) {
          await client.query(
            "UPDATE notice.cursor SET leaf_index = $1, moved_at = clock_timestamp() WHERE name = 'items'",
            [last],
          );
        }
        await client.query('COMMIT');
        client.release();
        return count;
      } catch (error) {
        // The connection's state is not known: it is closed, which rolls back.
        client.release(true);
        throw error;
      }
    },
  };
}
