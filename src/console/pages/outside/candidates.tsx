/** Candidates: an employer searches all, a placement officer those of the own office. */
import { must } from '../../api.ts';
import type { DeskPage } from '../../page.ts';
import { useWords } from '../../parts/rendering.ts';
import { BackLink, Empty, Heading, Lead, Link, NextPage } from '../../parts/structure.tsx';
import { Text } from '../../parts/text.tsx';
import { commandsFor, NextSteps } from '../commands/next-steps.tsx';
import { CandidateFacts, CandidateName } from './candidate-parts.tsx';
import { NotFoundBody } from './not-found.tsx';
import { candidatePath, inWorld, type ShownCandidate, skillsOf } from './work-api.ts';

const PAGE = 20;
const FILTERS = ['scheme', 'regency', 'availableFrom'] as const;

export const candidatesPage: DeskPage = {
  method: 'GET',
  path: '/candidates',
  roles: ['PLACEMENT_OFFICER', 'EMPLOYER'],
  async open(asked) {
    const { api, book, query, session } = asked;
    const filter = Object.fromEntries(
      FILTERS.flatMap((name) =>
        query[name] === undefined || query[name] === '' ? [] : [[name, query[name]]],
      ),
    ) as { readonly [name: string]: string };
    const { candidates, nextCursor } = must(
      await api.get<{ candidates: readonly ShownCandidate[]; nextCursor: string | null }>(
        '/api/v1/candidates',
        {
          ...inWorld(asked),
          ...{ limit: PAGE, ...filter },
          ...(query.cursor === undefined ? {} : { cursor: query.cursor }),
        },
      ),
    );
    const skills = await skillsOf(book);
    const schemes = (await book.all('scheme')).map(({ id }) => id);
    const isEmployer = session.actor.role === 'EMPLOYER';
    return {
      title: { id: 'Calon pekerja', en: 'Candidates' },
      within: isEmployer ? '/employer' : '/candidates',
      ...(isEmployer ? { before: <BackLink href="/employer" /> } : {}),
      body: (
        <>
          <Heading>
            <Text of={{ id: 'Calon pekerja', en: 'Candidates' }} />
          </Heading>
          <Lead>
            <Text
              of={{
                id: 'Tanpa nama: kemampuan, sertifikat, tempat, dan kapan dapat mulai. Pencarian dicatat.',
                en: 'Without names: skills, certificates, place and when they can begin. Searches are logged.',
              }}
            />
          </Lead>
          <Search filter={filter} schemes={schemes} titleOf={skills.schemeTitle} />
          {candidates.length === 0 ? (
            <Empty>
              <Text
                of={{
                  id: 'Tidak ada calon yang sesuai. Kurangi syarat pencarian.',
                  en: 'No candidate fits. Ask for less.',
                }}
              />
            </Empty>
          ) : (
            <ul class="titian-proposals">
              {candidates.map((candidate) => (
                <li class="titian-card">
                  <h2 class="govuk-heading-s">
                    <Link href={candidatePath(candidate.candidate)}>
                      <CandidateName token={candidate.candidate} />
                    </Link>
                  </h2>
                  <CandidateFacts candidate={candidate} skills={skills} />
                </li>
              ))}
            </ul>
          )}
          <NextPage
            href={
              nextCursor === null
                ? null
                : `/candidates?${new URLSearchParams({ ...filter, cursor: nextCursor })}`
            }
          />
        </>
      ),
    };
  },
};

function Search({
  filter,
  schemes,
  titleOf,
}: {
  readonly filter: { readonly [name: string]: string };
  readonly schemes: readonly string[];
  readonly titleOf: (id: string) => string;
}) {
  const t = useWords();
  return (
    <form method="get" action="/candidates" class="titian-choice titian-screen-only">
      <div class="govuk-form-group">
        <label class="govuk-label" for="scheme">
          {t({ id: 'Skema sertifikat', en: 'Certificate scheme' })}
        </label>
        <select class="govuk-select" id="scheme" name="scheme">
          <option value="">{t({ id: 'Semua', en: 'All' })}</option>
          {schemes.map((id) => (
            <option value={id} selected={id === filter.scheme}>
              {titleOf(id)}
            </option>
          ))}
        </select>
      </div>
      <div class="govuk-form-group">
        <label class="govuk-label" for="regency">
          {t({ id: 'Kabupaten atau kota', en: 'Regency or city' })}
        </label>
        <input class="govuk-input" id="regency" name="regency" value={filter.regency ?? ''} />
      </div>
      <div class="govuk-form-group">
        <label class="govuk-label" for="availableFrom">
          {t({ id: 'Dapat mulai paling lambat', en: 'Can begin by' })}
        </label>
        <input
          class="govuk-input"
          id="availableFrom"
          name="availableFrom"
          type="date"
          value={filter.availableFrom ?? ''}
        />
      </div>
      <button type="submit" class="govuk-button govuk-button--secondary">
        {t({ id: 'Cari', en: 'Search' })}
      </button>
    </form>
  );
}

export const candidatePage: DeskPage = {
  method: 'GET',
  path: '/candidates/:candidate',
  roles: ['PLACEMENT_OFFICER', 'EMPLOYER'],
  async open(asked) {
    const { api, book, params, session } = asked;
    const token = params.candidate ?? '';
    const answer = await api.get<ShownCandidate>(
      `/api/v1/candidates/${encodeURIComponent(token)}`,
      inWorld(asked),
    );
    const before = <BackLink href="/candidates" />;
    const within = session.actor.role === 'EMPLOYER' ? '/employer' : '/candidates';
    if (!answer.ok && answer.status === 404)
      return { title: NOT_FOUND, status: 404, within, before, body: <NotFoundBody /> };
    const candidate = must(answer);
    const skills = await skillsOf(book);
    const target = { kind: 'candidate', id: token } as const;
    return {
      title: { id: 'Calon pekerja', en: 'Candidate' },
      ...{ within, before },
      body: (
        <>
          <Heading>
            <CandidateName token={candidate.candidate} />
          </Heading>
          <CandidateFacts candidate={candidate} skills={skills} />
          <NextSteps
            target={target}
            entries={commandsFor(session.actor.role, target, ['propose-candidate'])}
          />
          <p class="govuk-body">
            <Link href="/certificates/check">
              <Text
                of={{
                  id: 'Periksa sertifikat yang ditunjukkan calon',
                  en: 'Check a certificate that the candidate shows',
                }}
              />
            </Link>
          </p>
        </>
      ),
    };
  },
};

const NOT_FOUND = { id: 'Tidak ditemukan', en: 'Not found' } as const;
