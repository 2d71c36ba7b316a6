/**
 * A case's hours as a ledger: the sum of its postings, held against the balance that the rules themselves fold.
 * If the two differ, that is said first and loudly: then the record or the rules are broken.
 */
import { minutesLeft, targetMinutes } from '../../domain/journey/completion.ts';
import type { JourneyState } from '../../domain/journey/state.ts';
import { type Step, stepsOf } from '../life.ts';
import { NothingToExplain } from './nothing-to-explain.ts';
import { type Account, type Posting, postingsOf, standing } from './postings.ts';
import type { AuditRecord } from './record.ts';
import type { Words } from './words.ts';

export interface AccountBalance {
  readonly account: Account;
  readonly postings: readonly Posting[];
  readonly sumMinutes: number;
  /** What the state of the case says. */
  readonly stateMinutes: number;
  readonly agrees: boolean;
}

export interface BalanceExplanation {
  readonly stream: string;
  readonly caseId: string;
  /** Version of the stream at which it stands so. */
  readonly version: number;
  readonly orderedMinutes: number | null;
  /** Credited total at which the hours are done. */
  readonly targetMinutes: number;
  readonly minutesLeft: number;
  readonly hours: AccountBalance;
  /** Training that the court ordered (art. 103); null where none is. */
  readonly measure: AccountBalance | null;
  readonly agrees: boolean;
  readonly sentences: readonly Words[];
}

/** @throws NothingToExplain where the person or the case is not there. */
export async function explainBalance(
  record: AuditRecord,
  personId: string,
  caseId: string,
): Promise<BalanceExplanation> {
  const stream = `journey/${personId}`;
  const life = await record.life(stream);
  if (life === undefined) throw new NothingToExplain(`nothing was recorded under ${stream}`);
  return balanceOf(stream, [...stepsOf(life)], caseId);
}

export function balanceOf(stream: string, steps: readonly Step[], caseId: string): BalanceExplanation {
  const last = steps.at(-1)?.after;
  const found = (last?.domain as JourneyState | undefined)?.cases[caseId];
  if (last === undefined || found === undefined) {
    throw new NothingToExplain(`${stream} has no case ${caseId} of community service`);
  }
  const account = (name: Account): AccountBalance => {
    const postings = steps.flatMap((step) => postingsOf(step, caseId, name));
    const sumMinutes = postings.reduce((sum, { credited }) => sum + credited, 0);
    const stateMinutes = standing(found, name);
    return { account: name, postings, sumMinutes, stateMinutes, agrees: sumMinutes === stateMinutes };
  };
  const hours = account('HOURS');
  const measure = found.measure === null ? null : account('MEASURE');
  const agrees = hours.agrees && (measure?.agrees ?? true);
  const told = {
    ...{ stream, caseId, version: last.version, orderedMinutes: found.orderedMinutes },
    ...{ targetMinutes: targetMinutes(found), minutesLeft: minutesLeft(found), hours, measure, agrees },
  };
  return { ...told, sentences: balanceWords(told) };
}

function balanceWords(told: Omit<BalanceExplanation, 'sentences'>): Words[] {
  const { stream, caseId, hours, measure, targetMinutes: target, minutesLeft: left } = told;
  const accounts = measure === null ? [hours] : [hours, measure];
  const alarms = accounts.filter(({ agrees }) => !agrees).map((one) => alarm(stream, caseId, one));
  const sums = accounts.map(({ account, postings, sumMinutes }) => ({
    id: `${caseId} ${account}: ${postings.length} posting, jumlah ${sumMinutes} menit dihitung.`,
    en: `${caseId} ${account}: ${postings.length} postings, ${sumMinutes} minutes credited in sum.`,
  }));
  const rest = {
    id: `Dari ${target} menit yang harus dikerjakan tersisa ${left} menit.`,
    en: `Of ${target} minutes to be worked, ${left} are left.`,
  };
  return [...alarms, ...sums, rest];
}

const alarm = (
  stream: string,
  caseId: string,
  { account, sumMinutes, stateMinutes }: AccountBalance,
): Words => ({
  id: `SALDO TIDAK COCOK pada ${stream} ${caseId} ${account}: jumlah posting ${sumMinutes} menit, keadaan ${stateMinutes} menit. Jalankan titian verify.`,
  en: `THE BALANCE DOES NOT AGREE in ${stream} ${caseId} ${account}: the postings sum to ${sumMinutes} minutes, the state says ${stateMinutes}. Run titian verify.`,
});
