/** Vacancies: open information; for the placement officer with the candidates that fit, and why. */
import { commandPath } from '../../addresses.ts';
import { must } from '../../api.ts';
import type { DeskPage, SignedIn } from '../../page.ts';
import { Unavailable } from '../../parts/problem.tsx';
import { BackLink, Heading, Link, NextPage } from '../../parts/structure.tsx';
import { Text } from '../../parts/text.tsx';
import { GreenTag } from './candidate-parts.tsx';
import { Matches } from './matches.tsx';
import { NotFoundBody } from './not-found.tsx';
import { isGreenVacancy, VacancyFacts, VacancyTable } from './vacancy-parts.tsx';
import { inWorld, type ShownMatch, skillsOf, type Vacancy } from './work-api.ts';

const PAGE = 50;
const MOST_MATCHES = 20;

export const vacanciesPage: DeskPage = {
  method: 'GET',
  path: '/vacancies',
  roles: ['PLACEMENT_OFFICER', 'EMPLOYER'],
  async open({ api, book, query }) {
    const { cursor } = query;
    const listed = await api.get<{ vacancies: readonly Vacancy[]; nextCursor: string | null }>(
      '/api/v1/vacancies',
      { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) },
    );
    const { vacancies, nextCursor } = must(listed);
    const employerNames = await book.namesOf(vacancies.map(({ employerId }) => employerId));
    const skills = await skillsOf(book);
    return {
      title: { id: 'Lowongan', en: 'Vacancies' },
      within: '/vacancies',
      body: (
        <>
          <Heading>
            <Text of={{ id: 'Lowongan', en: 'Vacancies' }} />
          </Heading>
          <VacancyTable {...{ vacancies, skills, employerNames }} />
          <NextPage
            href={nextCursor === null ? null : `/vacancies?${new URLSearchParams({ cursor: nextCursor })}`}
          />
        </>
      ),
    };
  },
};

export const vacancyPage: DeskPage = {
  method: 'GET',
  path: '/vacancies/:id',
  roles: ['PLACEMENT_OFFICER', 'EMPLOYER'],
  async open(asked) {
    const { api, book, params, session } = asked;
    // Not from the book: whoever has just filled or changed it sees what stands now.
    const answer = await api.get<{ readonly value: Vacancy }>(
      `/api/v1/registers/vacancy/${encodeURIComponent(params.id ?? '')}`,
    );
    const back = session.actor.role === 'EMPLOYER' ? '/employer' : '/vacancies';
    if (!answer.ok && answer.status === 404)
      return { title: NOT_FOUND, status: 404, before: <BackLink href={back} />, body: <NotFoundBody /> };
    const { value: vacancy } = must(answer);
    const skills = await skillsOf(book);
    const employer = await book.nameOf(vacancy.employerId);
    return {
      title: { id: `Lowongan: ${vacancy.jobTitle}`, en: `Vacancy: ${vacancy.jobTitle}` },
      within: back,
      before: <BackLink href={back} />,
      body: (
        <>
          <Heading caption={employer}>
            {vacancy.jobTitle} {isGreenVacancy(vacancy, skills) ? <GreenTag /> : null}
          </Heading>
          <VacancyFacts vacancy={vacancy} skills={skills} />
          {vacancy.employerId === session.actor.office ? <OwnActions vacancy={vacancy} /> : null}
          {session.actor.role === 'PLACEMENT_OFFICER' ? await matchesOf(asked, vacancy, skills) : null}
        </>
      ),
    };
  },
};

const NOT_FOUND = { id: 'Tidak ditemukan', en: 'Not found' } as const;

const ACTIONS = [
  ['amend-vacancy', { id: 'Ubah lowongan', en: 'Amend the vacancy' }],
  ['report-vacancy-filled', { id: 'Laporkan sudah terisi', en: 'Report it as filled' }],
  ['withdraw-vacancy', { id: 'Tarik lowongan', en: 'Withdraw it' }],
] as const;

function OwnActions({ vacancy }: { readonly vacancy: Vacancy }) {
  if (vacancy.status !== 'OPEN') return null;
  return (
    <ul class="titian-answers titian-screen-only">
      {ACTIONS.map(([command, name]) => (
        <li>
          <Link href={commandPath({ kind: 'register', register: 'vacancy', id: vacancy.id }, command)}>
            <Text of={name} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

async function matchesOf(asked: SignedIn, vacancy: Vacancy, skills: Awaited<ReturnType<typeof skillsOf>>) {
  const path = `/api/v1/vacancies/${encodeURIComponent(vacancy.id)}/matches`;
  const answer = await asked.api.get<{ matches: readonly ShownMatch[] }>(path, {
    ...inWorld(asked),
    limit: MOST_MATCHES,
  });
  return (
    <section aria-labelledby="matches">
      <h2 class="govuk-heading-m" id="matches">
        <Text of={{ id: 'Calon yang cocok', en: 'Candidates that fit' }} />
      </h2>
      {answer.ok ? (
        <Matches {...{ matches: answer.body.matches, vacancyId: vacancy.id, skills }} />
      ) : (
        <Unavailable problem={answer.problem} />
      )}
    </section>
  );
}
