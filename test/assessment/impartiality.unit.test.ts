/** S39 and D-09, D-11: who may judge this person, found before the test, after it, and after the certificate. */
import { describe, expect, it } from 'vitest';
import {
  ASESI,
  ASSESSOR,
  AssessmentWorld,
  CHAIR,
  CLASS_FACT,
  evidence,
  MEMBERS,
  noon,
  OTHER_ASSESSOR,
  PAPER,
  PLACE,
  REVIEWER,
  results,
  THIRD_ASSESSOR,
  UNITS,
} from './assessment-world.ts';
import {
  begun,
  certified,
  consented,
  decided,
  frozen,
  notYet,
  recommended,
  scheduled,
  taken,
  verified,
} from './way.ts';

const assign = (world: AssessmentWorld, assessorId: string) =>
  world.send('assign-assessor', { assessorId, role: 'LEAD' });

const checked = (world = begun()): AssessmentWorld => {
  world.does('verify-requirements', { met: true, missing: [] });
  return world;
};

describe('before the test', () => {
  it.each([
    ['instruktur', 'TRAINED'],
    // Taught a part of the class and left it.
    ['instruktur-lama', 'TRAINED'],
    ['pegawai-balai', 'SAME_UNIT'],
  ])('S39: %s is refused as %s', (assessorId, ground) => {
    expect(assign(checked(), assessorId)).toMatchObject({
      ...{ refused: 'ASSESSOR_CONFLICT', parameters: { assessorId, ground } },
    });
  });

  it('looks at every class of the enrolment, also one it moved away from', () => {
    const world = new AssessmentWorld(noon('2026-06-08'), { classIds: ['k0', 'k1'] });
    world.facts.set('class/k0', { ...CLASS_FACT, id: 'k0', instructors: ['akun-asesor-1'] });
    expect(assign(checked(begun({}, world)), 'asesor-1').parameters).toMatchObject({ ground: 'TRAINED' });
  });

  it.each([
    ['2024-06-08', 'ASSESSOR_CONFLICT'],
    ['2024-06-07', undefined],
  ])('looks back two years: a class of another training that ended on %s', (endsOn, expected) => {
    const world = new AssessmentWorld(noon('2026-06-08'));
    const { training } = world.state;
    const other = { ...training.enrolments.e1, enrolmentId: 'e0', classIds: ['k0'] };
    const enrolments = { ...training.enrolments, e0: other } as typeof training.enrolments;
    world.entity = { ...world.entity, domain: { ...world.state, training: { ...training, enrolments } } };
    world.facts.set('class/k0', {
      ...CLASS_FACT,
      centre: 'bpvp-padang',
      endsOn,
      instructors: ['akun-asesor-1'],
    });
    expect(assign(checked(begun({}, world)), 'asesor-1').refused).toBe(expected);
  });

  it('needs the technical competence, the body, and a licence', () => {
    const world = checked();
    const own = world.facts.get('assessor/asesor-1') as object;
    const tried = (change: object): string | undefined => {
      world.facts.set('assessor/asesor-1', { ...own, ...change });
      return assign(world, 'asesor-1').refused;
    };
    expect(tried({ schemeIds: ['jahit'] })).toBe('ASSESSOR_NOT_COMPETENT');
    expect(tried({ certificationBody: 'lsp-lain' })).toBe('ASSESSOR_OF_OTHER_BODY');
    expect(tried({ licences: [] })).toBe('ASSESSOR_NOT_LICENSED');
    expect(assign(world, 'tidak-ada').refused).toBe('ASSESSOR_UNKNOWN');
    expect(tried({})).toBeUndefined();
    expect(assign(world, 'asesor-2').refused).toBe('ASSESSOR_LEAD_TAKEN');
  });

  it.each([
    ['2026-06-22', undefined],
    ['2026-06-21', 'ASSESSOR_NOT_LICENSED'],
  ])('the licence holds on the day of the test: valid to %s', (validTo, expected) => {
    const world = verified();
    const own = world.facts.get('assessor/asesor-1') as object;
    world.facts.set('assessor/asesor-1', { ...own, licences: [{ validFrom: '2024-01-01', validTo }] });
    expect(world.send('schedule-test', { on: '2026-06-22', testPlace: PLACE }).refused).toBe(expected);
  });

  it('a licence withdrawn between schedule and test stops the test', () => {
    const world = consented();
    const own = world.facts.get('assessor/asesor-1') as object;
    world.facts.set('assessor/asesor-1', { ...own, withdrawn: { on: '2026-06-22' } });
    const held = { takenOn: '2026-06-22', evidence: evidence() };
    expect(world.send('record-test-taken', held, ASSESSOR).refused).toBe('ASSESSOR_NOT_LICENSED');
  });

  it('takes a place on the assessor’s day, and ten are enough', () => {
    const world = verified();
    const key = 'assessor-day/asesor-1/2026-06-22';
    const asked = { on: '2026-06-22', testPlace: PLACE };
    expect(world.send('schedule-test', asked, undefined, { lost: [key] })).toMatchObject({
      ...{ refused: 'ASSESSOR_DAY_FULL', parameters: { assessorId: 'asesor-1', limit: 10 } },
    });
    expect(world.does('schedule-test', asked).claims).toEqual([
      { kind: 'take-place', key, holder: 'a1', limit: 10 },
    ]);
    const moved = world.does('schedule-test', { on: '2026-06-23', testPlace: PLACE });
    expect(moved.claims).toEqual([
      { kind: 'release', key, holder: 'a1' },
      { kind: 'take-place', key: 'assessor-day/asesor-1/2026-06-23', holder: 'a1', limit: 10 },
    ]);
  });

  it('a conflict reported before the test replaces the assessor and freezes nothing', () => {
    const world = scheduled();
    const told = { assessorId: 'asesor-1', ground: 'FAMILY', foundOn: '2026-06-08' };
    const outcome = world.does('report-assessor-conflict', told, ASSESSOR);
    expect(outcome.events).toEqual(['AssessorRecused']);
    expect(outcome.claims).toEqual([
      { kind: 'release', key: 'assessor-day/asesor-1/2026-06-22', holder: 'a1' },
    ]);
    expect(world.stage).toBe('SCHEDULED');
    expect(world.send('sign-consent', { signedOn: '2026-06-08' }, ASESI).refused).toBe('ASSESSOR_MISSING');
  });

  it('an assessor acts on what is assigned, and steps back only for themselves', () => {
    const world = scheduled();
    const gone = { assessorId: 'asesor-1', reason: 'UNAVAILABLE' };
    expect(world.send('recuse-assessor', gone, OTHER_ASSESSOR).refused).toBe('NOT_THE_ASSESSOR');
    expect(world.does('recuse-assessor', gone, ASSESSOR).events).toEqual(['AssessorRecused']);
  });
});

