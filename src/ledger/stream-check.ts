/** Walks the two chains of one stream, row by row, and says what does not fit. No database here. */
import type { Moment } from '../domain/time/moment.ts';
import { isCanonicalText } from './canonical-check.ts';
import { decisionHash, eventHash, streamHash } from './chain.ts';
import type { DecisionEffects } from './decisions.ts';
import type { Finding, Problem } from './findings.ts';
import type { DeadlineTable, DecisionTable, EventTable, MessageTable, StreamTable } from './tables.ts';

/** A world is not known where the stream's own row is gone. */
type ExpectedDeadline = Omit<DeadlineTable, 'stream_id' | 'deadline_id' | 'world'> & { world?: string };
type ExpectedMessage = Pick<MessageTable, 'source_version' | 'target' | 'name' | 'data'> & { world?: string };

interface DeadlineData {
  readonly deadlineId: string;
  readonly kind: string;
  readonly subject: string;
  readonly dueAt: Moment;
}

export interface StreamCheckOutcome {
  readonly deadlines: ReadonlyMap<string, ExpectedDeadline>;
  readonly messages: ReadonlyMap<string, ExpectedMessage>;
}

export class StreamCheck {
  /** Hash of each event by version; 0 holds where the chain begins. */
  readonly eventHashes: Buffer[];
  /** Hash of each decision by sequence; 0 holds where the chain begins. */
  readonly decisionHashes: Buffer[];
  readonly deadlines = new Map<string, ExpectedDeadline>();
  readonly messages = new Map<string, ExpectedMessage>();
  readonly facts = new Map<string, { version: number; value: unknown; stream: string }>();
  /** Runs that decided something. */
  readonly runs = new Set<string>();
  readonly #committedAt: string[] = [];
  readonly #id: string;
  readonly #stream: StreamTable | undefined;
  readonly #report: (finding: Finding) => void;
  #lastVersion = 0;
  #lastSequence = 0;
  #decidedVersion = 0;

  constructor(id: string, stream: StreamTable | undefined, report: (finding: Finding) => void) {
    this.#id = id;
    this.#stream = stream;
    this.#report = report;
    const origin = stream === undefined ? Buffer.alloc(32) : streamHash(id, stream.kind, stream.world);
    this.eventHashes = [origin];
    this.decisionHashes = [origin];
    if (stream === undefined)
      this.#find('STREAM_MISSING', 'stream', undefined, 'rows of a stream that is not there');
  }

