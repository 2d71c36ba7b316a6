/** Outcomes of the scheduled verifications: kept in the ledger, sealed by a note. */
import type pg from 'pg';
import type { Instant } from '../domain/time/moment.ts';

export interface VerificationOutcome {
  readonly outcome: 'intact' | 'findings' | 'unfinished';
  readonly findings: number;
  /** The first bad thing, or what could not be looked at; no personal data. */
  readonly sentence: string;
  readonly leaves: number;
  /** Events, decisions, accesses and notes. */
  readonly rows: number;
  readonly seconds: number;
}

const SENTENCE_BYTES_MAX = 2_000;

/** True if noted now, false if this run of the workflow has told before. */
export async function noteVerification(
  pool: pg.Pool,
  runId: string,
  { outcome, findings, sentence, leaves, rows: read, seconds }: VerificationOutcome,
): Promise<boolean> {
  const short = Buffer.from(sentence)
    .subarray(0, SENTENCE_BYTES_MAX)
    .toString('utf8')
    .replace(/\uFFFD$/, '');
  const { rows } = await pool.query<{ first: boolean }>(
    'SELECT ledger.note_verification($1, $2, $3, $4, $5, $6, $7) AS first',
    [runId, outcome, findings, short, leaves, read, seconds],
  );
  return rows[0]!.first;
}

export async function lastVerification(
  pool: pg.Pool,
): Promise<(VerificationOutcome & { readonly endedAt: Instant }) | undefined> {
  const { rows } = await pool.query<VerificationOutcome & { endedAt: Instant }>(
    `SELECT outcome, findings, sentence, leaves, rows_read AS rows, seconds, ended_at AS "endedAt"
     FROM ledger.verification ORDER BY id DESC LIMIT 1`,
  );
  return rows[0];
}

export interface NotedVerification extends VerificationOutcome {
  readonly id: number;
  /** Who it was: a run of the schedule's workflow, or `asked:` and the id of a verification that an auditor asked for. */
  readonly runId: string;
  readonly endedAt: Instant;
}

/** Newest first. @param before number of the last row of the page before. */
export async function listVerifications(
  pool: pg.Pool,
  limit: number,
  before?: number,
): Promise<NotedVerification[]> {
  const { rows } = await pool.query<NotedVerification>(
    `SELECT id, run_id AS "runId", outcome, findings, sentence, leaves, rows_read AS rows, seconds,
       ended_at AS "endedAt"
     FROM ledger.verification WHERE $2::bigint IS NULL OR id < $2 ORDER BY id DESC LIMIT $1`,
    [limit, before ?? null],
  );
  return rows;
}

export async function verificationOf(pool: pg.Pool, runId: string): Promise<NotedVerification | undefined> {
  const { rows } = await pool.query<NotedVerification>(
    `SELECT id, run_id AS "runId", outcome, findings, sentence, leaves, rows_read AS rows, seconds,
       ended_at AS "endedAt"
     FROM ledger.verification WHERE run_id = $1`,
    [runId],
  );
  return rows[0];
}
