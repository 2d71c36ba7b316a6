/** Reads a YAML document key by key and knows, for every mistake, its line and its path. */
import type { Document, Node, Pair } from 'yaml';
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { JsonObject, JsonValue } from '../domain/decider.ts';
import { ScenarioProblem } from './problem.ts';
import { NO, YES } from './words.ts';

interface Source {
  readonly file: string;
  readonly lines: LineCounter;
  readonly document: Document;
}

/** `sisa_menit` and `sisa menit` are the same key. */
const normalKey = (key: string): string => key.trim().replaceAll('_', ' ');

/** A node of the file with the path that leads to it. */
export class Field {
  constructor(
    private readonly source: Source,
    private readonly node: Node | null,
    readonly path: readonly string[],
    private readonly fallbackLine: number,
  ) {}

  get line(): number {
    const start = this.node?.range?.[0];
    return start === undefined ? this.fallbackLine : this.source.lines.linePos(start).line;
  }

  problem(fault: string, remedy: string): ScenarioProblem {
    return new ScenarioProblem(this.source.file, this.line, this.path.join(' > '), fault, remedy);
  }

  /** A problem on another line of the same file. */
  problemAt(line: number, fault: string, remedy: string): ScenarioProblem {
    return new ScenarioProblem(this.source.file, line, this.path.join(' > '), fault, remedy);
  }

  private get resolved(): Node | null {
    const node = this.node;
    return isAlias(node) ? (node.resolve(this.source.document) ?? null) : node;
  }

  get isList(): boolean {
    return isSeq(this.resolved);
  }

  get isMapping(): boolean {
    return isMap(this.resolved);
  }

  /** Text of a scalar; numbers are given as they were written. */
  text(): string {
    const node = this.resolved;
    if (!isScalar(node) || node.value === null || node.value === '') {
      throw this.problem('harus berisi teks', 'Tulis satu nilai di baris yang sama.');
    }
    if (typeof node.value === 'string') return node.value.trim();
    return node.source ?? String(node.value);
  }

  textMatching(shape: RegExp, what: string, example: string): string {
    const text = this.text();
    if (!shape.test(text)) throw this.problem(`"${text}" bukan ${what}`, `Contoh: ${example}.`);
    return text;
  }

  oneOf<T>(words: { readonly [word: string]: T }): T {
    const text = this.text().toLowerCase();
    const found = words[text];
    if (found === undefined || !Object.hasOwn(words, text)) {
      throw this.problem(`"${text}" tidak dikenal`, `Pilih salah satu: ${Object.keys(words).join(', ')}.`);
    }
    return found;
  }

  wholeNumber(): number {
    const text = this.textMatching(/^\d{1,3}(\.\d{3})+$|^\d{1,15}$/, 'bilangan bulat', '480 atau 14.400');
    return Number(text.replaceAll('.', ''));
  }

  yesOrNo(): boolean {
    const node = this.resolved;
    if (isScalar(node) && typeof node.value === 'boolean') return node.value;
    const text = this.text().toLowerCase();
    if (YES.has(text)) return true;
    if (NO.has(text)) return false;
    throw this.problem(`"${text}" bukan ya atau tidak`, 'Tulis ya atau tidak.');
  }

  list(): Field[] {
    const node = this.resolved;
    if (!isSeq(node)) throw this.problem('harus berupa daftar', 'Tulis tiap butir pada baris "- ...".');
    return node.items.map(
      (item, index) =>
        new Field(
          this.source,
          item as Node,
          [...this.path.slice(0, -1), `${this.path.at(-1)} ${index + 1}`],
          this.line,
        ),
    );
  }

  /** One value or a list of them. */
  oneOrMore(): Field[] {
    return this.isList ? this.list() : [this];
  }

  fields(): Fields {
    const node = this.resolved;
    if (!isMap(node)) throw this.problem('harus berisi kunci dan nilai', 'Tulis "kunci: nilai" di bawahnya.');
    const entries = new Map<string, Field>();
    for (const pair of node.items as Pair<Node, Node | null>[]) {
      const key = isScalar(pair.key) ? String(pair.key.value) : '';
      const field = new Field(this.source, pair.value, [...this.path, key], this.lineOf(pair.key));
      entries.set(key, field);
    }
    return new Fields(this, entries);
  }

  private lineOf(node: Node | null): number {
    const start = node?.range?.[0];
    return start === undefined ? this.line : this.source.lines.linePos(start).line;
  }

  /** The value as data of a command: words are kept as they stand. */
  json(): JsonValue {
    return (this.resolved?.toJS(this.source.document) ?? null) as JsonValue;
  }

  jsonObject(): JsonObject {
    this.fields();
    return this.json() as JsonObject;
  }
}

/** The keys of a mapping; every key must be asked for, so that a misspelt one is found. */
export class Fields {
  private readonly asked = new Set<string>();

  constructor(
    readonly owner: Field,
    private readonly entries: ReadonlyMap<string, Field>,
  ) {}

  private find(key: string): Field | undefined {
    this.asked.add(key);
    for (const [name, field] of this.entries) if (normalKey(name) === key) return field;
    return undefined;
  }

  has(key: string): boolean {
    return this.find(key) !== undefined;
  }

  optional(key: string): Field | null {
    return this.find(key) ?? null;
  }

  required(key: string, example: string): Field {
    const field = this.find(key);
    if (field === undefined) {
      throw this.owner.problem(`kunci "${key}" tidak ada`, `Tambahkan, misalnya "${key}: ${example}".`);
    }
    return field;
  }

  all(): ReadonlyMap<string, Field> {
    return this.entries;
  }

  /** @throws ScenarioProblem for the first key that nothing asked for. */
  refuseOthers(): void {
    for (const [name, field] of this.entries) {
      if (this.asked.has(normalKey(name))) continue;
      throw field.problem(
        'kunci ini tidak dikenal di sini',
        `Yang dikenal: ${[...this.asked].sort().join(', ')}.`,
      );
    }
  }
}

/** @throws ScenarioProblem when the text is not YAML at all. */
export function readYaml(file: string, text: string): Field {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const error = document.errors[0];
  if (error !== undefined) {
    throw new ScenarioProblem(
      file,
      lines.linePos(error.pos[0]).line,
      '',
      `berkas ini bukan YAML yang benar (${error.message})`,
      'Periksa lekuk (spasi di awal baris), titik dua dan tanda kutip di sekitar baris ini.',
    );
  }
  return new Field({ file, lines, document }, document.contents, [], 1);
}
