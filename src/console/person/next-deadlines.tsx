/** What the record waits for: the date, and what happens by itself when it comes. */
import { useRendering, useWords } from '../parts/rendering.ts';
import { Details, Empty, Heading } from '../parts/structure.tsx';
import { Text } from '../parts/text.tsx';
import { dayAndDate } from '../words/amounts.ts';
import { deadlineWords } from '../words/deadlines.ts';
import type { ArmedDeadline } from './journey-view.ts';

const SHOWN = 3;

function Deadline({ deadline, about }: { readonly deadline: ArmedDeadline; readonly about: string }) {
  const t = useWords();
  const { language } = useRendering();
  const { name, act } = deadlineWords(deadline.kind);
  const when = dayAndDate(language, deadline.dueAt.date);
  return (
    <li data-deadline={deadline.kind}>
      <strong>
        {t({ id: 'Pada', en: 'On' })} <time dateTime={deadline.dueAt.at}>{when}</time>
      </strong>{' '}
      {t({ id: 'sistem bertindak sendiri', en: 'the system acts by itself' })}: {t(act)}.{' '}
      <span class="titian-faint">
        {t(name)}
        {about === '' ? '' : ` (${about})`}
      </span>
    </li>
  );
}

/** @param deadlines undefined where the desk is not told of any: then nothing is shown. */
export function NextDeadlines({
  deadlines,
  caseNumbers,
}: {
  readonly deadlines: readonly ArmedDeadline[] | undefined;
  readonly caseNumbers: ReadonlyMap<string, string>;
}) {
  const t = useWords();
  if (deadlines === undefined) return null;
  const subjects = new Set(deadlines.map(({ subject }) => subject));
  const list = (some: readonly ArmedDeadline[]) => (
    <ul class="govuk-list titian-deadlines">
      {some.map((deadline) => (
        <Deadline
          deadline={deadline}
          about={subjects.size > 1 ? (caseNumbers.get(deadline.subject) ?? '') : ''}
        />
      ))}
    </ul>
  );
  return (
    <section>
      <Heading level={2}>
        <Text of={{ id: 'Tenggat berikutnya', en: 'Next deadlines' }} />
      </Heading>
      {deadlines.length === 0 ? (
        <Empty>{t({ id: 'Tidak ada tenggat yang berjalan.', en: 'No deadline is running.' })}</Empty>
      ) : (
        list(deadlines.slice(0, SHOWN))
      )}
      {deadlines.length <= SHOWN ? null : (
        <Details
          summary={t({
            id: `${deadlines.length - SHOWN} tenggat sesudahnya`,
            en: `${deadlines.length - SHOWN} later deadlines`,
          })}
        >
          {list(deadlines.slice(SHOWN))}
        </Details>
      )}
    </section>
  );
}
