/** What a command would do, in sentences: shown before it is sent. */

import type { CommandName } from '../../../access/roles.ts';
import type { PreviewAnswer } from '../../../api/preview/preview.ts';
import type { CatalogueEntry } from '../../../catalogue/index.ts';
import type { JsonObject } from '../../../domain/decider.ts';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { Heading, Warning } from '../../parts/structure.tsx';
import { eventSentence } from '../../sentences/index.ts';
import { dateInWords, durationInWords } from '../../words/amounts.ts';
import { deadlineWords } from '../../words/deadlines.ts';
import type { Language, Words } from '../../words/words.ts';

/** What nobody can take back by another command. */
const FOR_GOOD: ReadonlySet<string> = new Set<CommandName>([
  ...([
    'close-case',
    'void-case',
    'sign-completion',
    'record-breach-decision',
    'transfer-jurisdiction',
  ] as const),
  ...([
    'record-lapse-decision',
    'close-prison-case',
    'close-referral',
    'drop-enrolment',
    'cancel-class',
  ] as const),
  ...(['finish-class', 'hold-plenary', 'decide-appeal', 'void-assessment', 'cancel-assessment'] as const),
  ...([
    'request-certificate-issue',
    'withdraw-certificate',
    'void-blank',
    'reject-permit',
    'approve-permit',
  ] as const),
  ...(['withdraw-permit-application', 'end-placement', 'decline-candidate', 'withdraw-proposal'] as const),
  ...([
    'withdraw-vacancy',
    'report-vacancy-filled',
    'close-finding',
    'retire-programme',
    'withdraw-licence',
  ] as const),
  ...([
    'end-aftercare',
    'revoke-conditional-release',
    'hand-over-assessment',
    'hand-over-job-seeker',
  ] as const),
]);

type ReaderName = Extract<PreviewAnswer['told'][number], { readonly reader: unknown }>['reader'];
const READERS: { readonly [R in ReaderName]: Words } = {
  caseOffice: { id: 'kejaksaan negeri perkara', en: 'the prosecution office of the case' },
  probationOffice: { id: 'Bapas', en: 'the probation office' },
  prison: { id: 'Lapas', en: 'the prison' },
  referrer: { id: 'perujuk', en: 'the referrer' },
  centre: { id: 'balai pelatihan', en: 'the training centre' },
  certificationBody: { id: 'LSP', en: 'the certification body' },
  placementOffice: { id: 'dinas tenaga kerja', en: 'the placement office' },
  employer: { id: 'pemberi kerja', en: 'the employer' },
  permitOffice: { id: 'kantor izin', en: 'the permit office' },
  answeringOffice: { id: 'kantor yang menjawab', en: 'the office that answers' },
  registrar: { id: 'admin register pusat', en: 'the central registrar' },
  site: { id: 'tempat kerja', en: 'the site' },
  person: { id: 'orang yang bersangkutan', en: 'the person concerned' },
};

export interface ConsequencesProps {
  readonly entry: CatalogueEntry;
  readonly preview: PreviewAnswer;
  /** What offices, sites and schemes are called. */
  readonly names: ReadonlyMap<string, string>;
}

