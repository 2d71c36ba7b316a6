/** The pilot's cases: one scenario file each, in the format of docs/scenarios.md. */
import { readdirSync, readFileSync } from 'node:fs';
import { parseScenario } from '../scenarios/parse-scenario.ts';
import type { Scenario, Step } from '../scenarios/scenario.ts';

/** Beside this module, in the sources as in the build. */
const FOLDER = new URL('./cases/', import.meta.url);
const ENDING = '.yaml';

export interface Story {
  /** Name of its file; begins the ids of its commands, so a file that was played keeps its name. */
  readonly name: string;
  readonly scenario: Scenario;
}

/** @throws ScenarioProblem for a file that cannot be understood. */
export function readStories(): readonly Story[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(ENDING))
    .sort()
    .map((file) => ({
      name: file.slice(0, -ENDING.length),
      scenario: parseScenario(file, readFileSync(new URL(file, FOLDER), 'utf8')),
    }));
}

/** Checks hold at the end of the whole pilot only: they are for tests, and a resumed play passes them over. */
export const isSent = (step: Step): step is SentStep =>
  step.kind !== 'check' && step.kind !== 'wait' && step.kind !== 'outage';

export type SentStep = Extract<Step, { readonly actor: unknown }>;
