/**
 * Turns a decision into the exact bytes the ledger keeps, and its answer back into typed values.
 * The shell's activity, the registers and the bulk door all record through here, so that the same
 * decision has the same bytes whoever made it.
 */
import canonicalizeModule from 'canonicalize';
import type { FireDeadlineData } from '../domain/decide.ts';
import type { Fact, JsonValue, RecordedEvent } from '../domain/decider.ts';
import type { DecisionDetail, RecordAnswer, RecordInput } from '../domain/envelope.ts';

/** The request of the SQL function `ledger.record`. */
export interface LedgerRequest {
  readonly [field: string]: unknown;
}

/** The row that `ledger.record` answers with. */
export interface LedgerReply {
  readonly status: RecordAnswer['status'];
  readonly headVersion: number;
  readonly headHash: string | null;
  readonly outcome?: RecordAnswer['outcome'] | null;
  readonly detail?: string | null;
  readonly firstVersion?: number | null;
  readonly lastVersion?: number | null;
  readonly events?: readonly LedgerEventRow[] | null;
  readonly facts?: readonly Fact[] | null;
  readonly lostClaims?: RecordAnswer['lostClaims'] | null;
}

export interface LedgerEventRow {
  readonly version: number;
  readonly type: string;
  readonly schema: number;
  readonly body: string;
  readonly meta: string;
  readonly occurredAt: RecordedEvent['occurredAt'];
  readonly recordedAt: string;
}

export interface RecordDoor {
  record(request: LedgerRequest): Promise<LedgerReply>;
}

export async function recordDecision(
  door: RecordDoor,
  input: RecordInput,
  buildId: string,
): Promise<RecordAnswer> {
  return answerFrom(await door.record(requestFrom(input, buildId)));
}

/** Several decisions in one round trip; `send` answers in the order of its requests. */
export async function recordDecisions(
  send: (requests: readonly LedgerRequest[]) => Promise<readonly LedgerReply[]>,
  inputs: readonly RecordInput[],
  buildId: string,
): Promise<readonly RecordAnswer[]> {
  return (await send(inputs.map((input) => requestFrom(input, buildId)))).map(answerFrom);
}

// The package is CommonJS and exports the function itself; its types describe a default export.
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;

/** RFC 8785: the same value has the same bytes on every machine, so that a hash means something. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('value has no canonical JSON form');
  return text;
}

function requestFrom(input: RecordInput, buildId: string): LedgerRequest {
  const { command, verdict } = input;
  const accepted = verdict.outcome === 'accepted' ? verdict : undefined;
  const events = accepted?.events ?? [];
  return {
    stream: input.stream,
    kind: input.kind,
    world: input.world,
    expectedVersion: input.expectedVersion,
    command: {
      id: command.commandId,
      name: command.name,
      requestHash: input.requestHash,
      body: canonicalText({
        name: command.name,
        data: command.data,
        ...(command.document === undefined ? {} : { document: command.document }),
        ...(command.occurredAt === undefined ? {} : { occurredAt: command.occurredAt }),
      }),
      actor: command.actor,
    },
    now: input.now,
    clockOffsetMs: input.clockOffsetMs,
    buildId,
    runId: input.runId,
    facts: input.facts,
    outcome: verdict.outcome,
    wantedFacts: verdict.outcome === 'needs' ? verdict.facts : [],
    detail: canonicalText(detailOf(verdict)),
    events: events.map((event, index) => ({
      id: `${command.commandId}/${index + 1}`,
      type: event.type,
      schema: event.schema,
      body: canonicalText(event.data),
      meta: canonicalText(event.meta),
      occurredAt: event.occurredAt,
      recordedAt: event.recordedAt,
    })),
    deadlines: {
      armed: events.filter(({ type }) => type === 'DeadlineArmed').map(({ data }) => data),
      cancelled: idsOf(events, 'DeadlineCancelled'),
      fired: idsOf(events, 'DeadlineFired'),
    },
    messages: (accepted?.messages ?? []).map((message, index) => ({
      id: `${command.commandId}>${index + 1}`,
      target: message.target,
      name: message.name,
      data: canonicalText(message.data),
    })),
    claims: accepted?.claims ?? [],
    factsOut: accepted?.factsOut ?? [],
  };
}

function idsOf(events: readonly RecordedEvent[], type: string): string[] {
  return events
    .filter((event) => event.type === type)
    .map(({ data }) => (data as FireDeadlineData).deadlineId);
}

function detailOf(verdict: RecordInput['verdict']): DecisionDetail {
  switch (verdict.outcome) {
    case 'accepted':
      return { warnings: verdict.warnings, policies: verdict.policies, ...lostClaimsOf(verdict) };
    case 'refused':
      return { refusal: verdict.refusal, policies: verdict.policies, ...lostClaimsOf(verdict) };
    case 'fault':
      return { fault: verdict.message };
    case 'needs':
      return {};
  }
}

const lostClaimsOf = ({
  lostClaims,
}: Pick<DecisionDetail, 'lostClaims'>): Pick<DecisionDetail, 'lostClaims'> =>
  lostClaims === undefined ? {} : { lostClaims };

function answerFrom(reply: LedgerReply): RecordAnswer {
  return {
    status: reply.status,
    headVersion: reply.headVersion,
    headHash: reply.headHash ?? '',
    ...(reply.outcome == null ? {} : { outcome: reply.outcome }),
    ...(reply.detail == null ? {} : { detail: JSON.parse(reply.detail) as DecisionDetail }),
    ...(reply.firstVersion == null ? {} : { firstVersion: reply.firstVersion }),
    ...(reply.lastVersion == null ? {} : { lastVersion: reply.lastVersion }),
    events: (reply.events ?? []).map(recordedEventFrom),
    ...(reply.facts == null ? {} : { facts: reply.facts }),
    ...(reply.lostClaims == null ? {} : { lostClaims: reply.lostClaims }),
  };
}

export function recordedEventFrom(row: LedgerEventRow): RecordedEvent {
  return {
    version: row.version,
    type: row.type,
    schema: row.schema,
    data: JSON.parse(row.body) as JsonValue,
    meta: JSON.parse(row.meta) as RecordedEvent['meta'],
    occurredAt: row.occurredAt,
    recordedAt: row.recordedAt,
  };
}
