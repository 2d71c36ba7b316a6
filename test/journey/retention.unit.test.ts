/** G-10, L-21, I-10: how long a closed case's record is kept. */
import { describe, expect, it } from 'vitest';
import { journeyDecider } from '../../src/domain/journey/decider.ts';
import { AT_STAGE } from './stages.ts';
import { instant } from './story.ts';
import { running } from './way.ts';

describe('the retention clock', () => {
  it('ends ten years after the closing, on the calendar of the place, and is told once', () => {
    const story = AT_STAGE.CLOSED();
    expect(story.waitsFor()).toEqual(['retention-end']);
    expect(story.dueAt('retention-end')).toBe(instant('2036-04-01T23:59:59'));
    expect(story.case().retentionEndsAt?.date).toBe('2036-04-01');
    story.at('2036-04-01T12:00');
    expect(story.all('RetentionEnded')).toEqual([]);
    story.at('2036-04-02T12:00');
    expect(story.all('RetentionEnded')).toMatchObject([
      { data: { caseId: 'c1' }, occurredAt: { date: '2036-04-01' } },
    ]);
    expect(story.case()).toMatchObject({ stage: 'CLOSED', retentionEndsAt: null, creditedMinutes: 480 });
    expect(story.waitsFor()).toEqual([]);
  });

  it('ends ten years after the day of the paper, where the closing is entered later', () => {
    const story = AT_STAGE.COMPLETED();
    story.accepts('sign-completion', { caseId: 'c1' });
    const closing = { caseId: 'c1', reason: 'COMPLETED' } as const;
    story.at('2026-05-20T09:00');
    const occurredAt = { at: instant('2026-05-04T10:00'), date: '2026-05-04', zone: 'WIB' } as const;
    story.accepts('close-case', closing, { occurredAt });
    expect(story.dueAt('retention-end')).toBe(instant('2036-05-04T23:59:59'));
  });

  it('stops when the case stands up again', () => {
    const story = AT_STAGE.CLOSED();
    const { version } = Object.values(story.state.domain.sessions).at(-1) ?? {};
    story.accepts('correct-entry', { version: version ?? 0, reason: 'sealed:v1:x' });
    expect(story.case()).toMatchObject({ stage: 'RUNNING', retentionEndsAt: null });
    expect(story.waitsFor()).not.toContain('retention-end');
  });

  it('runs on after a death, which ends all other waiting', () => {
    const story = running().at('2026-06-13T10:00');
    story.accepts('record-death', { diedOn: '2026-06-10' });
    expect(story.waitsFor()).toEqual([]);
    story.accepts('record-lapse-decision', { caseId: 'c1', ground: 'DEATH' });
    story.accepts('close-case', { caseId: 'c1', reason: 'DEATH' });
    expect(story.waitsFor()).toEqual(['retention-end']);
    expect(story.at('2036-06-14T00:00').all('RetentionEnded')).toHaveLength(1);
  });

  it('is not armed for a closing that was recorded before there was a clock', () => {
    const story = AT_STAGE.CLOSED();
    const closing = story.all('CaseClosed')[0]!;
    const { retentionEndsAt, ...data } = closing.data as { caseId: string; retentionEndsAt: object };
    expect(retentionEndsAt).toBeDefined();
    const before = AT_STAGE.COMPLETED().state.domain;
    const state = journeyDecider.evolve(before, { ...closing, data } as never);
    expect(state.cases.c1).toMatchObject({ stage: 'CLOSED', retentionEndsAt: null });
    expect(journeyDecider.deadlines(state)).toEqual([]);
  });
});
