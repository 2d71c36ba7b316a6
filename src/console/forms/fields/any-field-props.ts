import type { Field } from '../schema/index.ts';

/** What renders a field of any kind needs: rows and kinds hold fields of any kind in their turn. */
export interface AnyFieldProps {
  readonly field: Field;
  /** Name of what it stands in; '' at the top. */
  readonly prefix: string;
}
