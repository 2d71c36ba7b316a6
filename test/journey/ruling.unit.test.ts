/** S09, S10, S11, S17, S21, S26, S54, S56: the ruling and what becomes of it. */
import { describe, expect, it } from 'vitest';
import { instant, paper, prosecutor, Story, staff, stranger, types, World } from './story.ts';
import { datesOn, ordered, registered, ruling, running, works } from './way.ts';

function person(world = new World(), personId = 'person-1'): Story {
  const story = new Story(world, personId, '2026-03-05T09:00');
  story.accepts('register-person', { provisional: true, identityWarnings: [] });
  return story;
}

describe('S09: range of hours', () => {
  it.each([6, 241])('refuses %d hours', (orderedHours) => {
    expect(person().refuses('register-ruling', ruling({ orderedHours }))).toMatchObject({
      code: 'HOURS_RANGE',
      parameters: { hours: orderedHours, minimum: 8, maximum: 240 },
    });
  });

  it.each([8, 240])('accepts %d hours', (orderedHours) => {
    const sent = person().accepts('register-ruling', ruling({ orderedHours }));
    expect(sent.events[0]?.data).toMatchObject({ orderedMinutes: orderedHours * 60 });
    expect(sent.warnings).toEqual([]);
  });

  it('stores what the paper says only with a prosecutor’s reason, on hold', () => {
    const odd = ruling({ orderedHours: 241, anomalyReason: 'sealed:v1:reason' });
    const story = person();
    expect(story.refuses('register-ruling', odd, { actor: staff }).code).toBe('HOURS_RANGE');
    const sent = story.accepts('register-ruling', odd);
    expect(sent.warnings).toEqual(['SENTENCE_CONDITION_ANOMALY']);
    expect(story.case().anomalies).toEqual([{ anomaly: 'HOURS_OUT_OF_RANGE', hold: true, confirmed: false }]);
  });
});

describe('S10: conditions of art. 85(1)', () => {
  const cases = [
    ['THREAT_TOO_HIGH', { article: '476', maximumThreatMonths: 60, orderedHours: 100 }],
    ['REPLACED_PRISON_TOO_LONG', { replaced: { kind: 'PRISON', days: 210 } }],
    ['REPLACED_FINE_TOO_HIGH', { replaced: { kind: 'FINE', rupiah: 10_000_001 } }],
  ] as const;

  it.each(cases)('warns of %s and waits for the prosecutor', (anomaly, changes) => {
    const story = person();
    const sent = story.accepts('register-ruling', ruling(changes), { actor: staff });
    expect(sent.warnings).toEqual(['SENTENCE_CONDITION_ANOMALY']);
    story.at('2026-03-18T10:00');
    story.accepts('record-ruling-final', { caseId: 'c1', finalOn: '2026-03-18' }, { actor: staff });
    const order = { caseId: 'c1', orderedOn: '2026-03-18', firstAppearanceOn: '2026-03-20' };
    expect(story.refuses('order-execution', order).code).toBe('ANOMALY_UNCONFIRMED');
    const confirmation = { caseId: 'c1', anomaly, reason: 'sealed:v1:read' };
    expect(story.refuses('confirm-sentence-anomaly', confirmation, { actor: staff }).code).toBe(
      'NOT_PERMITTED',
    );
    story.accepts('confirm-sentence-anomaly', confirmation);
    story.accepts('order-execution', order);
  });

  it.each([
    { maximumThreatMonths: 59 },
    { replaced: { kind: 'PRISON', days: 180 } as const },
    { replaced: { kind: 'FINE', rupiah: 10_000_000 } as const },
  ])('says nothing at the limit: %o', (changes) => {
    expect(person().accepts('register-ruling', ruling(changes)).warnings).toEqual([]);
  });
});

describe('S11: consent not in the paper', () => {
  it('warns, chases the full copy once, and blocks nothing', () => {
    const story = person();
    const sent = story.accepts('register-ruling', ruling({ consentRecorded: false }));
    expect(sent.warnings).toEqual(['CONSENT_NOT_IN_PAPER']);
    expect(story.dueAt('missing-data-chase')).toBe(instant('2026-03-12T23:59:59'));
    story.at('2026-03-20T10:00');
    expect(story.all('MissingDataChased')).toMatchObject([{ data: { missing: ['consent'] } }]);
    story.accepts('record-ruling-final', { caseId: 'c1', finalOn: '2026-03-18' });
    story.accepts('order-execution', {
      caseId: 'c1',
      orderedOn: '2026-03-20',
      firstAppearanceOn: '2026-03-23',
    });
  });

  it('stops the chase when the consent is found', () => {
    const story = person();
    story.accepts('register-ruling', ruling({ consentRecorded: false }));
    story.accepts('record-consent', { caseId: 'c1' });
    expect(story.waitsFor()).toEqual([]);
    expect(story.refuses('record-consent', { caseId: 'c1' }).code).toBe('ALREADY_DONE');
  });
});

