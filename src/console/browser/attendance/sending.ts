/** Sends what this phone noted, in order, as soon as there is a network and the same account is signed in. */
import type { AttendanceDay } from '../../../api/attendance-view.ts';
import { type ActResult, type KeptAct, MOST_ACTS } from '../../daily/act.ts';
import type { PhoneStore } from './store.ts';

export type Standing =
  /** Everything was sent. */
  | { readonly kind: 'sent'; readonly day?: AttendanceDay; readonly now?: string }
  | { readonly kind: 'offline' }
  /** The session is over: whoever noted it signs in again. */
  | { readonly kind: 'signed-out' }
  /** Somebody else is signed in here now. */
  | { readonly kind: 'other-account' }
  /** The server could not decide all of it yet. */
  | { readonly kind: 'later'; readonly day?: AttendanceDay; readonly now?: string };

const TIMEOUT_MS = 15_000;

interface Ready {
  readonly account: string;
  readonly formToken: string;
}

interface Answer {
  readonly results: readonly ActResult[];
  readonly otherAccount?: boolean;
  readonly day?: AttendanceDay;
  readonly now?: string;
}

/** @param date whose list is wanted afterwards. */
export async function sendActs(store: PhoneStore, account: string, date: string): Promise<Standing> {
  const ready = await ask<Ready>('/attendance/ready');
  if (!('body' in ready)) return ready;
  if (ready.body.account !== account) return { kind: 'other-account' };
  let fresh: Pick<Answer, 'day' | 'now'> = {};
  for (;;) {
    const waiting = (await store.acts()).filter((act) => act.account === account);
    if (waiting.length === 0) return { kind: 'sent', ...fresh };
    const acts = waiting.slice(0, MOST_ACTS);
    const sending = JSON.stringify({
      ...{ _token: ready.body.formToken, account, date, acts },
      deviceNow: new Date().toISOString(),
    });
    await store.markTried(acts);
    const answer = await ask<Answer>('/attendance/acts', sending);
    if (!('body' in answer)) return answer;
    if (answer.body.otherAccount === true) return { kind: 'other-account' };
    const { results, day, now } = answer.body;
    fresh = { ...(day === undefined ? {} : { day }), ...(now === undefined ? {} : { now }) };
    const decided = await settleAll(store, acts, results);
    if (decided < acts.length) return { kind: 'later', ...fresh };
  }
}

async function settleAll(
  store: PhoneStore,
  acts: readonly KeptAct[],
  results: readonly ActResult[],
): Promise<number> {
  let decided = 0;
  for (const act of acts) {
    const result = results.find(({ id }) => id === act.id);
    if (result === undefined || result.outcome === 'later') break;
    const isSilent = result.outcome !== 'conflict' && result.outcome !== 'refused';
    const says = !isSilent || result.sentence !== undefined || result.lateness !== undefined;
    await store.settle(act, says ? { result, act, account: act.account } : undefined);
    decided += 1;
  }
  return decided;
}

type Asked<Body> = { readonly body: Body } | { readonly kind: 'offline' | 'signed-out' | 'later' };

async function ask<Body>(address: string, sending?: string): Promise<Asked<Body>> {
  try {
    const response = await fetch(address, {
      // To a sign-in page: that is an answer, and not one to follow.
      redirect: 'manual',
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(sending === undefined
        ? {}
        : { method: 'POST', body: sending, headers: { 'content-type': 'application/json' } }),
    });
    if (response.type === 'opaqueredirect' || response.status === 401 || response.status === 403) {
      return { kind: 'signed-out' };
    }
    if (!response.ok) return { kind: 'later' };
    return { body: (await response.json()) as Body };
  } catch {
    return { kind: 'offline' };
  }
}
