/** Where an auditor begins: the seal, the last night, open findings, and every way to ask. */
import type { ApiAnswer } from '../../api.ts';
import type { FindingsAnswer, ListsAnswer, SealAnswer, VerificationsAnswer } from '../../audit/answers.ts';
import { STREAM_KINDS } from '../../audit/streams.ts';
import { VERDICTS } from '../../audit/verify-words.ts';
import type { DeskPage } from '../../page.ts';
import { Button, Form } from '../../parts/form.tsx';
import { Unavailable } from '../../parts/problem.tsx';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { ButtonLink, Heading, Lead, Link, SummaryList } from '../../parts/structure.tsx';
import { InstantText, Tag, Text } from '../../parts/text.tsx';
import { countInWords, wholeInWords } from '../../words/amounts.ts';
import { same, type Words } from '../../words/words.ts';
import { AskForm, type Choice, Fields, SelectField, TextField } from './fields.tsx';

export const entryPage: DeskPage = {
  method: 'GET',
  path: '/audit',
  roles: ['AUDITOR'],
  async open({ api, session }) {
    const { world } = session;
    const findings = (status: string) =>
      api.get<FindingsAnswer>('/api/v1/findings', { world, status, limit: 100 });
    const [seal, verifications, open, overdue, answered, lists] = await Promise.all([
      api.get<SealAnswer>('/api/v1/audit/seal'),
      api.get<VerificationsAnswer>('/api/v1/audit/verifications', { limit: 1 }),
      findings('OPEN'),
      findings('OVERDUE'),
      findings('ANSWERED'),
      api.get<ListsAnswer>('/api/v1/audit/lists'),
    ]);
    return {
      title: { id: 'Audit', en: 'Audit' },
      within: '/audit',
      body: (
        <>
          <Heading>
            <Text of={{ id: 'Meja auditor', en: 'The auditor’s desk' }} />
          </Heading>
          <Lead>
            <Text
              of={{
                id: 'Anda melihat semua, dan tidak mengubah apa pun. Setiap pembukaan dicatat, juga yang ini.',
                en: 'You see everything, and change nothing. Every look is written down, this one as well.',
              }}
            />
          </Lead>
          <FindForm />
          <div class="titian-columns">
            <Ways />
            <div>
              <div class="titian-narrow">
                <Seal seal={seal} />
              </div>
              <LastVerification verifications={verifications} />
              <OpenFindings found={{ OPEN: open, OVERDUE: overdue, ANSWERED: answered }} />
              {lists.ok && lists.body.breakGlassGrants !== null ? (
                <Glass grants={lists.body.breakGlassGrants} />
              ) : null}
            </div>
          </div>
        </>
      ),
    };
  },
};

function FindForm() {
  const t = useWords();
  const kinds = ['journey', 'class', 'certificate', 'permit', 'register', 'finding'].map(
    (value): Choice => ({ value, words: STREAM_KINDS[value] ?? same(value) }),
  );
  return (
    <AskForm action="/audit/find">
      <Fields>
        <SelectField name="kind" label={{ id: 'Cari catatan', en: 'Find a record' }} choices={kinds} />
        <TextField name="id" label={{ id: 'Id', en: 'Id' }} value="" />
        <Button>{t({ id: 'Periksa perkara ini', en: 'Examine this record' })}</Button>
      </Fields>
      <p class="govuk-body titian-screen-only titian-steps">
        <Link href="/search">
          {t({ id: 'Cari orang menurut nama atau NIK', en: 'Find a person by name or NIK' })}
        </Link>
        <Link href="/audit/find">
          {t({ id: 'Telusuri menurut jenis dan kantor', en: 'Browse by kind and office' })}
        </Link>
      </p>
    </AskForm>
  );
}

