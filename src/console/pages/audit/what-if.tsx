/** What another rule would have done to recorded lives. Nothing is written but that somebody asked. */
import type { ApiAnswer } from '../../api.ts';
import type { PolicyValue, WhatIfAnswer } from '../../audit/answers.ts';
import { commandWords, outcomeWords } from '../../audit/command-words.ts';
import { draftedValue } from '../../audit/drafted-value.ts';
import { officeChoices } from '../../audit/places.ts';
import { explainPath, streamPath } from '../../audit/streams.ts';
import { type DeskPage, type FormFields, fieldText, type SignedIn } from '../../page.ts';
import { Button, Form } from '../../parts/form.tsx';
import { ErrorSummary } from '../../parts/problem.tsx';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { Details, Heading, Lead, Link, Paragraph, Table } from '../../parts/structure.tsx';
import { Text } from '../../parts/text.tsx';
import { dateInWords } from '../../words/amounts.ts';
import { policyValue, policyWords } from '../../words/policies.ts';
import { same, type Words } from '../../words/words.ts';
import { ANY, type Choice, Fields, SelectField, TextField } from './fields.tsx';
import { NotNow } from './problems.tsx';
import { AuditBack } from './stream-frame.tsx';
import { type Names, StreamName, Wide } from './values.tsx';

const PATH = '/audit/what-if';
const LIVES = 100;
const NAMES = ['policy', 'value', 'effective', 'source', 'from', 'to', 'office'] as const;
type Draft = { readonly [name in (typeof NAMES)[number]]: string };

const draftIn = (form: FormFields): Draft =>
  Object.fromEntries(NAMES.map((name) => [name, fieldText(form, name).trim()])) as Draft;

const TITLE: Words = { id: 'Seandainya aturannya lain', en: 'What if the rule were another' };

async function formParts({ book }: SignedIn) {
  const policies = (await book.all('policy')).map(({ id, value }) => ({
    id,
    value: value as unknown as PolicyValue,
  }));
  return { policies, offices: await officeChoices(book, { value: '', words: ANY }) };
}

export const whatIfPages: readonly DeskPage[] = [
  {
    method: 'GET',
    path: PATH,
    roles: ['AUDITOR'],
    async open(asked) {
      const parts = await formParts(asked);
      const year = asked.now.slice(0, 4);
      const draft: Draft = {
        ...{ policy: asked.query.policy ?? 'daily_limit_minutes', value: '', effective: `${year}-01-02` },
        ...{ source: '', from: `${year}-01-01`, to: `${year}-12-31`, office: '' },
      };
      return {
        title: TITLE,
        within: '/audit',
        before: <AuditBack />,
        body: (
          <>
            <Intro />
            <Ask draft={draft} {...parts} errors={[]} />
          </>
        ),
      };
    },
  },
  {
    method: 'POST',
    path: PATH,
    roles: ['AUDITOR'],
    async open(asked) {
      const { form, api, book, session } = asked;
      const draft = draftIn(form);
      const after = fieldText(form, 'after');
      const tried = await api.post<WhatIfAnswer>('/api/v1/audit/what-if', {
        draft: [
          {
            policy: draft.policy,
            from: draft.effective,
            value: draftedValue(draft.value),
            source: draft.source,
          },
        ],
        ...{ from: draft.from, to: draft.to, world: session.world, limit: LIVES },
        ...(draft.office === '' ? {} : { office: draft.office }),
        ...(after === '' ? {} : { after }),
      });
      const parts = await formParts(asked);
      const names = await book.namesOf(tried.ok ? tried.body.streams.map(({ office }) => office) : []);
      const errors = problemsOf(tried);
      return {
        title: TITLE,
        within: '/audit',
        before: <AuditBack />,
        ...(tried.ok ? {} : { status: tried.status }),
        body: (
          <>
            <ErrorSummary errors={errors} />
            <Intro />
            <Ask draft={draft} {...parts} errors={errors} />
            {tried.ok ? (
              <Result draft={draft} answer={tried.body} names={names} />
            ) : errors.length > 0 ? null : (
              <NotNow problem={tried.problem} />
            )}
          </>
        ),
      };
    },
  },
];

/** Reasons name values by their place and in English; what stands before is the place. */
function problemsOf(
  tried: ApiAnswer<WhatIfAnswer>,
): readonly { readonly text: string; readonly field: string }[] {
  if (tried.ok || tried.problem.code !== 'MALFORMED') return [];
  return (tried.problem.errors ?? []).map(({ path, reason }) => ({
    text: reason.replace(/^value \d+: /, ''),
    field:
      path === 'draft'
        ? /source/.test(reason)
          ? 'source'
          : /^value \d+: from/.test(reason)
            ? 'effective'
            : 'value'
        : path,
  }));
}

