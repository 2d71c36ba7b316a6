/** S14, S30, S32, S34 to S37 as far as they are the prison's, to the day. */
import { describe, expect, it } from 'vitest';
import type { JourneyCommands } from '../../src/domain/journey/commands.ts';
import {
  integrationProjection,
  remissionProjection,
  specialRemissionProjection,
} from '../../src/domain/journey/prison/projection.ts';
import {
  custodyFacility,
  isInCustody,
  outsideTrainingAllowed,
  releaseDateOf,
} from '../../src/domain/journey/prison/queries.ts';
import { type PolicyName, startingPolicy } from '../../src/domain/law/policy-catalogue.ts';
import { AT_STAGE } from '../journey/stages.ts';
import { instant, type Story, types } from '../journey/story.ts';
import {
  approved,
  counsellor,
  does,
  imported,
  inAftercare,
  inTraining,
  otherWarden,
  prisonCase,
  prisonWorld,
  refused,
  released,
  stageIs,
  trainingSays,
  twoYears,
  warden,
} from './prison-world.ts';

const text = 'sealed:v1:text';
const rules = { policy: <T>(name: string): T => startingPolicy(name as PolicyName).value as T };
const dataOf = (story: Story, type: string) => story.all(type).map(({ data }) => data);

describe('S37: a late litmas', () => {
  const requested = (holidays: string[]): Story => {
    const story = imported().at('2026-06-02T09:00');
    story.world.know('calendar/national', {
      ...{ id: 'national', name: 'national', years: [{ year: 2026 }] },
      holidays: holidays.map((date) => ({ date, name: date })),
    });
    does(story, 'assess-inmate-needs', {});
    does(story, 'request-litmas', { purpose: 'TRAINING' });
    return story;
  };

  it.each([
    [['2026-06-16'], '2026-06-23T23:59:59'],
    [[], '2026-06-22T23:59:59'],
  ])('with the holidays %j it is due %s', (holidays, due) => {
    expect(requested(holidays).dueAt('litmas')).toBe(instant(due));
  });

  it('is told to the head of the probation office, and nothing else changes', () => {
    const story = requested(['2026-06-16']);
    const before = prisonCase(story);
    story.at('2026-06-24T09:00');
    expect(dataOf(story, 'LitmasOverdue')).toEqual([{ caseId: 'c1', probationOffice: 'bapas-medan' }]);
    const { litmas, ...rest } = prisonCase(story);
    expect({ ...rest, litmas: before.litmas }).toEqual(before);
    expect(litmas).toEqual({ purpose: 'TRAINING', dueAt: null });
    does(story, 'record-litmas', { recommended: true }, counsellor);
    stageIs(story, 'PROPOSED');
  });

  it('warns where the holidays of the year are not loaded', () => {
    const story = imported().at('2026-06-02T09:00');
    story.world.know('calendar/national', { id: 'national', name: 'national', years: [], holidays: [] });
    does(story, 'assess-inmate-needs', {});
    expect(does(story, 'request-litmas', { purpose: 'TRAINING' }).warnings).toEqual([
      'CALENDAR_YEAR_NOT_LOADED',
    ]);
  });
});

