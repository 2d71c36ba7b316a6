/** One proposal and what the employer may answer now. */
import { commandPath } from '../../addresses.ts';
import { useWords } from '../../parts/rendering.ts';
import { Heading, Link } from '../../parts/structure.tsx';
import { Tag, Text } from '../../parts/text.tsx';
import { stageMeaning, stageWords } from '../../words/stages.ts';
import type { Words } from '../../words/words.ts';
import { CandidateFacts, CandidateName } from './candidate-parts.tsx';
import type { ShownCandidate, ShownProposal, Skills } from './work-api.ts';

type Answer = readonly [command: string, name: Words];

const DECLINE: Answer = ['decline-candidate', { id: 'Tolak calon', en: 'Decline' }];

/** The next steps that the law of proposals leaves open (src/domain/journey/employment/proposal-moves.ts). */
const ANSWERS: { readonly [stage: string]: readonly Answer[] | undefined } = {
  PROPOSED: [['invite-candidate', { id: 'Undang wawancara', en: 'Invite to an interview' }], DECLINE],
  INVITED: [['record-interview', { id: 'Catat wawancara', en: 'Record the interview' }], DECLINE],
  INTERVIEWED: [['offer-job', { id: 'Tawarkan pekerjaan', en: 'Offer the job' }], DECLINE],
  OFFERED: [['accept-candidate', { id: 'Terima calon', en: 'Accept' }], DECLINE],
  ACCEPTED: [
    ['confirm-employment', { id: 'Kabarkan masih bekerja atau tidak', en: 'Report whether still employed' }],
  ],
};

/** The same for every reason: why somebody is not available is nobody's business (S32). */
const NOT_AVAILABLE: Words = { id: 'Tidak tersedia lagi', en: 'No longer available' };

export function ProposalCard({
  proposal,
  candidate,
  skills,
  job,
}: {
  readonly proposal: ShownProposal;
  /** Absent while nothing more is shown: who works already is not looked for any more. */
  readonly candidate?: ShownCandidate;
  readonly skills: Skills;
  readonly job: string;
}) {
  const t = useWords();
  const { proposalId, stage, available, working } = proposal;
  const answers = available ? (ANSWERS[stage] ?? []) : [];
  return (
    <li class="titian-card">
      <Heading level={3}>
        <CandidateName token={proposal.candidate} /> · {job}
      </Heading>
      <p class="govuk-body">
        {available || working ? (
          <Tag meaning={stageMeaning('proposal', stage)}>{t(stageWords('proposal', stage))}</Tag>
        ) : (
          <Tag meaning="hold">{t(NOT_AVAILABLE)}</Tag>
        )}{' '}
        {working ? (
          <Tag meaning="done">
            <Text of={{ id: 'Sedang bekerja', en: 'Working' }} />
          </Tag>
        ) : null}
      </p>
      {candidate === undefined ? null : <CandidateFacts candidate={candidate} skills={skills} />}
      {answers.length === 0 ? null : (
        <ul class="titian-answers titian-screen-only">
          {answers.map(([command, name]) => (
            <li>
              <Link href={commandPath({ kind: 'proposal', id: proposalId }, command)}>{t(name)}</Link>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