export function Consequences({ entry, preview, names }: ConsequencesProps) {
  const t = useWords();
  const { language } = useRendering();
  const events = sentencesOf(language, entry, preview.events, names);
  const { armed, cancelled } = preview.deadlines;
  return (
    <section class="titian-consequences" aria-labelledby="consequences">
      <h2 class="govuk-heading-m" id="consequences">
        {t({ id: 'Akibatnya bila dikirim', en: 'What will follow once sent' })}
      </h2>
      {preview.balances.map((change) => (
        <p class="govuk-body titian-prose" data-balance={change.caseId}>
          <strong>{balanceSentence(language, change)}</strong>
        </p>
      ))}
      {events.length === 0 ? null : (
        <>
          <Heading level={3}>{t({ id: 'Yang akan dicatat', en: 'What will be recorded' })}</Heading>
          <ul class="govuk-list govuk-list--bullet">
            {events.map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      {armed.length === 0 ? null : (
        <>
          <Heading level={3}>
            {t({ id: 'Yang akan berjalan sendiri', en: 'What will happen by itself' })}
          </Heading>
          <ul class="govuk-list govuk-list--bullet">
            {armed.map(({ kind, dueAt }) => (
              <li data-deadline={kind}>
                {language === 'id' ? 'Pada' : 'On'}{' '}
                <time dateTime={dueAt.at}>{dateInWords(language, dueAt.date)}</time>{' '}
                {language === 'id' ? 'sistem akan bertindak' : 'the system will act'} (
                {t(deadlineWords(kind).name)}): {t(deadlineWords(kind).act)}.
              </li>
            ))}
          </ul>
        </>
      )}
      {cancelled.length === 0 ? null : (
        <>
          <Heading level={3}>
            {t({ id: 'Yang tidak lagi ditunggu', en: 'What is no longer waited for' })}
          </Heading>
          <ul class="govuk-list govuk-list--bullet">
            {cancelled.map(({ kind, dueAt }) => (
              <li>
                {t(deadlineWords(kind).name)},{' '}
                <time dateTime={dueAt.at}>{dateInWords(language, dueAt.date)}</time>
              </li>
            ))}
          </ul>
        </>
      )}
      {preview.told.length === 0 ? null : (
        <>
          <Heading level={3}>{t({ id: 'Yang akan diberi tahu', en: 'Who will be told' })}</Heading>
          <p class="govuk-body titian-prose">
            {preview.told
              .map((told) => ('code' in told ? (names.get(told.code) ?? told.code) : t(READERS[told.reader])))
              .join(', ')}
            .
          </p>
        </>
      )}
      {preview.warnings.map(({ code, sentence, next, article }) => (
        <div data-warning={code}>
          <Warning>
            {sentence[language]}
            {article === null ? null : ` (${language === 'id' ? 'Dasar' : 'Basis'}: ${article})`}{' '}
            {next[language]}
          </Warning>
        </div>
      ))}
      {FOR_GOOD.has(entry.name) ? (
        <Warning>
          {t({
            id: 'Setelah dikirim, keputusan ini tidak dapat ditarik kembali.',
            en: 'Once sent, this decision cannot be taken back.',
          })}
        </Warning>
      ) : (
        <p class="govuk-body titian-prose">
          {t({
            id: 'Catatan tidak pernah dihapus. Bila keliru, catatan diperbaiki dengan catatan baru di sampingnya.',
            en: 'Nothing recorded is ever erased. A mistake is put right by a new entry beside it.',
          })}
        </p>
      )}
    </section>
  );
}

export function sentencesOf(
  language: Language,
  { target: stream }: Pick<CatalogueEntry, 'target'>,
  events: readonly { readonly type: string; readonly data?: unknown }[],
  names: ReadonlyMap<string, string>,
): readonly string[] {
  const told = events.filter(({ type }) => !type.startsWith('Deadline'));
  const sentences = told.map(({ type, data }) =>
    eventSentence(
      language,
      { type, stream, ...(data === undefined ? {} : { data: data as JsonObject }) },
      names,
    ),
  );
  return [...new Set(sentences)];
}

function balanceSentence(
  language: Language,
  { caseId, before, after }: PreviewAnswer['balances'][number],
): string {
  const duration = (minutes: number): string => durationInWords(language, minutes);
  const moved = (after.creditedMinutes ?? 0) - (before?.creditedMinutes ?? 0);
  const left = after.minutesLeft ?? undefined;
  const id = language === 'id';
  const rest = left === undefined ? '' : id ? `; sisa ${duration(left)}` : `; ${duration(left)} left`;
  if (before === null) {
    const ordered = after.orderedMinutes ?? undefined;
    return ordered === undefined
      ? id
        ? `Perkara baru: ${caseId}.`
        : `A new case: ${caseId}.`
      : id
        ? `Perkara baru ${caseId}: ${duration(ordered)} kerja sosial.`
        : `A new case ${caseId}: ${duration(ordered)} of community service.`;
  }
  if (moved > 0) {
    return id
      ? `Ini akan menghitung ${duration(moved)}${rest}.`
      : `This will credit ${duration(moved)}${rest}.`;
  }
  if (moved < 0) {
    return id
      ? `Ini akan mengurangi ${duration(-moved)}${rest}.`
      : `This will take away ${duration(-moved)}${rest}.`;
  }
  const ordered = after.orderedMinutes ?? 0;
  return id
    ? `Seluruhnya menjadi ${duration(ordered)}${rest}.`
    : `The whole becomes ${duration(ordered)}${rest}.`;
}
