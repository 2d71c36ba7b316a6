/** Who looked, who was denied, who broke the glass: one place to ask. */
import type { ApiAnswer } from '../../api.ts';
import { must } from '../../api.ts';
import { actionWords, KNOWN_ACTIONS } from '../../audit/action-words.ts';
import type { GrantRow, GrantsAnswer, LookRow, LooksAnswer } from '../../audit/answers.ts';
import { csvFile } from '../../audit/csv.ts';
import { given, officeChoices } from '../../audit/places.ts';
import { streamPath } from '../../audit/streams.ts';
import type { DeskPage, SignedIn } from '../../page.ts';
import { Button } from '../../parts/form.tsx';
import { Unavailable } from '../../parts/problem.tsx';
import { useWords } from '../../parts/rendering.ts';
import { Heading, Lead, Link, NextPage, Paragraph, Table } from '../../parts/structure.tsx';
import { InstantText, Tag, Text } from '../../parts/text.tsx';
import type { Words } from '../../words/words.ts';
import { ANY, AskForm, type Choice, Fields, SelectField, TextField } from './fields.tsx';
import { AuditBack } from './stream-frame.tsx';
import { type Names, WhoActed, Wide } from './values.tsx';

const PATH = '/audit/who-looked';
const FILTERS = ['person', 'subject', 'actor', 'office', 'action', 'outcome', 'from', 'to'] as const;
/** A day of a province; whoever needs more narrows the question. */
const MOST_CSV_PAGES = 25;
const API_PAGE = 200;

/** Dates of the form are days of the capital: from its first moment, to its last. */
const instants = ({ from, to, ...rest }: { readonly [name: string]: string }) => ({
  ...rest,
  ...(from === undefined ? {} : { from: instantOf(from, '00:00:00') }),
  ...(to === undefined ? {} : { to: instantOf(to, '23:59:59.999') }),
});

