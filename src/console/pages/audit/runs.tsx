/** The runs of the workflow that decided, and their replay: the program of the day, and that of today. */
import { type ApiAnswer, must } from '../../api.ts';
import type { ReplayAnswer, ReplayOutcome, RunsAnswer } from '../../audit/answers.ts';
import { endingWords, replaySaid, standingSaid } from '../../audit/run-words.ts';
import { auditApiPath, kindWords, type StreamName, streamPath } from '../../audit/streams.ts';
import { temporalRunPath } from '../../audit/temporal-link.ts';
import type { ConsoleOptions } from '../../options.ts';
import type { DeskPage } from '../../page.ts';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { ButtonLink, Heading, Lead, Link, Paragraph, Table } from '../../parts/structure.tsx';
import { InstantText, Tag, Text } from '../../parts/text.tsx';
import { wholeInWords } from '../../words/amounts.ts';
import type { Words } from '../../words/words.ts';
import { NotNow } from './problems.tsx';
import { AuditBack, StreamFrame, streamOf } from './stream-frame.tsx';
import { Wide } from './values.tsx';

type Pages = ConsoleOptions['temporalPages'];

export function runsPages({ temporalPages }: Pick<ConsoleOptions, 'temporalPages'>): readonly DeskPage[] {
  return [
    {
      method: 'GET',
      path: '/audit/streams/:kind/:id/runs',
      roles: ['AUDITOR'],
      async open(asked) {
        const name = streamOf(asked);
        const runs = must(await asked.api.get<RunsAnswer>(auditApiPath(name, 'runs')));
        return {
          title: kindWords(name.kind),
          within: '/audit',
          before: <AuditBack />,
          body: (
            <StreamFrame name={name} tab="runs">
              <RunsLead />
              <Runs name={name} runs={runs.runs} pages={temporalPages} />
              {runs.runs.length === 0 ? null : (
                <>
                  <ButtonLink href={streamPath(`${name.kind}/${name.id}`, 'replay')}>
                    <Text of={{ id: 'Putar ulang sekarang', en: 'Replay now' }} />
                  </ButtonLink>
                  <Paragraph>
                    <Text
                      of={{
                        id: 'Setiap jalannya diputar dua kali, beberapa detik masing-masing: dengan program hari itu dan dengan program hari ini.',
                        en: 'Each run is replayed twice, a few seconds each: by the program of its day and by today’s.',
                      }}
                    />
                  </Paragraph>
                </>
              )}
            </StreamFrame>
          ),
        };
      },
    },
    {
      method: 'GET',
      path: '/audit/streams/:kind/:id/replay',
      roles: ['AUDITOR'],
      async open(asked) {
        const name = streamOf(asked);
        const [runs, replayed] = await Promise.all([
          asked.api.get<RunsAnswer>(auditApiPath(name, 'runs')),
          asked.api.get<ReplayAnswer>(auditApiPath(name, 'replay')),
        ]);
        return {
          title: kindWords(name.kind),
          within: '/audit',
          before: <AuditBack />,
          body: (
            <StreamFrame name={name} tab="replay">
              <RunsLead />
              <Replayed replayed={replayed} />
              <Runs name={name} runs={must(runs).runs} pages={temporalPages} />
            </StreamFrame>
          ),
        };
      },
    },
  ];
}

const RunsLead = () => (
  <Lead>
    <Text
      of={{
        id: 'Keputusan dibuat oleh alur kerja. Riwayat tiap jalannya disimpan dan disegel, sehingga dapat diputar ulang.',
        en: 'Decisions are made by a workflow. The history of each run is kept and sealed, so that it can be replayed.',
      }}
    />
  </Lead>
);

const shortId = (id: string): string => id.slice(0, 8);

function Sentences({ of }: { readonly of: readonly Words[] }) {
  const t = useWords();
  if (of.length === 0) return <>{t({ id: 'tidak ada', en: 'none' })}</>;
  return (
    <ul class="govuk-list">
      {of.map((words) => (
        <li>{t(words)}</li>
      ))}
    </ul>
  );
}

