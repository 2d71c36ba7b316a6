/** The schema `sheet` as kysely sees it. */
import type { Generated } from 'kysely';
import type { Refusal, Role } from '../domain/decider.ts';
import type { Instant } from '../domain/time/moment.ts';

export interface SheetTables {
  'sheet.sheet': SheetTable;
  'sheet.line': LineTable;
}

export type SheetState = 'CHECKED' | 'RUNNING' | 'DONE';
export type LineOutcome = 'accepted' | 'refused' | 'fault' | 'denied' | 'failed';

export interface SheetTable {
  sheet_id: string;
  kind: string;
  world: string;
  actor_id: string;
  actor_role: Role;
  actor_office: string;
  actor_site: string | null;
  actor_person: string | null;
  file_hash: string;
  state: Generated<SheetState>;
  lines: number;
  commands: number;
  accepted: Generated<number>;
  refused: Generated<number>;
  failed: Generated<number>;
  checked_at: Generated<Instant>;
  started_at: Instant | null;
  finished_at: Instant | null;
}

export interface LineTable {
  sheet_id: string;
  line: number;
  place: number;
  stream: string;
  name: string;
  body: string;
  request_hash: string;
  fact_keys: string[];
  covers: Generated<number[]>;
  sealed_identity: string | null;
  outcome: LineOutcome | null;
  refusal: Refusal | null;
  first_version: number | null;
  last_version: number | null;
  settled_at: Instant | null;
}
