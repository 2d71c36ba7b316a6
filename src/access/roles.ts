/**
 * Who may do what: the one table (I.6c). Each command and each read names the roles that may, and for each
 * role how far its hand reaches. What is not written here is denied. Pure: it also runs inside workflows.
 */
import type { Actor, Refusal, Role } from '../domain/decider.ts';
import type { Grants, OfficeRule } from './grants.ts';
import { ASSESSMENT_READS, ASSESSMENT_RULES } from './rules/assessment.ts';
import { ATTENDANCE_READS } from './rules/attendance.ts';
import { AUDIT_READS, AUDIT_RULES } from './rules/audit.ts';
import { BOARD_READS } from './rules/boards.ts';
import { CERTIFICATE_READS, CERTIFICATE_RULES } from './rules/certificate.ts';
import { EMPLOYMENT_READS, EMPLOYMENT_RULES } from './rules/employment.ts';
import { FINDING_READS, FINDING_RULES } from './rules/findings.ts';
import { KEEPING_READS, KEEPING_RULES } from './rules/keeping.ts';
import { NOTICE_READS } from './rules/notices.ts';
import { PAPER_READS } from './rules/papers.ts';
import { PERMIT_READS, PERMIT_RULES } from './rules/permit.ts';
import { PERSON_PAGE_READS } from './rules/person-page.ts';
import { PRISON_READS, PRISON_RULES } from './rules/prison.ts';
import { REFERRAL_READS, REFERRAL_RULES } from './rules/referral.ts';
import { SHEET_READS } from './rules/sheets.ts';
import { TRAINING_READS, TRAINING_RULES } from './rules/training.ts';
import { WORK_READS } from './rules/work.ts';

export type { Grants, OfficeRule } from './grants.ts';

const STAFF = { PIDUM_STAFF: 'OWN_OFFICE' } as const;
const PROSECUTOR = { EXECUTING_PROSECUTOR: 'OWN_OFFICE' } as const;
const COUNSELLOR = { PROBATION_COUNSELLOR: 'SUPERVISES' } as const;
const SITE = { SITE_SUPERVISOR: 'OWN_SITE' } as const;
const CENTRE = { TRAINING_CENTRE_ADMINISTRATOR: 'TRAINS' } as const;
const PERSON = { PERSON: 'OWN_PERSON' } as const;
const AUDITOR = { AUDITOR: 'ANY_OFFICE' } as const;
const REGISTRAR = { REGISTRAR: 'ANY_OFFICE' } as const;
const SYSTEM = { SYSTEM: 'INSIDE_ONLY' } as const;

const IDENTIFIERS = {
  PRISON_OFFICER: 'HOLDS',
  REFERRAL_OFFICER: 'REFERRED',
  PLACEMENT_OFFICER: 'PLACES',
} as const;

/** Register papers, identities and the ruling: the criminal-section staff of the prosecution office. */
const REGISTRATION_RULES = {
  // Whoever opens a case of some entrance registers the person first.
  'register-person': {
    PIDUM_STAFF: 'ANY_OFFICE',
    PRISON_OFFICER: 'ANY_OFFICE',
    REFERRAL_OFFICER: 'ANY_OFFICE',
    PLACEMENT_OFFICER: 'ANY_OFFICE',
  },
  // Whoever registered a person in part only also completes the identity.
  'link-identity': { ...STAFF, ...IDENTIFIERS },
  'resolve-identity-warning': { ...STAFF, ...IDENTIFIERS },
  // A ruling outside 8 to 240 hours is stored only with the prosecutor's reason (S09).
  'register-ruling': { ...STAFF, ...PROSECUTOR },
  'record-consent': STAFF,
  'complete-ruling': { ...STAFF, ...PROSECUTOR },
  'record-ruling-final': STAFF,
  'change-ruling': STAFF,
  'record-fine-payment': STAFF,
  'attach-document': { ...STAFF, ...PROSECUTOR },
  // A training centre puts right its own entries of training, and no others: the decider looks.
  'correct-entry': { ...STAFF, ...PROSECUTOR, ...CENTRE },
} as const satisfies Record<string, Grants>;

