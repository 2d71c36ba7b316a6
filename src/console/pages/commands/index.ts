/** Every command of the catalogue, as a form; drafts of forms; registers; what has no page elsewhere. */
import { createDraftStore } from '../../drafts/draft-store.ts';
import type { ConsoleOptions } from '../../options.ts';
import type { Page } from '../../page.ts';
import { formPages } from './form-pages.tsx';

export function commandPages(options: ConsoleOptions): readonly Page[] {
  const drafts = createDraftStore(options.pool, options.vault);
  return [...formPages(drafts)];
}
