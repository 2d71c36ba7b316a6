/** The rule packs of the file by build, each loaded when its first decision comes. */
import type { RuleAnswer, RuleHost, RuleRealm, RuleStep } from './rule-host.ts';

export class RuleShelf {
  readonly #codes = new Map<string, string>();
  readonly #realms = new Map<string, RuleRealm>();

  constructor(
    readonly host: RuleHost,
    /** A pack whose script does not load, once for each. */
    readonly broken: (build: string) => void,
  ) {}

  put(build: string, code: string): void {
    this.#codes.set(build, code);
  }

  has(build: string): boolean {
    return this.#codes.has(build);
  }

  async run(build: string, stream: string, steps: readonly RuleStep[]): Promise<readonly RuleAnswer[]> {
    const realm = await this.#realmOf(build);
    const answers = (await realm?.run(stream, steps)) ?? [];
    // Rules that fell silent once would do so for every stream: nobody waits for them again.
    if (answers.some((answer) => 'failure' in answer && ['silent', 'gone'].includes(answer.failure.kind))) {
      realm?.close();
      this.#realms.delete(build);
      this.#codes.delete(build);
    }
    return answers;
  }

  forget(stream: string): void {
    for (const realm of this.#realms.values()) realm.forget(stream);
  }

  close(): void {
    for (const realm of this.#realms.values()) realm.close();
    this.#realms.clear();
  }

  async #realmOf(build: string): Promise<RuleRealm | undefined> {
    const code = this.#codes.get(build);
    const loaded = this.#realms.get(build);
    if (loaded !== undefined || code === undefined) return loaded;
    try {
      const realm = await this.host.load(code);
      this.#realms.set(build, realm);
      return realm;
    } catch {
      this.#codes.delete(build);
      this.broken(build);
      return undefined;
    }
  }
}
