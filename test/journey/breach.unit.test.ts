/** S14, S22 and the outcomes of art. 85(7). */
import { describe, expect, it } from 'vitest';
import type { JourneyCommands } from '../../src/domain/journey/commands.ts';
import { counsellor, instant, type Story, site, supervisor, types, World } from './story.ts';
import { datesOn, planFor, running, weekdays, works } from './way.ts';

const WEEKDAYS = [1, 2, 3, 4, 5];
type Decision = JourneyCommands['record-breach-decision'];

/** 200 hours ordered, 96 done, the prosecutor opens a review. */
function reviewed(way: Parameters<typeof running>[0] = {}): Story {
  const story = running({ ...way, ruling: { orderedHours: 200, ...way.ruling } });
  works(story, datesOn(WEEKDAYS, '2026-03-30', 12), 8);
  story.at('2026-06-01T09:00');
  story.accepts('open-breach-review', { caseId: 'c1', note: 'sealed:v1:absent' });
  return story;
}

const decide = (story: Story, decision: Decision) => story.accepts('record-breach-decision', decision);

describe('review', () => {
  it('gives the counsellor a week, then chases the decision every two', () => {
    const story = reviewed();
    expect(story.dueAt('breach-opinion')).toBe(instant('2026-06-08T23:59:59'));
    expect(story.dueAt('breach-decision-chase')).toBe(instant('2026-06-15T23:59:59'));
    story.at('2026-06-10T09:00');
    expect(story.all('BreachOpinionOverdue')).toHaveLength(1);
    story.outage('2026-07-20T09:00');
    expect(story.all('BreachDecisionChased')).toHaveLength(1);
    expect(story.dueAt('breach-decision-chase')).toBe(instant('2026-07-27T23:59:59'));
    const opinion = { caseId: 'c1', lawfulExcuse: false };
    story.accepts('record-breach-opinion', opinion, { actor: counsellor });
    expect(story.case().review?.opinion).toBe('NO_LAWFUL_EXCUSE');
  });

  it('opens with the third warning letter, and not earlier', () => {
    const story = running();
    for (const number of [1, 2] as const) {
      story.accepts('issue-warning-letter', { caseId: 'c1', number, evidence: [] });
    }
    expect(story.case().stage).toBe('RUNNING');
    const again = { caseId: 'c1', number: 2, evidence: [] } as const;
    expect(story.refuses('issue-warning-letter', again).code).toBe('ALREADY_DONE');
    const sent = story.accepts('issue-warning-letter', { caseId: 'c1', number: 3, evidence: [] });
    expect(types(sent)).toEqual(['WarningLetterIssued', 'BreachReviewOpened']);
    expect(sent.events[1]?.data).toMatchObject({ ground: 'THIRD_WARNING' });
  });

  it('does not skip a letter', () => {
    const skipped = { caseId: 'c1', number: 2, evidence: [] } as const;
    expect(running().refuses('issue-warning-letter', skipped).code).toBe('WRONG_STAGE');
  });

  it('completes when work proved late fills the total', () => {
    const story = running({ ruling: { orderedHours: 16 } });
    works(story, ['2026-04-01'], 8);
    story.at('2026-09-28T10:00');
    expect(story.case().stage).toBe('REVIEW');
    const late = { caseId: 'c1', siteId: 'puskesmas', start: '2026-09-25T08:00', end: '2026-09-25T16:00' };
    const sent = story.accepts('record-session', { ...late, breaks: [] }, { actor: supervisor });
    expect(types(sent)).toEqual(expect.arrayContaining(['BreachReviewClosed', 'ObligationCompleted']));
    expect(story.case()).toMatchObject({ stage: 'COMPLETED', review: null });
    expect(story.waitsFor()).toEqual(['signature-chase']);
  });

  it('ends with the window inside a review without opening a second one', () => {
    const story = reviewed().at('2026-10-01T00:00');
    expect(story.all('WindowEnded')).toHaveLength(1);
    expect(story.all('BreachReviewOpened')).toHaveLength(1);
  });

  it('needs the decision document', () => {
    const story = reviewed();
    const decision = { caseId: 'c1', outcome: 'CONTINUE' } as const;
    expect(story.refuses('record-breach-decision', decision, { document: null }).code).toBe(
      'DOCUMENT_MISSING',
    );
    expect(story.refuses('close-case', { caseId: 'c1', reason: 'CONVERTED' }).code).toBe('DECISION_MISSING');
  });
});

