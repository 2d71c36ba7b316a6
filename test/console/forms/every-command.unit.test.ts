/** Every command of the catalogue can be filled in as a form, and comes back as it went in. */
import { describe, expect, it } from 'vitest';
import { commandBody } from '../../../src/catalogue/command-body.ts';
import { ALL_COMMANDS } from '../../../src/catalogue/index.ts';
import {
  describeForm,
  pagesOf,
  parseForm,
  sampleFor,
  valuesOf,
} from '../../../src/console/forms/schema/index.ts';
import { samples } from '../../api/samples.ts';

const sendable = ALL_COMMANDS.filter(({ door }) => door !== 'internal');
const given = samples();
const document = { kind: 'P-48', number: 'PRINT-1/2026', date: '2026-03-31', hash: 'ab'.repeat(32) };
const occurredAt = { local: '2026-03-31T08:05', zone: 'WITA' };

describe.each(ALL_COMMANDS.map((entry) => [entry.name, entry] as const))('%s', (name, entry) => {
  const description = describeForm(entry);
  const shape = commandBody(entry);

  it('comes back from its boxes as it was', () => {
    const common = entry.door === 'people' ? {} : { document, occurredAt };
    const body = { data: given[name] ?? sampleFor(entry).data, ...common };
    const parsed = parseForm(description, valuesOf(description, body as never));
    expect(parsed.errors).toEqual([]);
    expect(shape.parse(parsed.body)).toEqual(shape.parse(body));
  });

  it('stands on pages, each field once', () => {
    const fields = pagesOf(description).flatMap((page) => page.fields);
    const asked = [...description.fields, ...description.common].filter(({ kind }) => kind !== 'fixed');
    expect(new Set(fields).size).toBe(fields.length);
    expect(new Set(fields)).toEqual(new Set(asked));
  });
});

describe.each(sendable.map((entry) => [entry.name, entry] as const))('the example of %s', (_name, entry) => {
  it('passes, also through its boxes', () => {
    const description = describeForm(entry);
    const example = sampleFor(entry, '2026-04-01');
    expect(commandBody(entry).safeParse(example).error).toBeUndefined();
    expect(parseForm(description, valuesOf(description, example)).errors).toEqual([]);
  });
});
