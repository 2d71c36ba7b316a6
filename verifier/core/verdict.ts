/** The verdict from what was found and what stays open: docs/audit-bundle.md, "The verdict". */
import type { OpenedCheckpoint } from './checkpoint.ts';
import type { HeadsCheck } from './heads-check.ts';
import type { Outcome, Verdict } from './report.ts';

/** Heads are noted, and the log sealed and cosigned, in one go: more lies between them only if later ones were passed over. */
const HEADS_AGE_SECONDS_MAX = 3_600;

export function verdictOf(outcome: Outcome): Verdict {
  const { findings, wholeFile, ownPolicy, endKey, kept, counts, heads } = outcome;
  // Nothing is verified that was not read to its end and signed: absence of a finding is not enough.
  if (findings.count > 0 || !wholeFile || endKey === undefined) return 'differs';
  const open =
    !ownPolicy ||
    kept.some((one) => one.outcome !== 'proved') ||
    counts.withoutRules.size > 0 ||
    counts.faultCount > 0 ||
    !heads.isThere ||
    heads.rowsAfterCut > 0 ||
    oldHeads(heads, outcome.checkpoint) !== undefined;
  return open ? 'unconfirmed' : 'verified';
}

/** When the heads were noted, and when the last witness saw the tree, where too much lies in between. */
export function oldHeads(
  { notedAt }: HeadsCheck,
  checkpoint: OpenedCheckpoint | undefined,
): { readonly notedAt: string; readonly cosignedAt: string } | undefined {
  const cosigned = Math.max(...(checkpoint?.cosigned ?? []).map(({ at }) => at));
  if (notedAt === undefined || cosigned - Date.parse(notedAt) / 1_000 <= HEADS_AGE_SECONDS_MAX)
    return undefined;
  return { notedAt, cosignedAt: instantOf(cosigned) };
}

/** @param seconds since 1970, as a cosignature tells them. */
export function instantOf(seconds: number): string {
  const date = new Date(seconds * 1_000);
  return Number.isNaN(date.getTime()) ? `${seconds} s` : date.toISOString();
}
