/** After "not yet competent": retests (D-08, L-17) and the appeal (D-12, L-16), to the day. */
import { describe, expect, it } from 'vitest';
import {
  ASESI,
  ASSESSOR,
  type AssessmentWorld,
  CENTRE,
  CHAIR,
  evidence,
  MEMBERS,
  noon,
  OTHER_ASSESSOR,
  PAPER,
  PLACE,
  REVIEWER,
  results,
  UNITS,
} from './assessment-world.ts';
import {
  APPEAL,
  appealed,
  CERTIFICATE,
  certified,
  FAILED,
  notYet,
  reAssessed,
  reAssessment,
  remedial,
  reviewed,
} from './way.ts';

const REASON = { reason: 'sealed:v1:…' };

/** The failed unit is tested again and decided on the same day. */
function retested(world: AssessmentWorld, on: string, ...failed: string[]): AssessmentWorld {
  world.on(on).does('schedule-retest', { on, testPlace: PLACE });
  world.does('sign-consent', { signedOn: on }, ASESI);
  world.does('record-test-taken', { takenOn: on, evidence: evidence([FAILED]) }, ASSESSOR);
  world.does('file-recommendation', { results: results([FAILED], ...failed) }, ASSESSOR);
  world.does('review-recommendation', { agreed: true }, REVIEWER);
  world.does('hold-plenary', { heldOn: on, members: MEMBERS, results: results([FAILED], ...failed) }, CHAIR, {
    document: PAPER,
  });
  return world;
}

describe('the retest', () => {
  it('comes 14 days after remedial training began, not a day earlier', () => {
    const world = remedial();
    expect(world.armed()).toEqual(['appeal-filing 2026-07-08', 'retest-open 2026-07-15']);
    expect(world.send('schedule-retest', { on: '2026-07-14', testPlace: PLACE })).toMatchObject({
      ...{ refused: 'RETEST_TOO_EARLY', parameters: { date: '2026-07-15' } },
    });
    expect(world.send('schedule-retest', { on: '2026-07-15', testPlace: PLACE }).refused).toBeUndefined();
  });
  it('keeps its earliest day when it is moved', () => {
    const world = remedial();
    world.does('schedule-retest', { on: '2026-07-20', testPlace: PLACE });
    expect(world.send('schedule-test', { on: '2026-07-10', testPlace: PLACE }).refused).toBe(
      'RETEST_TOO_EARLY',
    );
    world.does('postpone-test', { reason: 'ILLNESS' });
    expect(world.send('schedule-test', { on: '2026-07-14', testPlace: PLACE }).refused).toBe(
      'RETEST_TOO_EARLY',
    );
  });
  it('tells once that it is open', () => {
    const world = remedial().on('2026-08-01');
    expect(world.told('RetestOpened', 'AppealTimeEnded')).toEqual([
      '2026-07-08 AppealTimeEnded',
      '2026-07-15 RetestOpened',
    ]);
    expect(world.armed()).toEqual([]);
  });
  it('is of the failed unit alone, and makes all units shown', () => {
    const world = retested(remedial(), '2026-07-15');
    expect(world.stage).toBe('COMPETENT');
    const declared = world.history.find(({ type }) => type === 'DeclaredCompetent')?.data;
    expect(declared).toMatchObject({ units: UNITS, attempt: 'RETEST', decidedOn: '2026-07-15' });
  });
  it('comes twice in a cycle, and no third time', () => {
    const world = retested(remedial(), '2026-07-15', FAILED);
    world.does('start-remedial', { startedOn: '2026-07-15' });
    retested(world, '2026-07-29', FAILED);
    expect(world.found.retests).toBe(2);
    expect(world.send('start-remedial', { startedOn: '2026-07-29' })).toMatchObject({
      ...{ refused: 'RETEST_LIMIT', parameters: { limit: 2 } },
    });
    // A new decision can be appealed against all the same.
    expect(world.armed()).toEqual(['appeal-filing 2026-08-05']);
  });
  it('follows the policy of its day', () => {
    const world = notYet();
    world.facts.set('policy/retest_earliest_days', {
      unit: 'days',
      values: [
        { from: '2020-01-01', value: 14, source: 'L-17' },
        { from: '2026-07-02', value: 30, source: 'contoh' },
      ],
    });
    world.on('2026-07-02').does('start-remedial', { startedOn: '2026-07-02' });
    expect(world.attempt.notBefore).toBe('2026-08-01');
  });
});

