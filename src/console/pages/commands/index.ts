/** Every command of the catalogue, as a form; drafts of forms; registers; things that have no page elsewhere. */
import { createDraftStore } from '../../drafts/draft-store.ts';
import type { ConsoleOptions } from '../../options.ts';
import type { Page } from '../../page.ts';
import { allCommands } from './all-commands.tsx';
import { draftPages } from './drafts-page.tsx';
import { formPages } from './form-pages.tsx';
import { registerPages } from './registers.tsx';
import { thingPages } from './thing-pages.tsx';

export function commandPages(options: ConsoleOptions): readonly Page[] {
  const drafts = createDraftStore(options.pool, options.vault);
  return [allCommands, ...draftPages(drafts), ...registerPages, ...thingPages, ...formPages(drafts)];
}
