/** Three accounts side by side, command by command: the ledger, the history, the rules. */
import type { Comparison } from '../../audit/answers.ts';
import { commandWords, outcomeWords } from '../../audit/command-words.ts';
import {
  FINDING_SORTS,
  findingSort,
  historyStandingWords,
  rulesSayWords,
  WEIGHTS,
} from '../../audit/comparison-words.ts';
import { auditApiPath, explainPath, streamPath } from '../../audit/streams.ts';
import type { DeskPage } from '../../page.ts';
import { useWords } from '../../parts/rendering.ts';
import {
  Details,
  Heading,
  Lead,
  Link,
  Paragraph,
  SummaryList,
  Table,
  Warning,
} from '../../parts/structure.tsx';
import { Tag, Text } from '../../parts/text.tsx';
import { NotNow } from './problems.tsx';
import { AuditBack, StreamFrame, streamOf } from './stream-frame.tsx';
import { Wide } from './values.tsx';

type Compared = Comparison['commands'][number];
type Found = Comparison['findings'][number];

export const comparisonPage: DeskPage = {
  method: 'GET',
  path: '/audit/streams/:kind/:id/comparison',
  roles: ['AUDITOR'],
  async open(asked) {
    const name = streamOf(asked);
    const compared = await asked.api.get<Comparison>(auditApiPath(name, 'comparison'));
    return {
      title: { id: 'Tiga catatan berdampingan', en: 'Three accounts side by side' },
      within: '/audit',
      before: <AuditBack />,
      ...(compared.ok || compared.status === 503 ? {} : { status: compared.status }),
      body: (
        <StreamFrame name={name} tab="comparison">
          <Lead>
            <Text
              of={{
                id: 'Setiap keputusan diceritakan tiga kali: oleh catatan, oleh riwayat alur kerja, dan oleh aturan yang memutuskannya lagi.',
                en: 'Each decision is told three times: by the ledger, by the history of the workflow, and by the rules that decide it again.',
              }}
            />
          </Lead>
          {compared.ok ? (
            <Compare compared={compared.body} only={asked.query.only === 'differences'} />
          ) : (
            <NotNow problem={compared.problem} />
          )}
        </StreamFrame>
      ),
    };
  },
};

function Compare({ compared, only }: { readonly compared: Comparison; readonly only: boolean }) {
  const t = useWords();
  const { stream, commands, findings, states, differences, rulesChanged, todaysBuild } = compared;
  const shown = only ? commands.filter(({ matches }) => !matches) : commands;
  return (
    <>
      <Verdict differences={differences} rulesChanged={rulesChanged} decisions={commands.length} />
      {findings.length === 0 ? null : (
        <>
          <Heading level={2}>
            {t({ id: 'Tentang catatan ini seluruhnya', en: 'About this record as a whole' })}
          </Heading>
          <FindingList findings={findings} />
        </>
      )}
      <Heading level={2}>{t({ id: 'Per perintah', en: 'Command by command' })}</Heading>
      <p class="govuk-body titian-screen-only">
        <Link href={`${streamPath(stream, 'comparison')}${only ? '' : '?only=differences'}`}>
          {only
            ? t({ id: 'Tampilkan semua perintah', en: 'Show all commands' })
            : t({ id: 'Tampilkan yang berbeda saja', en: 'Show only those that differ' })}
        </Link>
      </p>
      <Wide>
        <Table
          caption={t({ id: 'Tiga catatan per perintah', en: 'Three accounts of each command' })}
          hideCaption
          rows={shown}
          empty={
            only
              ? t({ id: 'Tidak ada perbedaan.', en: 'There is no difference.' })
              : t({ id: 'Belum ada keputusan.', en: 'There is no decision yet.' })
          }
          columns={[
            {
              head: t({ id: 'Keputusan', en: 'Decision' }),
              names: true,
              cell: (one) => <Named stream={stream} one={one} />,
            },
            {
              head: t({ id: 'Catatan', en: 'Ledger' }),
              cell: ({ ledger }) =>
                ledger === null ? t({ id: 'tidak ada', en: 'none' }) : t(outcomeWords(ledger)),
            },
            {
              head: t({ id: 'Riwayat', en: 'History' }),
              cell: ({ history, historyStanding }) => (
                <>
                  {history === null ? null : <>{t(outcomeWords(history))}; </>}
                  {t(historyStandingWords(historyStanding))}
                </>
              ),
            },
            {
              head: t({ id: 'Aturan hari itu', en: 'Rules of that day' }),
              cell: ({ ownRules }) => t(rulesSayWords(ownRules)),
            },
            {
              head: t({ id: 'Aturan hari ini', en: 'Rules of today' }),
              cell: ({ todaysRules }) => t(rulesSayWords(todaysRules)),
            },
            { head: t({ id: 'Hasil', en: 'Result' }), cell: (one) => <Result one={one} /> },
          ]}
        />
      </Wide>
      <SummaryList
        rows={[
          {
            key: t({ id: 'Keadaan yang dibandingkan', en: 'States compared' }),
            value: `${states.filter(({ same }) => same).length} / ${states.length} ${t({ id: 'sama', en: 'the same' })}`,
          },
          {
            key: t({ id: 'Program hari ini', en: 'Program of today' }),
            value: <span class="titian-mono">{todaysBuild}</span>,
          },
        ]}
      />
      <Details summary={t({ id: 'Arti setiap perbedaan', en: 'What each difference means' })}>
        <dl class="titian-definitions">
          {Object.entries(FINDING_SORTS).map(([, { name, meaning }]) => (
            <>
              <dt>{t(name)}</dt>
              <dd>{t(meaning)}</dd>
            </>
          ))}
        </dl>
      </Details>
    </>
  );
}

