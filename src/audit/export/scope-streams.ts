/** Which streams a scope means, as the lists and the ledger know them when it is asked. */

import type { DecisionEffects } from '../../ledger/ledger.ts';
import type { Queryable } from '../../seal/tile-store.ts';
import type { BundleScope, LeafRange, OfficeScope } from './scope.ts';

/** Ids in bytewise order, also of streams that do not exist. @param range that of a period. */
export async function streamsOfScope(
  database: Queryable,
  scope: BundleScope,
  range: LeafRange,
): Promise<string[]> {
  switch (scope.kind) {
    case 'person':
      return streamsOfPerson(database, scope.id);
    case 'class':
      return [`class/${scope.id}`];
    case 'office':
      return streamsOfOffice(database, scope);
    case 'period':
      return listed(
        await database.query(
          `SELECT DISTINCT stream_id FROM ledger.leaf
            WHERE leaf_index >= $1 AND leaf_index < $2 AND entry IN ('decision', 'event') ORDER BY stream_id`,
          [range.leafFrom, range.leafTo],
        ),
      );
  }
}

/**
 * The journey and the certificates it ever held: it takes their addresses as it asks for them, also those of a
 * record that was merged into it; they do not know it (G-08).
 */
async function streamsOfPerson(database: Queryable, id: string): Promise<string[]> {
  const { rows } = await database.query<{ effects: string }>(
    "SELECT effects FROM ledger.decision WHERE stream_id = $1 AND effects LIKE '%\"address/certificate/%'",
    [`journey/${id}`],
  );
  const taken = rows
    .flatMap(({ effects }) => (JSON.parse(effects) as DecisionEffects).claims ?? [])
    .filter(({ kind, key }) => kind === 'take' && key.startsWith(CERTIFICATE_ADDRESS))
    .map(({ key }) => `certificate/${key.slice(CERTIFICATE_ADDRESS.length)}`);
  return [...new Set(taken)].sort().concat(`journey/${id}`);
}

const CERTIFICATE_ADDRESS = 'address/certificate/';

/**
 * Where the lists name the office today, and where it decided something on any day: a case that was moved to
 * another office is still part of what this one did.
 */
async function streamsOfOffice(database: Queryable, { id, world, from, to }: OfficeScope): Promise<string[]> {
  return listed(
    await database.query(
      `SELECT stream_id FROM (
         SELECT 'journey/' || person_id COLLATE "C" AS stream_id FROM projection.case_list
          WHERE world = $2 AND $1 IN (office, probation_office, training_centre)
         UNION SELECT 'journey/' || person_id FROM projection.custody_list
          WHERE world = $2 AND $1 IN (facility, probation_office)
         UNION SELECT 'journey/' || person_id FROM projection.referral_list
          WHERE world = $2 AND $1 IN (referrer, centre)
         UNION SELECT 'class/' || class_id FROM projection.training_class WHERE world = $2 AND centre = $1
         UNION SELECT 'certificate/' || certificate_id FROM projection.certificate_list
          WHERE world = $2 AND certification_body = $1
         UNION SELECT d.stream_id FROM ledger.decision d JOIN ledger.stream s ON s.stream_id = d.stream_id
          WHERE d.actor_office = $1 AND s.world = $2
       ) named
       WHERE $3::timestamptz IS NULL AND $4::timestamptz IS NULL OR EXISTS (
         SELECT FROM ledger.decision d WHERE d.stream_id = named.stream_id
           AND d.committed_at >= coalesce($3, '-infinity') AND d.committed_at < coalesce($4, 'infinity'))
       ORDER BY stream_id`,
      [id, world, from ?? null, to ?? null],
    ),
  );
}

const listed = ({ rows }: { rows: { stream_id: string }[] }): string[] => rows.map((row) => row.stream_id);
