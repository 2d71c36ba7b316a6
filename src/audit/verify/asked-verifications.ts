/**
 * Verifications that auditors ask for, beside those of the night: one at a time in this process, watched while it
 * reads. Its outcome is noted in the ledger like any other's, so that what it found cannot be made undone; the full
 * list of findings is kept here for a while, for whoever asked.
 */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Actor } from '../../domain/decider.ts';
import type { Instant } from '../../domain/time/moment.ts';
import {
  listVerifications,
  type NotedVerification,
  noteVerification,
  type VerificationOutcome,
  verificationOf,
} from '../../ledger/verifications.ts';
import { outcomeOf, type VerifyProgress, type VerifyReport } from './report.ts';

/** Reports kept with all their findings. */
const REPORTS_KEPT = 8;

export interface AskedVerification {
  readonly id: string;
  readonly askedBy: Pick<Actor, 'role' | 'office'>;
  readonly startedAt: Instant;
  /** Null until something was read, and once it has ended. */
  readonly progress: VerifyProgress | null;
  readonly endedAt: Instant | null;
  /** Null while it runs, and where it broke off. */
  readonly report: VerifyReport | null;
  /** Why it broke off. */
  readonly brokeOff: string | null;
}

export interface Verifications {
  /** Undefined while another runs: look at `running`. */
  start(asker: Actor): AskedVerification | undefined;
  running(): AskedVerification | undefined;
  find(id: string): AskedVerification | undefined;
  /** What the ledger keeps of one that this process has forgotten, or never had. */
  noted(id: string): Promise<NotedVerification | undefined>;
  /** All that were ever noted, those of the night among them; newest first. */
  history(limit: number, before?: number): Promise<NotedVerification[]>;
  /** Answers once the one that runs has ended. */
  settled(): Promise<void>;
  /** Calls off the one that runs. */
  close(): Promise<void>;
}

export interface VerificationsNeeds {
  readonly pool: pg.Pool;
  verify(watch: {
    readonly signal: AbortSignal;
    onProgress(progress: VerifyProgress): void;
  }): Promise<VerifyReport>;
  /** Told every outcome, once: alarms are raised there. */
  tell?(outcome: VerificationOutcome): void;
}

/** Under this the ledger knows one that was asked for; a workflow's run has no such id. */
const ASKED = 'asked:';

export const wasAskedFor = (runId: string): string | undefined =>
  runId.startsWith(ASKED) ? runId.slice(ASKED.length) : undefined;

export function createVerifications({ pool, verify, tell }: VerificationsNeeds): Verifications {
  const kept = new Map<string, AskedVerification>();
  const ending = new AbortController();
  let running: string | undefined;
  let work: Promise<void> = Promise.resolve();

  const change = (id: string, what: Partial<AskedVerification>): void => {
    const found = kept.get(id);
    if (found !== undefined) kept.set(id, { ...found, ...what });
  };

  async function run(id: string): Promise<void> {
    const onProgress = (progress: VerifyProgress) => change(id, { progress });
    try {
      const report = await verify({ signal: ending.signal, onProgress });
      // A server that stops has not verified: nothing is noted of it.
      if (!ending.signal.aborted) await note(id, outcomeOf(report));
      change(id, { report, progress: null, endedAt: new Date().toISOString() });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      change(id, { brokeOff: why, progress: null, endedAt: new Date().toISOString() });
    } finally {
      running = undefined;
    }
  }

  async function note(id: string, outcome: VerificationOutcome): Promise<void> {
    if (await noteVerification(pool, `${ASKED}${id}`, outcome)) tell?.(outcome);
  }

  const forgetOldest = (): void => {
    for (const id of kept.keys()) {
      if (kept.size <= REPORTS_KEPT) return;
      if (id !== running) kept.delete(id);
    }
  };

  return {
    start({ role, office }) {
      if (running !== undefined || ending.signal.aborted) return undefined;
      const id = randomUUID();
      const begun: AskedVerification = {
        ...{ id, askedBy: { role, office }, startedAt: new Date().toISOString() },
        ...{ progress: null, endedAt: null, report: null, brokeOff: null },
      };
      kept.set(id, begun);
      running = id;
      forgetOldest();
      work = run(id);
      return begun;
    },
    running: () => (running === undefined ? undefined : kept.get(running)),
    find: (id) => kept.get(id),
    noted: (id) => verificationOf(pool, `${ASKED}${id}`),
    history: (limit, before) => listVerifications(pool, limit, before),
    settled: () => work,
    async close() {
      ending.abort();
      await work;
    },
  };
}
