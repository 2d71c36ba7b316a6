import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file that is there while the process is ready. One left by a killed process is removed at once. */
export function readyMark(folder: string): { set(): void; remove(): void } {
  const file = join(folder, 'worker-ready');
  const remove = () => rmSync(file, { force: true });
  remove();
  return {
    set() {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, `${process.pid}\n`);
    },
    remove,
  };
}
