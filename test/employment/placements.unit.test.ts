/** Work that has begun: checks and their flags (S45, S46), loss of contact, custody (S32), apprenticeship (C-13). */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/domain/decider.ts';
import { employmentReactions } from '../../src/domain/journey/employment/reactions.ts';
import { EmploymentWorld, employer, officer, person, staff, warden } from './employment-world.ts';

const inmate = {
  registerNumber: 'BI.1/2026',
  sentence: { kind: 'TERM', startedOn: '2026-11-10', months: 24, days: 0 },
  stageDates: { oneThird: '2027-07-10', half: '2027-11-10', twoThirds: '2028-03-10', expiry: '2028-11-10' },
  probationOffice: 'bapas-medan',
  generalRemissions: 0,
};

const check = (day: number, checkedOn: string, changes: JsonObject = {}): JsonObject => ({
  ...{ placementId: 'p1', day, checkedOn, working: true, sameEmployer: true, gapDays: 0 },
  ...{ wageBand: 'AT_MINIMUM', relevantToCertificate: true, proof: { kind: 'PAYSLIP' }, ...changes },
});
const results = (story: EmploymentWorld) =>
  story.all('RetentionChecked').map((data) => {
    const { day, result, flags } = data as { day: number; result: string; flags: string[] };
    return [day, result, ...flags].join(' ');
  });
/** A card whose two years do not end during the year of checks. */
const working = (startedOn: string, holdsCertificate = false) =>
  new EmploymentWorld(`${startedOn}T09:00`, holdsCertificate).card(startedOn).employed(startedOn);

describe('S45: a certificate that ends during the follow-up', () => {
  it('flags the checks after it, and changes none', () => {
    const story = working('2029-03-01', true);
    expect(story.waitsFor.filter((waits) => waits.includes('retention-check'))).toEqual([
      '2029-05-30 retention-check',
      '2029-08-28 retention-check',
      '2030-03-01 retention-check',
    ]);
    story.at('2029-05-30T10:00').accepts('record-retention-check', check(90, '2029-05-30'));
    story.at('2029-06-16T00:30').certificateIs('EXPIRED', '2029-06-15');
    story.at('2029-08-28T10:00').accepts('record-retention-check', check(180, '2029-08-28'));
    expect(results(story)).toEqual(['90 RETAINED', '180 RETAINED CERTIFICATE_LAPSED']);
    expect(story.all('RetentionCheckDue')).toEqual([
      { placementId: 'p1', day: 90 },
      { placementId: 'p1', day: 180 },
    ]);
  });

  it('loses the flag when the certificate counts again', () => {
    const story = working('2029-03-01', true).at('2029-06-16T00:30').certificateIs('EXPIRED', '2029-06-15');
    story.at('2029-07-01T09:00').certificateIs('VALID', '2029-07-01', '2032-06-15');
    story.at('2029-08-28T10:00').accepts('record-retention-check', check(180, '2029-08-28'));
    expect(results(story)).toEqual(['180 RETAINED']);
  });
});

it('S46: a withdrawn certificate flags the placement and ends nothing', () => {
  const story = working('2027-01-04', true).at('2027-02-10T10:00').certificateIs('WITHDRAWN', '2027-02-10');
  expect(story.placement()).toMatchObject({
    ...{ ended: null, flags: [{ flag: 'CERTIFICATE_WITHDRAWN', certificateId: 't1' }] },
  });
  expect(story.waitsFor.filter((waits) => waits.includes('retention-check'))).toHaveLength(3);
});

