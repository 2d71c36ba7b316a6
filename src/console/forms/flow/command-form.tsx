/**
 * One command in the browser: form, check your answers, send, done. Every step is an address of its own and what was
 * typed is kept on the server, so that going back, reloading and pressing twice do no harm.
 */
import { createHash, randomUUID } from 'node:crypto';
import type { PreviewAnswer } from '../../../api/preview/preview.ts';
import type { CatalogueEntry } from '../../../catalogue/index.ts';
import { localDateTimeOf, momentAt } from '../../../domain/time/moments.ts';
import type { CommandTarget } from '../../addresses.ts';
import { targetPath } from '../../addresses.ts';
import type { ApiAnswer } from '../../api.ts';
import type { Draft, DraftStore, KeptDraft } from '../../drafts/draft-store.ts';
import type { FormFields, PageResult, Shown, SignedIn } from '../../page.ts';
import { fieldText } from '../../page.ts';
import { BackLink } from '../../parts/structure.tsx';
import { codesIn } from '../../sentences/index.ts';
import { FORM_TOKEN_FIELD } from '../../session/forgery.ts';
import { isUndecided } from '../../undecided.ts';
import { errorsOn, type FormError, type FormValues, fieldId, isOf, mergePage } from '../schema/index.ts';
import { CHECK_PAGE, CheckView, SHOWN_FIELD, shownMark } from './check-view.tsx';
import { donePage } from './done-page.tsx';
import { GoneView, UnknownView } from './done-view.tsx';
import {
  doorFor,
  type Filled,
  type FormAtHand,
  filledIn,
  formAtHand,
  isFormId,
  pageOf,
  readForm,
  stepPath,
} from './form-step.ts';
import { ACTION_FIELD, FORM_ID_FIELD, FormView, PAGE_FIELD } from './form-view.tsx';
import { refusalErrors } from './refused-field.ts';
import { sampleValues } from './sample-values.ts';

export const newFormId = (): string => `f-${randomUUID()}`;

/** The form that a refused one goes on as: the same one, however often the refused one was sent. */
function formIdAfter(formId: string): string {
  const hex = createHash('sha256').update(`titian:again:${formId}`).digest('hex');
  return `f-${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')}`;
}

/** Opens a form, or one of its later steps. */
export async function openForm(
  drafts: DraftStore,
  asked: SignedIn,
  target: CommandTarget,
  entry: CatalogueEntry,
): Promise<PageResult> {
  const { draft: formId, ...query } = asked.query;
  if (!isFormId(formId)) {
    const fresh = formAtHand(target, entry, newFormId());
    const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
    return { redirect: `${fresh.path}?${new URLSearchParams([['draft', fresh.formId], ...given])}` };
  }
  const form = formAtHand(target, entry, formId);
  const draft = await drafts.find(asked.session, formId);
  if (draft !== undefined && !isOfThis(form, draft)) return gone(form);
  if (draft?.movedTo !== undefined) {
    return { redirect: stepPath({ ...form, formId: draft.movedTo }, { step: 'check' }) };
  }
  if (draft?.sent === true || query.step === 'done') return donePage(asked, form);
  if (query.step === 'check') return checkPage(asked, form, draft);
  const filled = await filledIn(asked, form, draft?.values);
  const tried = query.tried === '1' ? readForm(form, filled.values).errors : [];
  const group = form.pages.find(({ key }) => key === query.page) ?? form.pages[0]!;
  return formPage(form, filled, group, onPage(form, group, tried), draft === undefined);
}

/** What was typed for one person or command is never shown, nor sent, as if it were of another. */
const isOfThis = ({ entry, target }: FormAtHand, draft: Draft): boolean =>
  draft.command === entry.name && draft.target === targetPath(target);

/** Errors of this page; those of the whole stand on the last one. */
function onPage(form: FormAtHand, group: FormAtHand['pages'][number], errors: readonly FormError[]) {
  const isFirst = group === form.pages[0];
  const isLast = group === form.pages.at(-1);
  return errorsOn(group, errors)
    .filter(({ path }) => path !== '' || isLast)
    .concat(isFirst ? errors.filter(({ path }) => path.startsWith('~')) : []);
}

