/** What somebody waits for on the route of community service (I.2, I.7). */
import { type NoticeRule, office, reader, ruleOf, site } from '../rule.ts';

const journey = ruleOf('journey');
const toProsecutor = (template: Parameters<typeof reader>[1]) => reader('caseOffice', template);
const toCounsellor = (template: Parameters<typeof reader>[1]) => reader('probationOffice', template);
const toPerson = (template: Parameters<typeof reader>[1]) => reader('person', template);

export const COMMUNITY_SERVICE_RULES: readonly NoticeRule[] = [
  journey('MissingDataChased', { tell: [toProsecutor('DATA_MISSING')] }),
  journey('ExecutionOverdue', { tell: [toProsecutor('EXECUTION_OVERDUE')] }),
  journey('FirstAppearanceMissed', {
    tell: [toProsecutor('APPEARANCE_MISSED'), toCounsellor('APPEARANCE_MISSED')],
  }),

  journey('SiteAssigned', {
    tell: [site('siteId', 'SITE_ANSWER_AWAITED')],
    details: { dueOn: 'answerDueAt.date' },
  }),
  journey('SiteAccepted', { tell: [toProsecutor('SITE_ACCEPTED')], details: { siteId: 'siteId' } }),
  journey('SiteDeclined', { tell: [toProsecutor('SITE_DECLINED')], details: { siteId: 'siteId' } }),
  journey('SiteAnswerOverdue', {
    tell: [toProsecutor('SITE_ANSWER_OVERDUE')],
    details: { siteId: 'siteId' },
  }),
  journey('SiteSessionsStopped', {
    tell: [toProsecutor('SITE_STOPPED')],
    details: { dueOn: 'reassignBy.date' },
  }),
  journey('SiteReassignmentOverdue', { tell: [toProsecutor('REASSIGNMENT_OVERDUE')] }),
  journey('SchedulePlanned', {
    tell: [site('siteId', 'SITE_SCHEDULE'), toPerson('YOUR_SCHEDULE')],
    details: { from: 'from' },
  }),
  journey('PlanRevised', {
    tell: [site('siteId', 'SITE_SCHEDULE'), toPerson('YOUR_SCHEDULE')],
    details: { from: 'from' },
  }),

  journey('ExecutionSuspended', { tell: [reader('site', 'SITE_PAUSED')] }),
  journey('ExecutionResumed', { tell: [reader('site', 'SITE_RESUMED')] }),
  journey('SuspensionResumeDue', { tell: [toProsecutor('RESUME_DUE')] }),
  journey('PaceChecked', {
    when: ({ behind }) => behind === true,
    tell: [toProsecutor('BEHIND_PACE'), toCounsellor('BEHIND_PACE')],
    details: { minutesLeft: 'minutesLeft', daysLeft: 'daysLeft' },
  }),
  journey('WindowWarningRaised', {
    tell: [toProsecutor('WINDOW_WARNING'), toCounsellor('WINDOW_WARNING'), toPerson('YOUR_TIME_ENDS')],
    details: { minutesLeft: 'minutesLeft' },
  }),
  journey('WindowEnded', {
    when: ({ minutesShort }) => Number(minutesShort) > 0,
    tell: [toProsecutor('WINDOW_ENDED')],
    details: { minutesShort: 'minutesShort' },
  }),

  journey('SessionConfirmationChased', {
    tell: [reader('site', 'SITE_CONFIRMATION_AWAITED')],
    details: { sessionId: 'sessionId' },
  }),
  journey('SessionConfirmationEscalated', {
    tell: [toProsecutor('CONFIRMATION_ESCALATED')],
    details: { sessionId: 'sessionId' },
  }),
  journey('SessionDisputed', {
    tell: [toProsecutor('SESSION_DISPUTED')],
    details: { sessionId: 'sessionId' },
  }),
  journey('NoShowRecorded', {
    tell: [toProsecutor('NO_SHOW'), toCounsellor('NO_SHOW')],
    details: { date: 'date' },
  }),
  journey('OverlapFound', { tell: [toProsecutor('SESSION_TO_LOOK_AT')] }),
  journey('OverworkFlagged', { tell: [toProsecutor('SESSION_TO_LOOK_AT')] }),
  journey('CommercialUseFlagged', { tell: [toProsecutor('COMMERCIAL_USE')] }),
  journey('InjuryReported', { tell: [toProsecutor('INJURY'), toCounsellor('INJURY')] }),
  journey('WarningLetterIssued', { tell: [toCounsellor('LETTER_ISSUED')] }),

  journey('BreachReviewOpened', {
    tell: [toProsecutor('REVIEW_OPENED'), toCounsellor('REVIEW_OPENED')],
    details: { dueOn: 'opinionDueAt.date' },
  }),
  journey('NewOffenceReported', { tell: [toProsecutor('NEW_REPORT')] }),
  journey('BreachOpinionOverdue', {
    tell: [toCounsellor('OPINION_OVERDUE'), toProsecutor('OPINION_OVERDUE')],
  }),
  journey('BreachOpinionRecorded', { tell: [toProsecutor('OPINION_GIVEN')] }),
  journey('BreachDecisionChased', { tell: [toProsecutor('DECISION_CHASED')] }),
  journey('RepeatOrdered', { tell: [toCounsellor('REPEAT_ORDERED')] }),
  journey('ReplacedPrisonOrdered', { tell: [office('facility', 'HANDED_OVER')] }),
  journey('FinePaymentOverdue', { tell: [toProsecutor('PAYMENT_OVERDUE')] }),

  journey('ObligationCompleted', {
    tell: [toProsecutor('SIGNATURE_AWAITED'), toPerson('YOUR_HOURS_DONE')],
  }),
  journey('SignatureChased', { tell: [toProsecutor('SIGNATURE_AWAITED')] }),
  journey('MeasureCompleted', { tell: [toProsecutor('TRAINING_DONE')] }),
  journey('JurisdictionTransferred', {
    tell: [office('toOffice', 'HANDED_OVER'), office('toProbationOffice', 'HANDED_OVER')],
  }),
  journey('PersonDied', { tell: [toProsecutor('DEATH_RECORDED'), toCounsellor('DEATH_RECORDED')] }),
];