const WAYS: readonly (readonly [path: string, name: Words, about: Words])[] = [
  [
    '/audit/verify',
    { id: 'Periksa seluruh catatan', en: 'Verify the whole record' },
    { id: 'Apakah utuh dan tidak diubah?', en: 'Is it whole and unchanged?' },
  ],
  [
    '/audit/changes',
    { id: 'Apa yang berubah sejak titik periksa saya', en: 'What changed since my checkpoint' },
    { id: 'Tempelkan titik periksa yang Anda simpan.', en: 'Paste the checkpoint that you kept.' },
  ],
  [
    '/audit/lists',
    { id: 'Daftar integritas', en: 'Integrity lists' },
    { id: 'Apa yang patut dilihat?', en: 'What should I look at?' },
  ],
  [
    '/audit/sample',
    { id: 'Tarik sampel', en: 'Draw a sample' },
    { id: 'Dengan benih, dapat diulang siapa pun.', en: 'By a seed; anybody can draw it again.' },
  ],
  [
    '/audit/money',
    { id: 'Uang menurut catatan', en: 'Money by the record' },
    { id: 'Setiap jumlah dengan peristiwanya.', en: 'Each sum with its events.' },
  ],
  [
    '/audit/who-looked',
    { id: 'Siapa yang melihat', en: 'Who looked' },
    { id: 'Pembukaan data, penolakan, akses darurat.', en: 'Looks, denials, emergency access.' },
  ],
  [
    '/audit/what-if',
    { id: 'Seandainya aturannya lain', en: 'What if the rule were another' },
    { id: 'Rancangan diuji pada perkara yang tercatat.', en: 'A draft tried on recorded cases.' },
  ],
  [
    '/audit/export',
    { id: 'Ekspor berkas audit', en: 'Export an audit bundle' },
    { id: 'Diperiksa di meja sendiri, tanpa kami.', en: 'Checked at your own desk, without us.' },
  ],
  [
    '/findings',
    { id: 'Temuan', en: 'Findings' },
    { id: 'Buka, ikuti jawabannya, tutup.', en: 'Open, follow the answers, close.' },
  ],
];