function Runs({
  name,
  runs,
  pages,
}: {
  readonly name: StreamName;
  readonly runs: RunsAnswer['runs'];
  readonly pages: Pages;
}) {
  const t = useWords();
  const { language } = useRendering();
  const stream = `${name.kind}/${name.id}`;
  return (
    <Wide>
      <Table
        caption={t({ id: 'Jalannya alur kerja', en: 'Runs of the workflow' })}
        rows={runs}
        empty={t({
          id: 'Tidak ada jalannya alur kerja. Isi register dan lembar diputuskan tanpa alur kerja; itu bukan kekurangan.',
          en: 'No workflow run. Registers and sheets are decided without one; that is no fault.',
        })}
        columns={[
          {
            head: t({ id: 'Jalannya', en: 'Run' }),
            names: true,
            cell: ({ runId }) =>
              pages === undefined ? (
                <span class="titian-mono">{shortId(runId)}</span>
              ) : (
                <a class="govuk-link" href={temporalRunPath(pages, stream, runId)} rel="noreferrer">
                  <span class="titian-mono">{shortId(runId)}</span>{' '}
                  {t({ id: '(buka di Temporal)', en: '(open in Temporal)' })}
                </a>
              ),
          },
          {
            head: t({ id: 'Keputusan pertama dicatat', en: 'First decision recorded' }),
            cell: ({ firstRecordedAt }) => <InstantText at={firstRecordedAt} />,
          },
          {
            head: t({ id: 'Program (build)', en: 'Program (build)' }),
            cell: ({ buildId }) => <span class="titian-mono">{buildId}</span>,
          },
          {
            head: t({ id: 'Keadaan', en: 'Standing' }),
            cell: ({ standing }) => {
              const said = standingSaid(standing);
              return <Tag meaning={said.meaning}>{t(said.words)}</Tag>;
            },
          },
          {
            head: t({ id: 'Besar riwayat', en: 'Size of the history' }),
            numeric: true,
            cell: ({ historyBytes }) =>
              historyBytes === null ? '–' : `${wholeInWords(language, Math.ceil(historyBytes / 1024))} KB`,
          },
          { head: t({ id: 'Temuan', en: 'Findings' }), cell: ({ findings }) => <Sentences of={findings} /> },
        ]}
      />
      <p class="govuk-body">
        <Link href={streamPath(stream, 'comparison')}>
          {t({ id: 'Bandingkan riwayat, aturan, dan catatan', en: 'Compare history, rules and ledger' })}
        </Link>
      </p>
    </Wide>
  );
}

function Replayed({ replayed }: { readonly replayed: ApiAnswer<ReplayAnswer> }) {
  const t = useWords();
  if (!replayed.ok) return <NotNow problem={replayed.problem} />;
  const { runs } = replayed.body;
  const outcomes = runs.flatMap(({ own, today }) => [own, today]);
  const wrong = outcomes.filter(({ outcome }) => replaySaid(outcome).meaning === 'overdue').length;
  return (
    <>
      <Heading level={2}>{t({ id: 'Hasil pemutaran ulang', en: 'What came of the replay' })}</Heading>
      <Paragraph>
        <strong>
          {wrong === 0
            ? t({ id: 'Tidak ada yang berbeda.', en: 'Nothing differs.' })
            : t({
                id: `${wrong} pemutaran berbeda dari riwayatnya.`,
                en: `${wrong} replays differ from their history.`,
              })}
        </strong>
      </Paragraph>
      <Wide>
        <Table
          caption={t({ id: 'Pemutaran ulang per jalannya', en: 'Replay of each run' })}
          rows={runs}
          empty={t({ id: 'Tidak ada yang dapat diputar.', en: 'There is nothing to replay.' })}
          columns={[
            {
              head: t({ id: 'Jalannya', en: 'Run' }),
              names: true,
              cell: ({ runId }) => <span class="titian-mono">{shortId(runId)}</span>,
            },
            {
              head: t({ id: 'Langkah', en: 'Steps' }),
              numeric: true,
              cell: ({ historyEvents }) => historyEvents ?? '–',
            },
            {
              head: t({ id: 'Akhir', en: 'Ending' }),
              cell: ({ ending }) => (ending === null ? '–' : t(endingWords(ending))),
            },
            {
              head: t({ id: 'Program hari itu', en: 'Program of its day' }),
              cell: ({ own }) => <Outcome outcome={own} />,
            },
            {
              head: t({ id: 'Program hari ini', en: 'Program of today' }),
              cell: ({ today }) => <Outcome outcome={today} />,
            },
            {
              head: t({ id: 'Temuan', en: 'Findings' }),
              cell: ({ findings }) => <Sentences of={findings} />,
            },
          ]}
        />
      </Wide>
    </>
  );
}

function Outcome({ outcome }: { readonly outcome: ReplayOutcome }) {
  const t = useWords();
  const said = replaySaid(outcome.outcome);
  return (
    <>
      <Tag meaning={said.meaning}>{t(said.words)}</Tag>
      {'message' in outcome ? (
        <span class="titian-changed" lang="en">
          {outcome.message}
        </span>
      ) : null}
    </>
  );
}
