/**
 * All lists that follow the ledger, kept up together. Each has a cursor of its own: one that cannot go on
 * holds back no other. A list is kept once its table stands here and its migration made its cursor.
 */
import type { Pool } from 'pg';
import type { Decider } from '../domain/decider.ts';
import { ASSESSMENT_TABLE } from './assessment-rows.ts';
import {
  BOARD_CERTIFICATE_TABLE,
  BOARD_JOURNEY_TABLE,
  BOARD_PLACEMENT_TABLE,
  BOARD_STAGE_TABLE,
} from './board-rows.ts';
import { CANDIDATE_TABLE, PROPOSAL_TABLE } from './candidate-rows.ts';
import { CASE_TABLE } from './case-list-projector.ts';
import { CERTIFICATE_TABLE } from './certificate-rows.ts';
import { CLASS_TABLE } from './class-rows.ts';
import { CUSTODY_TABLE } from './custody-rows.ts';
import { EntityStates } from './entity-states.ts';
import { FINDING_TABLE } from './finding-rows.ts';
import { REFERRAL_TABLE } from './referral-rows.ts';
import {
  createStreamProjector,
  type ProjectorLedger,
  type StreamProjector,
  type StreamTable,
} from './stream-projector.ts';
import { WORK_TABLES } from './work/tables.ts';

/** All lists there are; more than one may follow streams of one kind. */
export const LIST_TABLES: readonly StreamTable<unknown>[] = [
  CASE_TABLE,
  CUSTODY_TABLE,
  REFERRAL_TABLE,
  CERTIFICATE_TABLE,
  CLASS_TABLE,
  CANDIDATE_TABLE,
  PROPOSAL_TABLE,
  ASSESSMENT_TABLE,
  FINDING_TABLE,
  BOARD_JOURNEY_TABLE,
  BOARD_STAGE_TABLE,
  BOARD_CERTIFICATE_TABLE,
  BOARD_PLACEMENT_TABLE,
  ...WORK_TABLES,
];

export interface Projectors {
  /** One batch of each list; answers how many leaves were taken. @throws what the first failing list threw */
  projectOnce(): Promise<number>;
  /** Projects until no list has anything left. */
  catchUp(): Promise<number>;
  /** Throws every list away and builds it again; answers how many rows each has. */
  rebuild(onProgress?: (list: string, rows: number) => void): Promise<{ readonly [list: string]: number }>;
  /** Leaves that wait for the list that is furthest behind. */
  lag(): Promise<number>;
  /** @throws where no list has that name. */
  list(name: string): StreamProjector;
}

export function createProjectors({
  pool,
  ledger,
}: {
  readonly pool: Pool;
  readonly ledger: ProjectorLedger;
}): Projectors {
  // Lists that are made of the same state fold each entity once.
  const states = new Map<Decider<unknown>, EntityStates<unknown>>();
  const lists = new Map(
    LIST_TABLES.map((table) => {
      const shared = states.get(table.decider) ?? new EntityStates(ledger, table.decider);
      states.set(table.decider, shared);
      return [table.name, createStreamProjector({ pool, ledger, states: shared }, table)];
    }),
  );

  /** Each list has its turn, also after one that failed. */
  async function inTurn(work: (list: StreamProjector) => Promise<number>): Promise<number> {
    let total = 0;
    const failures: unknown[] = [];
    for (const list of lists.values()) {
      try {
        total += await work(list);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
    return total;
  }

  return {
    projectOnce: () => inTurn((list) => list.projectOnce()),
    catchUp: () => inTurn((list) => list.catchUp()),
    async rebuild(onProgress) {
      const built: { [list: string]: number } = {};
      for (const [name, list] of lists) {
        built[name] = await list.rebuild((rows) => onProgress?.(name, rows));
      }
      return built;
    },
    async lag() {
      return Math.max(...(await Promise.all([...lists.values()].map((list) => list.lag()))));
    },
    list(name) {
      const found = lists.get(name);
      if (found === undefined) throw new Error(`no list is called ${name}`);
      return found;
    },
  };
}
