/** What was recorded since a checkpoint that the auditor kept, and whether it is still the one that was signed. */
import type { ApiAnswer } from '../../api.ts';
import type { ChangesAnswer } from '../../audit/answers.ts';
import { keptCheckpoint } from '../../audit/kept-checkpoint.ts';
import { kindWords, streamPath } from '../../audit/streams.ts';
import type { DeskPage } from '../../page.ts';
import { Button } from '../../parts/form.tsx';
import { ErrorSummary, Unavailable } from '../../parts/problem.tsx';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { Heading, Lead, Link, NextPage, Paragraph, Table, Warning } from '../../parts/structure.tsx';
import { InstantText, Tag } from '../../parts/text.tsx';
import { wholeInWords } from '../../words/amounts.ts';
import type { Words } from '../../words/words.ts';
import { AskForm } from './fields.tsx';
import { AuditBack } from './stream-frame.tsx';

const PATH = '/audit/changes';
const TITLE: Words = {
  id: 'Apa yang berubah sejak titik periksa saya',
  en: 'What changed since my checkpoint',
};

export const changesPage: DeskPage = {
  method: 'GET',
  path: PATH,
  roles: ['AUDITOR'],
  async open({ api, query, session }) {
    const text = query.kept ?? '';
    const kept = keptCheckpoint(text);
    const answer =
      kept === undefined
        ? undefined
        : await api.get<ChangesAnswer>('/api/v1/audit/changes', {
            ...{ since: kept.size, world: session.world, after: query.after, limit: 100 },
          });
    const wrong = kept === undefined && text.trim() !== '';
    return {
      title: TITLE,
      within: '/audit',
      before: <AuditBack />,
      ...(wrong ? { status: 400 } : {}),
      body: (
        <>
          <Ask text={text} wrong={wrong} />
          {answer === undefined ? null : <Answer answer={answer} root={kept?.root} text={text} />}
        </>
      ),
    };
  },
};

const NOT_READ: Words = {
  id: 'Masukkan besar titik periksa, atau seluruh teksnya.',
  en: 'Enter the size of the checkpoint, or its whole text.',
};

function Ask({ text, wrong }: { readonly text: string; readonly wrong: boolean }) {
  const t = useWords();
  return (
    <>
      <ErrorSummary errors={wrong ? [{ text: t(NOT_READ), field: 'kept' }] : []} />
      <Heading>{t(TITLE)}</Heading>
      <Lead>
        {t({
          id: 'Titik periksa adalah segel atas segala sesuatu yang tercatat sampai saat itu. Tempelkan yang Anda simpan, atau tulis besarnya saja.',
          en: 'A checkpoint is one seal over everything recorded by then. Paste the one that you kept, or write its size alone.',
        })}
      </Lead>
      <AskForm action={PATH}>
        <div class={`govuk-form-group${wrong ? ' govuk-form-group--error' : ''}`}>
          <label class="govuk-label" for="kept">
            {t({ id: 'Titik periksa saya', en: 'My checkpoint' })}
          </label>
          {wrong ? (
            <p class="govuk-error-message" id="kept-error">
              {t(NOT_READ)}
            </p>
          ) : null}
          <textarea
            class="govuk-textarea titian-mono"
            id="kept"
            name="kept"
            rows={5}
            spellcheck={false}
            {...(wrong ? { 'aria-describedby': 'kept-error' } : {})}
          >
            {text}
          </textarea>
        </div>
        <Button>{t({ id: 'Bandingkan', en: 'Compare' })}</Button>
      </AskForm>
    </>
  );
}

