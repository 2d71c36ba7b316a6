/** I.6b, what people do next: what each cell leaves open to them, and the row of two records that become one. */
import { describe, expect, it } from 'vitest';
import { proposalRowsOf } from '../../src/projections/candidate-rows.ts';
import { holdings, wordsOf } from './columns.ts';
import {
  CENTRE,
  EMPLOYER,
  ISSUER,
  type Life,
  OFFICER,
  OTHER_CENTRE,
  PERSON,
  PRISON,
  PROSECUTOR,
  REFERRER,
  REGISTRAR,
  STAFF,
  Steps,
  twoLives,
  VERIFIER,
  WholePath,
  wholeLife,
} from './whole-life.ts';

const TODAY = '2026-06-10';
const text = 'sealed:v1:text';
const PLACE = { placeId: 'tuk-luar', kind: 'MANDIRI', verified: true };
const LATER = {
  ...{ startsOn: '2026-08-03', endsOn: '2026-08-28' },
} as const;
const PARALLEL = { startsOn: '2026-06-15', endsOn: '2026-07-10' } as const;

const codeOf = (answer: { refusal?: { code: string } | undefined }): string | undefined =>
  answer.refusal?.code;

describe('PersonDied', () => {
  const died = (): Life => {
    const life = wholeLife();
    life.ani.does('report-data-breach', { breachId: 'b1', categories: ['IDENTITY'], note: text }, REGISTRAR);
    life.ani.does('record-death', { diedOn: TODAY }, PROSECUTOR);
    return life;
  };

  it('lets the case be closed as DEATH, with no breach', () => {
    const { path, ani } = died();
    ani.does('record-lapse-decision', { caseId: 'c1', ground: 'DEATH' }, PROSECUTOR);
    ani.does('close-case', { caseId: 'c1', reason: 'DEATH' }, PROSECUTOR);
    expect(path.journeyOf('ani').cases.c1).toMatchObject({ stage: 'CLOSED', closedReason: 'DEATH' });
    expect(path.told('journey/ani')).not.toContain('BreachReviewOpened');
    expect(path.journeyWaits('ani')).toEqual([
      '2026-06-12 data-breach-escalation',
      '2036-06-10 retention-end',
    ]);
  });

  it('leaves the clocks of data protection and of the certificate running, and nobody is reminded', () => {
    const { path } = died();
    path.at('2026-06-13T17:00');
    expect(path.told('journey/ani').filter((type) => type === 'DataBreachEscalated')).toHaveLength(25);
    path.at('2029-04-22T00:00');
    const told = path.told('certificate/t-ani');
    expect(told).toContain('CertificateExpired');
    expect(told).not.toContain('ExpiryReminderSent');
    expect(path.journeyOf('ani').assessment.certificates['t-ani']?.status).toBe('EXPIRED');
  });

  it('gives the seat to whoever waits', () => {
    const path = new WholePath().at('2026-05-05T09:00');
    path.openClass('k1', { capacity: 1 });
    const [ani, budi] = ['ani', 'budi'].map((name) => new Steps(path, name)) as [Steps, Steps];
    for (const one of [ani, budi]) {
      one.register();
      const asked = { enrolmentId: `e-${one.person}`, classId: 'k1', needs: [], waits: true };
      one.does('apply-for-class', asked, PERSON);
    }
    expect(path.klass('k1').waiting.map(({ enrolmentId }) => enrolmentId)).toEqual(['e-budi']);
    ani.does('record-death', { diedOn: '2026-05-05' }, STAFF);
    expect(Object.keys(path.klass('k1').seats)).toEqual(['e-budi']);
    expect(path.journeyOf('budi').training.enrolments['e-budi']?.stage).toBe('SEATED');
  });

  describe('may be recorded by whoever knows the person, and by nobody else', () => {
    const death = { diedOn: TODAY };

    it('by the office that referred', () => {
      const { ani } = wholeLife({ referred: true, obligation: false, employment: false });
      const elsewhere = { ...REFERRER, office: 'baznas' };
      expect(codeOf(ani.send('record-death', death, elsewhere))).toBe('NOT_PERMITTED');
      expect(codeOf(ani.send('record-death', death, OTHER_CENTRE))).toBe('NOT_PERMITTED');
      expect(codeOf(ani.send('record-death', death, PROSECUTOR))).toBe('NOT_PERMITTED');
      expect(ani.send('record-death', death, REFERRER).outcome).toBe('accepted');
    });

    it('by the centre where a training is open', () => {
      const { ani } = wholeLife({ referred: true, obligation: false, employment: false });
      expect(ani.send('record-death', death, CENTRE).outcome).toBe('accepted');
    });

    it('by the placement office, of a person with no case at all', () => {
      const path = new WholePath().at('2026-04-01T09:00');
      const dewi = new Steps(path, 'dewi');
      dewi.register(OFFICER);
      dewi.card();
      dewi.placed();
      const died = { diedOn: '2026-05-04' };
      const elsewhere = { ...OFFICER, office: 'disnaker-binjai' };
      expect(codeOf(dewi.send('record-death', died, elsewhere))).toBe('NOT_PERMITTED');
      expect(dewi.send('record-death', died, OFFICER).outcome).toBe('accepted');
      expect(wordsOf({ path, ani: dewi, caseId: '' }, 'placement', 'dewi')).toBe(
        'ENDED 2026-05-04 DIED checks cancelled',
      );
      expect(path.journeyWaits('dewi')).toEqual([]);
    });
  });
});

