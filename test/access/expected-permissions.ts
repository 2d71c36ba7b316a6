/**
 * I.6c in the words of the table: by role what it may, and how far. Written from the domain page and by
 * hand; nothing here may be derived from `src/access/roles.ts`, which it judges.
 */
import type { Role } from '../../src/domain/decider.ts';
import { ASSESSMENT } from './expected/assessment.ts';
import { ATTENDANCE } from './expected/attendance.ts';
import { AUDIT } from './expected/audit.ts';
import { BOARDS } from './expected/boards.ts';
import { CERTIFICATE } from './expected/certificate.ts';
import { EMPLOYMENT } from './expected/employment.ts';
import { FINDINGS } from './expected/findings.ts';
import { KEEPING } from './expected/keeping.ts';
import { NOTICES } from './expected/notices.ts';
import { PAPERS } from './expected/papers.ts';
import { PERMIT } from './expected/permit.ts';
import { PERSON_PAGE } from './expected/person-page.ts';
import { PRISON } from './expected/prison.ts';
import { REFERRAL } from './expected/referral.ts';
import { SHEETS } from './expected/sheets.ts';
import { TRAINING } from './expected/training.ts';
import { WORK } from './expected/work.ts';

type Expected = { readonly [R in Role]: { readonly [action: string]: string } };

const commands = (rule: string, ...names: string[]): { [name: string]: string } =>
  Object.fromEntries(names.map((name) => [name, rule]));

const COMMUNITY_SERVICE_COMMANDS: Expected = {
  // May: register ruling, upload papers, enter sessions for their office. May not: sign P-48, decide breach.
  PIDUM_STAFF: {
    ...commands('ANY_OFFICE', 'register-person'),
    ...commands('OWN_OFFICE', 'link-identity', 'resolve-identity-warning', 'register-ruling'),
    ...commands(
      'OWN_OFFICE',
      'record-consent',
      'record-ruling-final',
      'change-ruling',
      'record-fine-payment',
    ),
    ...commands('OWN_OFFICE', 'attach-document', 'correct-entry', 'file-monthly-report'),
    ...commands('OWN_OFFICE', 'record-session', 'record-no-show', 'complete-ruling', 'report-new-offence'),
    // The paper answer of a site that has no computer.
    ...commands('OWN_OFFICE', 'answer-site-assignment'),
  },
  // May: P-48, BA-17, site, plan, excuse, warning letter, open review, record decision, close.
  EXECUTING_PROSECUTOR: {
    ...commands('OWN_OFFICE', 'order-execution', 'start-execution', 'suspend-execution', 'resume-execution'),
    ...commands('OWN_OFFICE', 'assign-site', 'change-site', 'suspend-site', 'plan-schedule'),
    ...commands('OWN_OFFICE', 'excuse-session', 'decide-session-credit', 'issue-warning-letter'),
    ...commands('OWN_OFFICE', 'open-breach-review', 'record-breach-decision'),
    ...commands('OWN_OFFICE', 'sign-completion', 'close-case', 'void-case'),
    ...commands('OWN_OFFICE', 'record-profiling', 'confirm-sentence-anomaly', 'set-hour-credit-policy'),
    ...commands(
      'OWN_OFFICE',
      'transfer-jurisdiction',
      'record-death',
      'annul-death',
      'record-lapse-decision',
      'grant-clemency',
    ),
    ...commands('OWN_OFFICE', 'register-ruling', 'attach-document', 'correct-entry', 'flag-commercial-use'),
    ...commands('OWN_OFFICE', 'complete-ruling', 'report-new-offence'),
  },
  // May: profiling opinion, guidance note, breach opinion. May not: credit hours, close.
  PROBATION_COUNSELLOR: {
    ...commands('SUPERVISES_OR_FIRST', 'record-profiling'),
    ...commands('SUPERVISES', 'record-guidance', 'record-breach-opinion', 'file-monthly-report'),
    ...commands('SUPERVISES', 'report-new-offence'),
  },
  // May: check in/out, confirm or dispute a session of own site, report injury. May not: excuse a no-show.
  SITE_SUPERVISOR: {
    ...commands('OWN_SITE', 'answer-site-assignment', 'check-in-session', 'check-out-session'),
    ...commands('OWN_SITE', 'record-session', 'confirm-session', 'dispute-session', 'record-no-show'),
    ...commands('OWN_SITE', 'report-injury'),
  },
  // Of its list (import, needs, TPP, transfer, discipline, release, death) only death is in this route.
  PRISON_OFFICER: {
    ...commands('ANY_OFFICE', 'register-person'),
    ...commands('HOLDS', 'record-death', 'annul-death', 'link-identity', 'resolve-identity-warning'),
  },
  INSTRUCTOR: {},
  // S18, S19: enters JP and states that the measure is done; A-20: speaks for the centre as a site of work.
  TRAINING_CENTRE_ADMINISTRATOR: {
    ...commands('TRAINS', 'record-training-hours', 'complete-measure', 'correct-entry'),
    ...commands('TRAINS', 'answer-site-assignment', 'check-in-session', 'check-out-session'),
    ...commands('TRAINS', 'record-session', 'confirm-session', 'dispute-session', 'record-no-show'),
    // A centre, a placement office and a referrer may be the only ones who know of a death.
    ...commands('TRAINS', 'report-injury', 'record-death'),
  },
  ASSESSOR: {},
  CERTIFICATION_BODY_ADMINISTRATOR: {},
  PLACEMENT_OFFICER: {
    ...commands('ANY_OFFICE', 'register-person'),
    ...commands('PLACES', 'link-identity', 'resolve-identity-warning', 'record-death'),
  },
  EMPLOYER: {},
  REFERRAL_OFFICER: {
    ...commands('ANY_OFFICE', 'register-person'),
    ...commands('REFERRED', 'link-identity', 'resolve-identity-warning', 'record-death'),
  },
  PERMIT_OFFICER: {},
  // May not: any write except flags.
  AUDITOR: commands('ANY_OFFICE', 'flag-commercial-use'),
  // May: report illness, complaint. May not: change records.
  PERSON: commands('OWN_PERSON', 'report-injury', 'flag-commercial-use'),
  REGISTRAR: {
    ...commands('ANY_OFFICE', 'register-office', 'register-site', 'amend-site', 'suspend-site'),
    ...commands('ANY_OFFICE', 'reinstate-site', 'register-calendar', 'set-holidays', 'set-policy'),
    ...commands('ANY_OFFICE', 'annul-death'),
  },
  // Timers and what one entity tells another; no binding legal decision (I-6).
  SYSTEM: commands('INSIDE_ONLY', 'fire-deadline', 'suspend-site-sessions'),
};

