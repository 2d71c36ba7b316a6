/** How the place of work of a case changes, and what it waits for. */
import type { LocalDate, Moment } from '../time/moment.ts';
import {
  changeCase,
  type DeadlinesOf,
  type Evolvers,
  type FiringHandlers,
  standingCases,
} from './handlers.ts';
import { EXECUTION_STAGES, moveTo } from './stage-moves.ts';
import type { CommunityServiceCase } from './state.ts';

/** Without a site a planned case has nothing to start with; a running one keeps running and waits. */
const withoutPlan = (found: CommunityServiceCase): Partial<CommunityServiceCase> => ({
  plan: null,
  ...(found.stage === 'PLANNED' ? moveTo(found, 'ORDERED') : {}),
});

/** The plan ends, and a prosecutor has until `reassignBy` to name another site. */
export const sessionsStopped = (
  found: CommunityServiceCase,
  reassignBy: Moment,
): Partial<CommunityServiceCase> => ({
  ...withoutPlan(found),
  site: found.site && { ...found.site, stopped: true, answerDueAt: null, reassignBy },
});

const endedOn = (found: CommunityServiceCase, date: LocalDate): CommunityServiceCase['placements'] =>
  found.placements.map((placed) => (placed.to === null ? { ...placed, to: date } : placed));

export const siteEvolvers: Evolvers<
  | 'SiteAssigned'
  | 'SiteAccepted'
  | 'SiteDeclined'
  | 'SiteAnswerOverdue'
  | 'SiteChanged'
  | 'SiteSessionsStopped'
  | 'SiteReassignmentOverdue'
  | 'CommercialUseFlagged'
> = {
  SiteAssigned: (state, { data, occurredAt: { date } }) =>
    changeCase(state, data.caseId, (found) => ({
      ...withoutPlan(found),
      placements: [...endedOn(found, date), { siteId: data.siteId, from: date, to: null }],
      zone: data.zone,
      site: {
        siteId: data.siteId,
        accepted: false,
        answerDueAt: data.answerDueAt,
        stopped: false,
        reassignBy: null,
      },
    })),
  SiteAccepted: (state, { data }) =>
    changeCase(state, data.caseId, ({ site }) => ({
      site: site && { ...site, accepted: true, answerDueAt: null },
    })),
  /** A site that would not have the person was never a place of work. */
  SiteDeclined: (state, { data }) =>
    changeCase(state, data.caseId, (found) => ({
      ...withoutPlan(found),
      placements: found.placements.filter(({ to }) => to !== null),
      site: null,
    })),
  SiteAnswerOverdue: (state, { data }) =>
    changeCase(state, data.caseId, ({ site }) => ({ site: site && { ...site, answerDueAt: null } })),
  /** The new site follows in its own SiteAssigned. */
  SiteChanged: (state) => state,
  SiteSessionsStopped: (state, { data }) =>
    changeCase(state, data.caseId, (found) => sessionsStopped(found, data.reassignBy)),
  SiteReassignmentOverdue: (state, { data }) =>
    changeCase(state, data.caseId, ({ site }) => ({ site: site && { ...site, reassignBy: null } })),
  CommercialUseFlagged: (state) => state,
};

export const siteDeadlines: DeadlinesOf = (state) =>
  standingCases(state).flatMap(({ caseId, stage, site }) => {
    if (site === null || (!EXECUTION_STAGES.includes(stage) && stage !== 'ORDERED' && stage !== 'PLANNED')) {
      return [];
    }
    if (site.stopped && site.reassignBy !== null) {
      return [{ kind: 'site-reassignment', subject: caseId, dueAt: site.reassignBy }];
    }
    return site.answerDueAt !== null && !site.accepted
      ? [{ kind: 'site-answer', subject: caseId, dueAt: site.answerDueAt }]
      : [];
  });

export const siteFirings: FiringHandlers = {
  'site-answer': (state, { subject }) => {
    const siteId = state.cases[subject]?.site?.siteId ?? '';
    return [{ type: 'SiteAnswerOverdue', data: { caseId: subject, siteId } }];
  },
  'site-reassignment': (state, { subject }) => {
    const siteId = state.cases[subject]?.site?.siteId ?? '';
    return [{ type: 'SiteReassignmentOverdue', data: { caseId: subject, siteId } }];
  },
};
