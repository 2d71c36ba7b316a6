/** Gives the sites and calendars of a file ids of their own in each world, and takes them off again. */
import type { JsonValue } from '../../domain/decider.ts';

export class RegisterNames {
  private readonly toWorldIds = new Map<string, string>();
  private readonly fromWorldIds = new Map<string, string>();

  /** @param registers for example `site/puskesmas-a`; policies hold for all worlds and keep their names. */
  constructor(registers: readonly string[], world: string) {
    const suffix = world
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, '')
      .slice(-10);
    for (const register of registers) {
      const [kind, id] = register.split('/');
      if (kind === 'policy' || id === undefined) continue;
      this.toWorldIds.set(id, `${id}-${suffix}`);
      this.fromWorldIds.set(`${id}-${suffix}`, id);
    }
  }

  toWorld<Value>(value: Value): Value {
    return this.rename(value as JsonValue, this.toWorldIds) as Value;
  }

  fromWorld<Value>(value: Value): Value {
    return this.rename(value as JsonValue, this.fromWorldIds) as Value;
  }

  private rename(value: JsonValue, ids: ReadonlyMap<string, string>): JsonValue {
    if (typeof value === 'string') return renamed(value, ids);
    if (Array.isArray(value)) return value.map((item) => this.rename(item, ids));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.rename(item, ids)]));
  }
}

/** Whole ids, and ids as the last part of `site/<id>`. */
function renamed(text: string, ids: ReadonlyMap<string, string>): string {
  const slash = text.lastIndexOf('/');
  const other = ids.get(text.slice(slash + 1));
  return other === undefined ? text : `${text.slice(0, slash + 1)}${other}`;
}
