/** Hours as a ledger: every posting with its event, and the sum held against what the state says. */

import { eventPath } from '../../addresses.ts';
import type { BalanceExplanation, TrainingBalance } from '../../audit/answers.ts';
import { explainPath } from '../../audit/streams.ts';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { Heading, Link, SummaryList, Table, Warning } from '../../parts/structure.tsx';
import { Duration, Tag } from '../../parts/text.tsx';
import { dateInWords } from '../../words/amounts.ts';
import { articleWords } from '../../words/articles.ts';
import { Sentences } from './explain-decision.tsx';
import { type Names, Wide } from './values.tsx';

function Agrees({ agrees }: { readonly agrees: boolean }) {
  const t = useWords();
  return agrees ? (
    <p class="govuk-body">
      <Tag meaning="done">{t({ id: 'Jumlahnya cocok', en: 'The sum agrees' })}</Tag>{' '}
      {t({
        id: 'Jumlah semua baris sama dengan saldo menurut aturan.',
        en: 'The sum of all lines is the balance by the rules.',
      })}
    </p>
  ) : (
    <Warning>
      {t({
        id: 'Jumlah semua baris tidak sama dengan saldo. Catatan atau aturannya rusak.',
        en: 'The sum of all lines is not the balance. The record or the rules are broken.',
      })}
    </Warning>
  );
}

export function BalanceWhy({ why, names }: { readonly why: BalanceExplanation; readonly names: Names }) {
  const t = useWords();
  return (
    <>
      <Agrees agrees={why.agrees} />
      <SummaryList
        rows={[
          { key: t({ id: 'Target', en: 'Target' }), value: <Duration minutes={why.targetMinutes} /> },
          { key: t({ id: 'Diakui', en: 'Credited' }), value: <Duration minutes={why.hours.sumMinutes} /> },
          { key: t({ id: 'Sisa', en: 'Left' }), value: <Duration minutes={why.minutesLeft} /> },
        ]}
      />
      <Postings
        stream={why.stream}
        account={why.hours}
        names={names}
        title={{ id: 'Jam pidana', en: 'Hours of the sentence' }}
      />
      {why.measure === null ? null : (
        <Postings
          stream={why.stream}
          account={why.measure}
          names={names}
          title={{ id: 'Tindakan pelatihan', en: 'Training measure' }}
        />
      )}
      <Heading level={3}>{t({ id: 'Sebagai kalimat', en: 'As sentences' })}</Heading>
      <Sentences of={why.sentences} />
    </>
  );
}

function Postings({
  stream,
  account,
  names,
  title,
}: {
  readonly stream: string;
  readonly account: BalanceExplanation['hours'];
  readonly names: Names;
  readonly title: { readonly id: string; readonly en: string };
}) {
  const t = useWords();
  const { language } = useRendering();
  return (
    <Wide>
      <Table
        caption={t(title)}
        rows={account.postings}
        empty={t({ id: 'Belum ada baris.', en: 'No lines yet.' })}
        columns={[
          {
            head: t({ id: 'Peristiwa', en: 'Event' }),
            names: true,
            cell: ({ version }) => <Link href={eventPath(stream, version)}>{version}</Link>,
          },
          {
            head: t({ id: 'Tanggal kerja', en: 'Date of work' }),
            cell: ({ date }) => dateInWords(language, date),
          },
          {
            head: t({ id: 'Lokasi', en: 'Site' }),
            cell: ({ siteId }) => (siteId === null ? '–' : (names.get(siteId) ?? siteId)),
          },
          {
            head: t({ id: 'Diakui', en: 'Credited' }),
            numeric: true,
            cell: ({ credited }) => <Duration minutes={credited} />,
          },
          {
            head: t({ id: 'Tidak diakui', en: 'Not credited' }),
            numeric: true,
            cell: ({ notCredited }) => <Duration minutes={notCredited} />,
          },
          {
            head: t({ id: 'Pasal', en: 'Article' }),
            cell: ({ article }) => (article === null ? '–' : t(articleWords(article))),
          },
          {
            head: t({ id: 'Mengapa', en: 'Why' }),
            cell: ({ sequence }) => (
              <Link href={explainPath(stream, { decision: sequence })}>
                {t({ id: 'Keputusan', en: 'Decision' })} {sequence}
              </Link>
            ),
          },
        ]}
      />
    </Wide>
  );
}

export function TrainingBalanceWhy({ why }: { readonly why: TrainingBalance }) {
  const t = useWords();
  const { language } = useRendering();
  return (
    <>
      <Agrees agrees={why.agrees} />
      <Wide>
        <Table
          caption={t({ id: 'Jam pelajaran (JP)', en: 'Training hours (JP)' })}
          rows={why.postings}
          empty={t({ id: 'Belum ada baris.', en: 'No lines yet.' })}
          columns={[
            {
              head: t({ id: 'Peristiwa', en: 'Event' }),
              names: true,
              cell: ({ version }) => <Link href={eventPath(why.stream, version)}>{version}</Link>,
            },
            { head: t({ id: 'Tanggal', en: 'Date' }), cell: ({ date }) => dateInWords(language, date) },
            { head: 'JP', numeric: true, cell: ({ jp }) => jp },
            {
              head: t({ id: 'Mengapa', en: 'Why' }),
              cell: ({ sequence }) => (
                <Link href={explainPath(why.stream, { decision: sequence })}>
                  {t({ id: 'Keputusan', en: 'Decision' })} {sequence}
                </Link>
              ),
            },
          ]}
        />
      </Wide>
      <Sentences of={why.sentences} />
    </>
  );
}
