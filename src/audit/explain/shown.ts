/** Data by field as an explanation shows it: codes, dates and numbers; what is sealed stays sealed. */
import type { JsonValue, SourceDocument } from '../../domain/decider.ts';

const SEALED = '(sealed)';
/** A keyed index leads nowhere without its key, and is of no use to a reader. */
const INDEX = '(index)';

export function shown(value: unknown, field = ''): JsonValue {
  if (typeof value === 'string') {
    if (value.startsWith('sealed:')) return SEALED;
    return field.endsWith('Index') ? INDEX : value;
  }
  if (Array.isArray(value)) return value.map((item) => shown(item));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, shown(held, name)]));
  }
  return (value ?? null) as JsonValue;
}

export const shownDocument = (document: SourceDocument | undefined): SourceDocument | null =>
  document === undefined ? null : (shown(document) as unknown as SourceDocument);
