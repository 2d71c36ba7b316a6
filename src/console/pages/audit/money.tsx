/** Money as far as the record carries it: each sum with its events, and what is recorded nowhere. */
import type { ApiAnswer } from '../../api.ts';
import { must } from '../../api.ts';
import type { Money } from '../../audit/answers.ts';
import { csvFile } from '../../audit/csv.ts';
import { moneyWords, notRecordedWords } from '../../audit/list-words.ts';
import { given, officeChoices } from '../../audit/places.ts';
import { explainPath, streamPath } from '../../audit/streams.ts';
import type { DeskPage, SignedIn } from '../../page.ts';
import { Button } from '../../parts/form.tsx';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { Heading, Lead, Link, Paragraph, Table } from '../../parts/structure.tsx';
import { Text } from '../../parts/text.tsx';
import { dateInWords, rupiahInWords } from '../../words/amounts.ts';
import { ANY, AskForm, Fields, SelectField } from './fields.tsx';
import { NotNow } from './problems.tsx';
import { AuditBack } from './stream-frame.tsx';
import { type Names, StreamName, Wide } from './values.tsx';

const read = ({ api, query, session }: SignedIn): Promise<ApiAnswer<Money>> =>
  api.get<Money>('/api/v1/audit/money', { ...given(query, 'office', 'leaf'), world: session.world });

export const moneyPages: readonly DeskPage[] = [
  {
    method: 'GET',
    path: '/audit/money',
    roles: ['AUDITOR'],
    async open(asked) {
      const money = await read(asked);
      const offices = await officeChoices(asked.book, { value: '', words: ANY });
      const names = await asked.book.namesOf(
        money.ok ? money.body.streams.flatMap(({ entries }) => entries.map(({ office }) => office)) : [],
      );
      return {
        title: { id: 'Uang menurut catatan', en: 'Money by the record' },
        within: '/audit',
        before: <AuditBack />,
        body: (
          <>
            <Heading>
              <Text of={{ id: 'Uang menurut catatan', en: 'Money by the record' }} />
            </Heading>
            <Lead>
              <Text
                of={{
                  id: 'Setiap jumlah adalah jumlah peristiwa, dan menyebut peristiwanya.',
                  en: 'Each sum is a sum of events, and names them.',
                }}
              />
            </Lead>
            <AskForm action="/audit/money">
              <Fields>
                <SelectField
                  name="office"
                  label={{ id: 'Kantor yang mencatat', en: 'Office that made the entry' }}
                  choices={offices}
                  value={asked.query.office}
                />
                <Button kind="secondary">
                  <Text of={{ id: 'Saring', en: 'Filter' }} />
                </Button>
              </Fields>
            </AskForm>
            {money.ok ? (
              <Sums money={money.body} names={names} query={asked.query} />
            ) : (
              <NotNow problem={money.problem} />
            )}
          </>
        ),
      };
    },
  },
  {
    method: 'GET',
    path: '/audit/money/csv',
    roles: ['AUDITOR'],
    async open(asked) {
      const { leaf, streams, sums, notRecorded } = must(await read(asked));
      return csvFile(
        {
          definitions: [
            ['leaf', leaf],
            ...Object.entries(given(asked.query, 'office')).map(([name, value]): [string, string] => [
              name,
              value,
            ]),
            ...Object.entries(sums).map(([kind, rupiah]): [string, number] => [`sum ${kind}`, rupiah]),
            ['rulings', 'a ruling entered again replaces what stood before: only the last counts in sums'],
            ['not recorded', notRecorded.join(' ')],
          ],
          head: [
            'stream',
            'decision',
            'event',
            'type',
            'kind',
            'case',
            'rupiah',
            'on',
            'recordedAt',
            'office',
          ],
          rows: streams.flatMap(({ entries }) =>
            entries.map((one) => [
              ...[one.stream, one.decision, one.version, one.type, one.kind, one.caseId],
              ...[one.rupiah, one.on, one.recordedAt, one.office],
            ]),
          ),
        },
        `titian-money-${leaf}.csv`,
      );
    },
  },
];

function Sums({
  money,
  names,
  query,
}: {
  readonly money: Money;
  readonly names: Names;
  readonly query: SignedIn['query'];
}) {
  const t = useWords();
  const { language } = useRendering();
  const { leaf, sums, streams, notRecorded } = money;
  const again = new URLSearchParams({ ...given(query, 'office'), leaf: String(leaf) });
  return (
    <>
      <Table
        caption={t({ id: 'Jumlah', en: 'Sums' })}
        rows={Object.entries(sums)}
        empty={t({ id: 'Tidak ada uang dalam catatan ini.', en: 'No money stands in this record.' })}
        columns={[
          { head: t({ id: 'Jenis', en: 'Kind' }), names: true, cell: ([kind]) => t(moneyWords(kind)) },
          {
            head: t({ id: 'Jumlah', en: 'Sum' }),
            numeric: true,
            cell: ([, rupiah]) => rupiahInWords(rupiah),
          },
        ]}
      />
      <p class="govuk-body titian-screen-only">
        <Link href={`/audit/money/csv?${again}`}>{t({ id: 'Unduh CSV', en: 'Download CSV' })}</Link>
      </p>
      <Wide>
        <Table
          caption={t({ id: 'Setiap peristiwa', en: 'Every event' })}
          rows={streams.flatMap(({ entries }) => entries)}
          empty={t({ id: 'Tidak ada peristiwa.', en: 'No events.' })}
          columns={[
            {
              head: t({ id: 'Catatan', en: 'Record' }),
              names: true,
              cell: ({ stream }) => (
                <Link href={streamPath(stream)}>
                  <StreamName stream={stream} />
                </Link>
              ),
            },
            { head: t({ id: 'Jenis', en: 'Kind' }), cell: ({ kind }) => t(moneyWords(kind)) },
            { head: t({ id: 'Tanggal', en: 'Date' }), cell: ({ on }) => dateInWords(language, on) },
            { head: t({ id: 'Kantor', en: 'Office' }), cell: ({ office }) => names.get(office) ?? office },
            {
              head: t({ id: 'Rupiah', en: 'Rupiah' }),
              numeric: true,
              cell: ({ rupiah }) => rupiahInWords(rupiah),
            },
            {
              head: t({ id: 'Mengapa', en: 'Why' }),
              cell: ({ stream, decision }) => (
                <Link href={explainPath(stream, { decision })}>
                  {t({ id: 'Keputusan', en: 'Decision' })} {decision}
                </Link>
              ),
            },
          ]}
        />
      </Wide>
      <Paragraph>
        {t({
          id: `Tidak tercatat di mana pun: ${notRecorded.map((one) => notRecordedWords(one).id).join(', ')}. Karena itu tidak ada jumlahnya di sini.`,
          en: `Recorded nowhere: ${notRecorded.map((one) => notRecordedWords(one).en).join(', ')}. So no sum of it stands here.`,
        })}
      </Paragraph>
    </>
  );
}