/** What the executing prosecutor decides and signs. */
const EXECUTION_RULES = {
  'confirm-sentence-anomaly': PROSECUTOR,
  'order-execution': PROSECUTOR,
  'assign-site': PROSECUTOR,
  'plan-schedule': PROSECUTOR,
  'start-execution': PROSECUTOR,
  'suspend-execution': PROSECUTOR,
  'resume-execution': PROSECUTOR,
  'change-site': PROSECUTOR,
  'excuse-session': PROSECUTOR,
  'decide-session-credit': PROSECUTOR,
  'set-hour-credit-policy': PROSECUTOR,
  'issue-warning-letter': PROSECUTOR,
  'open-breach-review': PROSECUTOR,
  'record-breach-decision': PROSECUTOR,
  'sign-completion': PROSECUTOR,
  'close-case': PROSECUTOR,
  'void-case': PROSECUTOR,
  'transfer-jurisdiction': PROSECUTOR,
  'record-lapse-decision': PROSECUTOR,
  'grant-clemency': PROSECUTOR,
  // Also by those who know a person of no case: a referral, a class, a search for work.
  'record-death': {
    ...PROSECUTOR,
    ...CENTRE,
    ...IDENTIFIERS,
  },
  'annul-death': { ...PROSECUTOR, PRISON_OFFICER: 'HOLDS', ...REGISTRAR },
} as const satisfies Record<string, Grants>;

/**
 * What the site, the staff that enters its sheets, and the person report of the work. Where the site is a
 * training centre (A-20: work at a balai), its administrator speaks for it.
 */
const SESSION_RULES = {
  // Staff enter the paper answer of a site.
  'answer-site-assignment': { ...STAFF, ...SITE, ...CENTRE },
  'check-in-session': { ...SITE, ...CENTRE },
  'check-out-session': { ...SITE, ...CENTRE },
  'record-session': { ...STAFF, ...SITE, ...CENTRE },
  'confirm-session': { ...SITE, ...CENTRE },
  'dispute-session': { ...SITE, ...CENTRE },
  'record-no-show': { ...STAFF, ...SITE, ...CENTRE },
  'report-injury': { ...SITE, ...CENTRE, ...PERSON },
  // The auditor writes nothing but flags; the person's way is a complaint.
  'flag-commercial-use': { ...PROSECUTOR, ...AUDITOR, ...PERSON },
  'file-monthly-report': { ...STAFF, ...COUNSELLOR },
  'report-new-offence': { ...STAFF, ...PROSECUTOR, ...COUNSELLOR },
} as const satisfies Record<string, Grants>;

/** What the probation counsellor (PK) says: opinions and guidance, never hours. */
const GUIDANCE_RULES = {
  'record-profiling': { ...PROSECUTOR, PROBATION_COUNSELLOR: 'SUPERVISES_OR_FIRST' },
  'record-guidance': COUNSELLOR,
  'record-breach-opinion': COUNSELLOR,
} as const satisfies Record<string, Grants>;

const COUNTED_TRAINING_RULES = {
  'record-training-hours': CENTRE,
  'complete-measure': CENTRE,
} as const satisfies Record<string, Grants>;

const INSIDE_RULES = {
  'suspend-site-sessions': SYSTEM,
  'fire-deadline': SYSTEM,
} as const satisfies Record<string, Grants>;

const REGISTER_RULES = {
  'register-office': REGISTRAR,
  'begin-facility-lockdown': { PRISON_OFFICER: 'OWNS' },
  'register-site': REGISTRAR,
  'amend-site': REGISTRAR,
  'suspend-site': { ...REGISTRAR, ...PROSECUTOR },
  'reinstate-site': REGISTRAR,
  'register-calendar': REGISTRAR,
  'set-holidays': REGISTRAR,
  'set-policy': REGISTRAR,
} as const satisfies Record<string, Grants>;

