/** Where the pilot's cases stand, read back from the API after the play. */
import type { Play } from './play.ts';

export interface Standing {
  readonly title: string;
  readonly personId: string;
  readonly caseId: string;
  readonly office: string;
  readonly stage: string;
  readonly orderedMinutes: number | null;
  readonly creditedMinutes: number;
}

export async function standingsOf({ stories }: Play): Promise<readonly Standing[]> {
  const found = await Promise.all(
    stories.map(async ({ story: { scenario }, driver }) => {
      const ofPeople = await Promise.all(
        Object.keys(scenario.people).map(async (alias) => {
          const { cases } = await driver.view(alias, {});
          const personId = driver.personIdOf(alias);
          return Object.values(cases).map((shown) => standingOf(scenario.title, personId, shown));
        }),
      );
      return ofPeople.flat();
    }),
  );
  return found.flat();
}

type Shown = { readonly [field: string]: unknown };

/** A training measure alone has no hours: then its own minutes are shown. */
function standingOf(title: string, personId: string, shown: Shown): Standing {
  const measure = shown.measure as { orderedMinutes: number; doneMinutes: number } | null;
  const ordered = shown.orderedMinutes as number | null;
  const ofMeasure = ordered === null && measure !== null;
  return {
    title,
    personId,
    caseId: String(shown.caseId),
    office: String(shown.office),
    stage: String(shown.stage),
    orderedMinutes: ofMeasure ? measure.orderedMinutes : ordered,
    creditedMinutes: ofMeasure ? measure.doneMinutes : Number(shown.creditedMinutes),
  };
}
