/** Paths and values of a state, in words. */
import type { JsonValue } from '../../../domain/decider.ts';
import { fieldWords, hasFieldWords } from '../../audit/field-words.ts';
import { valueText } from '../../audit/value-text.ts';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { stageWords } from '../../words/stages.ts';
import { say } from '../../words/words.ts';

export type Names = ReadonlyMap<string, string>;

export function PathText({ path, names }: { readonly path: readonly string[]; readonly names: Names }) {
  const t = useWords();
  const said = path.map((segment, place) => {
    if (place === 1 && path[0] === 'sessions' && path.length === 2) return t(stageWords('session', segment));
    if (hasFieldWords(segment)) return t(fieldWords(segment));
    return names.get(segment) ?? segment;
  });
  return <>{said.join(' › ')}</>;
}

export function ValueText({
  path,
  value,
  names,
}: {
  readonly path: readonly string[];
  readonly value: JsonValue | undefined;
  readonly names: Names;
}) {
  const { language } = useRendering();
  return <>{valueText({ language, names }, path, value)}</>;
}

/** A count in the page's language, with the unit of a session where it is one. */
export const countedPath = (path: readonly string[]): boolean => path[0] === 'sessions' && path.length === 2;

export { say };
