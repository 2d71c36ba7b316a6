/** Which papers of a journey can be made today. A part adds its builder here. */
import type { PaperBuilder } from '../material.ts';
import type { PaperKind } from '../paper.ts';
import { buildExecutionMinutes } from './ba-17.ts';
import { buildJobSeekerCard } from './job-seeker-card.ts';
import { buildExecutionOrder } from './p-48.ts';
import { buildSupervisionSheet } from './pks-03.ts';
import { buildReferralLetter } from './referral-letter.ts';
import { buildWarningLetter } from './warning-letter.ts';

export const JOURNEY_PAPERS: { readonly [Kind in PaperKind]?: PaperBuilder } = {
  'p-48': buildExecutionOrder,
  'ba-17': buildExecutionMinutes,
  'pks-03': buildSupervisionSheet,
  'warning-letter': buildWarningLetter,
  'referral-letter': buildReferralLetter,
  'job-seeker-card': buildJobSeekerCard,
};