describe('S39: found after the test', () => {
  it('freezes the result, keeps the first one as void, and another assessor judges anew', () => {
    const world = frozen(recommended());
    expect(world.stage).toBe('FROZEN');
    expect(world.found.attempts).toMatchObject([
      { kind: 'FIRST', void: 'TRAINED', takenOn: '2026-06-22', recommended: results() },
      { kind: 'REPLACEMENT', void: null, units: UNITS, assessors: [] },
    ]);
    expect(world.armed()).toEqual([]);
    expect(assign(world, 'asesor-1')).toMatchObject({
      ...{ refused: 'ASSESSOR_CONFLICT', parameters: { ground: 'ASSESSED_BEFORE' } },
    });
    again(world);
    expect(world.stage).toBe('COMPETENT');
    expect(world.found.attempts.map((attempt) => attempt.void)).toEqual(['TRAINED', null]);
  });

  it('voids no attempt of another assessor: units shown there stay shown', () => {
    const world = notYet();
    world.does('start-remedial', { startedOn: '2026-07-01' });
    world.on('2026-07-15').does('recuse-assessor', { assessorId: 'asesor-1', reason: 'UNAVAILABLE' });
    world.does('assign-assessor', { assessorId: 'asesor-3', role: 'LEAD' });
    world.does('schedule-retest', { on: '2026-07-15', testPlace: PLACE });
    world.does('sign-consent', { signedOn: '2026-07-15' }, ASESI);
    const units = world.attempt.units;
    world.does('record-test-taken', { takenOn: '2026-07-15', evidence: evidence(units) }, THIRD_ASSESSOR);
    world.does('report-assessor-conflict', {
      ...{ assessorId: 'asesor-3', ground: 'FAMILY', foundOn: '2026-07-15' },
    });
    expect(world.stage).toBe('FROZEN');
    expect(world.attempt.units).toEqual([UNITS[2]]);
  });
});