describe('decision: continue', () => {
  it('goes on where the case came from, with a window from the document', () => {
    const story = reviewed();
    decide(story, { caseId: 'c1', outcome: 'CONTINUE', windowEndsOn: '2026-11-30' });
    expect(story.case()).toMatchObject({ stage: 'RUNNING', review: null });
    expect(story.dueAt('window-end')).toBe(instant('2026-11-30T23:59:59'));
  });

  it('goes back to a hold', () => {
    const story = running();
    story.accepts('suspend-execution', { caseId: 'c1', reason: 'sealed:v1:ill', resumeOn: null });
    story.accepts('open-breach-review', { caseId: 'c1', note: 'sealed:v1:x' });
    decide(story, { caseId: 'c1', outcome: 'CONTINUE' });
    expect(story.case().stage).toBe('HELD');
  });
});

describe('decision: repeat', () => {
  it('opens 180 days for the repeated hours and completes with them', () => {
    const story = reviewed();
    const sent = decide(story, { caseId: 'c1', outcome: 'REPEAT', repeatHours: 16 });
    expect(types(sent)).toEqual(['RepeatOrdered', 'WindowChanged']);
    expect(story.dueAt('window-end')).toBe(instant('2026-11-28T23:59:59'));
    story.accepts('plan-schedule', planFor('2026-06-02', weekdays(WEEKDAYS, '08:00', '16:00')));
    works(story, ['2026-06-02', '2026-06-03'], 8);
    expect(story.all('ObligationCompleted')).toMatchObject([{ data: { creditedMinutes: 6_720 } }]);
  });

  it('never adds hours to what was ordered (I-5)', () => {
    const story = reviewed();
    const decision = { caseId: 'c1', outcome: 'REPEAT', repeatHours: 201 } as const;
    expect(story.refuses('record-breach-decision', decision)).toMatchObject({
      code: 'HOURS_RANGE',
      parameters: { maximum: 200 },
    });
  });

  it('can be breached again', () => {
    const story = reviewed();
    decide(story, { caseId: 'c1', outcome: 'REPEAT', repeatHours: 104, windowEndsOn: '2026-08-31' });
    story.at('2026-09-01T00:00');
    expect(story.all('BreachReviewOpened').at(-1)?.data).toMatchObject({
      ground: 'WINDOW_ENDED',
      minutesShort: 6_240,
    });
    expect(story.case().stage).toBe('REVIEW');
  });
});

describe('S14: decision: replaced prison', () => {
  it('stores the number of the decision beside the advice, and opens the linked case', () => {
    const story = reviewed();
    const sent = decide(story, {
      caseId: 'c1',
      outcome: 'REPLACED_PRISON',
      prisonDays: 70,
      facility: 'lapas-medan',
    });
    expect(sent.events).toMatchObject([
      { type: 'ReplacedPrisonOrdered', data: { prisonDays: 70, advisoryDays: 62 } },
      { type: 'LinkedCaseOpened', data: { caseId: 'c1', linkedCaseId: 'c2', route: 'PRISON', days: 70 } },
    ]);
    expect(story.case().stage).toBe('CONVERTED');
    expect(story.waitsFor()).toEqual([]);
    expect(story.world.placesTaken('site-day/puskesmas/2026-06-02')).toBe(0);
    story.accepts('close-case', { caseId: 'c1', reason: 'CONVERTED' });
  });
});

describe('decision: replaced fine', () => {
  const fined = (): Story => {
    const story = reviewed({ ruling: { replaced: { kind: 'FINE', rupiah: 5_000_000 } } });
    const sent = decide(story, {
      caseId: 'c1',
      outcome: 'REPLACED_FINE',
      rupiah: 3_000_000,
      payBy: '2026-07-01',
    });
    expect(sent.events).toMatchObject([{ data: { rupiah: 3_000_000, advisoryRupiah: 2_600_000 } }]);
    return story;
  };

  it('waits for the payment, and closes when it is paid', () => {
    const story = fined();
    expect(story.refuses('close-case', { caseId: 'c1', reason: 'CONVERTED' }).code).toBe('WRONG_STAGE');
    story.accepts('record-fine-payment', { caseId: 'c1', rupiah: 1_000_000, paidOn: '2026-06-01' });
    expect(story.waitsFor()).toEqual(['fine-payment']);
    story.accepts('record-fine-payment', { caseId: 'c1', rupiah: 2_000_000, paidOn: '2026-06-01' });
    expect(story.waitsFor()).toEqual([]);
    story.accepts('close-case', { caseId: 'c1', reason: 'CONVERTED' });
  });

  it('unpaid, can become prison', () => {
    const story = fined().at('2026-07-02T00:00');
    expect(story.all('FinePaymentOverdue')).toHaveLength(1);
    expect(story.refuses('record-breach-decision', { caseId: 'c1', outcome: 'CONTINUE' }).code).toBe(
      'WRONG_STAGE',
    );
    decide(story, { caseId: 'c1', outcome: 'REPLACED_PRISON', prisonDays: 30, facility: 'lapas-medan' });
    expect(Object.keys(story.state.domain.linkedCases)).toEqual(['c2']);
  });
});

