/**
 * Checks a bundle from its first byte to its last, in bounded memory: docs/audit-bundle.md. Twice: the first time
 * without running anything of it, and only a file whose seals all hold a second time, with its rules.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { BesideStreams } from './beside-streams.ts';
import { checkSubject, wholeRange } from './bundle-scope.ts';
import type { JsonObject } from './canonical-json.ts';
import { ClockRemarks } from './clock-remarks.ts';
import { hexOf } from './encodings.ts';
import { Findings } from './findings.ts';
import { LineOrder } from './line-order.ts';
import { malformed, notABundle, readLine } from './line-reader.ts';
import { LINE_ORDER, type LineType } from './line-shapes.ts';
import type * as Lines from './line-types.ts';
import { type FileLine, LineTooLong, linesOf } from './lines.ts';
import { isSealedPack } from './note-check.ts';
import { readPolicy } from './read-policy.ts';
import { type Report, reportOf } from './report.ts';
import type { RuleHost } from './rule-host.ts';
import { type KeptCheckpoint, SealCheck } from './seal-check.ts';
import { StreamsCheck } from './streams-check.ts';
import { TreeCheck } from './tree-check.ts';

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
  /** The file is read twice. */
  readonly pass: 1 | 2;
  readonly lines: number;
  readonly bytes: number;
}

/** The file's bytes from the first on, each time anew. */
export type Source = () => AsyncIterable<Uint8Array>;

/** What the first reading found, once every seal held: nothing but this is run and believed in the second. */
interface Sealed {
  /** SHA-256 of all bytes before the end, and of the end. */
  readonly bytes: string;
  /** Rule packs: build and SHA-256. */
  readonly packs: ReadonlySet<string>;
  /** When the last witness saw the tree; milliseconds since 1970. */
  readonly cosignedAt: number | undefined;
}

/** @throws Unreadable where the policy, a kept checkpoint or the file is not what it should be. */
export async function verifyBundle(source: Source, asked: Asked): Promise<Report> {
  const first = await readThrough(source, asked);
  const sealed = first.sealed();
  return (sealed === undefined ? first : await readThrough(source, asked, sealed)).report();
}

async function readThrough(source: Source, asked: Asked, sealed?: Sealed): Promise<BundleCheck> {
  const check = new BundleCheck(asked, sealed);
  try {
    for await (const line of linesOf(source())) {
      await check.line(line);
      if (asked.stopAtFirst && check.findings.count > 0) return check;
    }
    await check.endOfFile();
  } catch (error) {
    if (!(error instanceof LineTooLong)) throw error;
    malformed(check.find, error.line, {
      id: `Baris ${error.line} terlalu panjang.`,
      en: `Line ${error.line} is too long.`,
    });
  } finally {
    check.streams.shelf?.close();
  }
  return check;
}

/** Hands each line to whoever checks its kind. */
class BundleCheck {
  readonly findings = new Findings();
  readonly find = this.findings.add.bind(this.findings);
  readonly streams: StreamsCheck;
  readonly #asked: Asked;
  readonly #order = new LineOrder(this.find);
  readonly #tree = new TreeCheck(this.find, 5);
  readonly #seal: SealCheck;
  readonly #beside: BesideStreams;
  readonly #sealed: Sealed | undefined;
  readonly #clocks: ClockRemarks;
  readonly #packs = new Set<string>();
  #fileHash = '';
  #lines = 0;
  #bytes = 0;
  #header: Lines.HeaderLine | undefined;
  #wholeFile = false;

