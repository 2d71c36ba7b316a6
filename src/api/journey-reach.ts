/** What a command or a read touches of a journey: held against the role's reach (I.6c). */
import type { Touched } from '../access/reach.ts';
import type { JsonObject } from '../domain/decider.ts';
import type { JourneyState } from '../domain/journey/state.ts';

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

/** What the whole journey touches: for reads. */
export function touchedByJourney(state: JourneyState): Touched {
  const cases = Object.values(state.cases);
  const sessions = Object.values(state.sessions);
  return {
    personId: state.personId,
    executingOffices: cases.map(({ office }) => office),
    formerOffices: cases.flatMap(({ formerOffices }) => formerOffices.map(({ office }) => office)),
    probationOffices: cases.map(({ probationOffice }) => probationOffice),
    siteIds: [
      ...cases.flatMap(({ site, plan }) => [site?.siteId, plan?.siteId]),
      ...sessions.map(({ siteId }) => siteId),
    ].filter((siteId) => siteId !== undefined),
    trainingCentres: [
      ...cases.flatMap(({ measure, site }) => [measure?.siteId, site?.siteId]),
      ...sessions.filter(({ kind }) => kind === 'TRAINING').map(({ siteId }) => siteId),
    ].filter((siteId) => siteId !== undefined),
    custodyOffices: Object.values(state.linkedCases).map(({ facility }) => facility),
  };
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
    ...(found && { executingOffices: [found.office], probationOffices: [found.probationOffice] }),
    ...(siteId !== undefined && { siteIds: [siteId], trainingCentres: [siteId] }),
    opensCase: OPENING_COMMANDS.has(name) && (name === 'register-ruling' || state.caseCount === 0),
  };
}
