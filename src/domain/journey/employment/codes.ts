/** Words of placement that commands, events and state share: small closed lists, never free text. */
import type { AccommodationCode } from '../referral/commands.ts';

export type { AccommodationCode } from '../referral/commands.ts';

export const COUNSELLING_PHASES = ['BEFORE_TRAINING', 'AFTER_TRAINING'] as const;
export type CounsellingPhase = (typeof COUNSELLING_PHASES)[number];

/** Steps of guidance by a placement officer (E-04). */
export const COUNSELLING_KINDS = [
  /** Job information. */
  'PENYULUHAN_JABATAN',
  /** Individual guidance. */
  'BIMBINGAN_JABATAN',
  /** Test of interest and aptitude. */
  'TES_MINAT_BAKAT',
] as const;
export type CounsellingKind = (typeof COUNSELLING_KINDS)[number];

/** What a person needs at work to do the job (C-10, PP 60/2020). Codes, never a diagnosis. */
export const ACCOMMODATION_CODES = [
  'SIGN_LANGUAGE_INTERPRETER',
  'SCREEN_READER',
  'LARGE_PRINT',
  'RAMP',
  'ADAPTED_TOOLS',
  'EXTRA_TIME',
  'COMPANION',
  'QUIET_ROOM',
] as const satisfies readonly AccommodationCode[];

/** Kinds of work by field, as coarse as a person and an employer both name them. */
export const SECTORS = [
  'AGRICULTURE',
  'MANUFACTURING',
  'CONSTRUCTION',
  'TRADE',
  'TRANSPORT',
  'HOSPITALITY',
  'INFORMATION_TECHNOLOGY',
  'ENERGY',
  'GARMENT',
  'AUTOMOTIVE',
  'CARE',
  'PUBLIC_SERVICES',
  'OTHER_SERVICES',
] as const;
export type Sector = (typeof SECTORS)[number];

/** Wage against the minimum of the regency: a retention check needs no more (E-07). */
export const WAGE_BANDS = ['BELOW_MINIMUM', 'AT_MINIMUM', 'ABOVE_MINIMUM'] as const;
export type WageBand = (typeof WAGE_BANDS)[number];

/** Fixed-term and open-ended contract (E-05). */
export const CONTRACTS = ['PKWT', 'PKWTT'] as const;
export type Contract = (typeof CONTRACTS)[number];

export const PLACEMENT_KINDS = ['EMPLOYED', 'SELF_EMPLOYED', 'APPRENTICE'] as const;
export type PlacementKind = (typeof PLACEMENT_KINDS)[number];

/** Permenaker 6/2020, or the graduates' scheme of Permenaker 8/2025 (C-13, C-14). */
export const APPRENTICESHIP_SCHEMES = ['PEMAGANGAN', 'GRADUATE'] as const;
export type ApprenticeshipScheme = (typeof APPRENTICESHIP_SCHEMES)[number];

export const CHECK_RESULTS = ['RETAINED', 'LOST', 'UNREACHABLE'] as const;
export type CheckResult = (typeof CHECK_RESULTS)[number];

/** What shows that somebody works (E-07). */
export const PROOF_KINDS = ['BPJS', 'PAYSLIP', 'PHOTO', 'EMPLOYER_CONFIRMATION', 'VISIT'] as const;
export type ProofKind = (typeof PROOF_KINDS)[number];

export const CONTACT_CHANNELS = ['PHONE', 'MESSAGE', 'VISIT', 'LETTER', 'FAMILY'] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];

/** Why a placement ended, as an officer says it. */
export const END_REASONS = [
  'CONTRACT_ENDED',
  'RESIGNED',
  'DISMISSED',
  'BUSINESS_CLOSED',
  'APPRENTICESHIP_COMPLETED',
  'FURTHER_STUDY',
  'MOVED_AWAY',
  'ILLNESS',
] as const;
/** The last two come of other events only: neither is ever shown to an employer (S32). */
export type EndReason = (typeof END_REASONS)[number] | 'BACK_IN_CUSTODY' | 'DIED';

export const DECLINE_REASONS = [
  'SKILLS_DIFFER',
  'POSITION_FILLED',
  'NO_SHOW',
  'TERMS_NOT_AGREED',
  'VACANCY_WITHDRAWN',
  'NO_ANSWER',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

export const WITHDRAW_REASONS = [
  'PERSON_DECLINED',
  'FOUND_OTHER_WORK',
  'CONSENT_WITHDRAWN',
  'UNAVAILABLE',
  'VACANCY_ENDED',
] as const;
/** `UNAVAILABLE` is all that is said of custody and of death; `VACANCY_ENDED` comes of the register alone. */
export type WithdrawReason = (typeof WITHDRAW_REASONS)[number];

export const VACANCY_ENDS = ['FILLED', 'WITHDRAWN'] as const;
export type VacancyEnd = (typeof VACANCY_ENDS)[number];
