/**
 * Where the work is done.
 *
 * none -- SiteAssigned --> asked -- SiteAccepted --> accepted
 * asked -- SiteDeclined --> none (a planned case goes back to ORDERED)
 * asked -- time passes: SiteAnswerOverdue, once
 * any -- SiteChanged, SiteAssigned --> asked again; the plan of the old site is gone
 * accepted -- SiteSessionsStopped (the site was suspended, I.6b) --> stopped, until a prosecutor names
 * another site: SiteReassignmentOverdue, once, after two days
 *
 * The prosecutor assigns, the probation office advises (L-12); a place named in the ruling is assigned
 * with its source COURT (L-08). Commercial use flags and suspends the site, and takes nothing from the
 * person, who is not at fault (I-4, S22).
 */
import type { Actor, DecideContext, Warning } from '../decider.ts';
import { refuseWith } from '../law/refusals.ts';
import { warn } from '../law/warnings.ts';
import { hasAgreementOn, isSuspendedOn, type SiteFact } from '../registers/site.ts';
import { addDays, endOfDay, momentAt } from '../time/index.ts';
import type { JourneyCommands } from './commands.ts';
import { laterOf } from './dates.ts';
import type { JourneyEvent } from './events.ts';
import {
  accepted,
  type CommandHandlers,
  firstRefusal,
  isRefusal,
  onCase,
  type Refused,
  requireDocument,
  requireOffice,
  standingCases,
  today,
} from './handlers.ts';
import { paceChecked } from './pace.ts';
import { allSitesOf } from './placement.ts';
import { releasePlan } from './site-places.ts';
import { EXECUTION_STAGES } from './stage-moves.ts';
import type { CommunityServiceCase, JourneyState, Stage } from './state.ts';

const PLACEABLE: readonly Stage[] = ['ORDERED', 'PLANNED'];
/** Stages in which a site is assigned, or may be. */
export const PLACED: readonly Stage[] = [...PLACEABLE, ...EXECUTION_STAGES];

/** A site that may take new people today: registered, under an agreement in force, not suspended. */
export function usableSite(siteId: string, context: DecideContext): SiteFact | Refused {
  const site = context.fact<SiteFact>(`site/${siteId}`);
  if (site === undefined) return refuseWith('SITE_UNKNOWN', { siteId });
  const { date } = momentAt(context.now, site.zone);
  if (isSuspendedOn(site, date)) return refuseWith('SITE_SUSPENDED', { siteId });
  if (!hasAgreementOn(site, date)) return refuseWith('SITE_NOT_APPROVED', { siteId, date });
  return site;
}

/** A stopped site may be named again once its suspension is lifted. */
const isThere = ({ site }: CommunityServiceCase, siteId: string): boolean =>
  site?.siteId === siteId && !site.stopped;

const isOffice = ({ role }: Actor): boolean => role === 'PIDUM_STAFF' || role === 'EXECUTING_PROSECUTOR';

/** Whether the case has, or had, anything to do with the site. */
const concerns = ({ sessions }: JourneyState, found: CommunityServiceCase, siteId: string): boolean =>
  allSitesOf(found).includes(siteId) ||
  Object.values(sessions).some((session) => session.caseId === found.caseId && session.siteId === siteId);

const coverWarnings = (site: SiteFact): Warning[] =>
  site.safetyCoverReference === null ? [warn('NO_SAFETY_COVER', { siteId: site.id })] : [];

function assigned(
  { caseId, source }: Pick<JourneyCommands['assign-site'], 'caseId' | 'source'>,
  site: SiteFact,
  context: DecideContext,
): JourneyEvent {
  const { date } = momentAt(context.now, site.zone);
  const days = context.policy<number>('site_answer_days', date);
  return {
    type: 'SiteAssigned',
    data: {
      caseId,
      siteId: site.id,
      source,
      answerDueAt: endOfDay(addDays(date, days), site.zone),
      zone: site.zone,
    },
  };
}

export const siteHandlers: CommandHandlers<
  'assign-site' | 'answer-site-assignment' | 'change-site' | 'flag-commercial-use' | 'suspend-site-sessions'
