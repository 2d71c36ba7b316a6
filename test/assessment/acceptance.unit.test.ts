/** S41, S42 and the assessment half of S43, as domain I.9 tells them; then the units and the way to a certificate. */
import { describe, expect, it } from 'vitest';
import {
  ASESI,
  ASSESSOR,
  AssessmentWorld,
  CENTRE,
  CHAIR,
  evidence,
  ISSUER,
  MEMBERS,
  noon,
  PAPER,
  PLACE,
  REVIEWER,
  results,
  UNITS,
} from './assessment-world.ts';
import {
  APPLICATION,
  begun,
  CERTIFICATE,
  certified,
  consented,
  decided,
  FAILED,
  notYet,
  recommended,
  scheduled,
  taken,
  verified,
} from './way.ts';

const SYSTEM = { id: 'system', role: 'SYSTEM', office: 'system' } as const;
const held = (form?: string) => ({ takenOn: '2026-06-22', evidence: evidence(UNITS, form) });

describe('S41: a deaf asesi', () => {
  const asked = () => consented(scheduled(verified(begun({ needs: ['SIGN_LANGUAGE_INTERPRETER'] }))));

  it('without AK.07 on the day of the test it cannot be marked as taken', () => {
    const world = asked();
    expect(world.send('record-test-taken', held(), ASSESSOR).refused).toBe('ADJUSTMENT_MISSING');
    expect(world.stage).toBe('CONSENTED');
    world.does('agree-adjustment', { adjustments: ['SIGN_LANGUAGE_INTERPRETER', 'EXTRA_TIME'] });
    world.does('record-test-taken', held(), ASSESSOR);
    expect(world.stage).toBe('TAKEN');
  });

  it('what the training gave needs it too, though nobody asked again', () => {
    const world = new AssessmentWorld(noon('2026-06-08'), { needs: ['SCREEN_READER'] });
    const ready = consented(scheduled(verified(begun({}, world))));
    expect(ready.send('record-test-taken', held(), ASSESSOR).refused).toBe('ADJUSTMENT_MISSING');
  });

  it('and what a referral knows of', () => {
    const world = consented();
    const referred = { c1: { caseId: 'c1', stage: 'ACCEPTED', needs: ['RAMP'], zone: 'WIB' } };
    const referral = { ...world.state.referral, cases: referred as never };
    world.entity = { ...world.entity, domain: { ...world.state, referral } };
    expect(world.send('record-test-taken', held(), ASSESSOR).refused).toBe('ADJUSTMENT_MISSING');
  });
});

describe('S42: a skilled inmate, by portfolio', () => {
  const basis = { kind: 'RPL', portfolio: ['IA.08', 'IA.09', 'IA.10'] };
  const portfolio = UNITS.map((unit) => ({ unit, forms: ['IA.08', 'IA.09', 'IA.10'] }));
  /** No enrolment at all: no attendance is asked for. */
  const skilled = () => begun({ basis }, new AssessmentWorld(noon('2026-06-08'), null));

  it('goes to assessment without any training, and the certificate carries no link to one', () => {
    const world = consented(scheduled(verified(skilled())));
    world.does('record-test-taken', { takenOn: '2026-06-22', evidence: portfolio }, ASSESSOR);
    world.on('2026-06-24').does('file-recommendation', { results: results() }, ASSESSOR);
    world.does('review-recommendation', { agreed: true }, REVIEWER);
    world
      .on('2026-07-01')
      .does('hold-plenary', { heldOn: '2026-07-01', members: MEMBERS, results: results() }, CHAIR, {
        document: PAPER,
      });
    expect(world.stage).toBe('COMPETENT');
    const [message] = world.on('2026-07-02').does('request-certificate-issue', CERTIFICATE, ISSUER).messages;
    expect(message).toEqual({
      target: 'certificate/t1',
      name: 'issue-certificate',
      data: {
        certificateId: 't1',
        holderAddress: 'address/certificate/t1',
        certificationBody: 'lsp-p2-bbpvp-medan',
        schemeId: 'las-smaw',
        schemeName: 'Juru Las SMAW',
        units: UNITS,
        number: '25920 7212 2 0000001 2026',
        blankNumber: 'B 000001',
        issuedOn: '2026-07-02',
        zone: 'WIB',
        assessorIds: ['asesor-1'],
        assessmentId: 'a1',
      },
    });
  });

  it('needs portfolio evidence of each unit', () => {
    const world = consented(scheduled(verified(skilled())));
    const without = [...portfolio.slice(0, 2), { unit: FAILED, forms: ['IA.02'] }];
    const told = { takenOn: '2026-06-22', evidence: without };
    expect(world.send('record-test-taken', told, ASSESSOR)).toMatchObject({
      ...{ refused: 'PORTFOLIO_MISSING', parameters: { unit: FAILED } },
    });
  });
});

