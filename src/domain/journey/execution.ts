/**
 * Execution: from the minutes of execution (BA-17) to the end of the window.
 *
 * PLANNED -- ExecutionStarted --> RUNNING (ORDERED, where only a training measure is executed)
 * RUNNING | REPEAT -- ExecutionSuspended --> HELD -- ExecutionResumed --> where it came from
 *
 * While in execution: a pace check each week, warnings before the window's end, the end itself. The end
 * opens a breach review when minutes are short (`breach.ts`). A hold does not stop the window; only a
 * document of the court or the prosecutor sets it anew (L-05).
 */
import { refuseWith } from '../law/refusals.ts';
import { addDays, endOfDay, startOfDay } from '../time/index.ts';
import type { LocalDate } from '../time/moment.ts';
import { effectiveOn, notBefore, notInFuture } from './dates.ts';
import type { JourneyEvent } from './events.ts';
import { accepted, type CommandHandlers, firstRefusal, onCase, requireDocument, today } from './handlers.ts';
import { nextPaceCheck } from './pace.ts';
import type { CommunityServiceCase } from './state.ts';
import { warningDaysOn, windowChanged, windowDaysOf, windowEndOf } from './window.ts';

const onlyMeasure = (found: CommunityServiceCase): boolean =>
  found.orderedMinutes === null && found.measure !== null;

export const executionHandlers: CommandHandlers<
  'start-execution' | 'suspend-execution' | 'resume-execution'
> = {
  'start-execution': onCase({ stages: ['ORDERED', 'PLANNED'] }, (found, { data }, context) => {
    const { caseId, zone } = found;
    const { startedOn } = data;
    const hours = !onlyMeasure(found);
    const ready = found.stage === 'PLANNED' && found.plan !== null && found.site?.accepted === true;
    if (hours && !ready) {
      const allowed = 'PLANNED, accepted by the site';
      return refuseWith('WRONG_STAGE', { caseId, stage: found.stage, allowed });
    }
    const refused = firstRefusal(
      notInFuture(startedOn, zone, context),
      notBefore('startedOn', startedOn, found.order?.orderedOn),
    );
    if (refused !== undefined) return refused;
    return accepted([
      {
        type: 'ExecutionStarted',
        data: {
          caseId,
          startedOn,
          windowDays: hours ? windowDaysOf(found.completionDays, startedOn, context) : null,
          windowEndsAt: hours ? windowEndOf(found, startedOn, context) : null,
          warningDays: hours ? warningDaysOn(startedOn, context) : [],
          firstPaceCheckAt: hours ? nextPaceCheck(startedOn, zone, context) : null,
        },
        occurredAt: effectiveOn(startedOn, zone, context),
      },
    ]);
  }),

  'suspend-execution': onCase({ stages: ['RUNNING', 'REPEAT'] }, (found, command, context) => {
    const { resumeOn, windowEndsOn, reason } = command.data;
    const { caseId, zone } = found;
    const refused = firstRefusal(
      windowEndsOn === undefined ? undefined : requireDocument(command, 'document that sets the window'),
      resumeOn === null ? undefined : notBefore('resumeOn', resumeOn, addDays(today(context, zone), 1)),
      notBefore('windowEndsOn', windowEndsOn ?? today(context, zone), today(context, zone)),
    );
    if (refused !== undefined) return refused;
    const resumeAt = resumeOn === null ? null : startOfDay(resumeOn, zone);
    return accepted([
      { type: 'ExecutionSuspended', data: { caseId, reason, resumeAt } },
      ...newWindow(found, windowEndsOn, context),
    ]);
  }),

  'resume-execution': onCase({ stages: ['HELD'] }, (found, command, context) => {
    const { windowEndsOn } = command.data;
    const refused = firstRefusal(
      windowEndsOn === undefined ? undefined : requireDocument(command, 'document that sets the window'),
      notBefore('windowEndsOn', windowEndsOn ?? today(context, found.zone), today(context, found.zone)),
    );
    if (refused !== undefined) return refused;
    return accepted([
      { type: 'ExecutionResumed', data: { caseId: found.caseId } },
      ...newWindow(found, windowEndsOn, context),
    ]);
  }),
};

const newWindow = (
  found: CommunityServiceCase,
  windowEndsOn: LocalDate | undefined,
  context: Parameters<typeof windowChanged>[3],
): JourneyEvent[] =>
  windowEndsOn === undefined
    ? []
    : windowChanged(found, 'DOCUMENT', endOfDay(windowEndsOn, found.zone), context);
