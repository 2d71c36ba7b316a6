/**
 * Two records of one human become one, and can be taken apart again (G-03, I.6b).
 *
 * the one that stays -- PersonMergeRequested --> waits for the other's answer
 * the one that goes -- PersonMergedAway --> every command is refused as PERSON_MERGED from now on
 * the one that stays -- PersonMerged --> holds both: obligations, dated minutes, enrolments, tests, jobs
 * the one that stays -- PersonUnmerged --> the one that had gone -- PersonReturned --> holds its own again
 *
 * Both streams keep all their events. What does not fit (a day over the limit, sessions over one another, a
 * seat or a test twice) is listed; only a double seat in one class is given back.
 */
import type { DecideContext } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import { accepted, type CommandHandlers, type Evolvers, type Refused } from '../handlers.ts';
import { releasePlan } from '../site-places.ts';
import { fitTogether, type Size, sizeOf } from '../size.ts';
import type { JourneyState } from '../state.ts';
import { addressClaims } from './addresses.ts';
import { CARRIED_SHAPE, shiftPast } from './carried.ts';
import { carriedStateOf, joined, parted } from './joining.ts';
import { eitherYes, marksBack, marksOf, NO_MARKS } from './marks.ts';
import { daysOverLimit, overlapsBetween, sameTests } from './misfits.ts';
import { type Adoption, changeKeeping, INITIAL_KEEPING_STATE } from './state.ts';

type MergeCommand =
  | 'merge-person'
  | 'be-merged'
  | 'adopt-person'
  | 'note-merge-refused'
  | 'unmerge-person'
  | 'return-person';

const streamOf = (personId: string): string => `journey/${personId}`;

/** Why the record that was asked to go stays; undefined where it goes. */
function unfit(state: JourneyState, asked: { diedOn: string | null; size: Size }) {
  if (state.keeping.mergedInto !== null) return 'ALREADY_MERGED';
  if (state.keeping.mergingWith !== null) return 'MERGE_UNDER_WAY';
  if (state.diedOn !== null && asked.diedOn !== null && state.diedOn !== asked.diedOn) return 'DEATHS_DIFFER';
  return fitTogether(asked.size, sizeOf(state)) ? undefined : 'TOO_MANY';
}

/** Places that the record's plans hold, under its own name. */
const planReleases = (state: JourneyState, context: DecideContext) =>
  Object.values(state.cases).flatMap((found) => releasePlan(state, found, context));

const requireOther = (state: JourneyState, otherPersonId: string): Refused | undefined =>
  otherPersonId === state.personId ? refuseWith('MERGE_WITH_ITSELF', {}) : undefined;

export const mergingHandlers: CommandHandlers<MergeCommand> = {
  'merge-person': (state, { data }) => {
    const { otherPersonId } = data;
    const refused = requireOther(state, otherPersonId);
    if (refused !== undefined) return refused;
    if (state.keeping.mergingWith === otherPersonId) return refuseWith('ALREADY_DONE', { otherPersonId });
    if (state.keeping.adoptions.some(({ from }) => from === otherPersonId)) {
      return refuseWith('ALREADY_DONE', { otherPersonId });
    }
    const asked = {
      into: state.personId,
      diedOn: state.diedOn,
      size: sizeOf(state),
      isCandidate: state.employment.candidateId !== null,
    };
    return accepted([{ type: 'PersonMergeRequested', data }], {
      messages: [{ target: streamOf(otherPersonId), name: 'be-merged', data: asked }],
    });
  },
  'be-merged': (state, { data }, context) => {
    const { into } = data;
    const code = unfit(state, data);
    if (code !== undefined) {
      const told = { from: state.personId, code };
      return accepted([{ type: 'PersonMergeDeclined', data: { into, code } }], {
        messages: [{ target: streamOf(into), name: 'note-merge-refused', data: told }],
      });
    }
    const carried = { shape: CARRIED_SHAPE, state: carriedStateOf(state), marks: marksOf(state.keeping) };
    const candidateGoesOver = !data.isCandidate;
    return accepted([{ type: 'PersonMergedAway', data: { into, candidateGoesOver } }], {
      claims: [...planReleases(state, context), ...addressClaims('release', carried.state, state.personId)],
      messages: [
        {
          target: streamOf(into),
          name: 'adopt-person',
          data: { from: state.personId, carried: JSON.parse(JSON.stringify(carried)) },
        },
      ],
    });
  },
  'adopt-person': (state, { data }, context) => {
    const { from, carried } = data;
    if (state.keeping.adoptions.some((adoption) => adoption.from === from)) {
      return refuseWith('ALREADY_DONE', { from });
    }
    const shift = shiftPast(state);
    const { joined: both, adoption } = joined(state, from, carried.state, shift);
    const theirSessions = new Set(adoption.sessionIds);
    const isTheirs = (sessionId: string) => theirSessions.has(sessionId);
    const sessions = Object.values(both.sessions);
    return accepted(
      [
        {
          type: 'PersonMerged',
          data: {
            ...{ from, carried, shift },
            daysOverLimit: daysOverLimit(both, context),
            overlaps: overlapsBetween(
              sessions.filter(({ sessionId }) => !isTheirs(sessionId)),
              sessions.filter(({ sessionId }) => isTheirs(sessionId)),
            ),
            plansToRenew: adoption.caseIds.filter(
              (id) => (carriedPlan(carried.state, id, shift.c) ?? null) !== null,
            ),
            sameTests: sameTests(carriedStateOf(state), carried.state),
          },
        },
      ],
      { claims: addressClaims('take', carried.state, state.personId) },
    );
  },
  'note-merge-refused': (_state, { data }) => accepted([{ type: 'PersonMergeRefused', data }]),
  'unmerge-person': (state, { data }, context) => {
    const { otherPersonId } = data;
    const adoption = state.keeping.adoptions.at(-1);
    if (adoption?.from !== otherPersonId) return refuseWith('NOT_MERGED_LAST', { otherPersonId });
    const { returned } = parted(state, adoption);
    const carried = { shape: CARRIED_SHAPE, state: returned, marks: partedMarks(state, adoption).returned };
    return accepted([{ type: 'PersonUnmerged', data: { ...data, carried } }], {
      claims: [
        ...Object.values(state.cases)
          .filter(({ caseId }) => adoption.caseIds.includes(caseId))
          .flatMap((found) => releasePlan(state, found, context)),
        ...addressClaims('release', returned, state.personId),
      ],
      messages: [
        {
          target: streamOf(otherPersonId),
          name: 'return-person',
          data: { from: state.personId, carried: JSON.parse(JSON.stringify(carried)) },
        },
      ],
    });
  },
  'return-person': (state, { data }) =>
    state.keeping.mergedInto === data.from
      ? accepted([{ type: 'PersonReturned', data }], {
          claims: addressClaims('take', data.carried.state, state.personId),
        })
      : refuseWith('ALREADY_DONE', { from: data.from }),
};

