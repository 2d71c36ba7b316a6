/** What stands beside the streams: notes, histories, redactions and who looked. Counted, and given their leaves. */
import { rowHash, rowLeaf } from './entries.ts';
import { malformed } from './line-reader.ts';
import type { AccessLine, HistoryLine, SealedNoteLine } from './line-types.ts';
import { checkHistory } from './note-check.ts';
import type { Seen } from './report.ts';
import type { Find } from './stream-check.ts';
import type { StreamsCheck } from './streams-check.ts';
import type { TreeCheck } from './tree-check.ts';

export class BesideStreams {
  readonly #counts = { redactions: 0, histories: 0, lostHistories: 0, looks: 0, deniedLooks: 0 };

  constructor(
    readonly streams: StreamsCheck,
    readonly tree: TreeCheck,
    readonly find: Find,
  ) {}

  get seen(): Seen {
    return { ...this.#counts, runs: this.streams.runs };
  }

  note({ note, leaf }: SealedNoteLine, line: number): void {
    this.tree.note(leaf, rowLeaf('note', 'note', note.id, rowHash('note', { ...note })), line);
  }

  access(row: AccessLine): void {
    this.#counts.looks += 1;
    if (row.outcome === 'denied') this.#counts.deniedLooks += 1;
    this.tree.row(row.leaf, rowLeaf('access', 'access', row.id, rowHash('access', row)));
  }

  history(history: HistoryLine, line: number): void {
    this.note(history, line);
    this.#knownStream(history.stream, line);
    this.#counts.histories += 1;
    if (history.sha256 === null) this.#counts.lostHistories += 1;
    this.streams.runs.get(history.stream)?.delete(history.run);
    checkHistory(history, line, this.find);
  }

  redaction(stream: string, line: number): void {
    this.#counts.redactions += 1;
    this.#knownStream(stream, line);
  }

  #knownStream(stream: string, line: number): void {
    if (this.streams.has(stream)) return;
    malformed(this.find, line, {
      id: `Baris ${line} menyebut aliran ${stream}, yang tidak ada di berkas ini.`,
      en: `Line ${line} names stream ${stream}, which is not in this file.`,
    });
  }
}
