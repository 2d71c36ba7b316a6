/**
 * A journey as a role may see it (G-08). Every field of a case belongs to one section, and what the
 * role's view does not open is left out, not blanked: a gap would tell that there is something.
 */
import type { VerifiedActor } from '../access/reach.ts';
import { type Section, seesOnePart, type Visibility, viewOf } from '../access/views.ts';
import type { EntityState } from '../domain/decide.ts';
import type { CaseAsOf, JourneyAsOf } from '../domain/journey/as-of.ts';
import { minutesLeft } from '../domain/journey/completion.ts';
import type { CommunityServiceCase, JourneyState, Session } from '../domain/journey/state.ts';
import { isOwnPart, ownSites } from './case-reach.ts';
import { seesDeadline, sightOf } from './event-sight.ts';
import { partViews } from './part-views/index.ts';

/** A new field of a case does not compile until somebody has said whose it is. */
const SECTION_OF: { readonly [Field in keyof CommunityServiceCase]: Section | 'always' | 'never' } = {
  caseId: 'always',
  zone: 'always',
  stage: 'ruling',
  origin: 'ruling',
  office: 'ruling',
  probationOffice: 'ruling',
  formerOffices: 'ruling',
  // A keyed index of the case number: of no use to a reader.
  caseNumberIndex: 'never',
  defendantOrder: 'ruling',
  rulingDate: 'ruling',
  replaced: 'ruling',
  actDate: 'ruling',
  completionDays: 'ruling',
  hoursPerDay: 'ruling',
  daysPerWeek: 'ruling',
  place: 'ruling',
  consentRecorded: 'ruling',
  anomalies: 'ruling',
  unpaidFineRupiah: 'ruling',
  paidAtRate: 'ruling',
  chaseAt: 'ruling',
  missing: 'ruling',
  finalOn: 'ruling',
  executionDueAt: 'ruling',
  executionOverdue: 'ruling',
  order: 'ruling',
  fine: 'ruling',
  retentionEndsAt: 'ruling',
  lapsed: 'ruling',
  clemency: 'ruling',
  closedReason: 'ruling',
  orderedMinutes: 'hours',
  creditedMinutes: 'hours',
  repeat: 'hours',
  hourCreditPolicy: 'hours',
  measure: 'hours',
  execution: 'hours',
  signatureDueAt: 'hours',
  completionMinuted: 'hours',
  site: 'plan',
  // Other sites among them are not for the site to see.
  placements: 'ruling',
  trainingSiteId: 'plan',
  plan: 'plan',
  excused: 'plan',
  hold: 'breach',
  heldPeriods: 'breach',
  warningLetters: 'breach',
  noShows: 'breach',
  review: 'breach',
};

export interface CaseView {
  readonly caseId: string;
  readonly [field: string]: unknown;
}

export interface JourneyView {
  readonly personId: string;
  /** Null where the role sees one part alone: it would tell how much else there is. */
  readonly version: number | null;
  readonly cases: readonly CaseView[];
  readonly sessions: readonly Partial<Session>[];
  readonly [field: string]: unknown;
}

/** A journey as it stood at one version, and the cases that the actor sees as of it. */
export interface Standing {
  readonly entity: EntityState<JourneyState>;
  readonly caseIds: ReadonlySet<string>;
}

/**
 * @param standings one for each version at which the actor's sight of a case ends; the latest comes last.
 */
export function journeyView(actor: VerifiedActor, standings: readonly Standing[]): JourneyView {
  const { entity } = standings.at(-1) as Standing;
  const { personId, registered, provisional, identityWarnings, diedOn } = entity.domain;
  const full = viewOf(actor.role).ruling === 'FULL';
  return {
    personId,
    version: seesOnePart(actor.role) ? null : entity.version,
    registered,
    diedOn,
    ...(full && { provisional, identityWarnings, linkedCases: linked(standings) }),
    cases: standings.flatMap(({ entity: { domain }, caseIds }) =>
      Object.values(domain.cases)
        .filter(({ caseId }) => caseIds.has(caseId))
        .map((found) => caseView(actor, found)),
    ),
    ...partViews(actor, entity.domain),
    sessions: standings.flatMap(({ entity: { domain }, caseIds }) =>
      Object.values(domain.sessions).filter(
        (session) => caseIds.has(session.caseId) && seesSession(actor, session),
      ),
    ),
  };
}