/** Another assessor tests anew, and the plenary decides. */
function again(world: AssessmentWorld, ...failed: string[]): AssessmentWorld {
  world.does('assign-assessor', { assessorId: 'asesor-2', role: 'LEAD' });
  world.does('schedule-test', { on: '2026-07-20', testPlace: PLACE });
  world.on('2026-07-20').does('sign-consent', { signedOn: '2026-07-20' }, ASESI);
  const units = world.attempt.units;
  world.does('record-test-taken', { takenOn: '2026-07-20', evidence: evidence(units) }, OTHER_ASSESSOR);
  world.does('file-recommendation', { results: results(units, ...failed) }, OTHER_ASSESSOR);
  world.does('review-recommendation', { agreed: true }, REVIEWER);
  const minutes = { heldOn: '2026-07-20', members: MEMBERS, results: results(units, ...failed) };
  world.does('hold-plenary', minutes, CHAIR, { document: PAPER });
  return world;
}

describe('found after the certificate was issued', () => {
  const told = { assessorId: 'asesor-1', ground: 'SAME_UNIT', foundOn: '2026-07-10' };

  it('asks the certificate to freeze itself for review, and names no person', () => {
    const world = certified();
    const outcome = world.on('2026-07-10').does('report-assessor-conflict', told);
    expect(outcome.messages).toEqual([
      {
        target: 'certificate/t1',
        name: 'freeze-certificate-for-review',
        data: { certificateId: 't1', on: '2026-07-10' },
      },
    ]);
    expect(outcome.data[0]?.data).toMatchObject({ certificateId: 't1', ground: 'SAME_UNIT' });
    // The certificate says itself what became of it.
    expect(world.state.assessment.certificates.t1?.status).toBe('VALID');
  });

  it.each([
    [[], 'COMPETENT', 'UNFREEZE'],
    [[UNITS[0] as string], 'NOT_YET_COMPETENT', 'WITHDRAW'],
  ] as const)(
    'judged anew with %j failed: the LSP owes the certificate an answer',
    (failed, stage, outcome) => {
      const world = certified();
      world.on('2026-07-10').does('report-assessor-conflict', told);
      again(world, ...failed);
      expect(world.stage).toBe(stage);
      const owed = world.history.filter(({ type }) => type === 'CertificateOutcomeOwed');
      expect(owed.map(({ data }) => data)).toEqual([{ assessmentId: 'a1', certificateId: 't1', outcome }]);
    },
  );

  it('issues no second certificate while the first stands, and one after it was withdrawn', () => {
    const world = certified();
    world.on('2026-07-10').does('report-assessor-conflict', told);
    again(world);
    const asked = { certificateId: 't2', number: 'B', issuedOn: '2026-07-20' };
    const issuer = { ...CHAIR, id: 'staf-4' };
    expect(world.send('request-certificate-issue', asked, issuer).refused).toBe('ALREADY_DONE');
    world.does(
      'note-certificate-status',
      { certificateId: 't1', status: 'WITHDRAWN', on: '2026-07-20', validUntil: '2029-07-02' },
      { id: 'system', role: 'SYSTEM', office: 'system' },
    );
    expect(world.send('request-certificate-issue', asked, issuer).refused).toBeUndefined();
  });

  it('is looked into after a death too', () => {
    const world = decided();
    world.entity = { ...world.entity, domain: { ...world.state, diedOn: '2026-07-05' } };
    expect(world.on('2026-07-10').send('report-assessor-conflict', told).refused).toBeUndefined();
    expect(taken().send('report-assessor-conflict', { ...told, foundOn: '2026-07-10' }).refused).toBe(
      'DATE_IN_FUTURE',
    );
  });
});