describe('S34: Register F', () => {
  const entered = (): Story => {
    const story = inTraining(approved()).at('2026-06-01T10:00');
    // Seven months have been served on 17 August.
    expect(remissionProjection(prisonCase(story), '2026-06-01', rules)).toMatchObject({
      ...{ projection: true, on: '2026-08-17', months: 1, reason: null },
    });
    does(story, 'record-discipline', { entryOn: '2026-06-01', suspendsTraining: true });
    return story;
  };
  const version = (story: Story): number => prisonCase(story).discipline[0]?.version ?? 0;

  it('suspends training and takes the projection for 17 August away, until 1 December', () => {
    const story = entered();
    stageIs(story, 'INTERRUPTED');
    expect(remissionProjection(prisonCase(story), '2026-06-02', rules)).toMatchObject({
      ...{ on: '2026-08-17', months: null, reason: 'DISCIPLINE', cleanFrom: '2026-12-01' },
    });
    const special = (on: string) => specialRemissionProjection(prisonCase(story), on, rules).days;
    expect([special('2026-11-30'), special('2026-12-01')]).toEqual([null, 15]);
  });

  it('an annulment restores both by a correcting event', () => {
    const story = entered().at('2026-07-01T09:00');
    const sent = does(story, 'annul-discipline', { entryOn: '2026-06-01', reason: text });
    expect(types(sent)).toEqual(['DisciplineAnnulled', 'InterruptionEnded']);
    expect(sent.events[0]?.data).toMatchObject({ corrects: version(story), entryOn: '2026-06-01' });
    stageIs(story, 'IN_TRAINING');
    expect(remissionProjection(prisonCase(story), '2026-07-01', rules).months).toBe(1);
    expect(refused(story, 'annul-discipline', { entryOn: '2026-06-01', reason: text }).code).toBe(
      'DISCIPLINE_ENTRY_UNKNOWN',
    );
  });

  it('leaves another interruption standing', () => {
    const story = entered();
    does(story, 'record-illness', { from: '2026-06-01', expectedDays: 10 });
    const sent = does(story, 'annul-discipline', { entryOn: '2026-06-01', reason: text });
    expect(types(sent)).toEqual(['DisciplineAnnulled']);
    stageIs(story, 'INTERRUPTED');
  });

  it('moves the projections of PB and CB (I.6b)', () => {
    const story = imported().at('2027-03-01T09:00');
    const from = (kind: string) =>
      integrationProjection(prisonCase(story), '2027-03-01', rules).find((one) => one.kind === kind)?.from;
    // 24 months are too long for conditional leave (B-07).
    expect([from('ASSIMILATION'), from('PB'), from('CB')]).toEqual(['2027-01-05', '2027-05-05', null]);
    does(story, 'record-discipline', { entryOn: '2027-03-01', suspendsTraining: false });
    expect([from('ASSIMILATION'), from('PB')]).toEqual(['2027-01-05', '2027-12-01']);
  });
});

describe('B-10: the table of the general remission', () => {
  it.each([
    ['2026-03-17', 0, null],
    ['2026-02-17', 0, 1],
    ['2025-08-18', 0, 1],
    ['2025-08-17', 0, 2],
    ['2025-08-17', 1, 3],
    ['2025-08-17', 2, 4],
    ['2025-08-17', 3, 5],
    ['2025-08-17', 4, 5],
    ['2025-08-17', 5, 6],
    ['2025-08-17', 9, 6],
  ])('served since %s, %i had before: %s months', (startedOn, generalRemissions, months) => {
    const { sentence } = twoYears();
    const found = prisonCase(imported({ generalRemissions, sentence: { ...sentence, startedOn } }));
    expect(remissionProjection(found, '2026-08-17', rules).months).toBe(months);
  });

  it.each([
    ['LIFE', 'NOT_A_TERM'],
    ['SUBSTITUTE', 'NOT_A_TERM'],
  ] as const)('none for %s', (kind, reason) => {
    const found = prisonCase(imported({ sentence: { ...twoYears().sentence, kind } }));
    expect(remissionProjection(found, '2026-08-01', rules)).toMatchObject({ months: null, reason });
  });

  it('counts those granted since', () => {
    const story = imported().at('2026-08-17T09:00');
    const remission = { kind: 'GENERAL', effect: 'RU_I', amountDays: 30, grantedOn: '2026-08-17' } as const;
    const sent = does(story, 'grant-remission', { ...remission, releaseOn: '2027-12-06' });
    expect(types(sent)).toEqual(['RemissionGranted', 'ReleaseDateChanged']);
    expect(releaseDateOf(prisonCase(story))).toBe('2027-12-06');
    expect(remissionProjection(prisonCase(story), '2026-08-18', rules)).toMatchObject({
      ...{ on: '2027-08-17', months: 3 },
    });
  });
});