describe('TransferRecorded', () => {
  const transferred = (): Life => {
    const life = wholeLife({ inPrison: true });
    const to = { caseId: life.caseId, toFacility: 'lapas-pematangsiantar', on: TODAY };
    life.ani.does('transfer-inmate', to, PRISON);
    return life;
  };

  it('lets the same LSP set another day', () => {
    const life = transferred();
    life.ani.does('schedule-test', { assessmentId: 'b-ani', on: '2026-07-20', testPlace: PLACE }, VERIFIER);
    expect(wordsOf(life, 'assessment')).toBe('SCHEDULED 2026-07-20');
  });

  it('lets another LSP take over', () => {
    const life = transferred();
    const to = { assessmentId: 'b-ani', certificationBody: 'lsp-p2-bbpvp-bekasi' };
    life.ani.does('hand-over-assessment', to, VERIFIER);
    const found = life.path.journeyOf('ani').assessment.assessments['b-ani'];
    expect(found?.certificationBody).toBe('lsp-p2-bbpvp-bekasi');
  });

  it('says nothing of the prison to class or LSP', () => {
    const { path } = transferred();
    const heard = JSON.stringify([
      path.world.eventsOf('class/k1').slice(-3),
      path.last('journey/ani', 'AssessmentPostponed')?.data,
    ]);
    expect(heard).not.toMatch(/TRANSFER|pematangsiantar|"c\d"/);
  });
});

describe('JurisdictionTransferred', () => {
  it('keeps hours and window, gives the placement office a task, and lets the person move to another centre', () => {
    const { path, ani } = wholeLife();
    const moved = { toOffice: 'kejari-serang', toProbationOffice: 'bapas-semarang', movedOn: TODAY };
    ani.does('transfer-jurisdiction', { caseId: 'c1', ...moved }, PROSECUTOR);
    expect(path.last('journey/ani', 'PlacementTaskRaised')?.data).toEqual({
      task: 'NEW_PLACEMENT_OFFICER',
      office: 'disnaker-medan',
    });
    path.openClass('k2', PARALLEL, OTHER_CENTRE);
    ani.does('move-enrolment', { enrolmentId: 'e-ani', classId: 'k2', waits: false }, PERSON);
    const enrolment = path.journeyOf('ani').training.enrolments['e-ani'];
    expect(enrolment).toMatchObject({ classId: 'k2', centre: 'bbpvp-serang', achievedUnits: ['U.1'] });
    expect(path.klass('k1').seats).toEqual({});
  });
});

describe('ReleaseRecorded', () => {
  it('lets the training go on outside, and the test be set at a place outside', () => {
    const life = wholeLife({ inPrison: true, employment: false });
    const { path, ani, caseId } = life;
    const gate = { caseId, kind: 'BEBAS_MURNI', on: TODAY, contactPhone: text };
    ani.does('record-release', gate, PRISON);
    expect(path.last('journey/ani', 'PlacementTaskRaised')?.data).toEqual({
      task: 'ISSUE_JOB_SEEKER_CARD',
      office: null,
    });
    path.openClass('k2', PARALLEL);
    ani.does('move-enrolment', { enrolmentId: 'e-ani', classId: 'k2', waits: false }, PERSON);
    path.accepts('class/k2', 'confirm-seat', { enrolmentId: 'e-ani' }, CENTRE);
    path.at('2026-06-15T07:00');
    path.accepts('class/k2', 'start-class', { startedOn: '2026-06-15' }, CENTRE);
    expect(path.journeyOf('ani').training.enrolments['e-ani']).toMatchObject({
      ...{ stage: 'ACTIVE', classId: 'k2', conflict: false, achievedUnits: ['U.1'] },
    });
    ani.does('schedule-test', { assessmentId: 'b-ani', on: '2026-06-29', testPlace: PLACE }, VERIFIER);
    expect(wordsOf(life, 'assessment')).toBe('SCHEDULED 2026-06-29');
  });
});

