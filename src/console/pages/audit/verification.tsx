/** One verification: how far it is, and what it found, place by place. */

import { eventPath } from '../../addresses.ts';
import { must } from '../../api.ts';
import type { VerificationAnswer, VerifyFinding } from '../../audit/answers.ts';
import { explainPath, streamPath } from '../../audit/streams.ts';
import { entryWords, problemWords, VERDICTS } from '../../audit/verify-words.ts';
import type { DeskPage } from '../../page.ts';
import { useRendering, useWords } from '../../parts/rendering.ts';
import {
  BackLink,
  ButtonLink,
  Details,
  Empty,
  Heading,
  Link,
  Paragraph,
  SummaryList,
  Table,
} from '../../parts/structure.tsx';
import { InstantText, Tag, Text } from '../../parts/text.tsx';
import { wholeInWords } from '../../words/amounts.ts';
import { Wide } from './values.tsx';

export const verificationPages: readonly DeskPage[] = [
  {
    method: 'GET',
    path: '/audit/verify/:id',
    roles: ['AUDITOR'],
    async open({ api, params }) {
      const path = `/api/v1/audit/verifications/${encodeURIComponent(params.id ?? '')}`;
      const found = must(await api.get<VerificationAnswer>(path));
      return {
        title: { id: 'Pemeriksaan seluruh catatan', en: 'Verification of the whole record' },
        within: '/audit',
        before: <BackLink href="/audit/verify" />,
        scripts: ['verify'],
        body: <Verification found={found} />,
      };
    },
  },
  {
    // For the script of the page, which tells how far it is without loading the page anew.
    method: 'GET',
    path: '/audit/verify/:id/progress',
    roles: ['AUDITOR'],
    async open({ api, params }) {
      const path = `/api/v1/audit/verifications/${encodeURIComponent(params.id ?? '')}/progress`;
      return { file: JSON.stringify(must(await api.get<unknown>(path))), contentType: 'application/json' };
    },
  },
];

function Verification({ found }: { readonly found: VerificationAnswer }) {
  return (
    <>
      <Heading>
        <Text of={{ id: 'Pemeriksaan seluruh catatan', en: 'Verification of the whole record' }} />
      </Heading>
      {found.state === 'running' ? <Running found={found} /> : <Ended found={found} />}
    </>
  );
}

function Running({ found: { id, progress, startedAt } }: { readonly found: VerificationAnswer }) {
  const t = useWords();
  const percent = Math.floor((progress?.share ?? 0) * 100);
  return (
    <div data-verification={id}>
      <p class="govuk-body" role="status" aria-live="polite">
        <Tag meaning="waiting">{t({ id: 'Sedang berjalan', en: 'Running' })}</Tag>{' '}
        <span data-progress-text>
          {t({ id: `${percent} persen terbaca`, en: `${percent} percent read` })}
        </span>
      </p>
      <progress
        class="titian-progress"
        max={100}
        value={percent}
        aria-label={t({ id: 'Kemajuan', en: 'Progress' })}
        data-progress
      >
        {percent} %
      </progress>
      <Paragraph>
        {t({ id: 'Dimulai', en: 'Begun' })}: {startedAt === null ? '–' : <InstantText at={startedAt} />}.{' '}
        {t({
          id: 'Anda boleh meninggalkan halaman ini; pemeriksaan tetap berjalan.',
          en: 'You may leave this page; it goes on.',
        })}
      </Paragraph>
      <ButtonLink href={`/audit/verify/${id}`} secondary>
        {t({ id: 'Muat ulang kemajuan', en: 'Reload the progress' })}
      </ButtonLink>
    </div>
  );
}

