/** The rules by which the bundle's decisions were made, each with the note that sealed it. */
import type pg from 'pg';
import { readRules } from '../../ledger/rules.ts';
import type { BundleLine } from './lines.ts';
import { NOTE_COLUMNS, NOTES, type NoteRow, sealedBy } from './notes.ts';

/**
 * A build whose rules were never kept, or only after the cut, has no line: whoever checks the bundle is told by
 * its absence that those decisions cannot be made again.
 */
export async function* rulePacks(
  pool: pg.Pool,
  builds: readonly string[],
  treeSize: number,
): AsyncGenerator<BundleLine & { readonly leaf: number }> {
  const { rows } = await pool.query<NoteRow>(
    `SELECT ${NOTE_COLUMNS} FROM ${NOTES} WHERE n.kind = 'rules-kept' AND l.leaf_index < $1 ORDER BY n.id`,
    [treeSize],
  );
  const noted = new Map(rows.map((row) => [(JSON.parse(row.body) as { build: string }).build, row]));
  for (const build of builds) {
    const note = noted.get(build);
    const kept = note === undefined ? undefined : await readRules(pool, build);
    if (note === undefined || kept === undefined) continue;
    yield { type: 'rules', build, sha256: kept.sha256, code: kept.script, ...sealedBy(note) };
  }
}
