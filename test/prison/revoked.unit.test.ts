/** A revocation goes on where custody was left: remissions, Register F and training are not forgotten (S32, S34). */
import { describe, expect, it } from 'vitest';
import { goodBehaviourFrom } from '../../src/domain/journey/prison/integration.ts';
import { remissionProjection } from '../../src/domain/journey/prison/projection.ts';
import { startingPolicy } from '../../src/domain/law/policy-catalogue.ts';
import { accepted, PRISON, TrainingWorld } from '../training/training-world.ts';
import { approved, does, type imported, inTraining, prisonCase, trainingSays } from './prison-world.ts';

type Story = ReturnType<typeof imported>;

const rules = { policy: (name: string) => startingPolicy(name as never).value } as never;

/** On PB since 2027-05-05, and back on 2027-06-01. */
function revoked(story: Story, changes: object = {}): Story {
  story.at('2027-05-03T09:00');
  does(story, 'grant-conditional-release', { from: '2027-05-05', probationEndsOn: '2029-01-05' });
  story.at('2027-05-05T08:00');
  does(story, 'record-release', { kind: 'PB', on: '2027-05-05', contactPhone: 'sealed:v1:phone' });
  story.at('2027-06-01T09:00');
  does(story, 'revoke-conditional-release', { on: '2027-06-01', ground: 'BREACH', ...changes });
  return story;
}

function remitted(): Story {
  const story = approved().at('2026-08-17T10:00');
  const remission = { kind: 'GENERAL', effect: 'RU_I', amountDays: 30 } as const;
  does(story, 'grant-remission', { ...remission, grantedOn: '2026-08-17', releaseOn: '2027-12-06' });
  return story;
}

describe('the release date after a revocation', () => {
  it('is the one that stood before the decree, with the remissions of before', () => {
    expect(prisonCase(revoked(remitted()), 'c2').releaseOn).toBe('2027-12-06');
  });

  it('is what the SDP states, where it states one', () => {
    expect(prisonCase(revoked(remitted(), { releaseOn: '2027-12-20' }), 'c2').releaseOn).toBe('2027-12-20');
    const stageDates = {
      ...{ oneThird: '2026-09-05', half: '2027-01-05', twoThirds: '2027-05-05', expiry: '2028-02-01' },
    };
    expect(prisonCase(revoked(remitted(), { stageDates }), 'c2').releaseOn).toBe('2028-02-01');
  });

  it('follows an end of the term that was changed while the decree stood', () => {
    const story = approved().at('2027-05-03T09:00');
    does(story, 'grant-conditional-release', { from: '2027-05-05', probationEndsOn: '2029-01-05' });
    does(story, 'change-stage-dates', {
      stageDates: {
        oneThird: '2026-09-05',
        half: '2027-01-05',
        twoThirds: '2027-05-05',
        expiry: '2028-01-20',
      },
    });
    story.at('2027-05-05T08:00');
    does(story, 'record-release', { kind: 'PB', on: '2027-05-05', contactPhone: 'sealed:v1:phone' });
    does(story, 'revoke-conditional-release', { on: '2027-05-05', ground: 'BREACH' });
    expect(prisonCase(story, 'c2').releaseOn).toBe('2028-01-20');
  });
});

describe('Register F after a revocation', () => {
  it('still stands in the way of a remission, until it is annulled in the case that goes on', () => {
    const story = approved().at('2027-04-01T09:00');
    does(story, 'record-discipline', { entryOn: '2027-04-01', suspendsTraining: false });
    revoked(story);
    const found = prisonCase(story, 'c2');
    expect(goodBehaviourFrom(found, 6)).toBe('2027-10-01');
    expect(remissionProjection(found, '2027-06-01', rules)).toMatchObject({ reason: 'DISCIPLINE' });
    const annulled = { caseId: 'c2', entryOn: '2027-04-01', reason: 'sealed:v1:x' };
    story.accepts('annul-discipline', annulled, { actor: PRISON });
    expect(goodBehaviourFrom(prisonCase(story, 'c2'), 6)).toBeNull();
  });
});

describe('training after a revocation', () => {
  it('is the new case’s: it stops waiting for it when it ends', () => {
    const story = revoked(inTraining(approved()));
    expect(prisonCase(story, 'c1').enrolments).toEqual([]);
    expect(prisonCase(story, 'c2').enrolments).toEqual(['e1']);
    trainingSays(story, 'ENDED', 'e1', 'c2');
    expect(prisonCase(story, 'c2')).toMatchObject({ stage: 'ADMITTED', enrolments: [] });
  });

  /** On PB, in a class that began on 2026-06-01; back on 2026-06-03, as is recorded two days later. */
  const back = (deliveryMode: 'ONLINE' | 'AT_BALAI' | 'HYBRID'): TrainingWorld => {
    const all = new TrainingWorld().register('ani');
    accepted(all.imprison('ani'));
    const decree = { caseId: 'c1', from: '2026-05-04', probationEndsOn: '2028-01-01' };
    accepted(all.journey('ani', 'grant-conditional-release', decree, PRISON));
    const release = { caseId: 'c1', kind: 'PB', on: '2026-05-04', contactOffice: 'bapas-medan' } as const;
    accepted(all.journey('ani', 'record-release', release, PRISON));
    accepted(all.open('k1', { deliveryMode }));
    all.seated('ani', 'k1').on('2026-06-01');
    accepted(all.klass('k1', 'start-class', { startedOn: '2026-06-01' }));
    all.on('2026-06-05');
    const revocation = { caseId: 'c1', on: '2026-06-03', ground: 'BREACH' } as const;
    accepted(all.journey('ani', 'revoke-conditional-release', revocation, PRISON));
    return all;
  };

  it('goes on where the class is on a screen', () => {
    const all = back('ONLINE');
    expect(all.enrolment('ani')).toMatchObject({ stage: 'ACTIVE', suspension: null });
    expect(all.events('class/k1', 'SeatSuspended')).toEqual([]);
  });

  it.each(['AT_BALAI', 'HYBRID'] as const)('%s stops once, on the day of the return', (deliveryMode) => {
    const all = back(deliveryMode);
    expect(all.enrolment('ani')).toMatchObject({
      ...{ stage: 'SUSPENDED', suspension: { reason: 'IN_CUSTODY', on: '2026-06-03' } },
    });
    expect(all.events('journey/ani', 'EnrolmentSuspended')).toHaveLength(1);
    expect(all.events('class/k1', 'SeatSuspended')).toMatchObject([{ data: { on: '2026-06-03' } }]);
  });
});

it('the case that was returned is kept as long as any closed case (G-10, L-21)', () => {
  const story = revoked(approved());
  expect(prisonCase(story).retentionEndsAt?.date).toBe('2037-06-01');
  story.at('2037-06-02T09:00');
  expect(story.all('PrisonRetentionEnded')).toMatchObject([{ data: { caseId: 'c1' } }]);
});
