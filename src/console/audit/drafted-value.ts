/** A drafted value as it was typed: a number, yes or no, a list, or a text. The API says whether it makes sense. */
import type { JsonValue } from '../../domain/decider.ts';

export function draftedValue(text: string): JsonValue {
  const trimmed = text.trim();
  if (/^-?\d+$/.test(trimmed)) return Number(trimmed);
  if (trimmed === 'true' || trimmed === 'false') return trimmed === 'true';
  if (!trimmed.startsWith('[')) return trimmed;
  try {
    return JSON.parse(trimmed) as JsonValue;
  } catch {
    return trimmed;
  }
}
