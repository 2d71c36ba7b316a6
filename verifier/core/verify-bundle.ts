/** Checks a bundle from its first byte to its last, in one pass and in bounded memory: docs/audit-bundle.md. */
import { isObject, type JsonObject, NotCanonical, parseCanonical } from './canonical-json.ts';
import { textOfBytes } from './encodings.ts';
import { rowHash, rowLeaf } from './entries.ts';
import { Findings, type Sentence } from './findings.ts';
import { isLineType, LINE_ORDER, type LineType, misfitOf } from './line-shapes.ts';
import type * as Lines from './line-types.ts';
import { type FileLine, LineTooLong, linesOf } from './lines.ts';
import { checkHistory, isSealedPack } from './note-check.ts';
import { type Report, reportOf, type Seen } from './report.ts';
import type { RuleHost } from './rule-host.ts';
import { type KeptCheckpoint, SealCheck } from './seal-check.ts';
import { StreamsCheck } from './streams-check.ts';
import { TreeCheck } from './tree-check.ts';
import { BadPolicy, parseTrustPolicy, type TrustPolicy } from './trust-policy.ts';
import { Unreadable } from './unreadable.ts';

export const FORMAT = 'titian-bundle/1';

export interface Asked {
  /** The reader's own trust policy, as its file holds it. Without one nothing is confirmed. */
  readonly trustPolicy?: Uint8Array;
  /** Checkpoints that the reader kept from before. */
  readonly knownCheckpoints?: readonly KeptCheckpoint[];
  /** What runs the rules of the file. */
  readonly rules: RuleHost;
  readonly onProgress?: (progress: Progress) => void;
  /** Stops at the first difference, for whoever asks only whether there is one. */
  readonly stopAtFirst?: boolean;
}

export interface Progress {
  readonly lines: number;
  readonly bytes: number;
}

/** @throws Unreadable where the policy, a kept checkpoint or the file is not what it should be. */
export async function verifyBundle(chunks: AsyncIterable<Uint8Array>, asked: Asked): Promise<Report> {
  const check = new BundleCheck(asked);
  try {
    for await (const line of linesOf(chunks)) {
      await check.line(line);
      if (asked.stopAtFirst && check.findings.count > 0) return check.report();
    }
    await check.endOfFile();
  } catch (error) {
    if (!(error instanceof LineTooLong)) throw error;
    check.malformed(error.line, {
      id: `Baris ${error.line} terlalu panjang.`,
      en: `Line ${error.line} is too long.`,
    });
  } finally {
    check.streams.shelf.close();
  }
  return check.report();
}

/** @throws Unreadable */
export function readPolicy(bytes: Uint8Array): TrustPolicy {
  try {
    return parseTrustPolicy(bytes);
  } catch (error) {
    if (!(error instanceof BadPolicy)) throw error;
    throw new Unreadable({
      id: `Kebijakan kepercayaan Anda tidak dapat dibaca: ${error.message}.`,
      en: `Your trust policy cannot be read: ${error.message}.`,
    });
  }
}

const ONCE: readonly LineType[] = ['header', 'trust', 'checkpoint', 'end'];
const AT_MOST_ONCE: readonly LineType[] = [...ONCE, 'heads'];

class BundleCheck {
  readonly findings = new Findings();
  readonly #find = this.findings.add.bind(this.findings);
  readonly #tree = new TreeCheck(this.#find, 5);
  readonly streams: StreamsCheck;
  readonly #seal: SealCheck;
  readonly #counts = new Map<LineType, number>();
  readonly #seen: Seen;
  readonly #asked: Asked;
  #order = 0;
  #lines = 0;
  #bytes = 0;
  #header: Lines.HeaderLine | undefined;
  #ended = false;
  #wholeFile = false;

