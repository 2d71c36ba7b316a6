/** Home is work: what is overdue, due, on hold, waiting elsewhere; and people found again. */
import { createDraftStore } from '../../drafts/draft-store.ts';
import type { ConsoleOptions } from '../../options.ts';
import type { Page } from '../../page.ts';
import { knownPage } from './changes.tsx';
import { homePageWith } from './home.tsx';
import { searchPages } from './search.tsx';
import { workListPage } from './work-list.tsx';

export const homePages = (options: ConsoleOptions): readonly Page[] => [
  homePageWith(createDraftStore(options.pool, options.vault)),
  workListPage,
  knownPage,
  ...searchPages,
];