const everyone = {
  ...commands('OWN_COMMAND', 'read-command', 'preview-command'),
  ...commands('ANY_OFFICE', 'read-register'),
};

const caseOffice = {
  ...everyone,
  ...commands('OWN_OR_FORMER_OFFICE', 'read-journey', 'read-events'),
  ...commands('OWN_OFFICE', 'list-cases', 'read-identity', 'read-deadlines'),
  ...commands('ANY_OFFICE', 'find-by-nik'),
};

/** G-08 and I.6c: who may look. */
const COMMUNITY_SERVICE_READS: Expected = {
  PIDUM_STAFF: caseOffice,
  EXECUTING_PROSECUTOR: caseOffice,
  PROBATION_COUNSELLOR: {
    ...everyone,
    ...commands('SUPERVISES', 'read-journey', 'read-events', 'list-cases', 'read-identity', 'read-deadlines'),
  },
  // May not see the offence: no raw events.
  SITE_SUPERVISOR: {
    ...everyone,
    ...commands('OWN_SITE', 'read-journey', 'list-cases', 'read-identity', 'read-deadlines'),
  },
  PRISON_OFFICER: {
    ...everyone,
    ...commands('HOLDS', 'read-journey', 'read-identity'),
    ...commands('ANY_OFFICE', 'find-by-nik'),
  },
  INSTRUCTOR: { ...everyone, ...commands('TRAINS', 'read-class') },
  TRAINING_CENTRE_ADMINISTRATOR: {
    ...everyone,
    ...commands('TRAINS', 'read-journey', 'list-cases', 'read-identity', 'read-class'),
  },
  ASSESSOR: everyone,
  CERTIFICATION_BODY_ADMINISTRATOR: { ...everyone, ...commands('CERTIFIES', 'read-journey') },
  PLACEMENT_OFFICER: {
    ...everyone,
    ...commands('PLACES', 'read-journey', 'read-identity'),
    ...commands('ANY_OFFICE', 'find-by-nik'),
  },
  EMPLOYER: { ...everyone, ...commands('OWNS', 'read-permit') },
  REFERRAL_OFFICER: {
    ...everyone,
    ...commands('REFERRED', 'read-journey'),
    ...commands('ANY_OFFICE', 'find-by-nik'),
  },
  PERMIT_OFFICER: { ...everyone, ...commands('OWNS', 'read-permit') },
  // Everything, read-only, each read logged; not the sandbox's clock.
  AUDITOR: {
    ...commands('OWN_COMMAND', 'preview-command'),
    ...commands('ANY_OFFICE', 'read-journey', 'read-events', 'list-cases', 'read-command', 'read-identity'),
    ...commands('ANY_OFFICE', 'find-by-nik', 'read-register', 'read-deadlines', 'read-access-log'),
    ...commands('ANY_OFFICE', 'verify-ledger', 'read-class', 'read-permit'),
  },
  PERSON: { ...everyone, ...commands('OWN_PERSON', 'read-journey', 'read-identity', 'read-deadlines') },
  REGISTRAR: { ...everyone, ...commands('SANDBOX_ONLY', 'sandbox-world', 'sandbox-clock') },
  SYSTEM: {},
};

