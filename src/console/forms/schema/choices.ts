/** What can be chosen for the fields that point into registers, from the register book. */
import type { RegisterName } from '../../../domain/registers/index.ts';
import type { BookEntry, RegisterBook } from '../../register-book.ts';
import type { Choice, Choices, Field, FormDescription } from './field.ts';

type Referring = Extract<Field, { kind: 'reference' }>;

const REGISTERS = [
  ...(['office', 'site', 'calendar', 'scheme', 'programme', 'assessor', 'employer', 'vacancy'] as const),
];
type InRegister = (typeof REGISTERS)[number] & RegisterName;
const inRegister = (of: string): of is InRegister => (REGISTERS as readonly string[]).includes(of);

/** Choices of all fields of a form that point into a register, by their paths. */
export async function registerChoices(description: FormDescription, book: RegisterBook): Promise<Choices> {
  const found: { [path: string]: readonly Choice[] } = {};
  for (const { path, field } of referencesIn([...description.fields, ...description.common])) {
    if (!inRegister(field.of)) continue;
    const entries = (await book.all(field.of)).filter((entry) => fits(field, entry));
    found[path] = entries.map(choiceOf).sort((a, b) => (a.label < b.label ? -1 : 1));
  }
  return found;
}

/** Every field that points at something, with the path under which choices are given for it. */
export function referencesIn(
  fields: readonly Field[],
): { readonly path: string; readonly field: Referring }[] {
  return fields.flatMap((field) => {
    switch (field.kind) {
      case 'reference':
        return [{ path: field.path, field }];
      case 'lines':
        return field.item.kind === 'reference' ? [{ path: field.path, field: field.item }] : [];
      case 'group':
        return referencesIn(field.fields);
      case 'rows':
        return referencesIn([field.item]);
      case 'choice':
        return field.options.flatMap((option) => referencesIn(option.fields));
      default:
        return [];
    }
  });
}

const fits = ({ officeKinds }: Referring, { value }: BookEntry): boolean =>
  officeKinds === undefined || officeKinds.includes(String(value.kind));

function choiceOf({ id, value }: BookEntry): Choice {
  const name = [value.name, value.title, value.jobTitle].find((one) => typeof one === 'string');
  return { value: id, label: name === undefined ? id : `${String(name)} (${id})` };
}
