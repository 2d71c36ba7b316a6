/** Where the pilot's people stand, read back from the API after the play. */
import type { JsonObject, JsonValue } from '../domain/decider.ts';
import { isObject } from '../scenarios/scenario.ts';
import type { PilotDriver } from './pilot-driver.ts';
import type { Play } from './play.ts';
import type { Story } from './stories.ts';

export interface Standing {
  readonly title: string;
  /** null for a permit, which is no person's. */
  readonly personId: string | null;
  readonly office: string;
  readonly stage: string;
  readonly orderedMinutes: number | null;
  readonly creditedMinutes: number | null;
}

export async function standingsOf({ stories }: Play): Promise<readonly Standing[]> {
  const found = await Promise.all(
    stories.map(async ({ story, driver }) => [
      ...(await ofPeople(story, driver)),
      ...(await ofPermits(story, driver)),
    ]),
  );
  return found.flat();
}

async function ofPeople({ scenario }: Story, driver: PilotDriver): Promise<Standing[]> {
  const found = await Promise.all(
    Object.keys(scenario.people).map(async (alias) => {
      const { cases, parts } = await driver.view(alias, {});
      const who = { title: scenario.title, personId: driver.personIdOf(alias) };
      const road = roadOf(parts);
      return [
        ...Object.values(cases).map((shown) => ({ ...who, ...ofCase(shown) })),
        ...(road === undefined ? [] : [{ ...who, ...road, orderedMinutes: null, creditedMinutes: null }]),
      ];
    }),
  );
  return found.flat();
}

/** A training measure alone has no hours: then its own minutes are shown. */
function ofCase(shown: JsonObject): Omit<Standing, 'title' | 'personId'> {
  const { measure } = shown;
  const ordered = typeof shown.orderedMinutes === 'number' ? shown.orderedMinutes : null;
  const ofMeasure = ordered === null && isObject(measure) ? measure : undefined;
  return {
    office: String(shown.office),
    stage: String(shown.stage),
    orderedMinutes: ofMeasure === undefined ? ordered : Number(ofMeasure.orderedMinutes),
    creditedMinutes: Number(ofMeasure === undefined ? shown.creditedMinutes : ofMeasure.doneMinutes),
  };
}

type Road = Pick<Standing, 'office' | 'stage'>;

/** How far the person has come beside community service: the last thing on the road that has begun. */
function roadOf(parts: JsonObject): Road | undefined {
  const last = (part: string, list: string): JsonObject | undefined => listed(parts[part], list).at(-1);
  const at = (found: JsonObject | undefined, office: string, stage: string): Road | undefined =>
    found === undefined ? undefined : { office: String(found[office]), stage: String(found[stage]) };
  const { employment } = parts;
  const isSeeking = isObject(employment) && isObject(employment.card);
  return (
    at(last('employment', 'placements'), 'office', 'kind') ??
    at(last('assessment', 'certificates'), 'certificationBody', 'status') ??
    at(last('assessment', 'assessments'), 'certificationBody', 'stage') ??
    at(last('training', 'enrolments'), 'centre', 'stage') ??
    at(last('prison', 'cases'), 'facility', 'stage') ??
    at(last('referral', 'cases'), 'centre', 'stage') ??
    (isSeeking ? { office: String(employment.office), stage: 'SEEKING' } : undefined)
  );
}

/** Parts show what they hold as a list, or as an object by id. */
function listed(part: JsonValue | undefined, list: string): JsonObject[] {
  const held = isObject(part) ? part[list] : undefined;
  const items = Array.isArray(held) ? held : isObject(held) ? Object.values(held) : [];
  return items.filter(isObject);
}

async function ofPermits({ scenario }: Story, driver: PilotDriver): Promise<Standing[]> {
  const ids = scenario.steps.flatMap(({ entity }) => (entity?.kind === 'permit' ? [entity.id] : []));
  const views = await Promise.all(
    [...new Set(ids)].map(async (id) => driver.entityView({ kind: 'permit', id })),
  );
  return views
    .filter((view) => view !== undefined)
    .map(({ permitOffice, status }) => ({
      ...{ title: scenario.title, personId: null, office: String(permitOffice), stage: String(status) },
      ...{ orderedMinutes: null, creditedMinutes: null },
    }));
}