  constructor(asked: Asked) {
    this.#asked = asked;
    const own = asked.trustPolicy === undefined ? undefined : readPolicy(asked.trustPolicy);
    this.#seal = new SealCheck(own, asked.knownCheckpoints ?? [], this.#find);
    this.streams = new StreamsCheck(this.#find, this.#tree, asked.rules);
    this.#seen = { redactions: 0, histories: 0, lostHistories: 0, looks: 0, deniedLooks: 0, runs: new Map() };
  }

  async line(line: FileLine): Promise<void> {
    this.#lines += 1;
    this.#bytes += line.bytes.length + 1;
    if (this.#lines % 256 === 0) this.#asked.onProgress?.({ lines: this.#lines, bytes: this.#bytes });
    const value = this.#read(line);
    if (value === undefined) return;
    const { type } = value;
    if (this.#lines === 1 && (type !== 'header' || value.format !== FORMAT)) throw notABundle(value);
    if (this.#ended) {
      this.malformed(line.number, {
        id: `Setelah penutup berkas masih ada baris ${line.number}.`,
        en: `After the end of the file there is still line ${line.number}.`,
      });
      return;
    }
    if (!isLineType(type)) {
      this.malformed(line.number, {
        id: `Baris ${line.number} bukan jenis baris yang dikenal.`,
        en: `Line ${line.number} is of no known type.`,
      });
      return;
    }
    const misfit = misfitOf(type, value);
    if (misfit !== undefined) {
      this.malformed(line.number, {
        id: `Baris ${line.number} (${type}): bagian ${misfit} tidak ada, tidak dikenal atau tidak berbentuk sah.`,
        en: `Line ${line.number} (${type}): member ${misfit} is missing, unknown or not well-formed.`,
      });
      return;
    }
    if (!this.#isInPlace(type, line.number)) return;
    await this.#take(type, value, line);
  }

  async endOfFile(): Promise<void> {
    if (this.#lines === 0) throw notABundle(undefined);
    await this.streams.endOfStream();
    await this.streams.release();
    for (const type of ONCE) {
      if (this.#counts.has(type)) continue;
      this.#find({
        ...(type === 'end' ? { code: 'FILE_NOT_ENDED' } : { code: 'LINE_MISSING' }),
        step: 1,
        sentence:
          type === 'end'
            ? {
                id: `Berkas terpotong setelah baris ${this.#lines}: penutupnya tidak ada.`,
                en: `The file is cut off after line ${this.#lines}: it has no end.`,
              }
            : { id: `Berkas tidak memuat baris ${type}.`, en: `The file holds no line ${type}.` },
      });
    }
    if (this.#asked.stopAtFirst && this.findings.count > 0) return;
    this.#seal.settle();
    const { checkpoint } = this.#seal;
    const header = this.#header;
    if (checkpoint !== undefined && header !== undefined) {
      const { scope } = header;
      const whole = scope.kind === 'period' ? { from: scope.leafFrom, to: scope.leafTo } : undefined;
      this.#tree.check(checkpoint.size, checkpoint.root, whole);
      this.#checkSubject(scope);
    }
    this.streams.heads.check();
    this.#wholeFile = true;
  }

  malformed(line: number, sentence: Sentence): void {
    this.#find({ code: 'LINE_MALFORMED', step: 1, line, sentence });
  }

  report(): Report {
    const { checkpoint, endKey, own, consistent } = this.#seal;
    return reportOf({
      findings: this.findings,
      wholeFile: this.#wholeFile,
      header: this.#header,
      file: { lines: this.#lines, bytes: this.#bytes },
      ownPolicy: own !== undefined,
      policy: this.#seal.policy,
      checkpoint,
      endKey,
      consistent,
      kept: this.#wholeFile ? this.#seal.kept() : [],
      heads: this.streams.heads,
      counts: this.streams.counts,
      seen: { ...this.#seen, runs: this.streams.runs },
      rows: this.#tree.rows,
      streams: this.streams.totals(),
    });
  }

  #read(line: FileLine): JsonObject | undefined {
    try {
      const text = textOfBytes(line.bytes);
      const value = text === undefined ? undefined : parseCanonical(text);
      if (!isObject(value)) throw new NotCanonical('no object');
      if (!line.ended) {
        this.malformed(line.number, {
          id: `Baris terakhir (${line.number}) tidak ditutup dengan baris baru.`,
          en: `The last line (${line.number}) is not ended by a line feed.`,
        });
        return undefined;
      }
      return value;
    } catch (error) {
      if (!(error instanceof NotCanonical || error instanceof RangeError)) throw error;
      if (this.#lines === 1) throw notABundle(undefined);
      this.#find({
        ...{ code: 'LINE_NOT_CANONICAL', step: 1, line: line.number },
        sentence: {
          id: `Baris ${line.number} bukan JSON dalam bentuk bakunya.`,
          en: `Line ${line.number} is not JSON in its canonical form.`,
        },
      });
      return undefined;
    }
  }

  #isInPlace(type: LineType, line: number): boolean {
    const before = this.#counts.get(type) ?? 0;
    this.#counts.set(type, before + 1);
    const place = LINE_ORDER[type];
    if (place >= this.#order && !(AT_MOST_ONCE.includes(type) && before > 0)) {
      this.#order = place;
      return true;
    }
    const sentence = {
      id: `Baris ${line} (${type}) tidak berada pada tempatnya.`,
      en: `Line ${line} (${type}) is out of place.`,
    };
    this.#find({ code: 'LINE_OUT_OF_ORDER', step: 1, line, sentence });
    return false;
  }

  async #take(type: LineType, value: JsonObject, { number, sha256Before }: FileLine): Promise<void> {
    const line = value as unknown;
    if (LINE_ORDER[type] > LINE_ORDER.stream) await this.streams.endOfStream();
    switch (type) {
      case 'header':
        this.#header = line as Lines.HeaderLine;
        return this.#seal.header(this.#header);
      case 'trust':
        return this.#seal.trust(value.policy as string, number);
      case 'checkpoint':
        return this.#seal.checkpointLine(value.note as string, number);
      case 'consistency':
        return this.#seal.consistencyLine(value.note as string, value.proof as readonly string[], number);
      case 'rules': {
        const rules = line as Lines.RulesLine;
        this.#note(rules, number);
        if (isSealedPack(rules, number, this.#find)) this.streams.shelf.put(rules.build, rules.code);
        return;
      }
      case 'heads': {
        const heads = line as Lines.SealedNoteLine;
        this.#note(heads, number);
        return this.streams.heads.take(heads, this.#header?.treeSize ?? 0, number);
      }
      case 'stream':
        return this.streams.stream(line as Lines.StreamLine, number);
      case 'decision':
        return this.streams.decision(line as Lines.DecisionLine, number);
      case 'event':
        return this.streams.event(line as Lines.EventLine, number);
      case 'history':
        return this.#history(line as Lines.HistoryLine, number);
      case 'redaction':
        this.#seen.redactions += 1;
        return this.#knownStream(value.stream as string, number);
      case 'access':
        return this.#access(line as Lines.AccessLine);
      case 'note':
        return this.#note(line as Lines.SealedNoteLine, number);
      case 'node':
        return this.#tree.node(line as Lines.NodeLine, number);
      case 'head-node':
        return this.streams.heads.node(line as Lines.NodeLine, number);
      case 'end':
        this.#ended = true;
        return this.#seal.endLine(line as Lines.EndLine, number, sha256Before());
    }
  }

  #note({ note, leaf }: Lines.SealedNoteLine, line: number): void {
    this.#tree.note(leaf, rowLeaf('note', 'note', note.id, rowHash('note', { ...note })), line);
  }

  #access(row: Lines.AccessLine): void {
    this.#seen.looks += 1;
    if (row.outcome === 'denied') this.#seen.deniedLooks += 1;
    this.#tree.row(row.leaf, rowLeaf('access', 'access', row.id, rowHash('access', row)));
  }

  #history(history: Lines.HistoryLine, line: number): void {
    this.#note(history, line);
    this.#knownStream(history.stream, line);
    this.#seen.histories += 1;
    if (history.sha256 === null) this.#seen.lostHistories += 1;
    this.streams.runs.get(history.stream)?.delete(history.run);
    checkHistory(history, line, this.#find);
  }

  #knownStream(stream: string, line: number): void {
    if (this.streams.has(stream)) return;
    this.malformed(line, {
      id: `Baris ${line} menyebut aliran ${stream}, yang tidak ada di berkas ini.`,
      en: `Line ${line} names stream ${stream}, which is not in this file.`,
    });
  }

  /** Whoever asks for one person must be given that person. */
  #checkSubject(scope: Lines.Scope): void {
    if (scope.kind !== 'person' && scope.kind !== 'class') return;
    const stream = `${scope.kind === 'person' ? 'journey' : 'class'}/${scope.id}`;
    if (this.streams.hasSubject(stream)) return;
    const sentence = {
      id: `Berkas ini menyatakan tentang ${stream}, tetapi aliran itu tidak ada di dalamnya.`,
      en: `This file says that it is about ${stream}, but that stream is not in it.`,
    };
    this.#find({ code: 'SCOPE', step: 5, sentence });
  }
}

function notABundle(value: JsonObject | undefined): Unreadable {
  return value?.type === 'header'
    ? new Unreadable({
        id: `Berkas ini berformat ${String(value.format)}, bukan ${FORMAT}.`,
        en: `This file is of the format ${String(value.format)}, not ${FORMAT}.`,
      })
    : new Unreadable({
        id: `Berkas ini bukan bundel Titian (${FORMAT}).`,
        en: `This file is not a bundle of Titian (${FORMAT}).`,
      });
}
