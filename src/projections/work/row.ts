/** One matter on one desk: what is to be done there, by when, and who is waited for. Pure. */
import type { Role } from '../../domain/decider.ts';
import type { LocalDate, Moment, Zone } from '../../domain/time/moment.ts';
import type { ProjectedRow } from '../stream-projector.ts';

/** What is to be done. Lists, next actions and words are tables over these names. */
export type WorkKind =
  // Community service, from the ruling to its closure.
  | 'identity-warning'
  | 'rights-request'
  | 'complete-ruling'
  | 'confirm-anomaly'
  | 'profiling'
  | 'ruling-final'
  | 'order-execution'
  | 'assign-site'
  | 'site-answer'
  | 'change-site'
  | 'plan-schedule'
  | 'start-execution'
  | 'expected'
  | 'check-out'
  | 'confirm-session'
  | 'disputed-session'
  | 'behind-pace'
  | 'window-end'
  | 'window-ended'
  | 'held'
  | 'breach-opinion'
  | 'breach-decision'
  | 'fine-payment'
  | 'monthly-report'
  | 'sign-completion'
  | 'close-case'
  // Prison and aftercare.
  | 'assess-needs'
  | 'litmas'
  | 'schedule-tpp'
  | 'tpp'
  | 'offer-training'
  | 'interruption'
  | 'release'
  | 'hand-over'
  | 'accept-client'
  | 'aftercare-report'
  | 'end-aftercare'
  | 'close-prison-case'
  // Referral and training.
  | 'referral-consent'
  | 'referral-assess'
  | 'referral-place'
  | 'waiting-list'
  | 'accommodation'
  | 'confirm-accommodation'
  | 'offer-answer'
  | 'suspended-training'
  | 'resume-training'
  | 'training-certificate'
  // Assessment and certificate.
  | 'verify-requirements'
  | 'assign-assessor'
  | 'schedule-test'
  | 'adjustment'
  | 'consent'
  | 'test'
  | 'recommendation'
  | 'review'
  | 'plenary'
  | 'issue-certificate'
  | 'remedial'
  | 'retest'
  | 'appeal'
  | 're-assess'
  | 'appeal-decision'
  | 'frozen-assessment'
  | 'certificate-expiring'
  | 'certificate-renewal'
  | 'certificate-frozen'
  // Work.
  | 'propose'
  | 'ak1-report'
  | 'ak1-renew'
  | 'proposal-answer'
  | 'start-placement'
  | 'confirm-hire'
  | 'follow-up'
  | 'unreachable'
  | 'apprenticeship-answer'
  // Classes, permits, findings.
  | 'open-class'
  | 'start-class'
  | 'finish-class'
  | 'seat-held'
  | 'class-waiting'
  | 'class-accommodation'
  | 'attendance'
  | 'permit-complete'
  | 'permit-feasibility'
  | 'permit-candidates'
  | 'permit-payment'
  | 'permit-approve'
  | 'permit-extension'
  | 'permit-extension-decision'
  | 'permit-annual-report'
  | 'permit-end-report'
  | 'finding-answer'
  | 'finding-close';

export type WorkCondition = 'TODO' | 'HOLD' | 'WAITING' | 'EXPECTED';

/** Whose table it lies on: roles of one office, site or employer. */
export interface Desk {
  readonly roles: readonly Role[];
  readonly office: string;
  /** Only theirs, where it is somebody's own. */
  readonly accounts?: readonly string[];
}

export interface Due {
  readonly kind?: string;
  readonly subject?: string;
  /** Null where it has fired: the ledger knows for which day. */
  readonly at?: Moment | null;
  readonly on?: LocalDate | null;
  /** It is set anew until somebody acts. */
  readonly chased?: boolean;
}

export interface Matter {
  readonly work: WorkKind;
  readonly zone: Zone;
  readonly caseId?: string | null;
  readonly subject?: string;
  readonly stage?: string;
  readonly about?: string | null;
  readonly due?: Due;
  readonly since?: LocalDate | null;
}

export interface WorkItem extends Matter, Desk {
  readonly condition: WorkCondition;
  readonly waitsFor?: string | null;
  readonly weekdays?: readonly number[];
  readonly notOn?: readonly LocalDate[];
  readonly hours?: readonly string[];
}

export const todo = (desk: Desk, matter: Matter): WorkItem => ({ ...desk, ...matter, condition: 'TODO' });

export const onHold = (desk: Desk, matter: Matter): WorkItem => ({ ...desk, ...matter, condition: 'HOLD' });

/** @param waitsFor code of the office, site or employer whose turn it is. */
export const waiting = (desk: Desk, waitsFor: string | null, matter: Matter): WorkItem => ({
  ...desk,
  ...matter,
  ...{ condition: 'WAITING', waitsFor },
});

export function workRow(
  entity: { readonly kind: string; readonly id: string; readonly world: string; readonly version: number },
  item: WorkItem,
): ProjectedRow {
  const { due = {} } = item;
  const key = [item.work, item.condition, item.roles[0], item.caseId, item.subject, item.office];
  return {
    entity_kind: entity.kind,
    entity_id: entity.id,
    item: key.map((part) => part ?? '').join('/'),
    world: entity.world,
    work: item.work,
    roles: item.roles,
    office: item.office,
    accounts: item.accounts ?? null,
    condition: item.condition,
    waits_for: item.waitsFor ?? null,
    case_id: item.caseId ?? null,
    subject: item.subject ?? null,
    stage: item.stage ?? null,
    about: item.about ?? null,
    due_kind: due.kind ?? null,
    due_subject: due.kind === undefined ? null : (due.subject ?? item.subject ?? item.caseId ?? null),
    due_on: due.at?.date ?? due.on ?? null,
    chased: due.chased ?? false,
    since_on: item.since ?? null,
    zone: item.zone,
    weekdays: item.weekdays ?? null,
    not_on: item.notOn ?? null,
    hours: item.hours ?? null,
    version: entity.version,
  };
}
