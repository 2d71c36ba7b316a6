/** Paths and values of a state, in words. */
import type { ComponentChildren } from 'preact';
import type { JsonValue } from '../../../domain/decider.ts';
import { fieldWords, hasFieldWords } from '../../audit/field-words.ts';
import { roleWords } from '../../audit/role-words.ts';
import { kindWords, streamNameOf } from '../../audit/streams.ts';
import { valueText } from '../../audit/value-text.ts';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { shortNumber } from '../../person/header-words.ts';
import { stageWords } from '../../words/stages.ts';

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

/** Role and office of whoever acted; the system has no office. */
export function WhoActed({
  actor: { role, office },
  names,
}: {
  readonly actor: { readonly role: string; readonly office: string };
  readonly names: Names;
}) {
  const t = useWords();
  return (
    <>{role === 'SYSTEM' ? t(roleWords(role)) : `${t(roleWords(role))}, ${names.get(office) ?? office}`}</>
  );
}

/** A table of many columns: it keeps its width and scrolls by itself where the screen is narrow. */
export const Wide = ({ children }: { readonly children: ComponentChildren }) => (
  <div class="titian-wide">{children}</div>
);

/** A stream by what it is: of a person the last signs of the number, as on every other page. */
export function StreamName({ stream }: { readonly stream: string }) {
  const t = useWords();
  const { kind, id } = streamNameOf(stream);
  const words = kind === 'journey' ? { id: 'Orang', en: 'Person' } : kindWords(kind);
  return (
    <>
      {t(words)} <span class="titian-mono">{kind === 'journey' ? shortNumber(id) : id}</span>
    </>
  );
}