describe('S35: training outside the walls', () => {
  it('is not before half of the term, and needs a decree', () => {
    const story = imported();
    expect(outsideTrainingAllowed(prisonCase(story), '2026-09-07')).toEqual({
      ...{ allowed: false, from: '2027-01-05' },
    });
    story.at('2027-01-04T09:00');
    const early = does(story, 'grant-assimilation', { from: '2027-01-04' });
    expect(early.warnings).toEqual(['INTEGRATION_EARLY']);
    expect(does(story, 'grant-assimilation', { from: '2027-01-06' }).warnings).toEqual([]);
    expect(outsideTrainingAllowed(prisonCase(story), '2027-01-05').allowed).toBe(false);
    expect(outsideTrainingAllowed(prisonCase(story), '2027-01-06').allowed).toBe(true);
  });
});

describe('S30: released at once', () => {
  const free = { kind: 'RU_II', on: '2026-08-17' } as const;
  const atTheGate = (): Story => {
    const story = inTraining(approved()).at('2026-08-17T10:00');
    expect(refused(story, 'record-release', { ...free, contactPhone: text }).code).toBe('DECREE_MISSING');
    const decree = { kind: 'GENERAL', effect: 'RU_II', amountDays: 30, grantedOn: '2026-08-17' } as const;
    does(story, 'grant-remission', { ...decree, releaseOn: '2026-08-17' });
    return story;
  };

  it('needs the contact form before the gate', () => {
    expect(refused(atTheGate(), 'record-release', free).code).toBe('CONTACT_MISSING');
  });

  it('without a contact: thirty days of search, then it may be closed as such', () => {
    const story = atTheGate();
    does(story, 'record-release', { ...free, noContactReason: text });
    expect(story.dueAt('release-hand-over')).toBe(instant('2026-08-24T23:59:59'));
    expect(story.dueAt('release-chase')).toBe(instant('2026-09-16T23:59:59'));
    const closing = { reason: 'RELEASED_NO_CONTACT' } as const;
    expect(refused(story, 'close-prison-case', closing).code).toBe('NOT_READY_TO_CLOSE');
    story.at('2026-09-17T08:00');
    expect([story.all('ReleaseHandOverOverdue').length, story.all('ReleaseChaseEnded').length]).toEqual([
      1, 1,
    ]);
    does(story, 'close-prison-case', closing);
    expect(prisonCase(story)).toMatchObject({ stage: 'CLOSED', closedReason: 'RELEASED_NO_CONTACT' });
    expect(story.waitsFor()).toEqual(['prison-retention-end']);
    expect(story.dueAt('prison-retention-end')).toBe(instant('2036-09-17T23:59:59'));
  });

  it('in the middle of training the search goes on although there is a phone', () => {
    const story = atTheGate();
    does(story, 'record-release', { ...free, contactPhone: text });
    expect(story.waitsFor()).toEqual(['release-chase', 'release-hand-over']);
  });

  it('is handed over to the manpower office, and closed', () => {
    const story = atTheGate();
    does(story, 'record-release', { ...free, contactFamily: text, contactOffice: 'disnaker-medan' });
    expect(refused(story, 'hand-over-released', { to: 'lapas-selong', on: '2026-08-17' }).code).toBe(
      'OFFICE_WRONG_KIND',
    );
    does(story, 'hand-over-released', { to: 'disnaker-medan', on: '2026-08-17' });
    does(story, 'close-prison-case', { reason: 'PROGRAMME_DONE' });
    stageIs(story, 'CLOSED');
  });

  it('someone who is found is not searched for any longer', () => {
    const story = approved().at('2026-08-17T10:00');
    does(story, 'record-release', { kind: 'DEMI_HUKUM', on: '2026-08-17', noContactReason: text });
    expect(story.waitsFor()).toContain('release-chase');
    does(story, 'record-release-contact', { contactPhone: text });
    expect(story.waitsFor()).toEqual(['release-hand-over']);
  });
});

