/** Home is work: what is overdue, due, on hold, waiting elsewhere; and people found again. */
import type { ConsoleOptions } from '../../options.ts';
import type { Page } from '../../page.ts';
import { knownPage } from './changes.tsx';
import { homePage } from './home.tsx';
import { searchPages } from './search.tsx';
import { workListPage } from './work-list.tsx';

export const homePages = (_options: ConsoleOptions): readonly Page[] => [
  homePage,
  workListPage,
  knownPage,
  ...searchPages,
];