describe('S26: child', () => {
  it('refuses 17 years and 11 months at the act', () => {
    expect(
      person().refuses('register-ruling', ruling({ ageAtAct: { years: 17, months: 11 } })),
    ).toMatchObject({
      code: 'UNDER_18',
      parameters: { years: 17, months: 11 },
    });
  });

  it('accepts 18 on the day, and chases an unknown age', () => {
    const story = person();
    story.accepts('register-ruling', ruling({ ageAtAct: { years: 18, months: 0 } }));
    const unknown = ruling({ ageAtAct: null, caseNumberIndex: 'index-2' });
    expect(story.accepts('register-ruling', unknown).events[0]?.data).toMatchObject({ missing: ['age'] });
  });
});

describe('S54: NIK of a woman', () => {
  it('warns, goes on, and is resolved with a proof document', () => {
    const story = new Story();
    const identityWarnings = [{ code: 'NIK_MISMATCH', parameters: { part: 'birth date' } }];
    const sent = story.accepts('register-person', { provisional: false, nikIndex: 'n', identityWarnings });
    expect(sent.warnings).toEqual(['NIK_MISMATCH']);
    expect(types(sent)).toEqual(['PersonRegistered', 'IdentityWarningRaised']);
    story.at('2026-03-05T09:00').accepts('register-ruling', ruling());
    const code = { code: 'NIK_MISMATCH' };
    expect(story.refuses('resolve-identity-warning', code, { document: null }).code).toBe('DOCUMENT_MISSING');
    story.accepts('resolve-identity-warning', code, { document: paper });
    expect(story.state.domain.identityWarnings).toEqual([]);
  });
});

describe('S56: the same again', () => {
  it('shows the existing case to whoever registers its number again', () => {
    const world = new World();
    registered({ world });
    const other = person(world, 'person-2');
    expect(other.refuses('register-ruling', ruling())).toMatchObject({
      code: 'DUPLICATE_CASE',
      parameters: { personId: 'person-1', caseId: 'c1' },
    });
    other.accepts('register-ruling', ruling({ defendantOrder: 2 }));
  });

  it('shows it also within one journey, and frees the number of a void case', () => {
    const world = new World();
    const story = registered({ world });
    expect(story.refuses('register-ruling', ruling())).toMatchObject({
      code: 'DUPLICATE_CASE',
      parameters: { caseId: 'c1' },
    });
    story.accepts('void-case', { caseId: 'c1', reason: 'sealed:v1:wrong person' });
    expect(story.refuses('record-consent', { caseId: 'c1' }).code).toBe('CASE_CLOSED');
    person(world, 'person-2').accepts('register-ruling', ruling());
  });

  it('registers one NIK once', () => {
    const world = new World();
    const data = { provisional: false, nikIndex: 'same', identityWarnings: [] };
    new Story(world, 'person-1').accepts('register-person', data);
    expect(new Story(world, 'person-2').refuses('register-person', data)).toMatchObject({
      code: 'DUPLICATE_PERSON',
      parameters: { personId: 'person-1' },
    });
    const provisional = person(world, 'person-3');
    const link = { nikIndex: 'same', identityWarnings: [] };
    expect(provisional.refuses('link-identity', link).code).toBe('DUPLICATE_PERSON');
    provisional.accepts('link-identity', { ...link, nikIndex: 'own' });
    expect(provisional.state.domain.provisional).toBe(false);
  });
});

describe('final date', () => {
  it('comes from a paper, lies between ruling and today, and is needed for the order', () => {
    const story = registered();
    const order = { caseId: 'c1', orderedOn: '2026-03-05', firstAppearanceOn: '2026-03-06' };
    expect(story.refuses('order-execution', order).code).toBe('NOT_FINAL');
    const final = { caseId: 'c1', finalOn: '2026-03-05' };
    expect(story.refuses('record-ruling-final', final, { document: null }).code).toBe('DOCUMENT_MISSING');
    expect(story.refuses('record-ruling-final', { ...final, finalOn: '2026-03-06' }).code).toBe(
      'DATE_IN_FUTURE',
    );
    expect(story.refuses('record-ruling-final', { ...final, finalOn: '2026-03-03' }).code).toBe(
      'DATE_IMPLAUSIBLE',
    );
    story.accepts('record-ruling-final', final);
    expect(story.refuses('record-ruling-final', final).code).toBe('WRONG_STAGE');
  });

  it('is not asked of a ruling older than the code', () => {
    const story = person();
    const old = ruling({ rulingDate: '2025-12-30', actDate: '2025-06-01' });
    expect(story.refuses('register-ruling', old).code).toBe('NO_RULE_ON_DATE');
  });
});

