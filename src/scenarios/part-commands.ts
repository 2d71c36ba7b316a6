/** Commands of the parts beside community service: what they bring may reach other streams by messages. */
import { assessmentCommands } from '../catalogue/assessment.ts';
import { employmentCommands } from '../catalogue/employment.ts';
import { keepingCommands } from '../catalogue/keeping.ts';
import { prisonCommands } from '../catalogue/prison.ts';
import { referralCommands } from '../catalogue/referral.ts';
import { trainingCommands } from '../catalogue/training.ts';
import type { Scenario } from './scenario.ts';

export const PART_COMMANDS: ReadonlySet<string> = new Set(
  [
    prisonCommands,
    referralCommands,
    trainingCommands,
    assessmentCommands,
    employmentCommands,
    keepingCommands,
  ].flatMap((commands) => Object.keys(commands)),
);

/** Whether a file has to do with more than one kind of stream, so that a run waits for messages. */
export const crossesStreams = ({ steps }: Pick<Scenario, 'steps'>): boolean =>
  steps.some(
    (step) =>
      step.entity !== undefined ||
      step.expect.later.length > 0 ||
      (step.kind === 'command' && PART_COMMANDS.has(step.command)),
  );
