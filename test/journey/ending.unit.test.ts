/** S16, S18, S19, A-13: death, lapse, clemency, training and fines. */
import { describe, expect, it } from 'vitest';
import { centre, type Story, staff, supervisor, types } from './story.ts';
import { datesOn, ordered, planned, registered, ruling, running, works } from './way.ts';

describe('S16: death', () => {
  const died = (): Story => {
    const story = running({ startedOn: '2026-04-01' });
    works(story, datesOn([1, 2, 3, 4, 5], '2026-04-01', 3), 8);
    story.at('2026-06-13T10:00');
    story.accepts('record-death', { diedOn: '2026-06-10' });
    return story;
  };

  it('cancels all timers at recording, and opens no review', () => {
    const story = died();
    expect(story.waitsFor()).toEqual([]);
    story.at('2026-12-31T10:00');
    expect(story.all('BreachReviewOpened')).toEqual([]);
    expect(story.world.placesTaken('site-day/puskesmas/2026-06-15')).toBe(0);
  });

  it('closes after the lapse decision P-49', () => {
    const story = died();
    const close = { caseId: 'c1', reason: 'DEATH' } as const;
    expect(story.refuses('close-case', close).code).toBe('WRONG_STAGE');
    const lapse = { caseId: 'c1', ground: 'DEATH' } as const;
    expect(story.refuses('record-lapse-decision', lapse, { document: null }).code).toBe('DOCUMENT_MISSING');
    story.accepts('record-lapse-decision', lapse);
    story.accepts('close-case', close);
    expect(story.case()).toMatchObject({ stage: 'CLOSED', closedReason: 'DEATH' });
  });

  it('keeps work dated after the death without a minute', () => {
    const story = died();
    const session = { caseId: 'c1', siteId: 'puskesmas', start: '2026-06-11T08:00', end: '2026-06-11T12:00' };
    const sent = story.accepts('record-session', { ...session, breaks: [] }, { actor: supervisor });
    expect(sent.warnings).toContain('WORK_AFTER_DEATH');
    expect(story.case().creditedMinutes).toBe(1_440);
  });

  it('takes back what was credited for later dates', () => {
    const story = running({ startedOn: '2026-04-01' });
    works(story, ['2026-06-11'], 8);
    story.at('2026-06-13T10:00').accepts('record-death', { diedOn: '2026-06-10' });
    expect(story.case().creditedMinutes).toBe(0);
    expect(story.all('WorkAfterDeathRecorded')).toHaveLength(1);
  });

  it('lets nothing else happen to the case', () => {
    const story = died();
    expect(story.refuses('open-breach-review', { caseId: 'c1', note: 'sealed:v1:x' }).code).toBe(
      'PERSON_DECEASED',
    );
    expect(story.refuses('register-ruling', ruling({ caseNumberIndex: 'x' })).code).toBe('PERSON_DECEASED');
    expect(story.refuses('record-death', { diedOn: '2026-06-10' }).code).toBe('ALREADY_DONE');
    story.accepts('attach-document', { caseId: 'c1', kind: 'P-49', number: '1', date: '2026-06-13' });
  });
});

describe('lapse and clemency', () => {
  it('lapse by limitation: nothing is waited for, then LAPSED', () => {
    const story = ordered();
    const death = { caseId: 'c1', ground: 'DEATH' } as const;
    expect(story.refuses('record-lapse-decision', death).code).toBe('WRONG_STAGE');
    story.accepts('record-lapse-decision', { caseId: 'c1', ground: 'LIMITATION' });
    expect(story.waitsFor()).toEqual([]);
    expect(story.refuses('assign-site', { caseId: 'c1', siteId: 'puskesmas', source: 'COURT' }).code).toBe(
      'CASE_CLOSED',
    );
    story.accepts('close-case', { caseId: 'c1', reason: 'LAPSED' });
  });

  it('clemency ends a running case', () => {
    const story = running();
    story.accepts('grant-clemency', { caseId: 'c1', kind: 'GRASI', grantedOn: '2026-03-30' });
    expect(story.waitsFor()).toEqual([]);
    expect(story.refuses('close-case', { caseId: 'c1', reason: 'LAPSED' }).code).toBe('WRONG_STAGE');
    story.accepts('close-case', { caseId: 'c1', reason: 'CLEMENCY' });
    expect(story.case().closedReason).toBe('CLEMENCY');
  });
});

describe('S18: hour-credit policy', () => {
  it('is set only with a document, by a prosecutor', () => {
    const story = running();
    const policy = { caseId: 'c1', policy: 'TRAINING_COUNTS' } as const;
    expect(story.refuses('set-hour-credit-policy', policy, { document: null }).code).toBe('DOCUMENT_MISSING');
    expect(story.refuses('set-hour-credit-policy', policy, { actor: staff }).code).toBe('NOT_PERMITTED');
    expect(story.case().hourCreditPolicy).toBe('WORK_AT_BALAI');
    story.accepts('set-hour-credit-policy', policy);
    expect(story.case().hourCreditPolicy).toBe('TRAINING_COUNTS');
  });
});

