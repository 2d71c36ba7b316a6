/** Whether the file holds all that each of its streams had at the cut (step 6). */
import { bytesOfHex, bytesOfText, isHash } from './encodings.ts';
import { headLeaf } from './entries.ts';
import type { Finding, Sentence } from './findings.ts';
import type { NodeLine, SealedNoteLine, StreamLine } from './line-types.ts';
import { streamName } from './names.ts';
import { noteBody } from './note-check.ts';
import type { Find, StreamCheck } from './stream-check.ts';
import { TreeCheck } from './tree-check.ts';

interface HeadsNote {
  readonly at: string;
  readonly leaves: number;
  readonly streams: number;
  readonly root: string;
}

export class HeadsCheck {
  /** Leaves 0 to `cut` - 1 lie before it; 0 where the file has no heads. */
  cut = 0;
  /** Streams that began after the cut. */
  after = 0;
  /** Rows of streams that were sealed after it. */
  rowsAfterCut = 0;
  readonly #tree: TreeCheck;
  readonly #byIndex: { readonly index: number; readonly stream: string; readonly line: number }[] = [];
  #note: HeadsNote | undefined;
  #hasLine = false;

  constructor(readonly find: Find) {
    this.#tree = new TreeCheck(find, 6);
  }

  /** When the note was committed; undefined where there is none. */
  get notedAt(): string | undefined {
    return this.#note?.at;
  }

  get isThere(): boolean {
    return this.#note !== undefined;
  }

  take({ note }: SealedNoteLine, treeSize: number, line: number): void {
    this.#hasLine = true;
    const body = noteBody(note, line, this.find);
    if (body === undefined) return;
    const { leaves, streams, root } = body;
    const fits =
      note.kind === 'stream-heads' &&
      isCount(leaves) &&
      isCount(streams) &&
      isHash(root) &&
      leaves <= treeSize;
    if (!fits) {
      this.#say('HEAD', line, {
        id: `Catatan nomor ${note.id} bukan catatan ujung-ujung aliran dari pohon ini.`,
        en: `Note ${note.id} is not about the heads of the streams of this tree.`,
      });
      return;
    }
    this.#note = { at: note.committed_at, leaves, streams, root };
    this.cut = leaves;
  }

  node(node: NodeLine, line: number): void {
    this.#tree.node(node, line);
    if (!this.#hasLine) this.#withoutHeads(line);
  }

  /** Once all rows of a stream have come. */
  stream(stream: StreamLine, rows: StreamCheck, line: number): void {
    const { head } = stream;
    if (head !== null && !this.#hasLine) this.#withoutHeads(line);
    if (this.#note === undefined) return;
    const name = streamName(stream.stream);
    const say = (sentence: Sentence) => this.#say('HEAD', line, sentence, stream.stream);
    const { atCut } = rows;
    this.rowsAfterCut += rows.decisions - atCut.decisions + rows.events - atCut.events;
    if (head === null) {
      this.after += 1;
      if (atCut.decisions === 0 && atCut.events === 0) return;
      say({
        id: `Berkas menyatakan ${name.id} belum ada pada saat potongan, tetapi barisnya sudah ada sebelum itu.`,
        en: `The file says that ${name.en} did not exist at the cut, but it has rows from before.`,
      });
      return;
    }
    this.#tree.row(head.index, headLeaf(stream.stream, stream.kind, stream.world, head));
    this.#byIndex.push({ index: head.index, stream: stream.stream, line });
    if (atCut.events !== head.events || atCut.decisions !== head.decisions) {
      say({
        id: `Pada saat potongan ${name.id} memiliki ${head.decisions} keputusan dan ${head.events} peristiwa, tetapi berkas memuat ${atCut.decisions} dan ${atCut.events} dari masa itu.`,
        en: `At the cut ${name.en} had ${head.decisions} decisions and ${head.events} events, but the file holds ${atCut.decisions} and ${atCut.events} of that time.`,
      });
    } else if (atCut.decisionHash !== head.decisionHash || atCut.eventHash !== head.eventHash) {
      const [id, en, position] =
        atCut.decisionHash === head.decisionHash
          ? ['peristiwa', 'event', head.events]
          : ['keputusan', 'decision', head.decisions];
      say({
        id: `Pada ${name.id}, ${id} ke-${position} tidak sama dengan ujung aliran yang disegel pada saat potongan.`,
        en: `In ${name.en}, ${en} ${position} does not match the head that was sealed at the cut.`,
      });
    }
  }

  check(): void {
    if (this.#note === undefined) return;
    this.#checkOrder();
    this.#tree.check(this.#note.streams, bytesOfHex(this.#note.root));
  }

  /** Heads stand in bytewise order of stream ids. */
  #checkOrder(): void {
    const heads = this.#byIndex.sort((one, other) => one.index - other.index);
    for (const [place, { stream, line }] of heads.entries()) {
      const before = heads[place - 1];
      if (before === undefined || isBefore(before.stream, stream)) continue;
      const name = streamName(stream);
      this.#say(
        'HEAD',
        line,
        {
          id: `Ujung ${name.id} tidak berada di tempatnya menurut urutan aliran.`,
          en: `The head of ${name.en} does not stand in its place in the order of streams.`,
        },
        stream,
      );
    }
  }

  #withoutHeads(line: number): void {
    this.#say('HEAD', line, {
      id: `Baris ${line} menyebut ujung aliran, tetapi berkas ini tidak memuat catatan yang menyegelnya.`,
      en: `Line ${line} speaks of heads, but the file holds no note that seals them.`,
    });
  }

  #say(code: Finding['code'], line: number, sentence: Sentence, stream?: string): void {
    this.find({ code, step: 6, line, ...(stream === undefined ? {} : { stream }), sentence });
  }
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function isBefore(one: string, other: string): boolean {
  const [a, b] = [bytesOfText(one), bytesOfText(other)];
  for (let place = 0; place < Math.min(a.length, b.length); place += 1)
    if (a[place] !== b[place]) return a[place]! < b[place]!;
  return a.length < b.length;
}
