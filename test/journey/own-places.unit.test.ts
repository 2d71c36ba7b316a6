/** Who speaks for a place: a centre's administrator, a site on paper, the office that takes a case over. */
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../src/domain/decider.ts';
import { centre, instant, type Story, staff, stranger, supervisor, types } from './story.ts';
import { datesOn, ordered, planFor, planned, running, weekdays, works } from './way.ts';

const slots = weekdays([1, 2, 3, 4, 5], '08:00', '16:00');

/** A case that is worked off at a training centre (A-20, WORK_AT_BALAI). */
function atCentre(): Story {
  const story = ordered();
  story.accepts('assign-site', { caseId: 'c1', siteId: 'balai', source: 'PROSECUTOR' });
  const answer = { caseId: 'c1', siteId: 'balai', accepted: true };
  story.accepts('answer-site-assignment', answer, { actor: centre });
  story.accepts('plan-schedule', planFor('2026-03-30', slots, 'balai'));
  story.at('2026-03-30T07:00').accepts('start-execution', { caseId: 'c1', startedOn: '2026-03-30' });
  return story;
}

const work = (siteId: string) => ({
  ...{ caseId: 'c1', siteId, breaks: [] },
  ...{ start: '2026-03-30T08:00', end: '2026-03-30T12:00' },
});

describe('a training centre as a site of work', () => {
  it('is spoken for by its administrator', () => {
    const story = atCentre().at('2026-03-30T20:00');
    story.accepts('record-session', work('balai'), { actor: staff });
    story.accepts('confirm-session', { sessionId: 's1' }, { actor: centre });
    story.accepts('dispute-session', { sessionId: 's1', reason: 'sealed:v1:x' }, { actor: centre });
    story.at('2026-03-31T20:00');
    story.accepts('record-no-show', { caseId: 'c1', date: '2026-03-31' }, { actor: centre });
  });

  it('is spoken for by nobody from another centre, and says nothing of other sites', () => {
    const other: Actor = { ...centre, office: 'balai-lain' };
    const story = atCentre().at('2026-03-30T20:00');
    expect(story.refuses('record-session', work('balai'), { actor: other }).code).toBe('NOT_PERMITTED');
    expect(story.refuses('record-session', work('puskesmas'), { actor: centre }).code).toBe('NOT_PERMITTED');
  });

  it('is a training centre by the register, not by the role', () => {
    const posing: Actor = { ...centre, office: 'puskesmas' };
    const story = running().at('2026-03-30T20:00');
    story.accepts('record-session', work('puskesmas'), { actor: staff });
    expect(story.refuses('confirm-session', { sessionId: 's1' }, { actor: posing }).code).toBe(
      'NOT_PERMITTED',
    );
  });

  it('does not let the centre of a training measure speak for the place of work', () => {
    const story = running({ ruling: { orderedHours: 16, measure: { jp: 8, siteId: 'balai' } } });
    story.at('2026-03-30T20:00').accepts('record-session', work('puskesmas'), { actor: staff });
    for (const actor of [centre, { ...supervisor, office: 'balai' }]) {
      expect(story.refuses('confirm-session', { sessionId: 's1' }, { actor }).code).toBe('NOT_PERMITTED');
    }
  });
});

describe('the paper answer of a site', () => {
  it('is entered by staff with the letter', () => {
    const story = ordered();
    story.accepts('assign-site', { caseId: 'c1', siteId: 'puskesmas', source: 'COURT' });
    const answer = { caseId: 'c1', siteId: 'puskesmas', accepted: true };
    const without = story.refuses('answer-site-assignment', answer, { actor: staff, document: null });
    expect(without.code).toBe('DOCUMENT_MISSING');
    story.accepts('answer-site-assignment', answer, { actor: staff });
    expect(story.case().site?.accepted).toBe(true);
  });
});

describe('S17: another office takes over', () => {
  const move = { caseId: 'c1', toOffice: 'kejari-karo', toProbationOffice: 'bapas-karo' } as const;

  it('ends the old plan, keeps hours and window, and reminds the new office to name a site', () => {
    const story = running({ ruling: { orderedHours: 160 } });
    works(story, datesOn([1, 2, 3, 4, 5], '2026-03-30', 10), 8);
    const window = story.dueAt('window-end');
    story.at('2026-06-15T09:00');
    const sent = story.accepts('transfer-jurisdiction', { ...move, movedOn: '2026-06-15' });
    expect(types(sent)).toEqual(['JurisdictionTransferred', 'PaceChecked']);
    expect(story.case()).toMatchObject({ stage: 'RUNNING', plan: null, creditedMinutes: 4_800 });
    expect(story.dueAt('window-end')).toBe(window);
    expect(story.dueAt('site-reassignment')).toBe(instant('2026-06-17T23:59:59'));
    expect(story.world.placesTaken('site-day/puskesmas/2026-06-16')).toBe(0);
    story.at('2026-06-18T09:00');
    expect(story.all('SiteReassignmentOverdue')).toHaveLength(1);
    const change = { caseId: 'c1', siteId: 'mosque', reason: 'sealed:v1:moved' };
    story.accepts('change-site', change, { actor: stranger });
    expect(story.case().site).toMatchObject({ siteId: 'mosque', stopped: false, reassignBy: null });
  });

  it('counts work at the old site until the new one is named', () => {
    const story = running().at('2026-03-30T20:00');
    story.accepts('transfer-jurisdiction', { ...move, movedOn: '2026-03-30' });
    story.accepts('record-session', work('puskesmas'), { actor: supervisor });
    expect(story.case().creditedMinutes).toBe(240);
  });

  it('takes a planned case back to ORDERED, and leaves one without a site as it is', () => {
    const story = planned();
    story.accepts('transfer-jurisdiction', { ...move, movedOn: '2026-03-23' });
    expect(story.case()).toMatchObject({ stage: 'ORDERED', plan: null });
    const bare = ordered();
    bare.accepts('transfer-jurisdiction', { ...move, movedOn: '2026-03-23' });
    expect(bare.waitsFor()).toEqual(['first-appearance']);
  });

  it('keeps site and plan where only the probation office changes', () => {
    const story = running();
    const sent = story.accepts('transfer-jurisdiction', {
      ...{ ...move, toOffice: 'kejari-medan', movedOn: '2026-03-30' },
    });
    expect(types(sent)).toEqual(['JurisdictionTransferred']);
    expect(story.case()).toMatchObject({ plan: { siteId: 'puskesmas' }, site: { stopped: false } });
  });
});
