import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stopLeftoverPostgres } from '../../src/runtime/embedded-postgres.ts';
import { identifyProcess, isStillRunning, type ProcessIdentity } from '../../src/runtime/process-identity.ts';
import { stopLeftoverTemporal } from '../../src/runtime/temporal-server.ts';

const PREFIX = 'titian-test-';
const OWNER_FILE = 'owner.json';

/** Makes a folder for a run's servers in the system's folder for temporary files. */
export function makeTestFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  // Postgres has an account of its own when the tests run as root.
  chmodSync(folder, 0o711);
  writeFileSync(join(folder, OWNER_FILE), JSON.stringify(identifyProcess(process.pid)));
  return folder;
}

/** Ends the servers and removes the folders of runs that were killed before they could clean up. */
export async function clearAbandonedTestFolders(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    const ownerFile = join(folder, OWNER_FILE);
    // A folder without its owner's mark was made this very moment, or is not ours.
    if (!existsSync(ownerFile)) continue;
    const owner = JSON.parse(readFileSync(ownerFile, 'utf8')) as ProcessIdentity;
    if (isStillRunning(owner)) continue;
    await stopLeftoverPostgres(join(folder, 'postgres'));
    await stopLeftoverTemporal(join(folder, 'temporal'));
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Removes what makeTestFolder made. */
export function removeTestFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
