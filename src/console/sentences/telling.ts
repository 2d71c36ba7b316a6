/** How values are said inside a sentence: dates in words, hours as people say them, codes by their names. */
import type { LocalDate, LocalDateTime, Moment, Zone } from '../../domain/time/moment.ts';
import { localDateTimeOf } from '../../domain/time/moments.ts';
import {
  type Counted,
  clockInWords,
  countInWords,
  dateInWords,
  dayAndDate,
  durationInWords,
  momentInWords,
  readingInWords,
  rupiahInWords,
  wholeInWords,
} from '../words/amounts.ts';
import { type Language, say, type Words } from '../words/words.ts';

const SEALED = 'sealed:v1:';
type Maybe<T> = T | null | undefined;

/**
 * One sentence in the making. A value that is hidden, sealed or older than its field marks it incomplete:
 * the plain sentence is told then.
 */
export class Telling {
  incomplete = false;

  constructor(
    readonly language: Language,
    private readonly names: ReadonlyMap<string, string>,
  ) {}

  private with<T>(value: Maybe<T>, said: (value: T) => string): string {
    if (value !== undefined && value !== null) return said(value);
    this.incomplete = true;
    return '';
  }

  /** Text as it was written: numbers of papers, names, notes. */
  text(value: Maybe<string | number>): string {
    if (typeof value === 'string' && value.startsWith(SEALED)) this.incomplete = true;
    return this.with(value, String);
  }

  date = (value: Maybe<LocalDate>): string => this.with(value, (date) => dateInWords(this.language, date));
  day = (value: Maybe<LocalDate>): string => this.with(value, (date) => dayAndDate(this.language, date));
  /** The date of a moment: for deadlines that end with a day. */
  dayOf = (value: Maybe<Moment>): string => this.with(value, ({ date }) => dateInWords(this.language, date));
  /** A deadline at the edge of a day is told by its day alone. */
  moment = (value: Maybe<Moment>): string =>
    this.with(value, (at) =>
      /T(?:00:00:00|23:59:59)$/.test(localDateTimeOf(at))
        ? dayAndDate(this.language, at.date)
        : momentInWords(this.language, at),
    );
  reading = (value: Maybe<LocalDateTime>): string =>
    this.with(value, (at) => readingInWords(this.language, at));
  clock = (value: Maybe<LocalDateTime>): string => this.with(value, (at) => clockInWords(this.language, at));
  hours = (value: Maybe<number>): string =>
    this.with(value, (minutes) => durationInWords(this.language, minutes));
  whole = (value: Maybe<number>): string => this.with(value, (count) => wholeInWords(this.language, count));
  count = (value: Maybe<number>, what: Counted): string =>
    this.with(value, (count) => countInWords(this.language, count, what));
  days = (value: Maybe<number>): string => this.count(value, { id: 'hari', en: ['day', 'days'] });
  people = (value: Maybe<number>): string => this.count(value, { id: 'orang', en: ['person', 'people'] });
  /** Units of competence. */
  units = (value: Maybe<number>): string => this.count(value, { id: 'unit', en: ['unit', 'units'] });
  /** Training hours keep their own name: they are 45 minutes long. */
  jp = (value: Maybe<number>): string =>
    this.with(value, (count) => `${wholeInWords(this.language, count)} JP`);
  rupiah = (value: Maybe<number>): string => this.with(value, rupiahInWords);

  /** `2026-04` as `April 2026`. */
  month = (value: Maybe<string>): string =>
    this.with(value, (month) => dateInWords(this.language, `${month}-01`).replace(/^1 /, ''));

  /** `Senin, 30 Maret 2026, pukul 08.00–12.00 WIB`; over midnight both days are said. */
  span(start: Maybe<LocalDateTime>, end: Maybe<LocalDateTime>, zone: Zone | undefined): string {
    const until = start?.slice(0, 10) === end?.slice(0, 10) ? this.clock(end) : ` ${this.reading(end)}`;
    return `${this.reading(start)}–${until}${zone === undefined ? '' : ` ${zone}`}`;
  }

  /** What an office, a site, an employer, a scheme is called; its code where nobody knows the name. */
  name = (code: Maybe<string>): string => this.with(code, (known) => this.names.get(known) ?? known);

  /** A session by its day where that is known, else by its number. */
  session = (id: Maybe<string>): string =>
    this.with(
      id,
      (known) =>
        this.names.get(known) ??
        say(this.language, { id: `sesi nomor ${known.slice(1)}`, en: `session ${known.slice(1)}` }),
    );

  /** How many a list names. */
  size = (items: Maybe<readonly unknown[]>, what: Counted): string => this.count(items?.length, what);

  /** A code by its words. */
  of<Code extends string>(table: { readonly [C in Code]: Words }, code: Maybe<Code>): string {
    return this.with(code, (known) => {
      const words = Object.hasOwn(table, known) ? table[known] : undefined;
      if (words === undefined) this.incomplete = true;
      return words === undefined ? '' : say(this.language, words);
    });
  }

  /** `A, B dan C`. */
  list(items: Maybe<readonly string[]>): string {
    return this.with(items, (all) => {
      if (all.length < 2) return all[0] ?? '';
      return `${all.slice(0, -1).join(', ')} ${say(this.language, { id: 'dan', en: 'and' })} ${all.at(-1)}`;
    });
  }

  allOf<Code extends string>(table: { readonly [C in Code]: Words }, codes: Maybe<readonly Code[]>): string {
    return this.list(codes?.map((code) => this.of(table, code)));
  }
}