describe('offices', () => {
  it('lets nobody change another office’s case', () => {
    const story = registered();
    expect(story.refuses('record-consent', { caseId: 'c1' }, { actor: stranger }).code).toBe('NOT_PERMITTED');
    expect(
      story.refuses('void-case', { caseId: 'c1', reason: 'sealed:v1:x' }, { actor: stranger }).code,
    ).toBe('NOT_PERMITTED');
  });

  it('knows no person and no case that were not registered', () => {
    expect(new Story().refuses('record-consent', { caseId: 'c1' }).code).toBe('PERSON_UNKNOWN');
    expect(registered().refuses('record-consent', { caseId: 'c9' }).code).toBe('CASE_UNKNOWN');
    expect(registered().refuses('record-consent', { caseId: 'constructor' }).code).toBe('CASE_UNKNOWN');
  });

  it('S17: moves the case with its hours and its window', () => {
    const story = running({ ruling: { orderedHours: 160 } });
    works(story, datesOn([1, 2, 3, 4, 5], '2026-03-30', 10), 8);
    const before = story.case();
    story.at('2026-06-15T09:00').accepts('transfer-jurisdiction', {
      caseId: 'c1',
      toOffice: 'kejari-karo',
      toProbationOffice: 'bapas-karo',
      movedOn: '2026-06-15',
    });
    expect(story.case()).toMatchObject({
      office: 'kejari-karo',
      probationOffice: 'bapas-karo',
      creditedMinutes: 4_800,
      execution: { windowEndsAt: before.execution?.windowEndsAt },
      formerOffices: [
        { office: 'kejari-medan', until: '2026-06-15' },
        { office: 'bapas-medan', until: '2026-06-15' },
      ],
    });
    const change = { caseId: 'c1', siteId: 'mosque', reason: 'sealed:v1:moved' };
    expect(story.refuses('change-site', change, { actor: prosecutor }).code).toBe('NOT_PERMITTED');
    story.accepts('change-site', change, { actor: stranger });
  });
});

describe('S21: ruling changed on review', () => {
  it('completes the case on the day of the ruling, and notes the surplus', () => {
    const story = running({ ruling: { orderedHours: 200 } });
    works(story, datesOn([1, 2, 3, 4, 5], '2026-03-30', 15), 8);
    story.at('2026-08-12T10:00');
    const sent = story.accepts('change-ruling', {
      caseId: 'c1',
      instance: 'REVIEW',
      decidedOn: '2026-08-10',
      orderedHours: 100,
    });
    expect(sent.events).toMatchObject([
      { type: 'RulingChanged', data: { orderedMinutes: 6_000 }, occurredAt: { date: '2026-08-10' } },
      {
        type: 'ObligationCompleted',
        data: { creditedMinutes: 7_200, surplusMinutes: 1_200 },
        occurredAt: { date: '2026-08-10' },
      },
    ]);
    expect(story.case().stage).toBe('COMPLETED');
  });

  it('moves the window when the new ruling states a period, and keeps what is credited', () => {
    const story = running();
    works(story, datesOn([1, 2, 3, 4, 5], '2026-03-30', 5), 8);
    const sent = story.accepts('change-ruling', {
      caseId: 'c1',
      instance: 'APPEAL',
      decidedOn: '2026-04-03',
      orderedHours: 120,
      completionDays: 60,
    });
    expect(types(sent)).toEqual(['RulingChanged', 'WindowChanged', 'WindowWarningRaised']);
    expect(story.case()).toMatchObject({ creditedMinutes: 2_400, orderedMinutes: 7_200 });
    expect(story.dueAt('window-end')).toBe(instant('2026-05-29T23:59:59'));
  });

  it('leaves nothing to wait for when nothing is left, and closes by the prosecutor', () => {
    const story = running();
    const change = {
      caseId: 'c1',
      instance: 'CASSATION',
      decidedOn: '2026-03-30',
      orderedHours: null,
    } as const;
    expect(story.refuses('close-case', { caseId: 'c1', reason: 'RULING_CHANGED' }).code).toBe('WRONG_STAGE');
    story.accepts('change-ruling', change);
    expect(story.waitsFor()).toEqual([]);
    story.accepts('close-case', { caseId: 'c1', reason: 'RULING_CHANGED' });
    expect(story.case().closedReason).toBe('RULING_CHANGED');
  });

  it('stands again when it is raised after completion', () => {
    const story = running({ ruling: { orderedHours: 8 } });
    works(story, ['2026-03-31'], 8);
    expect(story.case().stage).toBe('COMPLETED');
    story.accepts('change-ruling', {
      caseId: 'c1',
      instance: 'APPEAL',
      decidedOn: '2026-03-31',
      orderedHours: 16,
    });
    expect(story.case().stage).toBe('RUNNING');
    expect(story.waitsFor()).toContain('window-end');
  });
});

describe('several rulings of one person', () => {
  it('run side by side, each with its own stage', () => {
    const story = ordered();
    story.accepts('register-ruling', ruling({ caseNumberIndex: 'index-2' }), { actor: staff });
    expect(story.case('c1').stage).toBe('ORDERED');
    expect(story.case('c2').stage).toBe('REGISTERED');
    story.accepts('record-profiling', { caseId: 'c2', fit: true, workTypes: ['cleaning'] });
    story.accepts('record-profiling', { fit: true, workTypes: [] });
    expect(story.case('c2').stage).toBe('PROFILED');
  });
});
