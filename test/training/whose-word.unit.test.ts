/** How long an office speaks for a training, what a consent stops, and which days and hours are possible. */
import { describe, expect, it } from 'vitest';
import { trainingView } from '../../src/api/part-views/training.ts';
import type { Actor } from '../../src/domain/decider.ts';
import type { JourneyState } from '../../src/domain/journey/state.ts';
import { accepted, CENTRE, PERSON, PRISON, refusalOf, TrainingWorld } from './training-world.ts';

const INSIDE = { deliveryMode: 'IN_LAPAS', hostFacility: 'lapas-medan' } as const;
const ANI = { enrolmentId: 'e-ani' };
const COUNSELLOR: Actor = { id: 'a-counsellor', role: 'PROBATION_COUNSELLOR', office: 'bapas-medan' };
const PLACEMENT: Actor = { id: 'a-placement', role: 'PLACEMENT_OFFICER', office: 'disnaker-medan' };

const stateOf = (world: TrainingWorld) => world.world.stateOf('journey/ani') as JourneyState;
const seen = (world: TrainingWorld, actor: Actor) =>
  trainingView(actor as never, stateOf(world)) as { enrolments?: readonly object[] } | undefined;

/** Trained in prison by its application, then released, handed over and closed. */
function served(): TrainingWorld {
  const world = new TrainingWorld().register('ani');
  accepted(world.imprison('ani'));
  world.approve('ani');
  accepted(world.open('screen', { deliveryMode: 'ONLINE' }));
  world.seated('ani', 'screen', PRISON, 'c1');
  const release = { kind: 'BEBAS_MURNI', on: '2026-05-04', contactOffice: 'disnaker-medan' };
  accepted(world.journey('ani', 'record-release', { caseId: 'c1', ...release } as never, PRISON));
  const over = { caseId: 'c1', to: 'disnaker-medan', on: '2026-05-04' };
  accepted(world.journey('ani', 'hand-over-released', over, PRISON));
  return world;
}

describe('the prison of a case that is closed', () => {
  const closed = () => {
    const world = served();
    expect(seen(world, PRISON)?.enrolments).toHaveLength(1);
    accepted(world.journey('ani', 'close-prison-case', { caseId: 'c1', reason: 'PROGRAMME_DONE' }, PRISON));
    return world;
  };

  it('no longer speaks for the training, nor sees it, though it had applied', () => {
    const world = closed();
    const leave = { ...ANI, reason: 'OTHER' } as const;
    expect(refusalOf(world.journey('ani', 'cancel-enrolment', leave, PRISON))).toBe('NOT_PERMITTED');
    expect(seen(world, PRISON)).toBeUndefined();
    accepted(world.journey('ani', 'cancel-enrolment', leave, PERSON));
  });

  it.each([
    ['the prison', PRISON],
    ['the probation office', COUNSELLOR],
  ])('neither offers nor applies by it: %s', (_who, actor) => {
    const world = closed();
    accepted(world.programme('jahit'));
    const offer = { caseId: 'c1', programmeId: 'jahit', as: 'VOLUNTARY' } as const;
    expect(refusalOf(world.journey('ani', 'offer-training', offer, actor))).toBe('CASE_CLOSED');
  });

  it('asks for no test of the person', () => {
    const asked = {
      ...{ assessmentId: 'a-ani', schemeId: 'las-smaw', certificationBody: 'lsp-p2-bbpvp-medan' },
      ...{ basis: { kind: 'RPL', portfolio: ['IA.08'] }, selfAssessment: [{ unit: 'U.1', able: true }] },
    } as never;
    const request = (world: TrainingWorld) =>
      refusalOf(world.journey('ani', 'request-assessment', asked, PRISON));
    expect(request(served())).not.toBe('NOT_PERMITTED');
    expect(request(closed())).toBe('NOT_PERMITTED');
  });

  it('that the person was moved from hears nothing of the training it applied for', () => {
    const world = new TrainingWorld().register('ani');
    accepted(world.imprison('ani'));
    world.approve('ani');
    accepted(world.open('k1', INSIDE));
    world.seated('ani', 'k1', PRISON, 'c1');
    const moved = { caseId: 'c1', toFacility: 'lapas-pematangsiantar', on: '2026-05-04' };
    accepted(world.journey('ani', 'transfer-inmate', moved, PRISON));
    expect(seen(world, PRISON)).toBeUndefined();
    expect(seen(world, { ...PRISON, office: 'lapas-pematangsiantar' })?.enrolments).toHaveLength(1);
  });
});

