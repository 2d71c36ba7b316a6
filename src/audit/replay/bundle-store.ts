/** Bundles of builds as files, as the SDK wants them: written out once per process, removed at its end. */
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type pg from 'pg';

export type KeptBundle =
  | { readonly sealed: true; readonly path: string }
  /** Not the one whose hash was sealed when it was kept, or no note seals it: code that nobody should run. */
  | { readonly sealed: false; readonly sealedSha256: string | null };

export interface BundleStore {
  /** Undefined where the bundle of that build was not kept. */
  find(buildId: string): Promise<KeptBundle | undefined>;
  close(): Promise<void>;
}

export function createBundleStore(pool: pg.Pool): BundleStore {
  const known = new Map<string, KeptBundle>();
  let folder: string | undefined;
  return {
    async find(buildId) {
      const found = known.get(buildId) ?? (await write(buildId));
      if (found?.sealed) known.set(buildId, found);
      return found;
    },
    async close() {
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    },
  };

  async function write(buildId: string): Promise<KeptBundle | undefined> {
    const { rows } = await pool.query<{ bundle: Buffer; sealed: string | null }>(
      `SELECT b.bundle, (SELECT n.body::jsonb ->> 'sha256' FROM ledger.note n
         WHERE n.kind = 'build-kept' AND n.body::jsonb ->> 'build' = b.build_id ORDER BY n.id LIMIT 1) AS sealed
       FROM ledger.build b WHERE b.build_id = $1`,
      [buildId],
    );
    const [row] = rows;
    if (row === undefined) return undefined;
    const sha256 = createHash('sha256').update(row.bundle).digest('hex');
    if (sha256 !== row.sealed) return { sealed: false, sealedSha256: row.sealed };
    folder ??= await mkdtemp(join(tmpdir(), 'titian-replay-'));
    const path = join(folder, `${sha256}.js`);
    await writeFile(path, gunzipSync(row.bundle));
    return { sealed: true, path };
  }
}