const Intro = () => (
  <>
    <Heading>
      <Text of={TITLE} />
    </Heading>
    <Lead>
      <Text
        of={{
          id: 'Perkara yang tercatat diputuskan ulang dengan rancangan aturan. Tidak ada yang ditulis. Bagaimana orang akan berbuat di bawah aturan itu, tidak dapat diketahui dari sini.',
          en: 'Recorded cases are decided again under a draft. Nothing is written. How people would behave under that rule cannot be known from here.',
        }}
      />
    </Lead>
  </>
);

function Ask({
  draft,
  policies,
  offices,
  errors,
}: {
  readonly draft: Draft;
  readonly policies: readonly { readonly id: string; readonly value: PolicyValue }[];
  readonly offices: readonly Choice[];
  readonly errors: readonly { readonly text: string; readonly field: string }[];
}) {
  const t = useWords();
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.text;
  const choices = policies.map(({ id, value }): Choice => {
    const last = value.values.at(-1)?.value;
    return {
      value: id,
      // Which rule, what it is now, and its code: orders and drafts name it so.
      words: {
        id: `${policyWords(id).id}. Kini: ${policyValue('id', last ?? null, value.unit)}. (${id})`,
        en: `${policyWords(id).en}. Now: ${policyValue('en', last ?? null, value.unit)}. (${id})`,
      },
    };
  });
  return (
    <Form action={PATH} class="titian-ask">
      <Fields>
        <SelectField
          name="policy"
          label={{ id: 'Aturan dan nilainya sekarang', en: 'Rule and its value now' }}
          choices={choices}
          value={draft.policy}
          error={errorOf('policy')}
        />
        <TextField
          name="value"
          label={{ id: 'Nilai rancangan', en: 'Drafted value' }}
          hint={{ id: 'Dalam satuan yang sama', en: 'In the same unit' }}
          value={draft.value}
          error={errorOf('value')}
        />
        <TextField
          name="effective"
          type="date"
          width="10"
          label={{ id: 'Berlaku sejak', en: 'In force from' }}
          value={draft.effective}
          error={errorOf('effective')}
        />
        <TextField
          name="source"
          label={{ id: 'Naskah yang mengusulkannya', en: 'Paper that proposes it' }}
          value={draft.source}
          error={errorOf('source')}
        />
      </Fields>
      <Fields>
        <TextField
          name="from"
          type="date"
          width="10"
          label={{ id: 'Perkara yang diputus sejak', en: 'Cases decided on from' }}
          value={draft.from}
          error={errorOf('from')}
        />
        <TextField
          name="to"
          type="date"
          width="10"
          label={{ id: 'sampai', en: 'to' }}
          value={draft.to}
          error={errorOf('to')}
        />
        <SelectField
          name="office"
          label={{ id: 'Kantor', en: 'Office' }}
          choices={offices}
          value={draft.office}
        />
      </Fields>
      <Button>{t({ id: 'Coba rancangan', en: 'Try the draft' })}</Button>
    </Form>
  );
}

const TOTALS: readonly (readonly [name: keyof WhatIfAnswer['totals'], words: Words])[] = [
  ['streams', { id: 'Catatan yang diputuskan ulang', en: 'Records decided again' }],
  ['same', { id: 'tetap sama', en: 'came out the same' }],
  ['different', { id: 'menjadi lain', en: 'came out otherwise' }],
  ['notReplayable', { id: 'tidak dapat diputar ulang', en: 'could not be replayed' }],
  ['refusedNow', { id: 'Keputusan yang akan ditolak', en: 'Decisions that would be refused' }],
  ['acceptedNow', { id: 'Keputusan yang akan diterima', en: 'Decisions that would be accepted' }],
  ['casesEarlier', { id: 'Perkara yang selesai lebih awal', en: 'Cases done earlier' }],
  ['casesLater', { id: 'Perkara yang selesai lebih lambat', en: 'Cases done later' }],
  ['casesNotDone', { id: 'Perkara yang tidak jadi selesai', en: 'Cases no longer done' }],
  ['casesDone', { id: 'Perkara yang menjadi selesai', en: 'Cases done that were not' }],
  ['newlyLate', { id: 'Keterlambatan baru', en: 'Newly late' }],
  ['noLongerLate', { id: 'Tidak lagi terlambat', en: 'No longer late' }],
];

