/**
 * A journey as boards count it: its state, and beside it since when each of its parts has stood in its stage, which the
 * law itself has no use for. Folded from the same events; it decides nothing.
 */
import type { Decider, RecordedEvent } from '../domain/decider.ts';
import { journeyDecider } from '../domain/journey/decider.ts';
import type { JourneyState } from '../domain/journey/state.ts';
import type { LocalDate } from '../domain/time/moment.ts';

export type BoardPart = 'SERVICE' | 'PRISON' | 'REFERRAL' | 'TRAINING' | 'ASSESSMENT';

export interface BoardState {
  readonly journey: JourneyState;
  /** Local date since which a part stands in its stage, by `partKey`. */
  readonly since: { readonly [partKey: string]: LocalDate };
  /** Local date of the first entrance into the path; null before. */
  readonly enteredOn: LocalDate | null;
}

export const partKey = (part: BoardPart, id: string): string => `${part}/${id}`;

type Staged = { readonly [id: string]: { readonly stage: string } };

const PARTS: { readonly [P in BoardPart]: (state: JourneyState) => Staged } = {
  SERVICE: ({ cases }) => cases,
  PRISON: ({ prison }) => prison.cases,
  REFERRAL: ({ referral }) => referral.cases,
  TRAINING: ({ training }) => training.enrolments,
  ASSESSMENT: ({ assessment }) => assessment.assessments,
};

/** Keys of the parts whose stage is another after the event. */
function movedParts(before: JourneyState, after: JourneyState): string[] {
  return Object.entries(PARTS).flatMap(([part, of]) => {
    const [old, now] = [of(before), of(after)];
    if (old === now) return [];
    return Object.entries(now).flatMap(([id, { stage }]) =>
      Object.hasOwn(old, id) && old[id]?.stage === stage ? [] : [partKey(part as BoardPart, id)],
    );
  });
}

function evolve(state: BoardState, event: RecordedEvent): BoardState {
  const journey = journeyDecider.evolve(state.journey, event);
  const moved = movedParts(state.journey, journey);
  const beganToSeek = state.journey.employment.card === null && journey.employment.card !== null;
  if (moved.length === 0 && !beganToSeek) return { ...state, journey };
  const { date } = event.occurredAt;
  return {
    journey,
    since: { ...state.since, ...Object.fromEntries(moved.map((key) => [key, date])) },
    enteredOn: state.enteredOn === null || date < state.enteredOn ? date : state.enteredOn,
  };
}

export const boardDecider: Decider<BoardState> = {
  kind: journeyDecider.kind,
  snapshotShape: journeyDecider.snapshotShape,
  initialState: (id) => ({ journey: journeyDecider.initialState(id), since: {}, enteredOn: null }),
  decide: () => {
    throw new Error('boards decide nothing');
  },
  evolve,
  deadlines: ({ journey }) => journeyDecider.deadlines(journey),
};
