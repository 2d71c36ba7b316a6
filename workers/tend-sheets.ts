/**
 * Sheets that nobody looks after: one that runs without its workflow, as after the loss of Temporal's database,
 * starts again; one that was checked and never run goes, and its sealed commands with it.
 */
import { KEEPING_RULES } from '../src/domain/law/policies/keeping-rules.ts';
import { type PolicyFact, policyOn } from '../src/domain/law/policies.ts';
import { checkedSheetsKeptUntil } from '../src/domain/sheet-keeping.ts';
import type { Ledger } from '../src/ledger/ledger.ts';
import type { SheetStore } from '../src/sheets/store.ts';

export interface TendedSheets {
  readonly store: Pick<SheetStore, 'quiet' | 'forgetChecked'>;
  readonly ledger: Pick<Ledger, 'facts'>;
  /** Has a sheet run; changes nothing where it runs. */
  readonly start: (sheetId: string) => Promise<void>;
  readonly now: () => number;
  readonly onFailure?: (sheetId: string, error: unknown) => void;
}

/** A step takes 5 s, and a worker that was killed is replaced after 10 s. */
const QUIET_MS = 120_000;
const POLICY = 'checked_sheet_days';

/** @param quietMs without an outcome; 0 = every sheet that should run. Answers how many were asked to. */
export async function restartSheets(
  { store, start, onFailure }: Omit<TendedSheets, 'ledger' | 'now'>,
  quietMs = QUIET_MS,
): Promise<number> {
  const quiet = await store.quiet(quietMs);
  for (const sheetId of quiet) {
    try {
      await start(sheetId);
    } catch (error) {
      onFailure?.(sheetId, error);
    }
  }
  return quiet.length;
}

/** Answers how many went. */
export async function forgetCheckedSheets({ store, ledger, now }: TendedSheets): Promise<number> {
  const [fact] = await ledger.facts([`policy/${POLICY}`]);
  const known = (fact?.value ?? null) as PolicyFact | null;
  return store.forgetChecked(
    checkedSheetsKeptUntil(new Date(now()).toISOString(), {
      // A register that does not know the policy yet gives the starting value.
      policy: <T>(name: string, on: string) =>
        (known === null ? KEEPING_RULES[POLICY].value : policyOn(known, name, on).value) as T,
    }),
  );
}
