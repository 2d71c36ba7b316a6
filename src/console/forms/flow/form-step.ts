/** One form at hand: which command, to what, what was filled in so far, and what is wrong with it. */

import type { CatalogueEntry } from '../../../catalogue/index.ts';
import { isRegisterId } from '../../../domain/registers/register-decider.ts';
import { type CommandTarget, commandPath } from '../../addresses.ts';
import type { SignedIn } from '../../page.ts';
import { fieldText } from '../../page.ts';
import {
  type CommandBodyJson,
  describeForm,
  type FieldGroup,
  type FormDescription,
  type FormError,
  type FormValues,
  pagesOf,
  parseForm,
} from '../schema/index.ts';
import { defaultsFor } from './defaults.ts';
import { addressField, type Door, doorOf, ENTRY_ID, isNamedByHand } from './doors.ts';
import { type About, whatItIsAbout } from './own-choices.ts';

export interface FormAtHand {
  readonly target: CommandTarget;
  readonly entry: CatalogueEntry;
  readonly description: FormDescription;
  readonly pages: readonly FieldGroup[];
  readonly formId: string;
  /** Where the form is. */
  readonly path: string;
}

/** Ids of forms as this console makes them; the command is sent under the same id. */
const FORM_ID = /^f-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const isFormId = (text: string | undefined): text is string =>
  text !== undefined && FORM_ID.test(text);

export function formAtHand(target: CommandTarget, entry: CatalogueEntry, formId: string): FormAtHand {
  const description = describeForm(entry);
  const pages = pagesOf(description);
  return { target, entry, description, pages, formId, path: commandPath(target, entry.name) };
}

/** Address of one step: nothing stands in it but ids. */
export function stepPath(
  { path, formId }: Pick<FormAtHand, 'path' | 'formId'>,
  step: { readonly page?: string; readonly step?: 'check' | 'done'; readonly tried?: '1' } = {},
  at = '',
): string {
  return `${path}?${new URLSearchParams({ draft: formId, ...step })}${at === '' ? '' : `#${at}`}`;
}

export interface Filled {
  readonly about: About;
  readonly defaults: FormValues;
  readonly values: FormValues;
}

/** @param saved as the draft has it; absent where nothing was saved yet. */
export async function filledIn(
  asked: SignedIn,
  { target, description }: FormAtHand,
  saved: FormValues | undefined,
): Promise<Filled> {
  const about = await whatItIsAbout(asked, target, description);
  const defaults = defaultsFor(asked, target, description, about);
  return { about, defaults, values: saved ?? defaults };
}

export interface ReadForm {
  readonly body?: CommandBodyJson;
  readonly errors: readonly FormError[];
  readonly values: FormValues;
  readonly reshaped: boolean;
}

export function readForm({ target, entry, description }: FormAtHand, posted: FormValues): ReadForm {
  const { body, errors, values, reshaped } = parseForm(description, { ...posted, ...inAddress(target) });
  const wrong = isNamedByHand(target, entry.name) ? entryIdErrors(values) : [];
  const all = reshaped ? [] : [...wrong, ...errors];
  return { errors: all, values, reshaped, ...(body === undefined || all.length > 0 ? {} : { body }) };
}

/** What the address says is asked for by no box, so that no page of the form sends it. */
function inAddress(target: CommandTarget): FormValues {
  const field = addressField(target);
  return field !== undefined && 'id' in target ? { [field]: target.id } : {};
}

function entryIdErrors(values: FormValues): FormError[] {
  if (isRegisterId(fieldText(values, ENTRY_ID).trim())) return [];
  return [
    {
      path: ENTRY_ID,
      message: {
        id: 'Isi kode dengan huruf kecil, angka dan tanda hubung, misalnya kejari-medan.',
        en: 'Enter a code of small letters, digits and hyphens, for example kejari-medan.',
      },
    },
  ];
}

export const doorFor = (
  { target, entry, formId }: FormAtHand,
  values: FormValues,
  { session }: SignedIn,
): Door =>
  doorOf(target, entry, { world: session.world, formId, entryId: fieldText(values, ENTRY_ID).trim() });

/** The page that a field stands on: the one with the first error, where there are several. */
export function pageOf(pages: readonly FieldGroup[], errors: readonly FormError[], isOn: IsOn): FieldGroup {
  const found = pages.find((group) => errors.some(({ path }) => path !== '' && isOn(group, path)));
  return found ?? (errors.some(({ path }) => path === ENTRY_ID) ? pages[0] : pages.at(-1))!;
}

type IsOn = (group: FieldGroup, path: string) => boolean;