describe('ClemencyGranted', () => {
  it('closes as CLEMENCY, and a training of the sentence becomes the person’s own', () => {
    const path = new WholePath();
    const ani = new Steps(path, 'ani');
    ani.register();
    ani.ruled();
    ani.does('offer-training', { caseId: 'c1', programmeId: 'las-3', as: 'PLACE_OF_WORK' }, PROSECUTOR);
    ani.does('answer-training-offer', { offerId: 'o1', accepted: true }, PERSON);
    path.at('2026-05-05T09:00').openClass('k1');
    const asked = { enrolmentId: 'e-ani', classId: 'k1', offerId: 'o1', needs: [], waits: false };
    ani.does('apply-for-class', asked, PERSON);
    ani.does('grant-clemency', { caseId: 'c1', kind: 'AMNESTI', grantedOn: '2026-05-05' }, PROSECUTOR);
    ani.does('close-case', { caseId: 'c1', reason: 'CLEMENCY' }, PROSECUTOR);
    expect(path.journeyOf('ani').cases.c1).toMatchObject({ stage: 'CLOSED', closedReason: 'CLEMENCY' });
    expect(path.journeyOf('ani').training.enrolments['e-ani']).toMatchObject({
      ...{ stage: 'SEATED', basis: 'VOLUNTARY' },
    });
  });
});

describe('RulingChanged', () => {
  it('completes at once where the credited hours are enough, and nothing else moves', () => {
    const life = wholeLife();
    const before = holdings(life);
    life.ani.does(
      'change-ruling',
      { caseId: 'c1', instance: 'REVIEW', decidedOn: TODAY, orderedHours: 8 },
      STAFF,
    );
    expect(wordsOf(life, 'obligation')).toBe('COMPLETED 480/480 until 2026-09-26 kejari-medan');
    const { obligation: _changed, ...rest } = holdings(life);
    const { obligation: _was, ...others } = before;
    expect(rest).toEqual(others);
  });
});

describe('ClassCancelled', () => {
  it('gives first place in the next class, before those who waited there', () => {
    const { path, ani } = wholeLife();
    path.accepts('class/k1', 'cancel-class', { reason: 'NO_INSTRUCTOR' }, CENTRE);
    path.openClass('k2', { ...LATER, capacity: 1 });
    const [budi, citra] = ['budi', 'citra'].map((name) => new Steps(path, name)) as [Steps, Steps];
    for (const one of [budi, citra]) {
      one.register();
      const asked = { enrolmentId: `e-${one.person}`, classId: 'k2', needs: [], waits: true };
      one.does('apply-for-class', asked, PERSON);
    }
    ani.does('move-enrolment', { enrolmentId: 'e-ani', classId: 'k2', waits: true }, PERSON);
    expect(path.klass('k2').waiting.map(({ enrolmentId }) => enrolmentId)).toEqual(['e-ani', 'e-citra']);
    budi.does('cancel-enrolment', { enrolmentId: 'e-budi', reason: 'OWN_WISH' }, PERSON);
    expect(Object.keys(path.klass('k2').seats)).toEqual(['e-ani']);
  });
});

describe('NewOffenceReported', () => {
  it('is to the employer that the person is no longer available, and no more', () => {
    const life = wholeLife({ seeking: true });
    const { path, ani } = life;
    for (const [name, data] of [
      ['invite-candidate', {}],
      ['record-interview', { heldOn: TODAY }],
      ['offer-job', {}],
      ['accept-candidate', {}],
    ] as const) {
      ani.does(name, { proposalId: 'w-ani', ...data }, EMPLOYER);
    }
    const work = { employerId: null, contract: 'PKWT', startedOn: TODAY, regency: 'Kota Medan' };
    ani.does(
      'start-placement',
      { kind: 'EMPLOYED', proposalId: 'w-ani', sector: 'MANUFACTURING', wageBand: null, ...work },
      OFFICER,
    );
    const shown = () => proposalRowsOf(path.journeyOf('ani'), 'live');
    expect(shown()).toMatchObject([{ available: true, working: true }]);
    ani.does('report-new-offence', { caseId: 'c1', note: text }, STAFF);
    expect(wordsOf(life, 'placement')).toMatch(/^ENDED 2026-06-10 BACK_IN_CUSTODY checks cancelled/);
    expect(shown()).toMatchObject([{ available: false, working: false }]);
    expect(JSON.stringify(shown())).not.toMatch(/CUSTODY|OFFENCE|c1/);
    expect(wordsOf(life, 'certificate')).toBe('VALID VALID');
  });
});

