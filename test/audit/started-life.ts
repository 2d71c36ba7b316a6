/** A life on its way through a story that is already listened to: `running` of test/journey tells it unheard. */
import type { Story } from '../journey/story.ts';
import { staff, supervisor } from '../journey/story.ts';
import { everyWeekday, planFor, ruling } from '../journey/way.ts';

/** Registered, ruled, final, ordered, placed, planned and begun on Monday 30 March 2026. */
export function startedLife(story: Story): Story {
  const person = { provisional: false, nikIndex: 'n1', identityWarnings: [] };
  const caseId = 'c1';
  story.accepts('register-person', person, { actor: staff, document: null });
  story.at('2026-03-10T09:00').accepts('register-ruling', ruling(), { actor: staff });
  story.at('2026-03-18T09:00').accepts('record-ruling-final', { caseId, finalOn: '2026-03-18' });
  story.at('2026-03-23T09:00');
  const order = { caseId, orderedOn: '2026-03-23', firstAppearanceOn: '2026-03-25' };
  story.accepts('order-execution', order);
  story.accepts('assign-site', { caseId, siteId: 'puskesmas', source: 'PROSECUTOR' });
  story.accepts(
    'answer-site-assignment',
    { caseId, siteId: 'puskesmas', accepted: true },
    { actor: supervisor },
  );
  story.accepts('plan-schedule', { ...planFor('2026-03-30', everyWeekday), caseId });
  story.at('2026-03-30T07:00').accepts('start-execution', { caseId, startedOn: '2026-03-30' });
  return story;
}
