import type { PartSamples } from './part.ts';

export const assessmentSamples: PartSamples = {};
