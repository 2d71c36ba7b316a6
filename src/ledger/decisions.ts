import type { Actor, ClaimChange, JsonValue, Role } from '../domain/decider.ts';
import type { DecisionDetail } from '../domain/envelope.ts';
import type { Instant } from '../domain/time/moment.ts';
import type { LedgerDatabase } from './database.ts';
import type { DecisionTable } from './tables.ts';

/** One command as it was decided: enough to decide it again. */
export interface LedgerDecision {
  readonly stream: string;
  readonly sequence: number;
  readonly commandId: string;
  readonly name: string;
  readonly requestHash: string;
  /** `{name, data, document?, occurredAt?}` as it was recorded, sensitive text sealed. */
  readonly body: { readonly name: string; readonly data: JsonValue; readonly [field: string]: JsonValue };
  readonly actor: Actor;
  readonly now: Instant;
  readonly clockOffsetMs: number;
  readonly facts: readonly { readonly key: string; readonly version: number }[];
  readonly effects: DecisionEffects;
  readonly buildId: string;
  /** Absent for registers, which have no workflow. */
  readonly runId?: string;
  readonly outcome: 'accepted' | 'refused' | 'fault';
  readonly detail: DecisionDetail;
  readonly firstVersion?: number;
  readonly lastVersion?: number;
  readonly committedAt: Instant;
  /** Hex. */
  readonly hash: string;
}

/** What a decision changed beside its events. */
export interface DecisionEffects {
  readonly claims?: readonly ClaimChange[];
  readonly messages?: readonly {
    readonly id: string;
    readonly target: string;
    readonly name: string;
    readonly data: string;
  }[];
  readonly facts?: readonly { readonly key: string; readonly value: JsonValue }[];
}

/** All decisions of one stream, in the order they were made. */
export async function readDecisions(database: LedgerDatabase, stream: string): Promise<LedgerDecision[]> {
  const rows = await database
    .selectFrom('ledger.decision')
    .selectAll()
    .where('stream_id', '=', stream)
    .orderBy('sequence')
    .execute();
  return rows.map(ledgerDecisionFrom);
}

export async function findDecision(
  database: LedgerDatabase,
  commandId: string,
): Promise<LedgerDecision | undefined> {
  const row = await database
    .selectFrom('ledger.decision')
    .selectAll()
    .where('command_id', '=', commandId)
    .executeTakeFirst();
  return row === undefined ? undefined : ledgerDecisionFrom(row);
}

export function ledgerDecisionFrom(row: DecisionTable): LedgerDecision {
  return {
    stream: row.stream_id,
    sequence: row.sequence,
    commandId: row.command_id,
    name: row.name,
    requestHash: row.request_hash,
    body: JSON.parse(row.body) as LedgerDecision['body'],
    actor: { id: row.actor_id, role: row.actor_role as Role, office: row.actor_office },
    now: row.now,
    clockOffsetMs: row.clock_offset_ms,
    facts: JSON.parse(row.facts) as LedgerDecision['facts'],
    effects: JSON.parse(row.effects) as DecisionEffects,
    buildId: row.build_id,
    ...(row.run_id === null ? {} : { runId: row.run_id }),
    outcome: row.outcome,
    detail: JSON.parse(row.detail) as DecisionDetail,
    ...(row.first_version === null ? {} : { firstVersion: row.first_version }),
    ...(row.last_version === null ? {} : { lastVersion: row.last_version }),
    committedAt: row.committed_at,
    hash: row.hash.toString('hex'),
  };
}
