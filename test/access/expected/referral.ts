import type { ExpectedPart } from './part.ts';

/** The referrer refers and closes; the centre answers, plans and provides; the person agrees and confirms. */
export const REFERRAL: ExpectedPart = {
  commands: {
    REFERRAL_OFFICER: {
      'receive-referral': 'REFERRED',
      'give-consent': 'REFERRED',
      'withdraw-consent': 'REFERRED',
      'assess-accommodation': 'REFERRED',
      'close-referral': 'REFERRED',
      'note-referral-letter': 'REFERRED',
    },
    TRAINING_CENTRE_ADMINISTRATOR: {
      'return-referral': 'TRAINS',
      'give-consent': 'TRAINS',
      'withdraw-consent': 'TRAINS',
      'assess-accommodation': 'TRAINS',
      'plan-accommodation': 'TRAINS',
      'provide-accommodation': 'TRAINS',
      'confirm-accommodation': 'TRAINS',
      'put-on-waiting-list': 'TRAINS',
      'record-place-offer': 'TRAINS',
      'close-referral': 'TRAINS',
      'note-referral-letter': 'TRAINS',
    },
    EXECUTING_PROSECUTOR: { 'note-referral-letter': 'OWN_OFFICE' },
    PROBATION_COUNSELLOR: { 'note-referral-letter': 'SUPERVISES' },
    PRISON_OFFICER: { 'note-referral-letter': 'HOLDS' },
    PLACEMENT_OFFICER: { 'give-consent': 'PLACES', 'withdraw-consent': 'PLACES' },
    PERSON: {
      'give-consent': 'OWN_PERSON',
      'withdraw-consent': 'OWN_PERSON',
      'confirm-accommodation': 'OWN_PERSON',
    },
  },
  reads: {
    REFERRAL_OFFICER: { 'list-referrals': 'REFERRED', 'count-cohort': 'ANY_OFFICE' },
    TRAINING_CENTRE_ADMINISTRATOR: { 'list-referrals': 'TRAINS', 'count-cohort': 'ANY_OFFICE' },
    PLACEMENT_OFFICER: { 'count-cohort': 'ANY_OFFICE' },
    AUDITOR: { 'list-referrals': 'ANY_OFFICE', 'count-cohort': 'ANY_OFFICE' },
  },
};