describe('PersonMerged', () => {
  const { path, ani, other } = twoLives();
  const before = path.journeyOf('ani-2');
  ani.does('merge-person', { otherPersonId: 'ani-2', reason: text }, REGISTRAR);
  const merged = path.last('journey/ani', 'PersonMerged')?.data as {
    daysOverLimit: unknown;
    overlaps: unknown;
    sameTests: unknown;
  };
  const state = path.journeyOf('ani');
  const at = path.world.now;

  it('obligation: the daily limit is checked again for both, overlaps are listed and nothing is deleted', () => {
    expect(merged.daysOverLimit).toEqual([{ date: '2026-04-04', minutes: 600 }]);
    expect(merged.overlaps).toEqual([{ sessionId: 's1', otherSessionId: 's2' }]);
    expect(Object.values(state.cases).map(({ creditedMinutes }) => creditedMinutes)).toEqual([300, 300]);
    const hours = { start: '2026-04-04T17:00', end: '2026-04-04T18:00' };
    const more = { caseId: 'c1', siteId: 'puskesmas-helvetia', breaks: [], ...hours };
    expect(codeOf(ani.send('record-session', more, STAFF))).toBe('DAILY_LIMIT');
  });

  it('enrolment: the double seat is given back', () => {
    expect(state.training.enrolments['e-ani']?.stage).toBe('ACTIVE');
    expect(state.training.enrolments['e-ani-2']?.stage).toBe('CANCELLED');
    expect(Object.keys(path.klass('k1').seats)).toEqual(['e-ani']);
  });

  it('assessment: the same test counts once', () => {
    expect(merged.sameTests).toEqual([{ assessmentId: 'a-ani-2', countsAs: 'a-ani' }]);
    expect(Object.keys(state.assessment.assessments)).toEqual(['a-ani', 'a-ani-2']);
  });

  it('certificate and placement: both are kept', () => {
    const held = Object.values(state.assessment.certificates);
    expect(held.map(({ certificateId, status }) => `${certificateId} ${status}`)).toEqual([
      't-ani VALID',
      't-ani-2 VALID',
    ]);
    expect(Object.values(state.employment.placements).map(({ ended }) => ended)).toEqual([null, null]);
  });

  it('timers of both are waited for by the one record, and none by the other', () => {
    expect(path.journeyWaits('ani-2')).toEqual([]);
    const kinds = path.journeyWaits('ani').map((one) => one.split(' ')[1]);
    expect(kinds.filter((kind) => kind === 'window-end')).toHaveLength(2);
    expect(kinds.filter((kind) => kind === 'retention-check')).toHaveLength(6);
  });

  it('what certificate and class say afterwards comes to the record that stays', () => {
    path.accepts('certificate/t-ani-2', 'freeze-certificate', { reason: text }, ISSUER);
    expect(path.journeyOf('ani').assessment.certificates['t-ani-2']?.status).toBe('FROZEN');
    path.accepts('certificate/t-ani-2', 'unfreeze-certificate', { reason: text }, ISSUER);
  });

  it('PersonUnmerged gives back what was taken over, but for the seat', () => {
    ani.does('unmerge-person', { otherPersonId: 'ani-2', reason: text }, REGISTRAR);
    expect(path.world.now).toBe(at);
    const returned = path.journeyOf('ani-2');
    const { training: mine, assessment: tests, keeping: _kept, cases, ...rest } = returned;
    const {
      training: was,
      assessment: testsBefore,
      keeping: _had,
      cases: casesBefore,
      ...restBefore
    } = before;
    const { sessions, ...others } = rest;
    const { sessions: sessionsBefore, ...othersBefore } = restBefore;
    expect(others).toEqual(othersBefore);
    expect(Object.keys(sessions)).toEqual(Object.keys(sessionsBefore));
    expect(cases.c1?.creditedMinutes).toBe(casesBefore.c1?.creditedMinutes);
    expect(tests.assessments).toEqual(testsBefore.assessments);
    expect(tests.certificates['t-ani-2']?.status).toBe('VALID');
    expect(was.enrolments['e-ani-2']?.stage).toBe('ACTIVE');
    expect(mine.enrolments['e-ani-2']?.stage).toBe('CANCELLED');
    expect(path.journeyOf('ani').cases).toHaveProperty('c1');
    expect(Object.keys(path.journeyOf('ani').cases)).toEqual(['c1']);
    expect(other.send('record-death', { diedOn: TODAY }, PROSECUTOR).outcome).toBe('accepted');
    expect(path.certificate('t-ani-2').holderDiedOn).toBe(TODAY);
    expect(path.certificate('t-ani').holderDiedOn).toBeNull();
  });
});