  constructor(asked: Asked, sealed: Sealed | undefined) {
    this.#asked = asked;
    this.#sealed = sealed;
    this.#clocks = new ClockRemarks(sealed?.cosignedAt);
    const own = asked.trustPolicy === undefined ? undefined : readPolicy(asked.trustPolicy);
    this.#seal = new SealCheck(own, asked.knownCheckpoints ?? [], this.find);
    this.streams = new StreamsCheck(this.find, this.#tree, sealed && asked.rules, this.#clocks);
    this.#beside = new BesideStreams(this.streams, this.#tree, this.find);
  }

  async line(line: FileLine): Promise<void> {
    this.#lines += 1;
    this.#bytes += line.bytes.length + 1;
    if (this.#lines % 256 === 0) this.#tellProgress();
    const read = readLine(line, this.find);
    if (read === undefined || !this.#order.isInPlace(read.type, line.number)) return;
    await this.#take(read.type, read.value, line);
  }

  async endOfFile(): Promise<void> {
    if (this.#lines === 0) throw notABundle(undefined);
    await this.streams.endOfStream();
    await this.streams.release();
    this.#order.checkComplete(this.#lines);
    if (this.#asked.stopAtFirst && this.findings.count > 0) return;
    this.#seal.settle();
    const { checkpoint } = this.#seal;
    const scope = this.#header?.scope;
    if (checkpoint !== undefined && scope !== undefined) {
      this.#tree.check(checkpoint.size, checkpoint.root, wholeRange(scope));
      checkSubject(scope, this.streams, this.find);
    }
    this.streams.heads.check();
    if (this.#sealed !== undefined && this.#sealed.bytes !== this.#fileHash) this.#otherBytes();
    this.#wholeFile = true;
  }

  /** Undefined where anything is open that must hold before rules of this file are run. */
  sealed(): Sealed | undefined {
    const { checkpoint, endKey } = this.#seal;
    if (this.findings.count > 0 || !this.#wholeFile || checkpoint === undefined || endKey === undefined)
      return undefined;
    const seen = checkpoint.cosigned.map(({ at }) => at * 1_000);
    const cosignedAt = seen.length === 0 ? undefined : Math.max(...seen);
    return { bytes: this.#fileHash, packs: this.#packs, cosignedAt };
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
      seen: this.#beside.seen,
      rows: this.#tree.rows,
      streams: this.streams.totals(),
      remarks: this.#clocks.all(),
      rulesRun: this.#sealed !== undefined,
    });
  }

  #tellProgress(): void {
    const pass = this.#sealed === undefined ? 1 : 2;
    this.#asked.onProgress?.({ pass, lines: this.#lines, bytes: this.#bytes });
  }

  #otherBytes(): void {
    const sentence = {
      id: 'Berkas berubah selagi diperiksa: pembacaan kedua menghasilkan isi yang lain daripada yang pertama.',
      en: 'The file changed while it was checked: the second reading gave other content than the first.',
    };
    this.find({ code: 'FILE_CHANGED', step: 1, sentence });
  }

  /** A pack is run only in the second reading, and only the one whose seal the first saw hold. */
  #rules(rules: Lines.RulesLine, line: number): void {
    this.#beside.note(rules, line);
    if (!isSealedPack(rules, line, this.find)) return;
    const name = `${rules.sha256} ${rules.build}`;
    this.#packs.add(name);
    if (this.#sealed?.packs.has(name)) this.streams.shelf?.put(rules.build, rules.code);
  }

  async #take(type: LineType, value: JsonObject, { number, bytes, sha256Before }: FileLine): Promise<void> {
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
      case 'rules':
        return this.#rules(line as Lines.RulesLine, number);
      case 'heads': {
        const heads = line as Lines.SealedNoteLine;
        this.#beside.note(heads, number);
        return this.streams.heads.take(heads, this.#header?.treeSize ?? 0, number);
      }
      case 'stream':
        return this.streams.stream(line as Lines.StreamLine, number);
      case 'decision':
        return this.streams.decision(line as Lines.DecisionLine, number);
      case 'event':
        return this.streams.event(line as Lines.EventLine, number);
      case 'history':
        return this.#beside.history(line as Lines.HistoryLine, number);
      case 'redaction':
        return this.#beside.redaction(value.stream as string, number);
      case 'access':
        return this.#beside.access(line as Lines.AccessLine);
      case 'note':
        return this.#beside.note(line as Lines.SealedNoteLine, number);
      case 'node':
        return this.#tree.node(line as Lines.NodeLine, number);
      case 'head-node':
        return this.streams.heads.node(line as Lines.NodeLine, number);
      case 'end': {
        const before = sha256Before();
        this.#fileHash = `${before} ${hexOf(sha256(bytes))}`;
        return this.#seal.endLine(line as Lines.EndLine, number, before);
      }
    }
  }
}
