/**
 * What other parts' events do to assessments (I.6b). A test is moved or falls away; the word that the LSP
 * reads for it says that the person is not available, and never why (G-08).
 *
 * PersonDied: cancelled, certificates get a flag · EscapeRecorded: cancelled if a test is set ·
 * TransferRecorded, DisciplineRecorded, IllnessRecorded, InjuryReported: postponed · ReleaseRecorded, or a
 * release date that comes to lie before the test: the place of the test is looked at again · ConsentWithdrawn:
 * cancelled where the person wants the training to stop. ClassCancelled finds nothing to cancel: a test is asked
 * for once the training has finished, and a finished enrolment outlives its class.
 */
import type { ClaimChange } from '../../decider.ts';
import { addDays } from '../../time/index.ts';
import type { LocalDate } from '../../time/moment.ts';
import type { JourneyEvent } from '../events.ts';
import type { Reaction, Reactions } from '../part.ts';
import type { JourneyState } from '../state.ts';
import { heldDays } from './ending.ts';
import { flagHolderDeceased, isIssued } from './held.ts';
import { TEST_AHEAD, UNDECIDED } from './stage-moves.ts';
import { type Assessment, presentAttempt } from './state.ts';
import type { CancelReason } from './terms.ts';

const all = ({ assessment }: JourneyState): Assessment[] => Object.values(assessment.assessments);

const testDay = (found: Assessment): LocalDate | null =>
  TEST_AHEAD.includes(found.stage) ? (presentAttempt(found).test?.on ?? null) : null;

/** Assessments whose test is set for that day or later. */
const testedFrom = (state: JourneyState, from: LocalDate, until?: LocalDate): Assessment[] =>
  all(state).filter((found) => {
    const on = testDay(found);
    return on !== null && from <= on && (until === undefined || on < until);
  });

/** Days are given back before the events, which forget them. */
const reaction = (
  concerned: readonly Assessment[],
  eventOf: (found: Assessment) => JourneyEvent,
): Reaction | undefined => {
  if (concerned.length === 0) return undefined;
  const claims: ClaimChange[] = concerned.flatMap(heldDays);
  return { events: concerned.map(eventOf), claims };
};

const cancelled = (concerned: readonly Assessment[], reason: CancelReason): Reaction | undefined =>
  reaction(concerned, ({ assessmentId }) => ({
    type: 'AssessmentCancelled',
    data: { assessmentId, reason },
  }));

const postponed = (concerned: readonly Assessment[], from: LocalDate): Reaction | undefined =>
  reaction(concerned, ({ assessmentId }) => ({
    type: 'AssessmentPostponed',
    data: { assessmentId, reason: 'NOT_AVAILABLE', from },
  }));

/** Once for each: a place that is looked at again already needs no second word. */
const placeToConfirm = (concerned: readonly Assessment[]): Reaction => ({
  events: concerned
    .filter((found) => !found.placeToConfirm)
    .map(({ assessmentId }) => ({ type: 'TestPlaceReplanDue', data: { assessmentId } })),
});

export const assessmentReactions: Reactions = {
  PersonDied: (state, { data }) => {
    const ended = cancelled(
      all(state).filter(({ stage }) => UNDECIDED.includes(stage)),
      'DEATH',
    );
    const messages = Object.values(state.assessment.certificates)
      .filter(isIssued)
      .map(({ certificateId }) => flagHolderDeceased(certificateId, data.diedOn));
    return { ...ended, messages };
  },
  EscapeRecorded: (state, { data }) => cancelled(testedFrom(state, data.on), 'NOT_AVAILABLE'),
  TransferRecorded: (state, { data }) => postponed(testedFrom(state, data.on), data.on),
  DisciplineRecorded: (state, { data }) => postponed(testedFrom(state, data.entryOn), data.entryOn),
  // Tests after the days that the illness is expected to last stand.
  IllnessRecorded: (state, { data }) =>
    postponed(testedFrom(state, data.from, addDays(data.from, data.expectedDays)), data.from),
  InjuryReported: (state, { data }) => postponed(testedFrom(state, data.date), data.date),
  ReleaseRecorded: (state, { data }) => placeToConfirm(testedFrom(state, data.on)),
  // The day of the test was a day inside, and will be one outside.
  ReleaseDateChanged: (state, { data }) => placeToConfirm(testedFrom(state, data.to, data.from)),
  ConsentWithdrawn: (state, { data }) =>
    data.stopsTraining
      ? cancelled(
          all(state).filter(({ stage }) => UNDECIDED.includes(stage)),
          'WITHDRAWN_BY_PERSON',
        )
      : undefined,
};