function Ended({ found }: { readonly found: VerificationAnswer }) {
  const t = useWords();
  const { language } = useRendering();
  const { outcome, findings, list, endedAt, brokeOff, leaves, seconds } = found;
  if (outcome === null) {
    return (
      <>
        <p class="govuk-body">
          <Tag meaning="due">{t({ id: 'Terputus', en: 'Broken off' })}</Tag>{' '}
          {t({
            id: 'Pemeriksaan ini tidak sampai selesai. Mulailah yang baru.',
            en: 'This verification did not come to an end. Begin another.',
          })}
        </p>
        <p class="govuk-body" lang="en">
          {brokeOff}
        </p>
      </>
    );
  }
  const verdict = VERDICTS[outcome];
  return (
    <div data-verdict={outcome}>
      <p class="govuk-body titian-verdict">
        <Tag meaning={verdict.meaning}>{t(verdict.words)}</Tag>{' '}
        {outcome === 'findings'
          ? t({ id: `${findings} temuan`, en: `${findings} ${findings === 1 ? 'finding' : 'findings'}` })
          : outcome === 'intact'
            ? t({
                id: 'Tidak ada yang diubah, ditambah, atau diambil sejak disegel.',
                en: 'Nothing was changed, added or taken away since it was sealed.',
              })
            : t({
                id: 'Yang terbaca utuh; sebagian tidak dapat dilihat.',
                en: 'What was read is intact; some could not be looked at.',
              })}
      </p>
      <SummaryList
        rows={[
          {
            key: t({ id: 'Selesai', en: 'Ended' }),
            value: endedAt === null ? '–' : <InstantText at={endedAt} />,
          },
          ...(leaves === undefined
            ? []
            : [{ key: t({ id: 'Daun segel', en: 'Leaves' }), value: wholeInWords(language, leaves) }]),
          ...(found.events === undefined
            ? []
            : [{ key: t({ id: 'Peristiwa', en: 'Events' }), value: wholeInWords(language, found.events) }]),
          ...(found.decisions === undefined
            ? []
            : [
                {
                  key: t({ id: 'Keputusan', en: 'Decisions' }),
                  value: wholeInWords(language, found.decisions),
                },
              ]),
          ...(found.accesses === undefined
            ? []
            : [
                {
                  key: t({ id: 'Catatan akses', en: 'Access rows' }),
                  value: wholeInWords(language, found.accesses),
                },
              ]),
          ...(seconds === undefined
            ? []
            : [
                {
                  key: t({ id: 'Lama', en: 'Took' }),
                  value: t({ id: `${Math.ceil(seconds)} detik`, en: `${Math.ceil(seconds)} s` }),
                },
              ]),
        ]}
      />
      {outcome === 'findings' ? (
        <Paragraph>
          {t({
            id: 'Jangan ubah apa pun. Simpan salinan basis data dan map kunci log seperti adanya, dan minta orang yang tidak menjalankan peladen memeriksanya.',
            en: 'Change nothing. Keep a copy of the database and of the log’s key folder as they are, and let somebody look who did not run the server.',
          })}
        </Paragraph>
      ) : null}
      {list === null ? <OutcomeOnly found={found} /> : <Findings list={list} total={findings ?? 0} />}
      <Notes
        title={{ id: 'Yang tidak dapat dilihat', en: 'What could not be looked at' }}
        of={found.unfinished ?? []}
      />
      <Notes title={{ id: 'Untuk diketahui', en: 'Worth knowing' }} of={found.remarks ?? []} />
    </div>
  );
}

function OutcomeOnly({ found: { outcome, sentence } }: { readonly found: VerificationAnswer }) {
  const t = useWords();
  if (outcome === 'intact') return null;
  return (
    <Empty>
      {t({
        id: 'Daftar lengkapnya tidak lagi tersimpan di peladen ini; yang pertama tercatat untuk selamanya:',
        en: 'This server keeps the full list no longer; the first one is noted for good:',
      })}{' '}
      <span lang="en">{sentence}</span>
    </Empty>
  );
}

function Findings({ list, total }: { readonly list: readonly VerifyFinding[]; readonly total: number }) {
  const t = useWords();
  if (list.length === 0) return null;
  return (
    <Wide>
      {total > list.length ? (
        <Paragraph>
          {t({
            id: `${list.length} yang pertama dari ${total}.`,
            en: `The first ${list.length} of ${total}.`,
          })}
        </Paragraph>
      ) : null}
      <Table
        caption={t({ id: 'Temuan dan tempatnya', en: 'Findings and their places' })}
        rows={list}
        empty=""
        columns={[
          {
            head: t({ id: 'Tempat', en: 'Place' }),
            names: true,
            cell: (finding) => <Place finding={finding} />,
          },
          {
            head: t({ id: 'Apa yang tidak cocok', en: 'What does not hold' }),
            cell: ({ problem }) => <span data-problem={problem}>{t(problemWords(problem))}</span>,
          },
          {
            head: t({ id: 'Kalimat peladen', en: 'The server’s sentence' }),
            cell: ({ explanation }) => (
              <span lang="en" class="titian-anywhere">
                {explanation}
              </span>
            ),
          },
        ]}
      />
    </Wide>
  );
}

function Place({ finding: { entry, stream, position } }: { readonly finding: VerifyFinding }) {
  const t = useWords();
  const words = `${t(entryWords(entry))}${position === undefined ? '' : ` ${position}`}`;
  if (stream === undefined || !stream.includes('/')) return <>{words}</>;
  const href =
    entry === 'event' && position !== undefined
      ? eventPath(stream, position)
      : entry === 'decision' && position !== undefined
        ? explainPath(stream, { decision: position })
        : undefined;
  return (
    <>
      {href === undefined ? words : <Link href={href}>{words}</Link>},{' '}
      <span class="titian-mono">
        <Link href={streamPath(stream)}>{stream}</Link>
      </span>
    </>
  );
}

function Notes({
  title,
  of,
}: {
  readonly title: { readonly id: string; readonly en: string };
  readonly of: readonly string[];
}) {
  const t = useWords();
  if (of.length === 0) return null;
  return (
    <Details summary={`${t(title)} (${of.length})`}>
      <ul class="govuk-list govuk-list--bullet" lang="en">
        {of.map((sentence) => (
          <li class="titian-anywhere">{sentence}</li>
        ))}
      </ul>
    </Details>
  );
}
