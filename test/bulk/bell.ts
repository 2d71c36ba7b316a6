/** A small entity with everything that the bulk door must get right: deadlines, claims, facts, messages, bugs. */
import { randomUUID } from 'node:crypto';
import type { Command, Decider, JsonObject, RecordedEvent } from '../../src/domain/decider.ts';
import { momentAt } from '../../src/domain/time/moments.ts';
import { STAFF } from '../support/running-case.ts';

export interface Bell {
  readonly dueAt: string | null;
  readonly rung: number;
  readonly count: number;
}

export const bell: Decider<Bell> = {
  kind: 'bell',
  snapshotShape: 1,
  initialState: () => ({ dueAt: null, rung: 0, count: 0 }),
  decide(state, command, context) {
    const data = command.data as JsonObject;
    switch (command.name) {
      case 'set':
        return { kind: 'accepted', events: [{ type: 'BellSet', data }] };
      case 'count':
        return { kind: 'accepted', events: [{ type: 'Counted', data: { to: state.count + 1 } }] };
      case 'take': {
        if (context.lostClaims.length > 0) {
          return { kind: 'refused', refusal: { code: 'NO_SEAT', parameters: {} } };
        }
        const claim = { kind: 'take', key: String(data.key), holder: command.commandId } as const;
        return { kind: 'accepted', events: [{ type: 'Taken', data: {} }], claims: [claim] };
      }
      case 'ask': {
        const value = context.fact<string>('bell/fact') ?? 'none';
        const message = { target: 'bell/other', name: 'count', data: {} };
        return { kind: 'accepted', events: [{ type: 'Asked', data: { value } }], messages: [message] };
      }
      case 'fire-deadline':
        return { kind: 'accepted', events: [{ type: 'BellRang', data: { count: state.count } }] };
      case 'throw':
        throw new TypeError('a bug');
      default:
        // An event type that the ledger's CHECK refuses: a bug of this decider.
        return { kind: 'accepted', events: [{ type: '', data: {} }] };
    }
  },
  evolve(state, event: RecordedEvent) {
    switch (event.type) {
      case 'BellSet':
        return { ...state, dueAt: (event.data as { dueAt: string }).dueAt };
      case 'BellRang':
        return { ...state, dueAt: null, rung: state.rung + 1 };
      case 'Counted':
        return { ...state, count: (event.data as { to: number }).to };
      default:
        return state;
    }
  },
  deadlines: ({ dueAt }) =>
    dueAt === null ? [] : [{ kind: 'ring', subject: 'bell', dueAt: momentAt(dueAt, 'WIB') }],
};

export const bellDeciders: ReadonlyMap<string, Decider<unknown>> = new Map([
  ['bell', bell as Decider<unknown>],
]);

export const newBell = (): string => `bell/${randomUUID()}`;

export const bellCommand = (
  name: string,
  data: JsonObject = {},
  commandId = `test:${randomUUID()}`,
): Command => ({
  ...{ commandId, name, data, actor: STAFF },
});
