/**
 * Gives what a file registers and opens ids of its own in each world, and takes them off again. People keep
 * the ids that the server gave them; what comes back names them as the file does.
 */
import type { JsonValue } from '../../domain/decider.ts';

export class RegisterNames {
  private readonly toWorldIds = new Map<string, string>();
  private readonly aliases = new Map<string, string>();
  private readonly suffix: string;

  /** @param named for example `site/puskesmas-a`; policies hold for all worlds and keep their names. */
  constructor(named: readonly string[], world: string) {
    const ending = world
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, '')
      .slice(-10);
    this.suffix = `-${ending}`;
    for (const register of named) {
      const [kind, id] = register.split('/');
      if (kind === 'policy' || id === undefined) continue;
      this.toWorldIds.set(id, `${id}${this.suffix}`);
    }
  }

  callPerson(alias: string, personId: string): void {
    this.aliases.set(personId, alias);
  }

  /** What the file calls a candidate whose token is made for each reader. */
  callCandidate(alias: string, token: string): void {
    this.aliases.set(token, alias);
    this.toWorldIds.set(alias, token);
  }

  toWorld<Value>(value: Value): Value {
    return renamed(value as JsonValue, (text) => withSuffix(text, this.toWorldIds)) as Value;
  }

  fromWorld<Value>(value: Value): Value {
    // Nothing else ends like this world: the ids of deadlines and addresses hold others.
    const plain = (text: string): string =>
      this.toWorldIds.size === 0 ? text : text.replaceAll(this.suffix, '');
    return renamed(value as JsonValue, (text) => this.aliases.get(text) ?? plain(text)) as Value;
  }
}

function renamed(value: JsonValue, rename: (text: string) => string): JsonValue {
  if (typeof value === 'string') return rename(value);
  if (Array.isArray(value)) return value.map((item) => renamed(item, rename));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, renamed(item, rename)]));
}

/** Whole ids, and ids as the last part of `site/<id>`. */
function withSuffix(text: string, ids: ReadonlyMap<string, string>): string {
  const slash = text.lastIndexOf('/');
  const other = ids.get(text.slice(slash + 1));
  return other === undefined ? text : `${text.slice(0, slash + 1)}${other}`;
}
