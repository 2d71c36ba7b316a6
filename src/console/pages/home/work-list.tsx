/** One list of work: exactly the rows that its number on the first page counted. */
import { must } from '../../api.ts';
import type { Page } from '../../page.ts';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { BackLink, Empty, Heading, Lead, NextPage } from '../../parts/structure.tsx';
import type { TokenRole } from '../../session/session.ts';
import { countInWords } from '../../words/amounts.ts';
import { listWords } from '../../words/work-lists.ts';
import { MatterTable } from '../../work/matter-table.tsx';
import { callsByName, type Matter, type MatterPage, type NamedRows, namesOf } from '../../work/matters.ts';

type Order = 'date' | 'name';

/** By name a page is sorted once its names are known: so its pages are as long as the API makes them. */
const PAGE_OF: { readonly [O in Order]: number } = { date: 50, name: 200 };

const ITEMS = { id: 'hal', en: ['matter', 'matters'] } as const;

export const workListPage: Page = {
  method: 'GET',
  path: '/work/:list',
  roles: 'everyone',
  async open(asked) {
    const { api, session, params, query } = asked;
    const { role } = session.actor;
    const order: Order = query.sort === 'name' && callsByName(role) ? 'name' : 'date';
    const page = must(
      await api.get<MatterPage>(`/api/v1/work/${encodeURIComponent(params.list ?? '')}`, {
        ...{ world: session.world, limit: PAGE_OF[order], cursor: query.cursor },
      }),
    );
    const names = await namesOf(asked, page.items);
    return {
      title: listWords(page.list, role).title,
      within: '/',
      before: <BackLink href="/" />,
      body: <WorkList page={page} names={names} order={order} />,
    };
  },
};

function WorkList({
  page,
  names,
  order,
}: {
  readonly page: MatterPage;
  readonly names: NamedRows;
  readonly order: Order;
}) {
  const t = useWords();
  const { language, session } = useRendering();
  const role = session?.actor.role as TokenRole;
  const words = listWords(page.list, role);
  const items = order === 'name' ? byName(page.items, names) : page.items;
  const { nextCursor } = page;
  const next =
    nextCursor === null
      ? null
      : `/work/${page.list}?${new URLSearchParams({ sort: order, cursor: nextCursor })}`;
  return (
    <>
      <Heading>{t(words.title)}</Heading>
      {page.count === 0 ? (
        <Empty>{t(words.empty)}</Empty>
      ) : (
        <>
          <Lead>{countInWords(language, page.count, ITEMS)}</Lead>
          {callsByName(role) && page.items.length > 1 ? <Sorting list={page.list} order={order} /> : null}
          <MatterTable caption={t(words.title)} hideCaption matters={items} names={names} />
          {order === 'name' && next !== null ? (
            <p class="govuk-body titian-work__more">
              {t({
                id: 'Diurutkan menurut nama di dalam halaman ini.',
                en: 'Sorted by name within this page.',
              })}
            </p>
          ) : null}
          <NextPage href={next} />
        </>
      )}
    </>
  );
}

function Sorting({ list, order }: { readonly list: string; readonly order: Order }) {
  const t = useWords();
  const orders: readonly (readonly [Order, string])[] = [
    ['date', t({ id: 'Tenggat', en: 'Due date' })],
    ['name', t({ id: 'Nama', en: 'Name' })],
  ];
  return (
    <nav class="titian-sorting titian-screen-only" aria-label={t({ id: 'Urutkan', en: 'Sort' })}>
      <span aria-hidden="true">{t({ id: 'Urutkan:', en: 'Sort by:' })}</span>
      <ul>
        {orders.map(([name, label]) => (
          <li>
            <a
              class="govuk-link"
              href={`/work/${list}?sort=${name}`}
              {...(name === order ? { 'aria-current': 'true' as const } : {})}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const byName = (items: readonly Matter[], { people }: NamedRows): readonly Matter[] => {
  const nameOf = ({ personId }: Matter) => people.get(personId ?? '') ?? '\uffff';
  return items.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), 'id'));
};