/** Every command and read there is, so that one added to the table without a word here is noticed. */
const COMMUNITY_SERVICE_COMMAND_NAMES = [
  ...['register-person', 'link-identity', 'resolve-identity-warning', 'register-ruling', 'record-profiling'],
  ...['record-ruling-final', 'record-consent', 'confirm-sentence-anomaly', 'order-execution', 'assign-site'],
  ...['answer-site-assignment', 'plan-schedule', 'start-execution', 'suspend-execution', 'resume-execution'],
  ...['check-in-session', 'check-out-session', 'record-session', 'confirm-session', 'dispute-session'],
  ...['excuse-session', 'record-no-show', 'decide-session-credit', 'issue-warning-letter', 'change-site'],
  ...['flag-commercial-use', 'report-injury', 'file-monthly-report', 'open-breach-review'],
  ...['record-breach-opinion', 'record-breach-decision', 'sign-completion', 'close-case', 'void-case'],
  ...['set-hour-credit-policy', 'record-training-hours', 'complete-measure', 'record-fine-payment'],
  ...[
    'change-ruling',
    'transfer-jurisdiction',
    'record-death',
    'annul-death',
    'record-lapse-decision',
    'grant-clemency',
  ],
  ...['complete-ruling', 'report-new-offence'],
  ...['correct-entry', 'attach-document', 'record-guidance', 'suspend-site-sessions', 'fire-deadline'],
  ...['register-office', 'register-site', 'amend-site', 'suspend-site', 'reinstate-site'],
  ...['register-calendar', 'set-holidays', 'set-policy'],
];

const COMMUNITY_SERVICE_READ_NAMES = [
  ...[
    'read-journey',
    'read-events',
    'list-cases',
    'read-command',
    'preview-command',
    'read-identity',
    'find-by-nik',
  ],
  ...[
    'read-register',
    'read-deadlines',
    'read-access-log',
    'verify-ledger',
    'sandbox-world',
    'sandbox-clock',
  ],
  ...['read-class', 'read-permit'],
];

/** What the parts beside community service add, each in a file of its own. */
const PARTS = [
  PRISON,
  REFERRAL,
  TRAINING,
  ASSESSMENT,
  CERTIFICATE,
  EMPLOYMENT,
  KEEPING,
  PERMIT,
  NOTICES,
  PAPERS,
  PERSON_PAGE,
  SHEETS,
  ATTENDANCE,
  AUDIT,
  FINDINGS,
  BOARDS,
  WORK,
];

const joined = (base: Expected, added: 'commands' | 'reads'): Expected =>
  Object.fromEntries(
    Object.entries(base).map(([role, actions]) => [
      role,
      Object.assign({}, actions, ...PARTS.map((part) => part[added][role as Role] ?? {})),
    ]),
  ) as Expected;

const namesIn = (added: 'commands' | 'reads'): string[] => [
  ...new Set(PARTS.flatMap((part) => Object.values(part[added]).flatMap((actions) => Object.keys(actions)))),
];

export const EXPECTED_COMMANDS = joined(COMMUNITY_SERVICE_COMMANDS, 'commands');
export const EXPECTED_READS = joined(COMMUNITY_SERVICE_READS, 'reads');
export const EXPECTED_COMMAND_NAMES = [
  ...new Set([...COMMUNITY_SERVICE_COMMAND_NAMES, ...namesIn('commands')]),
];
export const EXPECTED_READ_NAMES = [...new Set([...COMMUNITY_SERVICE_READ_NAMES, ...namesIn('reads')])];
