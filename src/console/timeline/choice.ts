/** What of a timeline is shown: by kind, by office, of the last half year, for paper. */
import { addDays } from '../../domain/time/local-date.ts';
import type { LocalDate } from '../../domain/time/moment.ts';
import { EVENT_KINDS, type EventKind, eventKind } from '../sentences/index.ts';
import type { SeenEvent, TimelineKind } from './events.ts';

const HALF_YEAR_DAYS = 183;

export interface Choice {
  /** Absent: all but the comings and goings of deadlines. */
  readonly kind?: EventKind | 'everything';
  readonly office?: string;
  readonly recent: boolean;
  readonly print: boolean;
}

export function choiceOf(query: { readonly [name: string]: string | undefined }): Choice {
  const { kind, office } = query;
  const known = kind === 'everything' || EVENT_KINDS.includes(kind as EventKind);
  return {
    ...(known ? { kind: kind as EventKind | 'everything' } : {}),
    ...(office === undefined || office === '' ? {} : { office }),
    recent: query.period === 'recent',
    print: query.print === '1',
  };
}

/** Setting and lifting a deadline says little to a reader; that one fired says much. */
const BUSTLE: ReadonlySet<string> = new Set(['DeadlineArmed', 'DeadlineCancelled']);

export function isChosen(event: SeenEvent, stream: TimelineKind, choice: Choice, today: LocalDate): boolean {
  const { kind, office, recent } = choice;
  if (
    kind === undefined
      ? BUSTLE.has(event.type)
      : kind !== 'everything' && eventKind({ type: event.type, stream }) !== kind
  ) {
    return false;
  }
  if (office !== undefined && event.meta?.actor.office !== office) return false;
  return !recent || event.occurredAt.date >= addDays(today, -HALF_YEAR_DAYS);
}

/** Address of the same timeline with something else chosen. */
export function choiceQuery(choice: Choice): string {
  const query = new URLSearchParams({
    ...(choice.kind === undefined ? {} : { kind: choice.kind }),
    ...(choice.office === undefined ? {} : { office: choice.office }),
    ...(choice.recent ? { period: 'recent' } : {}),
    ...(choice.print ? { print: '1' } : {}),
  }).toString();
  return query === '' ? '' : `?${query}`;
}