describe('S36: death in custody', () => {
  it('leaves no timer of litmas and release, tells the family, and waits for its closing', () => {
    const story = inTraining(approved()).at('2026-07-01T09:00');
    does(story, 'request-litmas', { purpose: 'INTEGRATION' });
    expect(story.waitsFor()).toEqual(['litmas', 'release-date', 'release-watch', 'stage-date']);
    story.at('2026-07-02T15:00');
    const sent = story.accepts('record-death', { diedOn: '2026-07-02' }, { actor: warden });
    expect(types(sent)).toEqual(expect.arrayContaining(['PersonDied', 'FamilyNoticeDue']));
    expect(story.waitsFor()).toEqual([]);
    expect(refused(story, 'grant-assimilation', { from: '2026-07-02' }).code).toBe('PERSON_DECEASED');
    does(story, 'close-prison-case', { reason: 'DEATH' });
    expect(story.waitsFor()).toEqual(['prison-retention-end']);
  });
});

describe('S32: conditional release revoked', () => {
  it('returns, and is held in a new case linked to the old one', () => {
    const story = inAftercare().at('2027-11-10T09:00');
    expect(isInCustody(story.state.domain, '2027-11-10')).toBe(false);
    const sent = does(story, 'revoke-conditional-release', { on: '2027-11-10', ground: 'BREACH' });
    expect(types(sent).slice(0, 2)).toEqual(['ConditionalReleaseRevoked', 'InmateImported']);
    expect(sent.events[0]?.data).toEqual({
      ...{ caseId: 'c1', on: '2027-11-10', ground: 'BREACH', linkedCaseId: 'c2' },
      retentionEndsAt: expect.objectContaining({ date: '2037-11-10' }),
    });
    stageIs(story, 'RETURNED');
    expect(prisonCase(story, 'c2')).toMatchObject({
      ...{ stage: 'ADMITTED', linkedFrom: 'c1', facility: 'lapas-medan', releaseOn: '2028-01-05' },
    });
    expect(custodyFacility(story.state.domain)).toBe('lapas-medan');
    expect(story.waitsFor()).not.toContain('aftercare-report');
  });

  it('is late three months after probation has ended: stored, and shown (art. 73)', () => {
    const revoked = (at: string) => {
      const story = inAftercare().at(`${at}T09:00`);
      return does(story, 'revoke-conditional-release', { on: at, ground: 'NEW_OFFENCE' }).warnings;
    };
    expect(revoked('2029-04-05')).toEqual([]);
    expect(revoked('2029-04-06')).toEqual(['REVOCATION_LATE']);
  });

  it('is not for who is free for good', () => {
    const story = imported().at('2026-08-17T10:00');
    does(story, 'record-release', { kind: 'BEBAS_MURNI', on: '2026-08-17', contactPhone: text });
    const revocation = { on: '2026-08-17', ground: 'BREACH' } as const;
    expect(refused(story, 'revoke-conditional-release', revocation).code).toBe('NOT_CONDITIONAL');
  });
});

