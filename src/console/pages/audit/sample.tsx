/** A sample that anybody can draw again: by a seed, and no other chance. */
import type { ApiAnswer } from '../../api.ts';
import { must } from '../../api.ts';
import type { Sample } from '../../audit/answers.ts';
import { csvFile } from '../../audit/csv.ts';
import { given, officeChoices } from '../../audit/places.ts';
import { STREAM_KINDS, streamPath } from '../../audit/streams.ts';
import type { DeskPage, SignedIn } from '../../page.ts';
import { Button } from '../../parts/form.tsx';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { Details, Heading, Lead, Link, Paragraph, SummaryList, Table } from '../../parts/structure.tsx';
import { Text } from '../../parts/text.tsx';
import { wholeInWords } from '../../words/amounts.ts';
import { ANY, AskForm, type Choice, Fields, SelectField, TextField } from './fields.tsx';
import { Facts } from './lists.tsx';
import { NotNow } from './problems.tsx';
import { AuditBack } from './stream-frame.tsx';
import { type Names, Wide } from './values.tsx';

const NAMES = ['seed', 'size', 'kind', 'office', 'from', 'to', 'risk', 'by', 'leaf'] as const;

const draw = ({ api, query, session }: SignedIn): Promise<ApiAnswer<Sample>> =>
  api.get<Sample>('/api/v1/audit/sample', { size: 30, ...given(query, ...NAMES), world: session.world });

export const samplePages: readonly DeskPage[] = [
  {
    method: 'GET',
    path: '/audit/sample',
    roles: ['AUDITOR'],
    async open(asked) {
      const drawn = (asked.query.seed ?? '').trim() === '' ? undefined : await draw(asked);
      const offices = await officeChoices(asked.book, { value: '', words: ANY });
      const names = await asked.book.namesOf(
        drawn?.ok === true ? drawn.body.streams.flatMap((one) => one.offices) : [],
      );
      return {
        title: { id: 'Tarik sampel', en: 'Draw a sample' },
        within: '/audit',
        before: <AuditBack />,
        body: (
          <>
            <Heading>
              <Text of={{ id: 'Tarik sampel', en: 'Draw a sample' }} />
            </Heading>
            <Lead>
              <Text
                of={{
                  id: 'Benih menentukan sampelnya. Dengan benih dan nomor daun yang sama, siapa pun menarik sampel yang sama. Umumkan benihnya setelah masa yang diperiksa berakhir.',
                  en: 'The seed fixes the sample. With the same seed and leaf anybody draws the same one. Publish the seed after the period has ended.',
                }}
              />
            </Lead>
            <Ask query={asked.query} offices={offices} />
            {drawn === undefined ? null : drawn.ok ? (
              <Drawn sample={drawn.body} query={asked.query} names={names} />
            ) : (
              <NotNow problem={drawn.problem} />
            )}
          </>
        ),
      };
    },
  },
  {
    method: 'GET',
    path: '/audit/sample/csv',
    roles: ['AUDITOR'],
    async open(asked) {
      const { seed, leaf, population, facts, streams } = must(await draw(asked));
      return csvFile(
        {
          definitions: [
            ['seed', seed],
            ['leaf', leaf],
            ['population', population],
            [
              'method',
              'streams in the order of SHA-256 over seed, a zero byte and the stream; strata in turn',
            ],
            ...Object.entries(given(asked.query, ...NAMES)).map(([name, value]): [string, string] => [
              `asked: ${name}`,
              value,
            ]),
            ...facts.map(({ key, version }): [string, string] => ['rests on', `${key} version ${version}`]),
          ],
          head: ['stream', 'stratum', 'offices', 'stages', 'risk'],
          rows: streams.map((one) => [
            one.stream,
            one.stratum,
            one.offices.join(' '),
            one.stages.join(' '),
            one.risk,
          ]),
        },
        `titian-sample-${seed}-${leaf}.csv`,
      );
    },
  },
];

