/** Long commands in steps: a few fields that belong together on each page. Daily ones stay on one page. */
import type { CommandName } from '../../../access/roles.ts';
import type { Words } from '../../words/words.ts';
import type { Field, FieldGroup, FormDescription, FormError, FormValues } from './field.ts';
import { ON_ONE_PAGE, STEPS, type StepTable } from './steps.ts';

/** More fields than this are asked in steps. */
const MOST_ON_A_PAGE = 6;

const PAPER: Words = { id: 'Dokumen dan waktu kejadian', en: 'Document and time' };
const ALL: Words = { id: 'Isian', en: 'The form' };

const isAsked = (field: Field): boolean => field.kind !== 'fixed';
const keyOf = (field: Field): string =>
  field.kind === 'choice' && field.inline ? field.discriminator : field.name;

export function pagesOf(description: FormDescription): readonly FieldGroup[] {
  const asked = description.fields.filter(isAsked);
  const table = Object.hasOwn(STEPS, description.command)
    ? STEPS[description.command as CommandName]
    : undefined;
  if (table !== undefined) return inSteps(table, asked, description.common);
  if (asked.length <= MOST_ON_A_PAGE || ON_ONE_PAGE.has(description.command))
    return [{ key: 'isian', title: ALL, fields: [...asked, ...description.common] }];
  return inSteps([], asked, description.common);
}

function inSteps(table: StepTable, asked: readonly Field[], common: readonly Field[]): readonly FieldGroup[] {
  const placed = new Set<Field>();
  const groups: FieldGroup[] = [];
  for (const { key, title, names } of table) {
    const fields = names.flatMap((name) => asked.filter((field) => keyOf(field) === name));
    for (const field of fields) placed.add(field);
    groups.push({ key, title, fields });
  }
  const rest = asked.filter((field) => !placed.has(field));
  for (let at = 0; at < rest.length; at += MOST_ON_A_PAGE)
    groups.push({
      key: `bagian-${groups.length + 1}`,
      title: { id: `Bagian ${groups.length + 1}`, en: `Part ${groups.length + 1}` },
      fields: rest.slice(at, at + MOST_ON_A_PAGE),
    });
  return common.length === 0 ? groups : [...groups, { key: 'dokumen', title: PAPER, fields: common }];
}

/** Whether a box belongs to a group of fields. */
export function isOf(group: FieldGroup, name: string): boolean {
  return group.fields.some((field) => {
    if (field.kind === 'choice' && field.inline) {
      const [head = ''] = name.split('.');
      return head === field.discriminator || field.options.some(({ value }) => value === head);
    }
    return name === field.name || name.startsWith(`${field.name}.`);
  });
}

/** A draft with the page that was just posted: what was unticked there is unticked. */
export function mergePage(group: FieldGroup, draft: FormValues, posted: FormValues): FormValues {
  const others = Object.entries(draft).filter(([name]) => !isOf(group, name));
  const own = Object.entries(posted).filter(([name]) => isOf(group, name) || name.startsWith('~'));
  return Object.fromEntries([...others, ...own]);
}

/** Errors of one page; those of the whole form stand on every page. */
export const errorsOn = (group: FieldGroup, errors: readonly FormError[]): readonly FormError[] =>
  errors.filter(({ path }) => path === '' || isOf(group, path));
