/** Whose stream is missing, where the heads say that one is: told by what was forgotten when it was taken out. */
import type pg from 'pg';
import type { Report } from '../../ledger/findings.ts';

const PLACES: readonly (readonly [place: string, streams: string])[] = [
  ['the messages', 'SELECT source_stream AS stream FROM ledger.message'],
  ['the deadlines', 'SELECT stream_id FROM ledger.deadline'],
  ['the claims', 'SELECT stream_id FROM ledger.claim UNION SELECT stream_id FROM ledger.claim_place'],
  ['the runs', 'SELECT stream_id FROM ledger.run'],
  [
    'the notes about archived runs',
    `SELECT body::jsonb ->> 'stream' FROM ledger.note
     WHERE kind IN ('run-archived', 'run-lost') AND pg_input_is_valid(body, 'jsonb')`,
  ],
  ['the vault’s identities', `SELECT 'journey/' || person_id FROM vault.identity`],
  [
    'the vault’s keys',
    `SELECT CASE WHEN subject LIKE '%/%' THEN subject ELSE 'journey/' || subject END FROM vault.subject_key`,
  ],
  ['the grants of break-glass', `SELECT 'journey/' || person_id FROM access.break_glass`],
  ['the list of cases', `SELECT 'journey/' || person_id FROM projection.case_list`],
];

const STREAMS_MAX = 100;

export async function tracesOfMissing(client: pg.PoolClient, report: Report): Promise<void> {
  const told = new Map<string, string[]>();
  for (const [place, streams] of PLACES) {
    const { rows } = await client.query<{ stream: string }>(
      `SELECT DISTINCT named.stream FROM (${streams}) AS named (stream)
       WHERE NOT EXISTS (SELECT FROM ledger.stream s WHERE s.stream_id = named.stream)
       ORDER BY named.stream LIMIT ${STREAMS_MAX}`,
    );
    for (const { stream } of rows) told.set(stream, [...(told.get(stream) ?? []), place]);
  }
  for (const [stream, places] of told) {
    const explanation = `stream ${stream} is named by ${places.join(', ')}, and is not in the ledger`;
    report({ problem: 'STREAM_MISSING', entry: 'stream', stream, explanation });
  }
}
