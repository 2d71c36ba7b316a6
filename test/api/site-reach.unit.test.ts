/** A site reaches whom it was sent: by what the case says now, never by what the site itself wrote. */
import { describe, expect, it } from 'vitest';
import { touchedByCommand, touchedByJourney } from '../../src/api/journey-reach.ts';
import { staff, supervisor } from '../journey/story.ts';
import { running, works } from '../journey/way.ts';

const at = (siteId: string, date: string) => ({
  ...{ caseId: 'c1', siteId, breaks: [] },
  ...{ start: `${date}T08:00`, end: `${date}T12:00` },
});

/** Worked at the puskesmas, one sheet of it not yet confirmed, and moved to the mosque. */
function moved() {
  const story = running();
  works(story, ['2026-03-30'], 4);
  story.at('2026-03-31T20:00').accepts('record-session', at('puskesmas', '2026-03-31'), { actor: staff });
  story.at('2026-04-01T09:00');
  story.accepts('change-site', { caseId: 'c1', siteId: 'mosque', reason: 'sealed:v1:x' });
  return story;
}

describe('the reach of a site', () => {
  it('is not made by a session', () => {
    const story = running().at('2026-03-30T20:00');
    story.accepts('record-session', at('mosque', '2026-03-30'), { actor: staff });
    expect(touchedByJourney(story.state.domain).siteIds).not.toContain('mosque');
  });

  it('ends with the placement', () => {
    const { domain } = moved().state;
    expect(touchedByJourney(domain).siteIds).toEqual(['mosque']);
    expect(touchedByCommand(domain, 'record-no-show', { caseId: 'c1' }).siteIds).toEqual(['mosque']);
  });

  it('is left to a former site for what waits for its word, and for hours of its time', () => {
    const story = moved();
    const reached = (name: string, data: { [field: string]: string }) =>
      touchedByCommand(story.state.domain, name, data).siteIds;
    expect(reached('confirm-session', { sessionId: 's2' })).toEqual(['puskesmas']);
    expect(reached('dispute-session', { sessionId: 's1' })).toEqual([]);
    expect(reached('record-session', { caseId: 'c1', siteId: 'puskesmas' })).toEqual(['puskesmas']);
    story.accepts('confirm-session', { sessionId: 's2' }, { actor: supervisor });
    expect(reached('confirm-session', { sessionId: 's2' })).toEqual([]);
  });

  it('is not had by a site that the case never had', () => {
    const { domain } = running().state;
    expect(touchedByCommand(domain, 'record-session', { caseId: 'c1', siteId: 'balai' })).toMatchObject({
      siteIds: [],
      trainingCentres: [],
    });
  });
});