describe('a check', () => {
  it('is neither early nor of another day, and stands once the person was retained', () => {
    const story = working('2026-09-14').at('2026-12-12T10:00');
    expect(story.refusalOf('record-retention-check', check(90, '2026-12-12'))).toBe('CHECK_TOO_EARLY');
    expect(story.refusalOf('record-retention-check', check(91, '2026-12-12'))).toBe('CHECK_UNKNOWN');
    story.at('2026-12-13T10:00').accepts('record-retention-check', check(90, '2026-12-13'));
    expect(story.refusalOf('record-retention-check', check(90, '2026-12-13'))).toBe('ALREADY_DONE');
  });

  it.each([
    ['2026-11-30', 'RETAINED'],
    ['2026-12-01', 'RETAINED'],
    ['2026-12-02', 'LOST'],
  ])('after a job that began again on %s (thirty days between them, or more): %s', (startedOn, result) => {
    const story = working('2026-09-14').at('2026-12-13T10:00');
    const changed = {
      placementId: 'p1',
      employerId: null,
      endedOn: '2026-10-31',
      contract: null,
      wageBand: null,
    };
    story.accepts('change-job', { ...changed, startedOn });
    story.accepts('record-retention-check', check(90, '2026-12-13', { sameEmployer: false }));
    expect(results(story)).toEqual([`90 ${result}`]);
  });

  it('of who does not work says lost', () => {
    const story = working('2026-09-14').at('2026-12-13T10:00');
    story.accepts('record-retention-check', check(90, '2026-12-13', { working: false }));
    expect(results(story)).toEqual(['90 LOST']);
  });
});

describe('three tries in fourteen days', () => {
  const tries = (...dates: string[]) => {
    const story = working('2026-09-14').at('2027-01-20T10:00');
    for (const attemptedOn of dates) {
      const attempt = { placementId: 'p1', channel: 'PHONE', attemptedOn, reached: false };
      story.accepts('record-contact-attempt', attempt);
    }
    return results(story);
  };

  it('without an answer make the open check UNREACHABLE', () => {
    expect(tries('2026-12-14', '2026-12-20')).toEqual([]);
    expect(tries('2026-12-14', '2026-12-20', '2026-12-27')).toEqual(['90 UNREACHABLE']);
  });

  it('further apart do not count together', () => {
    expect(tries('2026-12-14', '2026-12-20', '2026-12-28')).toEqual([]);
  });

  it('count anew once the person answered; who is found later is asked again', () => {
    const story = working('2026-09-14').at('2027-01-20T10:00');
    const attempt = (attemptedOn: string, reached = false) =>
      story.accepts('record-contact-attempt', {
        ...{ placementId: 'p1', channel: 'VISIT', attemptedOn, reached },
      });
    for (const date of ['2026-12-14', '2026-12-15']) attempt(date);
    attempt('2026-12-16', true);
    for (const date of ['2026-12-17', '2026-12-18']) attempt(date);
    expect(results(story)).toEqual([]);
    attempt('2026-12-19');
    story.accepts('record-retention-check', check(90, '2027-01-20'));
    expect(results(story)).toEqual(['90 UNREACHABLE', '90 RETAINED']);
  });
});

describe('S32: in custody again', () => {
  const placed = () => {
    const story = new EmploymentWorld('2026-09-14T09:00').card('2026-09-14').consents('MATCHING').available();
    return story.proposed().taken().employed('2026-09-14', { proposalId: 'w1' });
  };

  it('the placement ends inside, the check of day 90 is cancelled, the certificate is untouched', () => {
    const story = placed();
    expect(story.waitsFor).toContain('2026-12-13 retention-check');
    story.at('2026-11-10T10:00').accepts('import-inmate', inmate, warden);
    expect(story.all('PlacementEnded')).toEqual([
      {
        ...{ placementId: 'p1', endedOn: '2026-11-10', reason: 'BACK_IN_CUSTODY' },
        cancelledChecks: [90, 180, 365],
      },
    ]);
    expect(story.waitsFor.join()).not.toContain('retention-check');
    story.at('2026-12-14T09:00');
    expect(story.all('RetentionCheckDue')).toEqual([]);
    // What the employer said yes to stays said; that it is over stands in its list without a reason.
    expect(story.proposal().stage).toBe('ACCEPTED');
    expect(story.state.employment.availability).toBeNull();
  });

  it('by a revocation on its own date; who was only proposed is withdrawn as unavailable', () => {
    const story = placed();
    const context = { command: {}, now: story.world.now } as never;
    const revoked = { type: 'ConditionalReleaseRevoked', data: { on: '2026-11-10' } } as never;
    const reaction = employmentReactions.ConditionalReleaseRevoked?.(story.state, revoked, context);
    expect(reaction?.events?.map(({ type }) => type)).toEqual(['PlacementEnded', 'AvailabilityEnded']);
    const proposed = new EmploymentWorld().seeking().proposed();
    proposed.accepts('import-inmate', inmate, warden);
    expect(proposed.all('ProposalWithdrawn')).toEqual([{ proposalId: 'w1', reason: 'UNAVAILABLE' }]);
  });

  it('nothing is said of somebody who neither works nor looks for work', () => {
    const story = new EmploymentWorld().accepts('import-inmate', inmate, warden);
    expect(story.types.filter((type) => /Placement|Proposal|Availability/.test(type))).toEqual([]);
  });
});

