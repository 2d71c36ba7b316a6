/** Patterns that a healthy record never shows, put into small streams by hand. */
import { describe, expect, it } from 'vitest';
import type { Step } from '../../src/audit/life.ts';
import { oneHand } from '../../src/audit/lists/hands.ts';
import type { ListContext } from '../../src/audit/lists/list.ts';
import { overlaps } from '../../src/audit/lists/overlaps.ts';
import { evenSheets, faults, lostClaims, warnings } from '../../src/audit/lists/patterns.ts';
import { afterTheEnd, lateDeadlines, outOfHours } from '../../src/audit/lists/times.ts';
import type { WalkedStream } from '../../src/audit/walk.ts';
import type { JsonObject, Role } from '../../src/domain/decider.ts';

const context: ListContext = {
  thresholds: () => ({
    ...{ backdatingDays: 7, workingHours: [6, 20], daysAtLimit: 2, identicalEntries: 3, claimsLost: 2 },
    ...{ lateFiringHours: 24, dailyLimitMinutes: 480 },
  }),
  holidays: () => ['2026-04-03'],
};

interface Told {
  readonly by?: string;
  readonly role?: Role;
  readonly now?: string;
  readonly events?: readonly (readonly [type: string, data: JsonObject, date?: string])[];
  readonly decision?: object;
}

function streamOf(stream: string, told: readonly Told[]): WalkedStream {
  let version = 0;
  const steps = told.map(({ by = 'a', role = 'SITE_SUPERVISOR', now, events = [], decision }, index) => {
    const at = now ?? '2026-04-01T02:00:00.000Z';
    return {
      decision: {
        ...{ sequence: index + 1, now: at, outcome: 'accepted', name: 'x', detail: {} },
        actor: { id: by, role, office: 'kantor' },
        ...decision,
      },
      events: events.map(([type, data, date = '2026-04-01']) => {
        version += 1;
        const occurredAt = { at: `${date}T02:00:00.000Z`, date, zone: 'WIB' };
        return { type, data, version, occurredAt, recordedAt: at };
      }),
    } as unknown as Step;
  });
  return { stream, kind: stream.split('/')[0] ?? '', world: 'live', steps };
}
const patterns = (list: typeof oneHand, ...streams: WalkedStream[]): string[] => {
  const watch = list.watch(context);
  const rows = [...streams.flatMap((walked) => watch.stream(walked)), ...(watch.end?.() ?? [])];
  return rows.map(({ pattern, stream, decision }) => `${pattern} ${stream} ${decision}`);
};

describe('one hand in two roles', () => {
  it('corrects its own entry, confirms its own entry; two hands are two hands', () => {
    const walked = streamOf('journey/p1', [
      { by: 'a', events: [['SessionRecorded', { sessionId: 's1' }]] },
      { by: 'a', events: [['SessionConfirmed', { sessionId: 's1' }]] },
      { by: 'b', events: [['SessionConfirmed', { sessionId: 's1' }]] },
      { by: 'a', events: [['EventCorrected', { corrects: 1 }]] },
      { by: 'b', events: [['EventCorrected', { corrects: 1 }]] },
    ]);
    expect(patterns(oneHand, walked)).toEqual([
      'OWN_CONFIRMATION journey/p1 2',
      'OWN_CORRECTION journey/p1 4',
    ]);
  });
  it('assesses and approves one permit', () => {
    const permit = (approver: string) =>
      streamOf('permit/x', [
        { by: 'a', events: [['FeasibilityAssessed', {}]] },
        { by: approver, events: [['PermitApproved', {}]] },
      ]);
    expect(patterns(oneHand, permit('a'))).toEqual(['ASSESSED_AND_APPROVED permit/x 2']);
    expect(patterns(oneHand, permit('b'))).toEqual([]);
  });
});

describe('two places at once', () => {
  const session = (sessionId: string, date: string, version: number, more: object = {}) => ({
    ...{ sessionId, version, kind: 'WORK', status: 'CONFIRMED', siteId: `site-${sessionId}`, zone: 'WIB' },
    ...{ start: `${date}T08:00`, end: `${date}T12:00`, ...more },
  });
  /** One entry a step, and the state that they come to. */
  function lived(sessions: readonly ReturnType<typeof session>[], cases: object): WalkedStream {
    const walked = streamOf(
      'journey/p1',
      sessions.map(({ sessionId }) => ({ events: [['SessionRecorded', { sessionId }]] })),
    );
    const byId = Object.fromEntries(sessions.map((one) => [one.sessionId, one]));
    const after = { domain: { sessions: byId, prison: { cases } } };
    return { ...walked, steps: walked.steps.map((step) => ({ ...step, after }) as unknown as Step) };
  }
  const held = (release: string | null) => ({
    c2: {
      ...{ stage: 'ADMITTED', facility: 'lapas-1', sentence: { startedOn: '2026-04-02' } },
      release: release === null ? null : { on: release },
    },
  });
  const days = ['2026-04-01', '2026-04-02', '2026-04-09', '2026-04-10'];
  const work = days.map((date, index) => session(`s${index + 1}`, date, index + 1));

  it('is work from the first day of a sentence to before the release', () => {
    const told = ['IN_CUSTODY journey/p1 2', 'IN_CUSTODY journey/p1 3'];
    expect(patterns(overlaps, lived(work, held('2026-04-10')))).toEqual(told);
    expect(patterns(overlaps, lived(work, held(null)))).toEqual([...told, 'IN_CUSTODY journey/p1 4']);
  });

  it('is no work where the session was voided, or is training', () => {
    const others = [
      session('s1', '2026-04-03', 1, { status: 'VOID' }),
      session('s2', '2026-04-03', 2, { kind: 'TRAINING' }),
    ];
    expect(patterns(overlaps, lived(others, held(null)))).toEqual([]);
  });

  it('is two sessions whose times meet, in any zone, and not two that touch', () => {
    const pair = (start: string, more: object = {}) =>
      lived([session('s1', '2026-04-01', 1), session('s2', '2026-04-01', 2, { start, ...more })], {});
    expect(patterns(overlaps, pair('2026-04-01T11:59', { end: '2026-04-01T13:00' }))).toEqual([
      'STANDING journey/p1 2',
    ]);
    expect(patterns(overlaps, pair('2026-04-01T12:00', { end: '2026-04-01T13:00' }))).toEqual([]);
    // Noon in Jayapura is ten in Medan.
    const far = pair('2026-04-01T12:00', { end: '2026-04-01T13:00', zone: 'WIT' });
    expect(patterns(overlaps, far)).toEqual(['STANDING journey/p1 2']);
  });
});

