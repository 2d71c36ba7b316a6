/** Who may do what with job seekers, vacancies and placements (I.6c). */
import type { Grants } from '../grants.ts';

const OFFICER = { PLACEMENT_OFFICER: 'PLACES' } as const;
/** Of the register alone: which employer a vacancy or a proposal belongs to, the decider looks at again. */
const EMPLOYER = { EMPLOYER: 'OWNS' } as const;
const PERSON = { PERSON: 'OWN_PERSON' } as const;
const SYSTEM = { SYSTEM: 'INSIDE_ONLY' } as const;
const AUDITOR = { AUDITOR: 'ANY_OFFICE' } as const;

const REGISTER_RULES = {
  'register-employer': { REGISTRAR: 'ANY_OFFICE', PLACEMENT_OFFICER: 'ANY_OFFICE' },
  'report-workforce': EMPLOYER,
  'report-vacancy': EMPLOYER,
  'amend-vacancy': EMPLOYER,
  'report-vacancy-filled': EMPLOYER,
  'withdraw-vacancy': EMPLOYER,
} as const satisfies Record<string, Grants>;

const SEEKER_RULES = {
  'issue-job-seeker-card': OFFICER,
  'report-job-seeker': { ...OFFICER, ...PERSON },
  'renew-job-seeker-card': OFFICER,
  'hand-over-job-seeker': OFFICER,
  'note-job-seeker-card': OFFICER,
  'hold-counselling': OFFICER,
  'set-availability': { ...OFFICER, ...PERSON },
  // Only who knows the ruling can say whether the law excludes: yes or no, never why (G-08).
  'record-eligibility': { EXECUTING_PROSECUTOR: 'OWN_OFFICE', PRISON_OFFICER: 'HOLDS' },
} as const satisfies Record<string, Grants>;

const PROPOSAL_RULES = {
  'propose-candidate': OFFICER,
  'invite-candidate': EMPLOYER,
  'record-interview': EMPLOYER,
  'offer-job': EMPLOYER,
  'accept-candidate': EMPLOYER,
  'decline-candidate': EMPLOYER,
  'confirm-employment': EMPLOYER,
  'withdraw-proposal': { ...OFFICER, ...PERSON },
  'end-proposals-of-vacancy': SYSTEM,
} as const satisfies Record<string, Grants>;

const PLACEMENT_RULES = {
  'request-apprenticeship': OFFICER,
  'answer-apprenticeship': OFFICER,
  'start-placement': OFFICER,
  'record-retention-check': OFFICER,
  'record-contact-attempt': OFFICER,
  'change-job': OFFICER,
  'end-placement': OFFICER,
} as const satisfies Record<string, Grants>;

export const EMPLOYMENT_RULES = {
  ...REGISTER_RULES,
  ...SEEKER_RULES,
  ...PROPOSAL_RULES,
  ...PLACEMENT_RULES,
} as const satisfies Record<string, Grants>;

export const EMPLOYMENT_READS = {
  'read-job-seeker': { ...OFFICER, ...PERSON, ...AUDITOR },
  // Rows carry neither person nor route; the tokens of one reader mean nothing to another.
  'list-candidates': { PLACEMENT_OFFICER: 'ANY_OFFICE', EMPLOYER: 'ANY_OFFICE' },
  'read-candidate': { PLACEMENT_OFFICER: 'ANY_OFFICE', EMPLOYER: 'ANY_OFFICE' },
  'list-matches': { PLACEMENT_OFFICER: 'ANY_OFFICE' },
  'list-proposals': { EMPLOYER: 'ANY_OFFICE', PLACEMENT_OFFICER: 'ANY_OFFICE' },
  'read-quota': { ...EMPLOYER, PLACEMENT_OFFICER: 'ANY_OFFICE', ...AUDITOR },
} as const satisfies Record<string, Grants>;
