/**
 * Prison cases as a role may see them: the prison that holds the person, the probation office of the case,
 * the auditor and the person. Training, certification and employment see nothing here: they are told by when
 * somebody is available, and never why (G-08).
 */
import type { VerifiedActor } from '../../access/reach.ts';
import { integrationProjection, remissionProjection } from '../../domain/journey/prison/projection.ts';
import { CUSTODY } from '../../domain/journey/prison/stage-moves.ts';
import type { PrisonCase } from '../../domain/journey/prison/state.ts';
import { isPolicyName, startingPolicy } from '../../domain/law/policy-catalogue.ts';
import type { LocalDate } from '../../domain/time/moment.ts';
import type { PartView } from './index.ts';

function sees({ role, office, brokeGlass }: VerifiedActor, found: PrisonCase): boolean {
  const isPrisonMatter = role === 'PRISON_OFFICER' || role === 'PROBATION_COUNSELLOR';
  if (brokeGlass !== undefined && isPrisonMatter) return true;
  switch (role) {
    case 'PRISON_OFFICER':
      return office === found.facility;
    case 'PROBATION_COUNSELLOR':
      return office === found.probationOffice;
    case 'AUDITOR':
    case 'PERSON':
      return true;
    default:
      return false;
  }
}

/** A view has no register at hand: projections are shown by the values the rules start with. */
const STARTING_RULES = {
  policy: <T>(name: string, _on: LocalDate): T => {
    if (!isPolicyName(name)) throw new Error(`no policy is called ${name}`);
    return startingPolicy(name).value as T;
  },
};

/** More years ahead than any projection is worth. */
const MOST_YEARS = 6;

/** The general remissions until the release, year by year: a view has no clock, and the reader picks the next. */
function remissions(found: PrisonCase) {
  const first = Number(found.releaseOn.slice(0, 4));
  const begun = Number(found.sentence.startedOn.slice(0, 4));
  const years = Array.from({ length: MOST_YEARS }, (_, back) => first - back).filter((year) => year >= begun);
  return years.reverse().map((year) => remissionProjection(found, `${year}-01-01`, STARTING_RULES));
}

const projections = (found: PrisonCase) =>
  CUSTODY.includes(found.stage)
    ? {
        remissions: remissions(found),
        integration: integrationProjection(found, found.stageDates.half, STARTING_RULES),
      }
    : {};

export const prisonView: PartView = (actor, { prison }) => {
  const seen = Object.values(prison.cases).filter((found) => sees(actor, found));
  if (seen.length === 0) return undefined;
  return {
    cases: Object.fromEntries(seen.map((found) => [found.caseId, { ...found, ...projections(found) }])),
  };
};
