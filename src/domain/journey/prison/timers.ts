/**
 * What a prison case waits for (I.3, I.7). Nothing here decides: each timer tells somebody that a day has come
 * (I-6). While the person is on the run the dates of the term wait with them (B-11).
 */
import type { WantedDeadline } from '../../decider.ts';
import { endOfDay, momentAt, startOfDay } from '../../time/index.ts';
import type { Moment } from '../../time/moment.ts';
import type { DeadlinesOf, FiringHandlers } from '../handlers.ts';
import { FRACTION_DATES } from './admission.ts';
import { nextReport } from './aftercare.ts';
import { prisonCaseOf, waitingCases } from './on-prison-case.ts';
import { hasEscaped } from './queries.ts';
import { watchMoment } from './release-watch.ts';
import { CUSTODY } from './stage-moves.ts';
import type { PrisonCase } from './state.ts';

const fractionMoment = ({ fractionsAhead, stageDates, zone }: PrisonCase): Moment | undefined =>
  FRACTION_DATES.filter(([fraction]) => fractionsAhead.includes(fraction))
    .map(([, field]) => startOfDay(stageDates[field], zone))
    .sort((a, b) => (a.at < b.at ? -1 : 1))[0];

/** Dates of the term: the next fraction, the next point of the release watch, the release itself. */
function termMoments(found: PrisonCase): [string, Moment | null | undefined][] {
  if (hasEscaped(found)) return [];
  const { watchDays, releaseOn, releaseOverdue, zone } = found;
  const point = watchDays[0];
  return [
    ['stage-date', fractionMoment(found)],
    ['release-watch', point === undefined ? null : watchMoment(releaseOn, point, zone)],
    ['release-date', releaseOverdue ? null : endOfDay(releaseOn, zone)],
  ];
}

const custodyMoments = (found: PrisonCase): [string, Moment | null | undefined][] => [
  ...termMoments(found),
  ['litmas', found.litmas?.dueAt],
  ['tpp-result', found.tpp?.dueAt],
  ...found.interruptions.map(({ reviewAt }): [string, Moment | null] => ['interruption-review', reviewAt]),
];

function outsideMoments({ release, aftercare, integration, zone }: PrisonCase) {
  const endsOn = integration?.probationEndsOn ?? null;
  const told = aftercare === null || aftercare.probationEndTold;
  return [
    ['release-hand-over', release?.handOverDueAt],
    ['release-chase', release?.chaseAt],
    ['aftercare-report', aftercare?.reportDueAt],
    ['probation-end', told || endsOn === null ? null : endOfDay(endsOn, zone)],
  ] satisfies [string, Moment | null | undefined][];
}

export const prisonDeadlines: DeadlinesOf = (state) => [
  ...waitingCases(state).flatMap((found): WantedDeadline[] => {
    const moments = CUSTODY.includes(found.stage) ? custodyMoments(found) : outsideMoments(found);
    return moments.flatMap(([kind, dueAt]) =>
      dueAt == null ? [] : [{ kind, subject: found.caseId, dueAt }],
    );
  }),
  ...prisonRetention(state),
];

/** The one clock that a death does not stop (I-10). */
export const prisonRetention: DeadlinesOf = ({ prison }) =>
  Object.values(prison.cases).flatMap(({ caseId, retentionEndsAt }) =>
    retentionEndsAt === null
      ? []
      : [{ kind: 'prison-retention-end', subject: caseId, dueAt: retentionEndsAt }],
  );

export const prisonFirings: FiringHandlers = {
  'stage-date': (state, { subject, dueAt }) => {
    const found = prisonCaseOf(state, subject);
    if (found === undefined) return [];
    const fractions = FRACTION_DATES.filter(
      ([fraction, field]) => found.fractionsAhead.includes(fraction) && found.stageDates[field] <= dueAt.date,
    ).map(([fraction]) => fraction);
    return [{ type: 'StageDateReached', data: { caseId: subject, fractions, on: dueAt.date } }];
  },

  /** Points that passed meanwhile are raised as one (I.1). */
  'release-watch': (state, { subject, dueAt }, context) => {
    const found = prisonCaseOf(state, subject);
    if (found === undefined) return [];
    const { facility, releaseOn, watchDays, zone } = found;
    const points = watchDays.filter((point) => {
      const { at } = watchMoment(releaseOn, point, zone);
      return at <= dueAt.at || at <= context.now;
    });
    return [
      {
        type: 'ReleaseWatchRaised',
        data: { caseId: subject, points, releaseOn, facility },
        occurredAt: momentAt(context.now, zone),
      },
    ];
  },

  'release-date': (_state, { subject, dueAt }) => [
    { type: 'ReleaseOverdue', data: { caseId: subject, releaseOn: dueAt.date } },
  ],

  litmas: (state, { subject }) => {
    const probationOffice = prisonCaseOf(state, subject)?.probationOffice ?? '';
    return [{ type: 'LitmasOverdue', data: { caseId: subject, probationOffice } }];
  },

  'tpp-result': (_state, { subject }) => [{ type: 'TppResultDue', data: { caseId: subject } }],

  'interruption-review': (_state, { subject }) => [
    { type: 'InterruptionReviewDue', data: { caseId: subject } },
  ],

  'release-hand-over': (_state, { subject }) => [
    { type: 'ReleaseHandOverOverdue', data: { caseId: subject } },
  ],

  'release-chase': (_state, { subject }) => [{ type: 'ReleaseChaseEnded', data: { caseId: subject } }],

  'aftercare-report': (_state, { subject, dueAt }, context) => {
    const months = context.policy<number>('aftercare_report_months', dueAt.date);
    const reportDueAt = nextReport(dueAt.date, dueAt.zone, months, context.now);
    return [{ type: 'AftercareReportOverdue', data: { caseId: subject, dueOn: dueAt.date, reportDueAt } }];
  },

  'probation-end': (_state, { subject, dueAt }) => [
    { type: 'ProbationEndReached', data: { caseId: subject, on: dueAt.date } },
  ],

  'prison-retention-end': (_state, { subject }) => [
    { type: 'PrisonRetentionEnded', data: { caseId: subject } },
  ],
};
