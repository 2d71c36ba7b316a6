/** Integrity lists: what somebody should look at. A row accuses nobody. */

import { commandPath } from '../../addresses.ts';
import { must } from '../../api.ts';
import type { ListAnswer, ListsAnswer } from '../../audit/answers.ts';
import { commandWords } from '../../audit/command-words.ts';
import { csvFile } from '../../audit/csv.ts';
import { fieldWords } from '../../audit/field-words.ts';
import { listName, patternWords, weightSaid } from '../../audit/list-words.ts';
import { given, officeChoices } from '../../audit/places.ts';
import { explainPath, streamNameOf, streamPath } from '../../audit/streams.ts';
import type { DeskPage, SignedIn } from '../../page.ts';
import { Button } from '../../parts/form.tsx';
import { useRendering, useWords } from '../../parts/rendering.ts';
import {
  BackLink,
  Details,
  Heading,
  Lead,
  Link,
  NextPage,
  Paragraph,
  Table,
} from '../../parts/structure.tsx';
import { InstantText, Tag, Text } from '../../parts/text.tsx';
import { eventSentence } from '../../sentences/index.ts';
import { wholeInWords } from '../../words/amounts.ts';
import { say } from '../../words/words.ts';
import { ANY, AskForm, type Choice, Fields, SelectField, TextField } from './fields.tsx';
import { NotNow } from './problems.tsx';
import { AuditBack } from './stream-frame.tsx';
import { type Names, StreamName, ValueText, WhoActed, Wide } from './values.tsx';

const PAGE_ROWS = 100;
const CSV_ROWS = 5_000;

const ask = ({ api, params, query, session }: SignedIn, limit: number) =>
  api.get<ListAnswer>(`/api/v1/audit/lists/${encodeURIComponent(params.list ?? '')}`, {
    ...given(query, 'office', 'from', 'to', 'leaf', 'offset'),
    world: session.world,
    limit,
  });

export const listPages: readonly DeskPage[] = [
  {
    method: 'GET',
    path: '/audit/lists',
    roles: ['AUDITOR'],
    async open({ api }) {
      const { lists } = must(await api.get<ListsAnswer>('/api/v1/audit/lists'));
      return {
        title: { id: 'Daftar integritas', en: 'Integrity lists' },
        within: '/audit',
        before: <AuditBack />,
        body: <Lists lists={lists} />,
      };
    },
  },
  {
    method: 'GET',
    path: '/audit/lists/:list',
    roles: ['AUDITOR'],
    async open(asked) {
      const name = asked.params.list ?? '';
      const answer = await ask(asked, PAGE_ROWS);
      if (!answer.ok && answer.status === 404) must(answer);
      const offices = await officeChoices(asked.book, { value: '', words: ANY });
      const names = await asked.book.namesOf(
        answer.ok ? answer.body.rows.map(({ actor }) => actor.office) : [],
      );
      return {
        title: listName(name),
        within: '/audit',
        before: <BackLink href="/audit/lists" />,
        body: (
          <>
            <Heading>
              <Text of={listName(name)} />
            </Heading>
            <Filter name={name} query={asked.query} offices={offices} />
            {answer.ok ? (
              <List answer={answer.body} names={names} query={asked.query} />
            ) : (
              <NotNow problem={answer.problem} />
            )}
          </>
        ),
      };
    },
  },
  {
    method: 'GET',
    path: '/audit/lists/:list/csv',
    roles: ['AUDITOR'],
    async open(asked) {
      const answer = must(await ask(asked, CSV_ROWS));
      const { language } = asked;
      return csvFile(
        {
          definitions: [
            ['list', answer.list],
            ['question', say(language, answer.question)],
            ['computed', answer.computed],
            ['leaf', answer.leaf],
            ['streams', answer.streams],
            ['rows', answer.rows.length],
            ['rows in all', answer.total],
            ...answer.facts.map(({ key, version }): [string, string] => [
              'rests on',
              `${key} version ${version}`,
            ]),
          ],
          head: [
            'stream',
            'decision',
            'event',
            'pattern',
            'weight',
            'recordedAt',
            'role',
            'office',
            'details',
          ],
          rows: answer.rows.map(
            ({ stream, decision, version, pattern, weight, recordedAt, actor, details }) => [
              ...[stream, decision, version, pattern, weight, recordedAt, actor.role, actor.office],
              JSON.stringify(details),
            ],
          ),
        },
        `titian-${answer.list}-${answer.leaf}.csv`,
      );
    },
  },
];

