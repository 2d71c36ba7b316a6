/**
 * A journey as a role may see it (G-08). Every field of a case belongs to one section, and what the
 * role's view does not open is left out, not blanked: a gap would tell that there is something.
 */
import type { VerifiedActor } from '../access/reach.ts';
import { type Section, type Visibility, viewOf } from '../access/views.ts';
import type { EntityState } from '../domain/decide.ts';
import type { CaseAsOf, JourneyAsOf } from '../domain/journey/as-of.ts';
import { minutesLeft } from '../domain/journey/completion.ts';
import { currentSitesOf } from '../domain/journey/placement.ts';
import type { CommunityServiceCase, JourneyState, Session } from '../domain/journey/state.ts';
import type { LocalDate } from '../domain/time/moment.ts';

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
  readonly version: number;
  readonly cases: readonly CaseView[];
  readonly sessions: readonly Partial<Session>[];
  readonly [field: string]: unknown;
}

export function journeyView(actor: VerifiedActor, entity: EntityState<JourneyState>): JourneyView {
  const { domain: state, version } = entity;
  const view = viewOf(actor.role);
  const full = view.ruling === 'FULL';
  const { personId, registered, provisional, identityWarnings, diedOn, linkedCases } = state;
  return {
    personId,
    version,
    registered,
    diedOn,
    ...(full && { provisional, identityWarnings, linkedCases, armedDeadlines: armed(entity) }),
    cases: Object.values(state.cases)
      .filter((found) => isVisible(actor, state, found))
      .map((found) => caseView(actor, found)),
    sessions: Object.values(state.sessions).filter((session) => seesSession(actor, session)),
  };
}

/** Whether a former office still looks at what it handed over: its own part, up to the move (S17). */
function isVisible(actor: VerifiedActor, state: JourneyState, found: CommunityServiceCase): boolean {
  switch (actor.role) {
    case 'PIDUM_STAFF':
    case 'EXECUTING_PROSECUTOR':
      return (
        found.office === actor.office || found.formerOffices.some(({ office }) => office === actor.office)
      );
    case 'PROBATION_COUNSELLOR':
      return found.probationOffice === actor.office;
    case 'SITE_SUPERVISOR':
    case 'TRAINING_CENTRE_ADMINISTRATOR':
      return isOwnPart(actor, found);
    case 'PRISON_OFFICER':
      return Object.values(state.linkedCases).some(
        ({ fromCaseId, facility }) => fromCaseId === found.caseId && facility === actor.office,
      );
    default:
      return true;
  }
}

const ownSites = ({ site, office }: VerifiedActor): readonly string[] =>
  site === undefined ? [office] : [site];

const isOwnPart = (actor: VerifiedActor, found: CommunityServiceCase): boolean =>
  currentSitesOf(found).some((siteId) => ownSites(actor).includes(siteId));

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

const opens = (visibility: Visibility, ownPart: boolean): boolean =>
  visibility === 'FULL' || (visibility === 'OWN_PART' && ownPart);

function seesSession(actor: VerifiedActor, session: Session): boolean {
  const visibility = viewOf(actor.role).sessions;
  return opens(visibility, ownSites(actor).includes(session.siteId));
}

const armed = ({ armed: deadlines }: EntityState<JourneyState>) =>
  Object.entries(deadlines)
    .map(([deadlineId, deadline]) => ({ deadlineId, ...deadline }))
    .sort((a, b) => (a.dueAt.at < b.dueAt.at ? -1 : 1));

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

/** The cases of a date. Who may see is judged by the state of now. */
export function caseViewOnDate(actor: VerifiedActor, state: JourneyState, dated: JourneyAsOf): CaseView[] {
  const view = viewOf(actor.role);
  return dated.cases.flatMap((onDate) => {
    const found = state.cases[onDate.caseId];
    if (found === undefined || !isVisible(actor, state, found)) return [];
    const fields = (Object.keys(SECTION_ON_DATE) as (keyof CaseAsOf)[]).filter((field) => {
      const section = SECTION_ON_DATE[field];
      return section === 'always' || opens(view[section], isOwnPart(actor, found));
    });
    return [{ ...Object.fromEntries(fields.map((field) => [field, onDate[field]])), caseId: onDate.caseId }];
  });
}

/**
 * Last date that an office may look at which has handed over all its cases of this person: it keeps
 * its own part and learns nothing of what came after (S17). Undefined where no such limit holds.
 */
export function lastDateFor(actor: VerifiedActor, state: JourneyState): LocalDate | undefined {
  if (actor.role !== 'PIDUM_STAFF' && actor.role !== 'EXECUTING_PROSECUTOR') return undefined;
  const cases = Object.values(state.cases);
  if (cases.some(({ office }) => office === actor.office)) return undefined;
  return cases
    .flatMap(({ formerOffices }) => formerOffices)
    .filter(({ office }) => office === actor.office)
    .map(({ until }) => until)
    .sort()
    .at(-1);
}
