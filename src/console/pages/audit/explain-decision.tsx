/** One decision explained: what was asked, by which rules, what came of it, and what would have changed it. */

import { eventPath } from '../../addresses.ts';
import type { DeadlineExplanation, DecisionExplanation } from '../../audit/answers.ts';
import { changeText } from '../../audit/change-text.ts';
import { commandWords, outcomeWords } from '../../audit/command-words.ts';
import { stateRows } from '../../audit/state-rows.ts';
import { explainPath, streamPath } from '../../audit/streams.ts';
import { PolicyName } from '../../parts/policy-name.tsx';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { Details, Empty, Heading, Link, SummaryList, Table, Warning } from '../../parts/structure.tsx';
import { InstantText, MomentText, Tag } from '../../parts/text.tsx';
import { eventSentence } from '../../sentences/index.ts';
import { dateInWords } from '../../words/amounts.ts';
import { articleWords } from '../../words/articles.ts';
import { deadlineWords } from '../../words/deadlines.ts';
import { policyValue } from '../../words/policies.ts';
import type { Words } from '../../words/words.ts';
import { type Names, PathText, ValueText, WhoActed, Wide } from './values.tsx';

type Rules = DecisionExplanation['rules'];

export function DecisionWhy({ why, names }: { readonly why: DecisionExplanation; readonly names: Names }) {
  const t = useWords();
  const { stream, sequence } = why;
  return (
    <>
      <Told why={why} names={names} />
      {why.refusal === null ? null : (
        <div class="govuk-inset-text" data-refusal={why.refusal.code}>
          <p class="govuk-body">
            <strong>{t(why.refusal.sentence)}</strong>
          </p>
          {why.refusal.article === null ? null : (
            <p class="govuk-body">
              {t({ id: 'Dasar', en: 'Basis' })}: {t(articleWords(why.refusal.article))}
            </p>
          )}
          <p class="govuk-body">{t(why.refusal.next)}</p>
        </div>
      )}
      {why.warnings.map(({ sentence, article }) => (
        <Warning>
          {t(sentence)}
          {article === null ? '' : ` (${t(articleWords(article))})`}
        </Warning>
      ))}
      <Inputs why={why} names={names} />
      <RulesTable rules={why.rules} names={names} />
      <Facts why={why} />
      <Made why={why} names={names} />
      <Otherwise why={why} />
      <Details summary={t({ id: 'Sebagai kalimat, untuk dikutip', en: 'As sentences, to be quoted' })}>
        <Sentences of={why.sentences} />
      </Details>
      <p class="govuk-body titian-screen-only titian-steps">
        {sequence > 1 ? (
          <Link href={explainPath(stream, { decision: sequence - 1 })}>
            ← {t({ id: 'keputusan sebelumnya', en: 'previous decision' })}
          </Link>
        ) : null}
        <Link href={`${streamPath(stream)}?known=${sequence}`}>
          {t({ id: 'Keadaan setelah keputusan ini', en: 'State after this decision' })}
        </Link>
      </p>
    </>
  );
}

export const Sentences = ({ of }: { readonly of: readonly Words[] }) => {
  const t = useWords();
  return (
    <ul class="govuk-list govuk-list--bullet">
      {of.map((words) => (
        <li class="titian-anywhere">{t(words)}</li>
      ))}
    </ul>
  );
};

function Told({ why, names }: { readonly why: DecisionExplanation; readonly names: Names }) {
  const t = useWords();
  const { sequence, command, outcome, actor, decidedAt, occurredAt, document, build, receipt } = why;
  return (
    <SummaryList
      rows={[
        {
          key: t({ id: 'Keputusan', en: 'Decision' }),
          value: `${sequence} · ${t(commandWords(command))}`,
        },
        {
          key: t({ id: 'Hasil', en: 'Outcome' }),
          value: <Tag meaning={outcome === 'accepted' ? 'done' : 'breach'}>{t(outcomeWords(outcome))}</Tag>,
        },
        { key: t({ id: 'Oleh', en: 'By' }), value: <WhoActed actor={actor} names={names} /> },
        { key: t({ id: 'Diputuskan', en: 'Decided' }), value: <InstantText at={decidedAt} /> },
        {
          key: t({ id: 'Terjadi', en: 'Happened' }),
          value:
            occurredAt === null ? (
              t({ id: 'pada saat diputuskan', en: 'when it was decided' })
            ) : (
              <MomentText at={occurredAt} />
            ),
        },
        { key: t({ id: 'Dokumen', en: 'Document' }), value: <Paper document={document} /> },
        {
          key: t({ id: 'Program (build)', en: 'Program (build)' }),
          value: <span class="titian-mono">{build}</span>,
        },
        {
          key: t({ id: 'Segel keputusan', en: 'Seal of the decision' }),
          value: <span class="titian-mono">{receipt}</span>,
        },
      ]}
    />
  );
}