describe('what ends with other events', () => {
  it('a death: the placement ends, no check is due any more', () => {
    const story = working('2026-09-14').at('2026-10-01T09:00');
    const ruling = employmentReactions.PersonDied?.(
      story.state,
      { type: 'PersonDied', data: { diedOn: '2026-09-30' } } as never,
      { command: {}, now: story.world.now } as never,
    );
    expect(ruling?.events?.[0]?.data).toMatchObject({ reason: 'DIED', endedOn: '2026-09-30' });
  });

  it('the consent to be followed up: its checks are cancelled, the placement goes on', () => {
    const story = working('2026-09-14').consents('FOLLOW_UP');
    story.accepts('withdraw-consent', { purpose: 'FOLLOW_UP', stopsTraining: false }, person);
    expect(story.placement().ended).toBeNull();
    expect(story.waitsFor.join()).not.toContain('retention-check');
    expect(story.refusalOf('record-retention-check', check(90, '2026-09-14'))).toBe('CHECK_UNKNOWN');
  });

  it('a move to another jurisdiction: a task for the placement office, if there is one', () => {
    const moved = (story: EmploymentWorld) =>
      employmentReactions.JurisdictionTransferred?.(story.state, {} as never, {} as never)?.events?.[0]?.data;
    expect(moved(new EmploymentWorld())).toBeUndefined();
    expect(moved(new EmploymentWorld().card())).toEqual({
      ...{ task: 'NEW_PLACEMENT_OFFICER', office: 'disnaker-medan' },
    });
  });

  it('a release without a card in force is a task for a manpower office', () => {
    const state = new EmploymentWorld().state;
    const released = { data: {} } as never;
    const raised = employmentReactions.ReleaseRecorded?.(state, released, {} as never);
    expect(raised?.events?.[0]?.data).toEqual({ task: 'ISSUE_JOB_SEEKER_CARD', office: null });
    const held = new EmploymentWorld().card().state;
    expect(employmentReactions.ReleaseRecorded?.(held, released, {} as never)).toBeUndefined();
    const context = { fact: () => ({ kind: 'MANPOWER_OFFICE' }) } as never;
    const handedOver = { data: { to: 'disnaker-medan' } } as never;
    expect(employmentReactions.ReleaseHandedOver?.(state, handedOver, context)?.events?.[0]?.data).toEqual({
      ...{ task: 'ISSUE_JOB_SEEKER_CARD', office: 'disnaker-medan' },
    });
  });
});

const workers = (story: EmploymentWorld, count: number): EmploymentWorld => {
  const report = { workers: count, disabledWorkers: 0, on: '2026-08-01' };
  story.toRegister('employer/bengkel-las-contoh', 'report-workforce', report);
  return story;
};

