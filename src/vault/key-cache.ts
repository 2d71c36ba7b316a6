/** Unwrapped keys at hand at most: about a megabyte. */
const DEFAULT_CAPACITY = 4_096;
/** How long another process may still read after a key was destroyed. */
const DEFAULT_LIFETIME_MS = 30_000;

export interface KeyCacheOptions {
  readonly capacity?: number;
  readonly lifetimeMs?: number;
  /** Monotonic milliseconds. */
  readonly clock?: () => number;
}

/** Keeps unwrapped keys briefly; the longest unused goes first. */
export class KeyCache<Value> {
  readonly #entries = new Map<string, { readonly value: Value; readonly until: number }>();
  readonly #capacity: number;
  readonly #lifetimeMs: number;
  readonly #clock: () => number;

  constructor(options: KeyCacheOptions = {}) {
    this.#capacity = options.capacity ?? DEFAULT_CAPACITY;
    this.#lifetimeMs = options.lifetimeMs ?? DEFAULT_LIFETIME_MS;
    this.#clock = options.clock ?? (() => performance.now());
  }

  get size(): number {
    return this.#entries.size;
  }

  get(name: string): Value | undefined {
    const entry = this.#entries.get(name);
    if (entry === undefined) return undefined;
    this.#entries.delete(name);
    if (entry.until <= this.#clock()) return undefined;
    // A Map keeps the order of insertion: put back, it is the last to go. Its lifetime is not renewed.
    this.#entries.set(name, entry);
    return entry.value;
  }

  set(name: string, value: Value): void {
    this.#entries.delete(name);
    this.#entries.set(name, { value, until: this.#clock() + this.#lifetimeMs });
    if (this.#entries.size <= this.#capacity) return;
    const oldest = this.#entries.keys().next();
    if (!oldest.done) this.#entries.delete(oldest.value);
  }

  delete(name: string): void {
    this.#entries.delete(name);
  }
}
