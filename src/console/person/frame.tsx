/** What stands above every tab of a person: number, name, one sentence, tags, who has it now, the tabs. */
import type { ComponentChildren } from 'preact';
import type { LocalDate } from '../../domain/time/moment.ts';
import { streamPath } from '../audit/streams.ts';
import type { SignedIn } from '../page.ts';
import { useRendering, useWords } from '../parts/rendering.ts';
import { Heading, Lead, Link, Tabs, Warning } from '../parts/structure.tsx';
import { Tag } from '../parts/text.tsx';
import { isRestricted, ownersOf, shortNumber, summaryOf, tagsOf, titleOf } from './header-words.ts';
import type { JourneySeen, OutlookSeen } from './journey-view.ts';
import { tabsFor } from './tabs.ts';

export interface FrameOf {
  readonly journey: JourneySeen;
  readonly outlooks: readonly OutlookSeen[];
  readonly caseNumbers: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
  readonly actor: SignedIn['session']['actor'];
  readonly today: LocalDate;
}

export function PersonFrame({
  of: { journey, outlooks, caseNumbers, names, actor, today },
  current,
  children,
}: {
  readonly of: FrameOf;
  readonly current: string;
  readonly children: ComponentChildren;
}) {
  const t = useWords();
  const { language } = useRendering();
  const numbers = journey.cases.flatMap(({ caseId }) => caseNumbers.get(caseId) ?? []);
  // Where the number is the title, it is not said twice.
  const number = t({
    id: `Nomor orang ${shortNumber(journey.personId)}`,
    en: `Person number ${shortNumber(journey.personId)}`,
  });
  const caption =
    isRestricted(journey) || journey.identity?.name === undefined ? undefined : numbers.join(' · ') || number;
  const tags = tagsOf(journey, outlooks);
  const owners = ownersOf(journey);
  return (
    <>
      <Heading {...(caption === undefined ? {} : { caption })}>{t(titleOf(journey))}</Heading>
      {isRestricted(journey) ? (
        <Warning>
          {t({
            id: 'Orang ini dibatasi: hanya nomornya ditampilkan. Setiap pembukaan dicatat.',
            en: 'This person is restricted: only the number is shown. Every look is written down.',
          })}
        </Warning>
      ) : null}
      <Lead>{summaryOf(language, journey, names)}</Lead>
      {tags.length === 0 ? null : (
        <ul class="titian-tags" aria-label={t({ id: 'Keadaan', en: 'State' })}>
          {tags.map(({ meaning, words }) => (
            <li>
              <Tag meaning={meaning}>{t(words)}</Tag>
            </li>
          ))}
        </ul>
      )}
      {owners.length === 0 ? null : (
        <p class="govuk-body titian-faint">
          {t({ id: 'Kini ditangani', en: 'In the hands of' })}:{' '}
          {owners.map((code) => names.get(code) ?? code).join(' · ')}
        </p>
      )}
      {actor.role === 'AUDITOR' ? (
        <p class="govuk-body titian-screen-only">
          <Link href={streamPath(`journey/${journey.personId}`)}>
            {t({ id: 'Putar ulang dan periksa', en: 'Replay and examine' })}
          </Link>
        </p>
      ) : null}
      <Tabs
        tabs={tabsFor(actor, journey, today)}
        label={{ id: 'Bagian halaman orang ini', en: 'Parts of this person’s page' }}
        current={current}
      />
      {children}
    </>
  );
}
