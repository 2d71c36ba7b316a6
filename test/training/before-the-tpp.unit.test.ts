/** I.3: training of a person in prison begins once the TPP has approved it, and no office hears more than it may. */
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../src/domain/decider.ts';
import { accepted, CENTRE, PERSON, PRISON, TrainingWorld } from './training-world.ts';

const INSIDE = { deliveryMode: 'IN_LAPAS', hostFacility: 'lapas-medan' } as const;
const PLACEMENT: Actor = { id: 'a-placement', role: 'PLACEMENT_OFFICER', office: 'disnaker-medan' };

const inPrison = (): TrainingWorld => {
  const world = new TrainingWorld().register('ani');
  accepted(world.imprison('ani'));
  accepted(world.open('inside', INSIDE));
  accepted(world.open('screen', { deliveryMode: 'ONLINE' }));
  accepted(world.open('outside'));
  return world;
};

describe('an application from prison', () => {
  it.each([
    ['the prison', PRISON, { caseId: 'c1' }],
    ['the person', PERSON, {}],
  ])('by %s waits for the TPP, inside and on a screen', (_who, actor, data) => {
    const world = inPrison();
    for (const classId of ['inside', 'screen']) {
      expect(world.apply('ani', classId, data, actor).refusal).toEqual({
        code: 'TPP_MISSING',
        article: 'PP 31/1999 art. 7',
        parameters: { caseId: 'c1' },
      });
    }
    world.approve('ani');
    accepted(world.apply('ani', 'inside', data, actor));
  });

  it('needs no TPP for a class that begins after the release', () => {
    const world = inPrison();
    const after = { startsOn: '2028-02-07', endsOn: '2028-03-03' };
    accepted(world.open('later', after));
    accepted(world.apply('ani', 'later'));
  });

  it('stays approved while an interruption of the training lasts', () => {
    const world = inPrison().approve('ani');
    accepted(world.programme('jahit'));
    accepted(
      world.open('later', { ...INSIDE, programmeId: 'jahit', startsOn: '2026-09-07', endsOn: '2026-10-02' }),
    );
    world.seated('ani', 'inside', PRISON, 'c1').on('2026-06-01');
    accepted(world.klass('inside', 'start-class', { startedOn: '2026-06-01' }));
    accepted(world.journey('ani', 'declare-lockdown', { caseId: 'c1', from: '2026-06-01' }, PRISON));
    expect(world.enrolment('ani').stage).toBe('SUSPENDED');
    accepted(world.apply('ani', 'later', { enrolmentId: 'e-later', caseId: 'c1' }, PRISON));
  });

  it('tells a centre and a placement office no more than that the person cannot come then (G-08)', () => {
    const world = inPrison();
    for (const actor of [CENTRE, PLACEMENT]) {
      for (const classId of ['inside', 'outside', 'screen']) {
        expect(world.apply('ani', classId, {}, actor).refusal).toEqual({
          code: 'NOT_AVAILABLE_THEN',
          parameters: {},
        });
      }
    }
  });
});