function Ask({ query, offices }: { readonly query: SignedIn['query']; readonly offices: readonly Choice[] }) {
  const t = useWords();
  const kinds = ['journey', 'class', 'certificate', 'permit'].map(
    (value): Choice => ({ value, words: STREAM_KINDS[value]! }),
  );
  return (
    <AskForm action="/audit/sample">
      <Fields>
        <TextField
          name="seed"
          label={{ id: 'Benih', en: 'Seed' }}
          hint={{
            id: 'Huruf, angka, titik, dan tanda hubung. Contoh: 2026-03',
            en: 'Letters, digits, dots and dashes. Example: 2026-03',
          }}
          value={query.seed}
        />
        <TextField
          name="size"
          type="number"
          width="5"
          label={{ id: 'Banyaknya', en: 'Size' }}
          value={query.size ?? '30'}
        />
        <SelectField
          name="kind"
          label={{ id: 'Jenis', en: 'Kind' }}
          choices={kinds}
          value={query.kind ?? 'journey'}
        />
        <SelectField
          name="office"
          label={{ id: 'Kantor', en: 'Office' }}
          choices={offices}
          value={query.office}
        />
        <SelectField
          name="by"
          label={{ id: 'Berlapis menurut', en: 'Stratified by' }}
          choices={[
            { value: '', words: { id: 'Tidak berlapis', en: 'Not stratified' } },
            { value: 'stage', words: { id: 'Tahap', en: 'Stage' } },
            { value: 'office', words: { id: 'Kantor', en: 'Office' } },
          ]}
          value={query.by}
        />
        <TextField
          name="risk"
          type="number"
          width="5"
          label={{ id: 'Angka risiko paling sedikit', en: 'At least so many risk points' }}
          value={query.risk}
        />
        <TextField
          name="from"
          type="date"
          width="10"
          label={{ id: 'Dicatat sejak', en: 'Recorded from' }}
          value={query.from}
        />
        <TextField name="to" type="date" width="10" label={{ id: 'sampai', en: 'to' }} value={query.to} />
        <TextField
          name="leaf"
          type="number"
          width="10"
          label={{ id: 'Sampai daun', en: 'Up to leaf' }}
          hint={{ id: 'Kosong: sampai yang terakhir', en: 'Empty: up to the last' }}
          value={query.leaf}
        />
      </Fields>
      <Button>{t({ id: 'Tarik sampel', en: 'Draw the sample' })}</Button>
    </AskForm>
  );
}

function Drawn({
  sample,
  query,
  names,
}: {
  readonly sample: Sample;
  readonly query: SignedIn['query'];
  readonly names: Names;
}) {
  const t = useWords();
  const { language } = useRendering();
  const { seed, leaf, population, streams, facts } = sample;
  const again = new URLSearchParams({ ...given(query, ...NAMES), leaf: String(leaf) });
  return (
    <section data-sample={seed}>
      <Heading level={2}>{t({ id: 'Sampel', en: 'Sample' })}</Heading>
      <SummaryList
        rows={[
          { key: t({ id: 'Benih', en: 'Seed' }), value: <span class="titian-mono">{seed}</span> },
          { key: t({ id: 'Sampai daun', en: 'Up to leaf' }), value: String(leaf) },
          { key: t({ id: 'Populasi', en: 'Population' }), value: wholeInWords(language, population) },
          {
            key: t({ id: 'Cara menarik', en: 'Method' }),
            value: t({
              id: 'Urutan SHA-256 atas benih, satu bita nol, dan nama catatan; bila berlapis, dari tiap lapis bergiliran.',
              en: 'In the order of SHA-256 over seed, a zero byte and the stream’s name; stratified, one of each stratum in turn.',
            }),
          },
        ]}
      />
      <p class="govuk-body titian-steps titian-screen-only">
        <Link href={`/audit/sample?${again}`}>
          {t({ id: 'Tautan untuk menarik sampel yang sama', en: 'Link that draws the same sample' })}
        </Link>
        <Link href={`/audit/sample/csv?${again}`}>{t({ id: 'Unduh CSV', en: 'Download CSV' })}</Link>
      </p>
      <Wide>
        <Table
          caption={t({ id: 'Yang tertarik, menurut urutan', en: 'What was drawn, in order' })}
          rows={streams.map((one, place) => ({ ...one, place: place + 1 }))}
          empty={t({ id: 'Tidak ada yang cocok dengan pertanyaan ini.', en: 'Nothing fits this question.' })}
          columns={[
            { head: t({ id: 'Nomor', en: 'Number' }), numeric: true, cell: ({ place }) => place },
            {
              head: t({ id: 'Catatan', en: 'Record' }),
              names: true,
              cell: ({ stream }) => (
                <Link href={streamPath(stream)}>
                  <span class="titian-mono">{stream}</span>
                </Link>
              ),
            },
            {
              head: t({ id: 'Lapis', en: 'Stratum' }),
              cell: ({ stratum }) => (stratum === '' ? '–' : (names.get(stratum) ?? stratum)),
            },
            {
              head: t({ id: 'Kantor', en: 'Offices' }),
              cell: ({ offices }) => offices.map((one) => names.get(one) ?? one).join(', '),
            },
            { head: t({ id: 'Angka risiko', en: 'Risk points' }), numeric: true, cell: ({ risk }) => risk },
          ]}
        />
      </Wide>
      <Details summary={t({ id: 'Dasar angka risiko', en: 'What the risk points rest on' })}>
        <Paragraph>
          {t({
            id: 'Baris daftar integritas, ditimbang menurut kebijakan yang berlaku pada daun itu.',
            en: 'Rows of the integrity lists, weighed by the policy in force at that leaf.',
          })}
        </Paragraph>
        <Facts facts={facts} />
      </Details>
    </section>
  );
}