describe('S43: attendance 79.4 %', () => {
  const apply = (enrolment: object | null) =>
    new AssessmentWorld(noon('2026-06-08'), enrolment).send('request-assessment', APPLICATION, ASESI);

  it('127 of 128 JP do not open the way to a test, by the threshold pinned in the enrolment', () => {
    const attendance = { attendedJp: 127, requiredJp: 128, thresholdPercent: 80 };
    expect(apply({ stage: 'INCOMPLETE', attendance })).toMatchObject({
      ...{ refused: 'ATTENDANCE_BELOW', parameters: { attended: 127, required: 128 } },
    });
    expect(apply({ attendance: { ...attendance, attendedJp: 128 } }).refused).toBeUndefined();
  });
  it.each(['APPLIED', 'ACTIVE', 'SUSPENDED', 'DROPPED', 'CANCELLED'] as const)(
    'a training that is %s opens none',
    (stage) => {
      expect(apply({ stage }).refused).toBe('TRAINING_NOT_FINISHED');
    },
  );
  it('nor one that is another’s', () => {
    expect(apply(null).refused).toBe('TRAINING_NOT_FINISHED');
  });
});

describe('the application', () => {
  it('takes the address by which it is found', () => {
    const world = new AssessmentWorld(noon('2026-06-08'));
    expect(world.does('request-assessment', APPLICATION, ASESI).claims).toEqual([
      { kind: 'take', key: 'address/assessment/a1', holder: 'journey/p1' },
    ]);
  });
  it.each([
    [{ schemeId: 'tidak-ada' }, 'SCHEME_UNKNOWN'],
    [{ certificationBody: 'tidak-ada' }, 'OFFICE_UNKNOWN'],
    [{ selfAssessment: APPLICATION.selfAssessment.slice(1) }, 'UNITS_DO_NOT_MATCH'],
    [{ selfAssessment: [...APPLICATION.selfAssessment, { unit: FAILED, able: true }] }, 'UNITS_DO_NOT_MATCH'],
  ])('with %j is refused as %s', (change, code) => {
    const world = new AssessmentWorld(noon('2026-06-08'));
    expect(world.send('request-assessment', { ...APPLICATION, ...change }, ASESI).refused).toBe(code);
  });
  it('by a centre is for those it trained', () => {
    const world = new AssessmentWorld(noon('2026-06-08'));
    const other = { ...CENTRE, office: 'bpvp-padang' };
    expect(world.send('request-assessment', APPLICATION, other).refused).toBe('NOT_PERMITTED');
    expect(world.send('request-assessment', APPLICATION, CENTRE).refused).toBeUndefined();
  });
  it('may lack papers: it stays where it is, and the LSP says which', () => {
    const world = begun();
    world.does('verify-requirements', { met: false, missing: ['IJAZAH'] });
    expect([world.stage, world.found.missing]).toEqual(['REQUESTED', ['IJAZAH']]);
    world.does('verify-requirements', { met: true, missing: [] });
    expect([world.stage, world.found.missing]).toEqual(['VERIFIED', []]);
  });
  it('is no business of another LSP', () => {
    const other = { ...CHAIR, office: 'lsp-lain' };
    expect(begun().send('verify-requirements', { met: true, missing: [] }, other).refused).toBe(
      'NOT_PERMITTED',
    );
  });
  it('goes to another LSP before the test, without the assessors and without the day', () => {
    const world = scheduled();
    const outcome = world.does('hand-over-assessment', { certificationBody: 'lsp-lain' });
    expect(outcome.events).toEqual(expect.arrayContaining(['AssessmentPostponed', 'AssessmentHandedOver']));
    expect(world.stage).toBe('VERIFIED');
    expect(world.attempt.assessors).toEqual([]);
    expect(outcome.claims).toEqual([
      { kind: 'release', key: 'assessor-day/asesor-1/2026-06-22', holder: 'a1' },
    ]);
  });
});

describe('units', () => {
  it('must each be told once: not one too few, too many or twice', () => {
    for (const told of [
      results().slice(1),
      [...results(), ...results([FAILED])],
      results(['lain', ...UNITS]),
    ]) {
      expect(taken().on('2026-06-24').send('file-recommendation', { results: told }, ASSESSOR).refused).toBe(
        'UNITS_DO_NOT_MATCH',
      );
    }
  });
  it('D-06: one unit not yet shown is not yet competent, whatever the assessor recommended', () => {
    const world = notYet();
    expect(world.stage).toBe('NOT_YET_COMPETENT');
    const declared = world.history.find(({ type }) => type === 'DeclaredNotYetCompetent')?.data;
    expect(declared).toMatchObject({ failedUnits: [FAILED], attempt: 'FIRST' });
    expect(world.send('request-certificate-issue', CERTIFICATE, ISSUER).refused).toBe(
      'ASSESSMENT_WRONG_STAGE',
    );
  });
  it('a revised scheme alters no assessment that runs', () => {
    const world = taken();
    const scheme = world.facts.get('scheme/las-smaw') as object;
    world.facts.set('scheme/las-smaw', { ...scheme, units: [...UNITS, 'C.24LAS01.004.1'], revision: 2 });
    expect(decided(reviewedFrom(world)).stage).toBe('COMPETENT');
  });
});

