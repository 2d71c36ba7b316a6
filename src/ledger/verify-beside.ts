/** Compares what is kept beside the chains, for quick finding, with what the chains say. */
import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
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
  const { rows } = await client.query<DeadlineTable>(`SELECT * FROM ledger.deadline WHERE ${where}`, values);
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
    const { kind, subject, due_at, state } = row;
    if (expected === undefined) differs(row.stream_id, row.deadline_id, 'was never armed by an event');
    else if (!isDeepStrictEqual({ kind, subject, due_at, state }, expected)) {
      differs(
        row.stream_id,
        row.deadline_id,
        `stands as ${state} at ${due_at}, not ${expected.state} at ${expected.due_at}`,
      );
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
  const { rows } = await client.query<MessageTable>(`SELECT * FROM ledger.message WHERE ${where}`, values);
  const seen = new Set<string>();
  const differs = (stream: string, id: string, explanation: string) =>
    report({
      problem: 'STATE_DIFFERS',
      entry: 'message',
      stream,
      explanation: `message ${id} ${explanation}`,
    });
  for (const { message_id: id, source_stream, target, name, data } of rows) {
    seen.add(id);
    const expected = checks.get(source_stream)?.messages.get(id);
    if (expected === undefined) differs(source_stream, id, 'was sent by no decision');
    else if (!isDeepStrictEqual({ id, target, name, data }, expected))
      differs(source_stream, id, 'was changed');
  }
  for (const [stream, check] of checks) {
    for (const id of check.messages.keys()) if (!seen.has(id)) differs(stream, id, 'is missing');
  }
}
