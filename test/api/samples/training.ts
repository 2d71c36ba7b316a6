import type { PartSamples } from './part.ts';

export const trainingSamples: PartSamples = {};
