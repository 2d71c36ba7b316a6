/** How execution runs, is held, and is counted down. */
import { addDays, type LocalDate } from '../time/index.ts';
import { changeCase, type Evolvers } from './handlers.ts';
import { moveTo } from './stage-moves.ts';
import type { CommunityServiceCase } from './state.ts';

type Execution = NonNullable<CommunityServiceCase['execution']>;

const changeExecution = (
  { execution }: CommunityServiceCase,
  change: (execution: Execution) => Partial<Execution>,
): Pick<CommunityServiceCase, 'execution'> => ({
  execution: execution && { ...execution, ...change(execution) },
});

/** Ends the open hold, if there is one, on the given date. */
export const heldUntil = (
  { heldPeriods }: CommunityServiceCase,
  to: string,
): Pick<CommunityServiceCase, 'heldPeriods'> => ({
  heldPeriods: heldPeriods.map((period) => (period.to === null ? { ...period, to } : period)),
});

/** The dates between the last window's end and the day on which the next one was set. */
function gapBefore({ windowEndsAt }: Execution, to: LocalDate): Execution['windowGaps'] {
  if (windowEndsAt === null) return [];
  const from = addDays(windowEndsAt.date, 1);
  return from < to ? [{ from, to }] : [];
}

export const executionEvolvers: Evolvers<
  | 'ExecutionStarted'
  | 'ExecutionSuspended'
  | 'ExecutionResumed'
  | 'SuspensionResumeDue'
  | 'WindowChanged'
  | 'PaceChecked'
  | 'WindowWarningRaised'
  | 'WindowEnded'
> = {
  ExecutionStarted: (state, { data }) =>
    changeCase(state, data.caseId, (found) => ({
      ...moveTo(found, 'RUNNING'),
      execution: {
        startedOn: data.startedOn,
        windowEndsAt: data.windowEndsAt,
        windowEnded: false,
        windowGaps: [],
        pendingWarnings: data.warningDays,
        nextPaceCheckAt: data.firstPaceCheckAt,
        behind: false,
      },
    })),
  ExecutionSuspended: (state, { data, occurredAt }) =>
    changeCase(state, data.caseId, (found) => ({
      ...moveTo(found, 'HELD'),
      hold: { resumeAt: data.resumeAt, from: found.stage },
      heldPeriods: [...found.heldPeriods, { from: occurredAt.date, to: null }],
    })),
  ExecutionResumed: (state, { data, occurredAt }) =>
    changeCase(state, data.caseId, (found) => ({
      ...moveTo(found, found.hold?.from ?? 'RUNNING'),
      ...heldUntil(found, occurredAt.date),
      hold: null,
    })),
  SuspensionResumeDue: (state, { data }) =>
    changeCase(state, data.caseId, ({ hold }) => ({ hold: hold && { ...hold, resumeAt: null } })),
  WindowChanged: (state, { data, occurredAt }) =>
    changeCase(state, data.caseId, (found) =>
      changeExecution(found, (execution) => ({
        windowEndsAt: data.windowEndsAt,
        windowEnded: false,
        windowGaps: [...execution.windowGaps, ...gapBefore(execution, occurredAt.date)],
        pendingWarnings: data.warningDays,
        nextPaceCheckAt: data.firstPaceCheckAt,
      })),
    ),
  PaceChecked: (state, { data }) =>
    changeCase(state, data.caseId, (found) =>
      changeExecution(found, () => ({ nextPaceCheckAt: data.nextAt, behind: data.behind })),
    ),
  WindowWarningRaised: (state, { data }) =>
    changeCase(state, data.caseId, (found) =>
      changeExecution(found, ({ pendingWarnings }) => ({
        pendingWarnings: pendingWarnings.filter((point) => !data.points.includes(point)),
      })),
    ),
  WindowEnded: (state, { data }) =>
    changeCase(state, data.caseId, (found) =>
      changeExecution(found, () => ({ windowEnded: true, pendingWarnings: [], nextPaceCheckAt: null })),
    ),
};
