/** The release watch, 60/30/14 days before the release, through any sequence of changed dates (I.7). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, momentAt, startOfDay } from '../../src/domain/time/index.ts';
import type { LocalDate } from '../../src/domain/time/moment.ts';
import { instant, type Story } from '../journey/story.ts';
import { does, imported, prisonCase, twoYears } from './prison-world.ts';

const SEED = 20_260_202;

const moveTo = (story: Story, to: LocalDate) =>
  does(story, 'change-release-date', { from: prisonCase(story).releaseOn, to, reason: 'SDP_CORRECTION' });

/** Points armed by and by: what the case holds for later, the first of which is the timer. */
const ahead = (story: Story) => prisonCase(story).watchDays;

describe('the release watch', () => {
  it('raises each point on its day, once', () => {
    const story = imported();
    expect(story.dueAt('release-watch')).toBe(instant('2027-11-06T00:00'));
    story.at('2028-01-04T12:00');
    expect(story.all('ReleaseWatchRaised').map(({ data }) => data)).toEqual([
      { caseId: 'c1', points: [60], releaseOn: '2028-01-05', facility: 'lapas-medan' },
      { caseId: 'c1', points: [30], releaseOn: '2028-01-05', facility: 'lapas-medan' },
      { caseId: 'c1', points: [14], releaseOn: '2028-01-05', facility: 'lapas-medan' },
    ]);
    expect(story.waitsFor()).toEqual(['release-date']);
  });

  it('raises points that have passed as one when the date comes nearer', () => {
    const story = imported().at('2026-08-10T09:00');
    const { events } = moveTo(story, '2026-09-01');
    expect(events.map(({ type, data }) => [type, (data as { points?: number[] }).points])).toEqual([
      ['ReleaseDateChanged', undefined],
      ['ReleaseWatchRaised', [60, 30]],
    ]);
    expect(ahead(story)).toEqual([14]);
    expect(story.dueAt('release-watch')).toBe(instant('2026-08-18T00:00'));
  });

  it('is armed anew when the date goes away again', () => {
    const story = imported().at('2026-08-10T09:00');
    moveTo(story, '2026-09-01');
    moveTo(story, '2027-03-01');
    expect(ahead(story)).toEqual([60, 30, 14]);
    expect(story.dueAt('release-watch')).toBe(instant('2026-12-31T00:00'));
  });

  it('raises what passed in an outage as one', () => {
    const story = imported().outage('2028-01-02T09:00');
    expect(story.all('ReleaseWatchRaised').map(({ data }) => (data as { points: number[] }).points)).toEqual([
      [60, 30, 14],
    ]);
  });

  it('combines what is already near at the import', () => {
    const story = imported({ releaseOn: '2026-02-20' });
    expect(story.all('ReleaseWatchRaised').map(({ data }) => data)).toEqual([
      { caseId: 'c1', points: [60, 30], releaseOn: '2026-02-20', facility: 'lapas-medan' },
    ]);
    expect(ahead(story)).toEqual([14]);
  });

  it('waits while the person is on the run, and catches up as one (B-11)', () => {
    const story = imported().at('2027-11-01T09:00');
    does(story, 'record-escape', { on: '2027-11-01' });
    story.at('2027-12-20T09:00');
    expect(story.all('ReleaseWatchRaised')).toEqual([]);
    does(story, 'record-recapture', { on: '2027-12-20' });
    story.at('2027-12-20T09:01');
    expect(story.all('ReleaseWatchRaised').map(({ data }) => (data as { points: number[] }).points)).toEqual([
      [60, 30],
    ]);
  });

  it('tells who is still held after the release date', () => {
    const story = imported().at('2028-01-06T09:00');
    expect(story.all('ReleaseOverdue')).toHaveLength(1);
    moveTo(story, '2028-02-01');
    story.at('2028-02-02T09:00');
    moveTo(story, '2028-01-05');
    expect(story.all('ReleaseOverdue')).toHaveLength(3);
  });
});

const anyChange = fc.record({
  wait: fc.integer({ min: 0, max: 40 }),
  to: fc.integer({ min: -20, max: 200 }),
  outage: fc.boolean(),
});

it('after any changes exactly the points ahead are armed, and none is raised twice for one date', () => {
  fc.assert(
    fc.property(fc.array(anyChange, { minLength: 1, maxLength: 12 }), (changes) => {
      const story = imported();
      for (const { wait, to, outage } of changes) {
        const today = momentAt(story.now, 'WIB').date;
        const later = `${addDays(today, wait)}T09:00`;
        if (wait > 0) outage ? story.outage(later) : story.at(later);
        const target = addDays(momentAt(story.now, 'WIB').date, to);
        const { releaseOn } = prisonCase(story);
        if (target === releaseOn || target < twoYears().sentence.startedOn) continue;
        const { events } = moveTo(story, target);
        expect(events.filter(({ type }) => type === 'ReleaseWatchRaised').length).toBeLessThanOrEqual(1);

        const pointsAhead = [60, 30, 14].filter(
          (point) => startOfDay(addDays(target, -point), 'WIB').at > story.now,
        );
        expect(ahead(story)).toEqual(pointsAhead);
        const [next] = pointsAhead;
        expect(story.dueAt('release-watch')).toBe(
          next === undefined ? undefined : startOfDay(addDays(target, -next), 'WIB').at,
        );
      }
      const raised = story.all('ReleaseWatchRaised').length;
      const left = ahead(story).length;
      story.at('2031-01-01T00:00');
      expect(story.all('ReleaseWatchRaised').length).toBe(raised + left);
    }),
    { seed: SEED, numRuns: 80 },
  );
});
