/** A death recorded in error (I-9, I-10): the person lives, and the law's clocks with them. */
import { describe, expect, it } from 'vitest';
import { paper, prosecutor, type Story, staff } from './story.ts';
import { running } from './way.ts';

const reason = { reason: 'sealed:v1:x' };

const windowEnds = (story: Story) =>
  Object.values(story.state.armed)
    .filter(({ kind }) => kind === 'window-end')
    .map(({ dueAt }) => dueAt.date);

describe('annul-death', () => {
  it('lets every clock of the obligation run again, to the same day', () => {
    const story = running().at('2026-04-02T09:00');
    const before = story.case().execution?.windowEndsAt;
    story.accepts('record-death', { diedOn: '2026-04-01' }, { actor: prosecutor });
    expect(windowEnds(story)).toEqual([]);
    story.accepts('annul-death', reason, { actor: prosecutor, document: paper });
    expect(story.state.domain.diedOn).toBeNull();
    expect(windowEnds(story)).toEqual([before?.date]);
  });

  it('fires what came due meanwhile, once and late', () => {
    const story = running().at('2026-04-02T09:00');
    story.accepts('record-death', { diedOn: '2026-04-01' }, { actor: prosecutor });
    story.at('2026-10-05T09:00');
    story.accepts('annul-death', reason, { actor: prosecutor, document: paper });
    story.at('2026-10-05T09:01');
    expect(story.case().stage).toBe('REVIEW');
  });

  it('needs a paper, a death, and somebody who may', () => {
    const story = running().at('2026-04-02T09:00');
    expect(story.refuses('annul-death', reason, { actor: prosecutor }).code).toBe('ALREADY_DONE');
    story.accepts('record-death', { diedOn: '2026-04-01' }, { actor: prosecutor });
    const bare = { actor: prosecutor, document: null };
    expect(story.refuses('annul-death', reason, bare).code).toBe('DOCUMENT_MISSING');
    const elsewhere = { actor: { ...staff, role: 'EXECUTING_PROSECUTOR' as const, office: 'kejari-karo' } };
    expect(story.refuses('annul-death', reason, elsewhere).code).toBe('NOT_PERMITTED');
  });
});
