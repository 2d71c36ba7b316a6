import type { ClaimChange, JsonValue } from '../../src/domain/decider.ts';
import type { Instant } from '../../src/domain/time/moment.ts';
import { canonicalText } from '../../src/ledger/record-decision.ts';

export const NOW: Instant = '2026-03-02T02:00:00.000Z';

export interface RequestedEvent {
  readonly type: string;
  readonly body?: string;
}

export interface RequestOptions {
  readonly stream?: string;
  readonly kind?: string;
  readonly world?: string;
  readonly expectedVersion?: number;
  readonly commandId: string;
  readonly name?: string;
  readonly requestHash?: string;
  readonly body?: string;
  readonly now?: Instant;
  readonly runId?: string;
  readonly outcome?: 'accepted' | 'refused' | 'fault' | 'needs';
  readonly detail?: string;
  readonly facts?: readonly { key: string; version: number }[];
  readonly wantedFacts?: readonly string[];
  readonly events?: readonly RequestedEvent[];
  readonly armed?: readonly { kind: string; subject: string; at: Instant }[];
  readonly cancelled?: readonly string[];
  readonly fired?: readonly string[];
  readonly messages?: readonly { id: string; target: string; name: string; data?: string }[];
  readonly claims?: readonly ClaimChange[];
  readonly factsOut?: readonly { key: string; value: JsonValue }[];
}

/** A request as the record activity makes it; one `SessionRecorded` unless said otherwise. */
export function requestOf(options: RequestOptions) {
  const now = options.now ?? NOW;
  const outcome = options.outcome ?? 'accepted';
  const armed = (options.armed ?? []).map(({ kind, subject, at }) => ({
    deadlineId: `${kind}:${subject}:${at}`,
    kind,
    subject,
    dueAt: { at, date: at.slice(0, 10), zone: 'WIB' },
  }));
  const own: readonly RequestedEvent[] =
    options.events ?? (outcome === 'accepted' ? [{ type: 'SessionRecorded' }] : []);
  const events: RequestedEvent[] = [
    ...(options.fired ?? []).map((deadlineId) => eventOf('DeadlineFired', { deadlineId })),
    ...own,
    ...(options.cancelled ?? []).map((deadlineId) => eventOf('DeadlineCancelled', { deadlineId })),
    ...armed.map((deadline) => eventOf('DeadlineArmed', deadline)),
  ];
  return {
    stream: options.stream ?? 'journey/person-1',
    kind: options.kind ?? 'journey',
    world: options.world ?? 'live',
    expectedVersion: options.expectedVersion ?? 0,
    command: {
      id: options.commandId,
      name: options.name ?? 'record-session',
      requestHash: options.requestHash ?? `hash of ${options.commandId}`,
      body: options.body ?? '{"data":{"minutes":60},"name":"record-session"}',
      actor: { id: 'officer-1', role: 'SITE_SUPERVISOR', office: 'site-1' },
    },
    now,
    clockOffsetMs: 0,
    buildId: 'test',
    runId: options.runId ?? 'run-1',
    facts: options.facts ?? [],
    outcome,
    wantedFacts: options.wantedFacts ?? [],
    detail: options.detail ?? '{}',
    events: events.map(({ type, body }, index) => ({
      id: `${options.commandId}/${index + 1}`,
      type,
      schema: 1,
      body: body ?? '{"minutes":60}',
      meta: `{"commandId":${JSON.stringify(options.commandId)}}`,
      occurredAt: { at: now, date: now.slice(0, 10), zone: 'WIB' },
      recordedAt: now,
    })),
    deadlines: { armed, cancelled: options.cancelled ?? [], fired: options.fired ?? [] },
    messages: (options.messages ?? []).map((message) => ({ data: '{}', ...message })),
    claims: options.claims ?? [],
    factsOut: options.factsOut ?? [],
  };
}

function eventOf(type: string, data: object): RequestedEvent {
  return { type, body: canonicalText(data) };
}