describe('aftercare', () => {
  it('waits for a report every month, and tells each that is missed', () => {
    const story = inAftercare();
    expect(story.dueAt('aftercare-report')).toBe(instant('2027-06-10T23:59:59'));
    story.at('2027-07-15T09:00');
    expect(dataOf(story, 'AftercareReportOverdue')).toMatchObject([
      { dueOn: '2027-06-10' },
      { dueOn: '2027-07-10' },
    ]);
    does(story, 'record-aftercare-report', { reportedOn: '2027-07-15', way: 'REMOTE' }, counsellor);
    expect(story.dueAt('aftercare-report')).toBe(instant('2027-08-15T23:59:59'));
  });

  it('tells reports that were missed in an outage as one', () => {
    const story = inAftercare().outage('2027-09-20T09:00');
    expect(dataOf(story, 'AftercareReportOverdue')).toMatchObject([{ dueOn: '2027-06-10' }]);
    expect(story.dueAt('aftercare-report')).toBe(instant('2027-10-10T23:59:59'));
  });

  it('tells the end of probation; people end the aftercare and close', () => {
    const story = inAftercare().at('2029-01-06T09:00');
    expect(dataOf(story, 'ProbationEndReached')).toEqual([{ caseId: 'c1', on: '2029-01-05' }]);
    expect(refused(story, 'close-prison-case', { reason: 'PROGRAMME_DONE' }).code).toBe('NOT_READY_TO_CLOSE');
    does(story, 'end-aftercare', { on: '2029-01-06', reason: 'PROBATION_ENDED' }, counsellor);
    does(story, 'close-prison-case', { reason: 'PROGRAMME_DONE' }, counsellor);
    stageIs(story, 'CLOSED');
  });

  it('is the probation office’s: the prison accepts no client', () => {
    expect(refused(released(), 'accept-client', { on: '2027-05-05' }).code).toBe('NOT_PERMITTED');
  });
});

describe('transfer (B-14)', () => {
  const moved = (): Story => {
    const story = inTraining(approved()).at('2026-03-02T09:00');
    const transfer = { toFacility: 'lapas-selong', on: '2026-03-02', registerNumber: 'BI.7/2026' };
    const sent = does(story, 'transfer-inmate', transfer);
    expect(sent.events[0]?.data).toEqual({
      ...{ caseId: 'c1', fromFacility: 'lapas-medan', toFacility: 'lapas-selong' },
      ...{ on: '2026-03-02', zone: 'WITA', registerNumber: 'BI.7/2026' },
    });
    return story;
  };

  it('gives the case into the hands of the new prison, on its clock', () => {
    const story = moved();
    expect(prisonCase(story)).toMatchObject({ stage: 'INTERRUPTED', facility: 'lapas-selong', zone: 'WITA' });
    expect(refused(story, 'end-interruption', { on: '2026-03-02' }).code).toBe('NOT_PERMITTED');
    does(story, 'end-interruption', { on: '2026-03-02' }, otherWarden);
    stageIs(story, 'IN_TRAINING');
  });

  it('keeps dates, units and watch as they are', () => {
    expect(prisonCase(moved())).toMatchObject({ watchDays: [60, 30, 14], enrolments: ['e1'] });
  });
});

describe('escape (B-11, B-16)', () => {
  it('may come at any stage of custody, and nothing is done for who is on the run', () => {
    const story = imported().at('2026-03-02T09:00');
    does(story, 'record-escape', { on: '2026-03-02' });
    stageIs(story, 'INTERRUPTED');
    expect(isInCustody(story.state.domain, '2026-03-02')).toBe(false);
    expect(refused(story, 'record-release', { kind: 'BEBAS_MURNI', on: '2026-03-02' }).code).toBe(
      'NOT_IN_CUSTODY',
    );
    story.at('2026-03-12T09:00');
    const sent = does(story, 'record-recapture', { on: '2026-03-12' });
    expect(sent.events[0]?.data).toEqual({ caseId: 'c1', on: '2026-03-12', advisoryDaysOnRun: 10 });
    expect(releaseDateOf(prisonCase(story))).toBe('2028-01-05');
    does(story, 'end-interruption', { on: '2026-03-12' });
    stageIs(story, 'ADMITTED');
  });

  it('is closed as lapsed by a paper alone', () => {
    const story = imported().at('2026-03-02T09:00');
    does(story, 'record-escape', { on: '2026-03-02' });
    const lapsed = { reason: 'ESCAPE_LAPSED' } as const;
    expect(refused(story, 'close-prison-case', lapsed, warden, null).code).toBe('DOCUMENT_MISSING');
    does(story, 'close-prison-case', lapsed);
    stageIs(story, 'CLOSED');
  });
});

