/** Verifying the whole record: begin one, and the history of all. */
import type { VerificationsAnswer } from '../../audit/answers.ts';
import { VERDICTS } from '../../audit/verify-words.ts';
import type { DeskPage } from '../../page.ts';
import { Button, Form } from '../../parts/form.tsx';
import { Unavailable } from '../../parts/problem.tsx';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { Details, Heading, Lead, Link, NextPage, Paragraph, Table } from '../../parts/structure.tsx';
import { InstantText, Tag, Text } from '../../parts/text.tsx';
import { wholeInWords } from '../../words/amounts.ts';
import { isBusy, NotNow } from './problems.tsx';
import { AuditBack } from './stream-frame.tsx';
import { Wide } from './values.tsx';

const PATH = '/audit/verify';

export const verifyPages: readonly DeskPage[] = [
  {
    method: 'GET',
    path: PATH,
    roles: ['AUDITOR'],
    async open({ api, query }) {
      const { cursor } = query;
      const found = await api.get<VerificationsAnswer>('/api/v1/audit/verifications', { cursor, limit: 30 });
      return {
        title: { id: 'Periksa seluruh catatan', en: 'Verify the whole record' },
        within: '/audit',
        before: <AuditBack />,
        body: (
          <>
            <Intro />
            {found.ok ? <Begin answer={found.body} /> : null}
            {found.ok ? <History answer={found.body} /> : <Unavailable problem={found.problem} />}
          </>
        ),
      };
    },
  },
  {
    method: 'POST',
    path: PATH,
    roles: ['AUDITOR'],
    async open({ api }) {
      const begun = await api.post<{ id: string }>('/api/v1/audit/verifications', {});
      if (begun.ok) return { redirect: `${PATH}/${begun.body.id}` };
      const running = isBusy(begun.problem)
        ? await api.get<VerificationsAnswer>('/api/v1/audit/verifications', { limit: 1 })
        : undefined;
      // Somebody was quicker: theirs answers the same question.
      if (running?.ok === true && running.body.running !== null)
        return { redirect: `${PATH}/${running.body.running.id}` };
      return {
        title: { id: 'Periksa seluruh catatan', en: 'Verify the whole record' },
        status: begun.status,
        within: '/audit',
        before: <AuditBack />,
        body: (
          <>
            <Intro />
            <NotNow problem={begun.problem} />
          </>
        ),
      };
    },
  },
];

function Intro() {
  return (
    <>
      <Heading>
        <Text of={{ id: 'Periksa seluruh catatan', en: 'Verify the whole record' }} />
      </Heading>
      <Lead>
        <Text
          of={{
            id: 'Setiap baris, setiap segel, dan setiap tanda tangan dibaca ulang. Pemeriksaan hanya membaca; meja lain tetap bekerja.',
            en: 'Every row, every seal and every signature is read again. It reads only; other desks go on working.',
          }}
        />
      </Lead>
    </>
  );
}

function Begin({ answer: { running } }: { readonly answer: VerificationsAnswer }) {
  const t = useWords();
  if (running !== null) {
    return (
      <div class="govuk-inset-text">
        <p class="govuk-body">
          {t({ id: 'Satu pemeriksaan sedang berjalan.', en: 'A verification is running.' })}{' '}
          <Link href={`${PATH}/${running.id}`}>
            {t({ id: 'Lihat kemajuannya', en: 'See how far it is' })}
          </Link>
        </p>
      </div>
    );
  }
  return (
    <>
      <Form action={PATH}>
        <Button>{t({ id: 'Mulai pemeriksaan', en: 'Begin to verify' })}</Button>
      </Form>
      <Details
        summary={t({ id: 'Apa yang dibuktikan, dan apa yang tidak', en: 'What it proves, and what not' })}
      >
        <Paragraph>
          {t({
            id: 'Dibuktikan: tidak ada yang diubah, ditambah, atau diambil setelah disegel tanpa meninggalkan jejak. Dengan saksi: juga tidak oleh yang memegang semua kunci.',
            en: 'Proved: nothing was changed, added or taken away after it was sealed without a trace. With witnesses: not even by whoever holds all keys.',
          })}
        </Paragraph>
        <Paragraph>
          {t({
            id: 'Tidak dibuktikan: bahwa yang dimasukkan pada hari itu benar.',
            en: 'Not proved: that what was entered was true on the day.',
          })}
        </Paragraph>
      </Details>
    </>
  );
}

function History({ answer }: { readonly answer: VerificationsAnswer }) {
  const t = useWords();
  const { language } = useRendering();
  const { verifications, nextCursor } = answer;
  return (
    <>
      <Wide>
        <Table
          caption={t({ id: 'Riwayat pemeriksaan, terbaru dahulu', en: 'Verifications, newest first' })}
          rows={verifications}
          empty={t({
            id: 'Belum ada pemeriksaan yang tercatat. Pemeriksaan malam berjalan sendiri sekali sehari.',
            en: 'No verification is noted yet. One runs by itself every night.',
          })}
          columns={[
            {
              head: t({ id: 'Selesai', en: 'Ended' }),
              names: true,
              cell: ({ endedAt }) => <InstantText at={endedAt} />,
            },
            {
              head: t({ id: 'Diminta oleh', en: 'Asked for by' }),
              cell: ({ id }) =>
                id === null
                  ? t({ id: 'jadwal malam', en: 'the night’s schedule' })
                  : t({ id: 'auditor', en: 'an auditor' }),
            },
            {
              head: t({ id: 'Putusan', en: 'Verdict' }),
              cell: ({ outcome, findings }) => (
                <>
                  <Tag meaning={VERDICTS[outcome].meaning}>{t(VERDICTS[outcome].words)}</Tag>
                  {findings === 0 ? null : <> {findings}</>}
                </>
              ),
            },
            {
              head: t({ id: 'Yang pertama', en: 'The first' }),
              cell: ({ outcome, sentence }) =>
                outcome === 'intact' ? (
                  '–'
                ) : (
                  <span lang="en" class="titian-anywhere">
                    {sentence}
                  </span>
                ),
            },
            {
              head: t({ id: 'Baris dibaca', en: 'Rows read' }),
              numeric: true,
              cell: ({ rows }) => wholeInWords(language, rows),
            },
            {
              head: t({ id: 'Rincian', en: 'Details' }),
              cell: ({ id }) =>
                id === null ? '–' : <Link href={`${PATH}/${id}`}>{t({ id: 'Buka', en: 'Open' })}</Link>,
            },
          ]}
        />
      </Wide>
      <NextPage
        href={nextCursor === null ? null : `${PATH}?${new URLSearchParams({ cursor: nextCursor })}`}
      />
    </>
  );
}
