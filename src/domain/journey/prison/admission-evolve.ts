/** How the import of an inmate and the assessment of needs are remembered. */
import type { CaseId } from '../commands.ts';
import type { Evolvers } from '../handlers.ts';
import type { JourneyState } from '../state.ts';
import { openEnrolments } from '../training/state.ts';
import { changePrisonCase } from './on-prison-case.ts';
import { moveTo } from './stage-moves.ts';
import type { PrisonCase } from './state.ts';

const EMPTY = {
  stage: 'ADMITTED',
  releaseOverdue: false,
  remissionEffects: [],
  litmas: null,
  tpp: null,
  discipline: [],
  interruptions: [],
  interruptedFrom: null,
  integration: null,
  enrolments: [],
  release: null,
  aftercare: null,
  closedReason: null,
  retentionEndsAt: null,
} as const satisfies Partial<PrisonCase>;

/**
 * What custody goes on with after a revocation: Register F, and training that runs (S32). An entry is named by
 * its own version also in the new case.
 */
function carriedOver(state: JourneyState, linkedFrom: CaseId | null) {
  const running = openEnrolments(state)
    .filter(({ stage }) => stage === 'ACTIVE' || stage === 'SUSPENDED')
    .map(({ enrolmentId }) => enrolmentId);
  const last = linkedFrom === null ? undefined : state.prison.cases[linkedFrom];
  if (last?.stage !== 'RETURNED') return { before: {}, goesOn: { enrolments: running } };
  const enrolments = [...new Set([...last.enrolments, ...running])];
  return {
    before: { [last.caseId]: { ...last, enrolments: [] } },
    goesOn: { enrolments, discipline: last.discipline },
  };
}

export const admissionEvolvers: Evolvers<'InmateImported' | 'InmateNeedsAssessed'> = {
  InmateImported: (state, { data }) => {
    // The id of a converted case was given when it was opened (S14).
    const isNew = !Object.hasOwn(state.linkedCases, data.caseId);
    const { before, goesOn } = carriedOver(state, data.linkedFrom);
    const found: PrisonCase = { ...EMPTY, ...data, ...goesOn, termReleaseOn: data.releaseOn };
    return {
      ...state,
      caseCount: state.caseCount + (isNew ? 1 : 0),
      prison: { ...state.prison, cases: { ...state.prison.cases, ...before, [data.caseId]: found } },
    };
  },
  InmateNeedsAssessed: (state, { data }) =>
    changePrisonCase(state, data.caseId, (found) => moveTo(found, 'CANDIDATE')),
};
