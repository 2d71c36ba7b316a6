/** Every field and every code that a person may meet in a form is said in words, in both languages. */
import { describe, expect, it } from 'vitest';
import { ALL_COMMANDS } from '../../../src/catalogue/index.ts';
import { describeForm, type Field, pagesOf } from '../../../src/console/forms/schema/index.ts';
import { FIELD_TABLES, fieldWords, hasFieldWords } from '../../../src/console/words/fields/index.ts';
import { valueWords } from '../../../src/console/words/values.ts';

const sendable = ALL_COMMANDS.filter(({ door }) => door !== 'internal');

interface Said {
  readonly path: string;
  readonly values: readonly (string | number)[];
}

/** What a form says: each field's name and each value that can be chosen. */
function saidBy(field: Field): Said[] {
  switch (field.kind) {
    case 'fixed':
      return [];
    case 'group':
      return [{ path: field.path, values: [] }, ...field.fields.flatMap(saidBy)];
    case 'rows':
      return [{ path: field.path, values: [] }, ...field.item.fields.flatMap(saidBy)];
    case 'choice': {
      const path = field.path === '' ? field.discriminator : `${field.path}.${field.discriminator}`;
      const values = field.options.map(({ value }) => value);
      return [{ path, values }, ...field.options.flatMap((option) => option.fields.flatMap(saidBy))];
    }
    case 'one-of':
    case 'several-of':
      return [{ path: field.path, values: field.options }];
    default:
      return [{ path: field.path, values: [] }];
  }
}

const everything = sendable.flatMap((entry) => {
  const { fields, common } = describeForm(entry);
  return [...fields, ...common].flatMap(saidBy).map((said) => ({ command: entry.name, ...said }));
});

/** Words that stand in English texts and in no Indonesian one. */
const ENGLISH =
  /\b(?:the|of|and|or|is|was|for|with|from|to|by|at|date|number|name|reason|kind|office|employer|training|release|address)\b/i;
/** Looks like a code: capitals with underscores, or a field's name in one word with a hump. */
const CODE = /[A-Z]_[A-Z]|[a-z][A-Z]/;
/** Codes and names of rules that are shown as examples. */
const EXAMPLES = /NIK_MISMATCH|UU_35_2014_ART_76|EXTRA_TIME|days atau minutes|class\/las-1|Eku\.3/g;

describe('fields', () => {
  it('have words, each of them', () => {
    expect(everything.filter(({ command, path }) => !hasFieldWords(command, path))).toEqual([]);
  });

  it('stand in one table only', () => {
    const keys = FIELD_TABLES.flatMap((table) => Object.keys(table));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it.each(['id', 'en'] as const)('are named in %s by words, not by codes', (language) => {
    const labels = everything.map(({ command, path }) => fieldWords(command, path).label[language]);
    expect(labels.filter((label) => label.trim() === '' || CODE.test(label))).toEqual([]);
  });

  it('speak no English in Indonesian', () => {
    const texts = FIELD_TABLES.flatMap((table) => Object.values(table)).flatMap(({ label, hint, unit }) =>
      [label, hint, unit].flatMap((words) => (words === undefined ? [] : [words.id.replace(EXAMPLES, '')])),
    );
    expect(texts.filter((text) => ENGLISH.test(text))).toEqual([]);
  });
});

describe('values', () => {
  const all = everything.flatMap(({ command, path, values }) =>
    values.map((value) => ({ field: `${command}.${path}`, value: String(value) })),
  );

  it.each(['id', 'en'] as const)('are all said in %s', (language) => {
    const unsaid = all.filter(({ field, value }) => valueWords(field, value)[language] === value);
    expect(unsaid).toEqual([]);
  });

  it('speak no English in Indonesian', () => {
    expect(
      all.map(({ field, value }) => valueWords(field, value).id).filter((id) => ENGLISH.test(id)),
    ).toEqual([]);
  });

  it('differ from each other within one field', () => {
    for (const { command, path, values } of everything) {
      const said = values.map((value) => valueWords(`${command}.${path}`, String(value)).id);
      expect(new Set(said).size, `${command}.${path}: ${said.join(', ')}`).toBe(said.length);
    }
  });

  it('leave alone what is no code', () => {
    expect(valueWords('regency', 'Kota Medan')).toEqual({ id: 'Kota Medan', en: 'Kota Medan' });
  });
});

describe('pages', () => {
  it('have a title each, and an address of their own', () => {
    for (const entry of sendable) {
      const pages = pagesOf(describeForm(entry));
      const keys = pages.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.every((key) => /^[a-z0-9-]+$/.test(key))).toBe(true);
      // A page without a title of its own has been forgotten in the table of steps.
      expect(
        pages.every(({ title }) => !/^Bagian \d/.test(title.id)),
        entry.name,
      ).toBe(true);
      expect(pages.every(({ title, fields }) => title.id !== '' && fields.length > 0)).toBe(true);
    }
  });
});
