/** Rows of a list: one more or one less by a button that sends the form. */
import type { ComponentType } from 'preact';
import { useWords } from '../../parts/rendering.ts';
import { ADD_BUTTON, REMOVE_BUTTON, ROW_MARK, rowsAt } from '../schema/boxes.ts';
import type { RowsField } from '../schema/index.ts';
import type { AnyFieldProps } from './any-field-props.ts';
import { Box } from './box.tsx';
import { FilledContext, useFieldWords, useFilled } from './context.ts';

export function Rows({
  field,
  name,
  Of,
}: {
  readonly field: RowsField;
  readonly name: string;
  readonly Of: ComponentType<AnyFieldProps>;
}) {
  const t = useWords();
  const filled = useFilled();
  const found = rowsAt(filled.values, name);
  const rows = found.length > 0 ? found : field.required ? [0] : [];
  const dense = { ...filled, dense: true };
  return (
    <Box field={field} name={name}>
      <FilledContext.Provider value={dense}>
        {rows.map((row, index) => (
          <fieldset class="govuk-fieldset titian-row">
            <legend class="govuk-fieldset__legend">
              {t({ id: `Baris ${index + 1}`, en: `Row ${index + 1}` })}
            </legend>
            <input type="hidden" name={`${name}.${row}.${ROW_MARK}`} value="1" />
            <div class="titian-row__fields">
              {field.item.fields.map((one) => (
                <Of field={one} prefix={`${name}.${row}`} />
              ))}
            </div>
            {rows.length > field.least ? (
              <button type="submit" class="titian-link-button" name={REMOVE_BUTTON} value={`${name}.${row}`}>
                {t({ id: `Hapus baris ${index + 1}`, en: `Remove row ${index + 1}` })}
              </button>
            ) : null}
          </fieldset>
        ))}
      </FilledContext.Provider>
      <button type="submit" class="govuk-button govuk-button--secondary" name={ADD_BUTTON} value={name}>
        {t({ id: 'Tambah baris', en: 'Add a row' })}
        <span class="govuk-visually-hidden">: {t(useFieldWords(field).label)}</span>
      </button>
    </Box>
  );
}
