import type { PartSamples } from './part.ts';

export const employmentSamples: PartSamples = {};
