/** What an audit asks of an office. The reference is the finding's own: never whom it is about. */
import { type NoticeRule, reader, ruleOf } from '../rule.ts';

const finding = ruleOf('finding');

export const FINDING_NOTICE_RULES: readonly NoticeRule[] = [
  finding('FindingOpened', {
    tell: [reader('answeringOffice', 'FINDING_OPENED')],
    details: { dueOn: 'answerDueAt.date' },
  }),
  finding('FindingAnswerOverdue', { tell: [reader('answeringOffice', 'FINDING_OVERDUE')] }),
];