describe('illness and lockdown (I.6b)', () => {
  it.each([
    [3, false, 'IN_TRAINING'],
    [4, true, 'INTERRUPTED'],
  ] as const)('an illness of %i days suspends: %s', (expectedDays, suspends, stage) => {
    const story = inTraining(approved());
    const sent = does(story, 'record-illness', { from: '2026-02-10', expectedDays });
    expect(sent.events[0]?.data).toMatchObject({ suspends });
    stageIs(story, stage);
  });

  it('is looked at when it should be over', () => {
    const story = inTraining(approved());
    does(story, 'declare-lockdown', { from: '2026-02-10', until: '2026-02-12' });
    story.at('2026-02-13T08:00');
    expect(story.all('InterruptionReviewDue')).toHaveLength(1);
    stageIs(story, 'INTERRUPTED');
  });

  it('a facility’s lockdown reaches who is held there, and no others', () => {
    const system = { id: 'system', role: 'SYSTEM', office: 'system' } as const;
    const told = (facility: string) => {
      const story = inTraining(approved());
      return types(story.accepts('apply-lockdown', { facility, from: '2026-02-10' }, { actor: system }));
    };
    expect(told('lapas-medan')).toEqual(['LockdownDeclared']);
    expect(told('lapas-selong')).toEqual([]);
  });
});

describe('what training says', () => {
  const moved = (): Story => {
    const story = inTraining(approved()).at('2026-03-02T09:00');
    does(story, 'transfer-inmate', { toFacility: 'lapas-selong', on: '2026-03-02' });
    return story;
  };

  it('that goes on at the new place ends the interruption of a transfer, and of nothing else', () => {
    stageIs(trainingSays(moved(), 'RESUMED'), 'IN_TRAINING');
    const ill = moved();
    does(ill, 'record-illness', { from: '2026-03-02', expectedDays: 10 }, otherWarden);
    stageIs(trainingSays(ill, 'RESUMED'), 'INTERRUPTED');
    expect(prisonCase(ill).interruptions.map(({ kind }) => kind)).toEqual(['ILLNESS']);
  });

  it('that ends leaves the case approved, also while it is interrupted', () => {
    stageIs(trainingSays(inTraining(approved()), 'ENDED'), 'APPROVED');
    const story = trainingSays(moved(), 'ENDED');
    stageIs(story, 'INTERRUPTED');
    does(story, 'end-interruption', { on: '2026-03-02' }, otherWarden);
    stageIs(story, 'APPROVED');
  });

  it('that ends outside ends the search for who can be reached (S30)', () => {
    const story = inTraining(approved()).at('2026-03-02T09:00');
    does(story, 'record-release', { kind: 'DEMI_HUKUM', on: '2026-03-02', contactPhone: text });
    expect(prisonCase(story).release?.chaseAt).not.toBeNull();
    trainingSays(story, 'ENDED');
    expect(prisonCase(story).release?.chaseAt).toBeNull();
  });
});

