/**
 * How a ledger row is hashed: the second, independent telling of `migrations/0006_chain.sql` and of
 * `migrations/0600_notes_and_leaves.sql`.
 * SHA-256 over fields, each preceded by its length in bytes (8 bytes, big-endian; -1 for a missing one).
 */
import { createHash } from 'node:crypto';
import type { AccessTable, DecisionTable, EventTable, NoteTable } from './tables.ts';

/** Where both chains of a stream begin: bound to its name, kind and world. */
export function streamHash(streamId: string, kind: string, world: string): Buffer {
  return hashFields('titian:stream:v1', streamId, kind, world);
}

export function eventHash(event: Omit<EventTable, 'hash'>): Buffer {
  return hashFields(
    'titian:event:v1',
    event.previous_hash.toString('hex'),
    event.stream_id,
    String(event.version),
    event.event_id,
    event.type,
    String(event.schema),
    event.body,
    event.meta,
    event.occurred_at,
    event.occurred_date,
    event.occurred_zone,
    event.recorded_at,
    event.committed_at,
  );
}

export function decisionHash(decision: Omit<DecisionTable, 'hash'>): Buffer {
  return hashFields(
    'titian:decision:v1',
    decision.previous_hash.toString('hex'),
    decision.stream_id,
    String(decision.sequence),
    decision.command_id,
    decision.name,
    decision.request_hash,
    decision.body,
    decision.actor_id,
    decision.actor_role,
    decision.actor_office,
    decision.now,
    String(decision.clock_offset_ms),
    decision.facts,
    decision.effects,
    decision.build_id,
    decision.run_id,
    decision.outcome,
    decision.detail,
    decision.first_version === null ? null : String(decision.first_version),
    decision.last_version === null ? null : String(decision.last_version),
    decision.event_head_hash.toString('hex'),
    decision.committed_at,
  );
}

export function accessHash(access: AccessTable): Buffer {
  return hashFields(
    'titian:access:v1',
    String(access.id),
    withMicroseconds(access.at),
    access.world,
    access.actor_id,
    access.role,
    access.office,
    access.action,
    access.subject,
    access.outcome,
    access.reason,
  );
}

export function noteHash(note: Omit<NoteTable, 'hash'>): Buffer {
  return hashFields('titian:note:v1', String(note.id), note.kind, note.body, note.committed_at);
}

/** Instants of the access log have six decimals in a hash and in a bundle; a pool leaves out zeros at their end. */
export function withMicroseconds(instant: string): string {
  return instant.replace(/\.(\d{3,6})Z$/, (_, decimals: string) => `.${decimals.padEnd(6, '0')}Z`);
}

function hashFields(...fields: readonly (string | null)[]): Buffer {
  const hash = createHash('sha256');
  for (const field of fields) {
    const length = Buffer.alloc(8);
    if (field === null) {
      hash.update(length.fill(0xff));
      continue;
    }
    length.writeBigInt64BE(BigInt(Buffer.byteLength(field, 'utf8')));
    hash.update(length).update(field, 'utf8');
  }
  return hash.digest();
}
