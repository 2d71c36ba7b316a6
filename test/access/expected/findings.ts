import type { ExpectedPart } from './part.ts';

const STAFF = [
  ...['PIDUM_STAFF', 'EXECUTING_PROSECUTOR', 'PROBATION_COUNSELLOR', 'PRISON_OFFICER', 'PERMIT_OFFICER'],
  ...['TRAINING_CENTRE_ADMINISTRATOR', 'CERTIFICATION_BODY_ADMINISTRATOR', 'PLACEMENT_OFFICER'],
  'REFERRAL_OFFICER',
] as const;
const each = <Rules>(rules: Rules) => Object.fromEntries(STAFF.map((role) => [role, rules]));

/** The auditor asks and closes; the office that was asked answers. */
export const FINDINGS: ExpectedPart = {
  commands: {
    ...each({ 'answer-finding': 'OWNS' }),
    AUDITOR: { 'open-finding': 'ANY_OFFICE', 'close-finding': 'ANY_OFFICE' },
  },
  reads: {
    ...each({ 'read-finding': 'OWNS', 'list-findings': 'ANY_OFFICE' }),
    AUDITOR: { 'read-finding': 'ANY_OFFICE', 'list-findings': 'ANY_OFFICE' },
  },
};
