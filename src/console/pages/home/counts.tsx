/** Numbers that are links: each opens exactly the rows it counted. */
import { useRendering, useWords } from '../../parts/rendering.ts';
import { Link } from '../../parts/structure.tsx';
import type { TokenRole } from '../../session/session.ts';
import { wholeInWords } from '../../words/amounts.ts';
import { listWords } from '../../words/work-lists.ts';

export interface WorkCounts {
  readonly today: string;
  readonly lists: readonly { readonly list: string; readonly count: number }[];
}

const FOUR = ['overdue', 'due', 'hold', 'waiting'] as const;

interface Props {
  readonly counts: WorkCounts;
  readonly role: TokenRole;
}

export function FourCounts({ counts, role }: Props) {
  const t = useWords();
  const { language } = useRendering();
  const shown = counts.lists.filter(({ list }) => (FOUR as readonly string[]).includes(list));
  return (
    <ul class="titian-cards titian-counts">
      {shown.map(({ list, count }) => {
        const words = listWords(list, role);
        return (
          <li>
            <a class={`titian-count titian-count--${count === 0 ? 'none' : list}`} href={`/work/${list}`}>
              <span class="titian-count__number">{wholeInWords(language, count)}</span>{' '}
              <span class="titian-count__what">{t(words.title)}</span>{' '}
              <span class="titian-count__verb">{count === 0 ? t(words.empty) : t(words.verb)}</span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}

/** The lists of this desk's own week. */
export function OtherLists({ counts, role }: Props) {
  const t = useWords();
  const { language } = useRendering();
  const others = counts.lists.filter(({ list }) => !(FOUR as readonly string[]).includes(list));
  return (
    <section aria-labelledby="lists">
      <h2 class="govuk-heading-m" id="lists">
        {t({ id: 'Daftar meja Anda', en: 'Lists of your desk' })}
      </h2>
      <ul class="titian-lists">
        {others.map(({ list, count }) => (
          <li>
            <Link href={`/work/${list}`}>{t(listWords(list, role).title)}</Link>
            <span class={count === 0 ? 'titian-lists__none' : 'titian-lists__count'}>
              {wholeInWords(language, count)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