/** The plan that a case had in the other record, by the id that it has here. */
const carriedPlan = ({ cases }: ReturnType<typeof carriedStateOf>, caseId: string, moved: number) =>
  cases[`c${Number(caseId.slice(1)) - moved}`]?.plan;

const partedMarks = ({ keeping }: JourneyState, { marks: { mine, theirs } }: Adoption) => {
  const atMerge = eitherYes(mine, theirs);
  return { rest: marksBack(mine, atMerge, keeping), returned: marksBack(theirs, atMerge, keeping) };
};

export const mergingEvolvers: Evolvers<
  | 'PersonMergeRequested'
  | 'PersonMergeDeclined'
  | 'PersonMergeRefused'
  | 'PersonMergedAway'
  | 'PersonMerged'
  | 'PersonUnmerged'
  | 'PersonReturned'
> = {
  PersonMergeRequested: (state, { data }) => changeKeeping(state, { mergingWith: data.otherPersonId }),
  PersonMergeDeclined: (state) => state,
  PersonMergeRefused: (state) => changeKeeping(state, { mergingWith: null }),
  // What it held lives in the other record now; the events stay and are read here.
  PersonMergedAway: (state, { data }) => ({
    ...emptied(state, data.candidateGoesOver),
    keeping: { ...state.keeping, mergedInto: data.into },
  }),
  PersonMerged: (state, { data }) => {
    const { joined: both, adoption } = joined(state, data.from, data.carried.state, data.shift);
    const { keeping } = state;
    const marks = { mine: marksOf(keeping), theirs: data.carried.marks ?? NO_MARKS };
    return {
      ...{ personId: state.personId, ...both },
      keeping: {
        ...keeping,
        ...eitherYes(marks.mine, marks.theirs),
        mergingWith: null,
        adoptions: [...keeping.adoptions, { ...adoption, marks }],
      },
    };
  },
  PersonUnmerged: (state) => {
    const adoption = state.keeping.adoptions.at(-1);
    if (adoption === undefined) throw new Error('nothing was merged');
    const { rest } = parted(state, adoption);
    const { keeping } = state;
    return {
      ...{ personId: state.personId, ...rest },
      keeping: {
        ...keeping,
        ...partedMarks(state, adoption).rest,
        adoptions: keeping.adoptions.slice(0, -1),
      },
    };
  },
  PersonReturned: (state, { data }) => ({
    ...{ personId: state.personId, ...data.carried.state },
    keeping: { ...state.keeping, ...data.carried.marks, mergedInto: null },
  }),
};

/** A record without anything to wait for, to list or to act on. */
const emptied = (state: JourneyState, candidateGoesOver: boolean): JourneyState => ({
  ...state,
  ...{ cases: {}, linkedCases: {}, sessions: {}, entries: [] },
  prison: { cases: {} },
  referral: { cases: {}, consents: {} },
  training: { offers: {}, enrolments: {} },
  assessment: { assessments: {}, certificates: {} },
  employment: {
    ...state.employment,
    // Two records never stand in the list of candidates under one id.
    ...(candidateGoesOver ? { candidateId: null } : {}),
    ...{ office: null, card: null, availability: null, proposals: {}, apprenticeships: {}, placements: {} },
  },
  keeping: INITIAL_KEEPING_STATE,
});
