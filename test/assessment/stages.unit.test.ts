/** Every command of an assessment at every stage; the picture and the table of moves say the same (I.5). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ASSESSMENT_MOVES } from '../../src/domain/journey/assessment/stage-moves.ts';
import {
  ASESI,
  ASSESSOR,
  CHAIR,
  evidence,
  ISSUER,
  MEMBERS,
  OTHER_ASSESSOR,
  PAPER,
  PLACE,
  REVIEWER,
  results,
  UNITS,
  VERIFIER,
} from './assessment-world.ts';
import { APPEAL, APPLICATION, AT, CERTIFICATE, FAILED } from './way.ts';

const REASON = { reason: 'sealed:v1:…' };

/** Data and sender that are right at the stage where the command belongs, on 15 July 2026 or after. */
const COMMANDS = {
  'verify-requirements': [{ met: true, missing: [] }, VERIFIER],
  'assign-assessor': [{ assessorId: 'asesor-3', role: 'MEMBER' }, VERIFIER],
  'schedule-test': [{ on: '2026-07-20', testPlace: PLACE }, VERIFIER],
  'postpone-test': [{ reason: 'ILLNESS' }, VERIFIER],
  'agree-adjustment': [{ adjustments: ['EXTRA_TIME'] }, ASSESSOR],
  'sign-consent': [{ signedOn: '2026-06-22' }, ASESI],
  'record-test-taken': [{ takenOn: '2026-06-22', evidence: evidence() }, ASSESSOR],
  'file-recommendation': [{ results: results() }, ASSESSOR],
  'review-recommendation': [{ agreed: true }, REVIEWER],
  'hold-plenary': [{ heldOn: '2026-07-01', members: MEMBERS, results: results() }, CHAIR],
  'start-remedial': [{ startedOn: '2026-07-02' }, VERIFIER],
  'schedule-retest': [{ on: '2026-07-20', testPlace: PLACE }, VERIFIER],
  'file-appeal': [APPEAL, ASESI],
  'waive-appeal-time': [{ until: '2026-07-31', ...REASON }, VERIFIER],
  'accept-appeal': [{}, VERIFIER],
  'reject-appeal': [{ rejectedOn: '2026-07-14', ...REASON }, VERIFIER],
  're-assess': [
    { takenOn: '2026-07-14', evidence: evidence([FAILED]), results: results([FAILED]) },
    OTHER_ASSESSOR,
  ],
  'decide-appeal': [{ decidedOn: '2026-07-14', members: MEMBERS, results: results([FAILED]) }, CHAIR],
  'report-assessor-conflict': [
    { assessorId: 'asesor-1', ground: 'TRAINED', foundOn: '2026-07-14' },
    VERIFIER,
  ],
  'recuse-assessor': [{ assessorId: 'asesor-1', reason: 'ILLNESS' }, VERIFIER],
  'cancel-assessment': [{ reason: 'NO_SHOW' }, VERIFIER],
  'void-assessment': [REASON, VERIFIER],
  'hand-over-assessment': [{ certificationBody: 'lsp-lain' }, VERIFIER],
  'request-certificate-issue': [CERTIFICATE, ISSUER],
} as const;

