/** Random lives of sessions: entries, devices, disputes, decisions and corrections. */
import fc from 'fast-check';
import type { Command } from '../../src/domain/decider.ts';
import { instantMilliseconds, instantOf, localDateTimeOf, momentAt } from '../../src/domain/time/index.ts';
import type { Instant, LocalDateTime } from '../../src/domain/time/moment.ts';
import type { Entry, World } from './session-world.ts';
import { command, prosecutor, recordSession, staff, supervisorOf, wib } from './session-world.ts';

/** One seed for all properties about sessions: a failure prints it together with its path. */
export const SEED = 20_260_401;

const SITES = ['puskesmas', 'mosque', 'jayapura'] as const;
const MINUTE = 60_000;

export const later = (reading: LocalDateTime, minutes: number): LocalDateTime => {
  const moved = instantOf(instantMilliseconds(wib(reading)) + minutes * MINUTE);
  return localDateTimeOf(momentAt(moved, 'WIB')).slice(0, 16);
};

/** Few dates, close to the end of a window on 2026-09-28, so that limits and the window are met often. */
const FIRST_READING = '2026-09-26T00:00';

export const anyEntry: fc.Arbitrary<Entry & { caseId: string }> = fc
  .record({
    caseId: fc.constantFrom('c1', 'c2'),
    siteId: fc.constantFrom(...SITES),
    offset: fc.integer({ min: 0, max: 4 * 24 * 4 }).map((quarters) => quarters * 15),
    length: fc.integer({ min: 1, max: 44 }).map((quarters) => quarters * 15 + 1),
    pause: fc.option(fc.integer({ min: 10, max: 60 }), { nil: undefined }),
  })
  .map(({ caseId, siteId, offset, length, pause }) => {
    const start = later(FIRST_READING, offset);
    const breaks =
      pause === undefined || pause >= length - 2
        ? []
        : [{ start: later(start, 1), end: later(start, 1 + pause) }];
    return { caseId, siteId, start, end: later(start, length), breaks };
  });

export type Step =
  | { readonly kind: 'manual' | 'site' | 'device'; readonly entry: Entry & { caseId: string } }
  | { readonly kind: 'confirm' | 'dispute' | 'credit' | 'reject' | 'void'; readonly nth: number }
  | { readonly kind: 'replace'; readonly nth: number; readonly entry: Entry & { caseId: string } };

const nth = fc.nat({ max: 11 });

export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom('manual', 'site', 'device'), entry: anyEntry }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constantFrom('confirm', 'dispute', 'credit', 'reject', 'void'), nth }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('replace' as const), nth, entry: anyEntry }) },
);

/** Everything is entered on two days: just before and just after the window's end, or well after it. */
export const NOW: Instant = wib('2026-10-05T12:00');

const reason = 'sealed:v1:reason';

/** The commands of a step on a world; none where the step names a session that is not there. */
export function commandsOf(world: World, step: Step): readonly Command[] {
  if ('entry' in step && step.kind !== 'replace') {
    const { entry } = step;
    const { caseId, siteId = 'puskesmas', start, end, breaks = [] } = entry;
    const site = supervisorOf(siteId);
    if (step.kind === 'manual') return [recordSession(entry, staff)];
    const sessionId = `s${world.state.domain.sessionCount + 1}`;
    // Elsewhere than at its own place the office enters it, and the site confirms.
    if (world.state.domain.cases[caseId]?.site?.siteId !== siteId) {
      return [recordSession(entry, staff), command('confirm-session', { sessionId }, site)];
    }
    if (step.kind === 'site') return [recordSession(entry, site)];
    return [
      command('check-in-session', { caseId, siteId, at: start }, site),
      command('check-out-session', { sessionId, at: end, breaks }, site),
    ];
  }
  const session = world.state.domain.sessions[`s${step.nth + 1}`];
  if (session === undefined) return [];
  const { sessionId, version, siteId } = session;
  const site = supervisorOf(siteId);
  switch (step.kind) {
    case 'confirm':
      return [command('confirm-session', { sessionId }, site)];
    case 'dispute':
      return [command('dispute-session', { sessionId, reason }, site)];
    case 'credit':
    case 'reject':
      return [
        command('decide-session-credit', { sessionId, credited: step.kind === 'credit', reason }, prosecutor),
      ];
    case 'void':
      return [command('correct-entry', { version, reason }, prosecutor)];
    default: {
      const { siteId: other = 'puskesmas', start, end, breaks = [] } = step.entry;
      const replacement = { siteId: other, start, end, breaks };
      return [command('correct-entry', { version, reason, replacement }, prosecutor)];
    }
  }
}

/** Runs the commands; a refused one changes nothing, and ends its step. */
export function run(world: World, commands: readonly Command[], now: Instant = NOW): World {
  let reached = world;
  for (const one of commands) {
    const outcome = reached.when(one, now);
    if (outcome.round.outcome !== 'accepted') return reached;
    reached = outcome.next;
  }
  return reached;
}
