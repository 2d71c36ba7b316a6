/** A referral follows training at the centre it went to, and its officer speaks while it lives (I.4). */
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../src/domain/decider.ts';
import type { JourneyState } from '../../src/domain/journey/state.ts';
import { accepted, CENTRE, PERSON, refusalOf, TrainingWorld } from '../training/training-world.ts';

const baznas: Actor = { id: 'a-baznas', role: 'REFERRAL_OFFICER', office: 'baznas' };
const elsewhere: Actor = { ...CENTRE, office: 'bbpvp-bekasi' };

const referral = (all: TrainingWorld, caseId: string) => {
  const found = (all.world.stateOf('journey/ani') as JourneyState).referral.cases[caseId];
  if (found === undefined) throw new Error(`no referral ${caseId}`);
  return found;
};

/** `c1` went to Medan, `c2` to Bekasi, where she waits for a class. */
function referredTwice(): TrainingWorld {
  const all = new TrainingWorld().register('ani');
  for (const centre of ['bbpvp-medan', 'bbpvp-bekasi']) {
    accepted(all.journey('ani', 'receive-referral', { centre, purpose: 'TRAINING', needs: [] }, baznas));
  }
  accepted(all.journey('ani', 'give-consent', { purpose: 'TRAINING_REFERRAL' }));
  accepted(all.journey('ani', 'assess-accommodation', { caseId: 'c1', needs: [] }, CENTRE));
  accepted(all.journey('ani', 'assess-accommodation', { caseId: 'c2', needs: [] }, elsewhere));
  accepted(all.journey('ani', 'put-on-waiting-list', { caseId: 'c2', programmeId: 'las-12' }, elsewhere));
  return all;
}

function inClass(): TrainingWorld {
  const all = referredTwice();
  accepted(all.open('k1'));
  all.seated('ani', 'k1').on('2026-06-01');
  accepted(all.klass('k1', 'start-class', { startedOn: '2026-06-01' }));
  return all;
}

describe('training that begins', () => {
  it('is told to the referral to that centre alone', () => {
    const all = inClass();
    expect(referral(all, 'c1').stage).toBe('ENROLLED');
    expect(referral(all, 'c2')).toMatchObject({ stage: 'WAITING', waiting: { programmeId: 'las-12' } });
  });

  it('and whose class is cancelled puts it on the list of the programme anew', () => {
    const all = inClass();
    accepted(all.klass('k1', 'cancel-class', { reason: 'OTHER' } as never));
    expect(referral(all, 'c1')).toMatchObject({
      stage: 'WAITING',
      waiting: { programmeId: 'las-12', expiresAt: { date: '2026-11-28' }, noticeAt: { date: '2026-11-14' } },
    });
  });

  it('again in another class is followed again', () => {
    const all = inClass();
    accepted(all.klass('k1', 'cancel-class', { reason: 'OTHER' } as never));
    accepted(all.open('k2', { startsOn: '2026-07-06', endsOn: '2026-07-31' }));
    const move = { enrolmentId: 'e-ani', classId: 'k2', waits: false };
    accepted(all.journey('ani', 'move-enrolment', move, CENTRE));
    accepted(all.klass('k2', 'confirm-seat', { enrolmentId: 'e-ani' }));
    all.on('2026-07-06');
    accepted(all.klass('k2', 'start-class', { startedOn: '2026-07-06' }));
    expect(all.enrolment('ani').stage).toBe('ACTIVE');
    expect(referral(all, 'c1')).toMatchObject({ stage: 'ENROLLED', waiting: null });
  });
});

it('only the consent to be referred for training stops it; no other one does', () => {
  const all = inClass();
  for (const [purpose, stage] of [
    ['NOTIFICATION', 'ACTIVE'],
    ['TRAINING_REFERRAL', 'CANCELLED'],
  ] as const) {
    all.journey('ani', 'give-consent', { purpose });
    accepted(all.journey('ani', 'withdraw-consent', { purpose, stopsTraining: true }));
    expect(all.enrolment('ani').stage).toBe(stage);
  }
});

describe('whose referral has ended', () => {
  it('no longer speaks for the person', () => {
    const all = referredTwice();
    accepted(all.journey('ani', 'close-referral', { caseId: 'c1', reason: 'MOVED' }, CENTRE));
    accepted(all.journey('ani', 'give-consent', { purpose: 'NOTIFICATION' }, baznas));
    accepted(all.journey('ani', 'close-referral', { caseId: 'c2', reason: 'MOVED' }, baznas));
    const withdrawn = { purpose: 'NOTIFICATION', stopsTraining: true } as const;
    expect(refusalOf(all.journey('ani', 'withdraw-consent', withdrawn, baznas))).toBe('NOT_PERMITTED');
    expect(refusalOf(all.journey('ani', 'withdraw-consent', withdrawn, PERSON))).toBeUndefined();
  });

  it('by being returned neither; and its record is kept as long as any (G-10, L-21)', () => {
    const all = new TrainingWorld().register('ani');
    const sent = { centre: 'bbpvp-medan', purpose: 'TRAINING', needs: [] } as const;
    accepted(all.journey('ani', 'receive-referral', sent, baznas));
    accepted(all.journey('ani', 'return-referral', { caseId: 'c1', reason: 'sealed:v1:x' }, CENTRE));
    const given = all.journey('ani', 'give-consent', { purpose: 'MATCHING' }, baznas);
    expect(refusalOf(given)).toBe('NOT_PERMITTED');
    expect(referral(all, 'c1').retentionEndsAt?.date).toBe('2036-05-04');
    all.on('2036-05-06');
    expect(all.told('journey/ani')).toContain('ReferralRetentionEnded');
  });
});
