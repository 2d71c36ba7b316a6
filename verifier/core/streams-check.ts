/** All streams of the file, one after another (steps 4, 6 and 8). */
import type { ClockRemarks } from './clock-remarks.ts';
import type { Finding } from './findings.ts';
import { HeadsCheck } from './heads-check.ts';
import { KnownFacts } from './known-facts.ts';
import type { DecisionLine, EventLine, StreamLine } from './line-types.ts';
import { rowName, streamName } from './names.ts';
import { StreamRecompute } from './recompute.ts';
import { checkAllDecided, noCounts } from './recompute-counts.ts';
import type { RuleHost } from './rule-host.ts';
import { RuleShelf } from './rule-shelf.ts';
import { type Decided, type Find, StreamCheck } from './stream-check.ts';
import { roleOf, roleProblem, type StreamRole } from './stream-role.ts';
import type { StreamTotals } from './totals.ts';
import type { TreeCheck } from './tree-check.ts';

interface Current {
  readonly line: StreamLine;
  readonly role: StreamRole;
  readonly check: StreamCheck;
  readonly recompute: StreamRecompute;
}

export class StreamsCheck {
  readonly heads: HeadsCheck;
  /** Undefined where no rules are run: then rows are counted, and nothing is decided. */
  readonly shelf: RuleShelf | undefined;
  readonly counts = noCounts();
  /** Runs by which decisions of subjects were made, by stream: a history of each, unless it is still open. */
  readonly runs = new Map<string, Set<string>>();
  readonly #facts = new KnownFacts();
  readonly #roles = new Map<string, StreamRole>();
  readonly #finished: StreamTotals[] = [];
  readonly #held: Current[] = [];
  #current: Current | undefined;

  constructor(
    readonly find: Find,
    readonly tree: TreeCheck,
    rules: RuleHost | undefined,
    readonly clocks: ClockRemarks,
  ) {
    this.heads = new HeadsCheck(find);
    this.shelf = rules && new RuleShelf(rules, (build) => this.#brokenRules(build));
  }

  has(stream: string): boolean {
    return this.#roles.has(stream);
  }

  hasSubject(stream: string): boolean {
    return this.#roles.get(stream) === 'subject';
  }

  async stream(stream: StreamLine, line: number): Promise<void> {
    await this.endOfStream();
    if (this.#roles.has(stream.stream)) {
      const name = streamName(stream.stream);
      this.find({
        ...{ code: 'STREAM_TWICE', step: 4, line, stream: stream.stream },
        sentence: {
          id: `${capital(name.id)} ada dua kali di berkas ini.`,
          en: `${capital(name.en)} stands twice in this file.`,
        },
      });
    }
    const role = roleOf(stream);
    const wrong = roleProblem(stream);
    if (wrong !== undefined)
      this.find({ code: 'STREAM_ROLE', step: 4, line, stream: stream.stream, sentence: wrong });
    this.#roles.set(stream.stream, role);
    this.#current = {
      line: stream,
      role,
      check: new StreamCheck(stream, line, this.heads.cut, this.find),
      recompute: new StreamRecompute(
        stream.stream,
        role === 'subject',
        this.shelf,
        this.#facts,
        this.counts,
        this.find,
      ),
    };
  }

  async decision(row: DecisionLine, line: number): Promise<void> {
    const current = this.#current;
    if (current === undefined) return this.#withoutStream(line);
    const { leaf, before } = current.check.decision(row, line);
    this.tree.row(row.leaf, leaf);
    this.clocks.row(
      { stream: row.stream_id, kind: 'decision', position: Number(row.sequence), name: row.name },
      row.committed_at,
    );
    if (before !== undefined) await this.#decided(current, before);
  }

  event(row: EventLine, line: number): void {
    const current = this.#current;
    if (current === undefined) this.#withoutStream(line);
    else {
      this.tree.row(row.leaf, current.check.event(row, line).leaf);
      this.clocks.row(
        { stream: row.stream_id, kind: 'event', position: Number(row.version), name: row.event_type },
        row.committed_at,
      );
    }
  }

  /** Once something else than a row of the current stream has come. */
  async endOfStream(): Promise<void> {
    const current = this.#current;
    this.#current = undefined;
    if (current === undefined) return;
    const { line, check, recompute } = current;
    const last = check.end();
    if (last !== undefined) await this.#decided(current, last);
    this.heads.stream(line, check, check.lastLine);
    await recompute.end();
    if (recompute.isHeld) this.#held.push(current);
    else this.#finished.push(totalsOf(current));
  }

  /** Once all rows have come: what waited for facts waits no longer. */
  async release(): Promise<void> {
    for (const current of this.#held.splice(0)) {
      await current.recompute.release();
      this.#finished.push(totalsOf(current));
    }
    if (this.shelf === undefined) return;
    checkAllDecided(this.counts, this.find);
    this.shelf.close();
  }

  totals(): readonly StreamTotals[] {
    return this.#finished;
  }

  async #decided({ recompute, line, role }: Current, decided: Decided): Promise<void> {
    const { decision } = decided;
    const position = Number(decision.sequence);
    const name = rowName({ stream: line.stream, kind: 'decision', position, name: decision.name });
    for (const key of this.#learn(decision)) {
      this.find({
        ...{ code: 'FACT_UNKNOWN', step: 8, line: decided.line, stream: line.stream },
        ...{ kind: 'decision', position },
        sentence: {
          id: `${name.id} menetapkan fakta ${key} secara lain daripada keputusan lain dengan versi yang sama.`,
          en: `${name.en} sets fact ${key} otherwise than another decision at the same version.`,
        },
      } satisfies Finding);
    }
    if (decision.run_id !== null && role === 'subject') {
      const runs = this.runs.get(line.stream) ?? new Set();
      this.runs.set(line.stream, runs.add(decision.run_id));
    }
    await recompute.add(decided);
  }

  #learn(decision: DecisionLine): string[] {
    try {
      return this.#facts.learn(decision);
    } catch {
      // Named already, as a text that is no JSON.
      return [];
    }
  }

  #withoutStream(line: number): void {
    const sentence = {
      id: `Baris ${line} tidak termasuk dalam aliran mana pun.`,
      en: `Line ${line} belongs to no stream.`,
    };
    this.find({ code: 'LINE_OUT_OF_ORDER', step: 1, line, sentence });
  }

  #brokenRules(build: string): void {
    const sentence = {
      id: `Aturan build ${build} tidak dapat dimuat: naskahnya tidak meninggalkan TitianRules versi 1.`,
      en: `The rules of build ${build} cannot be loaded: the script leaves no TitianRules of version 1.`,
    };
    this.find({ code: 'RULES', step: 8, kind: 'rules', sentence });
  }
}

const totalsOf = ({ line: { stream, kind, world }, role, recompute }: Current): StreamTotals => ({
  ...{ stream, kind, world, role },
  recorded: recompute.recorded,
  ...(recompute.decidedAgain > 0 ? { recomputed: recompute.recomputed } : {}),
  decidedAgain: recompute.decidedAgain,
});

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