const linked = (standings: readonly Standing[]) =>
  Object.fromEntries(
    standings.flatMap(({ entity: { domain }, caseIds }) =>
      Object.entries(domain.linkedCases).filter(([, { fromCaseId }]) => caseIds.has(fromCaseId)),
    ),
  );

/** What is waited for, as far as the actor sees it; undefined where the role sees no rulings. */
export function armedDeadlines(actor: VerifiedActor, { domain, armed }: EntityState<JourneyState>) {
  if (viewOf(actor.role).ruling !== 'FULL') return undefined;
  const sight = sightOf(actor, domain);
  return Object.entries(armed)
    .filter(([, deadline]) => seesDeadline(sight, deadline))
    .map(([deadlineId, deadline]) => ({ deadlineId, ...deadline }))
    .sort((a, b) => (a.dueAt.at < b.dueAt.at ? -1 : 1));
}

function caseView(actor: VerifiedActor, found: CommunityServiceCase): CaseView {
  const view = viewOf(actor.role);
  const shown = (field: keyof CommunityServiceCase): boolean => {
    const section = Object.hasOwn(SECTION_OF, field) ? SECTION_OF[field] : 'never';
    if (section === 'always' || section === 'never') return section === 'always';
    return opens(view[section], isOwnPart(actor, found));
  };
  const fields = (Object.keys(found) as (keyof CommunityServiceCase)[]).filter(shown);
  const left = shown('creditedMinutes')
    ? { minutesLeft: found.orderedMinutes === null ? null : minutesLeft(found) }
    : {};
  return {
    caseId: found.caseId,
    open: found.stage !== 'CLOSED' && found.stage !== 'VOID',
    ...Object.fromEntries(fields.map((field) => [field, found[field]])),
    ...left,
  };
}

/** Whether the actor may see this section of this case. */
export const seesSection = (actor: VerifiedActor, found: CommunityServiceCase, section: Section): boolean =>
  opens(viewOf(actor.role)[section], isOwnPart(actor, found));

const opens = (visibility: Visibility, ownPart: boolean): boolean =>
  visibility === 'FULL' || (visibility === 'OWN_PART' && ownPart);

export function seesSession(actor: VerifiedActor, session: Session): boolean {
  const visibility = viewOf(actor.role).sessions;
  return opens(visibility, ownSites(actor).includes(session.siteId));
}

const SECTION_ON_DATE: { readonly [Field in keyof CaseAsOf]: Section | 'always' } = {
  caseId: 'always',
  stage: 'ruling',
  office: 'ruling',
  probationOffice: 'ruling',
  finalOn: 'ruling',
  closedReason: 'ruling',
  siteId: 'plan',
  orderedMinutes: 'hours',
  creditedMinutes: 'hours',
  minutesLeft: 'hours',
  windowEndsAt: 'hours',
  startedOn: 'hours',
};

/** The cases of a date, of those that the actor sees as of one version. */
export function caseViewOnDate(
  actor: VerifiedActor,
  { entity: { domain }, caseIds }: Standing,
  dated: JourneyAsOf,
): CaseView[] {
  const view = viewOf(actor.role);
  return dated.cases.flatMap((onDate) => {
    const found = domain.cases[onDate.caseId];
    if (found === undefined || !caseIds.has(onDate.caseId)) return [];
    const fields = (Object.keys(SECTION_ON_DATE) as (keyof CaseAsOf)[]).filter((field) => {
      const section = SECTION_ON_DATE[field];
      return section === 'always' || opens(view[section], isOwnPart(actor, found));
    });
    return [{ ...Object.fromEntries(fields.map((field) => [field, onDate[field]])), caseId: onDate.caseId }];
  });
}
