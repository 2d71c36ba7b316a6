/** All integrity lists, and one walk that answers as many of them as are asked for. */
import type { Pool } from 'pg';
import type { PolicyFact } from '../../domain/law/policies.ts';
import { policyOn } from '../../domain/law/policies.ts';
import { OVERSIGHT_POLICIES, type Thresholds, thresholdsOn } from '../../domain/oversight/thresholds.ts';
import type { CalendarFact } from '../../domain/registers/calendar.ts';
import type { SiteFact } from '../../domain/registers/site.ts';
import type { LocalDate } from '../../domain/time/moment.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { type FactsAtLeaf, type FactVersion, factsAtLeaf } from '../facts-at-leaf.ts';
import { walkStreams } from '../walk.ts';
import { oneHand } from './hands.ts';
import type { IntegrityList, ListContext, ListedRow } from './list.ts';
import { overlaps } from './overlaps.ts';
import { evenSheets, faults, lostClaims, warnings } from './patterns.ts';
import { afterTheEnd, backdating, lateDeadlines, outOfHours } from './times.ts';

export const INTEGRITY_LISTS: readonly IntegrityList[] = [
  ...[overlaps, backdating, afterTheEnd, oneHand, outOfHours, evenSheets],
  ...[warnings, faults, lateDeadlines, lostClaims],
];

export const integrityList = (name: string): IntegrityList | undefined =>
  INTEGRITY_LISTS.find((list) => list.name === name);

export interface ListRequest {
  readonly world: string;
  /** Highest leaf that is looked at; the last one there is where none is given. */
  readonly leaf?: number;
  readonly lists?: readonly IntegrityList[];
  /** Ends the walk: whoever asked is gone. */
  readonly signal?: AbortSignal;
}

export interface ListAnswer {
  readonly leaf: number;
  readonly streams: number;
  /** Policies, calendars and sites that the lists rested on, as they stood at the leaf. */
  readonly facts: readonly FactVersion[];
  /** By stream, then by decision. */
  readonly rows: readonly ListedRow[];
}

type Needs = { readonly pool: Pool; readonly ledger: Ledger };

export async function runLists(
  needs: Needs,
  { world, leaf: asked, lists = INTEGRITY_LISTS, signal }: ListRequest,
  onProgress?: (streams: number) => void,
): Promise<ListAnswer> {
  const last = await needs.ledger.lastLeaf();
  const leaf = Math.min(asked ?? last, last);
  const facts = await factsAtLeaf(needs.pool, leaf, {
    keys: OVERSIGHT_POLICIES.map((name) => `policy/${name}`),
    prefixes: ['calendar/', 'site/'],
  });
  const context = contextOf(facts);
  const watches = lists.map((list) => list.watch(context));
  const rows: ListedRow[] = [];
  const streams = await walkStreams(
    needs,
    { world, leaf, ...(signal === undefined ? {} : { signal }) },
    (walked) => {
      for (const watch of watches) rows.push(...watch.stream(walked));
    },
    onProgress,
  );
  for (const watch of watches) rows.push(...(watch.end?.() ?? []));
  return { leaf, streams, facts: facts.used(), rows: rows.sort(inOrder) };
}

function inOrder(a: ListedRow, b: ListedRow): number {
  if (a.stream !== b.stream) return a.stream < b.stream ? -1 : 1;
  return a.decision - b.decision || (a.list < b.list ? -1 : 1);
}

function contextOf(facts: FactsAtLeaf): ListContext {
  const rules = {
    policy: <T>(name: string, on: LocalDate) =>
      policyOn(facts.value(`policy/${name}`) as PolicyFact | undefined, name, on).value as T,
  };
  const known = new Map<LocalDate, Thresholds>();
  const dates = new Map<string, readonly LocalDate[]>();
  return {
    thresholds(on) {
      const found = known.get(on) ?? thresholdsOn(rules, on);
      known.set(on, found);
      return found;
    },
    holidays(siteId) {
      const site = siteId === undefined ? undefined : facts.value(`site/${siteId}`);
      const calendar = (site as SiteFact | undefined)?.calendar ?? 'nasional';
      const fact = facts.value(`calendar/${calendar}`) as CalendarFact | undefined;
      const found = dates.get(calendar) ?? fact?.holidays.map(({ date }) => date) ?? [];
      dates.set(calendar, found);
      return found;
    },
  };
}
