/** What a desk can begin from nothing: the first thing that a newcomer to an empty list looks for. */
import { commandPath } from '../../addresses.ts';
import { beginsSomething } from '../../forms/flow/doors.ts';
import { useWords } from '../../parts/rendering.ts';
import { Link } from '../../parts/structure.tsx';
import type { TokenRole } from '../../session/session.ts';
import { groupsFor } from '../commands/command-groups.ts';

/** A desk that begins more than these keeps registers, and goes by their pages. */
const FEW = 3;

export function Begin({ role }: { readonly role: TokenRole }) {
  const t = useWords();
  const entries = groupsFor(role).flatMap((group) =>
    group.entries.filter(({ name }) => beginsSomething(name)),
  );
  if (entries.length === 0 || entries.length > FEW) return null;
  return (
    <section aria-labelledby="begin">
      <h2 class="govuk-heading-m" id="begin">
        {t({ id: 'Mulai yang baru', en: 'Begin something new' })}
      </h2>
      <ul class="govuk-list">
        {entries.map(({ name, title }) => (
          <li>
            <Link href={commandPath({ kind: 'new' }, name)}>{t(title)}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