function reviewedFrom(world: AssessmentWorld): AssessmentWorld {
  recommended(world).does('review-recommendation', { agreed: true }, REVIEWER);
  return world;
}

describe('the test', () => {
  it('is held where the LSP verified the place, on the day that was set', () => {
    const unverified = { on: '2026-06-22', testPlace: { ...PLACE, verified: false } };
    expect(verified().send('schedule-test', unverified).refused).toBe('TEST_PLACE_NOT_VERIFIED');
    const other = { ...held(), takenOn: '2026-06-21' };
    expect(consented().send('record-test-taken', other, ASSESSOR).refused).toBe('DATE_IMPLAUSIBLE');
  });
  it('is told by the assessor alone, who recommends', () => {
    expect(consented().send('record-test-taken', held(), { ...ASSESSOR, id: 'akun-lain' }).refused).toBe(
      'NOT_THE_ASSESSOR',
    );
  });
});

describe('timers of report and plenary', () => {
  it('three days for the report, fourteen for the plenary, each told once', () => {
    const world = taken();
    expect(world.armed()).toEqual(['assessment-report 2026-06-25']);
    world.on('2026-06-27');
    expect(world.told('RecommendationOverdue')).toEqual(['2026-06-25 RecommendationOverdue']);
    world.does('file-recommendation', { results: results() }, ASSESSOR);
    expect(world.armed()).toEqual(['assessment-plenary 2026-07-11']);
    world.outageUntil(noon('2026-07-20'));
    expect(world.told('PlenaryOverdue')).toEqual(['2026-07-11 PlenaryOverdue']);
    expect([world.stage, world.armed()]).toEqual(['RECOMMENDED', []]);
  });
});

describe('the certificate', () => {
  it('answers: issued, with its end', () => {
    const world = certified();
    expect(world.state.assessment.certificates.t1).toMatchObject({
      ...{ status: 'VALID', validUntil: '2029-07-02', schemeId: 'las-smaw', units: UNITS },
    });
    expect(world.told('CertificateIssued')).toEqual(['2026-07-02 CertificateIssued']);
  });
  it('S46: withdrawn later, the journey knows the status and the day, and nothing is deleted', () => {
    const world = certified().on('2027-02-10');
    const told = { certificateId: 't1', status: 'WITHDRAWN', on: '2027-02-10', validUntil: '2029-07-02' };
    expect(world.does('note-certificate-status', told, SYSTEM).events).toEqual(['CertificateStatusNoted']);
    expect(world.state.assessment.certificates.t1).toMatchObject({
      status: 'WITHDRAWN',
      since: '2027-02-10',
    });
    expect(world.send('note-certificate-status', told, SYSTEM).refused).toBe('ALREADY_DONE');
  });
  it('may find its number taken: it is asked for under another, as another certificate', () => {
    const world = decided().on('2026-07-02');
    world.does('request-certificate-issue', CERTIFICATE, ISSUER);
    expect(
      world.send('request-certificate-issue', { ...CERTIFICATE, certificateId: 't2' }, ISSUER).refused,
    ).toBe('ALREADY_DONE');
    world.does('note-certificate-refused', { certificateId: 't1', code: 'CERTIFICATE_NUMBER_TAKEN' }, SYSTEM);
    const again = { ...CERTIFICATE, certificateId: 't2', number: '25920 7212 2 0000002 2026' };
    expect(world.does('request-certificate-issue', again, ISSUER).claims).toEqual([
      { kind: 'take', key: 'address/certificate/t2', holder: 'journey/p1' },
    ]);
  });
  it('bears the validity of the scheme where that says otherwise', () => {
    const world = decided().on('2026-07-02');
    const scheme = world.facts.get('scheme/las-smaw') as object;
    world.facts.set('scheme/las-smaw', { ...scheme, validityMonths: 48 });
    const [message] = world.does('request-certificate-issue', CERTIFICATE, ISSUER).messages;
    expect(message?.data.validityMonths).toBe(48);
  });
  it('is not dated before the decision', () => {
    const early = { ...CERTIFICATE, issuedOn: '2026-06-30' };
    expect(decided().on('2026-07-02').send('request-certificate-issue', early, ISSUER).refused).toBe(
      'DATE_IMPLAUSIBLE',
    );
  });
});
