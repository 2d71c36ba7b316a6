/** Compares what is kept beside the chains, for quick finding, with what the chains say. */
import type pg from 'pg';
import { isCanonicalText } from './canonical-check.ts';
import type { Report } from './findings.ts';
import type { StreamCheck } from './stream-check.ts';
import { type StreamIdRange, within } from './stream-id-range.ts';
import type { DeadlineTable, MessageTable } from './tables.ts';

export async function verifyDeadlines(
  client: pg.PoolClient,
  range: StreamIdRange,
  checks: ReadonlyMap<string, StreamCheck>,
  report: Report,
): Promise<void> {
  const { where, values } = within(range);
  const { rows } = await client.query<DeadlineTable>(
    `SELECT * FROM ledger.deadline WHERE ${where} ORDER BY stream_id, deadline_id`,
    values,
  );
  const seen = new Set<string>();
  const differs = (stream: string, deadlineId: string, explanation: string) =>
    report({
      problem: 'STATE_DIFFERS',
      entry: 'deadline',
      stream,
      explanation: `deadline ${deadlineId} ${explanation}`,
    });
  for (const row of rows) {
    const expected = checks.get(row.stream_id)?.deadlines.get(row.deadline_id);
    seen.add(`${row.stream_id} ${row.deadline_id}`);
    if (expected === undefined) differs(row.stream_id, row.deadline_id, 'was never armed by an event');
    else {
      const other = differences(row, expected);
      if (other !== '') differs(row.stream_id, row.deadline_id, other);
    }
  }
  for (const [stream, check] of checks) {
    for (const deadlineId of check.deadlines.keys()) {
      if (!seen.has(`${stream} ${deadlineId}`)) differs(stream, deadlineId, 'is missing');
    }
  }
}

export async function verifyMessages(
  client: pg.PoolClient,
  range: StreamIdRange,
  checks: ReadonlyMap<string, StreamCheck>,
  report: Report,
): Promise<void> {
  const { where, values } = within(range, 'source_stream');
  const { rows } = await client.query<MessageTable>(
    `SELECT * FROM ledger.message WHERE ${where} ORDER BY position`,
    values,
  );
  const seen = new Set<string>();
  const differs = (stream: string, id: string, explanation: string) =>
    report({
      problem: 'STATE_DIFFERS',
      entry: 'message',
      stream,
      explanation: `message ${id} ${explanation}`,
    });
  for (const row of rows) {
    const { message_id: id, source_stream } = row;
    seen.add(id);
    const expected = checks.get(source_stream)?.messages.get(id);
    if (expected === undefined) differs(source_stream, id, 'was sent by no decision');
    else if (!isCanonicalText(row.data) && row.data === expected.data) {
      const explanation = `message ${id} is not canonical JSON`;
      report({ problem: 'NOT_CANONICAL', entry: 'message', stream: source_stream, explanation });
    }
    // What it carries may be about a person: the sentence names the column and no more.
    else if (expected.data !== row.data) differs(source_stream, id, 'was changed in its data');
    else {
      const other = differences(row, expected);
      if (other !== '') differs(source_stream, id, other);
    }
  }
  for (const [stream, check] of checks) {
    for (const id of check.messages.keys()) if (!seen.has(id)) differs(stream, id, 'is missing');
  }
}

/** The columns that are not as expected, each with both values; empty where all are. */
function differences<Row extends object>(row: Row, expected: Partial<Row>): string {
  return (Object.keys(expected) as (keyof Row & string)[])
    .filter((column) => row[column] !== expected[column])
    .map((column) => `has ${column} ${row[column]}, not ${expected[column]}`)
    .join('; ');
}
