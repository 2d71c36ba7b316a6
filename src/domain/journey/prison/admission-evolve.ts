/** How the import of an inmate and the assessment of needs are remembered. */
import type { Evolvers } from '../handlers.ts';
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

export const admissionEvolvers: Evolvers<'InmateImported' | 'InmateNeedsAssessed'> = {
  InmateImported: (state, { data }) => {
    // The id of a converted case was given when it was opened (S14).
    const isNew = !Object.hasOwn(state.linkedCases, data.caseId);
    const found: PrisonCase = { ...EMPTY, ...data };
    return {
      ...state,
      caseCount: state.caseCount + (isNew ? 1 : 0),
      prison: { ...state.prison, cases: { ...state.prison.cases, [data.caseId]: found } },
    };
  },
  InmateNeedsAssessed: (state, { data }) =>
    changePrisonCase(state, data.caseId, (found) => moveTo(found, 'CANDIDATE')),
};