describe('an apprenticeship', () => {
  const request = (changes: JsonObject = {}): JsonObject => ({
    ...{ agreementNumber: 'PM-1/2026', scheme: 'PEMAGANGAN', proposalId: null },
    ...{ employerId: 'bengkel-las-contoh', requestedOn: '2026-08-13', startsOn: '2026-09-01' },
    ...{ endsOn: '2027-09-01', ageYears: 19, parentalConsent: false, theoryPercent: 25, graduatedOn: null },
    ...changes,
  });
  const asked = (changes: JsonObject = {}) =>
    new EmploymentWorld('2026-08-13T09:00')
      .card('2026-08-13')
      .refusalOf('request-apprenticeship', request(changes));

  it.each([
    [{ ageYears: 16 }, 'APPRENTICE_TOO_YOUNG'],
    [{ ageYears: 17 }, 'PARENTAL_CONSENT_MISSING'],
    [{ ageYears: 17, parentalConsent: true }, undefined],
    [{ ageYears: 18 }, undefined],
    [{ endsOn: '2027-09-02' }, 'APPRENTICESHIP_TOO_LONG'],
    [{ theoryPercent: 9 }, 'APPRENTICESHIP_THEORY_SHARE'],
    [{ theoryPercent: 26 }, 'APPRENTICESHIP_THEORY_SHARE'],
    [{ scheme: 'GRADUATE' }, 'GRADUATE_SCHEME_ONLY'],
    [{ scheme: 'GRADUATE', graduatedOn: '2025-08-31' }, 'GRADUATE_SCHEME_ONLY'],
    [{ scheme: 'GRADUATE', graduatedOn: '2025-09-01' }, undefined],
    [{ employerId: 'none' }, 'EMPLOYER_UNKNOWN'],
  ])('%j: %s', (changes, refusal) => {
    expect(asked(changes)).toBe(refusal);
  });

  it('is answered in three working days: Thursday, with Monday 17 August a holiday, to Wednesday', () => {
    const story = new EmploymentWorld('2026-08-13T09:00').card('2026-08-13');
    story.accepts('request-apprenticeship', request());
    // 14, 18, 19 August; the 15th and 16th are a weekend.
    expect(story.waitsFor).toContain('2026-08-19 apprenticeship-answer');
    story.at('2026-08-20T08:00');
    expect(story.all('ApprenticeshipAnswerOverdue')).toEqual([{ agreementNumber: 'PM-1/2026' }]);
  });

  it('begins only on an approved agreement (art. 12)', () => {
    const story = new EmploymentWorld('2026-09-01T09:00').card('2026-09-01');
    const start = {
      ...{ kind: 'APPRENTICE', agreementNumber: 'PM-1/2026', startedOn: '2026-09-01' },
      ...{ regency: 'Kota Medan', sector: 'MANUFACTURING' },
    };
    story.accepts('request-apprenticeship', request());
    workers(story, 10);
    expect(story.refusalOf('start-placement', start)).toBe('APPRENTICESHIP_UNKNOWN');
    const answered = { agreementNumber: 'PM-1/2026', approved: true, answeredOn: '2026-09-01' };
    story.accepts('answer-apprenticeship', answered).accepts('start-placement', start);
    expect(story.placement()).toMatchObject({ kind: 'APPRENTICE', employerId: 'bengkel-las-contoh' });
    expect(story.refusalOf('answer-apprenticeship', answered)).toBe('ALREADY_DONE');
  });

  describe('C-13: apprentices are at most 20 % of the workers', () => {
    const other = 'journey/lain';
    const start = (agreementNumber: string) => ({
      ...{ kind: 'APPRENTICE', agreementNumber, startedOn: '2026-09-01' },
      ...{ regency: 'Kota Medan', sector: 'MANUFACTURING' },
    });
    const agreed = (story: EmploymentWorld, agreementNumber: string, stream = 'journey/orang') =>
      story
        .accepts('request-apprenticeship', request({ agreementNumber }), officer, stream)
        .accepts(
          'answer-apprenticeship',
          { agreementNumber, approved: true, answeredOn: '2026-09-01' },
          officer,
          stream,
        );
    const two = () => {
      const story = new EmploymentWorld('2026-09-01T09:00').card('2026-09-01');
      const register = { provisional: true, identityWarnings: [] };
      story.accepts('register-person', register, person, other);
      const card = { number: 'AK1-9', issuedOn: '2026-09-01', candidateId: 'kffffffffffffffffffffffffffff' };
      story.accepts('issue-job-seeker-card', card, officer, other);
      return agreed(agreed(story, 'PM-1/2026'), 'PM-2/2026', other);
    };
    const second = (story: EmploymentWorld) =>
      story.send('start-placement', start('PM-2/2026'), officer, other).refusal;
    const full = (most: number) => ({
      ...{ code: 'APPRENTICES_FULL', article: 'Permenaker 6/2020' },
      parameters: { employerId: 'bengkel-las-contoh', most, percent: 20 },
    });

    it.each([
      [4, 0, full(0), full(0)],
      [5, 1, undefined, full(1)],
      [9, 1, undefined, full(1)],
      [10, 2, undefined, undefined],
    ])('of %i workers %i', (count, _most, one, next) => {
      const story = workers(two(), count);
      const [first, then] = [story.send('start-placement', start('PM-1/2026')).refusal, second(story)];
      if (one === undefined) expect(first).toBeUndefined();
      else expect(first).toMatchObject(one);
      if (next === undefined) expect(then).toBeUndefined();
      else expect(then).toMatchObject(next);
    });

    it('cannot be counted before the employer told of its workers', () => {
      expect(two().refusalOf('start-placement', start('PM-1/2026'))).toBe('WORKFORCE_UNREPORTED');
    });

    const job = { endedOn: '2026-09-01', startedOn: '2026-09-01', contract: null, wageBand: null };
    it.each([
      [
        'ends',
        'end-placement',
        { placementId: 'p1', endedOn: '2026-09-01', reason: 'APPRENTICESHIP_COMPLETED' },
        officer,
      ],
      ['goes on elsewhere', 'change-job', { placementId: 'p1', employerId: 'hotel-contoh', ...job }, officer],
      ['is in custody', 'import-inmate', inmate, warden],
    ] as const)('one that %s leaves its place', (_how, name, data, by) => {
      const story = workers(two(), 5).accepts('start-placement', start('PM-1/2026'));
      expect(second(story)).toMatchObject(full(1));
      story.accepts(name, data, by);
      expect(second(story)).toBeUndefined();
    });
  });
});

