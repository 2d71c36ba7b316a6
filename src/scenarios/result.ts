/** What a run of a scenario gave: for the report, and for holding two runs against each other. */
import type { JsonObject, RecordedEvent, Refusal, Warning } from '../domain/decider.ts';

export type StepOutcome = 'accepted' | 'refused' | 'moved' | 'checked';

export interface StepResult {
  readonly line: number;
  readonly about: string;
  /** Local date-time of the world's clock after the step. */
  readonly at: string;
  readonly outcome: StepOutcome;
  readonly refusal: Refusal | null;
  readonly warnings: readonly Warning[];
  readonly events: readonly RecordedEvent[];
  /** Stage, credited minutes and minutes left, where the step asked for them. */
  readonly balance: JsonObject | null;
  /** What was expected and what came; empty = as expected. */
  readonly failures: readonly string[];
}

export interface ScenarioResult {
  readonly file: string;
  readonly title: string;
  readonly driver: string;
  readonly passed: boolean;
  readonly steps: readonly StepResult[];
  /** Steps after the first failure are not run. */
  readonly notRun: number;
  /** All events of each person, by alias. */
  readonly journeys: { readonly [alias: string]: readonly RecordedEvent[] };
  /** All events of each class, certificate and permit that the file names, as `class/las-1`. */
  readonly entities?: { readonly [name: string]: readonly RecordedEvent[] };
}
