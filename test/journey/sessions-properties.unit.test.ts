/** What must hold of sessions whatever happens (I-1, I-2, I-3, I-9). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../src/domain/decider.ts';
import { instantMilliseconds, momentOf } from '../../src/domain/time/index.ts';
import type { Step } from './session-arbitraries.ts';
import { anyEntry, anyStep, commandsOf, later, NOW, run, SEED } from './session-arbitraries.ts';
import type { World } from './session-world.ts';
import {
  command,
  creditedOf,
  inExecution,
  prosecutor,
  recordSession,
  sessionOf,
  wib,
} from './session-world.ts';

const CASES = [
  { caseId: 'c1', startedOn: '2026-04-01', orderedHours: 24 },
  { caseId: 'c2', startedOn: '2026-04-01', orderedHours: 8, siteId: 'mosque' },
] as const;
const WINDOW_END = '2026-09-28';
const twoCases = (): World => inExecution(...CASES);

interface Posting {
  readonly caseId: string;
  readonly sessionId: string;
  readonly date: string;
  readonly minutes: number;
  readonly insteadOf?: string;
}

/** Lives a whole story and hands back every posting of minutes in it, signed. */
function live(steps: readonly Step[], now = NOW): { world: World; postings: Posting[] } {
  const postings: Posting[] = [];
  let world = twoCases();
  const keep = (events: readonly DomainEvent[]): void => {
    for (const { type, data } of events) {
      const posting = data as Posting;
      if (type === 'MinutesCredited') postings.push(posting);
      if (type === 'CreditWithdrawn') postings.push({ ...posting, minutes: -posting.minutes });
    }
  };
  for (const step of steps) {
    for (const one of commandsOf(world, step)) {
      const outcome = world.when(one, now);
      if (outcome.round.outcome !== 'accepted') break;
      keep(outcome.events);
      world = outcome.next;
    }
  }
  return { world, postings };
}

const sumBy = (postings: readonly Posting[], keyOf: (posting: Posting) => string): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const posting of postings) {
    const key = keyOf(posting);
    sums.set(key, (sums.get(key) ?? 0) + posting.minutes);
  }
  return sums;
};

const steps = fc.array(anyStep, { minLength: 1, maxLength: 12 });
/** Half of the stories are written before the window ends, half after it. */
const moments = fc.constantFrom(NOW, wib('2026-09-28T22:00'));

