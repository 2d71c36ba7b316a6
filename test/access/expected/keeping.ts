import type { ExpectedPart } from './part.ts';

export const KEEPING: ExpectedPart = { commands: {}, reads: {} };
