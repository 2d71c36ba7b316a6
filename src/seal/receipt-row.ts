/** The row that a receipt is about, as its line in a bundle: the very texts that were hashed, and its leaf. */
import type pg from 'pg';
import type { JsonValue } from '../domain/decider.ts';
import { canonicalText } from '../ledger/record-decision.ts';

export interface ReceiptedRow {
  readonly kind: 'event' | 'decision';
  readonly stream: string;
  /** Version of the event, sequence of the decision. */
  readonly position: number;
}

const COLUMNS = {
  event:
    'previous_hash stream_id version event_id type schema body meta occurred_at occurred_date occurred_zone ' +
    'recorded_at committed_at',
  decision:
    'previous_hash stream_id sequence command_id name request_hash body actor_id actor_role actor_office now ' +
    'clock_offset_ms facts effects build_id run_id outcome detail first_version last_version event_head_hash ' +
    'committed_at',
} as const;

/** @returns canonical JSON; undefined where there is no such row. */
export async function receiptRow(
  pool: pg.Pool,
  { kind, stream, position }: ReceiptedRow,
  leaf: number,
): Promise<Buffer | undefined> {
  const columns = COLUMNS[kind].split(' ');
  const place = kind === 'event' ? 'version' : 'sequence';
  const { rows } = await pool.query<Record<string, string | number | Buffer | null>>(
    `SELECT ${columns.join(', ')} FROM ledger.${kind} WHERE stream_id = $1 AND ${place} = $2`,
    [stream, position],
  );
  const row = rows[0];
  return row === undefined ? undefined : Buffer.from(canonicalText(rowLine(kind, row, leaf)), 'utf8');
}

/** The one telling of a row as a line, for receipts and for bundles. */
export function rowLine(
  kind: ReceiptedRow['kind'],
  row: object,
  leaf: number,
): { readonly type: ReceiptedRow['kind']; readonly leaf: number; readonly [column: string]: JsonValue } {
  const values = row as Readonly<Record<string, string | number | Buffer | null>>;
  // `type` names the line: the event's own stands under another name.
  const named = COLUMNS[kind]
    .split(' ')
    .map((column) => [column === 'type' ? 'event_type' : column, textOf(values[column]!)]);
  return { type: kind, leaf, ...(Object.fromEntries(named) as { readonly [column: string]: string | null }) };
}

function textOf(value: string | number | Buffer | null): string | null {
  if (Buffer.isBuffer(value)) return value.toString('hex');
  return typeof value === 'number' ? String(value) : value;
}
