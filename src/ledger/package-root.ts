import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Folder of the nearest `package.json` upward: the same for sources and for what is built into `dist`. */
export function findPackageRoot(from: string = import.meta.dirname): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (dirname(folder) === folder) throw new Error(`no package.json above ${from}`);
  }
}
