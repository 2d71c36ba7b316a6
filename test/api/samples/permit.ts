import type { PartSamples } from './part.ts';

export const permitSamples: PartSamples = {};
