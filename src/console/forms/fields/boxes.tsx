/** Boxes for texts, numbers, dates and times. */
import { useWords } from '../../parts/rendering.ts';
import type { Words } from '../../words/words.ts';
import { hasBox, textAt } from '../schema/boxes.ts';
import { fieldId } from '../schema/field.ts';
import type { FormValues, Leaf } from '../schema/index.ts';
import { type Boxes, boxesOf, readLeaf, writeLeaf } from '../schema/leaves.ts';
import { LabelledBox, LabelledBoxes, useDescribedBy } from './around.tsx';
import { useError, useFieldWords, useFilled } from './context.ts';

interface LeafProps {
  readonly field: Leaf;
  readonly name: string;
}

/** The texts to show: as posted, as given in an address, or what counts where nothing is said. */
export function useShown(field: Leaf, name: string): FormValues {
  const { values, optional } = useFilled();
  const boxes = boxesOf(field, name);
  if (boxes.some((box) => box !== name && hasBox(values, box))) return values;
  if (boxes.includes(name) && hasBox(values, name)) return values;
  const shown: Boxes = {};
  const given = readLeaf(field, name, values);
  if (given.was === 'filled') writeLeaf(field, name, given.value, shown);
  else if (field.fallback !== undefined && field.fallback !== null && optional !== true)
    writeLeaf(field, name, field.fallback, shown);
  return shown;
}

const NARROW: readonly Leaf['kind'][] = ['whole', 'clock', 'minutes'];

/** One box on one line. */
export function TextBox({ field, name }: LeafProps) {
  const t = useWords();
  const { unit } = useFieldWords(field);
  const error = useError(name);
  const describedBy = useDescribedBy(field, name);
  const shown = useShown(field, name);
  const isNumber = field.kind === 'whole' || field.kind === 'rupiah';
  const width = NARROW.includes(field.kind)
    ? ' govuk-input--width-5'
    : field.kind === 'rupiah'
      ? ' govuk-input--width-10'
      : field.kind === 'text' && (field.most ?? 100) > 60
        ? ''
        : ' govuk-input--width-20';
  const box = (
    <input
      id={fieldId(name)}
      name={name}
      type="text"
      class={`govuk-input${width}${error === undefined ? '' : ' govuk-input--error'}`}
      value={textAt(shown, name)}
      autocomplete="off"
      spellcheck={false}
      {...(isNumber ? { inputMode: 'numeric' as const } : {})}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
    />
  );
  const suffix = unit === undefined ? undefined : t(unit);
  return (
    <LabelledBox field={field} name={name}>
      {field.kind === 'rupiah' || suffix !== undefined ? (
        <div class="govuk-input__wrapper">
          {field.kind === 'rupiah' ? (
            <div class="govuk-input__prefix" aria-hidden="true">
              Rp
            </div>
          ) : null}
          {box}
          {suffix === undefined ? null : (
            <div class="govuk-input__suffix" aria-hidden="true">
              {suffix}
            </div>
          )}
        </div>
      ) : (
        box
      )}
    </LabelledBox>
  );
}

/** Several lines of text. */
export function LongBox({ field, name, rows = 4 }: LeafProps & { readonly rows?: number }) {
  const error = useError(name);
  const describedBy = useDescribedBy(field, name);
  const shown = useShown(field, name);
  return (
    <LabelledBox field={field} name={name}>
      <textarea
        id={fieldId(name)}
        name={name}
        rows={rows}
        class={`govuk-textarea${error === undefined ? '' : ' govuk-textarea--error'}`}
        {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      >
        {textAt(shown, name)}
      </textarea>
    </LabelledBox>
  );
}

const PARTS: { readonly [part: string]: { readonly label: Words; readonly width: number } } = {
  day: { label: { id: 'Tanggal', en: 'Day' }, width: 2 },
  month: { label: { id: 'Bulan', en: 'Month' }, width: 2 },
  year: { label: { id: 'Tahun', en: 'Year' }, width: 4 },
  time: { label: { id: 'Jam (24 jam)', en: 'Time (24 hours)' }, width: 5 },
  hours: { label: { id: 'Jam', en: 'Hours' }, width: 2 },
  minutes: { label: { id: 'Menit', en: 'Minutes' }, width: 2 },
};

/** Dates, clock readings, months, hours and minutes: small boxes side by side. */
export function SmallBoxes({ field, name }: LeafProps) {
  const t = useWords();
  const error = useError(name);
  const shown = useShown(field, name);
  return (
    <LabelledBoxes field={field} name={name}>
      <div class="govuk-date-input">
        {boxesOf(field, name).map((box, index) => {
          const part = PARTS[box.slice(name.length + 1)]!;
          // An error leads to the first box.
          const id = index === 0 ? fieldId(name) : fieldId(box);
          return (
            <div class="govuk-date-input__item">
              <div class="govuk-form-group">
                <label class="govuk-label govuk-date-input__label" for={id}>
                  {t(part.label)}
                </label>
                <input
                  id={id}
                  name={box}
                  type="text"
                  inputMode="numeric"
                  autocomplete="off"
                  class={`govuk-input govuk-date-input__input govuk-input--width-${part.width}${error === undefined ? '' : ' govuk-input--error'}`}
                  value={textAt(shown, box)}
                />
              </div>
            </div>
          );
        })}
      </div>
    </LabelledBoxes>
  );
}

/** The SHA-256 of a file: typed, or taken from the file that is chosen. */
export function FingerprintBox({ field, name }: LeafProps) {
  const t = useWords();
  const { files } = useFilled();
  return (
    <>
      <TextBox field={field} name={name} />
      {files ? (
        <div class="govuk-form-group">
          <label class="govuk-label" for={fieldId(`${name}.file`)}>
            {t({
              id: 'Atau pilih berkasnya, sidiknya kami hitung',
              en: 'Or choose the file and we compute it',
            })}
          </label>
          <input id={fieldId(`${name}.file`)} class="govuk-file-upload" type="file" name={`${name}.file`} />
        </div>
      ) : null}
    </>
  );
}
