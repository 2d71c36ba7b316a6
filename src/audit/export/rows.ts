/** Rows of the ledger as lines: the very texts that were hashed, also numbers and hashes. */
import type { DecisionTable, EventTable } from '../../ledger/tables.ts';
import type { BundleLine } from './lines.ts';

export interface Leaf {
  readonly leaf_index: number;
}

const text = (value: number | null): string | null => (value === null ? null : String(value));

export const decisionLine = (row: DecisionTable & Leaf): BundleLine => ({
  type: 'decision',
  leaf: row.leaf_index,
  previous_hash: row.previous_hash.toString('hex'),
  stream_id: row.stream_id,
  sequence: String(row.sequence),
  command_id: row.command_id,
  name: row.name,
  request_hash: row.request_hash,
  body: row.body,
  actor_id: row.actor_id,
  actor_role: row.actor_role,
  actor_office: row.actor_office,
  now: row.now,
  clock_offset_ms: String(row.clock_offset_ms),
  facts: row.facts,
  effects: row.effects,
  build_id: row.build_id,
  run_id: row.run_id,
  outcome: row.outcome,
  detail: row.detail,
  first_version: text(row.first_version),
  last_version: text(row.last_version),
  event_head_hash: row.event_head_hash.toString('hex'),
  committed_at: row.committed_at,
});

export const eventLine = (row: EventTable & Leaf): BundleLine => ({
  type: 'event',
  leaf: row.leaf_index,
  previous_hash: row.previous_hash.toString('hex'),
  stream_id: row.stream_id,
  version: String(row.version),
  event_id: row.event_id,
  event_type: row.type,
  schema: String(row.schema),
  body: row.body,
  meta: row.meta,
  occurred_at: row.occurred_at,
  occurred_date: row.occurred_date,
  occurred_zone: row.occurred_zone,
  recorded_at: row.recorded_at,
  committed_at: row.committed_at,
});
