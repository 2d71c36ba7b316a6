/** Streams by their place in the order of ids: rows whose stream is gone are met too, as a list of ids would not. */
export interface StreamIdRange {
  readonly after: string;
  /** Inclusive; undefined for all that follow. */
  readonly last: string | undefined;
}

/** The condition for a statement, and its values from $1 on. */
export function within(range: StreamIdRange, column = 'stream_id'): { where: string; values: string[] } {
  return range.last === undefined
    ? { where: `${column} > $1`, values: [range.after] }
    : { where: `${column} > $1 AND ${column} <= $2`, values: [range.after, range.last] };
}
