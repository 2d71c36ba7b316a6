/** The first page of every desk: how much waits, what is most urgent, and what others changed. */

import { momentAt } from '../../../domain/time/moments.ts';
import type { ApiAnswer } from '../../api.ts';
import type { DraftStore } from '../../drafts/draft-store.ts';
import type { Page, SignedIn } from '../../page.ts';
import { Unavailable } from '../../parts/problem.tsx';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { Heading, Lead, Link } from '../../parts/structure.tsx';
import { Text } from '../../parts/text.tsx';
import type { TokenRole } from '../../session/session.ts';
import { countInWords, dayAndDate } from '../../words/amounts.ts';
import { ROLE_WORDS } from '../../words/roles.ts';
import { hasStep, MatterTable } from '../../work/matter-table.tsx';
import { type MatterPage, type NamedRows, namesOf } from '../../work/matters.ts';
import { Begin } from './begin.tsx';
import { Changes, changesFor, type ShownChanges } from './changes.tsx';
import { FourCounts, OtherLists, type WorkCounts } from './counts.tsx';
import { NextToday } from './next-today.tsx';
import { RecordState, type VerificationPage } from './record-state.tsx';

/** Rows that stand on the first page itself. */
const MOST_URGENT = 5;

export const homePageWith = (drafts: Pick<DraftStore, 'list'>): Page => ({
  method: 'GET',
  path: '/',
  roles: 'everyone',
  async open(asked) {
    const { session } = asked;
    if (session.actor.role === 'PERSON') return { redirect: '/my' };
    const [parts, begun] = await Promise.all([partsOf(asked), drafts.list(session)]);
    const { noted } = asked.query;
    return {
      title: { id: 'Pekerjaan', en: 'Work' },
      within: '/',
      body: (
        <Home
          parts={parts}
          drafts={begun.length}
          noted={noted === undefined ? 0 : Number(noted)}
          desk={await deskName(asked)}
        />
      ),
    };
  },
});

const deskName = ({ book, session: { actor } }: SignedIn) => book.nameOf(actor.site ?? actor.office);

interface Parts {
  readonly counts: ApiAnswer<WorkCounts>;
  readonly urgent: { readonly page: MatterPage; readonly names: NamedRows } | undefined;
  readonly today: { readonly page: MatterPage; readonly names: NamedRows } | undefined;
  readonly changes: ShownChanges | undefined;
  readonly record: ApiAnswer<VerificationPage> | undefined;
}

const TODAY_DESKS: readonly TokenRole[] = ['SITE_SUPERVISOR', 'INSTRUCTOR'];

/** Each part is asked for by itself: one that fails leaves the others standing. */
async function partsOf(asked: SignedIn): Promise<Parts> {
  const { api, session } = asked;
  const { world } = session;
  const { role } = session.actor;
  const [counts, changes, record] = await Promise.all([
    api.get<WorkCounts>('/api/v1/work', { world }),
    changesFor(asked),
    role === 'AUDITOR'
      ? api.get<VerificationPage>('/api/v1/audit/verifications', { limit: 1 })
      : Promise.resolve(undefined),
  ]);
  const count = (list: string) =>
    counts.ok ? (counts.body.lists.find((one) => one.list === list)?.count ?? 0) : 0;
  const first = count('overdue') > 0 ? 'overdue' : count('due') > 0 ? 'due' : ownList(counts);
  const [urgent, today] = await Promise.all([
    first === undefined ? undefined : rowsOf(asked, first),
    TODAY_DESKS.includes(role) && count('today') > 0 ? rowsOf(asked, 'today') : undefined,
  ]);
  return { counts, urgent, today, changes, record };
}

/** Where nothing is due, a step without a deadline is still a step: the first list of the desk that has any. */
const ownList = (counts: ApiAnswer<WorkCounts>): string | undefined =>
  counts.ok
    ? counts.body.lists.find(({ list, count }) => count > 0 && !NOT_STEPS.includes(list))?.list
    : undefined;

const isDated = (list: string): boolean => list === 'overdue' || list === 'due';

/** What is only looked at (clients, entries that end in months) stays behind its number. */
const isShown = ({ list, items }: MatterPage, role: TokenRole): boolean =>
  isDated(list) || items.some((matter) => hasStep(matter, role));

const NOT_STEPS: readonly string[] = ['overdue', 'due', 'hold', 'waiting', 'all', 'today'];

async function rowsOf(asked: SignedIn, list: string) {
  const answer = await asked.api.get<MatterPage>(`/api/v1/work/${list}`, {
    ...{ world: asked.session.world, limit: MOST_URGENT },
  });
  if (!answer.ok) return undefined;
  return { page: answer.body, names: await namesOf(asked, answer.body.items) };
}

function Home({
  parts: { counts, urgent, today, changes, record },
  drafts,
  noted,
  desk,
}: {
  readonly parts: Parts;
  readonly drafts: number;
  readonly noted: number;
  readonly desk: string;
}) {
  const t = useWords();
  const { language, now, zone, session } = useRendering();
  const role = session?.actor.role as TokenRole;
  return (
    <>
      <Heading caption={dayAndDate(language, momentAt(now, zone).date)}>
        <Text of={{ id: 'Pekerjaan Anda', en: 'Your work' }} />
      </Heading>
      <Lead>
        {t(ROLE_WORDS[role])}, {desk}
      </Lead>
      {counts.ok ? <FourCounts counts={counts.body} role={role} /> : <Unavailable problem={counts.problem} />}
      {today === undefined ? null : <NextToday {...today} role={role} />}
      {urgent === undefined || !isShown(urgent.page, role) ? null : <Urgent {...urgent} />}
      <Begin role={role} />
      {drafts === 0 ? null : <Begun count={drafts} />}
      {changes === undefined ? null : <Changes changes={changes} noted={noted} />}
      {record === undefined ? null : <RecordState answer={record} />}
      {counts.ok ? <OtherLists counts={counts.body} role={role} /> : null}
    </>
  );
}

/** Forms that were begun and not sent: they are kept a week. */
function Begun({ count }: { readonly count: number }) {
  const t = useWords();
  return (
    <p class="govuk-inset-text">
      {t({
        id: `${countInWords('id', count, FORMS)} sudah Anda mulai dan belum terkirim. `,
        en: `You began ${countInWords('en', count, FORMS)} and did not send ${count === 1 ? 'it' : 'them'}. `,
      })}
      <Link href="/drafts">{t({ id: 'Lanjutkan isian', en: 'Go on' })}</Link>
    </p>
  );
}

const FORMS = { id: 'isian', en: ['form', 'forms'] } as const;

function Urgent({ page, names }: { readonly page: MatterPage; readonly names: NamedRows }) {
  const t = useWords();
  const { list, items, count } = page;
  const dated = isDated(list);
  return (
    <section class="titian-urgent" aria-labelledby="urgent">
      <h2 class="govuk-heading-m" id="urgent">
        {dated
          ? t({ id: 'Paling mendesak', en: 'Most urgent' })
          : t({ id: 'Langkah berikutnya', en: 'Next steps' })}
      </h2>
      <MatterTable
        caption={
          dated
            ? t({ id: 'Yang paling mendesak', en: 'What is most urgent' })
            : t({ id: 'Langkah berikutnya', en: 'Next steps' })
        }
        hideCaption
        matters={items}
        names={names}
      />
      {count <= items.length ? null : (
        <p class="govuk-body">
          <Link href={`/work/${list}`}>{t({ id: `Lihat semua (${count})`, en: `See all (${count})` })}</Link>
        </p>
      )}
    </section>
  );
}
