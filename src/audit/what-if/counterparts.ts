/**
 * What the record calls s2 or version 14 may be s3 or version 16 in the drafted life. Commands are asked with the
 * drafted names; one that names what the drafted life does not have cannot be asked there.
 */
import type { JsonValue, RecordedEvent } from '../../domain/decider.ts';

/** Fields whose value is an ordinal that the journey gives out (`c1`, `s1`, `o1`, `p1`). */
const ORDINAL_FIELDS: ReadonlySet<string> = new Set([
  ...[
    'caseId',
    'sessionId',
    'offerId',
    'placementId',
    'linkedCaseId',
    'otherSessionId',
    'replacedBy',
    'replaces',
  ],
]);
const ORDINAL = /^[csop][1-9]\d*$/;
/** Fields that name events by their version. */
const VERSION_FIELDS: ReadonlySet<string> = new Set(['version', 'evidence']);

/** The command names something of the record that the drafted life does not have. */
export const NO_COUNTERPART = Symbol('no counterpart');

type Events = readonly Pick<RecordedEvent, 'type' | 'data' | 'version'>[];

export class Counterparts {
  readonly #ids = new Map<string, string | null>();
  readonly #versions = new Map<number, number | null>();

  /** Pairs what one decision recorded with what its drafted twin did: the first of a type with the first. */
  learn(recorded: Events, drafted: Events): void {
    const seen = new Map<string, number>();
    for (const event of recorded) {
      const nth = seen.get(event.type) ?? 0;
      seen.set(event.type, nth + 1);
      const twin = drafted.filter(({ type }) => type === event.type)[nth];
      this.#versions.set(event.version, twin?.version ?? null);
      const names = ordinalsOf(event.data as JsonValue);
      const twins = twin === undefined ? new Map<string, string>() : ordinalsOf(twin.data as JsonValue);
      for (const [path, id] of names) {
        if (!this.#ids.has(id)) this.#ids.set(id, twins.get(path) ?? null);
      }
    }
  }

  /** A firing's subject, or any other name by itself. */
  idOf(id: string): string | typeof NO_COUNTERPART {
    const found = this.#ids.get(id);
    return found === null ? NO_COUNTERPART : (found ?? id);
  }

  /** The data of a recorded command with drafted names. */
  translated(data: JsonValue): JsonValue | typeof NO_COUNTERPART {
    let missing = false;
    const walk = (value: JsonValue, field: string): JsonValue => {
      if (typeof value === 'string' && ORDINAL_FIELDS.has(field) && ORDINAL.test(value)) {
        const found = this.idOf(value);
        if (found === NO_COUNTERPART) missing = true;
        return found === NO_COUNTERPART ? value : found;
      }
      if (typeof value === 'number' && VERSION_FIELDS.has(field)) {
        const found = this.#versions.get(value);
        if (found === null) missing = true;
        return found ?? value;
      }
      if (Array.isArray(value)) return value.map((item) => walk(item, field));
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, walk(held, name)]));
    };
    const translated = walk(data, '');
    return missing ? NO_COUNTERPART : translated;
  }
}

function ordinalsOf(value: JsonValue, path = '', found = new Map<string, string>()): Map<string, string> {
  if (typeof value !== 'object' || value === null) return found;
  for (const [name, held] of Object.entries(value)) {
    if (typeof held === 'string' && ORDINAL_FIELDS.has(name) && ORDINAL.test(held))
      found.set(`${path}.${name}`, held);
    else ordinalsOf(held, `${path}.${name}`, found);
  }
  return found;
}
