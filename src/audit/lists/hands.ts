/** One hand in two roles: whoever checks must not be whoever entered. */
import type { LedgerEvent } from '../../ledger/events.ts';
import type { Step } from '../life.ts';
import type { WalkedStream } from '../walk.ts';
import { byPeople, type IntegrityList, type ListedRow, type Named, placeOf } from './list.ts';

/** What one account enters and another must look at: event that enters → event that checks, by session. */
const ENTERS: ReadonlySet<string> = new Set([
  ...['SessionRecorded', 'SessionCheckedIn', 'SessionCheckedOut', 'TrainingHoursRecorded'],
]);
/** Steps of a permit that belong to different people (F-08). */
const PERMIT_STEPS: ReadonlySet<string> = new Set(['FeasibilityAssessed', 'PermitApproved']);

export const oneHand: IntegrityList = {
  name: 'one-hand',
  question: {
    id: 'Apakah satu tangan memegang dua peran?',
    en: 'Does one hand hold two roles?',
  },
  computed:
    'OWN_CORRECTION: EventCorrected by the account that made the corrected event. OWN_CONFIRMATION: ' +
    'SessionConfirmed or SessionCreditDecided by the account that entered the session. TRAINED_AND_ASSESSED: ' +
    'AssessorConflictFound, the assessor had trained or knew the person. ASSESSED_AND_APPROVED: a permit whose ' +
    'feasibility and approval are of one account.',
  watch: () => ({ stream: (walked) => handsIn(walked) }),
};

function handsIn(walked: WalkedStream): ListedRow[] {
  const madeBy = new Map<number, string>();
  const enteredBy = new Map<string, Set<string>>();
  const permitHands = new Map<string, string>();
  const rows: ListedRow[] = [];
  const list = (
    step: Step,
    { version, type }: LedgerEvent,
    pattern: string,
    also: ListedRow['details'] = {},
  ) =>
    rows.push({
      ...{ ...placeOf(walked, step), list: 'one-hand', pattern, weight: 'heavy', version },
      details: { type, ...also },
    });
  for (const step of walked.steps.filter(byPeople)) {
    const { id } = step.decision.actor;
    for (const event of step.events) {
      const { sessionId, corrects, assessorId, ground } = (event.data ?? {}) as Named;
      madeBy.set(event.version, id);
      if (sessionId !== undefined && ENTERS.has(event.type)) {
        enteredBy.set(sessionId, (enteredBy.get(sessionId) ?? new Set()).add(id));
      }
      if (event.type === 'EventCorrected' && corrects !== undefined && madeBy.get(corrects) === id) {
        list(step, event, 'OWN_CORRECTION', { corrects });
      }
      const checks = event.type === 'SessionConfirmed' || event.type === 'SessionCreditDecided';
      if (checks && sessionId !== undefined && enteredBy.get(sessionId)?.has(id) === true) {
        list(step, event, 'OWN_CONFIRMATION', { sessionId });
      }
      if (event.type === 'AssessorConflictFound' && assessorId !== undefined) {
        list(step, event, 'TRAINED_AND_ASSESSED', { assessorId, ground: ground ?? 'UNKNOWN' });
      }
      if (!PERMIT_STEPS.has(event.type)) continue;
      const other = [...permitHands].find(([type, by]) => type !== event.type && by === id);
      if (other !== undefined) list(step, event, 'ASSESSED_AND_APPROVED', { other: other[0] });
      permitHands.set(event.type, id);
    }
  }
  return rows;
}
