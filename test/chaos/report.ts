/** The outcome of a run for people, and whether it was good. */
import type { ChaosReport } from './run.ts';

/** Examples shown of what went wrong. */
const SHOWN = 5;

export function printReport(report: ChaosReport): void {
  const { deaths, chains } = report;
  console.log(`\nTitian chaos, seed ${report.seed}, ${report.seconds} s, ${report.journeys} persons at work`);
  console.log(
    `killed: worker ${deaths.worker}, API ${deaths.api}, Temporal ${deaths.temporal}, Postgres ${deaths.postgres}\n`,
  );
  const line = (what: string, value: string | number): void => console.log(`${what.padEnd(22)}${value}`);
  line('acknowledged', report.acknowledged);
  for (const [what, list] of listsOf(report)) {
    line(what, list.length);
    for (const example of list.slice(0, SHOWN)) console.log(`    ${example}`);
  }
  line('deadlines due', report.deadlinesDue);
  line('latest firing', `${report.latestFiringSeconds.toFixed(1)} s after it was due`);
  line('messages waiting', report.messagesWaiting);
  line('chains', chains.intact ? `intact (${chains.entries} entries)` : 'BROKEN');
  for (const finding of chains.findings) console.log(`    ${finding}`);
  line('slowest answer', `${(report.slowestMs / 1000).toFixed(1)} s, most attempts ${report.attemptsMost}`);
  console.log(isGood(report) ? '\nNothing lost, nothing doubled.' : '\nFAILED');
}

export function isGood(report: ChaosReport): boolean {
  return (
    listsOf(report).every(([, list]) => list.length === 0) &&
    report.messagesWaiting === 0 &&
    report.chains.intact &&
    report.acknowledged > 0 &&
    report.deadlinesDue > 0
  );
}

const listsOf = (report: ChaosReport): [string, readonly string[]][] => [
  ['lost', report.lost],
  ['doubled', report.doubled],
  ['shells behind', report.shellsBehind],
  ['deadlines missed', report.deadlinesMissed],
  ['fired twice', report.firedTwice],
  ['unexpected refusals', report.unexpected],
];