function Answer({
  answer,
  root,
  text,
}: {
  readonly answer: ApiAnswer<ChangesAnswer>;
  readonly root: string | undefined;
  readonly text: string;
}) {
  const t = useWords();
  const { language } = useRendering();
  if (!answer.ok) return <Unavailable problem={answer.problem} />;
  const { since, leaves, counts, streams, checkpoint, nextAfter } = answer.body;
  const count = (name: string): string => wholeInWords(language, counts[name] ?? 0);
  return (
    <section data-since={String(since)}>
      <Same answer={answer.body} root={root} />
      <Paragraph>
        {t({
          id: `Sejak ukuran ${since} sampai ${leaves}: ${count('decision')} keputusan, ${count('event')} peristiwa, ${count('access')} pembukaan data, ${count('note')} catatan log, dari semua dunia.`,
          en: `From size ${since} to ${leaves}: ${count('decision')} decisions, ${count('event')} events, ${count('access')} looks, ${count('note')} notes, of all worlds.`,
        })}
      </Paragraph>
      <Table
        caption={t({ id: 'Catatan yang bertambah', en: 'Records that grew' })}
        rows={streams}
        empty={t({ id: 'Tidak ada keputusan baru sejak itu.', en: 'No new decisions since then.' })}
        columns={[
          {
            head: t({ id: 'Catatan', en: 'Record' }),
            names: true,
            cell: ({ stream, kind }) => (
              <Link href={streamPath(stream)}>
                {t(kindWords(kind))} <span class="titian-mono">{stream}</span>
              </Link>
            ),
          },
          {
            head: t({ id: 'Keputusan', en: 'Decisions' }),
            numeric: true,
            cell: ({ decisions }) => decisions,
          },
          { head: t({ id: 'Peristiwa', en: 'Events' }), numeric: true, cell: ({ events }) => events },
        ]}
      />
      <NextPage
        href={nextAfter === null ? null : `${PATH}?${new URLSearchParams({ kept: text, after: nextAfter })}`}
      />
      {checkpoint === null ? null : (
        <Paragraph>
          {t({
            id: 'Bukti bahwa log tumbuh dari titik itu ada di dalam',
            en: 'The proof that the log grew out of it is in a',
          })}{' '}
          <Link href={`/audit/export?${new URLSearchParams({ since: String(since) })}`}>
            {t({ id: 'berkas audit sejak titik itu', en: 'bundle since that checkpoint' })}
          </Link>
          .
        </Paragraph>
      )}
    </section>
  );
}

function Same({
  answer: { checkpoint, leaves, since },
  root,
}: {
  readonly answer: ChangesAnswer;
  readonly root: string | undefined;
}) {
  const t = useWords();
  if (since > leaves) {
    return (
      <Warning>
        {t({
          id: 'Titik periksa Anda lebih besar daripada log ini. Ada yang ditarik kembali: jangan ubah apa pun, dan mulailah pemeriksaan.',
          en: 'Your checkpoint is larger than this log. Something was taken back: change nothing, and begin to verify.',
        })}
      </Warning>
    );
  }
  if (checkpoint === null) {
    return (
      <Paragraph>
        {t({
          id: 'Pada ukuran ini tidak ada titik periksa yang diterbitkan di sini.',
          en: 'At this size no checkpoint was published here.',
        })}
      </Paragraph>
    );
  }
  if (root === undefined) {
    return (
      <Paragraph>
        {t({ id: 'Ditandatangani', en: 'Signed' })} <InstantText at={checkpoint.signedAt} />.{' '}
        {t({ id: 'Bandingkan segelnya dengan milik Anda', en: 'Compare its seal with yours' })}:{' '}
        <span class="titian-mono">{checkpoint.root}</span>
      </Paragraph>
    );
  }
  return root === checkpoint.root ? (
    <p class="govuk-body">
      <Tag meaning="done">{t({ id: 'Sama', en: 'The same' })}</Tag>{' '}
      {t({
        id: 'Log ini memuat titik periksa Anda, ditandatangani',
        en: 'This log holds your checkpoint, signed',
      })}{' '}
      <InstantText at={checkpoint.signedAt} />.
    </p>
  ) : (
    <Warning>
      {t({
        id: 'Pada ukuran yang sama, log ini memuat segel lain. Ada dua log: jangan ubah apa pun, dan hubungi badan saksi.',
        en: 'At the same size this log holds another seal. There are two logs: change nothing, and call the witnesses.',
      })}
    </Warning>
  );
}
