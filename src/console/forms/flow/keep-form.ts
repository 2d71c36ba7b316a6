/** A form that was sent after its session's end: what was typed becomes a draft of its account, and nothing is sent. */
import type { CatalogueEntry } from '../../../catalogue/index.ts';
import type { CommandTarget } from '../../addresses.ts';
import type { DraftStore } from '../../drafts/draft-store.ts';
import { fieldText, type PageResult, type SignedIn } from '../../page.ts';
import { CHECK_PAGE } from './check-view.tsx';
import { postForm } from './command-form.tsx';
import { formAtHand, isFormId, stepPath } from './form-step.ts';
import { ACTION_FIELD, FORM_ID_FIELD, PAGE_FIELD } from './form-view.tsx';

/** @returns the address at which it goes on. */
export async function keepForm(
  drafts: DraftStore,
  asked: SignedIn,
  target: CommandTarget,
  entry: CatalogueEntry,
): Promise<PageResult> {
  const formId = fieldText(asked.form, FORM_ID_FIELD);
  if (fieldText(asked.form, PAGE_FIELD) === CHECK_PAGE) {
    // Nothing is typed there: what was to be sent is a draft already, and is read once more before it goes.
    return {
      redirect: isFormId(formId) ? stepPath(formAtHand(target, entry, formId), { step: 'check' }) : '/drafts',
    };
  }
  // An example is filled in by the API, which answers nobody here.
  const { [ACTION_FIELD]: _action, ...form } = asked.form;
  return postForm(drafts, { ...asked, form }, target, entry);
}
