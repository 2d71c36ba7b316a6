/** What of a state stands in the summary: the few values that an auditor asks for first. All others stand below. */
import type { JsonObject, JsonValue } from '../../domain/decider.ts';
import type { StateAnswer } from './answers.ts';
import { type StateRow, stateRows } from './state-rows.ts';

const OF_A_CASE: ReadonlySet<string> = new Set([
  ...['stage', 'office', 'probationOffice', 'siteId', 'orderedMinutes', 'creditedMinutes', 'minutesLeft'],
  ...['windowEndsAt', 'finalOn', 'startedOn', 'closedReason', 'warningLetters', 'behind', 'executionOverdue'],
]);
const OF_A_PERSON: ReadonlySet<string> = new Set(['provisional', 'diedOn', 'caseCount']);
/** Below this everything of a class, a certificate, a permit or a register entry is shown. */
const MOST_ROWS = 40;

/** The whole of what the answer says, as rows; with a day, what is said about that day. */
export function rowsOfAnswer({ state, asOf }: StateAnswer): StateRow[] {
  if (asOf === undefined) return stateRows(state.domain);
  const { cases, diedOn } = asOf;
  return stateRows({
    diedOn,
    cases: Object.fromEntries(cases.map(({ caseId, ...said }) => [caseId, said])),
  } as unknown as JsonValue);
}

export function summaryOf(kind: string, answer: StateAnswer): StateRow[] {
  const rows = rowsOfAnswer(answer);
  if (answer.asOf !== undefined) return rows;
  if (kind !== 'journey') return rows.filter(({ path }) => path.length <= 2).slice(0, MOST_ROWS);
  return [...rows.filter(isOfSummary), ...sessionCounts(answer.state.domain)];
}

function isOfSummary({ path }: StateRow): boolean {
  const [part = '', ...rest] = path;
  const field = path.at(-1) ?? '';
  if (rest.length === 0) return OF_A_PERSON.has(field);
  if (part === 'cases')
    return rest.length <= 3 && OF_A_CASE.has(field) && rest[1] !== 'placements' && rest[1] !== 'plan';
  if (part === 'sessions' || part === 'entries' || part === 'linkedCases') return false;
  return field === 'stage' || field === 'status';
}

function sessionCounts({ sessions }: JsonObject): StateRow[] {
  const counts = new Map<string, number>();
  for (const session of Object.values((sessions ?? {}) as JsonObject)) {
    const { status } = session as { readonly status?: string };
    if (status !== undefined) counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return [...counts].map(([status, count]) => ({ path: ['sessions', status], value: count }));
}
