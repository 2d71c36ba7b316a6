/** What would follow, as far as the sender would see it afterwards. */
import type { VerifiedActor } from '../../access/reach.ts';
import { viewOf } from '../../access/views.ts';
import { type EntityState, foldEntity, initialEntityState } from '../../domain/decide.ts';
import type { Decider, RecordedEvent, WantedDeadline } from '../../domain/decider.ts';
import { DECIDERS } from '../../domain/deciders.ts';
import type { JourneyState } from '../../domain/journey/state.ts';
import { type NamedReader, type Reader, valueAt } from '../../notices/rule.ts';
import { NOTICE_RULES, rulesByEvent, rulesFor } from '../../notices/rules/index.ts';
import type { EventView } from '../answers.ts';
import { seenCases } from '../case-reach.ts';
import { type Sight, seesEvent } from '../event-sight.ts';
import { journeyView } from '../views.ts';
import type { LedgerAside } from './ledger-aside.ts';

export interface DeadlineChanges {
  readonly armed: readonly WantedDeadline[];
  readonly cancelled: readonly WantedDeadline[];
}

/** Minutes of a case; what the sender does not see of it is absent. */
export interface Balance {
  readonly orderedMinutes?: number | null;
  readonly creditedMinutes?: number;
  readonly minutesLeft?: number | null;
}

export interface BalanceChange {
  readonly caseId: string;
  /** Null where the case would begin. */
  readonly before: Balance | null;
  readonly after: Balance;
}

export interface BeforeAndAfter {
  readonly before: EntityState<unknown>;
  readonly after: EntityState<unknown>;
}

export function beforeAndAfter(aside: LedgerAside, stream: string): BeforeAndAfter {
  const kind = stream.slice(0, stream.indexOf('/'));
  const decider = DECIDERS.get(kind) as Decider<unknown>;
  const initial = initialEntityState(decider, stream.slice(kind.length + 1));
  const before = foldEntity(decider, initial, aside.recordedOf(stream));
  return { before, after: foldEntity(decider, before, aside.wouldBeOf(stream)) };
}

/** @param sight absent for streams that hold nothing personal. */
export function deadlineChanges(
  actor: VerifiedActor,
  events: readonly RecordedEvent[],
  { before, after }: BeforeAndAfter,
  sight: Sight | undefined,
): DeadlineChanges {
  const shown =
    sight === undefined
      ? events
      : viewOf(actor.role).history === 'FULL'
        ? events.filter((event) => seesEvent(sight, event))
        : [];
  const of = (type: string, armed: EntityState<unknown>['armed']): WantedDeadline[] =>
    shown
      .filter((event) => event.type === type)
      .flatMap(({ data }) => {
        const found = armed[(data as { deadlineId: string }).deadlineId];
        return found === undefined ? [] : [{ kind: found.kind, subject: found.subject, dueAt: found.dueAt }];
      })
      .sort((a, b) => (a.dueAt.at < b.dueAt.at ? -1 : 1));
  return { armed: of('DeadlineArmed', after.armed), cancelled: of('DeadlineCancelled', before.armed) };
}

/** Only of cases whose minutes would move; an answer that changes none says nothing of them. */
export function balanceChanges(actor: VerifiedActor, { before, after }: BeforeAndAfter): BalanceChange[] {
  const [then, now] = [balances(actor, before), balances(actor, after)];
  return [...now]
    .filter(([caseId, balance]) => JSON.stringify(balance) !== JSON.stringify(then.get(caseId) ?? {}))
    .map(([caseId, balance]) => ({ caseId, before: then.get(caseId) ?? null, after: balance }));
}

function balances(actor: VerifiedActor, state: EntityState<unknown>): Map<string, Balance> {
  const entity = state as EntityState<JourneyState>;
  const caseIds = new Set(seenCases(actor, entity.domain).keys());
  return new Map(
    journeyView(actor, [{ entity, caseIds }]).cases.map((found) => {
      const { caseId, orderedMinutes, creditedMinutes, minutesLeft } = found as Balance & {
        readonly caseId: string;
      };
      return [
        caseId,
        {
          ...(orderedMinutes === undefined ? {} : { orderedMinutes }),
          ...(creditedMinutes === undefined ? {} : { creditedMinutes }),
          ...(minutesLeft === undefined ? {} : { minutesLeft }),
        },
      ];
    }),
  );
}

const RULES = rulesByEvent(NOTICE_RULES);

/** An office or site by its code, or by what it is to the person. */
export type ToldReader = { readonly code: string } | { readonly reader: NamedReader };

/** Who would be told by the rules of notices, of what the sender sees itself. */
export function toldReaders(stream: string, events: readonly EventView[]): ToldReader[] {
  const kind = stream.slice(0, stream.indexOf('/'));
  const found = new Map<string, ToldReader>();
  for (const { type, data } of events) {
    if (data === undefined) continue;
    for (const { when, tell } of rulesFor(RULES, kind, type)) {
      if (when !== undefined && !when(data as Readonly<Record<string, unknown>>)) continue;
      for (const { reader } of tell) {
        const told = toldReader(reader, data);
        if (told !== undefined) found.set(JSON.stringify(told), told);
      }
    }
  }
  return [...found.values()];
}

function toldReader(reader: Reader, data: unknown): ToldReader | undefined {
  if ('named' in reader) return { reader: reader.named };
  const code = valueAt(data, reader.field);
  if (typeof code === 'string') return { code };
  return reader.otherwise === undefined ? undefined : { reader: reader.otherwise };
}
