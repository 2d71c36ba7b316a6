import type { JourneyState } from '../../domain/journey/state.ts';
import type { PartReach } from './index.ts';

export const employmentReach = (_state: JourneyState): PartReach => ({});