describe('the time to appeal', () => {
  it.each([
    ['2026-07-08', undefined],
    ['2026-07-09', 'APPEAL_LATE'],
  ])('seven days after notice on 1 July: filed on %s', (filedOn, expected) => {
    const world = notYet().on('2026-07-20');
    // Entered late and judged by the day of filing: the paper was at the LSP in time (S25).
    expect(world.told('AppealTimeEnded')).toEqual(['2026-07-08 AppealTimeEnded']);
    const paper = { document: { kind: 'FR.AK.04', number: 'AK04-1', date: filedOn } };
    expect(world.send('file-appeal', { ...APPEAL, filedOn }, ASESI, paper).refused).toBe(expected);
  });

  it('an earlier day without its paper is only a word, and comes too late', () => {
    const world = notYet().on('2026-07-20');
    const said = world.send('file-appeal', { ...APPEAL, filedOn: '2026-07-08' }, ASESI);
    expect(said.refused).toBe('APPEAL_LATE');
  });
  it('runs from the notice where that came later than the plenary', () => {
    const world = reviewed().on('2026-07-03');
    const minutes = { heldOn: '2026-07-01', noticeOn: '2026-07-03', members: MEMBERS };
    world.does('hold-plenary', { ...minutes, results: results(UNITS, FAILED) }, CHAIR, { document: PAPER });
    expect(world.found.appeal.until).toEqual({
      ...{ at: '2026-07-10T16:59:59.000Z', date: '2026-07-10', zone: 'WIB' },
    });
  });
  it('may be opened again by the LSP, on a paper', () => {
    const world = notYet().on('2026-07-20');
    const waived = { until: '2026-07-25', ...REASON };
    expect(world.send('waive-appeal-time', waived).refused).toBe('DOCUMENT_MISSING');
    world.does('waive-appeal-time', waived, undefined, { document: PAPER });
    expect(world.armed()).toEqual(['appeal-filing 2026-07-25']);
    expect(world.send('file-appeal', { ...APPEAL, filedOn: '2026-07-20' }, ASESI).refused).toBeUndefined();
  });
  it('is for procedure and principles, not for the result alone', () => {
    expect(
      notYet()
        .on('2026-07-06')
        .send('file-appeal', { ...APPEAL, ground: 'RESULT_ONLY' }, ASESI).refused,
    ).toBe('APPEAL_NOT_ON_PROCEDURE');
  });
  it('the centre that trained the person may file it for them, another may not', () => {
    const world = notYet().on('2026-07-06');
    expect(world.send('file-appeal', APPEAL, { ...CENTRE, office: 'bpvp-padang' }).refused).toBe(
      'NOT_PERMITTED',
    );
    expect(world.send('file-appeal', APPEAL, CENTRE).refused).toBeUndefined();
  });
});

