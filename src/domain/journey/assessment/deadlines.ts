/** What assessments wait for (I.7): the report, the plenary, the end of the time to appeal, its decision, the retest. */
import type { WantedDeadline } from '../../decider.ts';
import type { Moment } from '../../time/moment.ts';
import type { DeadlinesOf, FiringHandlers } from '../handlers.ts';
import type { AssessmentStage } from './stage-moves.ts';
import type { Assessment } from './state.ts';

const ON_APPEAL: readonly AssessmentStage[] = ['APPEALED', 'RE_ASSESSMENT', 'RE_ASSESSED'];

/** Kind of deadline, the stages in which it runs, and when it is due. */
const CLOCKS: readonly (readonly [
  kind: string,
  stages: readonly AssessmentStage[],
  dueAt: (found: Assessment) => Moment | null,
])[] = [
  ['assessment-report', ['TAKEN'], ({ reportDueAt }) => reportDueAt],
  ['assessment-plenary', ['RECOMMENDED', 'REVIEWED'], ({ plenaryDueAt }) => plenaryDueAt],
  [
    'appeal-filing',
    ['NOT_YET_COMPETENT', 'REMEDIAL'],
    ({ appeal }) => (appeal.ended || appeal.used ? null : appeal.until),
  ],
  ['appeal-decision', ON_APPEAL, ({ appealDecisionDueAt }) => appealDecisionDueAt],
  ['retest-open', ['REMEDIAL'], ({ retestOpenAt }) => retestOpenAt],
];

export const assessmentDeadlines: DeadlinesOf = ({ assessment }) =>
  Object.values(assessment.assessments).flatMap((found) =>
    CLOCKS.flatMap(([kind, stages, dueAt]): WantedDeadline[] => {
      const due = stages.includes(found.stage) ? dueAt(found) : null;
      return due === null ? [] : [{ kind, subject: found.assessmentId, dueAt: due }];
    }),
  );

/** Reminders and the end of a right: none of them decides anything. */
export const assessmentFirings: FiringHandlers = {
  'assessment-report': (_state, { subject }) => [
    { type: 'RecommendationOverdue', data: { assessmentId: subject } },
  ],
  'assessment-plenary': (_state, { subject }) => [
    { type: 'PlenaryOverdue', data: { assessmentId: subject } },
  ],
  'appeal-filing': (_state, { subject }) => [{ type: 'AppealTimeEnded', data: { assessmentId: subject } }],
  'appeal-decision': (_state, { subject }) => [
    { type: 'AppealDecisionOverdue', data: { assessmentId: subject } },
  ],
  'retest-open': (_state, { subject }) => [{ type: 'RetestOpened', data: { assessmentId: subject } }],
};
