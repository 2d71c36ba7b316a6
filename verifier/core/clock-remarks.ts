/** Times at which rows say they were committed that do not fit with others: no seal is broken, but somebody should look. */
import type { Sentence } from './findings.ts';
import { type RowPlace, rowName } from './names.ts';

/** Clocks of servers and witnesses are never quite the same. */
const AHEAD_MS_MAX = 60_000;
const BACK_MS_MAX = 3_600_000;

/** More are counted. */
const REMARKS_KEPT = 20;

export class ClockRemarks {
  readonly #remarks: Sentence[] = [];
  #more = 0;
  #stream = '';
  /** Of the stream that is being read: its latest row so far. */
  #latest: { readonly at: number; readonly text: string } | undefined;

  constructor(
    /** When the last witness saw the tree, in milliseconds since 1970; undefined where none did. */
    readonly cosignedAt: number | undefined,
  ) {}

  /** Rows of a stream come one after another. */
  row(place: RowPlace, committedAt: string): void {
    const at = Date.parse(committedAt);
    if (Number.isNaN(at)) return;
    if (place.stream !== this.#stream) {
      this.#stream = place.stream;
      this.#latest = undefined;
    }
    if (this.cosignedAt !== undefined && at > this.cosignedAt + AHEAD_MS_MAX)
      this.#add(ahead(rowName(place), committedAt, new Date(this.cosignedAt).toISOString()));
    if (this.#latest !== undefined && at < this.#latest.at - BACK_MS_MAX)
      this.#add(back(rowName(place), committedAt, this.#latest.text));
    if (this.#latest === undefined || at > this.#latest.at) this.#latest = { at, text: committedAt };
  }

  all(): readonly Sentence[] {
    if (this.#more === 0) return this.#remarks;
    const rest = {
      id: `Waktu yang tidak sesuai juga ada pada ${this.#more} baris lain.`,
      en: `Times that do not fit stand in ${this.#more} more rows.`,
    };
    return [...this.#remarks, rest];
  }

  #add(sentence: Sentence): void {
    if (this.#remarks.length < REMARKS_KEPT) this.#remarks.push(sentence);
    else this.#more += 1;
  }
}

const ahead = (name: Sentence, at: string, seen: string): Sentence => ({
  id: `${name.id} menyatakan dicatat ${at}, setelah saksi melihat log yang sudah memuatnya (${seen}).`,
  en: `${name.en} says that it was committed at ${at}, after witnesses saw the log that already held it (${seen}).`,
});

const back = (name: Sentence, at: string, latest: string): Sentence => ({
  id: `${name.id} menyatakan dicatat ${at}, lebih dari satu jam sebelum baris yang mendahuluinya dalam aliran yang sama (${latest}).`,
  en: `${name.en} says that it was committed at ${at}, more than an hour before a row that precedes it in the same stream (${latest}).`,
});
