/** The list of classes of a centre. */
import { entityPath } from '../../addresses.ts';
import { must } from '../../api.ts';
import type { PageResult, SignedIn } from '../../page.ts';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { Heading, Link, NextPage, Table, Tabs } from '../../parts/structure.tsx';
import { DateText, Tag, Text } from '../../parts/text.tsx';
import { wholeInWords } from '../../words/amounts.ts';
import { stageMeaning, stageWords } from '../../words/stages.ts';
import type { Words } from '../../words/words.ts';

export const CLASS_ROLES = ['INSTRUCTOR', 'TRAINING_CENTRE_ADMINISTRATOR', 'AUDITOR'] as const;

interface Row {
  readonly classId: string;
  readonly programmeId: string;
  readonly centre: string;
  readonly status: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly capacity: number;
  readonly seatsTaken: number;
  readonly waiting: number;
}

const TITLE: Words = { id: 'Kelas', en: 'Classes' };
const STATUSES = ['RUNNING', 'OPEN', 'PLANNED', 'FINISHED', 'CANCELLED'] as const;
const PAGE_SIZE = 50;

export async function openClasses(asked: SignedIn): Promise<PageResult> {
  const status = STATUSES.find((one) => one === asked.query.status);
  const query = {
    world: asked.session.world,
    limit: PAGE_SIZE,
    ...(status === undefined ? {} : { status }),
    ...(asked.query.cursor === undefined ? {} : { cursor: asked.query.cursor }),
  };
  const { classes, nextCursor } = must(
    await asked.api.get<{ classes: readonly Row[]; nextCursor: string | null }>('/api/v1/classes', query),
  );
  const programmes = new Map(
    (await asked.book.all('programme')).map(({ id, value }) => [id, String(value.title ?? id)]),
  );
  const centres = await asked.book.namesOf(classes.map(({ centre }) => centre));
  const address = (more: { [name: string]: string }) => {
    const pairs = new URLSearchParams({ ...(status === undefined ? {} : { status }), ...more }).toString();
    return pairs === '' ? '/classes' : `/classes?${pairs}`;
  };
  return {
    title: TITLE,
    within: '/classes',
    body: (
      <>
        <Heading>
          <Text of={TITLE} />
        </Heading>
        <Tabs
          label={{ id: 'Keadaan kelas', en: 'Standing of classes' }}
          current={address({})}
          tabs={[
            { path: '/classes', name: { id: 'Semua', en: 'All' } },
            ...STATUSES.map((one) => ({ path: `/classes?status=${one}`, name: stageWords('class', one) })),
          ]}
        />
        <ClassTable
          rows={classes}
          {...{ programmes, centres }}
          isAuditor={asked.session.actor.role === 'AUDITOR'}
        />
        <NextPage href={nextCursor === null ? null : address({ cursor: nextCursor })} />
      </>
    ),
  };
}

function ClassTable({
  rows,
  programmes,
  centres,
  isAuditor,
}: {
  readonly rows: readonly Row[];
  readonly programmes: ReadonlyMap<string, string>;
  readonly centres: ReadonlyMap<string, string>;
  readonly isAuditor: boolean;
}) {
  const t = useWords();
  const { language } = useRendering();
  return (
    <Table
      caption={t(TITLE)}
      hideCaption
      rows={rows}
      empty={t({ id: 'Tidak ada kelas dengan keadaan ini.', en: 'There are no such classes.' })}
      columns={[
        {
          head: t({ id: 'Program', en: 'Programme' }),
          names: true,
          cell: ({ classId, programmeId }) => (
            <Link href={entityPath('class', classId)}>{programmes.get(programmeId) ?? programmeId}</Link>
          ),
        },
        ...(isAuditor
          ? [
              {
                head: t({ id: 'Balai', en: 'Centre' }),
                cell: ({ centre }: Row) => centres.get(centre) ?? centre,
              },
            ]
          : []),
        {
          head: t({ id: 'Keadaan', en: 'Standing' }),
          cell: ({ status }) => (
            <Tag meaning={stageMeaning('class', status)}>{t(stageWords('class', status))}</Tag>
          ),
        },
        {
          head: t({ id: 'Tanggal', en: 'Dates' }),
          cell: ({ startsOn, endsOn }) => (
            <>
              <DateText date={startsOn} /> – <DateText date={endsOn} />
            </>
          ),
        },
        {
          head: t({ id: 'Kursi terisi', en: 'Seats taken' }),
          numeric: true,
          cell: ({ seatsTaken, capacity }) =>
            `${wholeInWords(language, seatsTaken)} ${t({ id: 'dari', en: 'of' })} ${wholeInWords(language, capacity)}`,
        },
        {
          head: t({ id: 'Menunggu', en: 'Waiting' }),
          numeric: true,
          cell: ({ waiting }) => wholeInWords(language, waiting),
        },
      ]}
    />
  );
}
