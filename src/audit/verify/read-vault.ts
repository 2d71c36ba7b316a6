/** What the vault holds against itself: blind indexes that lead where they should. */
import type pg from 'pg';
import type { Report } from '../../ledger/findings.ts';
import { inSnapshot } from '../../ledger/verify.ts';

const NAMED_MAX = 20;

export function readVault(
  client: pg.PoolClient,
  report: Report,
  remark: (sentence: string) => void,
): Promise<void> {
  return inSnapshot(client, async () => {
    const { rows: keyless } = await client.query<{ person_id: string }>(
      `SELECT DISTINCT i.person_id FROM vault.identity i
       WHERE NOT EXISTS (SELECT FROM vault.subject_key k WHERE k.subject = i.person_id AND k.purpose = 'identity')
       ORDER BY 1 LIMIT 1000`,
    );
    for (const { person_id: person } of keyless) {
      const explanation = `the identity of person ${person} is sealed under a key that is neither there nor destroyed`;
      report({ problem: 'KEY_MISSING', entry: 'identity', explanation });
    }
    const { rows: loose } = await client.query<{ person_id: string }>(
      `SELECT DISTINCT n.person_id FROM vault.nik_index n
       LEFT JOIN vault.identity i ON i.person_id = n.person_id AND i.version = n.identity_version AND i.world = n.world
       WHERE i.person_id IS NULL ORDER BY 1 LIMIT 1000`,
    );
    for (const { person_id: person } of loose) {
      const explanation = `a blind index leads to person ${person}, whose identity is not there`;
      report({ problem: 'KEY_MISSING', entry: 'identity', explanation });
    }
    await identitiesNobodyBrought(client, report);
    await copiedTexts(client, report);
    await nameDestroyed(client, remark);
    const { rows: shared } = await client.query<{ people: string[] }>(
      `SELECT array_agg(DISTINCT person_id ORDER BY person_id) AS people FROM vault.nik_index
       GROUP BY world, blind_index HAVING count(DISTINCT person_id) > 1 ORDER BY 1 LIMIT ${NAMED_MAX}`,
    );
    for (const { people } of shared) {
      remark(`One NIK stands behind several records: ${people.join(', ')}.`);
    }
  });
}

/** The newest version counts: one that no command brought would stand before the one that a command did. */
async function identitiesNobodyBrought(client: pg.PoolClient, report: Report): Promise<void> {
  const { rows } = await client.query<{ person: string; version: number }>(
    `SELECT i.person_id AS person, i.version FROM vault.identity i
     JOIN ledger.stream s ON s.stream_id = 'journey/' || i.person_id
     WHERE NOT EXISTS (SELECT FROM ledger.decision d WHERE d.command_id = i.command_id AND d.stream_id = s.stream_id)
     ORDER BY 1, 2 LIMIT 1000`,
  );
  for (const { person, version } of rows) {
    const explanation = `version ${version} of the identity of person ${person} was brought by no decision`;
    report({ problem: 'STATE_DIFFERS', entry: 'identity', explanation });
  }
}

/** Sealed twice, the same words give two texts: where two are one, one was put there. */
async function copiedTexts(client: pg.PoolClient, report: Report): Promise<void> {
  const { rows } = await client.query<{ people: string[] }>(
    `SELECT array_agg(person_id || ' (version ' || version || ')' ORDER BY person_id, version) AS people
     FROM vault.identity GROUP BY md5(sealed_document), sealed_document HAVING count(*) > 1 ORDER BY 1 LIMIT 1000`,
  );
  for (const { people } of rows) {
    const explanation = `the same sealed text stands as the identity of ${people.join(' and of ')}`;
    report({ problem: 'STATE_DIFFERS', entry: 'identity', explanation });
  }
}

/** A destruction is a row of the vault that nothing seals: whoever did it must be known to somebody. */
async function nameDestroyed(client: pg.PoolClient, remark: (sentence: string) => void): Promise<void> {
  const { rows } = await client.query<{ told: string; total: number }>(
    `SELECT format('%s of %s by %s', purpose, subject, destroyed_by) AS told, count(*) OVER () AS total
     FROM vault.subject_key WHERE destroyed_at IS NOT NULL ORDER BY destroyed_at, subject, purpose LIMIT ${NAMED_MAX}`,
  );
  const [first] = rows;
  if (first === undefined) return;
  const more = first.total > rows.length ? `, and ${first.total - rows.length} more` : '';
  remark(
    `Keys that were destroyed, as the vault alone says: ${rows.map(({ told }) => told).join(', ')}${more}.`,
  );
}
