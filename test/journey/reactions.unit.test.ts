/** Reactions may add much to a decision, and not without end; what was decided itself may be as long as it is. */
import { describe, expect, it } from 'vitest';
import { BrokenInvariant } from '../../src/domain/decide.ts';
import type { DecideContext } from '../../src/domain/decider.ts';
import type { JourneyEvent } from '../../src/domain/journey/events.ts';
import type { Reactions } from '../../src/domain/journey/part.ts';
import { MOST_REACTIONS, reactorsOf, withReactions } from '../../src/domain/journey/reactions.ts';
import { addDays } from '../../src/domain/time/index.ts';
import { command, inExecution, prosecutor, type World, wib } from './session-world.ts';

/** The longest sentence, an hour at a time. */
const SESSIONS = 240;
const STARTED = '2026-04-01';

/** Somebody with that many sessions of an hour, one a day, each credited. */
const workedDaily = (sessions: number): World =>
  inExecution({ startedOn: STARTED }).given(
    Array.from({ length: sessions }, (_, nth) => {
      const date = addDays(STARTED, nth);
      const session = { sessionId: `s${nth + 1}`, caseId: 'c1' };
      const [start, end] = [`${date}T08:00:00`, `${date}T09:00:00`];
      return [
        {
          type: 'SessionRecorded',
          data: {
            ...{ ...session, siteId: 'puskesmas', zone: 'WIB', start, end, breaks: [] },
            ...{ parts: [{ date, start, end, minutes: 60 }], confirmBy: null, escalateAt: null },
          },
        },
        { type: 'MinutesCredited', data: { ...session, date, minutes: 60, kind: 'WORK' } },
      ];
    }).flat(),
  );

describe('a death recorded late', () => {
  it('takes back every session since, also those of a whole sentence', () => {
    const died = command('record-death', { diedOn: '2026-03-31' }, prosecutor);
    const { events, next } = workedDaily(SESSIONS).when(died, wib('2027-12-01T09:00'));
    const counted = (type: string) => events.filter((event) => event.type === type).length;
    expect(counted('PersonDied')).toBe(1);
    expect(counted('CreditWithdrawn')).toBe(240);
    expect(counted('WorkAfterDeathRecorded')).toBe(240);
    expect(next.state.domain.cases.c1?.creditedMinutes).toBe(0);
  });
});

describe('reactions', () => {
  const world = inExecution();
  const context = {
    now: wib('2026-04-07T09:00'),
    command: command('record-death', { diedOn: '2026-04-06' }, prosecutor),
  } as unknown as DecideContext;
  const death: JourneyEvent = { type: 'PersonDied', data: { diedOn: '2026-04-06' } };
  const ask = (reactions: Reactions, events: readonly JourneyEvent[]) =>
    withReactions(
      reactorsOf([reactions]),
      (state) => state,
      world.state.domain,
      { kind: 'accepted', events },
      context,
    );
  /** Adds that many to the first of a decision, and nothing to what was added. */
  const adding = (count: number): Reactions => {
    let asked = false;
    return {
      PersonDied: () => {
        if (asked) return undefined;
        asked = true;
        return { events: Array.from({ length: count }, () => death) };
      },
    };
  };

  it.each([1, 900])('add up to their limit to a decision of %i events', (own) => {
    const events = Array.from({ length: own }, () => death);
    expect(ask(adding(MOST_REACTIONS), events).events).toHaveLength(own + 400);
    expect(() => ask(adding(MOST_REACTIONS + 1), events)).toThrow(BrokenInvariant);
  });

  it('that answer one another for ever are stopped', () => {
    expect(() => ask({ PersonDied: () => ({ events: [death] }) }, [death])).toThrow(BrokenInvariant);
  });
});
