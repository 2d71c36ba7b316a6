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
    const { rows: shared } = await client.query<{ people: string[] }>(
      `SELECT array_agg(DISTINCT person_id ORDER BY person_id) AS people FROM vault.nik_index
       GROUP BY world, blind_index HAVING count(DISTINCT person_id) > 1 ORDER BY 1 LIMIT ${NAMED_MAX}`,
    );
    for (const { people } of shared) {
      remark(`One NIK stands behind several records: ${people.join(', ')}.`);
    }
  });
}
