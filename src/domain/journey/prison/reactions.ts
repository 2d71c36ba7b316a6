/**
 * What events of other parts mean for custody. The training of a person in prison is what moves the stages of
 * I.3 between APPROVED, IN_TRAINING and INTERRUPTED; a death leaves the family to be told (S36).
 */
import type { DecideContext } from '../../decider.ts';
import type { JourneyEvent, JourneyEvents } from '../events.ts';
import type { Evolvers } from '../handlers.ts';
import type { Reaction, Reactions } from '../part.ts';
import type { JourneyState } from '../state.ts';
import { uninterrupted } from './interruption-evolve.ts';
import { changePrisonCase, waitingCases } from './on-prison-case.ts';
import { custodyCase } from './queries.ts';
import { CUSTODY, moveTo } from './stage-moves.ts';
import type { PrisonCase } from './state.ts';

type Noted = JourneyEvents['InmateTrainingNoted'];

const noted = (caseId: string, enrolmentId: string, status: Noted['status']): Reaction => ({
  events: [{ type: 'InmateTrainingNoted', data: { caseId, enrolmentId, status } }],
});

/** Only the case whose training it is; also once the person is outside. */
const ofEnrolment = (state: JourneyState, enrolmentId: string): PrisonCase | undefined =>
  waitingCases(state).find(({ enrolments }) => enrolments.includes(enrolmentId));

const ended = (state: JourneyState, { data }: { data: { enrolmentId: string } }): Reaction | undefined => {
  const found = ofEnrolment(state, data.enrolmentId);
  return found && noted(found.caseId, data.enrolmentId, 'ENDED');
};

export const prisonReactions: Reactions = {
  EnrolmentStarted: (state, { data }) => {
    const held = custodyCase(state);
    if (held === undefined || held.enrolments.includes(data.enrolmentId)) return undefined;
    return noted(held.caseId, data.enrolmentId, 'STARTED');
  },
  EnrolmentResumed: (state, { data }) => {
    const found = ofEnrolment(state, data.enrolmentId);
    return found && noted(found.caseId, data.enrolmentId, 'RESUMED');
  },
  TrainingFinished: ended,
  AttendanceFellShort: ended,
  EnrolmentDropped: ended,
  EnrolmentCancelled: ended,

  PersonDied: (state, _event, _context: DecideContext) => ({
    events: waitingCases(state)
      .filter(({ stage }) => CUSTODY.includes(stage))
      .map(({ caseId }): JourneyEvent => ({ type: 'FamilyNoticeDue', data: { caseId } })),
  }),
};

function whenStarted(found: PrisonCase, enrolmentId: string): Partial<PrisonCase> {
  const enrolments = [...found.enrolments, enrolmentId];
  if (found.stage === 'APPROVED') return { enrolments, ...moveTo(found, 'IN_TRAINING') };
  return found.interruptedFrom === 'APPROVED'
    ? { enrolments, interruptedFrom: 'IN_TRAINING' }
    : { enrolments };
}

/** Training that goes on at the new place ends what the transfer interrupted (B-14). */
function whenResumed(found: PrisonCase): Partial<PrisonCase> {
  const interruptions = found.interruptions.filter(({ kind }) => kind !== 'TRANSFER');
  if (interruptions.length > 0) return { interruptions };
  // What ran when the person came into custody goes on once the session has approved it.
  return found.stage === 'APPROVED' ? moveTo(found, 'IN_TRAINING') : uninterrupted(found);
}

function whenEnded(found: PrisonCase, enrolmentId: string): Partial<PrisonCase> {
  const enrolments = found.enrolments.filter((id) => id !== enrolmentId);
  const { release } = found;
  // Nothing is left to be finished: who can be reached is not searched for any longer (S30).
  const done = enrolments.length === 0 && release?.contactKnown === true;
  return {
    enrolments,
    ...(done ? { release: { ...release, chaseAt: null } } : {}),
    ...(enrolments.length === 0 && found.stage === 'IN_TRAINING' ? moveTo(found, 'APPROVED') : {}),
  };
}

export const noteEvolvers: Evolvers<'InmateTrainingNoted' | 'FamilyNoticeDue'> = {
  InmateTrainingNoted: (state, { data }) =>
    changePrisonCase(state, data.caseId, (found) => {
      switch (data.status) {
        case 'STARTED':
          return whenStarted(found, data.enrolmentId);
        case 'RESUMED':
          return whenResumed(found);
        case 'ENDED':
          return whenEnded(found, data.enrolmentId);
      }
    }),
  FamilyNoticeDue: (state) => state,
};
