/**
 * `$step.field` in a file: the first value of that field among the events of the step of that name. Ids that
 * the server makes differ between runs, so a file never writes one down.
 */
import type { JsonValue, RecordedEvent } from '../domain/decider.ts';
import { isObject } from './scenario.ts';

const WHOLE = /^\$([a-z0-9][a-z0-9 _-]*)\.([A-Za-z]+)$/;
const WITHIN = /\$([a-z0-9][a-z0-9_-]*)\.([A-Za-z]+)/g;

/** A step names something that no earlier step has given a meaning. */
export class NameUnknown extends Error {
  override readonly name = 'NameUnknown';
}

export class StepEvents {
  private readonly events = new Map<string, readonly RecordedEvent[]>();

  keep(step: string | null, events: readonly RecordedEvent[]): void {
    if (step !== null) this.events.set(step, [...(this.events.get(step) ?? []), ...events]);
  }

  /** Text as it stands, or what a reference in it means. */
  textOf(text: string): string {
    if (!text.includes('$')) return text;
    const whole = WHOLE.exec(text);
    if (whole !== null) return String(this.value(whole[1]!, whole[2]!));
    return text.replaceAll(WITHIN, (_all, step: string, field: string) => String(this.value(step, field)));
  }

  /** A value with every reference in it replaced, those of its keys too. */
  valueOf(value: JsonValue): JsonValue {
    if (typeof value === 'string') {
      const whole = WHOLE.exec(value);
      return whole === null ? this.textOf(value) : this.value(whole[1]!, whole[2]!);
    }
    if (Array.isArray(value)) return value.map((item) => this.valueOf(item));
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [this.textOf(key), this.valueOf(item)]),
    );
  }

  private value(step: string, field: string): JsonValue {
    const events = this.events.get(step);
    if (events === undefined) throw new NameUnknown(`langkah bernama "${step}" belum dijalankan`);
    for (const event of events) {
      const found = firstOf(event.data as JsonValue, field);
      if (found !== undefined) return found;
    }
    throw new NameUnknown(`peristiwa langkah "${step}" tidak memuat isian ${field}`);
  }
}

/** Own fields before those further in. */
function firstOf(value: JsonValue, field: string): JsonValue | undefined {
  if (Array.isArray(value)) {
    for (const item of value) {
      const found = firstOf(item, field);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (!isObject(value)) return undefined;
  if (value[field] !== undefined) return value[field];
  return firstOf(Object.values(value), field);
}