describe('a placement', () => {
  it('of the own business needs no employer; there is one at a time', () => {
    const story = new EmploymentWorld().card();
    const own = { kind: 'SELF_EMPLOYED', supportNumber: 'TKM-7', startedOn: '2026-08-10' };
    story.accepts('start-placement', { ...own, regency: 'Kota Medan', sector: 'TRADE' });
    expect(story.placement()).toMatchObject({ kind: 'SELF_EMPLOYED', employerId: null });
    expect(story.refusalOf('start-placement', { ...own, regency: 'Kota Medan', sector: 'TRADE' })).toBe(
      'PLACEMENT_RUNNING',
    );
  });

  it('ends all other proposals, and keeps the one it comes of', () => {
    const story = new EmploymentWorld().seeking().proposed();
    story.toRegister('vacancy/las-2', 'report-vacancy', {
      ...(story.world.factValue('vacancy/las-1') as JsonObject),
    });
    story.proposed('w2', 'las-2').taken('w1').employed('2026-08-10', { proposalId: 'w1' });
    expect([story.proposal('w1').stage, story.proposal('w2').stage]).toEqual(['ACCEPTED', 'WITHDRAWN']);
    expect(story.refusalOf('decline-candidate', { proposalId: 'w2', reason: 'NO_SHOW' }, employer)).toBe(
      'PROPOSAL_WRONG_STAGE',
    );
  });

  it('is the business of no prosecutor', () => {
    const story = working('2026-09-14');
    expect(
      story.refusalOf(
        'end-placement',
        { placementId: 'p1', endedOn: '2026-09-14', reason: 'RESIGNED' },
        staff,
      ),
    ).toBe('NOT_PERMITTED');
  });
});
