/** Notes of the ledger about itself, as a bundle carries them: with their leaf. */
import type pg from 'pg';
import type { BundleLine } from './lines.ts';
import type { LeafRange } from './scope.ts';

const NOTES_PER_PAGE = 1_000;

export interface NoteRow {
  readonly leaf_index: number;
  readonly id: number;
  readonly kind: string;
  readonly body: string;
  readonly committed_at: string;
}

/** With `l` for the leaf and `n` for the note. */
export const NOTE_COLUMNS = 'l.leaf_index, n.id, n.kind, n.body, n.committed_at';
export const NOTES = `
  ledger.note n JOIN ledger.leaf l ON l.stream_id = 'note' AND l.entry = 'note' AND l.position = n.id`;

/** Members of a line that a note stands in. */
export const sealedBy = ({ leaf_index: leaf, id, kind, body, committed_at }: NoteRow) => ({
  leaf,
  note: { id: String(id), kind, body, committed_at },
});

/** Notes within a range of leaves that no line before holds. */
export async function* notesWithin(
  pool: pg.Pool,
  { leafFrom, leafTo }: LeafRange,
  told: ReadonlySet<number>,
): AsyncGenerator<BundleLine & { readonly leaf: number }> {
  let after = leafFrom - 1;
  for (let more = true; more; ) {
    const { rows } = await pool.query<NoteRow>(
      `SELECT ${NOTE_COLUMNS} FROM ${NOTES}
        WHERE l.leaf_index > $1 AND l.leaf_index < $2 ORDER BY l.leaf_index LIMIT $3`,
      [after, leafTo, NOTES_PER_PAGE],
    );
    for (const row of rows) if (!told.has(row.leaf_index)) yield { type: 'note', ...sealedBy(row) };
    after = rows.at(-1)?.leaf_index ?? after;
    more = rows.length === NOTES_PER_PAGE;
  }
}
