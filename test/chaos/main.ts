/**
 * `npm run chaos`: kills worker, API, Temporal and Postgres under people who keep working, loses Temporal's
 * own database once, and then holds every answer that was given against the ledger. Prints its seed.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOptions } from './options.ts';
import { isGood, printReport } from './report.ts';
import { runChaos } from './run.ts';
import type { ChaosSystem } from './system.ts';

const options = readOptions(process.argv.slice(2));
const startedAt = performance.now();
const tell = (line: string): void => {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0).padStart(4);
  process.stderr.write(`${seconds} s  ${line}\n`);
};
/** The parts run apart: Ctrl-C would otherwise leave them behind. */
function endWithSignals(system: ChaosSystem): void {
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => void system.stop().finally(() => process.exit(130)));
  }
}

console.log(`seed ${options.seed}`);
const folder = mkdtempSync(join(tmpdir(), 'titian-chaos-'));
// Postgres has an account of its own when this runs as root.
chmodSync(folder, 0o711);
let good = false;
try {
  const report = await runChaos(options, folder, tell, endWithSignals);
  printReport(report);
  good = isGood(report);
} finally {
  if (good) rmSync(folder, { recursive: true, force: true });
  else console.error(`The servers' files and logs are in ${folder}`);
}
// Sockets of killed servers may still be open.
process.exit(good ? 0 : 1);