function Result({
  draft,
  answer,
  names,
}: {
  readonly draft: Draft;
  readonly answer: WhatIfAnswer;
  readonly names: Names;
}) {
  const t = useWords();
  const different = answer.streams.filter(({ outcome }) => outcome === 'different');
  const failed = answer.streams.filter(({ outcome }) => outcome === 'not replayable');
  return (
    <section data-what-if={String(answer.totals.different)}>
      <Heading level={2}>{t({ id: 'Hasilnya', en: 'What came of it' })}</Heading>
      <Table
        caption={t({ id: 'Ringkasan', en: 'Summary' })}
        rows={TOTALS}
        empty=""
        columns={[
          { head: t({ id: 'Apa', en: 'What' }), names: true, cell: ([, words]) => t(words) },
          { head: t({ id: 'Banyaknya', en: 'Count' }), numeric: true, cell: ([name]) => answer.totals[name] },
        ]}
      />
      <Different streams={different} names={names} />
      {failed.length === 0 ? null : (
        <Details
          summary={t({
            id: `Tidak dapat diputar ulang (${failed.length})`,
            en: `Not replayable (${failed.length})`,
          })}
        >
          <ul class="govuk-list govuk-list--bullet">
            {failed.map(({ stream, notReplayable }) => (
              <li class="titian-anywhere">
                <Link href={streamPath(stream)}>{stream}</Link>: <span lang="en">{notReplayable?.why}</span>
              </li>
            ))}
          </ul>
        </Details>
      )}
      {answer.nextAfter === null ? null : (
        <>
          <Paragraph>
            {t({
              id: `Ini ${answer.streams.length} catatan pertama pada urutan ini; masih ada lagi.`,
              en: `These are ${answer.streams.length} records in this order; there are more.`,
            })}
          </Paragraph>
          <Form action={PATH}>
            {NAMES.map((name) => (
              <input type="hidden" name={name} value={draft[name]} />
            ))}
            <input type="hidden" name="after" value={answer.nextAfter} />
            <Button kind="secondary">
              {t({ id: 'Lanjutkan dengan berikutnya', en: 'Go on with the next' })}
            </Button>
          </Form>
        </>
      )}
    </section>
  );
}

const KINDS: { readonly [kind: string]: Words } = {
  'refused now': { id: 'akan ditolak', en: 'would be refused' },
  'accepted now': { id: 'akan diterima', en: 'would be accepted' },
  'refused otherwise': { id: 'akan ditolak dengan alasan lain', en: 'would be refused for another reason' },
  'other warnings': { id: 'peringatannya lain', en: 'other warnings' },
  'other events': { id: 'peristiwanya lain', en: 'other events' },
  'cannot be asked': { id: 'tidak dapat ditanyakan', en: 'cannot be asked' },
};

function Different({ streams, names }: { readonly streams: WhatIfAnswer['streams']; readonly names: Names }) {
  const t = useWords();
  const { language } = useRendering();
  const day = (date: string | null) =>
    date === null ? t({ id: 'belum selesai', en: 'not done' }) : dateInWords(language, date);
  const differences = streams.flatMap(({ stream, office, differences: own }) =>
    own.map((one) => ({ stream, of: office, ...one })),
  );
  const cases = streams.flatMap(({ stream, cases: own }) => own.map((one) => ({ stream, ...one })));
  return (
    <Wide>
      <Table
        caption={t({ id: 'Perkara yang selesai pada hari lain', en: 'Cases done on another day' })}
        rows={cases}
        empty={t({ id: 'Tidak ada.', en: 'None.' })}
        columns={[
          {
            head: t({ id: 'Perkara', en: 'Case' }),
            names: true,
            cell: ({ stream, caseId }) => (
              <Link href={streamPath(stream)}>
                <span class="titian-mono">
                  {stream} {caseId}
                </span>
              </Link>
            ),
          },
          {
            head: t({ id: 'Menurut catatan', en: 'On record' }),
            cell: ({ completedOn }) => day(completedOn.recorded),
          },
          {
            head: t({ id: 'Menurut rancangan', en: 'Under the draft' }),
            cell: ({ completedOn }) => day(completedOn.drafted),
          },
        ]}
      />
      <Table
        caption={t({ id: 'Keputusan yang akan lain', en: 'Decisions that would be otherwise' })}
        rows={differences}
        empty={t({ id: 'Tidak ada keputusan yang menjadi lain.', en: 'No decision would be otherwise.' })}
        columns={[
          {
            head: t({ id: 'Keputusan', en: 'Decision' }),
            names: true,
            cell: ({ stream, sequence, command }) => (
              <>
                <Link href={explainPath(stream, { decision: sequence })}>
                  {sequence} · {t(commandWords(command))}
                </Link>{' '}
                <StreamName stream={stream} />
              </>
            ),
          },
          { head: t({ id: 'Kantor', en: 'Office' }), cell: ({ of }) => names.get(of) ?? of },
          { head: t({ id: 'Apa', en: 'What' }), cell: ({ kind }) => t(KINDS[kind] ?? same(kind)) },
          {
            head: t({ id: 'Menurut catatan', en: 'On record' }),
            cell: ({ recorded }) => t(outcomeWords(recorded)),
          },
          {
            head: t({ id: 'Menurut rancangan', en: 'Under the draft' }),
            cell: ({ drafted }) => t(outcomeWords(drafted)),
          },
          {
            head: t({ id: 'Sebab', en: 'Cause' }),
            cell: ({ followsFrom }) =>
              followsFrom === null
                ? t({ id: 'rancangan itu sendiri', en: 'the draft itself' })
                : t({
                    id: `mengikuti keputusan ${followsFrom}`,
                    en: `follows from decision ${followsFrom}`,
                  }),
          },
        ]}
      />
    </Wide>
  );
}
