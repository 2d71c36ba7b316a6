/** The ledger as the rest of Titian sees it: one door to write through, and reads. */
import type pg from 'pg';
import type { ClaimChange } from '../domain/decider.ts';
import type { RecordInput } from '../domain/envelope.ts';
import type { Instant } from '../domain/time/moment.ts';
import { readBacklog } from './backlog.ts';
import { keepBuild } from './builds.ts';
import { claimsHeld, holderOf } from './claims.ts';
import { ledgerDatabase } from './database.ts';
import { nextDue, overdueStreams } from './deadlines.ts';
import { findDecision, readDecisions } from './decisions.ts';
import { readStream, type StreamRange } from './events.ts';
import { readFacts, readFactsUnder } from './facts.ts';
import { lastLeaf, readLeaves, sequenceLeaves } from './leaves.ts';
import { markDelivered, undelivered } from './messages.ts';
import { recordRequest } from './record.ts';
import { type LedgerRequest, recordDecision } from './record-decision.ts';
import { keepRules } from './rules.ts';
import { archiveRun, markRunLost, type UnarchivedRun, unarchivedRuns } from './runs.ts';
import { openStreams, readHead, streamExists } from './streams.ts';

export type { Backlog } from './backlog.ts';
export type { DueDeadline } from './deadlines.ts';
export type { DecisionEffects, LedgerDecision } from './decisions.ts';
export type { LedgerEvent, StreamRange } from './events.ts';
export { BEFORE_FIRST_LEAF, type LedgerLeaf } from './leaves.ts';
export type { UndeliveredMessage } from './messages.ts';
export type { UnarchivedRun } from './runs.ts';
export type { OpenStream, StreamHead } from './streams.ts';

/** The world of real cases, beside the sandbox worlds with clocks of their own. */
export const LIVE_WORLD = 'live';

export type Ledger = ReturnType<typeof createLedger>;

/**
 * @param pool made by `createPool`: reads rely on its type parsers, `record` on its time-outs.
 * @param buildId noted with every decision made through this ledger.
 */
export function createLedger(pool: pg.Pool, { buildId = 'unknown' }: { readonly buildId?: string } = {}) {
  const database = ledgerDatabase(pool);
  const door = { record: (request: LedgerRequest) => recordRequest(pool, request) };
  return Object.freeze({
    /** Records a decision, or says why not; see migrations/0009_record.sql for the order of its checks. */
    record: (input: RecordInput) => recordDecision(door, input, buildId),
    /** The write door itself, for callers that have the canonical bytes already. */
    recordRequest: door.record,

    readStream: (stream: string, range?: StreamRange) => readStream(database, stream, range),
    readHead: (stream: string) => readHead(database, stream),
    streamExists: (stream: string) => streamExists(database, stream),
    openStreams: (limit: number, after?: string) => openStreams(database, limit, after),
    readDecisions: (stream: string) => readDecisions(database, stream),
    findDecision: (commandId: string) => findDecision(database, commandId),

    /** Who holds an exclusive claim in a world; undefined where nobody does. */
    holderOf: (world: string, key: string) => holderOf(database, world, key),

    /** What is held of the claims that these changes are about; takes nothing. */
    claimsHeld: (world: string, changes: readonly ClaimChange[]) => claimsHeld(database, world, changes),

    facts: (keys: readonly string[]) => readFacts(database, keys),
    allFacts: (prefix: string) => readFactsUnder(database, prefix),

    nextDue: (world: string, until: Instant, limit: number) => nextDue(database, world, until, limit),
    /** Deadlines of real cases that should have fired by `now`. */
    overdue: (now: Instant, limit: number) => nextDue(database, LIVE_WORLD, now, limit),
    /** Streams of real cases with such a deadline, a page at a time. */
    overdueStreams: (now: Instant, limit: number, after?: string) =>
      overdueStreams(database, LIVE_WORLD, now, limit, after),
    undelivered: (limit: number, world?: string) => undelivered(database, limit, world),
    markDelivered: (messageId: string, outcome: string) => markDelivered(pool, messageId, outcome),

    unarchivedRuns: (limit: number, after?: UnarchivedRun) => unarchivedRuns(database, limit, after),
    archiveRun: (stream: string, runId: string, history: Buffer, sha256: string, runBuild?: string) =>
      archiveRun(pool, stream, runId, history, sha256, runBuild ?? buildId),
    /** Keeps a build's workflow bundle beside the histories it makes; true if it was not there yet. */
    keepBuild: (keptBuild: string, bundle: Buffer) => keepBuild(pool, keptBuild, bundle),
    /** Keeps a build's rule pack and seals its hash; true if it was not there yet. */
    keepRules: (keptBuild: string, script: Buffer) => keepRules(pool, keptBuild, script),
    markRunLost: (stream: string, runId: string) => markRunLost(pool, stream, runId),

    /** What waits to be delivered, and to be archived since before `endedBefore`: more than a day ago. */
    backlog: (endedBefore?: Date) => readBacklog(pool, endedBefore),

    sequenceLeaves: (decisionLimit?: number) => sequenceLeaves(pool, decisionLimit),
    readLeaves: (after: number, limit: number) => readLeaves(database, after, limit),
    lastLeaf: () => lastLeaf(database),
  });
}
