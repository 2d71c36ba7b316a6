/** What a stream comes to: as it was recorded, and as the rules of the file give it. */
import { isObject, type Json, type JsonObject } from './canonical-json.ts';
import type { DecisionLine } from './line-types.ts';

/** Counts of one telling of a stream's decisions. */
export interface Totals {
  decisions: number;
  accepted: number;
  refused: number;
  faults: number;
  events: number;
  warnings: number;
  deadlinesArmed: number;
  deadlinesFired: number;
  deadlinesCancelled: number;
  certificates: number;
  /** Minutes credited less those taken back; also those of a training measure. */
  creditedMinutes: number;
  measureMinutes: number;
  /** Refusals by code. */
  readonly refusals: { [code: string]: number };
}

export interface StreamTotals {
  readonly stream: string;
  readonly kind: string;
  readonly world: string;
  readonly role: 'subject' | 'register';
  readonly recorded: Totals;
  /** Absent for registers, and where no decision could be made again. */
  readonly recomputed?: Totals;
  /** Decisions that were made again. */
  readonly decidedAgain: number;
}

export const noTotals = (): Totals => ({
  decisions: 0,
  accepted: 0,
  refused: 0,
  faults: 0,
  events: 0,
  warnings: 0,
  deadlinesArmed: 0,
  deadlinesFired: 0,
  deadlinesCancelled: 0,
  certificates: 0,
  creditedMinutes: 0,
  measureMinutes: 0,
  refusals: {},
});

/** One decision in the common form of a row and of the rules' answer. */
export interface Counted {
  readonly outcome: string;
  readonly events: readonly { readonly type: string; readonly data: Json }[];
  readonly warnings: number;
  readonly refusal: string | undefined;
}

export function addTo(totals: Totals, { outcome, events, warnings, refusal }: Counted): void {
  totals.decisions += 1;
  if (outcome === 'accepted') totals.accepted += 1;
  else if (outcome === 'refused') totals.refused += 1;
  else totals.faults += 1;
  totals.warnings += warnings;
  if (refusal !== undefined) totals.refusals[refusal] = (totals.refusals[refusal] ?? 0) + 1;
  for (const { type, data } of events) {
    totals.events += 1;
    const count = COUNTED_EVENTS[type];
    if (count !== undefined && Object.hasOwn(COUNTED_EVENTS, type)) count(totals, minutesOf(data));
  }
}

const COUNTED_EVENTS: { readonly [type: string]: (totals: Totals, minutes: number) => void } = {
  DeadlineArmed: (totals) => {
    totals.deadlinesArmed += 1;
  },
  DeadlineFired: (totals) => {
    totals.deadlinesFired += 1;
  },
  DeadlineCancelled: (totals) => {
    totals.deadlinesCancelled += 1;
  },
  CertificateIssued: (totals) => {
    totals.certificates += 1;
  },
  MinutesCredited: (totals, minutes) => {
    totals.creditedMinutes += minutes;
  },
  CreditWithdrawn: (totals, minutes) => {
    totals.creditedMinutes -= minutes;
  },
  MeasureMinutesCredited: (totals, minutes) => {
    totals.measureMinutes += minutes;
  },
  MeasureMinutesWithdrawn: (totals, minutes) => {
    totals.measureMinutes -= minutes;
  },
};

const minutesOf = (data: Json): number =>
  isObject(data) && typeof data.minutes === 'number' ? data.minutes : 0;

/** @param events as `TitianRules` gives them. */
export function countedRow(decision: DecisionLine, events: readonly JsonObject[]): Counted {
  const detail = readable(decision.detail);
  return {
    outcome: decision.outcome,
    events: events.map(typed),
    warnings: lengthOf(detail.warnings),
    refusal: codeOf(detail.refusal),
  };
}

export const countedAnswer = (answer: JsonObject): Counted => ({
  outcome: String(answer.outcome),
  events: ((answer.events ?? []) as readonly JsonObject[]).map(typed),
  warnings: lengthOf(answer.warnings),
  refusal: codeOf(answer.refusal),
});

const typed = (event: JsonObject) => ({ type: String(event.type), data: event.data ?? null });
const lengthOf = (list: Json | undefined): number => (Array.isArray(list) ? list.length : 0);
const codeOf = (refusal: Json | undefined): string | undefined =>
  isObject(refusal) ? String(refusal.code) : undefined;

function readable(text: string): JsonObject {
  try {
    const value = JSON.parse(text) as Json;
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}
