/** What an audit asks of an office. The reference is the finding's own: never whom it is about. */
import { type NoticeRule, office, ruleOf } from '../rule.ts';

const finding = ruleOf('finding');

export const FINDING_NOTICE_RULES: readonly NoticeRule[] = [
  finding('FindingOpened', {
    tell: [office('office', 'FINDING_OPENED')],
    details: { dueOn: 'answerDueAt.date' },
  }),
  finding('FindingAnswerOverdue', { tell: [office('office', 'FINDING_OVERDUE')] }),
];
