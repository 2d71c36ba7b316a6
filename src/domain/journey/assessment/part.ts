/** Assessments and the certificates that came of them (domain D, I.5). The stages: `stage-moves.ts`. */
import type { JourneyPart } from '../part.ts';
import { appealEvolvers, appealHandlers } from './appeal.ts';
import { applicationEvolvers, applicationHandlers } from './application.ts';
import { assessorEvolvers, assessorHandlers } from './assessors.ts';
import { certificateEvolvers, certificateHandlers } from './certificates.ts';
import type { AssessmentCommands } from './commands.ts';
import { conflictEvolvers, conflictHandlers } from './conflict.ts';
import { assessmentDeadlines, assessmentFirings } from './deadlines.ts';
import { decisionEvolvers } from './decision.ts';
import { endingEvolvers, endingHandlers } from './ending.ts';
import type { AssessmentEvents } from './events.ts';
import { plenaryEvolvers, plenaryHandlers } from './plenary.ts';
import { assessmentReactions } from './reactions.ts';
import { retestEvolvers, retestHandlers } from './retest.ts';
import { scheduleEvolvers, scheduleHandlers } from './schedule.ts';
import { testEvolvers, testHandlers } from './test.ts';

export const assessmentPart: JourneyPart<keyof AssessmentCommands, keyof AssessmentEvents> = {
  handlers: {
    ...applicationHandlers,
    ...assessorHandlers,
    ...scheduleHandlers,
    ...testHandlers,
    ...plenaryHandlers,
    ...retestHandlers,
    ...appealHandlers,
    ...conflictHandlers,
    ...endingHandlers,
    ...certificateHandlers,
  },
  evolvers: {
    ...applicationEvolvers,
    ...assessorEvolvers,
    ...scheduleEvolvers,
    ...testEvolvers,
    ...plenaryEvolvers,
    ...decisionEvolvers,
    ...retestEvolvers,
    ...appealEvolvers,
    ...conflictEvolvers,
    ...endingEvolvers,
    ...certificateEvolvers,
  },
  firings: assessmentFirings,
  deadlines: assessmentDeadlines,
  reactions: assessmentReactions,
};
