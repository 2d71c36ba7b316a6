/**
 * Decrees that bring a person outside before the term ends: asimilasi (B-09), PB (B-06), CB (B-07), CMB (B-08).
 *
 * any stage of custody -- AssimilationGranted | ConditionalReleaseGranted | ConditionalLeaveGranted |
 *   PreReleaseLeaveGranted --> PRE_RELEASE; while interrupted the stage waits for the end of it
 *
 * A decree that departs from the conditions known here is stored as it is, and shown (I-6, I-11). PB, CB and
 * CMB begin on a date of release: the release watch follows it.
 */
import type { Command, DecideContext, Warning } from '../../decider.ts';
import { warn } from '../../law/warnings.ts';
import { addMonths } from '../../time/index.ts';
import type { LocalDate } from '../../time/moment.ts';
import { laterOf, notBefore } from '../dates.ts';
import type { JourneyEvent } from '../events.ts';
import {
  accepted,
  type CommandHandlers,
  type Evolvers,
  firstRefusal,
  type JourneyDecision,
  requireDocument,
} from '../handlers.ts';
import type { JourneyState } from '../state.ts';
import { changePrisonCase, onPrisonCase } from './on-prison-case.ts';
import { releaseDateMoved } from './release-watch.ts';
import { CUSTODY, moveTo } from './stage-moves.ts';
import type { IntegrationKind, PrisonCase } from './state.ts';

/** Until when an entry in Register F stands in the way of good behaviour; null where none does. */
export const goodBehaviourFrom = ({ discipline }: PrisonCase, months: number): LocalDate | null =>
  discipline
    .filter(({ annulled }) => !annulled)
    .map(({ entryOn }) => addMonths(entryOn, months))
    .sort()
    .at(-1) ?? null;

/** Dated policies: of a decision, or of whoever shows a projection. */
export type Rules = Pick<DecideContext, 'policy'>;

/** Earliest date by the dates of the SDP and the months of the law; a projection and never binding (L-25). */
export function earliestBySentence(
  { sentence, stageDates }: PrisonCase,
  kind: IntegrationKind,
  on: LocalDate,
  rules: Rules,
): LocalDate {
  switch (kind) {
    case 'ASSIMILATION':
      return stageDates.half;
    case 'CB':
      return stageDates.twoThirds;
    case 'PB':
    case 'CMB': {
      const least = rules.policy<number>('conditional_release_least_months', on);
      return laterOf(stageDates.twoThirds, addMonths(sentence.startedOn, least));
    }
  }
}

/** First day of good behaviour long enough for it; the look-back of asimilasi differs from page to page (B-09). */
export function behavesFrom(
  found: PrisonCase,
  kind: IntegrationKind,
  on: LocalDate,
  rules: Rules,
): LocalDate | null {
  switch (kind) {
    case 'ASSIMILATION':
      return null;
    case 'CB':
      return goodBehaviourFrom(found, rules.policy<number>('conditional_leave_good_months', on));
    case 'PB':
    case 'CMB':
      return goodBehaviourFrom(found, rules.policy<number>('conditional_release_good_months', on));
  }
}

/** B-07: conditional leave is for short sentences. */
export const isTooLongForLeave = (
  { sentence: { months, days } }: PrisonCase,
  on: LocalDate,
  rules: Rules,
): boolean => months + (days > 0 ? 1 : 0) > rules.policy<number>('conditional_leave_most_months', on);

function conditionsMissed(
  found: PrisonCase,
  kind: IntegrationKind,
  from: LocalDate,
  context: DecideContext,
): Warning[] {
  const earliest = earliestBySentence(found, kind, from, context);
  const good = behavesFrom(found, kind, from, context);
  const missed = [
    from < earliest ? `fraction ${earliest}` : undefined,
    good !== null && from < good ? `Register F ${good}` : undefined,
    kind === 'CB' && isTooLongForLeave(found, from, context) ? 'length of the sentence' : undefined,
  ];
  return missed
    .filter((condition) => condition !== undefined)
    .map((condition) => warn('INTEGRATION_EARLY', { kind, date: from, condition }));
}

/** The decree, its warnings, and the release date that it states. */
function granted(
  found: PrisonCase,
  command: Command<string, { from: LocalDate; probationEndsOn?: LocalDate }>,
  kind: IntegrationKind,
  event: JourneyEvent,
  context: DecideContext,
): JourneyDecision {
  const { from, probationEndsOn } = command.data;
  const refused = firstRefusal(
    requireDocument(command, 'decree (SK)'),
    notBefore('from', from, found.sentence.startedOn),
    notBefore('probationEndsOn', probationEndsOn ?? from, from),
  );
  if (refused !== undefined) return refused;
  const moved = kind === 'ASSIMILATION' ? [] : releaseDateMoved(found, from, 'INTEGRATION', context);
  return accepted([event, ...moved], { warnings: conditionsMissed(found, kind, from, context) });
}

const RULE = { stages: CUSTODY, held: true } as const;

export const integrationHandlers: CommandHandlers<
  'grant-assimilation' | 'grant-conditional-release' | 'grant-conditional-leave' | 'grant-pre-release-leave'
> = {
  'grant-assimilation': onPrisonCase(RULE, (found, command, context) => {
    const event: JourneyEvent = { type: 'AssimilationGranted', data: command.data };
    return granted(found, command, 'ASSIMILATION', event, context);
  }),
  'grant-conditional-release': onPrisonCase(RULE, (found, command, context) => {
    const event: JourneyEvent = { type: 'ConditionalReleaseGranted', data: command.data };
    return granted(found, command, 'PB', event, context);
  }),
  'grant-conditional-leave': onPrisonCase(RULE, (found, command, context) => {
    const event: JourneyEvent = { type: 'ConditionalLeaveGranted', data: command.data };
    return granted(found, command, 'CB', event, context);
  }),
  'grant-pre-release-leave': onPrisonCase(RULE, (found, command, context) => {
    const event: JourneyEvent = { type: 'PreReleaseLeaveGranted', data: command.data };
    return granted(found, command, 'CMB', event, context);
  }),
};

const withIntegration = (
  state: JourneyState,
  data: { caseId: string; from: LocalDate; probationEndsOn?: LocalDate },
  kind: IntegrationKind,
): JourneyState =>
  changePrisonCase(state, data.caseId, (found) => ({
    integration: { kind, from: data.from, probationEndsOn: data.probationEndsOn ?? null },
    ...(found.stage === 'INTERRUPTED' ? { interruptedFrom: 'PRE_RELEASE' } : moveTo(found, 'PRE_RELEASE')),
  }));

export const integrationEvolvers: Evolvers<
  'AssimilationGranted' | 'ConditionalReleaseGranted' | 'ConditionalLeaveGranted' | 'PreReleaseLeaveGranted'
> = {
  AssimilationGranted: (state, { data }) => withIntegration(state, data, 'ASSIMILATION'),
  ConditionalReleaseGranted: (state, { data }) => withIntegration(state, data, 'PB'),
  ConditionalLeaveGranted: (state, { data }) => withIntegration(state, data, 'CB'),
  PreReleaseLeaveGranted: (state, { data }) => withIntegration(state, data, 'CMB'),
};
