import type { JourneyState } from '../../domain/journey/state.ts';
import { OPEN_STAGES } from '../../domain/journey/training/state.ts';
import type { PartReach } from './index.ts';

/** A centre reaches who trains with it, and whom it trained: its paper follows the training (C-16). */
const KEPT = [...OPEN_STAGES, 'FINISHED', 'INCOMPLETE'];

export const trainingReach = ({ training }: JourneyState): PartReach => ({
  trainingCentres: Object.values(training.enrolments)
    .filter(({ stage }) => KEPT.includes(stage))
    .flatMap(({ centre, moving }) => [centre, ...(moving === null ? [] : [moving.centre])]),
});
