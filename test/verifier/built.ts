/** The verifier's two files, built into a folder of their own. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const { buildVerifier } = (await import('../../verifier/build.mjs' as string)) as {
  buildVerifier(folder: string): Promise<void>;
};

/** A folder that holds verify.mjs and verify.html, and nothing else. */
export async function builtVerifier(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'titian-verifier-'));
  await buildVerifier(folder);
  return folder;
}