function Paper({ document }: { readonly document: DecisionExplanation['document'] }) {
  const t = useWords();
  const { language } = useRendering();
  if (document === null) return <>{t({ id: 'tanpa dokumen', en: 'without a document' })}</>;
  const { kind, number, date } = document;
  const sealed = number === '(sealed)' ? t({ id: 'nomor tersegel', en: 'number sealed' }) : number;
  return <>{`${kind}, ${sealed}, ${dateInWords(language, date)}`}</>;
}

function Inputs({ why, names }: { readonly why: DecisionExplanation; readonly names: Names }) {
  const t = useWords();
  return (
    <Table
      caption={t({ id: 'Yang dimasukkan', en: 'What was entered' })}
      rows={stateRows(why.inputs)}
      empty={t({ id: 'Tidak ada isian.', en: 'Nothing was entered.' })}
      columns={[
        {
          head: t({ id: 'Isian', en: 'Field' }),
          names: true,
          cell: ({ path }) => <PathText path={path} names={names} />,
        },
        {
          head: t({ id: 'Nilai', en: 'Value' }),
          cell: ({ path, value }) => <ValueText path={path} value={value} names={names} />,
        },
      ]}
    />
  );
}

export function RulesTable({ rules, names }: { readonly rules: Rules; readonly names: Names }) {
  const t = useWords();
  const { language } = useRendering();
  return (
    <Wide>
      <Table
        caption={t({ id: 'Aturan yang dipakai', en: 'Rules that were used' })}
        rows={rules}
        empty={t({ id: 'Tidak ada nilai kebijakan yang dipakai.', en: 'No policy value was used.' })}
        columns={[
          {
            head: t({ id: 'Aturan', en: 'Rule' }),
            names: true,
            cell: ({ policy }) => <PolicyName policy={policy} />,
          },
          {
            head: t({ id: 'Nilai', en: 'Value' }),
            cell: ({ value, unit }) => policyValue(language, value, unit),
          },
          {
            head: t({ id: 'Berlaku sejak', en: 'In force from' }),
            cell: ({ from }) => dateInWords(language, from),
          },
          { head: t({ id: 'Pasal atau sumber', en: 'Article or source' }), cell: ({ source }) => source },
          {
            head: t({ id: 'Ditetapkan', en: 'Set' }),
            cell: ({ factVersion, setBy }) => (
              <>
                {t({ id: 'versi', en: 'version' })} {factVersion}
                {setBy === null ? null : (
                  <>
                    , <WhoActed actor={setBy.actor} names={names} />,{' '}
                    <Link href={explainPath(setBy.stream, { decision: setBy.sequence })}>
                      {t({ id: 'mengapa', en: 'why' })}
                    </Link>
                  </>
                )}
              </>
            ),
          },
        ]}
      />
    </Wide>
  );
}

function Facts({ why }: { readonly why: DecisionExplanation }) {
  const t = useWords();
  const facts = why.facts.filter(({ key }) => !key.startsWith('policy/'));
  if (facts.length === 0 && why.lostClaims.length === 0) return null;
  return (
    <>
      <Table
        caption={t({ id: 'Isi register yang dipakai', en: 'Register entries that were used' })}
        rows={facts}
        empty={t({ id: 'Tidak ada.', en: 'None.' })}
        columns={[
          {
            head: t({ id: 'Isi register', en: 'Entry' }),
            names: true,
            cell: ({ key, setBy }) =>
              setBy === null ? key : <Link href={streamPath(setBy.stream)}>{key}</Link>,
          },
          {
            head: t({ id: 'Versi', en: 'Version' }),
            numeric: true,
            cell: ({ version }) =>
              version === 0 ? t({ id: 'belum ada di register', en: 'in no register yet' }) : version,
          },
        ]}
      />
      {why.lostClaims.length === 0 ? null : (
        <p class="govuk-body">
          {t({ id: 'Sudah dipegang pihak lain', en: 'Already held by somebody else' })}:{' '}
          <span class="titian-mono">{why.lostClaims.join(', ')}</span>
        </p>
      )}
    </>
  );
}