describe('whatever happens to sessions', () => {
  it('I-1: never credits a person more than 480 minutes on a date, at any time', () => {
    fc.assert(
      fc.property(steps, moments, (story, now) => {
        const { postings } = live(story, now);
        const onDate = new Map<string, number>();
        for (const { date, minutes } of postings) {
          const credited = (onDate.get(date) ?? 0) + minutes;
          expect(credited).toBeGreaterThanOrEqual(0);
          expect(credited).toBeLessThanOrEqual(480);
          onDate.set(date, credited);
        }
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it('I-2: never credits a case above its ordered total, and the postings are the balance', () => {
    fc.assert(
      fc.property(steps, moments, (story, now) => {
        const { world, postings } = live(story, now);
        const perCase = sumBy(postings, ({ caseId }) => caseId);
        const perSession = sumBy(postings, ({ sessionId, date }) => `${sessionId} ${date}`);
        for (const { caseId, orderedHours } of CASES) {
          expect(creditedOf(world, caseId)).toBe(perCase.get(caseId) ?? 0);
          expect(creditedOf(world, caseId)).toBeLessThanOrEqual(orderedHours * 60);
        }
        for (const { sessionId, credited } of Object.values(world.state.domain.sessions)) {
          for (const [date, minutes] of Object.entries(credited)) {
            expect(minutes).toBe(perSession.get(`${sessionId} ${date}`));
          }
        }
      }),
      { seed: SEED + 1, numRuns: 200 },
    );
  });

  it('I-3: credits work after the window only where a prosecutor set the window aside', () => {
    fc.assert(
      fc.property(steps, (story) => {
        const { postings } = live(story);
        const allowed = [
          'WINDOW_CLOSED',
          'DISPUTED',
          'DECIDED_NOT_CREDITED',
          'DAILY_LIMIT',
          'ORDERED_TOTAL_REACHED',
        ];
        for (const { date, minutes, insteadOf } of postings) {
          if (date <= WINDOW_END || minutes < 0) continue;
          expect(allowed).toContain(insteadOf);
        }
        const undecided = live(story.filter(({ kind }) => kind !== 'credit'));
        expect(undecided.postings.filter(({ date }) => date > WINDOW_END)).toEqual([]);
      }),
      { seed: SEED + 2, numRuns: 150 },
    );
  });

  it('S07: no two credited sessions share an instant', () => {
    fc.assert(
      fc.property(steps, (story) => {
        const { world } = live(story);
        const spans = Object.values(world.state.domain.sessions)
          .filter(({ status, end }) => status !== 'VOID' && end !== null)
          .filter(({ credited }) => Object.keys(credited).length > 0)
          .map(({ start, end, zone }) =>
            [start, end as string].map((reading) => instantMilliseconds(momentOf(reading, zone).at)),
          )
          .sort(([left = 0], [right = 0]) => left - right);
        for (let index = 1; index < spans.length; index += 1) {
          expect(spans[index]?.[0]).toBeGreaterThanOrEqual(spans[index - 1]?.[1] ?? 0);
        }
      }),
      { seed: SEED + 3, numRuns: 100 },
    );
  });

  it('never asks for a timer that has fired', () => {
    fc.assert(
      fc.property(steps, (story) => {
        const { world } = live(story, wib('2026-09-28T22:00'));
        const { spec } = world.wakeUp(wib('2026-11-01T09:00'));
        const left = Object.values(spec.state.armed).filter(({ kind }) => kind.startsWith('session-'));
        expect(left).toEqual([]);
      }),
      { seed: SEED + 4, numRuns: 50 },
    );
  });
});

describe('corrections', () => {
  const story = fc.array(fc.record({ kind: fc.constantFrom('site', 'device'), entry: anyEntry }), {
    minLength: 0,
    maxLength: 6,
  });
  const inOneCase = (world: World): number => creditedOf(world);
  const oneCase = (entry: typeof anyEntry) => entry.map((one) => ({ ...one, caseId: 'c1' }));
  const single = () => inExecution({ ...CASES[0], orderedHours: 10 });

  const tell = (world: World, steps_: readonly Step[]): World =>
    steps_.reduce((reached, step) => run(reached, commandsOf(reached, step)), world);
  const standing = (world: World): string[] =>
    Object.values(world.state.domain.sessions)
      .filter(({ status }) => status !== 'VOID')
      .map(({ start, end, siteId }) => `${siteId} ${start} ${end}`)
      .sort();

  it('leave the balance as if the wrong entry had never been', () => {
    let compared = 0;
    fc.assert(
      fc.property(oneCase(anyEntry), story, (wrong, rest) => {
        const others = rest.map((step) => ({ ...step, entry: { ...step.entry, caseId: 'c1' } })) as Step[];
        const mistaken = tell(single(), [{ kind: 'device', entry: wrong }, ...others]);
        const never = tell(single(), others);
        if (mistaken.state.domain.sessions.s1 === undefined) return;
        const { version } = sessionOf(mistaken, 's1');
        const corrected = run(mistaken, [
          command('correct-entry', { version, reason: 'sealed:v1:x' }, prosecutor),
        ]);
        // The wrong entry may have kept others out altogether: those were refused, and are not comparable.
        if (standing(corrected).join() !== standing(never).join()) return;
        compared += 1;
        expect(inOneCase(corrected)).toBe(inOneCase(never));
      }),
      { seed: SEED + 5, numRuns: 200 },
    );
    expect(compared).toBeGreaterThan(50);
  });

  it('with a replacement leave it as if only the right entry had been made', () => {
    let compared = 0;
    fc.assert(
      fc.property(oneCase(anyEntry), oneCase(anyEntry), story, (wrong, right, rest) => {
        const others = rest.map((step) => ({ ...step, entry: { ...step.entry, caseId: 'c1' } })) as Step[];
        const mistaken = tell(single(), [{ kind: 'device', entry: wrong }, ...others]);
        if (mistaken.state.domain.sessions.s1 === undefined) return;
        const { version } = sessionOf(mistaken, 's1');
        const { siteId = 'puskesmas', start, end, breaks = [] } = right;
        const replacement = { siteId, start, end, breaks };
        const data = { version, reason: 'sealed:v1:x', replacement };
        const replaced = mistaken.when(command('correct-entry', data, prosecutor), NOW);
        if (replaced.round.outcome !== 'accepted') return;
        const newest = `s${replaced.next.state.domain.sessionCount}`;
        const confirm = command('confirm-session', { sessionId: newest }, siteOf(siteId));
        const corrected = run(replaced.next, [confirm]);
        const straight = tell(single(), [{ kind: 'site', entry: right }, ...others]);
        if (standing(corrected).join() !== standing(straight).join()) return;
        compared += 1;
        expect(inOneCase(corrected)).toBe(inOneCase(straight));
      }),
      { seed: SEED + 6, numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(50);
  });
});

const siteOf = (siteId: string) => ({ id: 'a-site', role: 'SITE_SUPERVISOR', office: siteId }) as const;

describe('the order of entries', () => {
  it('does not matter where they neither overlap nor exceed a day', () => {
    const slots = fc.uniqueArray(
      fc.record({
        day: fc.nat({ max: 5 }),
        half: fc.nat({ max: 1 }),
        minutes: fc.integer({ min: 1, max: 240 }),
      }),
      { selector: ({ day, half }) => `${day} ${half}`, minLength: 2, maxLength: 8 },
    );
    const shuffled = slots.chain((entries) =>
      fc.tuple(
        fc.constant(entries),
        fc.shuffledSubarray(entries, { minLength: entries.length, maxLength: entries.length }),
      ),
    );
    const now = wib('2026-04-20T09:00');
    const recordAll = (entries: readonly { day: number; half: number; minutes: number }[]): World =>
      entries.reduce(
        (world, { day, half, minutes }) => {
          const start = `2026-04-0${day + 2}T${half === 0 ? '07' : '13'}:00`;
          return world.when(recordSession({ start, end: later(start, minutes) }), now).next;
        },
        inExecution({ orderedHours: 12 }),
      );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        const [left, right] = [recordAll(one), recordAll(other)];
        expect(creditedOf(left)).toBe(creditedOf(right));
        expect(creditedOf(left)).toBe(
          Math.min(
            720,
            one.reduce((sum, { minutes }) => sum + minutes, 0),
          ),
        );
        expect(left.state.domain.cases.c1?.stage).toBe(right.state.domain.cases.c1?.stage);
      }),
      { seed: SEED + 7, numRuns: 100 },
    );
  });
});
