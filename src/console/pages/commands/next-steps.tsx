/** Commands that a desk may give to what a page shows. */

import type { CatalogueEntry } from '../../../catalogue/index.ts';
import { type CommandTarget, commandPath } from '../../addresses.ts';
import { entryFor, maySend } from '../../forms/flow/doors.ts';
import { useWords } from '../../parts/rendering.ts';
import { Heading, Link } from '../../parts/structure.tsx';
import type { TokenRole } from '../../session/session.ts';

export const commandsFor = (
  role: TokenRole,
  target: CommandTarget,
  names: readonly string[],
): readonly CatalogueEntry[] =>
  names.flatMap((name) => {
    const entry = entryFor(target, name);
    return entry !== undefined && maySend(role, name) ? [entry] : [];
  });

export function NextSteps({
  target,
  entries,
}: {
  readonly target: CommandTarget;
  readonly entries: readonly CatalogueEntry[];
}) {
  const t = useWords();
  if (entries.length === 0) return null;
  return (
    <section class="titian-screen-only">
      <Heading level={2}>{t({ id: 'Yang dapat Anda lakukan', en: 'What you can do' })}</Heading>
      <ul class="govuk-list">
        {entries.map(({ name, title }) => (
          <li data-command={name}>
            <Link href={commandPath(target, name)}>{t(title)}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
