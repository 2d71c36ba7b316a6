/** One person: where on the path, how many hours, what next. */
import type { ConsoleOptions } from '../../options.ts';
import type { Page } from '../../page.ts';
import { overviewPage } from './overview.tsx';
import { papersPages } from './papers.tsx';
import { tabPages } from './tab-pages.tsx';

export const personPages = (_options: ConsoleOptions): readonly Page[] => [
  overviewPage,
  ...tabPages,
  ...papersPages,
];
