/** One part of a verification, on one connection. */
import type pg from 'pg';
import { inSnapshot } from '../../ledger/verify.ts';
import { verifyAccesses, verifyNotes } from '../../ledger/verify-beside-streams.ts';
import { verifyClaims } from '../../ledger/verify-claims.ts';
import { FindingList } from './finding-list.ts';
import { type Counts, type Job, type JobOutcome, noCounts } from './jobs.ts';
import { readArchives } from './read-archives.ts';
import { readHeads } from './read-heads.ts';
import { readLeaves } from './read-leaves.ts';
import { readStreams } from './read-streams.ts';
import { readVault } from './read-vault.ts';

/**
 * @param pool made by `createReaderPool`.
 * @param onProgress told what this part has counted so far.
 */
export async function runJob(
  pool: pg.Pool,
  job: Job,
  onProgress: (counts: Counts) => void,
): Promise<JobOutcome> {
  const findings = new FindingList();
  const counts = noCounts();
  const remarks: string[] = [];
  const report = findings.add.bind(findings);
  const remark = (sentence: string) => void remarks.push(sentence);
  const tell = () => onProgress({ ...counts });
  const read = async (client: pg.PoolClient): Promise<Pick<JobOutcome, 'streams' | 'stretch'>> => {
    switch (job.kind) {
      case 'streams':
        return { streams: await readStreams(client, job, counts, report, tell) };
      case 'leaves':
        return { stretch: await readLeaves(client, job, counts, report, tell) };
      case 'access':
      case 'note':
        await readNumbered(client, job, counts, report, tell);
        break;
      case 'heads':
        await readHeads(client, counts, report, remark);
        break;
      case 'claims':
        await inSnapshot(client, () => verifyClaims(client, report));
        break;
      case 'archives':
        await readArchives(client, counts, report, remark);
        break;
      case 'vault':
        await readVault(client, report, remark);
    }
    return {};
  };
  const seen = await onClient(pool, read);
  return { counts, findings: findings.sorted(), findingsTotal: findings.total, remarks, ...seen };
}

async function onClient<T>(pool: pg.Pool, read: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken = true;
  try {
    const answer = await read(client);
    broken = false;
    return answer;
  } finally {
    client.release(broken);
  }
}

async function readNumbered(
  client: pg.PoolClient,
  { kind, after, last }: Extract<Job, { kind: 'access' | 'note' }>,
  counts: Counts,
  report: FindingList['add'],
  onProgress: () => void,
): Promise<void> {
  const [verify, table] = kind === 'access' ? [verifyAccesses, 'access.log'] : [verifyNotes, 'ledger.note'];
  for (let from: number | undefined = after; from !== undefined; ) {
    const begin: number = from;
    from = await inSnapshot(client, async () => {
      const next = await verify(client, begin, report, last);
      const { rows } = await client.query<{ count: number }>(
        `SELECT count(*) AS count FROM ${table} WHERE id > $1 AND id <= $2`,
        [begin, next ?? last ?? Number.MAX_SAFE_INTEGER],
      );
      counts[kind === 'access' ? 'accesses' : 'notes'] += rows[0]!.count;
      return next;
    });
    onProgress();
  }
  if (last !== undefined) return;
  const { rows } = await client.query<{ id: string }>(
    `SELECT min(id)::text AS id FROM ${table} WHERE id > $1 OR id < 1 HAVING count(*) > 0`,
    [Number.MAX_SAFE_INTEGER],
  );
  for (const { id } of rows) {
    const explanation = `${kind} ${id} has a number that was never given`;
    report({ problem: 'GAP', entry: kind, explanation });
  }
}
