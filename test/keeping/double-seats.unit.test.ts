/** Of two seats in one class the one that has come further stays (I.6b). */
import { describe, expect, it } from 'vitest';
import type { JourneyState } from '../../src/domain/journey/state.ts';
import { accepted, CENTRE, REGISTRAR, TrainingWorld } from '../training/training-world.ts';

const merge = (all: TrainingWorld, from: string) =>
  accepted(all.journey('ani', 'merge-person', { otherPersonId: from, reason: 'sealed:v1:x' }, REGISTRAR));

const stages = (all: TrainingWorld) => {
  const { training } = all.world.stateOf('journey/ani') as JourneyState;
  return Object.fromEntries(Object.entries(training.enrolments).map(([id, { stage }]) => [id, stage]));
};

describe('two seats of one human in one class', () => {
  it('the one that runs stays, whichever record had it', () => {
    const all = new TrainingWorld().register('ani', 'ani-2', 'budi');
    accepted(all.open('k1', { capacity: 2 }));
    all.seated('ani-2', 'k1').seated('budi', 'k1');
    accepted(all.apply('ani', 'k1', { waits: true }));
    all.on('2026-06-01');
    accepted(all.klass('k1', 'start-class', { startedOn: '2026-06-01' }));
    merge(all, 'ani-2');
    expect(stages(all)).toEqual({ 'e-ani': 'CANCELLED', 'e-ani-2': 'ACTIVE' });
    expect(all.classState('k1').seats['e-ani-2']).toBeDefined();
  });

  it('where both have come as far, the record that stays keeps its own', () => {
    const all = new TrainingWorld().register('ani', 'ani-2');
    accepted(all.open('k1', { capacity: 2 }));
    all.seated('ani-2', 'k1').seated('ani', 'k1');
    merge(all, 'ani-2');
    expect(stages(all)).toEqual({ 'e-ani': 'SEATED', 'e-ani-2': 'CANCELLED' });
  });

  it('what is given back leaves the class it was to move to as well', () => {
    const all = new TrainingWorld().register('ani', 'ani-2', 'budi');
    accepted(all.open('k1', { capacity: 3 }));
    accepted(all.open('k2', { capacity: 1, startsOn: '2026-07-06', endsOn: '2026-07-31' }));
    all.seated('budi', 'k2').seated('ani', 'k1').seated('ani-2', 'k1');
    const move = { enrolmentId: 'e-ani-2', classId: 'k2', waits: true };
    accepted(all.journey('ani-2', 'move-enrolment', move, CENTRE));
    expect(all.classState('k2').waiting).toHaveLength(1);
    merge(all, 'ani-2');
    expect(all.classState('k2').waiting).toHaveLength(0);
  });
});
