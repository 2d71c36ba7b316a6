/** Every command of the catalogue as a form: described, read back, filled in, divided into pages. */
export { ADD_BUTTON, NONE_MARK, REMOVE_BUTTON, ROW_MARK } from './boxes.ts';
export { referencesIn, registerChoices } from './choices.ts';
export { describeForm } from './describe.ts';
export {
  type Choice,
  type ChoiceField,
  type Choices,
  type Field,
  type FieldGroup,
  type FormDescription,
  type FormError,
  type FormValues,
  fieldId,
  type GroupField,
  type Leaf,
  type LinesField,
  type ReferenceOf,
  type RowsField,
  type SeveralField,
} from './field.ts';
export { errorsOn, isOf, mergePage, pagesOf } from './pages.ts';
export { type CommandBodyJson, errorsAt, parseForm } from './parse.ts';
export { sampleFor } from './samples/index.ts';
export { valuesOf } from './values.ts';
