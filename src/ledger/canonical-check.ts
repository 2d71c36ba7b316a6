import { canonicalText } from './record-decision.ts';

/**
 * Whether a text is the one canonical spelling (RFC 8785) of the value it holds. Most are told without spelling
 * them anew: JavaScript writes numbers and strings as the RFC does, so only the order of the names is left.
 */
export function isCanonicalText(text: string): boolean {
  if (text === '{}') return true;
  try {
    const value: unknown = JSON.parse(text);
    // Names that look like numbers come out of the parser in an order of its own: for them the long way.
    return (JSON.stringify(value) === text && hasNamesInOrder(value)) || canonicalText(value) === text;
  } catch {
    return false;
  }
}

function hasNamesInOrder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(hasNamesInOrder);
  let before: string | undefined;
  for (const [name, member] of Object.entries(value)) {
    if (before !== undefined && before > name) return false;
    if (!hasNamesInOrder(member)) return false;
    before = name;
  }
  return true;
}
