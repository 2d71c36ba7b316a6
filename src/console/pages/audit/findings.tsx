/** Findings: the auditor opens and closes, the office answers. They stand beside the record and change no fact. */

import { FINDING_KINDS } from '../../../domain/finding/commands.ts';
import { commandPath, entityPath } from '../../addresses.ts';
import type { ApiAnswer } from '../../api.ts';
import { must } from '../../api.ts';
import type { FindingAnswer, FindingsAnswer, FindingWordsAnswer } from '../../audit/answers.ts';
import { findingKindWords, findingOutcomeWords } from '../../audit/finding-words.ts';
import { listName } from '../../audit/list-words.ts';
import { given, officeChoices } from '../../audit/places.ts';
import { explainPath, streamPath } from '../../audit/streams.ts';
import type { DeskPage, SignedIn } from '../../page.ts';
import { Button } from '../../parts/form.tsx';
import { Unavailable } from '../../parts/problem.tsx';
import { useWords } from '../../parts/rendering.ts';
import {
  BackLink,
  ButtonLink,
  Empty,
  Heading,
  Lead,
  Link,
  NextPage,
  SummaryList,
  Table,
} from '../../parts/structure.tsx';
import { DateText, MomentText, Tag, Text } from '../../parts/text.tsx';
import { stageMeaning, stageWords } from '../../words/stages.ts';
import { ANY, AskForm, type Choice, Fields, SelectField } from './fields.tsx';
import { type Names, Wide } from './values.tsx';

/** Those whose office a finding can be put to, and the auditors (rules/findings.ts). */
const READERS = [
  'AUDITOR',
  'PIDUM_STAFF',
  'EXECUTING_PROSECUTOR',
  'PROBATION_COUNSELLOR',
  'PRISON_OFFICER',
  'TRAINING_CENTRE_ADMINISTRATOR',
  'CERTIFICATION_BODY_ADMINISTRATOR',
  'PLACEMENT_OFFICER',
  'REFERRAL_OFFICER',
  'PERMIT_OFFICER',
] as const;
const FILTERS = ['office', 'status', 'kind', 'subject'] as const;
const STATUSES = ['OPEN', 'OVERDUE', 'ANSWERED', 'CLOSED'] as const;

const isAuditor = ({ session }: SignedIn): boolean => session.actor.role === 'AUDITOR';

export const findingPages: readonly DeskPage[] = [
  {
    method: 'GET',
    path: '/findings',
    roles: READERS,
    async open(asked) {
      const { api, query, session, book } = asked;
      const answer = await api.get<FindingsAnswer>('/api/v1/findings', {
        ...given(query, ...FILTERS, 'cursor'),
        world: session.world,
      });
      const auditor = isAuditor(asked);
      const offices = auditor ? await officeChoices(book, { value: '', words: ANY }) : undefined;
      const names = await book.namesOf(answer.ok ? answer.body.findings.map(({ office }) => office) : []);
      return {
        title: { id: 'Temuan', en: 'Findings' },
        within: auditor ? '/audit' : '/',
        before: <BackLink href={auditor ? '/audit' : '/'} />,
        body: (
          <>
            <Heading>
              <Text of={{ id: 'Temuan', en: 'Findings' }} />
            </Heading>
            <Lead>
              <Text
                of={{
                  id: 'Temuan dicatat di samping catatan, tidak di dalamnya. Kantor menjawab dalam batas waktunya; setelah itu temuan terlambat dengan sendirinya.',
                  en: 'Findings are recorded beside the record, never in it. The office answers within its time; then the finding is overdue by itself.',
                }}
              />
            </Lead>
            {auditor ? (
              <ButtonLink href={commandPath({ kind: 'new' }, 'open-finding')}>
                <Text of={{ id: 'Buka temuan', en: 'Open a finding' }} />
              </ButtonLink>
            ) : null}
            <Filter query={query} offices={offices} />
            {answer.ok ? (
              <List answer={answer.body} names={names} query={query} auditor={auditor} />
            ) : (
              <Unavailable problem={answer.problem} />
            )}
          </>
        ),
      };
    },
  },
  {
    method: 'GET',
    path: '/findings/:id',
    roles: READERS,
    async open(asked) {
      const { api, params, book } = asked;
      const path = `/api/v1/findings/${encodeURIComponent(params.id ?? '')}`;
      const finding = must(await api.get<FindingAnswer>(path));
      const words = await api.get<FindingWordsAnswer>(`${path}/words`);
      const names = await book.namesOf([finding.office, finding.auditOffice]);
      return {
        title: { id: 'Temuan', en: 'Finding' },
        within: isAuditor(asked) ? '/audit' : '/',
        before: <BackLink href="/findings" />,
        body: <Finding finding={finding} words={words} names={names} auditor={isAuditor(asked)} />,
      };
    },
  },
];

