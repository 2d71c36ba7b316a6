/**
 * A breach that touched this person's data: 72 clock hours to tell the person and the agency (art. 46 UU
 * 27/2022, I.7). No working-day rule holds; from hour 48 it is escalated every hour, and after hour 72 every
 * day, until both are told.
 *
 * DataBreachDetected --> DataBreachEscalated ... --> DataBreachNotified (person) + (agency) --> over
 */
import { refuseWith } from '../../law/refusals.ts';
import { instantMilliseconds, momentAt } from '../../time/index.ts';
import type { Instant } from '../../time/moment.ts';
import {
  accepted,
  type CommandHandlers,
  type Evolvers,
  type FiringHandlers,
  happenedOn,
} from '../handlers.ts';
import { zoneOf } from '../zones.ts';
import { hoursAfter } from './rights.ts';
import { changeKeeping, type DataBreach } from './state.ts';

const HOUR_MS = 3_600_000;
const HOURS_A_DAY = 24;

const hoursBetween = (from: Instant, to: Instant): number =>
  Math.ceil((instantMilliseconds(to) - instantMilliseconds(from)) / HOUR_MS);

const BOTH = ['PERSON', 'AGENCY'] as const;

export const dataBreachHandlers: CommandHandlers<'report-data-breach' | 'notify-data-breach'> = {
  'report-data-breach': (state, { data, occurredAt }, context) => {
    if (state.keeping.breaches.some(({ breachId }) => breachId === data.breachId)) {
      return refuseWith('ALREADY_DONE', { breachId: data.breachId });
    }
    const zone = zoneOf(state);
    // The hours run from when it was detected, not from when somebody found the time to enter it.
    const detectedAt = occurredAt?.at ?? context.now;
    const on = happenedOn(context, zone);
    const notify = context.policy<number>('data_breach_notice_hours', on);
    const escalate = context.policy<number>('data_breach_escalation_hours', on);
    const first = hoursAfter(detectedAt, escalate);
    return accepted([
      {
        type: 'DataBreachDetected',
        data: {
          ...data,
          notifyBy: momentAt(hoursAfter(detectedAt, notify), zone),
          escalateAt: momentAt(first > context.now ? first : context.now, zone),
        },
      },
    ]);
  },
  'notify-data-breach': (state, { data }, context) => {
    const found = state.keeping.breaches.find(({ breachId }) => breachId === data.breachId);
    if (found === undefined) return refuseWith('BREACH_UNKNOWN', { breachId: data.breachId });
    if (found.told.includes(data.told)) return refuseWith('ALREADY_DONE', { breachId: data.breachId });
    const late = (context.command.occurredAt?.at ?? context.now) > found.notifyBy.at;
    return accepted([{ type: 'DataBreachNotified', data: { ...data, late } }]);
  },
};

const changed = (
  breaches: readonly DataBreach[],
  breachId: string,
  change: (found: DataBreach) => Partial<DataBreach>,
): DataBreach[] =>
  breaches.map((found) => (found.breachId === breachId ? { ...found, ...change(found) } : found));

export const dataBreachEvolvers: Evolvers<
  'DataBreachDetected' | 'DataBreachEscalated' | 'DataBreachNotified'
> = {
  DataBreachDetected: (state, { data: { breachId, notifyBy, escalateAt } }) =>
    changeKeeping(state, {
      breaches: [...state.keeping.breaches, { breachId, notifyBy, escalateAt, told: [] }],
    }),
  DataBreachEscalated: (state, { data }) =>
    changeKeeping(state, {
      breaches: changed(state.keeping.breaches, data.breachId, () => ({ escalateAt: data.nextAt })),
    }),
  DataBreachNotified: (state, { data }) =>
    changeKeeping(state, {
      breaches: changed(state.keeping.breaches, data.breachId, (found) => {
        const told = [...found.told, data.told];
        return { told, ...(BOTH.every((one) => told.includes(one)) ? { escalateAt: null } : {}) };
      }),
    }),
};

export const dataBreachFirings: FiringHandlers = {
  'data-breach-escalation': (state, { subject, dueAt }) => {
    const found = state.keeping.breaches.find(({ breachId }) => breachId === subject);
    if (found === undefined) return [];
    const hoursLeft = Math.max(0, hoursBetween(dueAt.at, found.notifyBy.at));
    const nextAt = momentAt(hoursAfter(dueAt.at, hoursLeft > 0 ? 1 : HOURS_A_DAY), dueAt.zone);
    return [{ type: 'DataBreachEscalated', data: { breachId: subject, hoursLeft, nextAt } }];
  },
};
