import type { PartSamples } from './part.ts';

export const keepingSamples: PartSamples = {};