const COMMAND_TABLE = {
  ...REGISTRATION_RULES,
  ...EXECUTION_RULES,
  ...SESSION_RULES,
  ...GUIDANCE_RULES,
  ...COUNTED_TRAINING_RULES,
  ...INSIDE_RULES,
  ...REGISTER_RULES,
  ...PRISON_RULES,
  ...REFERRAL_RULES,
  ...TRAINING_RULES,
  ...ASSESSMENT_RULES,
  ...CERTIFICATE_RULES,
  ...EMPLOYMENT_RULES,
  ...KEEPING_RULES,
  ...PERMIT_RULES,
  ...AUDIT_RULES,
  ...FINDING_RULES,
} as const;

/** Every command there is. A catalogue that names another one does not compile. */
export type CommandName = keyof typeof COMMAND_TABLE;

export const COMMAND_RULES: { readonly [Name in CommandName]: Grants } = COMMAND_TABLE;

export const COMMAND_NAMES = Object.keys(COMMAND_TABLE) as readonly CommandName[];

const ALL_PEOPLE = {
  PIDUM_STAFF: true,
  EXECUTING_PROSECUTOR: true,
  PROBATION_COUNSELLOR: true,
  SITE_SUPERVISOR: true,
  PRISON_OFFICER: true,
  INSTRUCTOR: true,
  TRAINING_CENTRE_ADMINISTRATOR: true,
  ASSESSOR: true,
  CERTIFICATION_BODY_ADMINISTRATOR: true,
  PLACEMENT_OFFICER: true,
  REFERRAL_OFFICER: true,
  PERMIT_OFFICER: true,
  EMPLOYER: true,
  AUDITOR: true,
  PERSON: true,
  REGISTRAR: true,
} as const satisfies Record<Exclude<Role, 'SYSTEM'>, true>;

/** All roles that a token can carry: everyone but the system itself. */
export const TOKEN_ROLES = Object.keys(ALL_PEOPLE) as readonly Exclude<Role, 'SYSTEM'>[];

export const isTokenRole = (text: string): text is Exclude<Role, 'SYSTEM'> => Object.hasOwn(ALL_PEOPLE, text);

const everyone = (rule: OfficeRule): Grants => Object.fromEntries(TOKEN_ROLES.map((role) => [role, rule]));

const CASE_OFFICE = {
  PIDUM_STAFF: 'OWN_OR_FORMER_OFFICE',
  EXECUTING_PROSECUTOR: 'OWN_OR_FORMER_OFFICE',
} as const;

/** Classes and permits: each by those whose work it is; neither shows a person (G-08). */
const ENTITY_READS = {
  'read-class': { INSTRUCTOR: 'TRAINS', ...CENTRE, ...AUDITOR },
  'read-permit': { PERMIT_OFFICER: 'OWNS', EMPLOYER: 'OWNS', ...AUDITOR },
} as const satisfies Record<string, Grants>;

