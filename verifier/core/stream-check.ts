/** One stream as its rows come by: two chains without a gap, from the stream's own origin (step 4). */
import { canonicalText, isObject, NotCanonical, parseCanonical } from './canonical-json.ts';
import {
  brokenLink,
  DECISION_WORDS,
  EVENT_WORDS,
  eventsMissing,
  gap,
  notCanonical,
  otherEventHead,
  otherVersions,
  outOfLeafOrder,
  sealedOtherwise,
  underOtherStream,
  withoutDecision,
} from './chain-sentences.ts';
import { originHash, rowHash, rowLeaf } from './entries.ts';
import type { Finding, FindingCode, Sentence } from './findings.ts';
import type { DecisionLine, EventLine, StreamLine } from './line-types.ts';
import { type RowPlace, rowName } from './names.ts';

export type Find = (finding: Finding) => void;

/** A decision with the events that it made. */
export interface Decided {
  readonly line: number;
  readonly decision: DecisionLine;
  readonly events: readonly EventLine[];
  readonly eventLines: readonly number[];
}

interface Open {
  readonly line: number;
  readonly decision: DecisionLine;
  /** Version of the last event that it says it made; 0 where it made none. */
  readonly last: number;
  readonly events: EventLine[];
  readonly eventLines: number[];
}

type LinedPlace = RowPlace & { readonly line: number };

export class StreamCheck {
  readonly origin: string;
  /** Hashes of the last rows, or the origin. */
  eventHash: string;
  decisionHash: string;
  events = 0;
  decisions = 0;
  /** Rows below the cut of the heads. */
  readonly atCut = { events: 0, eventHash: '', decisions: 0, decisionHash: '' };
  /** Of the last row, or of the stream's own line. */
  lastLine: number;
  #lastLeaf = -1;
  #lastEvent: LinedPlace | undefined;
  #lastDecision: LinedPlace | undefined;
  #open: Open | undefined;

  constructor(
    readonly stream: StreamLine,
    line: number,
    /** Leaves below this count for the stream's head; 0 where the file has no heads. */
    readonly cut: number,
    readonly find: Find,
  ) {
    this.lastLine = line;
    this.origin = originHash(stream.stream, stream.kind, stream.world);
    this.eventHash = this.origin;
    this.decisionHash = this.origin;
    this.atCut.eventHash = this.origin;
    this.atCut.decisionHash = this.origin;
  }

  /** Answers the decision before it, now that all its events have come, and the new row's leaf hash. */
  decision(row: DecisionLine, line: number): { readonly leaf: Uint8Array; readonly before?: Decided } {
    const before = this.#close();
    const position = Number(row.sequence);
    const place = { stream: this.stream.stream, kind: 'decision', position, name: row.name } as const;
    const say = (code: FindingCode, sentence: Sentence) =>
      this.#say(code, sentence, line, 'decision', position);
    const name = rowName(place);
    this.#placeOf(row, line, 'decision', position, name);
    if (position !== this.decisions + 1) {
      say('CHAIN_GAP', gap(this.stream.stream, this.decisions, position, DECISION_WORDS));
    } else if (row.previous_hash !== this.decisionHash) {
      this.#linkBroken(this.#lastDecision, { ...place, line }, DECISION_WORDS);
    }
    this.#lastDecision = { ...place, line };
    const hash = rowHash('decision', row);
    this.decisions = position;
    this.decisionHash = hash;
    if (row.leaf < this.cut) Object.assign(this.atCut, { decisions: position, decisionHash: hash });
    checkTexts(row, ['body', 'detail'], ['facts', 'effects'], name, (sentence) => say('ROW_TEXT', sentence));
    this.#takeVersions(row, line, name, say);
    return {
      leaf: rowLeaf('decision', row.stream_id, row.sequence, hash),
      ...(before === undefined ? {} : { before }),
    };
  }

  event(row: EventLine, line: number): { readonly leaf: Uint8Array } {
    const position = Number(row.version);
    const place = { stream: this.stream.stream, kind: 'event', position, name: row.event_type } as const;
    const name = rowName(place);
    const say = (code: FindingCode, sentence: Sentence) => this.#say(code, sentence, line, 'event', position);
    this.#placeOf(row, line, 'event', position, name);
    const open = this.#open;
    if (open === undefined || position > open.last) {
      say('CHAIN_GAP', withoutDecision(name));
    }
    if (position !== this.events + 1) {
      say('CHAIN_GAP', gap(this.stream.stream, this.events, position, EVENT_WORDS));
    } else if (row.previous_hash !== this.eventHash) {
      this.#linkBroken(this.#lastEvent, { ...place, line }, EVENT_WORDS);
    }
    this.#lastEvent = { ...place, line };
    const hash = rowHash('event', row);
    this.events = position;
    this.eventHash = hash;
    if (row.leaf < this.cut) Object.assign(this.atCut, { events: position, eventHash: hash });
    checkTexts(row, ['body', 'meta'], [], name, (sentence) => say('ROW_TEXT', sentence));
    open?.events.push(row);
    open?.eventLines.push(line);
    return { leaf: rowLeaf('event', row.stream_id, row.version, hash) };
  }