function Made({ why, names }: { readonly why: DecisionExplanation; readonly names: Names }) {
  const t = useWords();
  const { language } = useRendering();
  return (
    <Table
      caption={t({ id: 'Peristiwa yang dibuatnya', en: 'Events it made' })}
      rows={why.events}
      empty={t({ id: 'Tidak membuat peristiwa.', en: 'It made no event.' })}
      columns={[
        {
          head: t({ id: 'Nomor', en: 'Number' }),
          names: true,
          cell: ({ version }) => <Link href={eventPath(why.stream, version)}>{version}</Link>,
        },
        {
          head: t({ id: 'Peristiwa', en: 'Event' }),
          cell: ({ type, data }) =>
            eventSentence(
              language,
              {
                type,
                ...(typeof data === 'object' && data !== null && !Array.isArray(data) ? { data } : {}),
              },
              names,
            ),
        },
        {
          head: t({ id: 'Terjadi', en: 'Happened' }),
          cell: ({ occurredAt }) => <MomentText at={occurredAt} />,
        },
      ]}
    />
  );
}

function Otherwise({ why }: { readonly why: DecisionExplanation }) {
  const t = useWords();
  const { language } = useRendering();
  const changes = why.otherwise.flatMap((one) => one.changes);
  return (
    <>
      <Heading level={3}>{t({ id: 'Apa yang akan mengubahnya', en: 'What would have changed it' })}</Heading>
      {why.decidesTheSame ? null : (
        <Empty>
          {t({
            id: 'Aturan hari ini tidak lagi memutuskan seperti yang tercatat. Karena itu tidak dicari apa yang akan mengubahnya.',
            en: 'Today’s rules no longer decide as recorded. So it was not looked for what would have changed it.',
          })}
        </Empty>
      )}
      {why.decidesTheSame && changes.length === 0 ? (
        <Empty>
          {t({
            id: 'Tidak ditemukan satu perubahan tunggal yang akan mengubah hasilnya.',
            en: 'No single change was found that would have changed the outcome.',
          })}
        </Empty>
      ) : null}
      <ul class="govuk-list govuk-list--bullet">
        {changes.map(({ sentence }) => (
          <li class="titian-anywhere">{changeText(language, t(sentence))}</li>
        ))}
      </ul>
      {changes.length === 0 ? null : (
        <p class="govuk-body-s">
          {t({
            id: `Ditemukan dengan memutuskan ulang ${why.otherwise.reduce((sum, { tried }) => sum + tried, 0)} kali.`,
            en: `Found by deciding again ${why.otherwise.reduce((sum, { tried }) => sum + tried, 0)} times.`,
          })}
        </p>
      )}
    </>
  );
}

const DEADLINE_STATES: { readonly [state: string]: Words } = {
  ARMED: { id: 'menunggu', en: 'waiting' },
  FIRED: { id: 'sudah dijalankan', en: 'has acted' },
  CANCELLED: { id: 'dibatalkan', en: 'cancelled' },
};

export function DeadlineWhy({ why, names }: { readonly why: DeadlineExplanation; readonly names: Names }) {
  const t = useWords();
  const { kind, dueAt, state, armedBy, endedBy, rules, sentences, stream } = why;
  const by = ({ sequence, command }: DeadlineExplanation['armedBy']) => (
    <Link href={explainPath(stream, { decision: sequence })}>
      {sequence} · {t(commandWords(command))}
    </Link>
  );
  return (
    <>
      <SummaryList
        rows={[
          { key: t({ id: 'Tenggat', en: 'Deadline' }), value: t(deadlineWords(kind).name) },
          { key: t({ id: 'Jatuh tempo', en: 'Due' }), value: <MomentText at={dueAt} /> },
          {
            key: t({ id: 'Keadaan', en: 'State' }),
            value: t(DEADLINE_STATES[state] ?? { id: state, en: state }),
          },
          { key: t({ id: 'Dipasang oleh', en: 'Armed by' }), value: by(armedBy) },
          ...(endedBy === null
            ? []
            : [{ key: t({ id: 'Diakhiri oleh', en: 'Ended by' }), value: by(endedBy) }]),
        ]}
      />
      <Sentences of={sentences} />
      <RulesTable rules={rules} names={names} />
    </>
  );
}
