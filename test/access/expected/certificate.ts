import type { ExpectedPart } from './part.ts';

export const CERTIFICATE: ExpectedPart = { commands: {}, reads: {} };
