/** The ordinary way of an assessment, to any of its stages. Applied 8 June 2026, tested 22 June, decided 1 July. */
import {
  ASESI,
  ASSESSOR,
  AssessmentWorld,
  CHAIR,
  evidence,
  ISSUER,
  MEMBERS,
  noon,
  OTHER_ASSESSOR,
  PAPER,
  PLACE,
  REVIEWER,
  results,
  UNITS,
} from './assessment-world.ts';

export const APPLICATION = {
  schemeId: 'las-smaw',
  certificationBody: 'lsp-p2-bbpvp-medan',
  basis: { kind: 'TRAINING', enrolmentId: 'e1' },
  selfAssessment: UNITS.map((unit) => ({ unit, able: true })),
  needs: [] as string[],
};
export const FAILED = UNITS[2] as string;
export const CERTIFICATE = {
  certificateId: 't1',
  number: '25920 7212 2 0000001 2026',
  blankNumber: 'B 000001',
  issuedOn: '2026-07-02',
};
export const APPEAL = {
  ...{ filedOn: '2026-07-06', ground: 'PROCEDURE', explained: false, discussed: false, helped: true },
  reason: 'sealed:v1:…',
};

export const begun = (application: object = {}, world = new AssessmentWorld(noon('2026-06-08'))) => {
  world.does('request-assessment', { ...APPLICATION, ...application }, ASESI);
  return world;
};

export const verified = (world = begun()) => {
  world.does('verify-requirements', { met: true, missing: [] });
  world.does('assign-assessor', { assessorId: 'asesor-1', role: 'LEAD' });
  return world;
};

export const scheduled = (world = verified()) => {
  world.does('schedule-test', { on: '2026-06-22', testPlace: PLACE });
  return world;
};

export const consented = (world = scheduled()) => {
  world.on('2026-06-22').does('sign-consent', { signedOn: '2026-06-22' }, ASESI);
  return world;
};

export const taken = (world = consented()) => {
  world.does(
    'record-test-taken',
    { takenOn: '2026-06-22', evidence: evidence(world.attempt.units) },
    ASSESSOR,
  );
  return world;
};

export const recommended = (world = taken(), ...failed: string[]) => {
  world.on('2026-06-24').does('file-recommendation', { results: results(UNITS, ...failed) }, ASSESSOR);
  return world;
};

export const reviewed = (world = recommended()) => {
  world.does('review-recommendation', { agreed: true }, REVIEWER);
  return world;
};

export const decided = (world = reviewed(), ...failed: string[]) => {
  world
    .on('2026-07-01')
    .does(
      'hold-plenary',
      { heldOn: '2026-07-01', members: MEMBERS, results: results(UNITS, ...failed) },
      CHAIR,
      {
        document: PAPER,
      },
    );
  return world;
};

export const notYet = () => decided(reviewed(), FAILED);

export const remedial = (world = notYet()) => {
  world.does('start-remedial', { startedOn: '2026-07-01' });
  return world;
};

export const appealed = (world = notYet()) => {
  world.on('2026-07-06').does('file-appeal', APPEAL, ASESI);
  return world;
};

export const reAssessment = (world = appealed()) => {
  world.does('accept-appeal');
  return world;
};

export const reAssessed = (world = reAssessment(), ...failed: string[]) => {
  world.does('assign-assessor', { assessorId: 'asesor-2', role: 'LEAD' });
  world
    .on('2026-07-10')
    .does(
      're-assess',
      { takenOn: '2026-07-10', evidence: evidence([FAILED]), results: results([FAILED], ...failed) },
      OTHER_ASSESSOR,
    );
  return world;
};

export const certified = (world = decided()) => {
  world.on('2026-07-02').does('request-certificate-issue', CERTIFICATE, ISSUER);
  world.does(
    'note-certificate-issued',
    { certificateId: 't1', number: CERTIFICATE.number, issuedOn: '2026-07-02', validUntil: '2029-07-02' },
    { id: 'system', role: 'SYSTEM', office: 'system' },
  );
  return world;
};

export const frozen = (world = taken()) => {
  world.does('report-assessor-conflict', {
    ...{ assessorId: 'asesor-1', ground: 'TRAINED', foundOn: world.now.slice(0, 10) },
  });
  return world;
};

/** A journey at each stage, by the ordinary way. */
export const AT: { readonly [stage: string]: () => AssessmentWorld } = {
  REQUESTED: () => begun(),
  VERIFIED: () => verified(),
  SCHEDULED: () => scheduled(),
  CONSENTED: () => consented(),
  TAKEN: () => taken(),
  RECOMMENDED: () => recommended(),
  REVIEWED: () => reviewed(),
  COMPETENT: () => decided(),
  NOT_YET_COMPETENT: () => notYet(),
  REMEDIAL: () => remedial(),
  APPEALED: () => appealed(),
  RE_ASSESSMENT: () => reAssessment(),
  RE_ASSESSED: () => reAssessed(),
  FROZEN: () => frozen(),
  CANCELLED: () => {
    const world = begun();
    world.does('cancel-assessment', { reason: 'WITHDRAWN_BY_PERSON' }, ASESI);
    return world;
  },
  VOID: () => {
    const world = begun();
    world.does('void-assessment', { reason: 'sealed:v1:…' });
    return world;
  },
};
