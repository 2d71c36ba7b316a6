/** The boxes of a form: which texts stand under which names. */
import { fieldText, fieldTexts } from '../../page.ts';
import type { FormValues } from './field.ts';
import { join } from './field.ts';

export const textAt = (values: FormValues, name: string): string => fieldText(values, name).trim();

/** Every line of every text under one name. */
export const linesAt = (values: FormValues, name: string): string[] =>
  fieldTexts(values, name)
    .flatMap((text) => text.split(/\r?\n/))
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Whether any box under this name, or under it as a group, was there at all. */
export const hasBox = (values: FormValues, name: string): boolean =>
  Object.keys(values).some((key) => key === name || key.startsWith(`${name}.`));

/** Says of a row that it is there, even if nothing in it was ticked or filled in. */
export const ROW_MARK = '~row';
/** Says that there is none, where leaving empty means "as it was". */
export const NONE_MARK = '~none';
/** Buttons: `~add` with a list's name, `~remove` with a row's. */
export const ADD_BUTTON = '~add';
export const REMOVE_BUTTON = '~remove';

/** A thousand rows fill no screen and no law. */
const MOST_ROWS = 300;

/** Numbers of the rows of a list, in order. */
export function rowsAt(values: FormValues, name: string): number[] {
  const numbers = new Set<number>();
  const prefix = `${name}.`;
  for (const key of Object.keys(values)) {
    if (!key.startsWith(prefix)) continue;
    const number = /^(\d{1,4})\./.exec(key.slice(prefix.length))?.[1];
    if (number !== undefined) numbers.add(Number(number));
  }
  return [...numbers].sort((a, b) => a - b).slice(0, MOST_ROWS);
}

/** The values with one more row, or with one less, where such a button was pressed; undefined otherwise. */
export function withRowsAsAsked(values: FormValues): FormValues | undefined {
  const added = textAt(values, ADD_BUTTON);
  const removed = textAt(values, REMOVE_BUTTON);
  if (added === '' && removed === '') return undefined;
  const kept: { [name: string]: string | readonly string[] } = {};
  for (const [name, value] of Object.entries(values)) {
    const ofRemoved = removed !== '' && name.startsWith(`${removed}.`);
    if (name !== ADD_BUTTON && name !== REMOVE_BUTTON && !ofRemoved) kept[name] = value;
  }
  if (added !== '') {
    const next = (rowsAt(values, added).at(-1) ?? -1) + 1;
    kept[join(added, `${next}.${ROW_MARK}`)] = '1';
  }
  return kept;
}