const W = 'ASSESSMENT_WRONG_STAGE';
/** By stage in the order of AT: what is not named is a refusal for the stage. */
const EXPECTED: { readonly [command in keyof typeof COMMANDS]: { readonly [stage: string]: string } } = {
  'verify-requirements': { REQUESTED: 'ok' },
  'assign-assessor': {
    ...{
      VERIFIED: 'ok',
      SCHEDULED: 'ok',
      CONSENTED: 'ok',
      REMEDIAL: 'ok',
      RE_ASSESSMENT: 'ok',
      FROZEN: 'ok',
    },
  },
  // A frozen result and a re-assessment have no assessor yet.
  'schedule-test': { VERIFIED: 'ok', SCHEDULED: 'ok', CONSENTED: 'ok', FROZEN: 'ASSESSOR_MISSING' },
  'postpone-test': { SCHEDULED: 'ok', CONSENTED: 'ok' },
  'agree-adjustment': {
    ...{ REQUESTED: 'NOT_THE_ASSESSOR', VERIFIED: 'ok', SCHEDULED: 'ok', CONSENTED: 'ok', REMEDIAL: 'ok' },
    ...{ RE_ASSESSMENT: 'ok', FROZEN: 'ok', CANCELLED: 'NOT_THE_ASSESSOR', VOID: 'NOT_THE_ASSESSOR' },
  },
  'sign-consent': { SCHEDULED: 'ok' },
  'record-test-taken': {
    ...{ REQUESTED: 'NOT_THE_ASSESSOR', CONSENTED: 'ok' },
    ...{ CANCELLED: 'NOT_THE_ASSESSOR', VOID: 'NOT_THE_ASSESSOR' },
  },
  'file-recommendation': {
    ...{ REQUESTED: 'NOT_THE_ASSESSOR', TAKEN: 'ok' },
    ...{ CANCELLED: 'NOT_THE_ASSESSOR', VOID: 'NOT_THE_ASSESSOR' },
  },
  'review-recommendation': { RECOMMENDED: 'ok' },
  'hold-plenary': { REVIEWED: 'ok' },
  'start-remedial': { NOT_YET_COMPETENT: 'ok' },
  'schedule-retest': { REMEDIAL: 'ok' },
  'file-appeal': { NOT_YET_COMPETENT: 'ok', REMEDIAL: 'ok' },
  'waive-appeal-time': { NOT_YET_COMPETENT: 'ok', REMEDIAL: 'ok' },
  'accept-appeal': { APPEALED: 'ok' },
  'reject-appeal': { APPEALED: 'ok' },
  // Only who was assigned to the attempt after the appeal: at RE_ASSESSMENT nobody is yet.
  're-assess': Object.fromEntries(
    Object.keys(AT).map((stage) => [stage, stage === 'RE_ASSESSED' ? W : 'NOT_THE_ASSESSOR']),
  ),
  'decide-appeal': { RE_ASSESSED: 'ok' },
  'report-assessor-conflict': {
    ...Object.fromEntries(Object.keys(AT).map((stage) => [stage, 'ok'])),
    ...{ REQUESTED: W, CANCELLED: W, VOID: W, FROZEN: 'ASSESSOR_UNKNOWN' },
  },
  'recuse-assessor': {
    ...{ VERIFIED: 'ok', SCHEDULED: 'ok', CONSENTED: 'ok', REMEDIAL: 'ok' },
    ...{ RE_ASSESSMENT: 'ASSESSOR_UNKNOWN', FROZEN: 'ASSESSOR_UNKNOWN' },
  },
  'cancel-assessment': {
    ...{ REQUESTED: 'ok', VERIFIED: 'ok', SCHEDULED: 'ok', CONSENTED: 'ok', REMEDIAL: 'ok', FROZEN: 'ok' },
  },
  'void-assessment': {
    ...{ REQUESTED: 'ok', VERIFIED: 'ok', SCHEDULED: 'ok', CONSENTED: 'ok', TAKEN: 'ok' },
    ...{ RECOMMENDED: 'ok', REVIEWED: 'ok' },
  },
  'hand-over-assessment': { REQUESTED: 'ok', VERIFIED: 'ok', SCHEDULED: 'ok', CONSENTED: 'ok' },
  'request-certificate-issue': { COMPETENT: 'ok' },
};

describe('every command at every stage', () => {
  for (const [stage, reach] of Object.entries(AT)) {
    describe(stage, () => {
      for (const [name, [data, actor]] of Object.entries(COMMANDS)) {
        const expected = EXPECTED[name as keyof typeof COMMANDS][stage] ?? W;
        it(`${name}: ${expected}`, () => {
          const world = reach();
          expect(world.stage).toBe(stage);
          world.on('2026-07-15');
          if (name === 'file-appeal') {
            // The right has ended by now, and the paper is older; the stage is what is tried here.
            const filed = { ...data, filedOn: '2026-07-02' };
            expect(world.send(name, filed, actor, { document: PAPER }).refused ?? 'ok').toBe(expected);
            return;
          }
          expect(world.send(name, data, actor, { document: PAPER }).refused ?? 'ok').toBe(expected);
        });
      }
    });
  }

  it('refuses a second application for the scheme while the first runs, and takes one after it ended', () => {
    const again = { ...APPLICATION, assessmentId: 'a2' };
    for (const [stage, reach] of Object.entries(AT)) {
      const ended = ['COMPETENT', 'NOT_YET_COMPETENT', 'CANCELLED', 'VOID'].includes(stage);
      const answer = reach().send('request-assessment', again, ASESI).refused ?? 'ok';
      expect(`${stage}: ${answer}`).toBe(`${stage}: ${ended ? 'ok' : 'ASSESSMENT_RUNNING'}`);
    }
  });
});

describe('the picture of the stages', () => {
  const source = readFileSync('src/domain/journey/assessment/stage-moves.ts', 'utf8');
  const drawn = [...source.matchAll(/^ \* {3}(\w+) --> (\w+): (\w+)$/gm)]
    .map(([, from, to, type]) => `${from} ${type} ${to}`)
    .filter((move) => !move.startsWith('[*]'));

  it('is the table of moves', () => {
    const ends = ['AssessmentCancelled', 'AssessmentVoided'];
    const table = Object.entries(ASSESSMENT_MOVES)
      .filter(([type]) => !ends.includes(type))
      .flatMap(([type, moves]) =>
        moves.flatMap(([from, to]) => from.map((stage: string) => `${stage} ${type} ${to}`)),
      );
    expect(drawn.length).toBeGreaterThan(30);
    expect([...new Set(drawn)].sort()).toEqual(table.sort());
  });

  it('has a way to each stage in it', () => {
    const stages = new Set(drawn.flatMap((move) => [move.split(' ')[0], move.split(' ')[2]]));
    expect(Object.keys(AT).filter((stage) => !stages.has(stage))).toEqual(['CANCELLED', 'VOID']);
    expect(UNITS).toHaveLength(3);
  });
});
