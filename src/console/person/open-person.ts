/** Reads what the frame of a person's page needs; each part that fails leaves the rest standing. */

import { momentAt } from '../../domain/time/moments.ts';
import type { ApiAnswer } from '../api.ts';
import type { SignedIn } from '../page.ts';
import type { FrameOf } from './frame.tsx';
import type { JourneySeen, OutlooksSeen } from './journey-view.ts';
import { readCaseNumbers, readJourney, readOutlooks } from './read-person.ts';

export interface OpenedPerson {
  readonly frame: FrameOf;
  readonly outlooks: ApiAnswer<OutlooksSeen>;
}

/** Offices, sites, programmes and the like that the page names. */
const codesOf = (journey: JourneySeen): (string | null | undefined)[] => [
  ...journey.cases.flatMap(({ office, probationOffice, site, measure, plan, placements = [] }) => [
    ...[office, probationOffice, site?.siteId, measure?.siteId, plan?.siteId],
    ...placements.map(({ siteId }) => siteId),
  ]),
  ...journey.sessions.map(({ siteId }) => siteId),
  ...Object.values(journey.prison?.cases ?? {}).flatMap(({ facility, probationOffice }) => [
    facility,
    probationOffice,
  ]),
  ...Object.values(journey.referral?.cases ?? {}).flatMap(({ referrer, centre }) => [referrer, centre]),
  ...(journey.training?.enrolments ?? []).map(({ centre }) => centre),
  ...(journey.assessment?.assessments ?? []).map(({ certificationBody }) => certificationBody),
  ...(journey.assessment?.certificates ?? []).map(({ certificationBody }) => certificationBody),
  journey.employment?.office,
  ...(journey.employment?.proposals ?? []).map(({ employerId }) => employerId),
  ...(journey.employment?.placements ?? []).flatMap(({ employerId, office }) => [employerId, office]),
];

/** @throws ApiRefused where the journey is not this desk's to see. */
export async function openPerson(asked: SignedIn): Promise<OpenedPerson> {
  const journey = await readJourney(asked);
  const [outlooks, caseNumbers] = await Promise.all([readOutlooks(asked), readCaseNumbers(asked)]);
  const names = await asked.book.namesOf(codesOf(journey));
  return {
    outlooks,
    frame: {
      journey,
      outlooks: outlooks.ok ? outlooks.body.outlooks : [],
      ...{ caseNumbers, names, actor: asked.session.actor },
      today: momentAt(asked.now, journey.cases[0]?.zone ?? asked.zone).date,
    },
  };
}
