/** The auditor's desk. */
import type { ConsoleOptions } from '../../options.ts';
import type { Page } from '../../page.ts';
import { changesPage } from './changes.tsx';
import { comparisonPage } from './comparison.tsx';
import { entryPage } from './entry.tsx';
import { explainPage } from './explain.tsx';
import { exportPages } from './export.tsx';
import { findPage } from './find.tsx';
import { findingPages } from './findings.tsx';
import { listPages } from './lists.tsx';
import { moneyPages } from './money.tsx';
import { runsPages } from './runs.tsx';
import { samplePages } from './sample.tsx';
import { streamPage } from './stream.tsx';
import { verificationPages } from './verification.tsx';
import { verifyPages } from './verify.tsx';
import { whatIfPages } from './what-if.tsx';
import { whoLookedPages } from './who-looked.tsx';

export const auditPages = (options: ConsoleOptions): readonly Page[] => [
  entryPage,
  findPage,
  changesPage,
  ...verifyPages,
  ...verificationPages,
  streamPage,
  ...runsPages(options),
  comparisonPage,
  explainPage,
  ...listPages,
  ...samplePages,
  ...moneyPages,
  ...whoLookedPages,
  ...whatIfPages,
  ...exportPages,
  ...findingPages,
];
