import type { ExpectedPart } from './part.ts';

export const PERMIT: ExpectedPart = { commands: {}, reads: {} };
