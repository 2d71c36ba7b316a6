/** Reads a range of streams: the chains and what stands beside them, and what their decisions point at. */
import type pg from 'pg';
import type { DecisionEffects } from '../../ledger/decisions.ts';
import type { Report } from '../../ledger/findings.ts';
import type { DecisionTable, EventTable } from '../../ledger/tables.ts';
import { inSnapshot } from '../../ledger/verify.ts';
import type { FactsBySetting } from '../../ledger/verify-facts.ts';
import { type RowWatch, verifyPage } from '../../ledger/verify-page.ts';
import type { BuildSeen, Counts, FactVersion, Job, StreamsSeen } from './jobs.ts';
import { ListCheck } from './list-check.ts';
import { SealedLate } from './sealed-late.ts';
import { SealedReferences } from './sealed-references.ts';

export async function readStreams(
  client: pg.PoolClient,
  { after, last, full }: Extract<Job, { kind: 'streams' }>,
  counts: Counts,
  report: Report,
  onProgress: () => void,
): Promise<StreamsSeen> {
  const seen = new Pointers();
  const references = new SealedReferences();
  const lists = new ListCheck();
  const late = await SealedLate.read(client);
  const watch: RowWatch = {
    event(row: EventTable) {
      references.event(row);
      lists.event(row);
    },
    decision(row: DecisionTable) {
      references.decision(row);
      seen.decision(row);
      late.decision(row);
    },
    leaf: (leaf) => late.leaf(leaf, report),
  };
  const facts: FactsBySetting = new Map();
  for (let from: string | undefined = after; from !== undefined; ) {
    const bounds = { after: from, last };
    const page = await inSnapshot(client, async () => {
      const read = await verifyPage(client, bounds, facts, report, ...(full ? [watch] : []));
      if (full) {
        await references.check(client, report);
        await lists.check(client, report);
        late.endPage();
      }
      return read;
    });
    counts.streams += page.streams;
    counts.events += page.events;
    counts.decisions += page.decisions;
    onProgress();
    from = page.next;
  }
  counts.sealedTexts += references.sealedTexts;
  counts.identities += references.identities;
  counts.listRows += lists.entries;
  const opaqueIds = [...lists.opaqueIds].map(([list, ids]) => [list, [...ids]] as const);
  return { factsSet: [...facts], ...seen.all(), opaqueIds };
}

/** Versions of facts that decisions name and set, and builds that decided. */
class Pointers {
  readonly #set = new Map<string, FactVersion>();
  readonly #named = new Map<string, StreamsSeen['versionsNamed'][number]>();
  readonly #builds = new Map<string, BuildSeen>();

  decision(row: DecisionTable): void {
    const { stream_id: stream, sequence, build_id: buildId, committed_at: at } = row;
    const known = this.#builds.get(buildId);
    const byWorkflow = row.run_id !== null || known?.byWorkflow === true;
    const firstAt = known === undefined || at < known.firstAt ? at : known.firstAt;
    this.#builds.set(buildId, { buildId, byWorkflow, firstAt });
    for (const { key, version } of row.facts === '[]' ? [] : parse<FactVersion[]>(row.facts, [])) {
      const name = `${key}\n${version}`;
      // Version 0 says that there was none.
      if (version > 0 && !this.#named.has(name)) this.#named.set(name, { key, version, stream, sequence });
    }
    if (!row.effects.includes('"facts"') || row.last_version === null) return;
    for (const { key } of parse<DecisionEffects>(row.effects, {}).facts ?? []) {
      this.#set.set(`${key}\n${row.last_version}`, { key, version: row.last_version });
    }
  }

  all(): Omit<StreamsSeen, 'factsSet' | 'opaqueIds'> {
    return {
      versionsSet: [...this.#set.values()],
      versionsNamed: [...this.#named.values()],
      builds: [...this.#builds.values()],
    };
  }
}

/** A text that was tampered with need not be JSON; its hash has told of it already. */
function parse<T>(text: string, otherwise: T): T {
  try {
    return JSON.parse(text) as T;
  } catch {
    return otherwise;
  }
}
