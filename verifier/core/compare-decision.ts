/** The rules' answer beside the recorded decision: the first thing that differs (step 8). */
import { canonicalText, isObject, type Json, type JsonObject } from './canonical-json.ts';
import type { Sentence } from './findings.ts';
import type { DecisionLine, EventLine } from './line-types.ts';
import { inBoth, rowName, shownValue } from './names.ts';
import type { Decided } from './stream-check.ts';

export interface Difference {
  readonly line: number;
  readonly kind: 'decision' | 'event';
  readonly position: number;
  readonly sentence: Sentence;
}

/** An event as `TitianRules` takes and gives it. */
export function eventOfRow(row: EventLine): JsonObject {
  return {
    version: Number(row.version),
    type: row.event_type,
    schema: Number(row.schema),
    data: JSON.parse(row.body) as Json,
    meta: JSON.parse(row.meta) as Json,
    occurredAt: { at: row.occurred_at, date: row.occurred_date, zone: row.occurred_zone },
    recordedAt: row.recorded_at,
  };
}

const OUTCOMES: { readonly [outcome: string]: Sentence } = {
  accepted: { id: 'diterima', en: 'accepted' },
  refused: { id: 'ditolak', en: 'refused' },
  needs: { id: 'memerlukan fakta lain', en: 'in need of other facts' },
  fault: { id: 'galat', en: 'a fault' },
};

/** @param answer one of the four outcomes, its shape looked at by {@link isAnswer}. */
export function differenceOf(answer: JsonObject, decided: Decided): Difference | undefined {
  const { decision } = decided;
  if (answer.outcome !== decision.outcome) return outcomeDiffers(answer, decided);
  if (answer.outcome === 'accepted') {
    const given = answer.events as readonly JsonObject[];
    for (let place = 0; place < Math.max(given.length, decided.events.length); place += 1) {
      const difference = eventDiffers(given[place], place, decided);
      if (difference !== undefined) return difference;
    }
  } else if (decided.events.length > 0) {
    return ofDecision(decided, {
      id: 'menurut aturan ditolak tanpa peristiwa, tetapi catatan memuat peristiwa',
      en: 'by the rules it was refused without an event, but the record holds events',
    });
  }
  return (
    textDiffers(decided, expectedDetail(answer, decision), JSON.parse(decision.detail) as Json) ??
    textDiffers(decided, expectedEffects(answer, decision), JSON.parse(decision.effects) as Json)
  );
}

/** Whether an answer has the shape that the page describes. */
export function isAnswer(answer: Json): answer is JsonObject {
  if (!isObject(answer)) return false;
  const lists = (...names: readonly string[]) => names.every((name) => Array.isArray(answer[name]));
  switch (answer.outcome) {
    case 'accepted':
      return (
        lists('events', 'warnings', 'claims', 'messages', 'factsOut', 'policies') &&
        (answer.events as readonly Json[]).every(isObject) &&
        (answer.messages as readonly Json[]).every(isObject) &&
        (answer.warnings as readonly Json[]).every(isObject)
      );
    case 'refused':
      return isObject(answer.refusal) && lists('policies');
    case 'needs':
      return lists('facts');
    case 'fault':
      return typeof answer.message === 'string';
    default:
      return false;
  }
}

/** Recorded with the decision where others held what it wanted. */
export function lostClaimsOf(decision: DecisionLine): Json {
  const detail = JSON.parse(decision.detail) as JsonObject;
  return detail.lostClaims ?? [];
}

function expectedDetail(answer: JsonObject, decision: DecisionLine): JsonObject {
  const lostClaims = lostClaimsOf(decision);
  const lost = Array.isArray(lostClaims) && lostClaims.length > 0 ? { lostClaims } : {};
  const policies = answer.policies ?? null;
  return answer.outcome === 'accepted'
    ? { warnings: answer.warnings ?? null, policies, ...lost }
    : { refusal: answer.refusal ?? null, policies, ...lost };
}

function expectedEffects(answer: JsonObject, decision: DecisionLine): JsonObject {
  const messages = ((answer.messages ?? []) as readonly JsonObject[]).map((message, place) => ({
    ...message,
    id: `${decision.command_id}>${place + 1}`,
    data: canonicalText(message.data),
  }));
  const lists: { readonly [name: string]: readonly Json[] } = {
    claims: (answer.claims ?? []) as readonly Json[],
    messages,
    facts: (answer.factsOut ?? []) as readonly Json[],
  };
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
}

