/** A built file that must keep one address: a service worker is known by it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPackageRoot } from '../../ledger/package-root.ts';
import type { ConsoleOptions } from '../options.ts';

/** Undefined where the console was not built. */
export function builtFile(
  { assetFolders = [] }: Pick<ConsoleOptions, 'assetFolders'>,
  name: string,
): Buffer | undefined {
  const folders = [join(findPackageRoot(), 'dist', 'console'), ...assetFolders];
  const path = folders.map((folder) => join(folder, name)).findLast((one) => existsSync(one));
  return path === undefined ? undefined : readFileSync(path);
}