function Verdict({
  differences,
  rulesChanged,
  decisions,
}: {
  readonly differences: number;
  readonly rulesChanged: number;
  readonly decisions: number;
}) {
  const t = useWords();
  const changed =
    rulesChanged === 0 ? null : (
      <Paragraph>
        {t({
          id: `Pada ${rulesChanged} keputusan, aturan hari ini memutuskan lain. Itu perubahan aturan, bukan kesalahan.`,
          en: `On ${rulesChanged} decisions today’s rules decide otherwise. That is a change of rules, no fault.`,
        })}
      </Paragraph>
    );
  return (
    <div data-differences={String(differences)}>
      {differences === 0 ? (
        <p class="govuk-body">
          <Tag meaning="done">{t({ id: 'Tidak ada perbedaan', en: 'No difference' })}</Tag>{' '}
          {t({
            id: `Ketiganya menceritakan ${decisions} keputusan dengan cara yang sama.`,
            en: `All three tell ${decisions} decisions in the same way.`,
          })}
        </p>
      ) : (
        <Warning>
          {t({
            id: `${differences} perbedaan. Seseorang harus memeriksanya.`,
            en: `${differences} ${differences === 1 ? 'difference' : 'differences'}. Somebody must look.`,
          })}
        </Warning>
      )}
      {changed}
    </div>
  );
}

function Named({ stream, one }: { readonly stream: string; readonly one: Compared }) {
  const t = useWords();
  const { sequence, name } = one;
  return (
    <>
      {sequence === null ? (
        '–'
      ) : (
        <Link href={explainPath(stream, { decision: sequence })}>
          {sequence} · {t(commandWords(name))}
        </Link>
      )}
      {sequence === null ? <> {t(commandWords(name))}</> : null}
    </>
  );
}

function Result({ one }: { readonly one: Compared }) {
  const t = useWords();
  if (one.findings.length > 0) return <FindingList findings={one.findings} />;
  return <Tag meaning="done">{t({ id: 'Sama', en: 'The same' })}</Tag>;
}

function FindingList({ findings }: { readonly findings: readonly Found[] }) {
  const t = useWords();
  return (
    <ul class="govuk-list titian-found">
      {findings.map(({ type, weight, sentence }) => (
        <li data-finding={type}>
          <Tag meaning={WEIGHTS[weight]?.meaning ?? 'hold'}>{t(findingSort(type).name)}</Tag> {t(sentence)}
        </li>
      ))}
    </ul>
  );
}