function outcomeDiffers(answer: JsonObject, decided: Decided): Difference {
  const refusal = answer.outcome === 'refused' ? (answer.refusal as JsonObject) : undefined;
  const recorded = JSON.parse(decided.decision.detail) as JsonObject;
  const recordedRefusal = isObject(recorded.refusal) ? recorded.refusal : undefined;
  const told = (outcome: Json | undefined, code: Json | undefined, language: 'id' | 'en'): string => {
    const word = OUTCOMES[String(outcome)]?.[language] ?? String(outcome);
    return code === undefined ? word : `${word} (${String(code)})`;
  };
  const more = answer.outcome === 'needs' ? `: ${(answer.facts as readonly Json[]).join(', ')}` : '';
  const say = (language: 'id' | 'en') => [
    told(answer.outcome, refusal?.code, language) + more,
    told(decided.decision.outcome, recordedRefusal?.code, language),
  ];
  const [idRules, idRecord] = say('id');
  const [enRules, enRecord] = say('en');
  return ofDecision(decided, {
    id: `menurut aturan ${idRules}, menurut catatan ${idRecord}`,
    en: `by the rules ${enRules}, by the record ${enRecord}`,
  });
}

function eventDiffers(
  given: JsonObject | undefined,
  place: number,
  decided: Decided,
): Difference | undefined {
  const row = decided.events[place];
  if (row === undefined) {
    return ofDecision(decided, {
      id: `aturan juga memberi ${String(given?.type)}, yang tidak ada dalam catatan`,
      en: `the rules also give ${String(given?.type)}, which the record does not hold`,
    });
  }
  const line = decided.eventLines[place]!;
  const position = Number(row.version);
  const say = (sentence: Sentence): Difference => {
    const name = rowName({ stream: row.stream_id, kind: 'event', position, name: row.event_type });
    const whole = { id: `${name.id}: ${sentence.id}.`, en: `${name.en}: ${sentence.en}.` };
    return { line, kind: 'event', position, sentence: whole };
  };
  if (given === undefined) {
    return say({ id: 'aturan tidak memberi peristiwa ini', en: 'the rules do not give this event' });
  }
  const { version: _version, ...recorded } = eventOfRow(row);
  const compared = Object.fromEntries(
    Object.keys(recorded).map((member) => [member, given[member] ?? null] as const),
  );
  const path = firstDifference(compared, recorded);
  return path === undefined ? undefined : say(valuesDiffer(path));
}

function textDiffers(decided: Decided, given: Json, recorded: Json): Difference | undefined {
  const path = firstDifference(given, recorded);
  return path === undefined ? undefined : ofDecision(decided, valuesDiffer(path));
}

function ofDecision({ line, decision }: Decided, sentence: Sentence): Difference {
  const position = Number(decision.sequence);
  const name = rowName({ stream: decision.stream_id, kind: 'decision', position, name: decision.name });
  const whole = { id: `${name.id}: ${sentence.id}.`, en: `${name.en}: ${sentence.en}.` };
  return { line, kind: 'decision', position, sentence: whole };
}

interface DifferentValues {
  /** Members from the outermost to the one that differs. */
  readonly path: readonly string[];
  readonly given: Json | undefined;
  readonly recorded: Json | undefined;
}

/** The first place at which two values differ, in the order of members; undefined where they are the same. */
function firstDifference(
  given: Json | undefined,
  recorded: Json | undefined,
  path: readonly string[] = [],
): DifferentValues | undefined {
  if (isContainer(given) && isContainer(recorded) && Array.isArray(given) === Array.isArray(recorded)) {
    const [one, other] = [given as JsonObject, recorded as JsonObject];
    const members = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort(byPlace);
    for (const member of members) {
      const difference = firstDifference(own(one, member), own(other, member), [...path, member]);
      if (difference !== undefined) return difference;
    }
    return undefined;
  }
  const same =
    given !== undefined && recorded !== undefined && canonicalText(given) === canonicalText(recorded);
  return same ? undefined : { path, given, recorded };
}

const isContainer = (value: Json | undefined): boolean => typeof value === 'object' && value !== null;

const own = (value: JsonObject, member: string): Json | undefined =>
  Object.hasOwn(value, member) ? value[member] : undefined;

/** The type of an event first, then what it says; numbers of a list as numbers. */
const byPlace = (one: string, other: string): number =>
  Number(other === 'type') - Number(one === 'type') || Number(one) - Number(other) || (one < other ? -1 : 1);

function valuesDiffer({ path, given, recorded }: DifferentValues): Sentence {
  const [first, ...rest] = path;
  const member = first === 'data' && rest.length > 0 ? rest.join('.') : path.join('.');
  const unit = /minutes$/i.test(member) ? { id: ' menit', en: ' minutes' } : inBoth('');
  const [rules, record] = [shownValue(given), shownValue(recorded)];
  return {
    id: `aturan memberi ${rules}${unit.id}, catatan ${record} (${member})`,
    en: `the rules give ${rules}${unit.en}, the record ${record} (${member})`,
  };
}
