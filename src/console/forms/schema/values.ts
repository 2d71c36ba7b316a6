/** From the body of a command back to the boxes of its form: drafts, examples, prefilled addresses. */
import type { JsonObject, JsonValue } from '../../../domain/decider.ts';
import { NONE_MARK, ROW_MARK } from './boxes.ts';
import type { ChoiceField, Field, FormDescription, FormValues, RowsField } from './field.ts';
import { join } from './field.ts';
import { type Boxes, writeLeaf } from './leaves.ts';

type Given = { readonly [name: string]: JsonValue | undefined };

export function valuesOf(
  description: FormDescription,
  body: { readonly data?: Given; readonly document?: Given; readonly occurredAt?: Given },
): FormValues {
  const boxes: Boxes = {};
  writeAll(description.fields, '', body.data ?? {}, boxes);
  const { data: _data, ...common } = body;
  writeAll(description.common, '', common as Given, boxes);
  return boxes;
}

function writeAll(fields: readonly Field[], prefix: string, values: Given, into: Boxes): void {
  for (const field of fields) {
    const value = field.kind === 'choice' && field.inline ? (values as JsonObject) : values[field.name];
    if (value !== undefined) write(field, join(prefix, field.name), value, into);
  }
}

function write(field: Field, name: string, value: JsonValue, into: Boxes): void {
  if (value === null || (field.canBeNone && Array.isArray(value) && value.length === 0)) {
    if (field.canBeNone) into[`${name}.${NONE_MARK}`] = '1';
    return;
  }
  switch (field.kind) {
    case 'fixed':
      return;
    case 'group':
      writeAll(field.fields, name, value as Given, into);
      return;
    case 'choice':
      writeChoice(field, name, value as Given, into);
      return;
    case 'rows':
      writeRows(field, name, value as readonly Given[], into);
      return;
    case 'lines':
      into[name] = (value as readonly JsonValue[]).map(String).join('\n');
      return;
    case 'several-of':
      into[name] = (value as readonly JsonValue[]).map(String);
      return;
    default:
      writeLeaf(field, name, value, into);
  }
}

function writeChoice(field: ChoiceField, name: string, value: Given, into: Boxes): void {
  const kind = value[field.discriminator];
  if (kind === undefined) return;
  into[join(name, field.discriminator)] = String(kind);
  const option = field.options.find((one) => one.value === kind);
  if (option !== undefined) writeAll(option.fields, join(name, option.value), value, into);
}

function writeRows(field: RowsField, name: string, rows: readonly Given[], into: Boxes): void {
  rows.forEach((row, index) => {
    into[`${name}.${index}.${ROW_MARK}`] = '1';
    writeAll(field.item.fields, `${name}.${index}`, row, into);
  });
}
