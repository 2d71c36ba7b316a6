/** SQLSTATE classes of what will fail in the same way each time: our own invariants, bad data, a broken constraint. */
const REFUSED = /^(TL00[12]|22...|23...)$/;

/**
 * Whether Postgres refused a decision for good, so that asking again is useless: a bug of ours, as
 * opposed to a server that is away or busy.
 *
 * @returns the SQLSTATE, for a log; the message could repeat data.
 */
export function refusalCodeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && REFUSED.test(code) ? code : undefined;
}
