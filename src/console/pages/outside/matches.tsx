/** Ranked candidates, each point with its sentence; the officer decides. */
import { commandPath } from '../../addresses.ts';
import { useWords } from '../../parts/rendering.ts';
import { ButtonLink, Details, Empty, Heading, Lead } from '../../parts/structure.tsx';
import { Text } from '../../parts/text.tsx';
import { CandidateFacts, CandidateName } from './candidate-parts.tsx';
import { reasonWords } from './reason-words.ts';
import type { ShownMatch, Skills } from './work-api.ts';

export function Matches({
  matches,
  vacancyId,
  skills,
}: {
  readonly matches: readonly ShownMatch[];
  readonly vacancyId: string;
  readonly skills: Skills;
}) {
  const t = useWords();
  if (matches.length === 0)
    return (
      <Empty>
        <Text
          of={{
            id: 'Belum ada calon dari kantor Anda yang dapat diusulkan untuk lowongan ini.',
            en: 'No candidate of your office can be proposed for this vacancy yet.',
          }}
        />
      </Empty>
    );
  return (
    <>
      <Lead>
        <Text
          of={{
            id: 'Urutan membantu, Anda yang memutuskan. Setiap angka disertai alasannya.',
            en: 'The order helps, and you decide. Each point has its reason.',
          }}
        />
      </Lead>
      <ol class="titian-proposals">
        {matches.map((match) => (
          <li class="titian-card">
            <Heading level={3}>
              <CandidateName token={match.candidate} /> ·{' '}
              {t({ id: `${match.points} poin`, en: `${match.points} points` })}
            </Heading>
            <ul class="govuk-list govuk-list--bullet">
              {match.reasons.map((reason) => (
                <li>{t(reasonWords(reason, skills))}</li>
              ))}
            </ul>
            <Details summary={t({ id: 'Rincian calon', en: 'Details of the candidate' })}>
              <CandidateFacts candidate={match} skills={skills} />
            </Details>
            <ButtonLink
              href={commandPath({ kind: 'candidate', id: match.candidate }, 'propose-candidate', {
                vacancyId,
              })}
            >
              <Text of={{ id: 'Usulkan calon ini', en: 'Propose this candidate' }} />
            </ButtonLink>
          </li>
        ))}
      </ol>
    </>
  );
}
