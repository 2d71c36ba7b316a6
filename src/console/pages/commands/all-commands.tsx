/** `/commands`: everything that this desk may do, and where each begins. */

import type { CommandName } from '../../../access/roles.ts';
import type { CatalogueEntry } from '../../../catalogue/index.ts';
import { type CommandTarget, commandPath } from '../../addresses.ts';
import { beginsSomething, entryFor } from '../../forms/flow/doors.ts';
import { PAPERS } from '../../forms/schema/samples/examples.ts';
import { navigationFor } from '../../navigation.ts';
import type { Page } from '../../page.ts';
import { useWords } from '../../parts/rendering.ts';
import { Heading, Lead, Link, Paragraph } from '../../parts/structure.tsx';
import { Text } from '../../parts/text.tsx';
import type { Words } from '../../words/words.ts';
import { type CommandGroup, groupsFor } from './command-groups.ts';

export const allCommands: Page = {
  method: 'GET',
  path: '/commands',
  roles: 'everyone',
  async open({ session, query }) {
    const { role } = session.actor;
    const person = query.person;
    const target: CommandTarget =
      person === undefined || !/^[A-Za-z0-9._-]{1,200}$/.test(person)
        ? { kind: 'new' }
        : { kind: 'person', id: person };
    const paths = new Set(navigationFor(role).map(({ path }) => path));
    return {
      title: { id: 'Semua perintah', en: 'All commands' },
      within: '/commands',
      body: <AllCommands groups={groupsFor(role)} target={target} maySearch={paths.has('/search')} />,
    };
  },
};

interface AllCommandsProps {
  readonly groups: readonly CommandGroup[];
  readonly target: CommandTarget;
  readonly maySearch: boolean;
}

function AllCommands({ groups, target, maySearch }: AllCommandsProps) {
  const t = useWords();
  const ofPerson = target.kind === 'person';
  const shown = ofPerson
    ? groups
        .map((group) => ({ ...group, entries: group.entries.filter(({ name }) => entryFor(target, name)) }))
        .filter(({ entries }) => entries.length > 0)
    : groups;
  return (
    <>
      <Heading>{t({ id: 'Semua perintah meja Anda', en: 'All commands of your desk' })}</Heading>
      <Lead>
        {ofPerson
          ? t({ id: 'Untuk orang yang Anda buka.', en: 'For the person that you opened.' })
          : t({
              id: 'Yang memulai sesuatu dapat dibuka di sini. Yang lain dimulai dari orang, kelas atau isi register yang bersangkutan.',
              en: 'What begins something opens here. The others start from the person, class or entry they are about.',
            })}
      </Lead>
      <Paragraph>
        {ofPerson || !maySearch ? null : (
          <>
            <Link href="/search">{t({ id: 'Cari orang', en: 'Find a person' })}</Link>
            {' · '}
          </>
        )}
        <Link href="/registers">{t({ id: 'Buka register', en: 'Open the registers' })}</Link>
        {' · '}
        <Link href="/drafts">{t({ id: 'Isian yang disimpan', en: 'Saved forms' })}</Link>
      </Paragraph>
      {shown.length === 0 ? (
        <p class="govuk-body titian-empty">
          {t({ id: 'Meja ini tidak memberi perintah.', en: 'This desk gives no commands.' })}
        </p>
      ) : null}
      {shown.map(({ key, title, about, entries }) => (
        <section aria-labelledby={key} class="titian-command-group">
          <h2 class="govuk-heading-m" id={key}>
            {t(title)}
          </h2>
          {ofPerson ? null : <Paragraph>{t(about)}</Paragraph>}
          <ul class="govuk-list">
            {entries.map((entry) => (
              <Command entry={entry} target={target} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Command({ entry, target }: { readonly entry: CatalogueEntry; readonly target: CommandTarget }) {
  const t = useWords();
  const { name, title } = entry;
  const paper = paperSentence(entry);
  const isHere = target.kind === 'new' ? beginsSomething(name) : true;
  return (
    <li data-command={name}>
      {isHere ? <Link href={commandPath(target, name)}>{t(title)}</Link> : <span>{t(title)}</span>}
      {paper === undefined ? null : (
        <span class="titian-command-about">
          <Text of={paper} />
        </span>
      )}
    </li>
  );
}

function paperSentence({ name, document }: CatalogueEntry): Words | undefined {
  const kind = PAPERS[name as CommandName]?.kind.replaceAll('_', ' ');
  const named = kind === undefined ? '' : ` ${kind}`;
  if (document === 'required')
    return { id: `Wajib dengan dokumen${named}.`, en: `Needs its document${named}.` };
  return document === 'usual'
    ? { id: `Biasanya dengan dokumen${named}.`, en: `Usually with a document${named}.` }
    : undefined;
}