function Filter({
  query,
  offices,
}: {
  readonly query: SignedIn['query'];
  readonly offices: readonly Choice[] | undefined;
}) {
  const t = useWords();
  return (
    <AskForm action="/findings">
      <Fields>
        {offices === undefined ? null : (
          <SelectField
            name="office"
            label={{ id: 'Kantor yang menjawab', en: 'Office that answers' }}
            choices={offices}
            value={query.office}
          />
        )}
        <SelectField
          name="status"
          label={{ id: 'Status', en: 'Status' }}
          choices={[
            { value: '', words: ANY },
            ...STATUSES.map((value): Choice => ({ value, words: stageWords('finding', value) })),
          ]}
          value={query.status}
        />
        <SelectField
          name="kind"
          label={{ id: 'Jenis', en: 'Kind' }}
          choices={[
            { value: '', words: ANY },
            ...FINDING_KINDS.map((value): Choice => ({ value, words: findingKindWords(value) })),
          ]}
          value={query.kind}
        />
        <Button kind="secondary">{t({ id: 'Saring', en: 'Filter' })}</Button>
      </Fields>
    </AskForm>
  );
}

function List({
  answer,
  names,
  query,
  auditor,
}: {
  readonly answer: FindingsAnswer;
  readonly names: Names;
  readonly query: SignedIn['query'];
  readonly auditor: boolean;
}) {
  const t = useWords();
  const filter = new URLSearchParams(given(query, ...FILTERS));
  return (
    <>
      <Wide>
        <Table
          caption={t({ id: 'Temuan', en: 'Findings' })}
          hideCaption
          rows={answer.findings}
          empty={t({ id: 'Tidak ada temuan menurut saringan ini.', en: 'No findings, by this filter.' })}
          columns={[
            {
              head: t({ id: 'Temuan', en: 'Finding' }),
              names: true,
              cell: ({ findingId, kind }) => (
                <Link href={entityPath('finding', findingId)}>
                  {t(findingKindWords(kind))} <span class="titian-mono">{findingId}</span>
                </Link>
              ),
            },
            {
              head: t({ id: 'Status', en: 'Status' }),
              cell: ({ status }) => (
                <Tag meaning={stageMeaning('finding', status)}>{t(stageWords('finding', status))}</Tag>
              ),
            },
            { head: t({ id: 'Kantor', en: 'Office' }), cell: ({ office }) => names.get(office) ?? office },
            ...(auditor
              ? [
                  {
                    head: t({ id: 'Tentang', en: 'About' }),
                    cell: ({ subjectStream }: FindingsAnswer['findings'][number]) =>
                      subjectStream === null ? (
                        '–'
                      ) : (
                        <span class="titian-mono">
                          <Link href={streamPath(subjectStream)}>{subjectStream}</Link>
                        </span>
                      ),
                  },
                ]
              : []),
            { head: t({ id: 'Dibuka', en: 'Opened' }), cell: ({ openedOn }) => <DateText date={openedOn} /> },
            {
              head: t({ id: 'Batas jawaban', en: 'Answer due' }),
              cell: ({ answerDueOn }) => (answerDueOn === null ? '–' : <DateText date={answerDueOn} />),
            },
          ]}
        />
      </Wide>
      <NextPage
        href={
          answer.nextCursor === null
            ? null
            : `/findings?${new URLSearchParams([...filter, ['cursor', answer.nextCursor]])}`
        }
      />
    </>
  );
}

