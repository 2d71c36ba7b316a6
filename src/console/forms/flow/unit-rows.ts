/** One row for each unit of an assessment: nobody has to know the codes of what is tested. */
import type { JsonObject, JsonValue } from '../../../domain/decider.ts';
import type { FormDescription, RowsField } from '../schema/field.ts';
import { type FormValues, valuesOf } from '../schema/index.ts';

const rowsByUnit = ({ fields }: FormDescription): readonly RowsField[] =>
  fields.filter(
    (field): field is RowsField =>
      field.kind === 'rows' && field.item.fields.some(({ name }) => name === 'unit'),
  );

const unitsOf = (view: { readonly [field: string]: unknown } | undefined): readonly string[] =>
  Array.isArray(view?.units) ? view.units.filter((unit): unit is string => typeof unit === 'string') : [];

type View = { readonly [field: string]: unknown } | undefined;

/** Rows that hold their unit and nothing else yet. */
export function unitRows(description: FormDescription, view: View): FormValues {
  const rows = unitsOf(view).map((unit): JsonObject => ({ unit }));
  if (rows.length === 0) return {};
  return valuesOf(description, {
    data: Object.fromEntries(rowsByUnit(description).map(({ name }) => [name, rows])),
  });
}

/** The first row of an example, said of every unit. */
export function sampleOfUnits(description: FormDescription, view: View, data: JsonObject): JsonObject {
  const units = unitsOf(view);
  if (units.length === 0) return data;
  const said = rowsByUnit(description).flatMap(({ name }): [string, JsonValue][] => {
    const [first] = (data[name] ?? []) as readonly JsonObject[];
    return first === undefined ? [] : [[name, units.map((unit): JsonObject => ({ ...first, unit }))]];
  });
  return { ...data, ...Object.fromEntries(said) };
}
