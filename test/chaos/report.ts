/** The outcome of a run for people, and whether it was good. */
import type { ChaosReport } from './run.ts';

/** Examples shown of what went wrong. */
const SHOWN = 5;

export function printReport(report: ChaosReport): void {
  const { deaths, chains, abandoned } = report;
  console.log(`\nTitian chaos, seed ${report.seed}, ${report.seconds} s, ${report.journeys} persons at work`);
  console.log(
    `killed: worker ${deaths.worker}, API ${deaths.api}, Temporal ${deaths.temporal}, Postgres ${deaths.postgres}`,
  );
  const line = (what: string, value: string | number): void => console.log(`${what.padEnd(24)}${value}`);
  const list = (what: string, items: readonly string[]): void => {
    line(what, items.length);
    for (const example of items.slice(0, SHOWN)) console.log(`    ${example}`);
  };
  const seconds = (value: number): string => `${value.toFixed(1)} s`;

  console.log('\nanswers');
  line('acknowledged', report.acknowledged);
  line('slowest answer', `${seconds(report.slowestMs / 1_000)}, most attempts ${report.attemptsMost}`);
  line('asked again after the long outage, and answered', ` ${report.answeredAfterLongOutage}`);
  list('unanswered', [...report.unanswered, ...report.silent]);
  list('lost', report.lost);
  list('doubled', report.doubled);
  list('unexpected', report.unexpected);
  line('sent once, no answer', `${abandoned.sent}, recorded all the same ${abandoned.recorded}`);

  console.log(`\ntime, before any last word (settled after ${seconds(report.settledSeconds)})`);
  list('not settled', report.unsettled);
  line('deadlines due', `${report.deadlinesDue}, fired and armed in time ${report.armedInTime}`);
  line('armed by the unanswered', `${abandoned.deadlinesFired} fired`);
  list('deadlines missed', report.deadlinesMissed);
  list('fired twice', report.firedTwice);
  list('messages waiting', report.messagesWaiting);
  line('longest outage', seconds(report.longestOutageSeconds));
  line(
    'latest firing',
    `${seconds(report.latestFiringSeconds)} after it was due, at most ${seconds(report.latenessLimitSeconds)}`,
  );
  if (isTooLate(report)) console.log(`    ${report.latestFiring}`);

  console.log('\nthe whole way');
  const { seats, certificates, sheets, notices } = report;
  line('races for a seat', seats.races);
  list('  not one and NO_SEAT', seats.wrong);
  line('certificates', `${certificates.issued} for ${certificates.requested} assessments`);
  list('  not one, once', certificates.wrong);
  line('sheets', `${sheets.sheets}, ${sheets.lines} lines`);
  list('  not once', sheets.wrong);
  line(
    'notices',
    `${notices.messages} of ${notices.items} items, ${notices.deliveries} deliveries, ${notices.cameAgain} came again`,
  );
  list('  not once in effect', notices.wrong);

  console.log('\nlast words');
  list('shells behind', report.shellsBehind);
  line('healed at next command', report.healedAtNextCommand);
  line('chains', chains.intact ? `intact (${chains.entries} entries)` : 'BROKEN');
  for (const finding of chains.findings) console.log(`    ${finding}`);
  console.log(isGood(report) ? '\nNothing lost, nothing doubled, nothing late.' : '\nFAILED');
}

export function isGood(report: ChaosReport): boolean {
  return (
    mustBeEmpty(report).every((list) => list.length === 0) &&
    report.chains.intact &&
    !isTooLate(report) &&
    // A run that met nothing proves nothing.
    report.acknowledged > 0 &&
    report.abandoned.recorded > 0 &&
    report.armedInTime > 0 &&
    report.seats.races === report.races &&
    report.certificates.issued === report.certified &&
    report.sheets.sheets > 1 &&
    report.notices.deliveries > 0 &&
    (!report.long || report.answeredAfterLongOutage > 0)
  );
}

const isTooLate = ({ latestFiringSeconds, latenessLimitSeconds }: ChaosReport): boolean =>
  latestFiringSeconds > latenessLimitSeconds;

const mustBeEmpty = (report: ChaosReport): (readonly string[])[] => [
  report.lost,
  report.doubled,
  report.unexpected,
  report.unanswered,
  report.silent,
  report.unsettled,
  report.deadlinesMissed,
  report.firedTwice,
  report.messagesWaiting,
  report.shellsBehind,
  report.seats.wrong,
  report.certificates.wrong,
  report.sheets.wrong,
  report.notices.wrong,
];
