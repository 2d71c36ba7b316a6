/** A case whose window has ended while hours are left is under review: somebody is always told. */
import { describe, expect, it } from 'vitest';
import { JOURNEY_COMMANDS } from '../../src/catalogue/index.ts';
import { centre, instant, type Story, supervisor, types } from './story.ts';
import { datesOn, running, works } from './way.ts';

const WEEKDAYS = [1, 2, 3, 4, 5];

/** 16 hours ordered, 8 done, the window ended on 26 September. */
function ended(): Story {
  const story = running({ ruling: { orderedHours: 16 } });
  works(story, ['2026-04-01'], 8);
  return story.at('2026-10-12T09:00');
}

/** Work of the window that was proved late fills the total: completed inside the review. */
function completedInReview(): Story {
  const story = ended();
  const late = { caseId: 'c1', siteId: 'puskesmas', start: '2026-09-25T08:00', end: '2026-09-25T16:00' };
  story.accepts('record-session', { ...late, breaks: [] }, { actor: supervisor });
  expect(story.case()).toMatchObject({ stage: 'COMPLETED', execution: { windowEnded: true } });
  return story;
}

const kindOf = (data: unknown): string => (data as { kind: string }).kind;

const underReview = (story: Story): void => {
  expect(story.case().stage).toBe('REVIEW');
  expect(story.waitsFor()).toContain('breach-decision-chase');
};

describe('a timer that has fired', () => {
  it('is not armed again by a window set anew: points of it that have passed are raised at once', () => {
    // The 60-day point of the new window is the 30-day point of the old one.
    const story = running().at('2026-09-20T09:00');
    const suspended = { caseId: 'c1', reason: 'sealed:v1:x', resumeOn: null, windowEndsOn: '2026-10-26' };
    const sent = story.accepts('suspend-execution', suspended);
    expect(types(sent)).toEqual(['ExecutionSuspended', 'WindowChanged', 'WindowWarningRaised']);
    expect(sent.events[2]?.data).toMatchObject({ points: [60] });
    expect(story.dueAt('window-warning')).toBe(instant('2026-09-26T00:00'));
  });

  it('is not armed again by a hold that ends on the day on which the last one ended', () => {
    const story = running().at('2026-04-10T09:00');
    story.accepts('suspend-execution', { caseId: 'c1', reason: 'sealed:v1:x', resumeOn: '2026-04-20' });
    story.at('2026-04-20T09:00');
    story.accepts('resume-execution', { caseId: 'c1' });
    const again = { caseId: 'c1', reason: 'sealed:v1:x', resumeOn: '2026-04-20' };
    expect(story.refuses('suspend-execution', again).code).toBe('DATE_IMPLAUSIBLE');
  });

  it('is not armed again by a review that is entered late', () => {
    const story = running();
    const dated = { at: instant('2026-04-10T09:00'), date: '2026-04-10', zone: 'WIB' } as const;
    story.at('2026-04-10T09:00').accepts('open-breach-review', { caseId: 'c1', note: 'sealed:v1:x' });
    story.at('2026-05-10T09:00');
    story.accepts('record-breach-decision', { caseId: 'c1', outcome: 'CONTINUE' });
    const review = { caseId: 'c1', note: 'sealed:v1:x' };
    story.accepts('open-breach-review', review, { occurredAt: dated });
    expect(story.dueAt('breach-opinion')).toBe(instant('2026-05-17T23:59:59'));
  });

  it('is not armed for the window of a decision that is entered after that window', () => {
    const story = ended().at('2027-06-01T09:00');
    const dated = { at: instant('2026-10-12T09:00'), date: '2026-10-12', zone: 'WIB' } as const;
    const repeat = { caseId: 'c1', outcome: 'REPEAT', repeatHours: 8 } as const;
    const sent = story.accepts('record-breach-decision', repeat, { occurredAt: dated });
    expect(types(sent)).toEqual(['RepeatOrdered', 'WindowChanged', 'WindowEnded', 'BreachReviewOpened']);
    underReview(story);
  });
});

