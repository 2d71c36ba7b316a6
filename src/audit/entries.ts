/** What was recorded of one stream, decision by decision, refused ones among them: the ticks of a replay. */
import type { Actor, JsonValue } from '../domain/decider.ts';
import type { Instant, Moment } from '../domain/time/moment.ts';
import type { LedgerDecision } from '../ledger/decisions.ts';
import type { LedgerEvent } from '../ledger/events.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { shown } from './explain/shown.ts';

export interface EntryEvent {
  readonly version: number;
  readonly type: string;
  /** Codes, dates and numbers; what is sealed stays sealed. */
  readonly data: JsonValue;
  readonly occurredAt: Moment;
  readonly recordedAt: Instant;
  /** Hash of the event, hex. */
  readonly receipt: string;
}

export interface Entry {
  /** Sequence of the decision. */
  readonly decision: number;
  readonly command: string;
  readonly outcome: LedgerDecision['outcome'];
  /** Code of the refusal. */
  readonly code: string | null;
  readonly decidedAt: Instant;
  readonly actor: Actor;
  readonly build: string;
  readonly run: string | null;
  readonly events: readonly EntryEvent[];
}

export interface Entries {
  readonly stream: string;
  readonly entries: readonly Entry[];
  /** `after` of the next page. */
  readonly nextAfter: number | null;
}

export interface EntriesPage {
  /** Sequence of the last decision of the page before. */
  readonly after: number;
  readonly limit: number;
}

/** Undefined where there is no such stream. */
export async function readEntries(
  ledger: Pick<Ledger, 'streamExists' | 'readDecisions' | 'readStream'>,
  stream: string,
  { after, limit }: EntriesPage,
): Promise<Entries | undefined> {
  if (!(await ledger.streamExists(stream))) return undefined;
  const later = (await ledger.readDecisions(stream)).filter(({ sequence }) => sequence > after);
  const page = later.slice(0, limit);
  const first = page.find(({ firstVersion }) => firstVersion !== undefined)?.firstVersion;
  const last = page.findLast(({ lastVersion }) => lastVersion !== undefined)?.lastVersion;
  const events =
    first === undefined || last === undefined
      ? []
      : await ledger.readStream(stream, { afterVersion: first - 1, upTo: last });
  return {
    stream,
    entries: page.map((decision) => entryOf(decision, events)),
    nextAfter: later.length > page.length ? (page.at(-1)?.sequence ?? null) : null,
  };
}

const entryOf = (decision: LedgerDecision, events: readonly LedgerEvent[]): Entry => {
  const { firstVersion, lastVersion = 0 } = decision;
  const own =
    firstVersion === undefined
      ? []
      : events.filter(({ version }) => version >= firstVersion && version <= lastVersion);
  return {
    ...{ decision: decision.sequence, command: decision.name, outcome: decision.outcome },
    ...{ code: decision.detail.refusal?.code ?? null, decidedAt: decision.now, actor: decision.actor },
    ...{ build: decision.buildId, run: decision.runId ?? null },
    events: own.map(({ version, type, data, occurredAt, recordedAt, hash }) => ({
      ...{ version, type, data: shown(data), occurredAt, recordedAt, receipt: hash },
    })),
  };
};
