/** What a case of community service asks of prosecution office, probation office and site (I.2, domain H). */
import { minutesLeft } from '../../domain/journey/completion.ts';
import { standingCases } from '../../domain/journey/handlers.ts';
import type { CommunityServiceCase, JourneyState } from '../../domain/journey/state.ts';
import { type Desk, type Due, onHold, todo, type WorkItem, type WorkKind, waiting } from './row.ts';
import { caseSessionWork } from './sessions.ts';

export const communityServiceWork = (state: JourneyState): WorkItem[] =>
  standingCases(state).flatMap((found) => [
    ...caseWork(found),
    ...personWork(state, found),
    ...caseSessionWork(state, found),
  ]);

interface Desks {
  readonly staff: Desk;
  readonly prosecutor: Desk;
  readonly counsellor: Desk;
  /** Of the place of work that the case has now. */
  readonly site: Desk | undefined;
}

export const desksOf = ({ office, probationOffice, site }: CommunityServiceCase): Desks => ({
  staff: { roles: ['PIDUM_STAFF'], office },
  prosecutor: { roles: ['EXECUTING_PROSECUTOR'], office },
  counsellor: { roles: ['PROBATION_COUNSELLOR'], office: probationOffice },
  // A training centre may be the place of work.
  site:
    site === null
      ? undefined
      : { roles: ['SITE_SUPERVISOR', 'TRAINING_CENTRE_ADMINISTRATOR'], office: site.siteId },
});

const matterOf =
  ({ caseId, zone, stage }: CommunityServiceCase) =>
  (work: WorkKind, since: string | null = null, due: Due = {}) => ({ work, caseId, zone, stage, since, due });

function caseWork(found: CommunityServiceCase): WorkItem[] {
  const { staff, prosecutor, counsellor } = desksOf(found);
  const { caseId, probationOffice, stage } = found;
  const matter = matterOf(found);
  switch (stage) {
    case 'REGISTERED':
    case 'PROFILED':
      return [
        ...missingWork(found),
        todo(staff, matter('ruling-final', found.rulingDate)),
        ...(stage === 'PROFILED'
          ? []
          : [
              todo(counsellor, matter('profiling', found.rulingDate)),
              waiting(prosecutor, probationOffice, matter('profiling', found.rulingDate)),
            ]),
      ];
    case 'FINAL':
      return [
        ...missingWork(found),
        todo(
          prosecutor,
          matter('order-execution', found.finalOn, { kind: 'execution-due', at: found.executionDueAt }),
        ),
      ];
    case 'ORDERED':
    case 'PLANNED':
      return beforeStart(found);
    case 'RUNNING':
    case 'REPEAT':
      return [...siteWork(found), ...running(found)];
    case 'HELD': {
      const since = found.heldPeriods.at(-1)?.from ?? null;
      const due = { kind: 'suspension-resume', at: found.hold?.resumeAt ?? null };
      return [prosecutor, staff, counsellor].map((desk) => onHold(desk, matter('held', since, due)));
    }
    case 'REVIEW':
      return review(found);
    case 'CONVERTED':
      return [
        ...(found.fine === null
          ? []
          : [todo(staff, matter('fine-payment', null, { kind: 'fine-payment', at: found.fine.payBy }))]),
        todo(prosecutor, matter('close-case')),
      ];
    case 'COMPLETED': {
      if (found.completionMinuted) return [todo(prosecutor, matter('close-case'))];
      const due = { kind: 'signature-chase', subject: caseId, at: found.signatureDueAt, chased: true };
      return [todo(prosecutor, matter('sign-completion', null, due))];
    }
    default:
      return [];
  }
}

/** What the excerpt lacked, and what is odd in the sentence (S09). */
function missingWork(found: CommunityServiceCase): WorkItem[] {
  const { staff, prosecutor } = desksOf(found);
  const matter = matterOf(found);
  const due = { kind: 'missing-data-chase', at: found.chaseAt, chased: true };
  return [
    ...(found.missing.length > 0 ? [todo(staff, matter('complete-ruling', found.rulingDate, due))] : []),
    ...(found.anomalies.some(({ confirmed }) => !confirmed)
      ? [todo(prosecutor, matter('confirm-anomaly', found.rulingDate))]
      : []),
  ];
}

