/** What prisons and probation offices wait for (I.3). Remission moves hundreds of dates at once: digests (J). */
import { type NoticeRule, office, officeOr, reader, ruleOf } from '../rule.ts';

const journey = ruleOf('journey');
const toPrison = (template: Parameters<typeof reader>[1]) => reader('prison', template);
const toCounsellor = (template: Parameters<typeof reader>[1]) => reader('probationOffice', template);

export const PRISON_RULES: readonly NoticeRule[] = [
  journey('ReleaseDateChanged', {
    tell: [officeOr('facility', 'prison', 'RELEASE_DATES_CHANGED')],
    details: { date: 'to' },
  }),
  journey('ReleaseWatchRaised', {
    tell: [officeOr('facility', 'prison', 'RELEASES_NEAR')],
    details: { date: 'releaseOn' },
  }),
  journey('StageDateReached', { tell: [toPrison('STAGES_REACHED')], details: { date: 'on' } }),
  journey('ReleaseOverdue', { tell: [toPrison('RELEASE_OVERDUE')], details: { date: 'releaseOn' } }),
  journey('ReleaseHandOverOverdue', { tell: [toPrison('HAND_OVER_OVERDUE')] }),
  journey('ReleaseChaseEnded', { tell: [toPrison('CONTACT_LOST_AFTER_RELEASE')] }),
  journey('LitmasRequested', {
    tell: [office('probationOffice', 'LITMAS_AWAITED')],
    details: { dueOn: 'dueAt.date' },
  }),
  journey('LitmasOverdue', {
    tell: [office('probationOffice', 'LITMAS_OVERDUE'), toPrison('LITMAS_OVERDUE')],
  }),
  journey('TppResultDue', { tell: [toPrison('TPP_RESULT_DUE')] }),
  journey('InterruptionReviewDue', { tell: [toPrison('INTERRUPTION_TO_REVIEW')] }),
  journey('TransferRecorded', { tell: [office('toFacility', 'HANDED_OVER')] }),
  journey('FamilyNoticeDue', { tell: [toPrison('FAMILY_TO_TELL')] }),
  journey('EligibilityAsked', {
    tell: [toPrison('ELIGIBILITY_ASKED'), reader('caseOffice', 'ELIGIBILITY_ASKED')],
  }),
  journey('AftercareReportOverdue', { tell: [toCounsellor('AFTERCARE_OVERDUE')] }),
  journey('ProbationEndReached', { tell: [toCounsellor('PROBATION_ENDS')] }),
];
