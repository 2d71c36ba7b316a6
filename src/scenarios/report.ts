/** A run as lines for people. */
import { compact } from './match.ts';
import type { ScenarioResult, StepResult } from './result.ts';
import type { Scenario } from './scenario.ts';

const OUTCOME_WORDS = {
  accepted: 'diterima',
  refused: 'ditolak',
  moved: 'waktu',
  checked: 'diperiksa',
} as const;
/** More events than this in one step are counted, not listed. */
const MOST_EVENTS_SHOWN = 12;

export const titleLines = (scenario: Scenario): string[] => [
  `${scenario.number === '' ? '' : `${scenario.number} `}${scenario.title}`,
  `  ${scenario.law.join('; ')}`,
];

export function stepLines(step: StepResult, scenario: Scenario): string[] {
  const mark = step.failures.length === 0 ? '✔' : '✘';
  const shown = step.events.filter((event) => !event.type.startsWith('Deadline'));
  const listed = shown
    .slice(0, MOST_EVENTS_SHOWN)
    .map((event) => `      ${event.type} ${compact(event, scenario.zone)}`);
  const more = shown.length - listed.length;
  const refusal =
    step.refusal === null ? '' : ` ${step.refusal.code} ${step.refusal.article ?? ''}`.trimEnd();
  return [
    `  ${mark} ${step.at.replace('T', ' ')}  ${step.about}: ${OUTCOME_WORDS[step.outcome]}${refusal}`,
    ...listed,
    ...(more > 0 ? [`      dan ${more} peristiwa lagi`] : []),
    ...step.warnings.map((warning) => `      peringatan ${warning.code}`),
    ...step.failures.map((failure) => `    baris ${step.line}: ${failure}`),
  ];
}

export function summaryLine(result: ScenarioResult): string {
  const left = result.notRun === 0 ? '' : `, ${result.notRun} langkah tidak dijalankan`;
  return `${result.passed ? '✔' : '✘'} ${result.title} (${result.driver}): ${result.steps.length} langkah${left}`;
}

/** The steps up to the one that failed, as a test shows them; empty where all went as expected. */
export function failureText(result: ScenarioResult, scenario: Scenario): string {
  if (result.passed) return '';
  const last = result.steps.slice(-3).flatMap((step) => stepLines(step, scenario));
  return [...titleLines(scenario), ...last].join('\n');
}
