/** What every page about a person reads first: the journey itself, without which there is no page. */
import { mayRead } from '../../access/roles.ts';
import { viewOf } from '../../access/views.ts';
import { type ApiAnswer, must } from '../api.ts';
import type { SignedIn } from '../page.ts';
import { peopleNames } from '../work/matters.ts';
import type { JourneySeen, OutlooksSeen } from './journey-view.ts';

export const journeyApiPath = (personId: string): string =>
  `/api/v1/journeys/${encodeURIComponent(personId)}`;

/** The person of this page's address. */
export const personOf = ({ params }: SignedIn): string => params.personId ?? '';

/**
 * The journey, with the name where the desk may know it. Where the name alone is refused, the page goes on
 * without it.
 * @throws ApiRefused where the journey is not this desk's to see.
 */
export async function readJourney(asked: SignedIn): Promise<JourneySeen> {
  const path = journeyApiPath(personOf(asked));
  if (!mayRead(asked.session.actor, 'read-identity').allowed) {
    return must(await asked.api.get<JourneySeen>(path));
  }
  if (viewOf(asked.session.actor.role).identity === 'NAME_IF_AGREED') {
    // Where nobody agreed, nothing is refused: the name is left out.
    const journey = must(await asked.api.get<JourneySeen>(path));
    const name = (await peopleNames(asked, [journey.personId])).get(journey.personId);
    return name === undefined ? journey : { ...journey, identity: { name } };
  }
  const named = await asked.api.get<JourneySeen>(path, { include: 'identity' });
  return named.ok || named.status !== 403 ? must(named) : must(await asked.api.get<JourneySeen>(path));
}

export const readOutlooks = (asked: SignedIn): Promise<ApiAnswer<OutlooksSeen>> =>
  asked.api.get<OutlooksSeen>(`${journeyApiPath(personOf(asked))}/outlook`);

/** Numbers of the cases, from the entries that carry them; none where the desk may not read entries. */
export async function readCaseNumbers(asked: SignedIn): Promise<ReadonlyMap<string, string>> {
  if (!mayRead(asked.session.actor, 'read-events').allowed) return new Map();
  const path = `${journeyApiPath(personOf(asked))}/events`;
  const answer = await asked.api.get<{
    readonly events: readonly {
      readonly type: string;
      readonly data?: { readonly [field: string]: unknown };
    }[];
  }>(path, { limit: 20 });
  if (!answer.ok) return new Map();
  return new Map(
    answer.body.events.flatMap(({ type, data }) =>
      type === 'RulingRegistered' && typeof data?.caseNumber === 'string'
        ? [[String(data.caseId), data.caseNumber] as const]
        : [],
    ),
  );
}
