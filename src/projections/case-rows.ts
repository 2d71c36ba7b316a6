/** From one journey's state to its rows in the list of cases. Pure: live and rebuilt rows come from here. */
import type { EntityState } from '../domain/decide.ts';
import { minutesLeft } from '../domain/journey/completion.ts';
import type { JourneyState } from '../domain/journey/state.ts';
import type { CaseRow } from './case-list.ts';
import { nextDeadline } from './next-deadline.ts';

export function caseRowsOf(entity: EntityState<JourneyState>, world: string): CaseRow[] {
  const { domain: state, version } = entity;
  return Object.values(state.cases).map((found): CaseRow => {
    const next = nextDeadline(entity, ({ subject }) => caseOf(state, subject) === found.caseId);
    return {
      personId: state.personId,
      caseId: found.caseId,
      world,
      stage: found.stage,
      origin: found.origin,
      office: found.office,
      probationOffice: found.probationOffice,
      siteId: found.site?.siteId ?? null,
      trainingCentre: found.measure?.siteId ?? null,
      orderedMinutes: found.orderedMinutes,
      creditedMinutes: found.creditedMinutes,
      minutesLeft: found.orderedMinutes === null ? null : minutesLeft(found),
      windowEndsOn: found.execution?.windowEndsAt?.date ?? null,
      nextDeadlineKind: next?.kind ?? null,
      nextDeadlineAt: next?.dueAt.at ?? null,
      nextDeadlineOn: next?.dueAt.date ?? null,
      behindPace: found.execution?.behind ?? false,
      version,
    };
  });
}

/** A deadline is about a case or about one of its sessions. */
const caseOf = (state: JourneyState, subject: string): string =>
  state.sessions[subject]?.caseId ?? subject.split('/')[0] ?? subject;