describe('a placement office', () => {
  it('sees what was learnt, and not in which class: a class tells where it is held', () => {
    const [enrolment] = seen(served(), PLACEMENT)?.enrolments ?? [];
    expect(enrolment).toMatchObject({ enrolmentId: 'e-ani', programmeId: 'las-12', achievedUnits: [] });
    expect(Object.keys(enrolment ?? {})).not.toContain('classId');
  });
});

describe('a consent that is withdrawn', () => {
  it.each([
    ['TRAINING_REFERRAL', 'CANCELLED'],
    ['NOTIFICATION', 'SEATED'],
  ] as const)('of %s, with the wish to stop: the training is %s', (purpose, stage) => {
    const world = new TrainingWorld().register('ani');
    accepted(world.open('k1'));
    world.seated('ani', 'k1');
    accepted(world.journey('ani', 'give-consent', { purpose }));
    accepted(world.journey('ani', 'withdraw-consent', { purpose, stopsTraining: true }));
    expect(world.enrolment('ani').stage).toBe(stage);
  });
});

describe('the day of a suspension', () => {
  it.each([
    ['1990-01-01', 'DATE_IMPLAUSIBLE'],
    ['2026-05-03', 'DATE_IMPLAUSIBLE'],
    ['2026-05-04', undefined],
    ['2026-05-06', undefined],
    ['2026-05-07', 'DATE_IN_FUTURE'],
    ['2099-01-01', 'DATE_IN_FUTURE'],
  ])('%s, of a seat that was given on 4 May, on 6 May: %s', (on, code) => {
    const world = new TrainingWorld().register('ani');
    accepted(world.open('k1'));
    world.seated('ani', 'k1').on('2026-05-06');
    const suspend = { ...ANI, reason: 'OTHER', on } as const;
    expect(refusalOf(world.journey('ani', 'suspend-enrolment', suspend, CENTRE))).toBe(code);
  });

  it('that lies before the seat counts from the seat: it is not lost at once', () => {
    const world = new TrainingWorld().register('ani');
    accepted(world.imprison('ani'));
    world.approve('ani');
    accepted(world.open('k1', INSIDE));
    world.seated('ani', 'k1', PRISON, 'c1').on('2026-05-06');
    accepted(world.journey('ani', 'record-escape', { caseId: 'c1', on: '2026-02-01' }, PRISON));
    expect(world.on('2026-05-07').classState('k1').seats['e-ani']?.status).toBe('INTERRUPTED');
  });
});

describe('the way back (C-17)', () => {
  it('is closed while another class has the same hours', () => {
    const world = new TrainingWorld().register('ani');
    world.programme('jahit');
    accepted(world.open('k1'));
    accepted(world.open('k2', { programmeId: 'jahit' }));
    world.seated('ani', 'k1');
    accepted(world.journey('ani', 'suspend-enrolment', { ...ANI, reason: 'OTHER', on: '2026-05-04' }));
    accepted(world.apply('ani', 'k2', { enrolmentId: 'e-2' }));
    expect(refusalOf(world.journey('ani', 'resume-enrolment', ANI))).toBe('CLASS_TIME_CONFLICT');
    accepted(world.journey('ani', 'cancel-enrolment', { enrolmentId: 'e-2', reason: 'OWN_WISH' }));
    accepted(world.journey('ani', 'resume-enrolment', ANI));
  });
});
