/**
 * Money that takes hours away, or takes the place of them.
 *
 * Where the hours replace an unpaid fine (art. 82, A-13), each Rp50,000 or part of it of all that was paid
 * later takes one hour off, however it was split; paying all ends the obligation. Where a breach was answered with the replaced fine
 * (art. 85(7)(c)), payment settles that fine and the case can be closed.
 */
import type { DecideContext } from '../decider.ts';
import { refuseWith } from '../law/refusals.ts';
import type { JourneyCommands } from './commands.ts';
import { measureOpen, obligationCompleted } from './completion.ts';
import { effectiveOn, notInFuture } from './dates.ts';
import type { JourneyEvents } from './events.ts';
import {
  accepted,
  type CommandHandlers,
  changeCase,
  type Evolvers,
  type JourneyDecision,
  onCase,
} from './handlers.ts';
import { releasePlan } from './site-places.ts';
import { EXECUTION_STAGES } from './stage-moves.ts';
import type { CommunityServiceCase, JourneyState } from './state.ts';

type Payment = JourneyCommands['record-fine-payment'];

type Paid = CommunityServiceCase['paidAtRate'];

const paidMore = (paid: Paid, rupiahPerHour: number, rupiah: number): Paid => ({
  ...paid,
  [rupiahPerHour]: (paid[rupiahPerHour] ?? 0) + rupiah,
});

/** Slips of adding fractions of hours at several rates must not make an hour of nothing. */
const SLIP = 1e-9;

/** Hours that all payments together take off: a part of an hour counts as one, once. */
const hoursOff = (paid: Paid): number =>
  Math.ceil(Object.entries(paid).reduce((sum, [rate, rupiah]) => sum + rupiah / Number(rate), 0) - SLIP);

/** Hours a payment takes off, never more than what is left of the substitute. */
function reduction(
  found: CommunityServiceCase,
  { rupiah, paidOn }: Payment,
  context: DecideContext,
): Pick<JourneyEvents['FinePaid'], 'hoursReduced' | 'orderedMinutes' | 'rupiahPerHour'> {
  const ordered = found.orderedMinutes ?? 0;
  const rupiahPerHour = context.policy<number>('fine_substitute_rupiah_per_hour', paidOn);
  const settled = found.unpaidFineRupiah !== null && rupiah >= found.unpaidFineRupiah;
  const hours = hoursOff(paidMore(found.paidAtRate, rupiahPerHour, rupiah)) - hoursOff(found.paidAtRate);
  const left = Math.max(0, ordered - hours * 60);
  const orderedMinutes = settled ? Math.min(ordered, found.creditedMinutes) : left;
  return { hoursReduced: Math.ceil((ordered - orderedMinutes) / 60), orderedMinutes, rupiahPerHour };
}

function substitutePaid(
  state: JourneyState,
  found: CommunityServiceCase,
  data: Payment,
  context: DecideContext,
): JourneyDecision {
  const at = effectiveOn(data.paidOn, found.zone, context);
  const reduced = reduction(found, data, context);
  const after = reducedBy(found, reduced);
  const completion = measureOpen(found) ? [] : obligationCompleted(after, found.creditedMinutes, context);
  return accepted([{ type: 'FinePaid', data: { ...data, ...reduced }, occurredAt: at }, ...completion], {
    claims: completion.length === 0 ? [] : releasePlan(state, found, context),
  });
}

const reducedBy = (
  found: CommunityServiceCase,
  { hoursReduced, orderedMinutes }: Pick<JourneyEvents['FinePaid'], 'hoursReduced' | 'orderedMinutes'>,
): CommunityServiceCase => ({
  ...found,
  orderedMinutes,
  repeat: found.repeat && {
    ...found.repeat,
    minutes: Math.max(0, found.repeat.minutes - hoursReduced * 60),
  },
});

export const fineHandlers: CommandHandlers<'record-fine-payment'> = {
  'record-fine-payment': onCase(
    { stages: ['FINAL', 'ORDERED', 'PLANNED', ...EXECUTION_STAGES, 'CONVERTED'] },
    (found, { data }, context, state) => {
      const { caseId, stage, zone, fine } = found;
      const refused = notInFuture(data.paidOn, zone, context);
      if (refused !== undefined) return refused;
      if (stage === 'CONVERTED') {
        if (fine === null) return refuseWith('WRONG_STAGE', { caseId, stage, allowed: 'a fine ordered' });
        if (fine.rupiah === 0) return refuseWith('ALREADY_DONE', { caseId });
        const orderedMinutes = found.orderedMinutes ?? 0;
        const occurredAt = effectiveOn(data.paidOn, zone, context);
        return accepted([
          { type: 'FinePaid', data: { ...data, hoursReduced: 0, orderedMinutes }, occurredAt },
        ]);
      }
      if (found.origin !== 'FINE_SUBSTITUTE_82') {
        return refuseWith('WRONG_STAGE', { caseId, stage, allowed: 'a fine ordered' });
      }
      return substitutePaid(state, found, data, context);
    },
  ),
};

export const fineEvolvers: Evolvers<'FinePaid'> = {
  FinePaid: (state, { data }) =>
    changeCase(state, data.caseId, (found) => {
      if (found.stage === 'CONVERTED') {
        const left = Math.max(0, (found.fine?.rupiah ?? 0) - data.rupiah);
        return { fine: found.fine && { rupiah: left, payBy: left === 0 ? null : found.fine.payBy } };
      }
      const { orderedMinutes, repeat } = reducedBy(found, data);
      const unpaid = found.unpaidFineRupiah;
      const { rupiahPerHour, rupiah } = data;
      return {
        // A payment recorded without its rate was rounded for itself, and is settled.
        paidAtRate:
          rupiahPerHour === undefined ? found.paidAtRate : paidMore(found.paidAtRate, rupiahPerHour, rupiah),
        orderedMinutes,
        repeat,
        unpaidFineRupiah: unpaid === null ? null : Math.max(0, unpaid - data.rupiah),
      };
    }),
};
