/** What is waited for on the shared road (I.5): from the referral to the job, and permits beside it. */
import { type NoticeRule, reader, ruleOf } from '../rule.ts';

const journey = ruleOf('journey');
const ofClass = ruleOf('class');
const certificate = ruleOf('certificate');
const permit = ruleOf('permit');

type Key = Parameters<typeof reader>[1];
const toCentre = (template: Key) => reader('centre', template);
const toReferrer = (template: Key) => reader('referrer', template);
const toBody = (template: Key) => reader('certificationBody', template);
const toPlacement = (template: Key) => reader('placementOffice', template);
const toPerson = (template: Key) => reader('person', template);

/** Offices that hold a sentence's case, and the registrar in any event, who answers for all other routes. */
const toWhoAnswers = (template: Key) =>
  (['caseOffice', 'prison', 'registrar'] as const).map((named) => reader(named, template));

const REFERRAL: readonly NoticeRule[] = [
  journey('ReferralReceived', {
    tell: [toCentre('REFERRAL_AWAITED')],
    details: { dueOn: 'answerDueAt.date' },
  }),
  journey('ReferralAnswerOverdue', { tell: [toCentre('REFERRAL_OVERDUE'), toReferrer('REFERRAL_OVERDUE')] }),
  journey('ReferralReturned', { tell: [toReferrer('REFERRAL_RETURNED')] }),
  journey('AccommodationOverdue', { tell: [toCentre('ACCOMMODATION_OVERDUE')] }),
  journey('PlaceOffered', { tell: [toReferrer('PLACE_OFFERED'), toPerson('YOUR_TRAINING')] }),
  journey('WaitingListExpiryNoticed', { tell: [toReferrer('WAITING_ENDS'), toPerson('YOUR_TRAINING')] }),
];

const TRAINING: readonly NoticeRule[] = [
  journey('TrainingOffered', { tell: [toPerson('YOUR_TRAINING')] }),
  journey('ClassCancelled', { tell: [toPerson('YOUR_TRAINING')] }),
  journey('SeatDeclined', { tell: [toPerson('YOUR_TRAINING')] }),
  journey('EnrolmentConflictFound', { tell: [toCentre('DATES_MOVED')], reference: 'enrolmentId' }),
  journey('EarlyTestSuggested', { tell: [toCentre('EARLY_TEST')], reference: 'enrolmentId' }),
  journey('EnrolmentMayResume', { tell: [toCentre('MAY_RESUME')], reference: 'enrolmentId' }),
  ofClass('ClassStartOverdue', { tell: [toCentre('CLASS_NOT_STARTED')] }),
  ofClass('ClassEndOverdue', { tell: [toCentre('CLASS_NOT_FINISHED')] }),
  ofClass('AccommodationChecked', {
    when: ({ open }) => Array.isArray(open) && open.length > 0,
    tell: [toCentre('CLASS_NEEDS_OPEN')],
  }),
  ofClass('LowAttendanceFound', { tell: [toCentre('ATTENDANCE_LOW')] }),
  ofClass('AbsencesInARowFound', { tell: [toCentre('ATTENDANCE_LOW')] }),
];

const ASSESSMENT: readonly NoticeRule[] = [
  journey('RecommendationOverdue', { tell: [toBody('RECOMMENDATION_OVERDUE')], reference: 'assessmentId' }),
  journey('PlenaryOverdue', { tell: [toBody('PLENARY_OVERDUE')], reference: 'assessmentId' }),
  journey('AppealFiled', { tell: [toBody('APPEAL_FILED')], reference: 'assessmentId' }),
  journey('AppealDecisionOverdue', { tell: [toBody('APPEAL_OVERDUE')], reference: 'assessmentId' }),
  journey('AssessorConflictFound', { tell: [toBody('ASSESSOR_CONFLICT')], reference: 'assessmentId' }),
  journey('TestPlaceReplanDue', { tell: [toBody('TEST_TO_REPLAN')], reference: 'assessmentId' }),
  journey('AssessmentScheduled', { tell: [toPerson('YOUR_TEST')] }),
  journey('DeclaredCompetent', { tell: [toPerson('YOUR_TEST')] }),
  journey('DeclaredNotYetCompetent', { tell: [toPerson('YOUR_TEST')] }),
  journey('RetestOpened', { tell: [toPerson('YOUR_TEST')] }),
  certificate('ExpiryReminderSent', { tell: [toBody('CERTIFICATES_EXPIRE')] }),
  certificate('RenewalRequested', { tell: [toBody('RENEWAL_REQUESTED')] }),
];

const EMPLOYMENT: readonly NoticeRule[] = [
  journey('RetentionCheckDue', { tell: [toPlacement('RETENTION_CHECKS_DUE')] }),
  journey('PlacementTaskRaised', { tell: [toPlacement('PLACEMENT_TASK')] }),
  journey('ContactLost', { tell: [toPlacement('CONTACT_LOST')] }),
  journey('PlacementFlagged', { tell: [toPlacement('PLACEMENT_FLAGGED')] }),
  journey('ApprenticeshipAnswerOverdue', { tell: [toPlacement('APPRENTICESHIP_UNANSWERED')] }),
  journey('JobSeekerReportMissed', { tell: [toPlacement('CARD_REPORT_MISSED'), toPerson('YOUR_REPORT')] }),
];

const KEEPING: readonly NoticeRule[] = [
  journey('RightsRequestOverdue', { tell: toWhoAnswers('RIGHTS_REQUEST_OVERDUE') }),
  journey('DataBreachEscalated', {
    tell: toWhoAnswers('DATA_BREACH'),
    details: { hoursLeft: 'hoursLeft' },
  }),
];

const PERMITS: readonly NoticeRule[] = [
  permit('FeasibilityOverdue', { tell: [reader('permitOffice', 'PERMIT_TO_ASSESS')] }),
  permit('ExtensionDecisionOverdue', { tell: [reader('permitOffice', 'PERMIT_TO_ASSESS')] }),
  permit('PermitReportOverdue', { tell: [reader('employer', 'PERMIT_REPORT_OVERDUE')] }),
  permit('EndReportOverdue', { tell: [reader('employer', 'PERMIT_REPORT_OVERDUE')] }),
  permit('ExtensionLastDayPassed', { tell: [reader('employer', 'PERMIT_ENDS')] }),
  permit('PermitExpired', { tell: [reader('employer', 'PERMIT_ENDS')] }),
];

export const SHARED_ROAD_RULES: readonly NoticeRule[] = [
  ...[...REFERRAL, ...TRAINING, ...ASSESSMENT],
  ...[...EMPLOYMENT, ...KEEPING, ...PERMITS],
];