/** Until the site has answered, it is the site's turn; staff enter an answer on paper. */
function siteWork(found: CommunityServiceCase): WorkItem[] {
  const { staff, prosecutor, site: siteDesk } = desksOf(found);
  const { site, placements } = found;
  if (site === null || siteDesk === undefined) return [];
  const matter = matterOf(found);
  const since = placements.at(-1)?.from ?? null;
  if (site.stopped) {
    const due = { kind: 'site-reassignment', at: site.reassignBy };
    return [todo(prosecutor, matter('change-site', since, due))];
  }
  if (site.accepted) return [];
  const { stage: _ofTheRuling, ...forTheSite } = matter('site-answer', since, {
    ...{ kind: 'site-answer', at: site.answerDueAt },
  });
  return [
    todo(siteDesk, forTheSite),
    ...[prosecutor, staff].map((desk) =>
      waiting(desk, site.siteId, matter('site-answer', since, forTheSite.due)),
    ),
  ];
}

function beforeStart(found: CommunityServiceCase): WorkItem[] {
  const { prosecutor } = desksOf(found);
  const { order, site, plan, measure, orderedMinutes } = found;
  const matter = matterOf(found);
  const since = order?.orderedOn ?? null;
  const measureOnly = orderedMinutes === null && measure !== null;
  const first = { kind: 'first-appearance', at: order?.firstAppearanceAt ?? null };
  if (site === null && !measureOnly) return [todo(prosecutor, matter('assign-site', since))];
  if (site !== null && (site.stopped || !site.accepted)) return siteWork(found);
  if (plan === null && !measureOnly) return [todo(prosecutor, matter('plan-schedule', since, first))];
  return [todo(prosecutor, matter('start-execution', since, first))];
}

function running(found: CommunityServiceCase): WorkItem[] {
  const { prosecutor, counsellor } = desksOf(found);
  const { execution } = found;
  if (execution === null) return [];
  const matter = matterOf(found);
  const { startedOn, windowEndsAt, windowEnded, behind } = execution;
  const due = { kind: 'window-end', at: windowEndsAt };
  const left = found.orderedMinutes !== null && minutesLeft(found) > 0;
  return [
    ...(left && windowEndsAt !== null
      ? [todo(prosecutor, matter(windowEnded ? 'window-ended' : 'window-end', startedOn, due))]
      : []),
    ...(behind ? [prosecutor, counsellor].map((desk) => todo(desk, matter('behind-pace', startedOn))) : []),
  ];
}

function review(found: CommunityServiceCase): WorkItem[] {
  const { prosecutor, counsellor } = desksOf(found);
  const matter = matterOf(found);
  const { review: open, probationOffice } = found;
  if (open === null) return [];
  if (open.opinion === 'NONE') {
    const opinion = matter('breach-opinion', open.openedOn, {
      ...{ kind: 'breach-opinion', at: open.opinionDueAt },
    });
    return [todo(counsellor, opinion), waiting(prosecutor, probationOffice, opinion)];
  }
  const due = { kind: 'breach-decision-chase', at: open.decisionChaseAt, chased: true };
  return [todo(prosecutor, matter('breach-decision', open.openedOn, due))];
}

/** What concerns the person lies with the staff of each office that has a case open. */
function personWork(state: JourneyState, found: CommunityServiceCase): WorkItem[] {
  const { staff } = desksOf(found);
  const { zone, stage } = found;
  return [
    ...state.identityWarnings.map((subject) =>
      todo(staff, { work: 'identity-warning', zone, stage, subject, since: found.rulingDate }),
    ),
    ...state.keeping.requests
      .filter(({ outcome }) => outcome === null)
      .map(({ requestId, filedOn, answerDueAt }) =>
        todo(staff, {
          ...{ work: 'rights-request', zone, subject: requestId, since: filedOn },
          due: { kind: 'rights-request-answer', at: answerDueAt },
        }),
      ),
  ];
}