describe('S19: court-ordered training', () => {
  const measure = { origin: 'MEASURE_103', orderedHours: null, replaced: null } as const;
  const inTraining = (jp: number): Story => {
    const story = registered({ ruling: { ...measure, measure: { jp, siteId: 'balai' } } });
    story.at('2026-03-18T10:00').accepts('record-ruling-final', { caseId: 'c1', finalOn: '2026-03-18' });
    const order = { caseId: 'c1', orderedOn: '2026-03-18', firstAppearanceOn: '2026-03-19' };
    story.accepts('order-execution', order);
    story.accepts('start-execution', { caseId: 'c1', startedOn: '2026-03-18' });
    return story;
  };

  it('counts 160 JP as 7,200 minutes, without window and without hours', () => {
    const story = inTraining(160);
    expect(story.case()).toMatchObject({
      orderedMinutes: null,
      measure: { orderedMinutes: 7_200 },
      execution: { windowEndsAt: null },
    });
    expect(story.waitsFor()).toEqual([]);
  });

  it('ends with the statement of the centre', () => {
    const story = inTraining(16);
    const hours = { caseId: 'c1', siteId: 'balai', jp: 8 };
    story.at('2026-03-19T18:00');
    story.accepts('record-training-hours', { ...hours, date: '2026-03-19' }, { actor: centre });
    expect(story.refuses('complete-measure', { caseId: 'c1' }, { actor: centre }).code).toBe('WRONG_STAGE');
    story.at('2026-03-20T18:00');
    story.accepts('record-training-hours', { ...hours, date: '2026-03-20' }, { actor: centre });
    expect(story.case()).toMatchObject({ stage: 'RUNNING', creditedMinutes: 0 });
    const sent = story.accepts('complete-measure', { caseId: 'c1' }, { actor: centre });
    expect(types(sent)).toEqual(['MeasureCompleted', 'ObligationCompleted']);
    story.accepts('sign-completion', { caseId: 'c1' });
    story.accepts('close-case', { caseId: 'c1', reason: 'COMPLETED' });
  });

  it('keeps a case with hours and a measure open until both are done', () => {
    const way = { ruling: { orderedHours: 8, measure: { jp: 1, siteId: 'balai' } } };
    const story = running(way);
    works(story, ['2026-03-30'], 8);
    expect(story.case().stage).toBe('RUNNING');
    story.at('2026-03-31T18:00');
    const hours = { caseId: 'c1', siteId: 'balai', jp: 1, date: '2026-03-31' };
    story.accepts('record-training-hours', hours, { actor: centre });
    const sent = story.accepts('complete-measure', { caseId: 'c1' }, { actor: centre });
    expect(types(sent)).toEqual(['MeasureCompleted', 'ObligationCompleted']);
  });
});

describe('A-13: hours in place of an unpaid fine', () => {
  const fine = { origin: 'FINE_SUBSTITUTE_82', replaced: null, unpaidFineRupiah: 2_000_000 } as const;

  it('takes one hour off for each Rp50,000 or part of it', () => {
    const story = running({ ruling: { ...fine, orderedHours: 40 } });
    const sent = story.accepts('record-fine-payment', {
      caseId: 'c1',
      rupiah: 510_000,
      paidOn: '2026-03-30',
    });
    expect(sent.events).toMatchObject([{ data: { hoursReduced: 11, orderedMinutes: 1_740 } }]);
    expect(story.case().unpaidFineRupiah).toBe(1_490_000);
  });

  it('completes when the rest is paid', () => {
    const story = running({ ruling: { ...fine, orderedHours: 40 } });
    works(story, ['2026-03-30', '2026-03-31'], 8);
    const sent = story.accepts('record-fine-payment', {
      caseId: 'c1',
      rupiah: 1_200_000,
      paidOn: '2026-03-31',
    });
    expect(types(sent)).toEqual(['FinePaid', 'ObligationCompleted']);
    expect(story.case()).toMatchObject({ stage: 'COMPLETED', creditedMinutes: 960, orderedMinutes: 960 });
  });

  it('completes even before the start when all is paid', () => {
    const story = planned({ ruling: { ...fine, orderedHours: 240 } });
    story.accepts('record-fine-payment', { caseId: 'c1', rupiah: 2_000_000, paidOn: '2026-03-23' });
    expect(story.case()).toMatchObject({ stage: 'COMPLETED', orderedMinutes: 0 });
  });

  it('is no way to buy off hours of a main penalty', () => {
    const payment = { caseId: 'c1', rupiah: 50_000, paidOn: '2026-03-30' };
    expect(running().refuses('record-fine-payment', payment).code).toBe('WRONG_STAGE');
  });
});