function Lists({ lists }: { readonly lists: ListsAnswer['lists'] }) {
  const t = useWords();
  return (
    <>
      <Heading>{t({ id: 'Daftar integritas', en: 'Integrity lists' })}</Heading>
      <Lead>
        {t({
          id: 'Sebuah daftar adalah pertanyaan, bukan putusan. Setiap barisnya menunjuk satu tempat dalam catatan yang patut dilihat.',
          en: 'A list is a question, not a verdict. Each of its rows names a place in the record that somebody should look at.',
        })}
      </Lead>
      <ul class="titian-cards">
        {lists.map(({ name, question }) => (
          <li class="titian-card">
            <h2 class="govuk-heading-s">
              <Link href={`/audit/lists/${name}`}>{t(listName(name))}</Link>
            </h2>
            <p class="govuk-body">{t(question)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

function Filter({
  name,
  query,
  offices,
}: {
  readonly name: string;
  readonly query: SignedIn['query'];
  readonly offices: readonly Choice[];
}) {
  const t = useWords();
  return (
    <AskForm action={`/audit/lists/${name}`}>
      <Fields>
        <SelectField
          name="office"
          label={{ id: 'Kantor yang mencatat', en: 'Office that made the entry' }}
          choices={offices}
          value={query.office}
        />
        <TextField
          name="from"
          type="date"
          width="10"
          label={{ id: 'Dicatat sejak', en: 'Recorded from' }}
          value={query.from}
        />
        <TextField name="to" type="date" width="10" label={{ id: 'sampai', en: 'to' }} value={query.to} />
        <Button kind="secondary">{t({ id: 'Saring', en: 'Filter' })}</Button>
      </Fields>
    </AskForm>
  );
}

function List({
  answer,
  names,
  query,
}: {
  readonly answer: ListAnswer;
  readonly names: Names;
  readonly query: SignedIn['query'];
}) {
  const t = useWords();
  const { language } = useRendering();
  const { list, question, computed, leaf, total, rows, nextOffset, facts } = answer;
  const here = `/audit/lists/${list}`;
  const filter = new URLSearchParams({ ...given(query, 'office', 'from', 'to'), leaf: String(leaf) });
  return (
    <>
      <Paragraph>
        <strong>{t(question)}</strong>
      </Paragraph>
      <p class="govuk-body">
        {t({
          id: `${wholeInWords(language, total)} baris, menurut catatan sampai daun ${leaf}.`,
          en: `${wholeInWords(language, total)} ${total === 1 ? 'row' : 'rows'}, by the record up to leaf ${leaf}.`,
        })}{' '}
        <Link href={`${here}/csv?${filter}`}>{t({ id: 'Unduh CSV', en: 'Download CSV' })}</Link>
      </p>
      <Wide>
        <Table
          caption={t(listName(list))}
          hideCaption
          rows={rows}
          empty={t({ id: 'Tidak ada baris. Itu kabar baik.', en: 'No rows. That is good news.' })}
          columns={[
            {
              head: t({ id: 'Tempat', en: 'Place' }),
              names: true,
              cell: ({ stream, decision }) => (
                <Link href={`${streamPath(stream)}?known=${decision}`}>
                  <StreamName stream={stream} />
                </Link>
              ),
            },
            { head: t({ id: 'Pola', en: 'Pattern' }), cell: ({ pattern }) => t(patternWords(pattern)) },
            {
              head: t({ id: 'Bobot', en: 'Weight' }),
              cell: ({ weight }) => (
                <Tag meaning={weightSaid(weight).meaning}>{t(weightSaid(weight).words)}</Tag>
              ),
            },
            {
              head: t({ id: 'Dicatat', en: 'Recorded' }),
              cell: ({ recordedAt }) => <InstantText at={recordedAt} />,
            },
            {
              head: t({ id: 'Oleh', en: 'By' }),
              cell: ({ actor }) => <WhoActed actor={actor} names={names} />,
            },
            {
              head: t({ id: 'Rincian', en: 'Details' }),
              cell: ({ details, stream: name }) => (
                <Particulars details={details} stream={streamNameOf(name).kind} names={names} />
              ),
            },
            {
              head: t({ id: 'Lanjut', en: 'Go on' }),
              cell: ({ stream, decision, version }) => (
                <>
                  <Link href={explainPath(stream, { decision })}>{t({ id: 'Mengapa', en: 'Why' })}</Link>
                  {'; '}
                  <Link
                    href={commandPath({ kind: 'new' }, 'open-finding', {
                      ...{ subjectStream: stream, decisionSequence: String(decision), list },
                      ...(version === null ? {} : { eventVersion: String(version) }),
                    })}
                  >
                    {t({ id: 'Buka temuan', en: 'Open a finding' })}
                  </Link>
                </>
              ),
            },
          ]}
        />
      </Wide>
      <NextPage href={nextOffset === null ? null : `${here}?${filter}&offset=${nextOffset}`} />
      <Details summary={t({ id: 'Cara menghitungnya', en: 'How it is computed' })}>
        <p class="govuk-body" lang="en">
          {computed}
        </p>
        <Facts facts={facts} />
      </Details>
    </>
  );
}

/** What a row adds: an event by its code, a command by its title, all else by its field. */
function Particulars({
  details,
  stream,
  names,
}: {
  readonly details: ListAnswer['rows'][number]['details'];
  /** Its kind: which events there are. */
  readonly stream: string;
  readonly names: Names;
}) {
  const t = useWords();
  const { language } = useRendering();
  return (
    <ul class="govuk-list">
      {Object.entries(details).map(([field, value]) => (
        <li>
          {t(fieldWords(field))}:{' '}
          {field === 'command' ? (
            t(commandWords(String(value)))
          ) : field === 'type' || field === 'other' ? (
            eventSentence(language, { type: String(value), stream }, names)
          ) : (
            <ValueText
              path={[field]}
              value={field === 'at' ? String(value).slice(0, 16) : value}
              names={names}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

export function Facts({ facts }: { readonly facts: ListAnswer['facts'] }) {
  const t = useWords();
  return (
    <>
      <p class="govuk-body">
        {t({ id: 'Bersandar pada isi register ini:', en: 'It rests on these register entries:' })}
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {facts.map(({ key, version }) => (
          <li>
            <Link href={streamPath(`register/${key}`)}>{key}</Link> {t({ id: 'versi', en: 'version' })}{' '}
            {version}
          </li>
        ))}
      </ul>
    </>
  );
}
