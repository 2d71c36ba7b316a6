/** "Apa selanjutnya": what this person asks of this desk, each with its form; and what else the desk may send. */
import { type CommandTarget, commandPath, personPath } from '../addresses.ts';
import type { ApiAnswer } from '../api.ts';
import { entryFor } from '../forms/flow/doors.ts';
import { HANDS_OUT_CODES } from '../my/hands-out-codes.ts';
import { groupsFor } from '../pages/commands/command-groups.ts';
import { Unavailable } from '../parts/problem.tsx';
import { useRendering, useWords } from '../parts/rendering.ts';
import { ButtonLink, Details, Empty, Heading, Link } from '../parts/structure.tsx';
import { Tag, Text } from '../parts/text.tsx';
import type { TokenRole } from '../session/session.ts';
import { dateInWords } from '../words/amounts.ts';
import { deadlineWords } from '../words/deadlines.ts';
import { nextAction, type Pending } from '../work/next-action.ts';
import type { JourneySeen } from './journey-view.ts';

interface WorkDeadline {
  readonly kind: string | null;
  readonly on: string;
  readonly daysOver: number;
}

export interface WorkSeen {
  readonly items: readonly (Pick<
    Pending,
    'work' | 'condition' | 'caseId' | 'subject' | 'stage' | 'waitsFor'
  > & {
    readonly deadline: WorkDeadline | null;
  })[];
}

/** More than these on one person are a list, not a next step. */
const MOST_BUTTONS = 6;

interface Step {
  readonly path: string;
  readonly words: { readonly id: string; readonly en: string };
  readonly deadline: WorkDeadline | null;
  readonly about: string | null;
}

export function stepsOf({ items }: WorkSeen, personId: string, role: TokenRole): readonly Step[] {
  const steps = new Map<string, Step>();
  for (const item of items) {
    const action = nextAction({ ...item, entityKind: 'journey', personId }, role);
    if (action?.kind !== 'command' || steps.has(action.path)) continue;
    const { path, words } = action;
    steps.set(path, { path, words, deadline: item.deadline, about: item.subject ?? null });
  }
  return [...steps.values()];
}

const waitedFor = ({ items }: WorkSeen): readonly string[] => [
  ...new Set(
    items.flatMap(({ condition, waitsFor }) => (condition === 'WAITING' && waitsFor ? [waitsFor] : [])),
  ),
];

export function NextSteps({
  work,
  journey,
  role,
  names,
}: {
  readonly work: ApiAnswer<WorkSeen>;
  readonly journey: JourneySeen;
  readonly role: TokenRole;
  readonly names: ReadonlyMap<string, string>;
}) {
  return (
    <section class="titian-screen-only">
      <Heading level={2}>
        <Text of={{ id: 'Apa selanjutnya', en: 'What comes next' }} />
      </Heading>
      {work.ok ? (
        <Steps work={work.body} personId={journey.personId} role={role} names={names} />
      ) : (
        <Unavailable problem={work.problem} />
      )}
      <OtherCommands journey={journey} role={role} />
      {HANDS_OUT_CODES.includes(role) ? (
        <p class="govuk-body">
          <Link href={`${personPath(journey.personId)}/code`}>
            <Text of={{ id: 'Beri kode halaman pribadi', en: 'Hand out a code for the person’s own page' }} />
          </Link>
        </p>
      ) : null}
    </section>
  );
}

function Steps({
  work,
  personId,
  role,
  names,
}: {
  readonly work: WorkSeen;
  readonly personId: string;
  readonly role: TokenRole;
  readonly names: ReadonlyMap<string, string>;
}) {
  const t = useWords();
  const steps = stepsOf(work, personId, role);
  const waits = waitedFor(work);
  return (
    <>
      {steps.length === 0 ? (
        <Empty>
          {t({
            id: 'Tidak ada yang perlu dikerjakan meja Anda sekarang.',
            en: 'Nothing to do for your desk now.',
          })}
        </Empty>
      ) : (
        <ul class="titian-steps">
          {steps.slice(0, MOST_BUTTONS).map((step) => (
            <StepLine step={step} />
          ))}
        </ul>
      )}
      {steps.length <= MOST_BUTTONS ? null : (
        <Details
          summary={t({
            id: `${steps.length - MOST_BUTTONS} lagi`,
            en: `${steps.length - MOST_BUTTONS} more`,
          })}
        >
          <ul class="titian-steps">
            {steps.slice(MOST_BUTTONS).map((step) => (
              <StepLine step={step} />
            ))}
          </ul>
        </Details>
      )}
      {waits.length === 0 ? null : (
        <p class="govuk-body">
          <Tag meaning="waiting">{t({ id: 'Menunggu', en: 'Waiting' })}</Tag>{' '}
          {waits.map((code) => names.get(code) ?? code).join(', ')}
        </p>
      )}
    </>
  );
}

function StepLine({ step }: { readonly step: Step }) {
  const t = useWords();
  const { language } = useRendering();
  const { deadline } = step;
  const on = deadline?.on ?? null;
  return (
    <li>
      <ButtonLink href={step.path}>{t(step.words)}</ButtonLink>
      {on === null ? null : (
        <span>
          {(deadline?.daysOver ?? 0) > 0 ? (
            <Tag meaning="overdue">{t({ id: 'Terlambat', en: 'Overdue' })}</Tag>
          ) : null}{' '}
          {deadline?.kind == null ? '' : `${t(deadlineWords(deadline.kind).name)}: `}
          {dateInWords(language, on)}
        </span>
      )}
    </li>
  );
}

/** The case that a form begins with, where there is only one it can be about. */
const onlyCase = (journey: JourneySeen): { readonly [field: string]: string } => {
  const open = journey.cases.filter((found) => found.open);
  return open.length === 1 && open[0] !== undefined ? { caseId: open[0].caseId } : {};
};

const takesCase = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'shape' in data && 'caseId' in (data.shape as object);

function OtherCommands({ journey, role }: { readonly journey: JourneySeen; readonly role: TokenRole }) {
  const t = useWords();
  const target: CommandTarget = { kind: 'person', id: journey.personId };
  const groups = groupsFor(role)
    .map((group) => ({
      ...group,
      entries: group.entries.filter(({ name }) => entryFor(target, name) !== undefined),
    }))
    .filter(({ entries }) => entries.length > 0);
  if (groups.length === 0) return null;
  const prefill = onlyCase(journey);
  return (
    <Details summary={t({ id: 'Perintah lain', en: 'Other commands' })}>
      <div class="titian-other-commands">
        {groups.map(({ title, entries }) => (
          <div>
            <h3 class="govuk-heading-s">{t(title)}</h3>
            <ul class="govuk-list">
              {entries.map(({ name, title: said, data }) => (
                <li>
                  <Link href={commandPath(target, name, takesCase(data) ? prefill : {})}>{t(said)}</Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Details>
  );
}