function formPage(
  form: FormAtHand,
  { about, values }: Pick<Filled, 'about' | 'values'>,
  group: FormAtHand['pages'][number],
  errors: readonly FormError[],
  isNew: boolean,
  known?: string,
): Shown {
  const place = form.pages.indexOf(group);
  const before = form.pages[place - 1];
  const back =
    before === undefined ? targetPath(form.target) || '/commands' : stepPath(form, { page: before.key });
  const { title } = form.entry;
  return {
    title: errors.length === 0 ? title : { id: `Kesalahan: ${title.id}`, en: `Error: ${title.en}` },
    before: <BackLink href={back} />,
    within: '/commands',
    body: (
      <FormView
        {...{ form, group, values, errors, isNew }}
        choices={about.choices}
        {...(about.name === undefined ? {} : { who: about.name })}
        {...(known === undefined ? {} : { known })}
      />
    ),
  };
}

async function checkPage(
  asked: SignedIn,
  form: FormAtHand,
  draft: KeptDraft | undefined,
): Promise<PageResult> {
  if (draft === undefined) return gone(form);
  const filled = await filledIn(asked, form, draft.values);
  const read = readForm(form, draft.values);
  const { about } = filled;
  const show = (errors: readonly FormError[], known?: string): Shown => {
    const group = pageOf(form.pages, errors, isOf);
    return formPage(form, filled, group, errors, false, known);
  };
  if (read.body === undefined) return show(read.errors);
  const door = doorFor(form, draft.values, asked);
  const preview = await asked.api.send<PreviewAnswer>(door.preview, door.body(read.body), form.formId);
  if (!preview.ok && !isUndecided(preview.problem)) {
    const { problem } = preview;
    const known = problem.code === 'DUPLICATE_PERSON' ? problem.parameters.personId : undefined;
    return show(
      refusalErrors(form.description, draft.values, problem),
      typeof known === 'string' ? known : undefined,
    );
  }
  const names = await asked.book.namesOf(preview.ok ? codesIn([preview.body.events, preview.body.told]) : []);
  return {
    title: { id: `Periksa: ${form.entry.title.id}`, en: `Check: ${form.entry.title.en}` },
    before: <BackLink href={stepPath(form, { page: form.pages.at(-1)!.key })} />,
    within: '/commands',
    body: (
      <CheckView
        {...{ form, names, values: draft.values, choices: about.choices }}
        {...(about.name === undefined ? {} : { who: about.name })}
        {...(preview.ok ? { preview: preview.body } : {})}
        {...(draft.refused === undefined ? {} : { refused: draft.refused })}
      />
    ),
  };
}

/** Takes what was posted: saves it first, then goes where it leads. */
export async function postForm(
  drafts: DraftStore,
  asked: SignedIn,
  target: CommandTarget,
  entry: CatalogueEntry,
): Promise<PageResult> {
  const formId = fieldText(asked.form, FORM_ID_FIELD);
  const form = formAtHand(target, entry, isFormId(formId) ? formId : newFormId());
  const draft = await drafts.find(asked.session, form.formId);
  if (draft !== undefined && !isOfThis(form, draft)) return gone(form);
  if (draft?.movedTo !== undefined) {
    return { redirect: stepPath({ ...form, formId: draft.movedTo }, { step: 'check' }) };
  }
  if (draft?.sent === true) return { redirect: stepPath(form, { step: 'done' }) };
  const action = fieldText(asked.form, ACTION_FIELD);
  const pageKey = fieldText(asked.form, PAGE_FIELD);
  if (pageKey === CHECK_PAGE) {
    if (action === 'later') return { redirect: '/drafts' };
    if (draft === undefined) return gone(form);
    // Another tab, or a page that the browser kept: what is sent is what was read, or it is read once more.
    const isAsRead = fieldText(asked.form, SHOWN_FIELD) === shownMark(draft.values);
    return isAsRead ? send(drafts, asked, form, draft) : { redirect: stepPath(form, { step: 'check' }) };
  }
  const group = form.pages.find(({ key }) => key === pageKey) ?? form.pages[0]!;
  const posted = ownBoxes(asked);
  // What the form was opened with travels in it until it is saved for the first time.
  const merged = draft === undefined ? posted : mergePage(group, draft.values, posted);
  const values =
    action === 'sample' ? await sampleValues(asked, form, group, merged, todayOf(asked)) : merged;
  const read = readForm(form, values);
  const saved: Draft = {
    ...{ formId: form.formId, command: entry.name, target: targetPath(target) },
    ...{ values: read.values, page: group.key },
  };
  await drafts.save(asked.session, saved);
  if (action === 'later') return { redirect: '/drafts' };
  if (action === 'sample') return { redirect: stepPath(form, { page: group.key }) };
  if (read.reshaped) return { redirect: stepPath(form, { page: group.key }, reshapedAt(asked.form)) };
  return { redirect: afterPage(form, group, read.errors) };
}

