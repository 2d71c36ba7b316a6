/**
 * What each role sees of a journey it reaches (G-08): the origin of a person is not for those who train,
 * assess, place or employ (I-8). Pure: it also runs where nothing else does.
 */
import type { Role } from '../domain/decider.ts';

export type Section =
  /** Name, NIK, birth date, address. */
  | 'identity'
  /** Court, number, kind and length of the sentence, the replaced penalty. */
  | 'ruling'
  /** The article; it says what the person did. */
  | 'offence'
  /** Hours or JP ordered, credited and left; the window. */
  | 'hours'
  | 'sessions'
  /** Site, weekdays, next appearance. */
  | 'plan'
  /** Warning letters, review, opinion, decision. */
  | 'breach'
  /** Who did what, when. */
  | 'history'
  | 'documents';

export type Visibility =
  | 'FULL'
  /** Only what concerns the actor's own site or centre. */
  | 'OWN_PART'
  /** Of the identity, the name alone: enough to greet who comes today. */
  | 'NAME_ONLY'
  /** The name alone, of those who agreed to be matched with work or followed up. */
  | 'NAME_IF_AGREED'
  | 'NONE';

export type View = { readonly [S in Section]: Visibility };

const NOTHING: View = {
  identity: 'NONE',
  ruling: 'NONE',
  offence: 'NONE',
  hours: 'NONE',
  sessions: 'NONE',
  plan: 'NONE',
  breach: 'NONE',
  history: 'NONE',
  documents: 'NONE',
};

const EVERYTHING: View = {
  identity: 'FULL',
  ruling: 'FULL',
  offence: 'FULL',
  hours: 'FULL',
  sessions: 'FULL',
  plan: 'FULL',
  breach: 'FULL',
  history: 'FULL',
  documents: 'FULL',
};

export const VIEWS: { readonly [R in Role]: View } = {
  PIDUM_STAFF: EVERYTHING,
  EXECUTING_PROSECUTOR: EVERYTHING,
  PROBATION_COUNSELLOR: EVERYTHING,
  PRISON_OFFICER: EVERYTHING,
  AUDITOR: EVERYTHING,
  PERSON: EVERYTHING,
  // Guards the hours at its own door and never learns the offence.
  SITE_SUPERVISOR: {
    ...NOTHING,
    identity: 'NAME_ONLY',
    hours: 'OWN_PART',
    sessions: 'OWN_PART',
    plan: 'OWN_PART',
  },
  // "Referred, obligations, schedule", not the offence.
  TRAINING_CENTRE_ADMINISTRATOR: {
    ...NOTHING,
    identity: 'NAME_ONLY',
    hours: 'FULL',
    sessions: 'OWN_PART',
    plan: 'FULL',
  },
  // They meet the person through class, assessment and vacancy, which carry no person id.
  INSTRUCTOR: NOTHING,
  ASSESSOR: NOTHING,
  CERTIFICATION_BODY_ADMINISTRATOR: NOTHING,
  // "Only what the person agreed to." Whom one looks for at a workplace for a year has to be asked for by name.
  PLACEMENT_OFFICER: { ...NOTHING, identity: 'NAME_IF_AGREED' },
  EMPLOYER: NOTHING,
  // Their own referrals and permits are shown by the parts themselves.
  REFERRAL_OFFICER: NOTHING,
  PERMIT_OFFICER: NOTHING,
  REGISTRAR: NOTHING,
  // Acts, and shows nobody anything.
  SYSTEM: NOTHING,
};

/** They know proposals and assessments by their ids, and never whose journey holds them (I-8). */
const KNOWS_NO_JOURNEY: ReadonlySet<Role> = new Set([
  'EMPLOYER',
  'ASSESSOR',
  'CERTIFICATION_BODY_ADMINISTRATOR',
]);
export const knowsJourneys = (role: Role): boolean => !KNOWS_NO_JOURNEY.has(role);

/**
 * They act on one part of a journey: how much stands around it, and of what kind, would tell where somebody
 * comes from (G-08, I-8).
 */
const SEES_ONE_PART: ReadonlySet<Role> = new Set([
  ...KNOWS_NO_JOURNEY,
  'TRAINING_CENTRE_ADMINISTRATOR',
  'INSTRUCTOR',
  'PLACEMENT_OFFICER',
  'REFERRAL_OFFICER',
  'PERMIT_OFFICER',
]);
export const seesOnePart = (role: Role): boolean => SEES_ONE_PART.has(role);

export const viewOf = (role: Role): View => VIEWS[role];
