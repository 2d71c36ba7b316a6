/** The schema `ledger`, and the access log beside it, as kysely sees them. Every column is read-only: writes go through functions. */
import type { Instant, LocalDate, Zone } from '../domain/time/moment.ts';

export interface LedgerTables {
  'ledger.stream': StreamTable;
  'ledger.event': EventTable;
  'ledger.decision': DecisionTable;
  'ledger.deadline': DeadlineTable;
  'ledger.message': MessageTable;
  'ledger.claim': { world: string; key: string; holder: string; stream_id: string };
  'ledger.claim_place': { world: string; key: string; holder: string; stream_id: string };
  'ledger.claim_total': { world: string; key: string; taken: number; place_limit: number };
  'ledger.fact': { key: string; version: number; value: unknown; stream_id: string };
  'ledger.run': RunTable;
  'ledger.pending_leaf': PendingLeafTable;
  'ledger.leaf': LeafTable;
  'ledger.note': NoteTable;
  'access.log': AccessTable;
}

export interface StreamTable {
  stream_id: string;
  kind: string;
  world: string;
  head_version: number;
  head_hash: Buffer;
  decision_count: number;
  decision_head_hash: Buffer;
  created_at: Instant;
}

export interface EventTable {
  stream_id: string;
  version: number;
  event_id: string;
  type: string;
  schema: number;
  body: string;
  meta: string;
  occurred_at: Instant;
  occurred_date: LocalDate;
  occurred_zone: Zone;
  recorded_at: Instant;
  committed_at: Instant;
  previous_hash: Buffer;
  hash: Buffer;
}

export interface DecisionTable {
  stream_id: string;
  sequence: number;
  command_id: string;
  name: string;
  request_hash: string;
  body: string;
  actor_id: string;
  actor_role: string;
  actor_office: string;
  now: Instant;
  clock_offset_ms: number;
  facts: string;
  effects: string;
  build_id: string;
  run_id: string | null;
  outcome: 'accepted' | 'refused' | 'fault';
  detail: string;
  first_version: number | null;
  last_version: number | null;
  event_head_hash: Buffer;
  committed_at: Instant;
  previous_hash: Buffer;
  hash: Buffer;
}

export interface DeadlineTable {
  stream_id: string;
  deadline_id: string;
  kind: string;
  subject: string;
  due_at: Instant;
  due_date: LocalDate;
  due_zone: Zone;
  world: string;
  state: 'ARMED' | 'FIRED' | 'CANCELLED';
}

export interface MessageTable {
  message_id: string;
  position: number;
  source_stream: string;
  source_version: number;
  target: string;
  name: string;
  data: string;
  world: string;
  delivered_at: Instant | null;
  outcome: string | null;
}

export interface RunTable {
  stream_id: string;
  run_id: string;
  build_id: string;
  first_recorded_at: Instant;
  archived_at: Instant | null;
  history: Buffer | null;
  history_hash: Buffer | null;
  lost_at: Instant | null;
}

export interface PendingLeafTable {
  pending_id: number;
  stream_id: string;
  decision_sequence: number;
  first_version: number | null;
  last_version: number | null;
}

export interface LeafTable {
  leaf_index: number;
  entry: 'decision' | 'event' | 'access' | 'note';
  /** That of the row; `access` or `note` for those that belong to none. */
  stream_id: string;
  position: number;
  hash: Buffer;
}

export interface NoteTable {
  id: number;
  kind: string;
  body: string;
  committed_at: Instant;
  hash: Buffer;
}

/** A row of the access log, whose schema is `access`: it has leaves like the ledger's own. */
export interface AccessTable {
  id: number;
  /** Up to six decimals. */
  at: Instant;
  world: string;
  actor_id: string;
  role: string;
  office: string;
  action: string;
  subject: string;
  outcome: string;
  reason: string | null;
}
