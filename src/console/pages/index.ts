/** All pages of the console, part by part. A page that is not here is not served. */
import type { ConsoleOptions } from '../options.ts';
import type { Page } from '../page.ts';
import { auditPages } from './audit/index.ts';
import { boardPages } from './boards/index.ts';
import { commandPages } from './commands/index.ts';
import { dailyPages } from './daily/index.ts';
import { forPublic } from './for-public.tsx';
import { homePages } from './home/index.ts';
import { myPages } from './my/index.ts';
import { outsidePages } from './outside/index.ts';
import { personPages } from './person/index.ts';
import { sandboxPages } from './sandbox/index.ts';
import { signInPages } from './sign-in.tsx';
import { timelinePages } from './timeline/index.ts';

export const consolePages = (options: ConsoleOptions): readonly Page[] => [
  ...signInPages(options),
  ...homePages(options),
  ...personPages(options),
  ...commandPages(options),
  ...dailyPages(options),
  ...timelinePages(options),
  ...auditPages(options),
  ...boardPages(options),
  ...outsidePages(options),
  ...myPages(options),
  ...sandboxPages(options),
  ...forPublic,
];
