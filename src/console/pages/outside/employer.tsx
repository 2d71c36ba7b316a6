/** The employer's desk: who was proposed, the own vacancies, the quota. Nothing here tells where anybody comes from. */
import { commandPath } from '../../addresses.ts';
import { type ApiAnswer, must } from '../../api.ts';
import type { DeskPage } from '../../page.ts';
import { ButtonLink, Empty, Heading, Lead, Link } from '../../parts/structure.tsx';
import { Text } from '../../parts/text.tsx';
import { ProposalCard } from './proposal-card.tsx';
import { QuotaPart } from './quota.tsx';
import { VacancyTable } from './vacancy-parts.tsx';
import {
  inWorld,
  type ShownCandidate,
  type ShownProposal,
  type ShownQuota,
  skillsOf,
  type Vacancy,
} from './work-api.ts';

const PAGE = 50;
/** A proposal that ended is told in a line: nobody looks at its candidate again. */
const CLOSED: readonly string[] = ['DECLINED', 'WITHDRAWN'];

export const employerPage: DeskPage = {
  method: 'GET',
  path: '/employer',
  roles: ['EMPLOYER'],
  async open(asked) {
    const { api, book, session } = asked;
    const { office } = session.actor;
    const world = inWorld(asked);
    const [proposed, reported, quota, skills] = await Promise.all([
      api.get<{ proposals: readonly ShownProposal[] }>('/api/v1/proposals', { ...world, limit: PAGE }),
      api.get<{ vacancies: readonly Vacancy[] }>('/api/v1/vacancies', { employer: office, limit: PAGE }),
      api.get<ShownQuota>(`/api/v1/employers/${encodeURIComponent(office)}/quota`, world),
      skillsOf(book),
    ]);
    const { proposals } = must(proposed);
    const { vacancies } = must(reported);
    const open = proposals.filter(({ stage }) => !CLOSED.includes(stage));
    const looked = await Promise.all(
      open.map(async (proposal) => {
        const path = `/api/v1/candidates/${encodeURIComponent(proposal.candidate)}`;
        const found: ApiAnswer<ShownCandidate> = await api.get(path, world);
        return { proposal, candidate: found.ok ? found.body : undefined };
      }),
    );
    const titles = new Map(vacancies.map(({ id, jobTitle }) => [id, jobTitle]));
    const ended = proposals.length - open.length;
    return {
      title: { id: 'Calon dan lowongan', en: 'Candidates and vacancies' },
      within: '/employer',
      body: (
        <>
          <Heading>
            <Text of={{ id: 'Calon dan lowongan', en: 'Candidates and vacancies' }} />
          </Heading>
          <Lead>
            <Text
              of={{
                id: 'Calon diusulkan oleh Dinas Ketenagakerjaan. Anda melihat sertifikat, kemampuan, dan kapan calon dapat mulai.',
                en: 'The manpower office proposes candidates. You see certificates, skills and when a candidate can begin.',
              }}
            />
          </Lead>
          <Heading level={2}>
            <Text of={{ id: 'Calon yang diusulkan', en: 'Proposed candidates' }} />
          </Heading>
          {looked.length === 0 ? (
            <Empty>
              <Text
                of={{
                  id: 'Belum ada calon yang menunggu. Begitu dinas mengusulkan seseorang, namanya tidak tampil di sini, hanya kemampuannya.',
                  en: 'No candidate is waiting. Once the office proposes somebody, the skills stand here, and no name.',
                }}
              />
            </Empty>
          ) : (
            <ul class="titian-proposals">
              {looked.map(({ proposal, candidate }) => (
                <ProposalCard
                  proposal={proposal}
                  skills={skills}
                  job={titles.get(proposal.vacancyId) ?? proposal.vacancyId}
                  {...(candidate === undefined ? {} : { candidate })}
                />
              ))}
            </ul>
          )}
          {ended === 0 ? null : (
            <p class="govuk-body">
              <Text of={{ id: `${ended} usulan sudah berakhir.`, en: `${ended} proposals have ended.` }} />
            </p>
          )}
          <p class="govuk-body">
            <Link href="/candidates">
              <Text of={{ id: 'Cari calon lain', en: 'Search other candidates' }} />
            </Link>
          </p>
          <Heading level={2}>
            <Text of={{ id: 'Lowongan Anda', en: 'Your vacancies' }} />
          </Heading>
          <VacancyTable vacancies={vacancies} skills={skills} />
          <ButtonLink href={commandPath({ kind: 'new' }, 'report-vacancy', { employerId: office })} secondary>
            <Text of={{ id: 'Laporkan lowongan', en: 'Report a vacancy' }} />
          </ButtonLink>
          <QuotaPart answer={quota} employerId={office} />
        </>
      ),
    };
  },
};