const instantOf = (text: string, time: string): string =>
  /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T${time}+07:00` : text;

const read = ({ api, query }: SignedIn, limit: number, cursor?: string): Promise<ApiAnswer<LooksAnswer>> =>
  api.get<LooksAnswer>('/api/v1/audit/who-looked', { ...instants(given(query, ...FILTERS)), limit, cursor });

export const whoLookedPages: readonly DeskPage[] = [
  {
    method: 'GET',
    path: PATH,
    roles: ['AUDITOR'],
    async open(asked) {
      const { api, book, query } = asked;
      const looks = await read(asked, 50, query.cursor);
      // Emergency looks stand beside the first page, of whomever they are.
      const grants =
        query.cursor === undefined
          ? await api.get<GrantsAnswer>('/api/v1/audit/break-glass', { limit: 20 })
          : undefined;
      const offices = await officeChoices(book, { value: '', words: ANY });
      const names = await book.namesOf([
        ...(looks.ok ? looks.body.looks.map(({ actor }) => actor.office) : []),
        ...(grants?.ok === true ? grants.body.grants.map(({ actor }) => actor.office) : []),
      ]);
      return {
        title: { id: 'Siapa yang melihat', en: 'Who looked' },
        within: '/audit',
        before: <AuditBack />,
        ...(looks.ok || looks.status >= 500 ? {} : { status: looks.status }),
        body: (
          <>
            <Heading>
              <Text of={{ id: 'Siapa yang melihat', en: 'Who looked' }} />
            </Heading>
            <Lead>
              <Text
                of={{
                  id: 'Setiap pembukaan data, daftar, pencarian, ekspor, dan penolakan ada di catatan yang sama. Bertanya di sini juga dicatat.',
                  en: 'Every look, list, search, export and denied try stands in the same log. Asking here is written down, too.',
                }}
              />
            </Lead>
            <Filter query={query} offices={offices} />
            {looks.ok ? (
              <Looks answer={looks.body} names={names} query={query} />
            ) : (
              <Unavailable problem={looks.problem} />
            )}
            {grants === undefined ? null : grants.ok ? (
              <Grants grants={grants.body.grants} names={names} />
            ) : (
              <Unavailable problem={grants.problem} />
            )}
          </>
        ),
      };
    },
  },
  {
    method: 'GET',
    path: `${PATH}/csv`,
    roles: ['AUDITOR'],
    async open(asked) {
      const rows: LookRow[] = [];
      let cursor: string | null | undefined;
      for (let page = 0; page < MOST_CSV_PAGES && cursor !== null; page += 1) {
        const answer: LooksAnswer = must(await read(asked, API_PAGE, cursor));
        rows.push(...answer.looks);
        cursor = answer.nextCursor;
      }
      return csvFile(
        {
          definitions: [
            ['what', 'looks at personal data, lists, searches, exports and denied tries, newest first'],
            ...Object.entries(given(asked.query, ...FILTERS)).map(([name, value]): [string, string] => [
              name,
              value,
            ]),
            ['rows', rows.length],
            ['complete', cursor === null ? 'yes' : 'no: narrow the question for older rows'],
          ],
          head: [
            'logId',
            'at',
            'role',
            'office',
            'account',
            'world',
            'action',
            'subject',
            'outcome',
            'rows',
            'reason',
          ],
          rows: rows.map((one) => [
            ...[one.logId, one.at, one.actor.role, one.actor.office, one.actor.id, one.world, one.action],
            ...[one.subject, one.outcome, one.rows ?? null, one.reason ?? null],
          ]),
        },
        'titian-who-looked.csv',
      );
    },
  },
];

function Filter({
  query,
  offices,
}: {
  readonly query: SignedIn['query'];
  readonly offices: readonly Choice[];
}) {
  const t = useWords();
  const actions = KNOWN_ACTIONS.map((value): Choice => ({ value, words: actionWords(value) }));
  return (
    <AskForm action={PATH}>
      <Fields>
        <TextField name="person" label={{ id: 'Orang (id)', en: 'Person (id)' }} value={query.person} />
        <TextField
          name="subject"
          label={{ id: 'Atau catatan', en: 'Or a record' }}
          hint={{ id: 'Contoh: class/las-1', en: 'Example: class/las-1' }}
          value={query.subject}
        />
        <SelectField
          name="office"
          label={{ id: 'Kantor yang melihat', en: 'Office that looked' }}
          choices={offices}
          value={query.office}
        />
        <SelectField
          name="action"
          label={{ id: 'Perbuatan', en: 'Action' }}
          choices={[{ value: '', words: ANY }, ...actions]}
          value={query.action}
        />
        <SelectField
          name="outcome"
          label={{ id: 'Hasil', en: 'Outcome' }}
          choices={[
            { value: '', words: ANY },
            { value: 'allowed', words: OUTCOMES.allowed },
            { value: 'denied', words: OUTCOMES.denied },
          ]}
          value={query.outcome}
        />
        <TextField name="actor" label={{ id: 'Akun', en: 'Account' }} value={query.actor} />
        <TextField
          name="from"
          type="date"
          width="10"
          label={{ id: 'Sejak', en: 'From' }}
          value={query.from}
        />
        <TextField name="to" type="date" width="10" label={{ id: 'sampai', en: 'to' }} value={query.to} />
        <Button kind="secondary">{t({ id: 'Cari', en: 'Search' })}</Button>
      </Fields>
    </AskForm>
  );
}

const OUTCOMES = {
  allowed: { id: 'dibuka', en: 'allowed' },
  denied: { id: 'ditolak', en: 'denied' },
} as const satisfies { readonly [outcome: string]: Words };

function Looks({
  answer,
  names,
  query,
}: {
  readonly answer: LooksAnswer;
  readonly names: Names;
  readonly query: SignedIn['query'];
}) {
  const t = useWords();
  const filter = new URLSearchParams(given(query, ...FILTERS));
  const caption = t({ id: 'Catatan akses, terbaru dahulu', en: 'Access log, newest first' });
  return (
    <>
      <p class="govuk-body titian-screen-only">
        <Link href={`${PATH}/csv?${filter}`}>{t({ id: 'Unduh CSV', en: 'Download CSV' })}</Link>
      </p>
      <Wide>
        <Table
          caption={caption}
          rows={answer.looks}
          empty={t({
            id: 'Tidak ada yang melihat menurut saringan ini.',
            en: 'Nobody looked, by this filter.',
          })}
          columns={[
            { head: t({ id: 'Kapan', en: 'When' }), names: true, cell: ({ at }) => <InstantText at={at} /> },
            {
              head: t({ id: 'Siapa', en: 'Who' }),
              cell: ({ actor }) => <WhoActed actor={actor} names={names} />,
            },
            { head: t({ id: 'Perbuatan', en: 'Action' }), cell: ({ action }) => t(actionWords(action)) },
            { head: t({ id: 'Apa', en: 'What' }), cell: ({ subject }) => <Subject subject={subject} /> },
            {
              head: t({ id: 'Hasil', en: 'Outcome' }),
              cell: ({ outcome, reason, grantId, rows }) => (
                <>
                  <Tag meaning={outcome === 'denied' ? 'breach' : 'hold'}>
                    {t(outcome === 'denied' ? OUTCOMES.denied : OUTCOMES.allowed)}
                  </Tag>
                  {rows === undefined || rows === null ? null : (
                    <span class="titian-changed">
                      {t({ id: `${rows} baris`, en: `${rows} ${rows === 1 ? 'row' : 'rows'}` })}
                    </span>
                  )}
                  {grantId === undefined || grantId === null ? null : (
                    <span class="titian-changed">
                      {t({ id: 'dengan akses darurat', en: 'under an emergency grant' })}
                    </span>
                  )}
                  {reason === undefined || reason === null ? null : (
                    <span class="titian-changed titian-anywhere">{reason}</span>
                  )}
                </>
              ),
            },
          ]}
        />
      </Wide>
      <NextPage
        href={
          answer.nextCursor === null
            ? null
            : `${PATH}?${new URLSearchParams([...filter, ['cursor', answer.nextCursor]])}`
        }
      />
    </>
  );
}

/** A person's id, a stream, a list, a blind index: what can be opened is a link. */
function Subject({ subject }: { readonly subject: string }) {
  const stream = /^p[0-9a-f]{32}$/.test(subject)
    ? `journey/${subject}`
    : /^(journey|class|certificate|permit|finding|register)\/.+/.test(subject)
      ? subject
      : undefined;
  return (
    <span class="titian-mono">
      {stream === undefined ? subject : <Link href={streamPath(stream)}>{subject}</Link>}
    </span>
  );
}

function Grants({ grants, names }: { readonly grants: readonly GrantRow[]; readonly names: Names }) {
  const t = useWords();
  return (
    <>
      <Heading level={2}>{t({ id: 'Akses darurat', en: 'Emergency looks' })}</Heading>
      <Paragraph>
        {t({
          id: 'Petugas dapat membuka perjalanan di luar jangkauannya dalam keadaan darurat, dengan alasan, untuk waktu terbatas.',
          en: 'In an emergency an officer may open a journey out of reach, with a reason, for a limited time.',
        })}
      </Paragraph>
      <Wide>
        <Table
          caption={t({ id: 'Akses darurat, terbaru dahulu', en: 'Emergency looks, newest first' })}
          hideCaption
          rows={grants}
          empty={t({ id: 'Belum pernah ada akses darurat.', en: 'There was never an emergency look.' })}
          columns={[
            {
              head: t({ id: 'Mulai', en: 'Began' }),
              names: true,
              cell: ({ beganAt }) => <InstantText at={beganAt} />,
            },
            { head: t({ id: 'Berakhir', en: 'Ended' }), cell: ({ endsAt }) => <InstantText at={endsAt} /> },
            {
              head: t({ id: 'Siapa', en: 'Who' }),
              cell: ({ actor }) => <WhoActed actor={actor} names={names} />,
            },
            {
              head: t({ id: 'Orang', en: 'Person' }),
              cell: ({ personId }) => <Subject subject={personId} />,
            },
            {
              head: t({ id: 'Alasan', en: 'Reason' }),
              cell: ({ reason }) =>
                reason ?? t({ id: 'kuncinya sudah dimusnahkan', en: 'its key was destroyed' }),
            },
          ]}
        />
      </Wide>
    </>
  );
}
