import type { ExpectedPart } from './part.ts';

export const PRISON: ExpectedPart = { commands: {}, reads: {} };
