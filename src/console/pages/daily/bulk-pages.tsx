/** Pages of many at once: the list with ticks, and what became of each line. */
import { newCommandId } from '../../daily/act.ts';
import { type BulkField, type BulkKind, type BulkList, type BulkRow, sendAll } from '../../daily/bulk.ts';
import { BULK_KINDS } from '../../daily/bulk-kinds.ts';
import { ownPath } from '../../own-path.ts';
import { fieldText, fieldTexts, type Page, type PageResult, type Shown, type SignedIn } from '../../page.ts';
import { Button, Form } from '../../parts/form.tsx';
import { ErrorSummary } from '../../parts/problem.tsx';
import { useWords } from '../../parts/rendering.ts';
import { BackLink, Empty, Heading, Lead, NextPage, Table } from '../../parts/structure.tsx';
import { Text } from '../../parts/text.tsx';
import type { Words } from '../../words/words.ts';
import { done } from './bulk-results.tsx';

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
        <NextPage href={list.next ?? null} />
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

async function send(kind: BulkKind, asked: SignedIn): Promise<PageResult> {
  const { form } = asked;
  const keys = [...new Set(fieldTexts(form, 'line'))];
  const outcome = fieldText(form, 'outcome');
  const id = fieldText(form, 'id');
  const isKnown = kind.outcomes.some(({ value }) => value === outcome) && /^bulk\.[0-9a-f]{24}$/.test(id);
  if (keys.length === 0 || !isKnown) {
    const none = { id: 'Centang paling sedikit satu baris.', en: 'Tick at least one line.' };
    const back = new URL(ownPath(fieldText(form, 'back')), 'http://here');
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