describe('the dates of the term', () => {
  it('are told on their days, and move nothing', () => {
    const story = imported().at('2027-06-01T09:00');
    expect(dataOf(story, 'StageDateReached')).toEqual([
      { caseId: 'c1', fractions: ['ONE_THIRD'], on: '2026-09-05' },
      { caseId: 'c1', fractions: ['HALF'], on: '2027-01-05' },
      { caseId: 'c1', fractions: ['TWO_THIRDS'], on: '2027-05-05' },
    ]);
    stageIs(story, 'ADMITTED');
  });

  it('stand in their order', () => {
    const story = imported();
    const stageDates = { ...twoYears().stageDates, half: '2026-09-04' };
    expect(refused(story, 'change-stage-dates', { stageDates })).toMatchObject({
      ...{ code: 'DATE_IMPLAUSIBLE', parameters: { field: 'half', earliest: '2026-09-05' } },
    });
  });

  it('a new end of the term is a new release date, unless another paper has set it', () => {
    const story = imported();
    const stageDates = { ...twoYears().stageDates, expiry: '2028-02-05' };
    const sent = does(story, 'change-stage-dates', { stageDates });
    expect(sent.events[1]?.data).toMatchObject({ from: '2028-01-05', to: '2028-02-05' });
    does(story, 'change-release-date', { from: '2028-02-05', to: '2027-12-01', reason: 'OTHER' });
    const again = { ...stageDates, expiry: '2028-03-05' };
    expect(types(does(story, 'change-stage-dates', { stageDates: again }))).toEqual(['StageDatesChanged']);
    expect(prisonCase(story).releaseOn).toBe('2027-12-01');
  });

  it('an old sheet does not undo a newer date', () => {
    const story = imported();
    const change = { from: '2028-01-04', to: '2027-12-01', reason: 'REMISSION' } as const;
    expect(refused(story, 'change-release-date', change)).toMatchObject({
      ...{ code: 'RELEASE_DATE_DIFFERS', parameters: { date: '2028-01-05' } },
    });
    const right = { ...change, from: '2028-01-05' };
    expect(refused(story, 'change-release-date', right, warden, null).code).toBe('DOCUMENT_MISSING');
  });
});

describe('S14: a conversion of community service', () => {
  it('goes on in prison under the id that was given to it, and only where it was ordered', () => {
    const story = AT_STAGE.REVIEW();
    for (const [key, fact] of prisonWorld().facts)
      if (key.startsWith('office/lapas')) story.world.know(key, fact.value);
    const prison = { caseId: 'c1', outcome: 'REPLACED_PRISON', prisonDays: 70 } as const;
    story.accepts('record-breach-decision', { ...prison, facility: 'lapas-medan' });
    const linked = twoYears({ linkedCaseId: 'c2' });
    expect(story.refuses('import-inmate', linked, { actor: otherWarden }).code).toBe('NOT_PERMITTED');
    story.accepts('import-inmate', linked, { actor: warden });
    expect(prisonCase(story, 'c2')).toMatchObject({ stage: 'ADMITTED', linkedFrom: 'c1' });
    expect(story.state.domain.caseCount).toBe(2);
    expect(story.refuses('import-inmate', linked, { actor: warden }).code).toBe('ALREADY_DONE');
  });
});

describe('the import', () => {
  const again = (story: Story, changes: Partial<JourneyCommands['import-inmate']>, actor = warden) =>
    story.refuses('import-inmate', twoYears(changes), { actor }).code;

  it('takes a person once: who is moved is transferred', () => {
    expect(again(imported(), { registerNumber: 'BI.9/2026' }, otherWarden)).toBe('ALREADY_IN_CUSTODY');
  });

  it('keeps a register number unique in its facility, however it is written (B-13)', () => {
    const story = imported();
    const world = story.world;
    const other = new (story.constructor as typeof Story)(world, 'person-2', '2026-02-02T09:00');
    other.accepts('register-person', { provisional: false, nikIndex: 'nik-2', identityWarnings: [] });
    expect(again(other, { registerNumber: 'bi.123 / 2026' })).toBe('DUPLICATE_REGISTER_NUMBER');
    other.accepts('import-inmate', twoYears(), { actor: otherWarden });
  });

  it('is a prison’s alone', () => {
    const story = imported().at('2026-03-01T09:00');
    does(story, 'record-release', { kind: 'DEMI_HUKUM', on: '2026-03-01', contactPhone: text });
    expect(again(story, {}, { ...warden, office: 'bapas-medan' })).toBe('NOT_A_PRISON');
    story.accepts('import-inmate', twoYears({ linkedCaseId: 'c1' }), { actor: warden });
    expect(prisonCase(story, 'c2').linkedFrom).toBe('c1');
  });
});
