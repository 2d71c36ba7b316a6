/** Who speaks for a site enters hours of people who were sent there, on the dates on which they were. */
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../src/domain/decider.ts';
import { centre, prosecutor, staff, supervisor } from './story.ts';
import { running } from './way.ts';

const c1 = { caseId: 'c1' } as const;
const mosque: Actor = { ...supervisor, id: 'a-mosque', office: 'mosque' };
const work = (siteId: string, date: string) => ({
  ...{ ...c1, siteId, breaks: [] },
  ...{ start: `${date}T08:00`, end: `${date}T12:00` },
});

describe('hours entered by a site', () => {
  it('are refused where the person was never sent there, and taken from the case’s office', () => {
    const story = running().at('2026-03-30T20:00');
    const refused = story.refuses('record-session', work('mosque', '2026-03-30'), { actor: mosque });
    expect(refused).toMatchObject({ code: 'SITE_NOT_OF_CASE', parameters: { siteId: 'mosque' } });
    const arriving = { ...c1, siteId: 'mosque', at: '2026-03-30T08:00' };
    expect(story.refuses('check-in-session', arriving, { actor: mosque }).code).toBe('SITE_NOT_OF_CASE');
    expect(story.case().creditedMinutes).toBe(0);
    story.accepts('record-session', work('mosque', '2026-03-30'), { actor: staff });
    story.accepts('confirm-session', { sessionId: 's1' }, { actor: mosque });
    expect(story.case().creditedMinutes).toBe(240);
  });

  it('are taken from a former site for the dates of its placement only', () => {
    const story = running().at('2026-04-02T09:00');
    story.accepts('change-site', { ...c1, siteId: 'mosque', reason: 'sealed:v1:moved' });
    story.at('2026-04-03T20:00');
    story.accepts('record-session', work('puskesmas', '2026-04-01'), { actor: supervisor });
    story.accepts('record-session', work('mosque', '2026-04-03'), { actor: mosque });
    const after = story.refuses('record-session', work('puskesmas', '2026-04-03'), { actor: supervisor });
    const before = story.refuses('record-session', work('mosque', '2026-04-01'), { actor: mosque });
    expect([after.code, before.code]).toEqual(['SITE_NOT_OF_CASE', 'SITE_NOT_OF_CASE']);
  });

  it('are refused from a site that declined', () => {
    const story = running().at('2026-04-02T09:00');
    story.accepts('change-site', { ...c1, siteId: 'mosque', reason: 'sealed:v1:moved' });
    const no = { ...c1, siteId: 'mosque', accepted: false };
    story.accepts('answer-site-assignment', no, { actor: mosque });
    const refused = story.refuses('record-session', work('mosque', '2026-04-02'), { actor: mosque });
    expect(refused.code).toBe('SITE_NOT_OF_CASE');
    expect(story.case().placements).toEqual([{ siteId: 'puskesmas', from: '2026-03-23', to: '2026-04-02' }]);
  });
});

describe('training hours entered by a centre', () => {
  const train = { ...c1, siteId: 'balai', date: '2026-03-30', jp: 4 };

  it('are refused where neither a placement nor an order names the centre', () => {
    const story = running().at('2026-03-30T20:00');
    expect(story.refuses('record-training-hours', train, { actor: centre }).code).toBe('SITE_NOT_OF_CASE');
    const order = { ...c1, policy: 'TRAINING_COUNTS', siteId: 'balai' } as const;
    const wrong = { ...order, siteId: 'mosque' };
    expect(story.refuses('set-hour-credit-policy', wrong, { actor: prosecutor }).code).toBe('SITE_UNKNOWN');
    story.accepts('set-hour-credit-policy', order, { actor: prosecutor });
    story.accepts('record-training-hours', train, { actor: centre });
    expect(story.case().creditedMinutes).toBe(180);
  });
});
