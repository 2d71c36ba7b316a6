/** Who may do what with offers, enrolments, classes and programmes (I.6c). */
import type { Grants } from '../grants.ts';

/** Offices that send a person to training. Which of them the case belongs to, the decider looks. */
const SENDERS = {
  EXECUTING_PROSECUTOR: 'OWN_OFFICE',
  PROBATION_COUNSELLOR: 'SUPERVISES',
  PRISON_OFFICER: 'HOLDS',
  REFERRAL_OFFICER: 'REFERRED',
} as const;
const PERSON = { PERSON: 'OWN_PERSON' } as const;
const PLACEMENT = { PLACEMENT_OFFICER: 'PLACES' } as const;
/** The centre whose class the enrolment sits in. */
const CENTRE = { TRAINING_CENTRE_ADMINISTRATOR: 'TRAINS' } as const;
/** The centre to which the class belongs. */
const OWN_CLASS = { TRAINING_CENTRE_ADMINISTRATOR: 'OWNS' } as const;
const INSTRUCTOR = { INSTRUCTOR: 'OWNS' } as const;
const AUDITOR = { AUDITOR: 'ANY_OFFICE' } as const;
const SYSTEM = { SYSTEM: 'INSIDE_ONLY' } as const;

const ENROLMENT_RULES = {
  'offer-training': SENDERS,
  'answer-training-offer': { ...SENDERS, ...PERSON },
  'apply-for-class': { ...SENDERS, ...PERSON, ...PLACEMENT, ...CENTRE },
  'move-enrolment': { ...SENDERS, ...PERSON, ...PLACEMENT, ...CENTRE },
  'suspend-enrolment': { ...SENDERS, ...PERSON, ...PLACEMENT, ...CENTRE },
  'resume-enrolment': { ...SENDERS, ...PERSON, ...PLACEMENT, ...CENTRE },
  'cancel-enrolment': { ...SENDERS, ...PERSON, ...PLACEMENT, ...CENTRE },
  'drop-enrolment': CENTRE,
  'issue-training-certificate': CENTRE,
  'note-seat-held': SYSTEM,
  'note-seat-confirmed': SYSTEM,
  'note-seat-refused': SYSTEM,
  'note-waiting': SYSTEM,
  'note-seat-released': SYSTEM,
  'note-seat-returned': SYSTEM,
  'note-class-amended': SYSTEM,
  'note-class-started': SYSTEM,
  'note-attendance-low': SYSTEM,
  'note-unit-achieved': SYSTEM,
  'note-training-finished': SYSTEM,
  'note-class-cancelled': SYSTEM,
} as const satisfies Record<string, Grants>;

const CLASS_COMMAND_RULES = {
  'open-class': OWN_CLASS,
  'amend-class': OWN_CLASS,
  'cancel-class': OWN_CLASS,
  'confirm-seat': OWN_CLASS,
  'release-seat': OWN_CLASS,
  'ready-accommodation': OWN_CLASS,
  'start-class': OWN_CLASS,
  'finish-class': OWN_CLASS,
  'swap-instructor': OWN_CLASS,
  'note-class-paper': OWN_CLASS,
  // The centre keeps sheets that an instructor hands in; only an instructor of the class judges a unit.
  'record-attendance': { ...INSTRUCTOR, ...OWN_CLASS },
  'correct-attendance': { ...INSTRUCTOR, ...OWN_CLASS },
  'record-unit-results': INSTRUCTOR,
  'request-seat': SYSTEM,
  'withdraw-seat': SYSTEM,
  'suspend-seat': SYSTEM,
  'return-to-seat': SYSTEM,
  'change-availability': SYSTEM,
  'carry-attendance': SYSTEM,
} as const satisfies Record<string, Grants>;

/** The decider looks whose programme it is: a centre keeps its own, the registrar all. */
const PROGRAMME_RULES = {
  'register-programme': { REGISTRAR: 'ANY_OFFICE', TRAINING_CENTRE_ADMINISTRATOR: 'ANY_OFFICE' },
  'revise-programme': { REGISTRAR: 'ANY_OFFICE', TRAINING_CENTRE_ADMINISTRATOR: 'ANY_OFFICE' },
  'retire-programme': { REGISTRAR: 'ANY_OFFICE', TRAINING_CENTRE_ADMINISTRATOR: 'ANY_OFFICE' },
} as const satisfies Record<string, Grants>;

export const TRAINING_RULES = {
  ...ENROLMENT_RULES,
  ...CLASS_COMMAND_RULES,
  ...PROGRAMME_RULES,
} as const satisfies Record<string, Grants>;

export const TRAINING_READS = {
  // Classes hold no personal data; offices that send people look for free seats.
  'list-classes': {
    EXECUTING_PROSECUTOR: 'ANY_OFFICE',
    PROBATION_COUNSELLOR: 'ANY_OFFICE',
    PRISON_OFFICER: 'ANY_OFFICE',
    REFERRAL_OFFICER: 'ANY_OFFICE',
    PLACEMENT_OFFICER: 'ANY_OFFICE',
    INSTRUCTOR: 'ANY_OFFICE',
    TRAINING_CENTRE_ADMINISTRATOR: 'ANY_OFFICE',
    ...AUDITOR,
  },
  'read-class': { ...OWN_CLASS, ...INSTRUCTOR, ...AUDITOR },
  // Names come from the vault and are written down like every reading of an identity.
  'read-class-roster': { ...OWN_CLASS, ...INSTRUCTOR },
} as const satisfies Record<string, Grants>;
