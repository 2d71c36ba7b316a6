/** A list as a rebuild would make it, held against the one that people look at; the live one is not touched. */
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import type { Report } from '../../ledger/findings.ts';
import { createLedger } from '../../ledger/ledger.ts';
import { createProjectors } from '../../projections/projectors.ts';
import type { Counts } from './jobs.ts';

/** What was written while the two were read is no difference: it is looked at again. */
const ATTEMPTS = 4;
const PAUSE_MS = 1_000;

/** @throws where no list has that name. */
export async function readList(
  pool: pg.Pool,
  name: string,
  counts: Counts,
  report: Report,
  remark: (sentence: string) => void,
): Promise<void> {
  const list = createProjectors({ pool, ledger: createLedger(pool) }).list(name);
  let suspects: ReadonlySet<string> | undefined;
  for (let attempt = 1; ; attempt += 1) {
    const { compared, different } = await list.compare();
    suspects = new Set(different.filter((id) => suspects?.has(id) ?? true));
    const lag = await list.lag();
    if (suspects.size === 0 || attempt === ATTEMPTS || (attempt > 1 && lag === 0)) {
      counts.listRows += compared;
      if (lag > 0 && suspects.size > 0) {
        remark(`The list ${name} is ${lag} leaves behind and could not be compared: is a worker running?`);
        return;
      }
      break;
    }
    await delay(PAUSE_MS);
  }
  for (const id of [...suspects].sort()) {
    const explanation = `what the list ${name} shows of ${id} is not what the ledger says`;
    report({ problem: 'STATE_DIFFERS', entry: 'list', explanation });
  }
}
