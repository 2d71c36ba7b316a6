/** Assessments and the certificates that came of them (domain D, I.5). */
import { refuseWith } from '../../law/refusals.ts';
import type { JourneyPart } from '../part.ts';
import type { AssessmentCommands } from './commands.ts';
import type { AssessmentEvents } from './events.ts';

type Part = JourneyPart<keyof AssessmentCommands, keyof AssessmentEvents>;

/** The contract stands; the decisions follow. */
const notYet = new Proxy({}, { get: () => () => refuseWith('NOT_FOUND', {}) });

export const assessmentPart: Part = {
  handlers: notYet as Part['handlers'],
  evolvers: {} as Part['evolvers'],
  firings: {},
  deadlines: () => [],
  reactions: {},
};
