/** Vacancies as lists and as one. */
import type { ComponentChildren } from 'preact';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { Link, SummaryList, Table } from '../../parts/structure.tsx';
import { DateText, Tag, Text } from '../../parts/text.tsx';
import { dateInWords, rupiahInWords } from '../../words/amounts.ts';
import { valueWords } from '../../words/values.ts';
import { GreenTag } from './candidate-parts.tsx';
import { type Skills, type Vacancy, vacancyPath } from './work-api.ts';

const STATUS = {
  OPEN: { id: 'Terbuka', en: 'Open', meaning: 'waiting' },
  FILLED: { id: 'Terisi', en: 'Filled', meaning: 'done' },
  WITHDRAWN: { id: 'Ditarik', en: 'Withdrawn', meaning: 'hold' },
} as const;

function VacancyStatus({ vacancy }: { readonly vacancy: Vacancy }) {
  const { meaning, ...words } = STATUS[vacancy.status];
  return (
    <Tag meaning={meaning}>
      <Text of={words} />
    </Tag>
  );
}

export const isGreenVacancy = ({ schemes }: Vacancy, skills: Skills): boolean =>
  schemes.some((id) => skills.isGreen(id));

export function VacancyTable({
  vacancies,
  skills,
  employerNames,
}: {
  readonly vacancies: readonly Vacancy[];
  readonly skills: Skills;
  /** Given where vacancies of several employers stand together. */
  readonly employerNames?: ReadonlyMap<string, string>;
}) {
  const t = useWords();
  return (
    <Table
      caption={t({ id: 'Lowongan', en: 'Vacancies' })}
      hideCaption
      rows={vacancies}
      empty={t({ id: 'Belum ada lowongan yang dilaporkan.', en: 'No vacancy was reported yet.' })}
      columns={[
        {
          head: t({ id: 'Pekerjaan', en: 'Job' }),
          names: true,
          cell: (vacancy) => (
            <>
              <Link href={vacancyPath(vacancy.id)}>{vacancy.jobTitle}</Link>{' '}
              {isGreenVacancy(vacancy, skills) ? <GreenTag /> : null}
            </>
          ),
        },
        ...(employerNames === undefined
          ? []
          : [
              {
                head: t({ id: 'Pemberi kerja', en: 'Employer' }),
                cell: ({ employerId }: Vacancy) => employerNames.get(employerId) ?? employerId,
              },
            ]),
        { head: t({ id: 'Tempat', en: 'Place' }), cell: ({ regency }) => regency },
        { head: t({ id: 'Dicari', en: 'Wanted' }), numeric: true, cell: ({ openings }) => openings },
        {
          head: t({ id: 'Berlaku sampai', en: 'Open until' }),
          cell: ({ validUntil }) => <DateText date={validUntil} />,
        },
        { head: t({ id: 'Status', en: 'Status' }), cell: (vacancy) => <VacancyStatus vacancy={vacancy} /> },
      ]}
    />
  );
}

export function VacancyFacts({ vacancy, skills }: { readonly vacancy: Vacancy; readonly skills: Skills }) {
  const t = useWords();
  const { language } = useRendering();
  const { units, schemes, needsSupported, exclusions, wage } = vacancy;
  const none = t({ id: 'Tidak ada', en: 'None' });
  const listed = (values: readonly string[]): ComponentChildren =>
    values.length === 0 ? none : values.join(', ');
  const rows: readonly (readonly [string, string, ComponentChildren])[] = [
    ['Status', 'Status', <VacancyStatus vacancy={vacancy} />],
    ['Tempat', 'Place', vacancy.regency],
    ['Bidang', 'Field', valueWords('sector', vacancy.sector)[language]],
    ['Banyaknya', 'Openings', vacancy.openings],
    [
      'Berlaku',
      'Open',
      t({
        id: `${dateInWords('id', vacancy.validFrom)} sampai ${dateInWords('id', vacancy.validUntil)}`,
        en: `${dateInWords('en', vacancy.validFrom)} to ${dateInWords('en', vacancy.validUntil)}`,
      }),
    ],
    [
      'Upah',
      'Wage',
      wage === null
        ? t({ id: 'Tidak disebut', en: 'Not stated' })
        : `${rupiahInWords(wage.fromRupiah)} – ${rupiahInWords(wage.toRupiah)}`,
    ],
    ['Skema yang diminta', 'Schemes asked for', listed(schemes.map(skills.schemeTitle))],
    ['Unit yang diminta', 'Units asked for', listed(units.map(skills.unitTitle))],
    [
      'Akomodasi yang tersedia',
      'Needs that the workplace meets',
      listed(needsSupported.map((need) => valueWords('needsSupported', need)[language])),
    ],
    ['Dibatasi undang-undang', 'Limited by law', listed(exclusions.map(({ article }) => article))],
  ];
  return <SummaryList rows={rows.map(([id, en, value]) => ({ key: t({ id, en }), value }))} />;
}