  event(row: EventTable): void {
    const at = row.version;
    if (at !== this.#lastVersion + 1) {
      this.#find(
        'GAP',
        'event',
        this.#lastVersion + 1,
        `event ${this.#lastVersion + 1} is missing before ${at}`,
      );
    } else if (!row.previous_hash.equals(this.eventHashes[at - 1]!)) {
      this.#find('LINK_BROKEN', 'event', at, `event ${at} does not follow from the one before it`);
    }
    if (!eventHash(row).equals(row.hash)) {
      this.#find('HASH_DIFFERS', 'event', at, `event ${at} (${row.type}) was changed after it was recorded`);
    } else if (!isCanonicalText(row.body) || !isCanonicalText(row.meta)) {
      this.#find('NOT_CANONICAL', 'event', at, `event ${at} (${row.type}) is not canonical JSON`);
    } else this.#committedAt[at] = row.committed_at;
    this.#lastVersion = at;
    this.eventHashes[at] = row.hash;
    this.#followDeadline(row);
  }

  decision(row: DecisionTable): void {
    const at = row.sequence;
    if (at !== this.#lastSequence + 1) {
      const missing = this.#lastSequence + 1;
      this.#find('GAP', 'decision', missing, `decision ${missing} is missing before ${at}`);
      // What it decided is not known: the ranges go on from the decision that is there.
      this.#decidedVersion = (row.first_version ?? this.#decidedVersion + 1) - 1;
    } else if (!row.previous_hash.equals(this.decisionHashes[at - 1]!)) {
      this.#find('LINK_BROKEN', 'decision', at, `decision ${at} does not follow from the one before it`);
    }
    if (!decisionHash(row).equals(row.hash)) {
      this.#find(
        'HASH_DIFFERS',
        'decision',
        at,
        `decision ${at} (${row.name}) was changed after it was recorded`,
      );
    } else if (!isCanonicalText(row.body) || !isCanonicalText(row.detail)) {
      this.#find('NOT_CANONICAL', 'decision', at, `decision ${at} (${row.name}) is not canonical JSON`);
    }
    if (row.run_id !== null) this.runs.add(row.run_id);
    this.#lastSequence = at;
    this.decisionHashes[at] = row.hash;
    this.#followRange(row);
    this.#followEffects(row);
  }

  /** To be called after the last row. */
  end(): StreamCheckOutcome {
    const stream = this.#stream;
    if (this.#decidedVersion < this.#lastVersion) {
      const first = this.#decidedVersion + 1;
      this.#find(
        'RANGE_DIFFERS',
        'event',
        first,
        `no decision stands behind event ${first} and those after it`,
      );
    }
    if (stream !== undefined) {
      const lastEvent = this.eventHashes[this.#lastVersion]!;
      if (stream.head_version !== this.#lastVersion || !stream.head_hash.equals(lastEvent)) {
        const explanation = `the head says version ${stream.head_version}, the last event is ${this.#lastVersion}`;
        this.#find('HEAD_DIFFERS', 'event', this.#lastVersion, explanation);
      }
      const lastDecision = this.decisionHashes[this.#lastSequence]!;
      if (stream.decision_count !== this.#lastSequence || !stream.decision_head_hash.equals(lastDecision)) {
        const explanation = `the head counts ${stream.decision_count} decisions, the last is ${this.#lastSequence}`;
        this.#find('HEAD_DIFFERS', 'decision', this.#lastSequence, explanation);
      }
    }
    return this;
  }

  #followRange(row: DecisionTable): void {
    const decided = row.last_version ?? this.#decidedVersion;
    const fits = row.first_version === null || row.first_version === this.#decidedVersion + 1;
    if (!fits || !this.eventHashes[decided]?.equals(row.event_head_hash)) {
      const range =
        row.first_version === null ? 'no events' : `events ${row.first_version} to ${row.last_version}`;
      const explanation = `decision ${row.sequence} made ${range}, and the events there are not those`;
      this.#find('RANGE_DIFFERS', 'decision', row.sequence, explanation);
    } else this.#sameInstant(row);
    this.#decidedVersion = decided;
  }

  /** A decision and its events are one transaction. */
  #sameInstant({
    sequence,
    first_version: first,
    last_version: last,
    committed_at: at,
  }: DecisionTable): void {
    for (let version = first ?? 1; version <= (last ?? 0); version += 1) {
      const own = this.#committedAt[version];
      if (own === undefined || own === at) continue;
      const told = `event ${version} says that it was committed at ${own}, and decision ${sequence}, which made it, at ${at}`;
      this.#find('BACKDATED', 'event', version, told);
      return;
    }
  }

  #followDeadline(row: EventTable): void {
    if (row.type !== 'DeadlineArmed' && row.type !== 'DeadlineCancelled' && row.type !== 'DeadlineFired')
      return;
    const data = parse<DeadlineData>(row.body);
    if (data === undefined) return;
    if (row.type === 'DeadlineArmed') {
      this.#arm(data);
      return;
    }
    const known = this.deadlines.get(data.deadlineId);
    const state = row.type === 'DeadlineFired' ? 'FIRED' : 'CANCELLED';
    if (known !== undefined) this.deadlines.set(data.deadlineId, { ...known, state });
  }

  /** One that was cancelled and comes back stays as it was armed first: its id holds kind, subject and instant. */
  #arm({ deadlineId, kind, subject, dueAt }: DeadlineData): void {
    const known = this.deadlines.get(deadlineId);
    this.deadlines.set(deadlineId, {
      ...(known ?? {
        kind,
        subject,
        due_at: dueAt.at,
        due_date: dueAt.date,
        due_zone: dueAt.zone,
        ...this.#world(),
      }),
      state: 'ARMED',
    });
  }

  #world(): { world?: string } {
    return this.#stream === undefined ? {} : { world: this.#stream.world };
  }

  #followEffects(row: DecisionTable): void {
    if (row.effects === '{}') return;
    const effects = parse<DecisionEffects>(row.effects);
    // The events this decision made are counted already: the head as it left it.
    const version = this.#decidedVersion;
    for (const { id, target, name, data } of effects?.messages ?? []) {
      this.messages.set(id, { source_version: version, target, name, data, ...this.#world() });
    }
    for (const { key, value } of effects?.facts ?? []) {
      this.facts.set(key, { version, value, stream: this.#id });
    }
  }

  #find(problem: Problem, entry: Finding['entry'], position: number | undefined, explanation: string): void {
    this.#report({
      problem,
      entry,
      stream: this.#id,
      ...(position === undefined ? {} : { position }),
      explanation,
    });
  }
}

/** A text that was tampered with need not be JSON; its hash has told of it already. */
function parse<T>(text: string): T | undefined {
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
}