describe('after the end', () => {
  it('is work dated after a death that stands, and entries of a closed case until it is opened again', () => {
    const entry = (date: string) => [['SessionRecorded', { sessionId: 's1', caseId: 'c1' }, date]] as const;
    const dead = streamOf('journey/p1', [
      { events: entry('2026-04-01') },
      { events: entry('2026-04-03') },
      { events: [['PersonDied', { diedOn: '2026-04-02' }]] },
    ]);
    expect(patterns(afterTheEnd, dead)).toEqual(['AFTER_DEATH journey/p1 2']);
    const annulled = streamOf('journey/p1', [
      { events: [['PersonDied', { diedOn: '2026-03-02' }]] },
      { events: [['DeathAnnulled', { diedOn: '2026-03-02' }]] },
      { events: [['CaseClosed', { caseId: 'c1' }]] },
      { events: entry('2026-04-01') },
      { events: [['CaseReopened', { caseId: 'c1' }]] },
      { events: entry('2026-04-02') },
    ]);
    expect(patterns(afterTheEnd, annulled)).toEqual(['AFTER_CLOSURE journey/p1 4']);
  });
});

describe('hours and timers', () => {
  it('an entry on a holiday by day is a day off, and a timer’s is nobody’s', () => {
    const events = [['SessionRecorded', {}]] as const;
    const walked = streamOf('journey/p1', [
      { now: '2026-04-03T03:00:00.000Z', events },
      { now: '2026-04-02T13:00:00.000Z', events },
      { now: '2026-04-03T03:00:00.000Z', events, role: 'SYSTEM' },
      { now: '2026-04-02T03:00:00.000Z', events },
    ]);
    expect(patterns(outOfHours, walked)).toEqual(['DAY_OFF journey/p1 1', 'NIGHT journey/p1 2']);
  });
  it('a deadline that fired a day and an hour late is listed, one of a day is not', () => {
    const fired = (firedAt: string) =>
      [['DeadlineFired', { kind: 'k', dueAt: { at: '2026-04-01T00:00:00.000Z' }, firedAt }]] as const;
    const walked = streamOf('class/k1', [
      { events: fired('2026-04-02T01:00:00.000Z') },
      { events: fired('2026-04-02T00:00:00.000Z') },
    ]);
    expect(patterns(lateDeadlines, walked)).toEqual(['FIRED_LATE class/k1 1']);
  });
});

describe('sheets', () => {
  const sheet = { sessionId: 's1', start: '2026-04-01T08:00', end: '2026-04-01T12:00' };
  const of = (person: string, by = 'a') =>
    streamOf(`journey/${person}`, [{ by, events: [['SessionRecorded', sheet]] }]);
  it('are too even from the third person of one account on', () => {
    expect(patterns(evenSheets, of('p1'), of('p2'))).toEqual([]);
    expect(patterns(evenSheets, of('p1'), of('p2'), of('p3', 'b'))).toEqual([]);
    expect(patterns(evenSheets, of('p1'), of('p2'), of('p3'))).toHaveLength(3);
  });
  it('are at the limit where two days have exactly eight hours, after what was taken back', () => {
    const day = (type: string, date: string, minutes: number) => [[type, { date, minutes }]] as const;
    const walked = streamOf('journey/p1', [
      { events: day('MinutesCredited', '2026-04-01', 480) },
      { events: day('MinutesCredited', '2026-04-02', 500) },
      { events: day('CreditWithdrawn', '2026-04-02', 20) },
    ]);
    expect(patterns(evenSheets, walked)).toEqual(['AT_LIMIT journey/p1 3']);
  });
});

describe('decisions', () => {
  it('with warnings, faults and lost claims are listed by their sequence', () => {
    const lost = { outcome: 'refused', detail: { lostClaims: [{ key: 'site/puskesmas/2026-04-01' }] } };
    const walked = streamOf('journey/p1', [
      { decision: { detail: { warnings: [{ code: 'OVERWORK', parameters: {} }] }, firstVersion: 1 } },
      { decision: { outcome: 'fault' } },
      { decision: lost },
    ]);
    expect(patterns(warnings, walked)).toEqual(['OVERWORK journey/p1 1']);
    expect(patterns(faults, walked)).toEqual(['FAULT journey/p1 2']);
    expect(patterns(lostClaims, walked)).toEqual([]);
    expect(patterns(lostClaims, walked, streamOf('journey/p2', [{ decision: lost }]))).toEqual([
      ...['LOST journey/p1 3', 'LOST journey/p2 1'],
    ]);
  });
});
