/** D-10: who checked, assessed, reviewed, decided and issued are five hands. Every pair of steps, one actor. */
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../src/domain/decider.ts';
import {
  type AssessmentWorld,
  CHAIR,
  ISSUER,
  MEMBERS,
  PAPER,
  REVIEWER,
  results,
} from './assessment-world.ts';
import { begun, CERTIFICATE, decided, recommended, reviewed, taken, verified } from './way.ts';

const STEPS = ['VERIFY', 'ASSESS', 'REVIEW', 'DECIDE', 'ISSUE'] as const;
type Step = (typeof STEPS)[number];

/** Accounts that had the step on the ordinary way. */
const USUAL: { readonly [S in Step]: string } = {
  VERIFY: 'staf-1',
  ASSESS: 'akun-asesor-1',
  REVIEW: 'staf-2',
  DECIDE: 'staf-3',
  ISSUE: 'staf-4',
};

/** The same account as LSP staff: an assessor may be employed there too. */
const staff = (id: string): Actor => ({
  ...{ id, role: 'CERTIFICATION_BODY_ADMINISTRATOR', office: 'lsp-p2-bbpvp-medan' },
});

/** Takes a step with an account, on an assessment that is just before it. */
const TAKE: { readonly [S in Step]: (account: string) => { refused?: string; parameters?: object } } = {
  VERIFY: (id) => begun().send('verify-requirements', { met: true, missing: [] }, staff(id)),
  ASSESS: (id) => {
    const world = begun();
    world.does('verify-requirements', { met: true, missing: [] });
    const own = world.facts.get('assessor/asesor-1') as object;
    world.facts.set('assessor/asesor-1', { ...own, accountId: id });
    return world.send('assign-assessor', { assessorId: 'asesor-1', role: 'LEAD' });
  },
  REVIEW: (id) => recommended().send('review-recommendation', { agreed: true }, staff(id)),
  DECIDE: (id) => plenary(reviewed(), staff(id), MEMBERS),
  ISSUE: (id) => decided().on('2026-07-02').send('request-certificate-issue', CERTIFICATE, staff(id)),
};

const plenary = (world: AssessmentWorld, actor: Actor, members: readonly string[]) =>
  world
    .on('2026-07-01')
    .send('hold-plenary', { heldOn: '2026-07-01', members, results: results() }, actor, { document: PAPER });

describe('one account in two steps of an assessment', () => {
  for (const [index, later] of STEPS.entries()) {
    for (const earlier of STEPS.slice(0, index)) {
      it(`${earlier} then ${later} is refused`, () => {
        expect(TAKE[later](USUAL[earlier])).toMatchObject({
          refused: 'SEPARATION_OF_DUTIES',
          parameters: { step: later, earlier },
        });
      });
    }
    it(`${later} by its own hand is taken`, () => {
      expect(TAKE[later](USUAL[later]).refused).toBeUndefined();
    });
  }
});

describe('the plenary', () => {
  it('has no member who assessed this person, and says so in its own words', () => {
    const outcome = plenary(reviewed(), CHAIR, ['staf-3', 'akun-asesor-1']);
    expect(outcome.refused).toBe('PLENARY_CONFLICT');
  });
  it('has no member who checked the application or reviewed the result', () => {
    expect(plenary(reviewed(), CHAIR, ['staf-3', 'staf-1'])).toMatchObject({
      ...{ refused: 'SEPARATION_OF_DUTIES', parameters: { step: 'DECIDE', earlier: 'VERIFY' } },
    });
    expect(plenary(reviewed(), CHAIR, ['staf-3', 'staf-2'])).toMatchObject({
      ...{ refused: 'SEPARATION_OF_DUTIES', parameters: { step: 'DECIDE', earlier: 'REVIEW' } },
    });
  });
  it('needs two different people, and minutes', () => {
    expect(plenary(reviewed(), CHAIR, ['staf-3', 'staf-3'])).toMatchObject({
      ...{ refused: 'PLENARY_QUORUM', parameters: { required: 2, members: 1 } },
    });
    const without = reviewed()
      .on('2026-07-01')
      .send('hold-plenary', { heldOn: '2026-07-01', members: MEMBERS, results: results() }, CHAIR);
    expect(without.refused).toBe('DOCUMENT_MISSING');
  });
  it('keeps an assessor out also after another replaced them', () => {
    const world = verified();
    world.does('assign-assessor', { assessorId: 'asesor-3', role: 'MEMBER' });
    world.does('schedule-test', {
      on: '2026-06-22',
      testPlace: { placeId: 'tuk', kind: 'MANDIRI', verified: true },
    });
    world.does('recuse-assessor', { assessorId: 'asesor-3', reason: 'ILLNESS' });
    expect(world.attempt.assessors.map(({ assessorId }) => assessorId)).toEqual(['asesor-1']);
  });
});

it('one who sent a report back may review it again', () => {
  const world = recommended();
  world.does('review-recommendation', { agreed: false }, REVIEWER);
  expect(world.stage).toBe('TAKEN');
  expect(world.armed()).toEqual(['assessment-report 2026-06-27']);
  world.does('file-recommendation', { results: results() }, { ...staff('akun-asesor-1'), role: 'ASSESSOR' });
  world.does('review-recommendation', { agreed: true }, REVIEWER);
  expect(world.stage).toBe('REVIEWED');
});

it('issues by a fifth hand', () => {
  expect(taken().stage).toBe('TAKEN');
  expect(
    decided().on('2026-07-02').send('request-certificate-issue', CERTIFICATE, ISSUER).refused,
  ).toBeUndefined();
});
