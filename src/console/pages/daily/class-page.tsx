/** One class: where it stands, who sits in it, what comes next. */
import type { ComponentChildren } from 'preact';
import { plannedJp } from '../../../domain/training-class/timetable.ts';
import { commandPath, entityPath } from '../../addresses.ts';
import { type OpenClass, openClass } from '../../daily/class-view.ts';
import type { PageResult, SignedIn } from '../../page.ts';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { BackLink, ButtonLink, Heading, Link, SummaryList, Tabs } from '../../parts/structure.tsx';
import { DateText, Tag } from '../../parts/text.tsx';
import type { TokenRole } from '../../session/session.ts';
import { wholeInWords } from '../../words/amounts.ts';
import { stageMeaning, stageWords } from '../../words/stages.ts';
import { valueWords } from '../../words/values.ts';
import type { Words } from '../../words/words.ts';
import { Roster, Timetable } from './class-roster.tsx';

export async function openClassPage(asked: SignedIn): Promise<PageResult> {
  const open = await openClass(asked);
  const { view } = open;
  const place = await asked.book.nameOf(view.siteId ?? view.hostFacility ?? view.centre);
  return {
    title: { id: 'Kelas', en: 'Class' },
    within: '/classes',
    before: <BackLink href="/classes" />,
    body: (
      <>
        <ClassHeading open={open} />
        <ClassTabs classId={view.id} current={entityPath('class', view.id)} role={asked.session.actor.role} />
        <Facts open={open} place={place} />
        <NextSteps open={open} role={asked.session.actor.role} />
        <Roster open={open} role={asked.session.actor.role} />
        <Timetable open={open} />
      </>
    ),
  };
}

export function ClassHeading({
  open: { view, title },
  children,
}: {
  readonly open: OpenClass;
  readonly children?: ComponentChildren;
}) {
  const t = useWords();
  return (
    <>
      <Heading caption={view.id}>{children ?? title}</Heading>
      <p class="govuk-body">
        {children === undefined ? null : `${title} `}
        <Tag meaning={stageMeaning('class', view.status)}>{t(stageWords('class', view.status))}</Tag>
      </p>
    </>
  );
}

export function ClassTabs({
  classId,
  current,
  role,
}: {
  readonly classId: string;
  readonly current: string;
  readonly role: TokenRole;
}) {
  const path = entityPath('class', classId);
  if (role === 'AUDITOR') return null;
  return (
    <Tabs
      label={{ id: 'Bagian kelas', en: 'Parts of the class' }}
      current={current}
      tabs={[
        { path, name: { id: 'Ringkasan', en: 'Overview' } },
        { path: `${path}/attendance`, name: { id: 'Daftar hadir', en: 'Attendance' } },
        ...(role === 'INSTRUCTOR'
          ? [{ path: `${path}/units`, name: { id: 'Ketuntasan unit', en: 'Units achieved' } }]
          : []),
      ]}
    />
  );
}

function Facts({ open: { view }, place }: { readonly open: OpenClass; readonly place: string }) {
  const t = useWords();
  const { language } = useRendering();
  const taken = view.seats.length;
  return (
    <SummaryList
      rows={[
        {
          key: t({ id: 'Tanggal', en: 'Dates' }),
          value: (
            <>
              <DateText date={view.startsOn} /> – <DateText date={view.endsOn} />
            </>
          ),
        },
        {
          key: t({ id: 'Tempat', en: 'Place' }),
          value: [t(valueWords('deliveryMode', view.deliveryMode)), place, view.room]
            .filter(Boolean)
            .join(' · '),
        },
        {
          key: t({ id: 'Kursi', en: 'Seats' }),
          value: `${wholeInWords(language, taken)} ${t({ id: 'terisi dari', en: 'taken of' })} ${wholeInWords(language, view.capacity)}`,
        },
        {
          key: t({ id: 'Daftar tunggu', en: 'Waiting list' }),
          value: `${wholeInWords(language, view.waiting.length)} ${t({ id: 'orang', en: 'waiting' })}`,
        },
        {
          key: t({ id: 'Jam pelatihan', en: 'Training hours' }),
          value: `${wholeInWords(language, plannedJp(view))} JP; ${t({ id: 'kehadiran paling sedikit', en: 'attendance at least' })} ${view.thresholdPercent}%`,
        },
        { key: t({ id: 'Instruktur', en: 'Instructors' }), value: view.instructors.join(', ') || '–' },
      ]}
    />
  );
}

interface Step {
  readonly command: string;
  readonly words: Words;
  readonly in: readonly string[];
}

const CENTRE_STEPS: readonly Step[] = [
  { command: 'start-class', words: { id: 'Mulai kelas', en: 'Start the class' }, in: ['OPEN'] },
  { command: 'finish-class', words: { id: 'Tutup kelas', en: 'Finish the class' }, in: ['RUNNING'] },
  {
    command: 'amend-class',
    words: { id: 'Ubah rencana', en: 'Change the plan' },
    in: ['PLANNED', 'OPEN', 'RUNNING'],
  },
  {
    command: 'swap-instructor',
    words: { id: 'Ganti instruktur', en: 'Swap an instructor' },
    in: ['PLANNED', 'OPEN', 'RUNNING'],
  },
  {
    command: 'cancel-class',
    words: { id: 'Batalkan kelas', en: 'Cancel the class' },
    in: ['PLANNED', 'OPEN', 'RUNNING'],
  },
];

function NextSteps({ open: { view }, role }: { readonly open: OpenClass; readonly role: TokenRole }) {
  const t = useWords();
  const path = entityPath('class', view.id);
  const isRunning = view.status === 'RUNNING';
  const steps =
    role === 'TRAINING_CENTRE_ADMINISTRATOR'
      ? CENTRE_STEPS.filter((step) => step.in.includes(view.status))
      : [];
  const mayBulk =
    role === 'TRAINING_CENTRE_ADMINISTRATOR' && view.seats.some(({ status }) => status === 'HELD');
  if (role === 'AUDITOR') return null;
  return (
    <div class="titian-screen-only">
      {isRunning ? (
        <div class="govuk-button-group">
          <ButtonLink href={`${path}/attendance`}>
            {t({ id: 'Isi daftar hadir', en: 'Take attendance' })}
          </ButtonLink>
          {role === 'INSTRUCTOR' ? (
            <ButtonLink href={`${path}/units`} secondary>
              {t({ id: 'Catat ketuntasan unit', en: 'Record units achieved' })}
            </ButtonLink>
          ) : null}
        </div>
      ) : null}
      {steps.length === 0 && !mayBulk ? null : (
        <ul class="govuk-list titian-inline-list">
          {mayBulk ? (
            <li>
              <Link href={`/bulk/seats?class=${view.id}`}>
                {t({ id: 'Pastikan atau lepaskan beberapa kursi', en: 'Confirm or release several seats' })}
              </Link>
            </li>
          ) : null}
          {steps.map(({ command, words }) => (
            <li>
              <Link href={commandPath({ kind: 'class', id: view.id }, command)}>{t(words)}</Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
