/** Matters one under the other, each with its one next step. On a narrow screen each is a card. */

import { commandPath, entityPath } from '../addresses.ts';
import { useRendering, useWords } from '../parts/rendering.ts';
import { DateText, type Meaning, Tag } from '../parts/text.tsx';
import type { TokenRole } from '../session/session.ts';
import { countInWords } from '../words/amounts.ts';
import { deadlineWords, hasDeadlineWords } from '../words/deadlines.ts';
import type { Words } from '../words/words.ts';
import { workWords } from '../words/work-kinds.ts';
import type { Matter, NamedRows } from './matters.ts';
import { nextAction } from './next-action.ts';
import { MatterSubject } from './subject.tsx';

const DAYS = { id: 'hari', en: ['day', 'days'] } as const;
const BREACHES: readonly string[] = ['breach-opinion', 'breach-decision', 'window-ended', 'behind-pace'];

export function MatterTable({
  caption,
  matters,
  names,
  hideCaption,
}: {
  readonly caption: string;
  readonly matters: readonly Matter[];
  readonly names: NamedRows;
  readonly hideCaption?: boolean;
}) {
  const t = useWords();
  const heads: readonly Words[] = [
    { id: 'Tentang', en: 'About' },
    { id: 'Yang perlu dikerjakan', en: 'What is to be done' },
    { id: 'Tenggat', en: 'Due' },
    { id: 'Langkah berikutnya', en: 'Next step' },
  ];
  return (
    <table class="govuk-table titian-work" data-rows>
      <caption
        class={`govuk-table__caption ${hideCaption === true ? 'govuk-visually-hidden' : 'govuk-table__caption--m'}`}
      >
        {caption}
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {heads.map((head) => (
            <th scope="col" class="govuk-table__header">
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {matters.map((matter) => (
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              <MatterSubject matter={matter} names={names} />
            </th>
            <td class="govuk-table__cell">
              {t(workWords(matter.work))}
              {matter.hours === null ? null : (
                <span class="titian-work__more">{matter.hours.map(clock).join(', ')}</span>
              )}
            </td>
            <td class="govuk-table__cell">
              <Due matter={matter} />
            </td>
            <td class="govuk-table__cell">
              <NextStep matter={matter} names={names} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const clock = (hours: string): string => hours.replaceAll(':', '.').replace('-', '–');

function Due({ matter: { deadline, condition, since, work } }: { readonly matter: Matter }) {
  const t = useWords();
  const { language } = useRendering();
  const days = (count: number) => countInWords(language, count, DAYS);
  const over = deadline?.daysOver ?? 0;
  const tag: readonly [Meaning, string] | undefined =
    deadline !== null && over > 0
      ? ['overdue', t({ id: `Terlambat ${days(over)}`, en: `${days(over)} overdue` })]
      : deadline !== null && over === 0
        ? ['due', t({ id: 'Hari ini', en: 'Today' })]
        : condition === 'HOLD'
          ? ['hold', t({ id: 'Ditunda', en: 'On hold' })]
          : deadline !== null && over >= -7
            ? ['due', t({ id: `${days(-over)} lagi`, en: `in ${days(-over)}` })]
            : BREACHES.includes(work)
              ? ['breach', t({ id: 'Perlu perhatian', en: 'Needs attention' })]
              : undefined;
  const kind = deadline?.kind ?? null;
  return (
    <>
      {tag === undefined ? null : (
        <>
          <Tag meaning={tag[0]}>{tag[1]}</Tag>{' '}
        </>
      )}
      {deadline === null ? null : (
        <span class="titian-work__date">
          <DateText date={deadline.on} />
        </span>
      )}
      {kind === null || !hasDeadlineWords(kind) ? null : (
        <span class="titian-work__more">{t(deadlineWords(kind).name)}</span>
      )}
      {deadline !== null || since === null ? null : (
        <span class="titian-work__more">
          {t({ id: 'sejak ', en: 'since ' })}
          <DateText date={since} />
        </span>
      )}
      {deadline === null && since === null && tag === undefined ? '–' : null}
    </>
  );
}

function NextStep({ matter, names }: { readonly matter: Matter; readonly names: NamedRows }) {
  const t = useWords();
  const { session } = useRendering();
  const role = session?.actor.role as TokenRole;
  const own = stepBeside(matter);
  if (own !== undefined) return <StepLink href={own.path}>{t(own.words)}</StepLink>;
  const next = nextAction(matter, role);
  if (next === undefined) return <>{t({ id: 'Belum perlu tindakan', en: 'Nothing to do yet' })}</>;
  if (next.kind === 'wait') {
    const name = next.office === null ? null : (names.codes.get(next.office) ?? next.office);
    return (
      <Tag meaning="waiting">
        {name === null
          ? t({ id: 'Menunggu', en: 'Waiting' })
          : t({ id: `Menunggu ${name}`, en: `Waiting for ${name}` })}
      </Tag>
    );
  }
  return <StepLink href={next.path}>{t(next.words)}</StepLink>;
}

/** Whether this desk can do something about it now. */
export const hasStep = (matter: Matter, role: TokenRole): boolean =>
  stepBeside(matter) !== undefined || nextAction(matter, role)?.kind === 'command';

const StepLink = ({ href, children }: { readonly href: string; readonly children: string }) => (
  <a class="govuk-link titian-work__next" href={href}>
    {children}
  </a>
);

/** What has a page of its own for the whole day, and what lies in a register. */
function stepBeside({
  work,
  entityId,
  entityKind,
  subject,
}: Matter): { path: string; words: Words } | undefined {
  if (work === 'expected' || work === 'check-out') {
    return { path: '/attendance', words: { id: 'Buka kehadiran hari ini', en: 'Open today’s attendance' } };
  }
  if (work === 'attendance' && entityId && subject) {
    return {
      path: `${entityPath('class', entityId)}/attendance?date=${subject.slice(0, 10)}`,
      words: { id: 'Isi daftar hadir', en: 'Record attendance' },
    };
  }
  if ((work as string) !== 'register-ending' || !entityId) return undefined;
  const register = entityKind as string;
  const command = register === 'site' ? 'amend-site' : 'renew-licence';
  return {
    path: commandPath({ kind: 'register', register, id: entityId }, command),
    words:
      register === 'site'
        ? { id: 'Perbarui perjanjian', en: 'Renew the agreement' }
        : { id: 'Perpanjang lisensi', en: 'Renew the licence' },
  };
}
