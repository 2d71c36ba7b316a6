import type { ExpectedPart } from './part.ts';

export const TRAINING: ExpectedPart = { commands: {}, reads: {} };
