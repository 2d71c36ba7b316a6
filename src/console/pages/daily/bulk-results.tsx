/** What became of each line of many, and the rest sent again. */

import type { BulkKind, BulkResult } from '../../daily/bulk.ts';
import { ownPath } from '../../own-path.ts';
import { fieldText, type Shown, type SignedIn } from '../../page.ts';
import { Button, Form } from '../../parts/form.tsx';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { Heading, Link, Table } from '../../parts/structure.tsx';
import { Tag, Text } from '../../parts/text.tsx';
import { countInWords } from '../../words/amounts.ts';
import { articleWords } from '../../words/articles.ts';

const LINES = { id: 'baris', en: ['line', 'lines'] } as const;

export function done(kind: BulkKind, asked: SignedIn, results: readonly BulkResult[]): Shown {
  const waiting = results.filter(({ outcome }) => outcome === 'later');
  const back = ownPath(fieldText(asked.form, 'back'));
  return {
    title: kind.title,
    within: kind.within,
    body: (
      <>
        <Heading>
          <Text of={kind.title} />
        </Heading>
        <Summary results={results} />
        <Results results={results} />
        {waiting.length === 0 ? null : <SendAgain kind={kind} asked={asked} waiting={waiting} />}
        <p class="govuk-body">
          <Link href={back}>
            <Text of={{ id: 'Kembali ke daftar', en: 'Back to the list' }} />
          </Link>
        </p>
      </>
    ),
  };
}

function Summary({ results }: { readonly results: readonly BulkResult[] }) {
  const t = useWords();
  const { language } = useRendering();
  const recorded = results.filter(({ outcome }) => outcome === 'recorded').length;
  return (
    <p class="govuk-body-l" role="status">
      {countInWords(language, recorded, LINES)} {t({ id: 'tercatat dari', en: 'recorded of' })}{' '}
      {results.length}.
    </p>
  );
}

function Results({ results }: { readonly results: readonly BulkResult[] }) {
  const t = useWords();
  return (
    <Table
      caption={t({ id: 'Hasil tiap baris', en: 'Result of each line' })}
      rows={results}
      empty=""
      columns={[
        { head: t({ id: 'Orang', en: 'Person' }), names: true, cell: ({ row }) => row.label },
        { head: t({ id: 'Keterangan', en: 'Details' }), cell: ({ row }) => row.facts },
        { head: t({ id: 'Hasil', en: 'Result' }), cell: (result) => <ResultOf result={result} /> },
      ]}
    />
  );
}

function ResultOf({ result: { outcome, told } }: { readonly result: BulkResult }) {
  const t = useWords();
  if (outcome === 'recorded') return <Tag meaning="done">{t({ id: 'Tercatat', en: 'Recorded' })}</Tag>;
  if (outcome === 'later') {
    return (
      <Tag meaning="due">{t({ id: 'Belum terkirim, kirim ulang', en: 'Not sent yet, send again' })}</Tag>
    );
  }
  return (
    <>
      <Tag meaning="overdue">{t({ id: 'Ditolak', en: 'Refused' })}</Tag>
      {told === undefined ? null : (
        <div>
          {t(told.sentence)} {told.article ? `(${t(articleWords(told.article))}) ` : ''}
          {t(told.next)}
        </div>
      )}
    </>
  );
}

/** The same lines under the same ids: what arrived the first time is not done twice. */
function SendAgain({
  kind,
  asked,
  waiting,
}: {
  readonly kind: BulkKind;
  readonly asked: SignedIn;
  readonly waiting: readonly BulkResult[];
}) {
  const t = useWords();
  const kept = Object.entries(asked.form).filter(([name]) => name !== 'line' && name !== '_token');
  return (
    <Form action={`/bulk/${kind.name}`}>
      {kept.map(([name, value]) => (
        <input type="hidden" name={name} value={[value].flat().at(-1)} />
      ))}
      {waiting.map(({ row }) => (
        <input type="hidden" name="line" value={row.key} />
      ))}
      <Button>{t({ id: 'Kirim ulang yang belum', en: 'Send the rest again' })}</Button>
    </Form>
  );
}
