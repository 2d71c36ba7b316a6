import type { ExpectedPart } from './part.ts';

export const EMPLOYMENT: ExpectedPart = { commands: {}, reads: {} };
