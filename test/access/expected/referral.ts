import type { ExpectedPart } from './part.ts';

export const REFERRAL: ExpectedPart = { commands: {}, reads: {} };
