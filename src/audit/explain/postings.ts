/** Minutes of a case as postings: each line an event, with its decision, date, site and reason. */
import { PART_OF_EVENT } from '../../domain/journey/decider.ts';
import type { CommunityServiceCase, JourneyState } from '../../domain/journey/state.ts';
import type { LedgerEvent } from '../../ledger/events.ts';
import type { Step } from '../life.ts';
import { withheldFor } from './withheld-words.ts';
import type { Words } from './words.ts';

export interface Posting {
  readonly version: number;
  readonly type: string;
  /** Decision that made it. */
  readonly sequence: number;
  /** Hash of the event, hex. */
  readonly receipt: string;
  /** Local date of the work, at the site. */
  readonly date: string;
  readonly siteId: string | null;
  readonly sessionId: string | null;
  /** Added to the balance; negative where taken back, 0 where recorded and not credited. */
  readonly credited: number;
  /** Recorded and not credited. */
  readonly notCredited: number;
  readonly reason: string | null;
  readonly article: string | null;
  readonly actor: string;
  readonly sentence: Words;
}

/** What a posting counts toward. */
export type Account = 'HOURS' | 'MEASURE';

interface MinutesData {
  readonly caseId?: string;
  readonly sessionId?: string;
  readonly date?: string;
  readonly minutes?: number;
  readonly reason?: string;
}

interface Amounts {
  readonly credited: number;
  readonly notCredited: number;
}

const AMOUNTS: {
  readonly [account in Account]: { readonly [type: string]: (minutes: number) => Amounts };
} = {
  HOURS: {
    MinutesCredited: (minutes) => ({ credited: minutes, notCredited: 0 }),
    MinutesNotCredited: (minutes) => ({ credited: 0, notCredited: minutes }),
    CreditWithdrawn: (minutes) => ({ credited: -minutes, notCredited: minutes }),
  },
  MEASURE: {
    MeasureMinutesCredited: (minutes) => ({ credited: minutes, notCredited: 0 }),
    MeasureMinutesWithdrawn: (minutes) => ({ credited: -minutes, notCredited: minutes }),
  },
};

export const standing = (found: CommunityServiceCase | undefined, account: Account): number =>
  (account === 'HOURS' ? found?.creditedMinutes : found?.measure?.doneMinutes) ?? 0;

/** Postings of one decision to one case. */
export function postingsOf(step: Step, caseId: string, account: Account): Posting[] {
  const before = step.before.domain as JourneyState;
  const after = step.after.domain as JourneyState;
  return step.events.flatMap((event): Posting[] => {
    const data = event.data as MinutesData;
    const amounts = AMOUNTS[account][event.type];
    if (amounts !== undefined) {
      if (data.caseId !== caseId || data.minutes === undefined) return [];
      return [posting(step, event, amounts(data.minutes), after)];
    }
    // A merge brings cases with what stood credited in the other record, and its undoing takes them along.
    if (PART_OF_EVENT.get(event.type) !== 'keeping') return [];
    const brought = standing(after.cases[caseId], account) - standing(before.cases[caseId], account);
    return brought === 0 ? [] : [posting(step, event, { credited: brought, notCredited: 0 }, after)];
  });
}

function posting(step: Step, event: LedgerEvent, amounts: Amounts, after: JourneyState): Posting {
  const { date = event.occurredAt.date, sessionId = null, reason = null } = event.data as MinutesData;
  const session = sessionId === null ? undefined : after.sessions[sessionId];
  const siteId = session?.siteId ?? null;
  const { sequence, actor } = step.decision;
  const line = { date, siteId, sessionId, ...amounts, reason };
  return {
    ...{ version: event.version, type: event.type, sequence, receipt: event.hash },
    ...line,
    article: reason === null ? null : withheldFor(reason).article,
    actor: `${actor.role} (${actor.office})`,
    sentence: postingWords(line),
  };
}

function postingWords({
  date,
  siteId,
  credited,
  notCredited,
  reason,
}: Pick<Posting, 'date' | 'siteId' | 'credited' | 'notCredited' | 'reason'>): Words {
  const at = siteId === null ? { id: '', en: '' } : { id: ` di ${siteId}`, en: ` at ${siteId}` };
  const { id, en, article } = withheldFor(reason ?? '');
  const cited = article === null ? '' : ` (${article})`;
  if (credited < 0) {
    return {
      id: `${date}${at.id}: ${-credited} menit ditarik kembali, ${id}${cited}.`,
      en: `${date}${at.en}: ${-credited} minutes taken back, ${en}${cited}.`,
    };
  }
  return notCredited > 0
    ? {
        id: `${date}${at.id}: ${notCredited} menit tidak dihitung, ${id}${cited}.`,
        en: `${date}${at.en}: ${notCredited} minutes not credited, ${en}${cited}.`,
      }
    : {
        id: `${date}${at.id}: ${credited} menit dihitung.`,
        en: `${date}${at.en}: ${credited} minutes credited.`,
      };
}
