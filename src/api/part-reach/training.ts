import type { JourneyState } from '../../domain/journey/state.ts';
import type { PartReach } from './index.ts';

export const trainingReach = (_state: JourneyState): PartReach => ({});
