/** I-3: work outside every window is stored and never credited by itself, also when a new window follows. */
import { describe, expect, it } from 'vitest';
import { minutesLeft } from '../../src/domain/journey/completion.ts';
import type { Story } from './story.ts';
import { prosecutor, staff, supervisor, types } from './story.ts';
import { datesOn, running, works } from './way.ts';

const WEEKDAYS = [1, 2, 3, 4, 5];

/** 80 hours ordered, 40 done; the window ended on 26 September and the review is open. */
function ended(): Story {
  const story = running({ ruling: { orderedHours: 80 } });
  works(story, datesOn(WEEKDAYS, '2026-03-30', 5), 8);
  return story.at('2026-10-12T09:00');
}

const repeated = (story: Story, repeatHours = 40): void => {
  story.accepts('record-breach-decision', {
    ...{ caseId: 'c1', outcome: 'REPEAT', repeatHours, windowEndsOn: '2026-12-31' },
  });
};

const entered = (story: Story, date: string, actor = supervisor) =>
  story.accepts(
    'record-session',
    { caseId: 'c1', siteId: 'puskesmas', start: `${date}T08:00`, end: `${date}T12:00`, breaks: [] },
    { actor },
  );

const reasons = (story: Story) => story.all('MinutesNotCredited').map(({ data }) => data);

describe('after a repeat was ordered', () => {
  it('does not credit work dated between the old window and the order', () => {
    const story = ended();
    repeated(story);
    entered(story, '2026-10-05');
    expect(reasons(story)).toMatchObject([{ date: '2026-10-05', minutes: 240, reason: 'WINDOW_CLOSED' }]);
    expect(minutesLeft(story.case())).toBe(2_400);
  });

  it('credits work from the day of the order on', () => {
    const story = ended();
    repeated(story);
    story.at('2026-10-12T18:00');
    entered(story, '2026-10-12');
    expect(minutesLeft(story.case())).toBe(2_160);
  });

  it('leaves work of the old window to the prosecutor, whose decision lessens the repeat', () => {
    const story = ended();
    repeated(story);
    entered(story, '2026-09-25');
    expect(reasons(story)).toMatchObject([{ date: '2026-09-25', reason: 'WINDOW_CLOSED' }]);
    const decision = { sessionId: 's6', credited: true, reason: 'sealed:v1:sheet' };
    story.accepts('decide-session-credit', decision);
    expect(minutesLeft(story.case())).toBe(2_160);
  });

  it('leaves it to the prosecutor too where the site confirms only afterwards', () => {
    const story = ended();
    entered(story, '2026-09-25', staff);
    repeated(story);
    const sent = story.accepts('confirm-session', { sessionId: 's6' }, { actor: supervisor });
    expect(types(sent)).toEqual(['SessionConfirmed', 'MinutesNotCredited']);
    expect(sent.events[1]?.data).toMatchObject({
      reason: 'WINDOW_CLOSED',
      insteadOf: 'AWAITING_CONFIRMATION',
    });
    expect(minutesLeft(story.case())).toBe(2_400);
  });

  it('adds no hours when earlier work turns out to be wrong (I-5), and gives them back', () => {
    const story = ended();
    repeated(story);
    const dispute = { sessionId: 's1', reason: 'sealed:v1:absent' };
    story.accepts('dispute-session', dispute, { actor: prosecutor });
    expect(story.case().creditedMinutes).toBe(1_920);
    expect(minutesLeft(story.case())).toBe(2_400);
    story.accepts('decide-session-credit', { ...dispute, credited: true });
    expect(story.case().creditedMinutes).toBe(2_400);
    expect(minutesLeft(story.case())).toBe(2_400);
  });

  it('completes at once where work of the decision’s day already fills the repeat', () => {
    const story = running({ ruling: { orderedHours: 80 } });
    story.accepts('open-breach-review', { caseId: 'c1', note: 'sealed:v1:absent' });
    works(story, ['2026-04-01'], 8);
    const sent = story.accepts('record-breach-decision', { caseId: 'c1', outcome: 'REPEAT', repeatHours: 8 });
    expect(types(sent)).toEqual(['RepeatOrdered', 'WindowChanged', 'ObligationCompleted']);
    expect(story.case().stage).toBe('COMPLETED');
  });
});

describe('after a window set anew', () => {
  it('does not credit work between the end of the old one and the decision', () => {
    const story = ended();
    const decision = { caseId: 'c1', outcome: 'CONTINUE', windowEndsOn: '2026-11-30' } as const;
    story.accepts('record-breach-decision', decision);
    entered(story, '2026-10-05');
    expect(reasons(story)).toMatchObject([{ date: '2026-10-05', reason: 'WINDOW_CLOSED' }]);
    entered(story, '2026-09-25');
    story.at('2026-10-13T18:00');
    entered(story, '2026-10-13');
    expect(story.case().creditedMinutes).toBe(2_400 + 480);
  });

  it('leaves no gap where it was set before the old one ended', () => {
    const story = running({ ruling: { orderedHours: 80 } }).at('2026-09-20T09:00');
    story.accepts('suspend-execution', { caseId: 'c1', reason: 'sealed:v1:ill', resumeOn: null });
    story.at('2026-09-22T09:00');
    story.accepts('resume-execution', { caseId: 'c1', windowEndsOn: '2026-10-31' });
    works(story, ['2026-09-27', '2026-09-28'], 8);
    expect(story.case().creditedMinutes).toBe(960);
  });
});