function Finding({
  finding,
  words,
  names,
  auditor,
}: {
  readonly finding: FindingAnswer;
  readonly words: ApiAnswer<FindingWordsAnswer>;
  readonly names: Names;
  readonly auditor: boolean;
}) {
  const t = useWords();
  const { id, status, kind, office, auditOffice, openedOn, answerDueAt, subject, closed } = finding;
  return (
    <>
      <Heading caption={t({ id: 'Temuan', en: 'Finding' })}>
        {kind === null ? id : t(findingKindWords(kind))} <span class="titian-mono">{id}</span>
      </Heading>
      <SummaryList
        rows={[
          {
            key: t({ id: 'Status', en: 'Status' }),
            value: <Tag meaning={stageMeaning('finding', status)}>{t(stageWords('finding', status))}</Tag>,
          },
          {
            key: t({ id: 'Kantor yang menjawab', en: 'Office that answers' }),
            value: names.get(office) ?? office,
          },
          { key: t({ id: 'Dibuka oleh', en: 'Opened by' }), value: names.get(auditOffice) ?? auditOffice },
          {
            key: t({ id: 'Dibuka', en: 'Opened' }),
            value: openedOn === null ? '–' : <DateText date={openedOn} />,
          },
          {
            key: t({ id: 'Batas jawaban', en: 'Answer due' }),
            value: answerDueAt === null ? '–' : <MomentText at={answerDueAt} />,
          },
          ...(subject === null
            ? []
            : [
                {
                  key: t({ id: 'Tentang', en: 'About' }),
                  value: <Subject subject={subject} auditor={auditor} />,
                },
              ]),
          ...(closed === null
            ? []
            : [
                { key: t({ id: 'Penutupan', en: 'Closing' }), value: t(findingOutcomeWords(closed.outcome)) },
              ]),
        ]}
      />
      {words.ok ? <Said words={words.body} /> : <Unavailable problem={words.problem} />}
      {status === 'CLOSED' ? null : (
        <p class="titian-screen-only">
          {auditor ? (
            <ButtonLink href={commandPath({ kind: 'finding', id }, 'close-finding')}>
              {t({ id: 'Tutup temuan', en: 'Close the finding' })}
            </ButtonLink>
          ) : (
            <ButtonLink href={commandPath({ kind: 'finding', id }, 'answer-finding')}>
              {t({ id: 'Jawab temuan', en: 'Answer the finding' })}
            </ButtonLink>
          )}
        </p>
      )}
    </>
  );
}

function Subject({
  subject,
  auditor,
}: {
  readonly subject: NonNullable<FindingAnswer['subject']>;
  readonly auditor: boolean;
}) {
  const t = useWords();
  const { subjectStream, eventVersion, decisionSequence, list } = subject;
  const place = [
    ...(decisionSequence === undefined
      ? []
      : [t({ id: `keputusan ${decisionSequence}`, en: `decision ${decisionSequence}` })]),
    ...(eventVersion === undefined
      ? []
      : [t({ id: `peristiwa ${eventVersion}`, en: `event ${eventVersion}` })]),
    ...(list === undefined
      ? []
      : [t({ id: `daftar: ${listName(list).id}`, en: `list: ${listName(list).en}` })]),
  ].join(', ');
  return (
    <>
      <span class="titian-mono">
        {auditor ? <Link href={streamPath(subjectStream)}>{subjectStream}</Link> : subjectStream}
      </span>
      {place === '' ? null : <>; {place}</>}
      {auditor && decisionSequence !== undefined ? (
        <>
          {'; '}
          <Link href={explainPath(subjectStream, { decision: decisionSequence })}>
            {t({ id: 'mengapa', en: 'why' })}
          </Link>
        </>
      ) : null}
    </>
  );
}

function Said({ words: { found, answers, closed } }: { readonly words: FindingWordsAnswer }) {
  const t = useWords();
  return (
    <>
      <Quote title={t({ id: 'Apa yang ditemukan', en: 'What was found' })} said={found} />
      <Heading level={2}>{t({ id: 'Jawaban kantor', en: 'Answers of the office' })}</Heading>
      {answers.length === 0 ? <Empty>{t({ id: 'Belum dijawab.', en: 'Not answered yet.' })}</Empty> : null}
      {answers.map((answer) => (
        <Words said={answer} />
      ))}
      {closed === null ? null : (
        <Quote title={t({ id: 'Alasan penutupan', en: 'Reason of closing' })} said={closed} />
      )}
    </>
  );
}

const Quote = ({ title, said }: { readonly title: string; readonly said: FindingWordsAnswer['found'] }) => (
  <>
    <Heading level={2}>{title}</Heading>
    <Words said={said} />
  </>
);

function Words({ said: { on, text } }: { readonly said: FindingWordsAnswer['found'] }) {
  const t = useWords();
  return (
    <blockquote class="govuk-inset-text">
      <p class="govuk-body titian-said">
        {text ??
          t({
            id: 'Kuncinya sudah dimusnahkan; teksnya tidak dapat dibuka.',
            en: 'Its key was destroyed; the text cannot be opened.',
          })}
      </p>
      <p class="govuk-body-s">
        <DateText date={on} />
      </p>
    </blockquote>
  );
}
