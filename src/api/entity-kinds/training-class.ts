/** Classes as the API names, reaches and shows them: by the centre that gives them, without anybody's name. */
import { isRegisterId } from '../../domain/registers/register-decider.ts';
import { trainingClassDecider } from '../../domain/training-class/decider.ts';
import type { TrainingClassState } from '../../domain/training-class/state.ts';
import { countedJp, missedJp } from '../../domain/training-class/sums.ts';
import type { EntityKindEntry } from './entity-kind.ts';

export const trainingClassKind: EntityKindEntry<TrainingClassState> = {
  kind: 'class',
  resource: 'classes',
  title: { id: 'kelas pelatihan', en: 'training class' },
  read: 'read-class',
  decider: trainingClassDecider,
  opening: ['open-class'],
  isId: isRegisterId,
  // Whoever opens a class owns it.
  touched: (state, _data, actor) => ({
    owners: state?.plan === undefined || state.plan === null ? [actor.office] : [state.plan.centre],
  }),
  view: (_actor, state) => {
    const { plan, status, startedOn, seats, waiting, sheets } = state;
    if (plan === null) return undefined;
    return {
      ...{ ...plan, status, startedOn },
      seats: Object.values(seats).map((seat) => ({
        ...seat,
        heldUntil: seat.heldUntil?.date ?? null,
        attendedJp: seat.carriedJp + countedJp(state, seat.enrolmentId),
        missedJp: missedJp(state, seat.enrolmentId),
      })),
      freeSeats: plan.capacity - Object.keys(seats).length,
      waiting: waiting.map(({ enrolmentId, priority, needs }) => ({ enrolmentId, priority, needs })),
      sheets,
    };
  },
};