const READ_TABLE = {
  'read-journey': {
    ...CASE_OFFICE,
    ...COUNSELLOR,
    ...SITE,
    PRISON_OFFICER: 'HOLDS',
    ...CENTRE,
    // Of these three each sees its own part alone (part-views).
    PLACEMENT_OFFICER: 'PLACES',
    CERTIFICATION_BODY_ADMINISTRATOR: 'CERTIFIES',
    REFERRAL_OFFICER: 'REFERRED',
    ...AUDITOR,
    ...PERSON,
  },
  // The events show the article of the offence, so only those may who see it in `views.ts`.
  'read-events': { ...CASE_OFFICE, ...COUNSELLOR, ...AUDITOR },
  'list-cases': { ...STAFF, ...PROSECUTOR, ...COUNSELLOR, ...SITE, ...CENTRE, ...AUDITOR },
  'read-command': { ...everyone('OWN_COMMAND'), ...AUDITOR },
  // What a command of one's own would do: permitted like the command itself, and it shows what is there.
  'preview-command': everyone('OWN_COMMAND'),
  'read-identity': {
    ...{ ...STAFF, ...PROSECUTOR, ...COUNSELLOR, ...SITE, ...CENTRE, ...AUDITOR, ...PERSON },
    // G-08: a prison knows those whom it holds.
    PRISON_OFFICER: 'HOLDS',
    // Of these, whoever agreed (views).
    PLACEMENT_OFFICER: 'PLACES',
  },
  // Whose person it is shows only once found; the search itself is logged.
  'find-by-nik': {
    PIDUM_STAFF: 'ANY_OFFICE',
    EXECUTING_PROSECUTOR: 'ANY_OFFICE',
    PRISON_OFFICER: 'ANY_OFFICE',
    REFERRAL_OFFICER: 'ANY_OFFICE',
    PLACEMENT_OFFICER: 'ANY_OFFICE',
    ...AUDITOR,
  },
  // Offices, sites, calendars and policies hold no personal data.
  'read-register': everyone('ANY_OFFICE'),
  'read-deadlines': { ...STAFF, ...PROSECUTOR, ...COUNSELLOR, ...SITE, ...AUDITOR, ...PERSON },
  'read-access-log': AUDITOR,
  'verify-ledger': AUDITOR,
  'sandbox-world': { REGISTRAR: 'SANDBOX_ONLY' },
  'sandbox-clock': { REGISTRAR: 'SANDBOX_ONLY' },
  ...ENTITY_READS,
  ...PRISON_READS,
  ...REFERRAL_READS,
  ...TRAINING_READS,
  ...ASSESSMENT_READS,
  ...CERTIFICATE_READS,
  ...EMPLOYMENT_READS,
  ...KEEPING_READS,
  ...PERMIT_READS,
  ...NOTICE_READS,
  ...PAPER_READS,
  ...PERSON_PAGE_READS,
  ...SHEET_READS,
  ...ATTENDANCE_READS,
  ...AUDIT_READS,
  ...FINDING_READS,
  ...BOARD_READS,
  ...WORK_READS,
} as const satisfies Record<string, Grants>;

export type ReadName = keyof typeof READ_TABLE;

export const READ_RULES: { readonly [Name in ReadName]: Grants } = READ_TABLE;

export const READ_NAMES = Object.keys(READ_TABLE) as readonly ReadName[];

/** Roles that may ask for this at all; how far each of them reaches is judged when it asks. */
export const rolesReading = (read: ReadName): readonly (typeof TOKEN_ROLES)[number][] =>
  TOKEN_ROLES.filter((role) => READ_RULES[read][role] !== undefined);

export const isCommandName = (text: string): text is CommandName => Object.hasOwn(COMMAND_RULES, text);

export const isReadName = (text: string): text is ReadName => Object.hasOwn(READ_RULES, text);

export type Permission =
  /** The role may; whether it reaches this case is still to be asked: `withinReach(rule, ...)`. */
  | { readonly allowed: true; readonly rule: OfficeRule }
  | { readonly allowed: false; readonly refusal: Refusal };

export const mayIssue = (actor: Actor, command: CommandName): Permission =>
  isPageAccount(actor) && !PAGE_COMMANDS.has(command)
    ? permission(actor, command, {})
    : permission(actor, command, Object.hasOwn(COMMAND_RULES, command) ? COMMAND_RULES[command] : {});

/** Whoever opened a personal page with a code (page-codes.ts). */
const PAGE_ACCOUNT = 'page:';
export const isPageAccount = ({ id, role }: Actor): boolean =>
  role === 'PERSON' && id.startsWith(PAGE_ACCOUNT);

/**
 * What may be said with a code in hand. The officer who made it has held it too: consent, appeals and answers to offers
 * need a sign-in of the person's own, or paper with a signature.
 */
const PAGE_COMMANDS: ReadonlySet<CommandName> = new Set([
  'report-injury',
  'flag-commercial-use',
  'file-rights-request',
]);

export const mayRead = (actor: Actor, read: ReadName): Permission =>
  permission(actor, read, Object.hasOwn(READ_RULES, read) ? READ_RULES[read] : {});

function permission(actor: Actor, action: string, grants: Grants): Permission {
  const rule = Object.hasOwn(grants, actor.role) ? grants[actor.role] : undefined;
  if (rule !== undefined) return { allowed: true, rule };
  return {
    allowed: false,
    refusal: { code: 'NOT_PERMITTED', parameters: { role: actor.role, action, rule: 'ROLE' } },
  };
}
