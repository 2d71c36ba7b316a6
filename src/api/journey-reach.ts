/** What a command or a read touches of a journey: held against the role's reach (I.6c). */
import type { Touched } from '../access/reach.ts';
import type { JsonObject } from '../domain/decider.ts';
import { allSitesOf, currentSitesOf } from '../domain/journey/placement.ts';
import type { CommunityServiceCase, JourneyState, Session } from '../domain/journey/state.ts';
import { OPENING_PART_COMMANDS, withParts } from './part-reach/index.ts';

/** Where there is no case yet, the person belongs to whoever registers: nobody else has a claim. */
const OPENING_COMMANDS: ReadonlySet<string> = new Set([
  'register-ruling',
  'link-identity',
  'resolve-identity-warning',
]);

const textIn = (data: JsonObject, field: string): string | undefined => {
  const value = data[field];
  return typeof value === 'string' ? value : undefined;
};

const known = (sites: readonly (string | null | undefined)[]): string[] =>
  sites.filter((siteId) => siteId !== undefined && siteId !== null);

const workSitesOf = ({ site, plan }: CommunityServiceCase): string[] => known([site?.siteId, plan?.siteId]);

/** A centre trains, or is the place of work itself. */
const centresOf = ({ measure, site, trainingSiteId }: CommunityServiceCase): string[] =>
  known([measure?.siteId, site?.siteId, trainingSiteId]);

/**
 * What the whole journey touches: for reads. A site reaches the people who are placed with it now: a
 * session gives it no reach, or any site could make its own, and its reach ends with the placement.
 */
export function touchedByJourney(state: JourneyState): Touched {
  const cases = Object.values(state.cases);
  const communityService: Touched = {
    personId: state.personId,
    executingOffices: cases.map(({ office }) => office),
    formerOffices: cases.flatMap(({ formerOffices }) => formerOffices.map(({ office }) => office)),
    probationOffices: cases.map(({ probationOffice }) => probationOffice),
    siteIds: cases.flatMap(workSitesOf),
    trainingCentres: cases.flatMap(centresOf),
    custodyOffices: Object.values(state.linkedCases).map(({ facility }) => facility),
  };
  return withParts(communityService, state);
}

/** A former site still closes and confirms its own sessions, as long as that is waited for. */
const isPending = ({ status }: Session): boolean => status === 'OPEN' || status === 'RECORDED';

/** Sites that may speak in a command about this case: `named` is the one that the command is about. */
function sitesInCommand(
  found: CommunityServiceCase,
  session: Session | undefined,
  named: string | undefined,
): Pick<Touched, 'siteIds' | 'trainingCentres'> {
  if (named === undefined) return { siteIds: workSitesOf(found), trainingCentres: centresOf(found) };
  const concerned =
    session === undefined
      ? // Hours of the time there may be entered late: the decider looks at their dates.
        allSitesOf(found).includes(named)
      : isPending(session) || currentSitesOf(found).includes(named);
  const sites = concerned ? [named] : [];
  return { siteIds: sites, trainingCentres: sites };
}

/** What one command touches: the case, the session or the site that its data name. */
export function touchedByCommand(state: JourneyState, name: string, data: JsonObject): Touched {
  const whole = touchedByJourney(state);
  const sessionId = textIn(data, 'sessionId');
  const session = sessionId === undefined ? undefined : state.sessions[sessionId];
  const caseId = textIn(data, 'caseId') ?? session?.caseId;
  const found = caseId === undefined ? undefined : state.cases[caseId];
  const siteId = textIn(data, 'siteId') ?? session?.siteId;
  return {
    ...whole,
    ...(found && {
      executingOffices: [found.office],
      probationOffices: [found.probationOffice],
      ...sitesInCommand(found, session, siteId),
    }),
    opensCase:
      OPENING_PART_COMMANDS.has(name) ||
      (OPENING_COMMANDS.has(name) && (name === 'register-ruling' || state.caseCount === 0)),
  };
}