function Ways() {
  const t = useWords();
  return (
    <section aria-labelledby="ways">
      <h2 class="govuk-heading-m" id="ways">
        {t({ id: 'Yang dapat Anda tanyakan', en: 'What you can ask' })}
      </h2>
      <ul class="titian-cards">
        {WAYS.map(([path, name, about]) => (
          <li class="titian-card">
            <h3 class="govuk-heading-s">
              <Link href={path}>{t(name)}</Link>
            </h3>
            <p class="govuk-body">{t(about)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Seal({ seal }: { readonly seal: ApiAnswer<SealAnswer> }) {
  const t = useWords();
  const { language } = useRendering();
  return (
    <section>
      <Heading level={2}>{t({ id: 'Keadaan segel', en: 'State of the seal' })}</Heading>
      {seal.ok ? (
        <SummaryList
          rows={[
            {
              key: t({ id: 'Titik periksa terakhir', en: 'Latest checkpoint' }),
              value:
                seal.body.latest === null ? (
                  t({ id: 'belum ada', en: 'none yet' })
                ) : (
                  <span data-checkpoint={String(seal.body.latest.size)}>
                    {t({ id: 'ukuran', en: 'size' })} {wholeInWords(language, seal.body.latest.size)},{' '}
                    <InstantText at={seal.body.latest.signedAt} />
                  </span>
                ),
            },
            {
              key: t({ id: 'Menunggu segel', en: 'Waiting for a seal' }),
              value: countInWords(language, seal.body.waiting, { id: 'baris', en: ['row', 'rows'] }),
            },
            { key: t({ id: 'Saksi', en: 'Witnesses' }), value: <Witnesses seal={seal.body} /> },
            {
              key: t({ id: 'Unduh', en: 'Download' }),
              value: (
                <>
                  <Link href="/log/checkpoint">{t({ id: 'titik periksa', en: 'checkpoint' })}</Link>,{' '}
                  <Link href="/log/trust-policy">
                    {t({ id: 'kebijakan kepercayaan', en: 'trust policy' })}
                  </Link>
                </>
              ),
            },
          ]}
        />
      ) : (
        <Unavailable problem={seal.problem} />
      )}
    </section>
  );
}

function Witnesses({ seal: { latest, missing, policy } }: { readonly seal: SealAnswer }) {
  const t = useWords();
  const signed = (latest?.witnesses ?? []).map((one) => one.split('+')[0]);
  if (signed.length === 0 && missing.length === 0) {
    return (
      <>
        {/^quorum none$/m.test(policy)
          ? t({ id: 'kebijakan ini tidak menuntut saksi', en: 'this policy demands no witness' })
          : t({ id: 'belum ada yang menandatangani', en: 'none has signed yet' })}
      </>
    );
  }
  return (
    <>
      {signed.length === 0 ? null : (
        <>
          {t({ id: 'menandatangani', en: 'signed' })}: {signed.join(', ')}.{' '}
        </>
      )}
      {missing.length === 0 ? null : (
        <>
          <Tag meaning="due">{t({ id: 'belum', en: 'missing' })}</Tag> {missing.join(', ')}
        </>
      )}
    </>
  );
}

function LastVerification({ verifications }: { readonly verifications: ApiAnswer<VerificationsAnswer> }) {
  const t = useWords();
  const last = verifications.ok ? verifications.body.verifications[0] : undefined;
  return (
    <section>
      <Heading level={2}>{t({ id: 'Pemeriksaan terakhir', en: 'Last verification' })}</Heading>
      {verifications.ok ? (
        <p class="govuk-body">
          {last === undefined ? (
            t({ id: 'Belum ada yang tercatat.', en: 'None is noted yet.' })
          ) : (
            <>
              <Tag meaning={VERDICTS[last.outcome].meaning}>{t(VERDICTS[last.outcome].words)}</Tag>{' '}
              <InstantText at={last.endedAt} />
            </>
          )}
        </p>
      ) : (
        <Unavailable problem={verifications.problem} />
      )}
      {verifications.ok ? (
        verifications.body.running === null ? (
          <Form action="/audit/verify">
            <Button kind="secondary">{t({ id: 'Periksa sekarang', en: 'Verify now' })}</Button>
          </Form>
        ) : (
          <ButtonLink href={`/audit/verify/${verifications.body.running.id}`} secondary>
            {t({ id: 'Lihat yang sedang berjalan', en: 'See the one that runs' })}
          </ButtonLink>
        )
      ) : null}
    </section>
  );
}

const FINDING_COUNTS = {
  OVERDUE: { id: 'lewat batas jawaban', en: 'overdue' },
  OPEN: { id: 'menunggu jawaban kantor', en: 'waiting for an answer' },
  ANSWERED: { id: 'dijawab, menunggu Anda', en: 'answered, waiting for you' },
} as const satisfies { readonly [status: string]: Words };

type CountedStatus = keyof typeof FINDING_COUNTS;

function OpenFindings({
  found,
}: {
  readonly found: { readonly [status in CountedStatus]: ApiAnswer<FindingsAnswer> };
}) {
  const t = useWords();
  return (
    <section>
      <Heading level={2}>{t({ id: 'Temuan yang terbuka', en: 'Open findings' })}</Heading>
      <ul class="govuk-list">
        {(Object.keys(FINDING_COUNTS) as CountedStatus[]).map((status) => {
          const answer = found[status];
          if (!answer.ok) return null;
          const { findings, nextCursor } = answer.body;
          return (
            <li>
              <Link href={`/findings?status=${status}`}>
                {findings.length}
                {nextCursor === null ? '' : '+'} {t(FINDING_COUNTS[status])}
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Glass({ grants }: { readonly grants: number }) {
  const t = useWords();
  const { language } = useRendering();
  return (
    <section>
      <Heading level={2}>{t({ id: 'Akses darurat', en: 'Emergency looks' })}</Heading>
      <p class="govuk-body">
        <Link href="/audit/who-looked">
          {countInWords(language, grants, {
            id: 'kali sejak awal',
            en: ['since the beginning', 'since the beginning'],
          })}
        </Link>
      </p>
    </section>
  );
}
