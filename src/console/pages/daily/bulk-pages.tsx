/** Pages of many at once: the list with ticks, and what became of each line. */
import { newCommandId } from '../../daily/act.ts';
import {
  type BulkField,
  type BulkKind,
  type BulkList,
  type BulkResult,
  type BulkRow,
  sendAll,
} from '../../daily/bulk.ts';
import { BULK_KINDS } from '../../daily/bulk-kinds.ts';
import { fieldText, fieldTexts, type Page, type PageResult, type Shown, type SignedIn } from '../../page.ts';
import { Button, Form } from '../../parts/form.tsx';
import { ErrorSummary } from '../../parts/problem.tsx';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { BackLink, Empty, Heading, Lead, Link, Table } from '../../parts/structure.tsx';
import { Tag, Text } from '../../parts/text.tsx';
import { countInWords } from '../../words/amounts.ts';
import type { Words } from '../../words/words.ts';

const LINES = { id: 'baris', en: ['line', 'lines'] } as const;

function choose(kind: BulkKind, list: BulkList, error?: Words): Shown {
  return {
    title: kind.title,
    within: kind.within,
    before: <BackLink href={list.back} />,
    ...(error === undefined ? {} : { status: 422 }),
    body: (
      <>
        {error === undefined ? null : <TopError words={error} />}
        <Heading>
          <Text of={kind.title} />
        </Heading>
        <Lead>
          <Text of={kind.lead} />
        </Lead>
        {list.rows.length === 0 ? (
          <Empty>
            <Text of={kind.empty} />
          </Empty>
        ) : (
          <Ticks kind={kind} list={list} />
        )}
      </>
    ),
  };
}

function TopError({ words }: { readonly words: Words }) {
  const t = useWords();
  return <ErrorSummary errors={[{ text: t(words), field: 'lines' }]} />;
}

function Ticks({ kind, list }: { readonly kind: BulkKind; readonly list: BulkList }) {
  const t = useWords();
  return (
    <Form action={`/bulk/${kind.name}`}>
      <input type="hidden" name="id" value={newCommandId('bulk')} />
      <input type="hidden" name="back" value={list.back} />
      {list.fields.map((field) => (
        <Extra field={field} />
      ))}
      <div id="lines">
        <Table
          caption={t({ id: 'Centang yang mendapat hasil yang sama', en: 'Tick those with the same outcome' })}
          rows={list.rows}
          empty=""
          columns={[
            {
              head: t({ id: 'Pilih', en: 'Choose' }),
              cell: ({ key, label, facts }) => (
                <>
                  <input
                    class="titian-ticks"
                    type="checkbox"
                    name="line"
                    value={key}
                    id={`line-${key.replaceAll('/', '-')}`}
                    aria-label={`${label}, ${facts}`}
                  />
                  <input type="hidden" name={`label.${key}`} value={label} />
                  <input type="hidden" name={`facts.${key}`} value={facts} />
                </>
              ),
            },
            {
              head: t({ id: 'Orang', en: 'Person' }),
              names: true,
              cell: ({ key, label }) => <label for={`line-${key.replaceAll('/', '-')}`}>{label}</label>,
            },
            { head: t({ id: 'Keterangan', en: 'Details' }), cell: ({ facts }) => facts },
          ]}
        />
      </div>
      <Outcomes kind={kind} />
      <Button>{t({ id: 'Catat untuk yang dicentang', en: 'Record for those ticked' })}</Button>
    </Form>
  );
}

function Extra({ field }: { readonly field: BulkField }) {
  const t = useWords();
  if (field.type === 'hidden') return <input type="hidden" name={field.name} value={field.value} />;
  return (
    <div class="govuk-form-group">
      <label class="govuk-label" for={field.name}>
        {t(field.words)}
      </label>
      <input
        class="govuk-input govuk-input--width-10"
        type="month"
        id={field.name}
        name={field.name}
        value={field.value}
      />
    </div>
  );
}

function Outcomes({ kind: { outcomes } }: { readonly kind: BulkKind }) {
  const t = useWords();
  return (
    <fieldset class="govuk-fieldset titian-grid__all">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
        {t({ id: 'Hasil untuk semua yang dicentang', en: 'Outcome for all that are ticked' })}
      </legend>
      <div class="titian-grid__choices">
        {outcomes.map(({ value, words, consequence }, place) => (
          <label class="titian-day__choice">
            <input type="radio" name="outcome" value={value} checked={place === 0} />
            <span>
              {t(words)}
              {consequence === undefined ? null : (
                <span class="govuk-hint titian-grid__hint">{t(consequence)}</span>
              )}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function done(kind: BulkKind, asked: SignedIn, results: readonly BulkResult[]): Shown {
  const waiting = results.filter(({ outcome }) => outcome === 'later');
  const back = fieldText(asked.form, 'back');
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
          <Link href={/^\/(?!\/)/.test(back) ? back : '/'}>
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

function ResultOf({ result: { outcome, problem } }: { readonly result: BulkResult }) {
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
      {problem === undefined ? null : (
        <div>
          {t(problem.sentence)} {problem.article === null ? '' : `(${problem.article}) `}
          {t(problem.next)}
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

const MOST_LINES = 200;

async function send(kind: BulkKind, asked: SignedIn): Promise<PageResult> {
  const { form } = asked;
  const keys = [...new Set(fieldTexts(form, 'line'))].slice(0, MOST_LINES);
  const outcome = fieldText(form, 'outcome');
  const id = fieldText(form, 'id');
  const isKnown = kind.outcomes.some(({ value }) => value === outcome) && /^bulk\.[0-9a-f]{24}$/.test(id);
  if (keys.length === 0 || !isKnown) {
    const none = { id: 'Centang paling sedikit satu baris.', en: 'Tick at least one line.' };
    const back = new URL(fieldText(form, 'back') || '/', 'http://here');
    const query = {
      ...Object.fromEntries(back.searchParams),
      ...(back.pathname.startsWith('/classes/') ? { class: back.pathname.split('/')[2] ?? '' } : {}),
    };
    return choose(kind, await kind.list({ ...asked, query }), none);
  }
  const rows = keys.map(
    (key): BulkRow => ({
      key,
      label: fieldText(form, `label.${key}`),
      facts: fieldText(form, `facts.${key}`),
    }),
  );
  const field = (name: string): string => fieldText(form, name);
  return done(kind, asked, await sendAll(asked, kind, rows, { id, outcome, field }));
}

export const bulkPages: readonly Page[] = BULK_KINDS.flatMap((kind): Page[] => {
  const { roles } = kind;
  const path = `/bulk/${kind.name}`;
  return [
    { method: 'GET', path, roles, open: async (asked) => choose(kind, await kind.list(asked)) },
    { method: 'POST', path, roles, open: (asked) => send(kind, asked) },
  ];
});
