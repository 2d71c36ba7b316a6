/** Every command's form as HTML: each box has its label, each id stands once, what describes a box is there. */
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { ALL_COMMANDS, type CatalogueEntry } from '../../../src/catalogue/index.ts';
import { CommandFields } from '../../../src/console/forms/fields/index.ts';
import {
  type Choices,
  describeForm,
  type FormError,
  type FormValues,
  fieldId,
  parseForm,
  referencesIn,
  sampleFor,
  valuesOf,
} from '../../../src/console/forms/schema/index.ts';
import { type Rendering, RenderingContext } from '../../../src/console/parts/rendering.ts';
import { textOf } from '../console-world.ts';

const rendering: Rendering = {
  ...{ language: 'id', now: '2026-04-01T01:00:00.000Z', zone: 'WIB', inSandbox: true },
  ...{ formToken: 'x', path: '/' },
};

function rendered(
  entry: CatalogueEntry,
  values: FormValues,
  errors: readonly FormError[] = [],
  choices: Choices = {},
  language: 'id' | 'en' = 'id',
): string {
  const description = describeForm(entry);
  const fields = h(CommandFields, { description, values, errors, choices, files: true });
  return render(h(RenderingContext.Provider, { value: { ...rendering, language }, children: fields }));
}

const all = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map(([, found]) => found!);

function expectSound(html: string): void {
  const ids = all(html, /\sid="([^"]*)"/g);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  const labelled = new Set(all(html, /<label[^>]*\sfor="([^"]*)"/g));
  const boxes = html.match(/<(?:input|select|textarea)\b[^>]*>/g) ?? [];
  const shown = boxes.filter((box) => !/type="hidden"/.test(box));
  const unlabelled = shown.filter((box) => !labelled.has(/\sid="([^"]*)"/.exec(box)?.[1] ?? ''));
  expect(unlabelled).toEqual([]);
  expect([...labelled].filter((id) => !ids.includes(id))).toEqual([]);
  const described = all(html, /aria-describedby="([^"]*)"/g).flatMap((text) => text.split(' '));
  expect(described.filter((id) => !ids.includes(id))).toEqual([]);
  // The console's policy for contents forbids both (options of the same page).
  expect(html).not.toMatch(/\sstyle=|\son[a-z]+=/);
}

const sendable = ALL_COMMANDS.filter(({ door }) => door !== 'internal');

describe.each(sendable.map((entry) => [entry.name, entry] as const))('the form of %s', (_name, entry) => {
  const description = describeForm(entry);
  const example = valuesOf(description, sampleFor(entry));

  it('is sound when empty, filled in and in English', () => {
    expectSound(rendered(entry, {}));
    expectSound(rendered(entry, example));
    expectSound(rendered(entry, example, [], {}, 'en'));
  });

  it('is sound with lists to choose from', () => {
    const references = referencesIn([...description.fields, ...description.common]);
    const few = [
      { value: 'satu', label: 'Satu' },
      { value: 'dua', label: 'Dua' },
    ];
    const many = Array.from({ length: 20 }, (_, index) => ({
      value: `v${index}`,
      label: `Pilihan ${index}`,
    }));
    for (const choices of [few, many])
      expectSound(
        rendered(entry, example, [], Object.fromEntries(references.map(({ path }) => [path, choices]))),
      );
  });

  it('says beside the field what is missing, and the summary leads there', () => {
    const { errors } = parseForm(description, {});
    const html = rendered(entry, {}, errors);
    expectSound(html);
    for (const { path, message } of errors) {
      expect(html).toContain(`id="${fieldId(path)}"`);
      expect(textOf(html)).toContain(message.id);
    }
  });
});