> = {
  'assign-site': onCase({ stages: PLACEABLE }, (found, { data }, context, state) => {
    if (isThere(found, data.siteId)) return refuseWith('ALREADY_DONE', { siteId: data.siteId });
    const site = usableSite(data.siteId, context);
    if (isRefusal(site)) return site;
    return accepted([assigned(data, site, context)], {
      warnings: coverWarnings(site),
      claims: releasePlan(state, found, context),
    });
  }),

  'answer-site-assignment': onCase({ stages: PLACED }, (found, command, context, state) => {
    const { data } = command;
    const { caseId, site } = found;
    if (site?.siteId !== data.siteId) {
      return refuseWith('SITE_UNKNOWN', { caseId, siteId: data.siteId });
    }
    const refused = firstRefusal(
      requireOffice(found, command.actor, context, data.siteId),
      // A site without a computer answers on paper, and the office enters the letter.
      isOffice(command.actor) ? requireDocument(command, 'written answer of the site') : undefined,
    );
    if (refused !== undefined) return refused;
    if (site.accepted) return refuseWith('ALREADY_DONE', { siteId: site.siteId });
    if (data.accepted) {
      return accepted([{ type: 'SiteAccepted', data: { caseId, siteId: site.siteId } }]);
    }
    const reason = data.reason === undefined ? {} : { reason: data.reason };
    return accepted([{ type: 'SiteDeclined', data: { caseId, siteId: site.siteId, ...reason } }], {
      claims: releasePlan(state, found, context),
    });
  }),

  'change-site': onCase({ stages: PLACED }, (found, { data }, context, state) => {
    const { caseId } = found;
    if (isThere(found, data.siteId)) return refuseWith('ALREADY_DONE', { siteId: data.siteId });
    const site = usableSite(data.siteId, context);
    if (isRefusal(site)) return site;
    const fromSiteId = found.site?.siteId ?? null;
    return accepted(
      [
        { type: 'SiteChanged', data: { caseId, fromSiteId, siteId: site.id, reason: data.reason } },
        assigned({ caseId, source: 'PROSECUTOR' }, site, context),
      ],
      { warnings: coverWarnings(site), claims: releasePlan(state, found, context) },
    );
  }),

  /**
   * The flag concerns the site, and the minutes already worked stay (S22). Where the prosecutor raises it,
   * the site is told to stop; a flag of the auditor or the person is looked at by the site's office first.
   */
  'flag-commercial-use': onCase(
    { stages: [...PLACED, 'CONVERTED', 'COMPLETED', 'CLOSED'], afterDeath: true },
    (found, { data, actor }, context, state) => {
      const { siteId } = data;
      const site = context.fact<SiteFact>(`site/${siteId}`);
      if (site === undefined) return refuseWith('SITE_UNKNOWN', { siteId });
      if (!concerns(state, found, siteId)) {
        return refuseWith('SITE_NOT_OF_CASE', { caseId: found.caseId, siteId });
      }
      const flagged: JourneyEvent = { type: 'CommercialUseFlagged', data };
      if (!isOffice(actor)) return accepted([flagged]);
      return accepted([flagged], {
        messages: [
          {
            target: `register/site/${siteId}`,
            name: 'suspend-site',
            data: { reason: 'COMMERCIAL_USE', on: today(context, site.zone) },
          },
        ],
      });
    },
  ),

  /** From the site register. Nothing happens to a case that is no longer at the site. */
  'suspend-site-sessions': (state, { data, actor }, context) => {
    const concerned = standingCases(state).filter(
      ({ stage, site }) => PLACED.includes(stage) && site?.siteId === data.siteId && !site.stopped,
    );
    const refused = firstRefusal(
      ...concerned.map((found) => requireOffice(found, actor, context, data.siteId)),
    );
    if (refused !== undefined) return refused;
    if (state.diedOn !== null) return accepted([]);
    return accepted(
      concerned.flatMap((found): JourneyEvent[] => {
        const days = context.policy<number>('site_reassignment_days', data.suspendedOn);
        // A suspension that is entered late gives the prosecutor the full time.
        const from = laterOf(data.suspendedOn, today(context, found.zone));
        const reassignBy = endOfDay(addDays(from, days), found.zone);
        return [
          {
            type: 'SiteSessionsStopped',
            data: { caseId: found.caseId, siteId: data.siteId, reassignBy },
          },
          ...paceChecked({ ...found, plan: null }, context),
        ];
      }),
      { claims: concerned.flatMap((found) => releasePlan(state, found, context)) },
    );
  },
};
