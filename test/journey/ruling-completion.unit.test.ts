/** What the excerpt lacked, supplied from the full copy (S11, S26), and the ruling's own hours. */
import { describe, expect, it } from 'vitest';
import { type Story, staff, supervisor, types } from './story.ts';
import { planFor, registered, running, sited, weekdays } from './way.ts';

const actDate = '2026-01-10';
const bare = { ageAtAct: null, replaced: null, consentRecorded: false } as const;
const complete = (story: Story, data: object) => story.accepts('complete-ruling', { caseId: 'c1', ...data });

describe('missing data', () => {
  it('is supplied item by item, and the chase ends with the last', () => {
    const story = registered({ ruling: bare });
    expect(story.case().missing).toEqual(['consent', 'age', 'replaced']);
    complete(story, { replaced: { kind: 'PRISON', days: 90 }, consentRecorded: true });
    expect(story.waitsFor()).toEqual(['missing-data-chase']);
    const sent = complete(story, { actDate, ageAtAct: { years: 18, months: 0 } });
    expect(sent.events).toEqual([
      expect.objectContaining({ type: 'RulingCompleted', data: { caseId: 'c1', supplied: ['age'] } }),
    ]);
    expect(story.case()).toMatchObject({ missing: [], replaced: { days: 90 }, consentRecorded: true });
    expect(story.waitsFor()).toEqual([]);
  });

  it('S26: refuses a child found late, at any stage, whatever the age today', () => {
    const child = { caseId: 'c1', actDate, ageAtAct: { years: 17, months: 11 } };
    for (const story of [registered({ ruling: bare }), running({ ruling: bare })]) {
      expect(story.refuses('complete-ruling', child)).toMatchObject({
        code: 'UNDER_18',
        parameters: { years: 17, months: 11 },
      });
      expect(story.case().missing).toContain('age');
    }
  });

  it('asks the age for the date of the act that the ruling names, and needs a birth date', () => {
    const story = registered({ ruling: bare });
    const age = { caseId: 'c1', actDate: '2026-02-01', ageAtAct: { years: 18, months: 0 } };
    expect(story.refuses('complete-ruling', age).code).toBe('DATE_IMPLAUSIBLE');
    const unknown = { caseId: 'c1', actDate, ageAtAct: null };
    expect(story.refuses('complete-ruling', unknown).code).toBe('DOCUMENT_MISSING');
  });

  it('measures what is replaced, also after the order, and lets the prosecutor confirm', () => {
    const story = running({ ruling: bare });
    const sent = complete(story, { replaced: { kind: 'PRISON', days: 210 } });
    expect(types(sent)).toEqual(['RulingCompleted', 'SentenceAnomalyFound']);
    expect(sent.warnings).toEqual(['SENTENCE_CONDITION_ANOMALY']);
    const anomaly = 'REPLACED_PRISON_TOO_LONG';
    story.accepts('confirm-sentence-anomaly', { caseId: 'c1', anomaly, reason: 'sealed:v1:read' });
  });

  it('takes nothing that is on record, nothing without a paper, and not nothing', () => {
    const story = registered();
    const known = { caseId: 'c1', replaced: { kind: 'PRISON', days: 90 } } as const;
    expect(story.refuses('complete-ruling', known).code).toBe('ALREADY_DONE');
    const daysPerWeek = { caseId: 'c1', daysPerWeek: 2 };
    expect(story.refuses('complete-ruling', daysPerWeek, { document: null }).code).toBe('DOCUMENT_MISSING');
    expect(story.refuses('complete-ruling', { caseId: 'c1' }).code).toBe('MALFORMED');
    story.accepts('complete-ruling', daysPerWeek, { actor: staff });
    expect(story.case().daysPerWeek).toBe(2);
  });
});

/** A ruling that says nothing of a period or a schedule. */
function silent(story: () => Story = () => running()): Story {
  const found = story();
  const { completionDays, hoursPerDay } = found.case();
  expect({ completionDays, hoursPerDay }).toEqual({ completionDays: null, hoursPerDay: null });
  return found;
}

const withoutSchedule = { hoursPerDay: undefined, completionDays: undefined } as never;

describe('a period found in the full copy (L-01)', () => {
  const started = () => silent(() => running({ ruling: withoutSchedule }));

  it('sets the window of a running case', () => {
    const story = started();
    const sent = complete(story, { completionDays: 90 });
    expect(types(sent)).toEqual(['RulingCompleted', 'WindowChanged']);
    expect(story.case().execution?.windowEndsAt?.date).toBe('2026-06-28');
  });

  it('leaves a window that a document has set meanwhile', () => {
    const story = started().at('2026-04-10T09:00');
    const hold = { caseId: 'c1', reason: 'sealed:v1:x', resumeOn: null, windowEndsOn: '2026-10-26' };
    story.accepts('suspend-execution', hold);
    expect(types(complete(story, { completionDays: 90 }))).toEqual(['RulingCompleted']);
    expect(story.case().execution?.windowEndsAt?.date).toBe('2026-10-26');
  });
});

describe('the ruling’s own hours and days bind the plan', () => {
  const twoHours = { orderedHours: 16, hoursPerDay: 2, daysPerWeek: 2 };
  const plan = (days: number[], end: string) => planFor('2026-03-30', weekdays(days, '08:00', end));

  it('refuses a plan above them', () => {
    const story = sited({ ruling: twoHours });
    expect(story.refuses('plan-schedule', plan([1, 2], '11:00'))).toMatchObject({
      code: 'RULING_SCHEDULE',
      parameters: { field: 'hoursPerDay', planned: 3, limit: 2 },
    });
    expect(story.refuses('plan-schedule', plan([1, 2, 3], '10:00'))).toMatchObject({
      code: 'RULING_SCHEDULE',
      parameters: { field: 'daysPerWeek', planned: 3, limit: 2 },
    });
    story.accepts('plan-schedule', plan([1, 2], '10:00'));
  });

  it('follows a changed ruling', () => {
    const story = sited({ ruling: twoHours });
    const change = { caseId: 'c1', instance: 'REVIEW', decidedOn: '2026-03-23', orderedHours: 16 } as const;
    story.accepts('change-ruling', { ...change, hoursPerDay: 4, daysPerWeek: 1 });
    story.accepts('plan-schedule', plan([1], '12:00'));
  });

  it('credits work above them within the law’s limit, with a warning', () => {
    const story = running({ ruling: twoHours, slots: weekdays([1, 2], '08:00', '10:00') });
    story.at('2026-03-30T20:00');
    const session = (start: string, end: string) => ({
      ...{ caseId: 'c1', siteId: 'puskesmas', breaks: [] },
      ...{ start: `2026-03-30T${start}`, end: `2026-03-30T${end}` },
    });
    const within = story.accepts('record-session', session('08:00', '10:00'), { actor: supervisor });
    expect(within.warnings).toEqual([]);
    const beyond = story.accepts('record-session', session('10:00', '11:00'), { actor: supervisor });
    expect(beyond.warnings).toEqual(['RULING_HOURS_EXCEEDED']);
    expect(story.case().creditedMinutes).toBe(180);
  });
});