  /** The stream's last decision, once no more rows come. */
  end(): Decided | undefined {
    return this.#close();
  }

  #takeVersions(
    row: DecisionLine,
    line: number,
    name: Sentence,
    say: (code: FindingCode, sentence: Sentence) => void,
  ): void {
    const first = row.first_version === null ? undefined : Number(row.first_version);
    const last = row.last_version === null ? undefined : Number(row.last_version);
    const fits =
      first === undefined
        ? last === undefined
        : first === this.events + 1 && last !== undefined && last >= first;
    if (!fits) say('CHAIN_GAP', otherVersions(name, row, this.events));
    this.#open = { line, decision: row, last: last ?? 0, events: [], eventLines: [] };
  }

  /** Once the next decision, or the next stream, has begun: all events of this one must have come. */
  #close(): Decided | undefined {
    const open = this.#open;
    if (open === undefined) return undefined;
    this.#open = undefined;
    const { line, decision, events, eventLines } = open;
    const position = Number(decision.sequence);
    const name = rowName({ stream: this.stream.stream, kind: 'decision', position, name: decision.name });
    const expected = decision.first_version === null ? 0 : open.last - Number(decision.first_version) + 1;
    if (events.length < expected) {
      const missing = Number(decision.first_version) + events.length;
      const sentence = eventsMissing(name, expected, events.length, missing);
      this.#say('CHAIN_GAP', sentence, line, 'decision', position);
    } else if (decision.event_head_hash !== this.eventHash) {
      this.#eventHeadDiffers(open, name);
    }
    // What was found once is not found again in every row after it.
    this.eventHash = decision.event_head_hash;
    this.events = Math.max(this.events, open.last);
    return { line, decision, events, eventLines };
  }

  /** The last event is held by its decision's seal alone until another follows: it is the one that was changed. */
  #eventHeadDiffers({ line, decision, events, eventLines }: Open, name: Sentence): void {
    const last = events.at(-1);
    if (last === undefined) {
      this.#say('EVENT_HEAD', otherEventHead(name), line, 'decision', Number(decision.sequence));
      return;
    }
    const position = Number(last.version);
    const event = rowName({ stream: this.stream.stream, kind: 'event', position, name: last.event_type });
    this.#say('EVENT_HEAD', sealedOtherwise(event, decision), eventLines.at(-1)!, 'event', position);
  }

  /** The row before is held by this one's link: it is the one that was changed, unless the link was. */
  #linkBroken(before: LinedPlace | undefined, row: LinedPlace, words: Sentence): void {
    const { line, kind, position } = before ?? row;
    this.#say('CHAIN_LINK', brokenLink(before, row, words), line, kind, position);
  }

  #placeOf(
    row: DecisionLine | EventLine,
    line: number,
    kind: 'decision' | 'event',
    position: number,
    name: Sentence,
  ): void {
    if (row.stream_id !== this.stream.stream) {
      const sentence = underOtherStream(line, this.stream.stream, row);
      this.#say('ROW_OF_OTHER_STREAM', sentence, line, kind, position);
    }
    if (row.leaf <= this.#lastLeaf) {
      this.#say('ROW_ORDER', outOfLeafOrder(name), line, kind, position);
    }
    this.#lastLeaf = row.leaf;
    this.lastLine = line;
  }

  #say(
    code: FindingCode,
    sentence: Sentence,
    line: number,
    kind: 'decision' | 'event',
    position: number,
  ): void {
    this.find({ code, step: 4, line, stream: this.stream.stream, kind, position, sentence });
  }
}

/** Texts inside a row are JSON; those that the product itself spelled are canonical. */
function checkTexts(
  row: DecisionLine | EventLine,
  canonical: readonly string[],
  plain: readonly string[],
  name: Sentence,
  say: (sentence: Sentence) => void,
): void {
  for (const field of [...canonical, ...plain]) {
    const text = row[field] as string;
    try {
      if (canonical.includes(field) && !isObject(parseCanonical(text))) throw new NotCanonical('no object');
      canonicalText(JSON.parse(text));
    } catch {
      say(notCanonical(name, field));
    }
  }
}