describe('the decision on the appeal', () => {
  it.each([
    // Mon 6 July: Tue 7 is the first of 14 working days; Fri 24 is the fourteenth.
    ['2026-07-06', '2026-07-24'],
    // Over 17 August: without that holiday it would be Thu 27; 25 August is one too.
    ['2026-08-07', '2026-08-31'],
  ])('14 working days after %s is %s on the LSP’s calendar', (filedOn, dueOn) => {
    const world = notYet();
    if (filedOn > '2026-07-08') {
      world.does('waive-appeal-time', { until: '2026-08-31', ...REASON }, undefined, { document: PAPER });
    }
    world.on(filedOn).does('file-appeal', { ...APPEAL, filedOn }, ASESI);
    expect(world.armed()).toEqual([`appeal-decision ${dueOn}`]);
  });
  it('warns where the holidays of the year are not loaded', () => {
    const world = notYet().on('2026-07-06');
    world.facts.set('calendar/nasional', { id: 'nasional', name: '', holidays: [], years: [] });
    expect(world.does('file-appeal', APPEAL, ASESI).warnings).toEqual(['CALENDAR_YEAR_NOT_LOADED']);
  });
  it('overdue, it goes to the head of the LSP, once, and nothing is decided by it', () => {
    const world = appealed();
    world.outageUntil(noon('2026-08-10'));
    expect(world.told('AppealDecisionOverdue')).toEqual(['2026-07-24 AppealDecisionOverdue']);
    expect([world.stage, world.armed()]).toEqual(['APPEALED', []]);
  });
  it('is judged by another assessor than before, of the failed unit', () => {
    const world = reAssessment();
    expect(world.attempt).toMatchObject({ kind: 'APPEAL', units: [FAILED], assessors: [] });
    expect(world.send('assign-assessor', { assessorId: 'asesor-1', role: 'LEAD' })).toMatchObject({
      ...{ refused: 'ASSESSOR_CONFLICT', parameters: { ground: 'ASSESSED_BEFORE' } },
    });
    const told = { takenOn: '2026-07-06', evidence: evidence([FAILED]), results: results([FAILED]) };
    expect(world.send('re-assess', told, ASSESSOR).refused).toBe('NOT_THE_ASSESSOR');
    const [claim] = reAssessedClaims(world);
    expect(claim).toMatchObject({ kind: 'take-place', key: 'assessor-day/asesor-2/2026-07-06', limit: 10 });
  });
  const reAssessedClaims = (world: AssessmentWorld) => {
    world.does('assign-assessor', { assessorId: 'asesor-2', role: 'LEAD' });
    const told = { takenOn: '2026-07-06', evidence: evidence([FAILED]), results: results([FAILED]) };
    return world.does('re-assess', told, OTHER_ASSESSOR).claims;
  };
  const decide = (world: AssessmentWorld, ...failed: string[]) =>
    world
      .on('2026-07-14')
      .does(
        'decide-appeal',
        { decidedOn: '2026-07-14', members: MEMBERS, results: results([FAILED], ...failed) },
        CHAIR,
        { document: PAPER },
      );
  it('upheld: competent, with a certificate to come', () => {
    const world = reAssessed();
    expect(decide(world).events.slice(0, 2)).toEqual(['AppealDecided', 'DeclaredCompetent']);
    expect(world.armed()).toEqual([]);
    const asked = { ...CERTIFICATE, issuedOn: '2026-07-14' };
    expect(
      world.send('request-certificate-issue', asked, { ...CHAIR, id: 'staf-4' }).refused,
    ).toBeUndefined();
  });
  it('dismissed: final, and the way of the retest is open', () => {
    const world = reAssessed(reAssessment(), FAILED);
    decide(world, FAILED);
    expect([world.stage, world.armed()]).toEqual(['NOT_YET_COMPETENT', []]);
    expect(world.send('file-appeal', { ...APPEAL, filedOn: '2026-07-14' }, ASESI).refused).toBe(
      'APPEAL_ALREADY_DECIDED',
    );
    expect(world.send('start-remedial', { startedOn: '2026-07-14' }).refused).toBeUndefined();
  });
  it('rejected: the same', () => {
    const world = appealed();
    world.does('reject-appeal', { rejectedOn: '2026-07-06', ...REASON }, undefined, { document: PAPER });
    expect([world.stage, world.armed()]).toEqual(['NOT_YET_COMPETENT', []]);
    expect(world.send('file-appeal', APPEAL, ASESI).refused).toBe('APPEAL_ALREADY_DECIDED');
  });
  it('won after a classmate’s certificate, it changes nothing for the classmate', () => {
    const classmate = certified();
    const before = JSON.stringify(classmate.state.assessment);
    decide(reAssessed());
    classmate.on('2026-07-14');
    expect(JSON.stringify(classmate.state.assessment)).toBe(before);
    expect(classmate.told('CertificateStatusNoted', 'AssessorConflictFound')).toEqual([]);
  });
});
