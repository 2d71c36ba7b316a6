/** Words of assessment that commands, events and state share (domain D). Codes only: no name, no reason in words. */

/** Kompeten, belum kompeten (D-06). */
export type Result = 'K' | 'BK';

export interface UnitResult {
  /** SKKNI code as text (C-02). */
  readonly unit: string;
  readonly result: Result;
}

/** Instruments by which evidence is gathered (D-05). */
export const EVIDENCE_FORMS = [
  'IA.01',
  'IA.02',
  'IA.03',
  'IA.04',
  'IA.05',
  'IA.06',
  'IA.07',
  'IA.08',
  'IA.09',
  'IA.10',
  'IA.11',
] as const;
export type EvidenceForm = (typeof EVIDENCE_FORMS)[number];

/** Portfolio, interview, third party: what recognition of prior learning rests on (D-16). */
export const PORTFOLIO_FORMS = ['IA.08', 'IA.09', 'IA.10'] as const satisfies readonly EvidenceForm[];
export type PortfolioForm = (typeof PORTFOLIO_FORMS)[number];

export interface UnitEvidence {
  readonly unit: string;
  readonly forms: readonly EvidenceForm[];
}

/** APL.02: what the person holds of each unit themselves. */
export interface SelfAssessment {
  readonly unit: string;
  readonly able: boolean;
}

/** What the application rests on: a finished training, or skill that was there before (RPL, D-16, S42). */
export type Basis =
  | { readonly kind: 'TRAINING'; readonly enrolmentId: string }
  | { readonly kind: 'RPL'; readonly portfolio: readonly PortfolioForm[] };

export const ASSESSOR_ROLES = ['LEAD', 'MEMBER'] as const;
export type AssessorRole = (typeof ASSESSOR_ROLES)[number];

/** TUK: set up for the occasion, at a place of work, or standing by itself (D-03). */
export const TEST_PLACE_KINDS = ['SEWAKTU', 'TEMPAT_KERJA', 'MANDIRI'] as const;
export interface TestPlace {
  readonly placeId: string;
  readonly kind: (typeof TEST_PLACE_KINDS)[number];
  /** The LSP has verified it: without that no test is held there (D-03). */
  readonly verified: boolean;
}

export const RECUSE_REASONS = ['CONFLICT', 'ILLNESS', 'UNAVAILABLE', 'OTHER'] as const;
export type RecuseReason = (typeof RECUSE_REASONS)[number];

/** Why an assessor may not judge this person (D-09). */
export const CONFLICT_GROUNDS = ['TRAINED', 'SAME_UNIT', 'ASSESSED_BEFORE', 'FAMILY', 'OTHER'] as const;
export type ConflictGround = (typeof CONFLICT_GROUNDS)[number];

export const POSTPONE_REASONS = [
  'ILLNESS',
  'TEST_PLACE_NOT_READY',
  'ASSESSOR_UNAVAILABLE',
  /** The person cannot come. Also said for every event of custody: the LSP reads no more of it (G-08). */
  'NOT_AVAILABLE',
  'OTHER',
] as const;
export type PostponeReason = (typeof POSTPONE_REASONS)[number];

/** What people may give as a reason; the others come from events (I.6b). */
export const CANCEL_REASONS = ['WITHDRAWN_BY_PERSON', 'NOT_ELIGIBLE', 'NO_SHOW', 'OTHER'] as const;
export type CancelReason =
  | (typeof CANCEL_REASONS)[number]
  | 'DEATH'
  /** The person cannot come: the word that the LSP sees says nothing of custody (G-08). */
  | 'NOT_AVAILABLE';

/** An appeal is about procedure or principles; a wish for another result is none (D-12). */
export const APPEAL_GROUNDS = ['PROCEDURE', 'PRINCIPLES', 'RESULT_ONLY'] as const;
export type AppealGround = (typeof APPEAL_GROUNDS)[number];

/** First test, a test again of failed units, by another assessor after an appeal, or after a conflict. */
export type AttemptKind = 'FIRST' | 'RETEST' | 'APPEAL' | 'REPLACEMENT';

/** What the holder's journey knows of a certificate. `REQUESTED` until the certificate answers. */
export type HeldStatus = 'VALID' | 'EXPIRING' | 'EXPIRED' | 'FROZEN' | 'WITHDRAWN';

/** Duties that must not lie in one hand (D-10). */
export const DUTIES = ['VERIFY', 'ASSESS', 'REVIEW', 'DECIDE', 'ISSUE'] as const;
export type Duty = (typeof DUTIES)[number];
