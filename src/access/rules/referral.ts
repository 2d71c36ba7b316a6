/** Who may do what with the social entrance (I.6c): the referrer refers, the centre answers, the person agrees. */
import type { Grants } from '../grants.ts';

const REFERRER = { REFERRAL_OFFICER: 'REFERRED' } as const;
const CENTRE = { TRAINING_CENTRE_ADMINISTRATOR: 'TRAINS' } as const;
const PERSON = { PERSON: 'OWN_PERSON' } as const;
const PLACEMENT = { PLACEMENT_OFFICER: 'PLACES' } as const;

export const REFERRAL_RULES = {
  'receive-referral': REFERRER,
  'return-referral': CENTRE,
  // An officer writes down what was signed on paper, and names the paper.
  'give-consent': { ...PERSON, ...REFERRER, ...CENTRE, ...PLACEMENT },
  'withdraw-consent': { ...PERSON, ...REFERRER, ...CENTRE, ...PLACEMENT },
  'assess-accommodation': { ...CENTRE, ...REFERRER },
  'plan-accommodation': CENTRE,
  'provide-accommodation': CENTRE,
  'confirm-accommodation': { ...PERSON, ...CENTRE },
  'put-on-waiting-list': CENTRE,
  'record-place-offer': CENTRE,
  'close-referral': { ...CENTRE, ...REFERRER },
  // Who sends the person, by whichever entrance, and the centre; whose letter it is, the decider looks.
  'note-referral-letter': {
    ...REFERRER,
    ...CENTRE,
    EXECUTING_PROSECUTOR: 'OWN_OFFICE',
    PROBATION_COUNSELLOR: 'SUPERVISES',
    PRISON_OFFICER: 'HOLDS',
  },
} as const satisfies Record<string, Grants>;

export const REFERRAL_READS = {
  'list-referrals': { ...REFERRER, ...CENTRE, AUDITOR: 'ANY_OFFICE' },
  // Counts, and nobody's name: whoever answers for a cohort may know how far it is.
  'count-cohort': {
    REFERRAL_OFFICER: 'ANY_OFFICE',
    TRAINING_CENTRE_ADMINISTRATOR: 'ANY_OFFICE',
    PLACEMENT_OFFICER: 'ANY_OFFICE',
    AUDITOR: 'ANY_OFFICE',
  },
} as const satisfies Record<string, Grants>;
