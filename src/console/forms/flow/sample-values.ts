/** A filled example, about this very person: their own case, class or placement where there is one. */
import type { SignedIn } from '../../page.ts';
import { referencesIn } from '../schema/choices.ts';
import { type FieldGroup, type FormValues, isOf, mergePage, sampleFor, valuesOf } from '../schema/index.ts';
import { addressField, ENTRY_ID, isNamedByHand } from './doors.ts';
import { type FormAtHand, filledIn } from './form-step.ts';
import { sampleOfUnits } from './unit-rows.ts';

/** Fills the page at hand, and leaves what was typed on the others. */
export async function sampleValues(
  asked: SignedIn,
  form: FormAtHand,
  group: FieldGroup,
  before: FormValues,
  today: string,
): Promise<FormValues> {
  const { description, target, entry, formId } = form;
  const { about, defaults } = await filledIn(asked, form, undefined);
  const sample = sampleFor(entry, today);
  const data = sampleOfUnits(description, about.view, sample.data);
  const values: { [name: string]: string | readonly string[] } = {
    ...pick(defaults, 'occurredAt.zone'),
    ...valuesOf(description, { ...sample, data }),
  };
  const patterns = referencesIn([...description.fields, ...description.common]).map(({ path }) => path);
  for (const path of patterns) {
    const options = about.choices[path] ?? [];
    const [first] = options;
    if (first === undefined) continue;
    // Which case a line of work was about is known already, and no example knows better.
    for (const [name, chosen] of Object.entries(path.includes('*') ? {} : before)) {
      if (pathOf(name) === path && options.some(({ value }) => value === chosen)) values[name] = chosen;
    }
    for (const name of Object.keys(values)) {
      if (pathOf(name) !== path || values[name] === before[name]) continue;
      const chosen = [values[name] ?? ''].flat().flatMap((one) => one.split('\n'));
      const isThere = chosen.every((one) => options.some(({ value }) => value === one));
      if (!isThere) values[name] = first.value;
      const own = defaults[name];
      if (own !== undefined && own !== '') values[name] = own;
    }
  }
  Object.assign(values, unused(values, formId));
  const given = addressField(target);
  if (given !== undefined && 'id' in target) values[given] = target.id;
  if (isNamedByHand(target, entry.name)) values[ENTRY_ID] = `contoh-${formId.slice(2, 10)}`;
  if (form.pages.length === 1) return values;
  const posted = Object.fromEntries(Object.entries(values).filter(([name]) => isOf(group, name)));
  const kept = values[ENTRY_ID];
  return mergePage(group, before, { ...posted, ...(kept === undefined ? {} : { [ENTRY_ID]: kept }) });
}

/** Of a box: whichever row or kind it stands in. */
const pathOf = (name: string): string => name.replaceAll(/\.\d+(?=\.|$)/g, '.*').replace(/^[A-Z_]+\./, '');

const pick = (values: FormValues, name: string): FormValues => {
  const value = values[name];
  return value === undefined ? {} : { [name]: value };
};

/** Nobody is registered twice, and no case number is given twice: each example has its own. */
function unused(values: FormValues, formId: string): { [name: string]: string } {
  const number = Number.parseInt(formId.slice(2, 10), 16);
  const found: { [name: string]: string } = {};
  const nik = values['identity.nik'];
  if (typeof nik === 'string' && nik.length === 16) {
    found['identity.nik'] = nik.slice(0, 12) + String((number % 9_999) + 1).padStart(4, '0');
  }
  const { caseNumber } = values;
  if (typeof caseNumber === 'string') {
    found.caseNumber = caseNumber.replace(/^\d+/, String((number % 99_999) + 1));
  }
  return found;
}
