/** What became of it: what was recorded, what happens next, where one goes on. */

import { type CommandTarget, commandPath } from '../../addresses.ts';
import type { Problem } from '../../api.ts';
import { Button, Form } from '../../parts/form.tsx';
import { Refusal } from '../../parts/problem.tsx';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { Heading, Link, Paragraph, Success, Warning } from '../../parts/structure.tsx';
import { Text } from '../../parts/text.tsx';
import { dateInWords } from '../../words/amounts.ts';
import { articleWords } from '../../words/articles.ts';
import { deadlineWords } from '../../words/deadlines.ts';
import type { Words } from '../../words/words.ts';
import { CHECK_PAGE, SHOWN_FIELD } from './check-view.tsx';
import { sentencesOf } from './consequences.tsx';
import { entryFor } from './doors.ts';
import type { FormAtHand } from './form-step.ts';
import { FORM_ID_FIELD, PAGE_FIELD } from './form-view.tsx';

/** `GET /api/v1/commands/:id`, as far as this page shows it. */
export interface Outcome {
  readonly outcome: 'accepted' | 'refused' | 'fault';
  readonly stream: string;
  readonly events: readonly { readonly type: string; readonly data?: unknown }[];
  readonly warnings: readonly {
    readonly code: string;
    readonly sentence: Words;
    readonly next: Words;
    readonly article: string | null;
  }[];
  readonly decisionHash: string;
  readonly refusal: {
    readonly code: string;
    readonly article: string | null;
    readonly id: string;
    readonly en: string;
    readonly nextId: string;
    readonly nextEn: string;
  } | null;
}

export interface DoneViewProps {
  readonly form: FormAtHand;
  readonly outcome: Outcome;
  readonly names: ReadonlyMap<string, string>;
  readonly who?: string;
  /** Where what it was about is, after it; absent where this desk has no page of it. */
  readonly back?: { readonly path: string; readonly name: Words };
  readonly next: { readonly target: CommandTarget; readonly commands: readonly string[] };
}

export function DoneView({ form, outcome, names, who, back, next }: DoneViewProps) {
  const t = useWords();
  const { language } = useRendering();
  const { entry } = form;
  const sentences = sentencesOf(language, entry, outcome.events, names);
  const armed = outcome.events.filter(({ type, data }) => type === 'DeadlineArmed' && data !== undefined);
  return (
    <>
      <Heading {...(who === undefined ? {} : { caption: who })}>
        {t({ id: `Tercatat: ${entry.title.id}`, en: `Recorded: ${entry.title.en}` })}
      </Heading>
      <Success title={t({ id: 'Perintah Anda sudah tercatat.', en: 'Your command was recorded.' })}>
        {sentences.length === 0 ? null : (
          <ul class="govuk-list govuk-list--bullet">
            {sentences.map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
        )}
      </Success>
      <Heading level={2}>{t({ id: 'Apa selanjutnya', en: 'What happens next' })}</Heading>
      {outcome.warnings.map(({ code, sentence, next: wayOut, article }) => (
        <div data-warning={code}>
          <Warning>
            {sentence[language]}
            {article === null
              ? null
              : ` (${language === 'id' ? 'Dasar' : 'Basis'}: ${articleWords(article)[language]})`}{' '}
            {wayOut[language]}
          </Warning>
        </div>
      ))}
      {armed.length === 0 ? null : (
        <ul class="govuk-list govuk-list--bullet">
          {armed.map(({ data }) => {
            const { kind, dueAt } = data as { kind: string; dueAt: { at: string; date: string } };
            return (
              <li data-deadline={kind}>
                {language === 'id' ? 'Pada' : 'On'}{' '}
                <time dateTime={dueAt.at}>{dateInWords(language, dueAt.date)}</time> (
                {t(deadlineWords(kind).name)}): {t(deadlineWords(kind).act)}.
              </li>
            );
          })}
        </ul>
      )}
      <ul class="govuk-list titian-next">
        {next.commands.map((command) => (
          <li>
            <Link href={commandPath(next.target, command)}>
              {t(entryFor(next.target, command)?.title ?? { id: command, en: command })}
            </Link>
          </li>
        ))}
        {back === undefined ? null : (
          <li>
            <Link href={back.path}>{t(back.name)}</Link>
          </li>
        )}
        <li>
          <Link href="/">{t({ id: 'Kembali ke pekerjaan', en: 'Back to work' })}</Link>
        </li>
      </ul>
      <p class="govuk-body-s titian-receipt">
        {t({ id: 'Tanda terima', en: 'Receipt' })}: <code>{outcome.decisionHash.slice(0, 16)}</code>
      </p>
    </>
  );
}

/** Sent before, and the law said no: the form goes on from there. */
export function RefusedView({ form, problem }: { readonly form: FormAtHand; readonly problem: Problem }) {
  const t = useWords();
  return (
    <>
      <Heading>
        {t({ id: 'Ditolak', en: 'Refused' })}: {t(form.entry.title)}
      </Heading>
      <Refusal problem={problem} />
      <Paragraph>
        <Link href={form.path}>
          <Text of={{ id: 'Buka formulir baru', en: 'Open a new form' }} />
        </Link>
      </Paragraph>
    </>
  );
}

/** No answer came: it may or may not have been recorded. Sending the same again tells. */
export function UnknownView({
  form,
  problem,
  shown = '',
}: {
  readonly form: FormAtHand;
  readonly problem: Problem;
  /** What was sent; where it is not known, the answers are shown once more first. */
  readonly shown?: string;
}) {
  const t = useWords();
  return (
    <>
      <Heading>
        <Text of={{ id: 'Belum ada jawaban', en: 'No answer yet' }} />
      </Heading>
      <Refusal problem={problem} />
      <Paragraph>
        <Text
          of={{
            id: 'Isian Anda tersimpan. Kirim lagi yang sama: bila tadi sudah tercatat, perintah ini tidak dihitung dua kali.',
            en: 'What you filled in is kept. Send the same again: if it was recorded already, it does not count twice.',
          }}
        />
      </Paragraph>
      <Form action={form.path}>
        <input type="hidden" name={FORM_ID_FIELD} value={form.formId} />
        <input type="hidden" name={PAGE_FIELD} value={CHECK_PAGE} />
        <input type="hidden" name={SHOWN_FIELD} value={shown} />
        <Button>
          <Text of={{ id: 'Kirim lagi yang sama', en: 'Send the same again' }} />
          <span class="govuk-visually-hidden">: {t(form.entry.title)}</span>
        </Button>
      </Form>
    </>
  );
}

/** Neither a draft nor an outcome: the week is over, or it is another desk's. */
export function GoneView({ form }: { readonly form: FormAtHand }) {
  return (
    <>
      <Heading>
        <Text of={{ id: 'Isian ini tidak tersimpan lagi', en: 'This form is no longer kept' }} />
      </Heading>
      <Paragraph>
        <Text
          of={{
            id: 'Isian disimpan tujuh hari, dan hanya untuk meja yang mengisinya. Tidak ada yang terkirim dari sini.',
            en: 'Forms are kept for seven days, for the desk that filled them in. Nothing was sent from here.',
          }}
        />
      </Paragraph>
      <Paragraph>
        <Link href={form.path}>
          <Text of={{ id: 'Buka formulir baru', en: 'Open a new form' }} />
        </Link>
      </Paragraph>
    </>
  );
}
