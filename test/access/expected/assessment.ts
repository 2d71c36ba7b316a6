import type { ExpectedPart } from './part.ts';

export const ASSESSMENT: ExpectedPart = { commands: {}, reads: {} };
