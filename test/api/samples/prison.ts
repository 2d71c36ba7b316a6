import type { PartSamples } from './part.ts';

export const prisonSamples: PartSamples = {};
