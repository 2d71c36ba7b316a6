/** Data of the commands of all parts beside community service, each part in a file of its own. */

import { assessmentSamples } from './assessment.ts';
import { certificateSamples } from './certificate.ts';
import { employmentSamples } from './employment.ts';
import { findingSamples } from './finding.ts';
import { keepingSamples } from './keeping.ts';
import type { PartSamples } from './part.ts';
import { permitSamples } from './permit.ts';
import { prisonSamples } from './prison.ts';
import { referralSamples } from './referral.ts';
import { trainingSamples } from './training.ts';

export const PART_SAMPLES: PartSamples = {
  ...prisonSamples,
  ...referralSamples,
  ...trainingSamples,
  ...assessmentSamples,
  ...employmentSamples,
  ...keepingSamples,
  ...permitSamples,
  ...certificateSamples,
  ...findingSamples,
};