describe('a decision beyond what was replaced', () => {
  const reviewed = (replaced: { kind: 'PRISON'; days: number } | { kind: 'FINE'; rupiah: number }) => {
    const story = running({ ruling: { replaced } });
    story.accepts('open-breach-review', { caseId: 'c1', note: 'sealed:v1:x' });
    return story;
  };
  const prison = { caseId: 'c1', outcome: 'REPLACED_PRISON', facility: 'lapas-medan' } as const;
  const fine = { caseId: 'c1', outcome: 'REPLACED_FINE', rupiah: 100_000, payBy: '2026-05-01' } as const;

  it('keeps the number of its document, and warns', () => {
    const story = reviewed({ kind: 'PRISON', days: 120 });
    const sent = story.accepts('record-breach-decision', { ...prison, prisonDays: 99_999 });
    expect(sent.warnings).toEqual(['BREACH_DECISION_ANOMALY']);
    expect(sent.events).toMatchObject([{ data: { prisonDays: 99_999 } }, {}]);
    const within = reviewed({ kind: 'PRISON', days: 120 });
    expect(within.accepts('record-breach-decision', { ...prison, prisonDays: 120 }).warnings).toEqual([]);
  });

  it('warns of a fine where prison was replaced, and of prison where a fine was', () => {
    const asFine = reviewed({ kind: 'PRISON', days: 120 }).accepts('record-breach-decision', fine);
    expect(asFine.warnings).toEqual(['BREACH_DECISION_ANOMALY']);
    const story = reviewed({ kind: 'FINE', rupiah: 200_000 });
    expect(story.send('record-breach-decision', { ...prison, prisonDays: 10 }).warnings).toEqual([
      'BREACH_DECISION_ANOMALY',
    ]);
  });

  it('refuses a fine that had to be paid before it was decided', () => {
    const story = reviewed({ kind: 'FINE', rupiah: 200_000 });
    const refused = story.refuses('record-breach-decision', { ...fine, payBy: '1950-01-01' });
    expect(refused).toMatchObject({ code: 'DATE_IMPLAUSIBLE', parameters: { field: 'payBy' } });
  });
});

describe('S22: commercial use', () => {
  it('concerns only a site that the case has to do with', () => {
    const refused = running().refuses('flag-commercial-use', { caseId: 'c1', siteId: 'mosque' });
    expect(refused.code).toBe('SITE_NOT_OF_CASE');
  });

  it.each([
    ['PERSON', 'person'],
    ['AUDITOR', 'inspektorat'],
  ] as const)('is recorded for a %s, and suspends nothing by itself', (role, office) => {
    const actor = { id: 'a-flag', role, office };
    const sent = running().accepts('flag-commercial-use', { caseId: 'c1', siteId: 'puskesmas' }, { actor });
    expect(types(sent)).toEqual(['CommercialUseFlagged']);
    expect(sent.messages).toEqual([]);
  });

  it('tells the site register, and takes nothing from the person', () => {
    const story = running();
    works(story, ['2026-03-30'], 8);
    const sent = story.accepts('flag-commercial-use', { caseId: 'c1', siteId: 'puskesmas' });
    expect(types(sent)).toEqual(['CommercialUseFlagged']);
    expect(sent.messages).toEqual([
      {
        target: 'register/site/puskesmas',
        name: 'suspend-site',
        data: { reason: 'COMMERCIAL_USE', on: '2026-03-30' },
      },
    ]);
    expect(story.case().creditedMinutes).toBe(480);
  });

  it('stops the sessions, gives the prosecutor two days, and recomputes the pace', () => {
    const story = running({ world: new World() });
    const stop = { siteId: 'puskesmas', suspendedOn: '2026-03-30' };
    const actor = { id: 'system', role: 'SYSTEM', office: 'system' } as const;
    const sent = story.accepts('suspend-site-sessions', stop, { actor });
    expect(types(sent)).toEqual(['SiteSessionsStopped', 'PaceChecked']);
    expect(story.accepts('suspend-site-sessions', stop, { actor }).events).toEqual([]);
    expect(story.dueAt('site-reassignment')).toBe(instant('2026-04-01T23:59:59'));
    story.at('2026-04-02T08:00');
    expect(story.all('SiteReassignmentOverdue')).toHaveLength(1);
    story.world.know(
      'site/puskesmas',
      site('puskesmas', { suspended: { on: '2026-03-30', reason: 'OTHER' } }),
    );
    const change = { caseId: 'c1', reason: 'sealed:v1:x' };
    expect(story.refuses('change-site', { ...change, siteId: 'puskesmas' }).code).toBe('SITE_SUSPENDED');
    story.accepts('change-site', { ...change, siteId: 'mosque' });
    expect(story.case().site).toMatchObject({ siteId: 'mosque', stopped: false });
  });
});