const todayOf = ({ now, zone }: SignedIn): string => localDateTimeOf(momentAt(now, zone)).slice(0, 10);

function reshapedAt(form: FormFields): string {
  const name = fieldText(form, '~add') || fieldText(form, '~remove').replace(/\.\d+$/, '');
  return name === '' ? '' : fieldId(name);
}

/** The same page while something on it is wrong; then the next one; at the end, what was filled in. */
function afterPage(
  form: FormAtHand,
  group: FormAtHand['pages'][number],
  errors: readonly FormError[],
): string {
  const here = onPage(form, group, errors);
  if (here.length > 0) return stepPath(form, { page: group.key, tried: '1' });
  const next = form.pages[form.pages.indexOf(group) + 1];
  if (next !== undefined) return stepPath(form, { page: next.key });
  if (errors.length === 0) return stepPath(form, { step: 'check' });
  return stepPath(form, { page: pageOf(form.pages, errors, isOf).key, tried: '1' });
}

/** Boxes of the form, without those of the console itself; of files, their fingerprints. */
function ownBoxes({ form, files }: SignedIn): FormValues {
  const own = Object.entries(form).filter(([name]) => !name.startsWith('_') && name !== FORM_TOKEN_FIELD);
  const hashes = files
    .filter(({ field }) => field.endsWith('.file'))
    .map(({ field, bytes }): [string, string] => [
      field.replace(/\.file$/, ''),
      createHash('sha256').update(bytes).digest('hex'),
    ]);
  return Object.fromEntries([...own, ...hashes]);
}

async function send(
  drafts: DraftStore,
  asked: SignedIn,
  form: FormAtHand,
  draft: KeptDraft,
): Promise<PageResult> {
  const { session, api } = asked;
  const read = readForm(form, draft.values);
  if (read.body === undefined) return { redirect: stepPath(form, { step: 'check' }) };
  const door = doorFor(form, draft.values, asked);
  const answer: ApiAnswer<unknown> = await api.send(door.path, door.body(read.body), form.formId);
  const { formId, entry, target } = form;
  if (answer.ok) {
    await drafts.markSent(session, { formId, command: entry.name, target: targetPath(target) });
    return { redirect: stepPath(form, { step: 'done' }) };
  }
  const { problem } = answer;
  if (isUndecided(problem)) {
    const title = { id: 'Belum ada jawaban', en: 'No answer yet' };
    return {
      title,
      status: 503,
      body: <UnknownView {...{ form, problem }} shown={shownMark(draft.values)} />,
    };
  }
  // A refusal that was recorded has used the id up: what is sent next is another command.
  const kept = { command: draft.command, target: draft.target, values: draft.values, page: draft.page };
  if (problem.receipt === undefined) {
    await drafts.save(session, { ...kept, formId, refused: problem });
    return { redirect: stepPath(form, { step: 'check' }) };
  }
  const again = formIdAfter(formId);
  await drafts.save(session, { ...kept, formId: again, refused: problem });
  await drafts.markMoved(session, { ...kept, formId }, again);
  return { redirect: stepPath({ ...form, formId: again }, { step: 'check' }) };
}

const gone = (form: FormAtHand): Shown => ({
  title: { id: 'Isian ini tidak tersimpan lagi', en: 'This form is no longer kept' },
  status: 410,
  body: <GoneView form={form} />,
});