describe('decision: continue, after the window', () => {
  const decision = { caseId: 'c1', outcome: 'CONTINUE' } as const;

  it('is refused without a new window: work could not be credited (L-05)', () => {
    const story = ended();
    expect(story.refuses('record-breach-decision', decision)).toMatchObject({
      code: 'WINDOW_CLOSED',
      parameters: { windowEnd: '2026-09-26' },
    });
    underReview(story);
  });

  it('goes on with the window of the document, as the catalogue takes it', () => {
    const story = ended();
    const sent = { ...decision, windowEndsOn: '2026-11-30' };
    expect(JOURNEY_COMMANDS['record-breach-decision'].data.parse(sent)).toEqual(sent);
    story.accepts('record-breach-decision', sent);
    expect(story.case().stage).toBe('RUNNING');
    expect(story.waitsFor()).toContain('window-end');
  });

  it('takes no window that was over before the decision', () => {
    const past = { ...decision, windowEndsOn: '2026-10-11' };
    expect(ended().refuses('record-breach-decision', past)).toMatchObject({
      code: 'DATE_IMPLAUSIBLE',
      parameters: { earliest: '2026-10-12' },
    });
  });

  it('needs none while the window is open', () => {
    const story = running();
    story.accepts('open-breach-review', { caseId: 'c1', note: 'sealed:v1:x' });
    story.accepts('record-breach-decision', decision);
    expect(story.waitsFor()).toContain('window-end');
  });
});

describe('a case that is short again after its window', () => {
  it('goes from completed in a review back to review, by a dispute', () => {
    const story = completedInReview();
    const sent = story.accepts('dispute-session', { sessionId: 's2', reason: 'sealed:v1:x' });
    expect(types(sent)).toEqual(['SessionDisputed', 'CreditWithdrawn', 'CaseReopened', 'BreachReviewOpened']);
    expect(sent.events.at(-1)?.data).toMatchObject({ ground: 'WINDOW_ENDED', minutesShort: 480 });
    underReview(story);
  });

  it('goes back to review by a correction of the closed case', () => {
    const story = completedInReview();
    story.accepts('sign-completion', { caseId: 'c1' });
    story.accepts('close-case', { caseId: 'c1', reason: 'COMPLETED' });
    const { version } = Object.values(story.state.domain.sessions).at(-1) ?? {};
    story.accepts('correct-entry', { version: version ?? 0, reason: 'sealed:v1:x' });
    underReview(story);
  });

  it('goes to review by itself where it was completed before the window ended', () => {
    const story = running({ ruling: { orderedHours: 16 } });
    works(story, ['2026-04-01', '2026-04-02'], 8);
    story.at('2026-10-12T09:00');
    story.accepts('dispute-session', { sessionId: 's2', reason: 'sealed:v1:x' });
    story.at('2026-10-12T09:01');
    underReview(story);
  });

  it('goes to review where a higher court raises the hours and states no period', () => {
    const story = completedInReview();
    const raised = { caseId: 'c1', instance: 'REVIEW', decidedOn: '2026-10-12', orderedHours: 24 } as const;
    const sent = story.accepts('change-ruling', raised);
    expect(types(sent)).toEqual(['RulingChanged', 'BreachReviewOpened']);
    underReview(story);
  });

  it('goes to review also where the period that the higher court states is over', () => {
    const story = completedInReview();
    const raised = { caseId: 'c1', instance: 'REVIEW', decidedOn: '2026-10-12', orderedHours: 24 } as const;
    const sent = story.accepts('change-ruling', { ...raised, completionDays: 180 });
    expect(types(sent)).toEqual(['RulingChanged', 'WindowChanged', 'WindowEnded', 'BreachReviewOpened']);
    underReview(story);
    expect(story.all('DeadlineFired').filter(({ data }) => kindOf(data) === 'window-end')).toHaveLength(1);
  });

  it('goes to review where only a training measure was left', () => {
    const story = running({ ruling: { orderedHours: 8, measure: { jp: 8, siteId: 'balai' } } });
    works(story, datesOn(WEEKDAYS, '2026-03-30', 1), 8);
    story.at('2026-10-12T09:00');
    const training = { caseId: 'c1', siteId: 'balai', date: '2026-10-09', jp: 4 };
    story.accepts('record-training-hours', training, { actor: centre });
    expect(story.case().stage).toBe('RUNNING');
    const sent = story.accepts('decide-session-credit', {
      ...{ sessionId: 's1', credited: false, reason: 'sealed:v1:x' },
    });
    expect(types(sent).at(-1)).toBe('BreachReviewOpened');
    underReview(story);
  });
});
