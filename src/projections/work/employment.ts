/** What the search for work asks of the manpower office and of employers (I.5, domain E). */
import {
  employmentZone,
  type Proposal,
  type RetentionCheck,
  runningPlacement,
} from '../../domain/journey/employment/state.ts';
import type { JourneyState } from '../../domain/journey/state.ts';
import type { Desk, WorkItem } from './row.ts';
import { todo, waiting } from './row.ts';

/** The work of an employer is to answer these. */
const EMPLOYERS_TURN = ['PROPOSED', 'INVITED', 'INTERVIEWED', 'OFFERED'];

export function employmentWork(state: JourneyState): WorkItem[] {
  const { office, proposals } = state.employment;
  if (office === null) return [];
  const officer: Desk = { roles: ['PLACEMENT_OFFICER'], office };
  return [
    ...cardWork(state, officer),
    ...Object.values(proposals).flatMap((found) => proposalWork(state, officer, found)),
    ...placementWork(state),
    ...apprenticeshipWork(state),
  ];
}

function cardWork(state: JourneyState, officer: Desk): WorkItem[] {
  const { card, proposals } = state.employment;
  const zone = employmentZone(state);
  if (card === null || runningPlacement(state) !== undefined) return [];
  const subject = 'ak1';
  const since = card.lastReportedOn;
  const ready =
    card.active &&
    Object.values(state.assessment.certificates).some(
      ({ status }) => status === 'VALID' || status === 'EXPIRING',
    ) &&
    !Object.values(proposals).some(({ stage }) => [...EMPLOYERS_TURN, 'ACCEPTED'].includes(stage));
  return [
    card.expired || !card.active
      ? todo(officer, {
          ...{ work: 'ak1-renew', zone, subject, since },
          due: { kind: 'job-seeker-card-end', at: card.expiresAt },
        })
      : todo(officer, {
          ...{ work: 'ak1-report', zone, subject, since },
          due: { kind: 'job-seeker-report', at: card.reportDueAt },
        }),
    ...(ready ? [todo(officer, { work: 'propose', zone, since: card.issuedOn })] : []),
  ];
}

function proposalWork(state: JourneyState, officer: Desk, found: Proposal): WorkItem[] {
  const { proposalId: subject, employerId, vacancyId: about, stage } = found;
  const zone = employmentZone(state);
  const employer: Desk = { roles: ['EMPLOYER'], office: employerId };
  const matter = { zone, subject, about, stage };
  if (EMPLOYERS_TURN.includes(stage)) {
    const answer = { ...matter, work: 'proposal-answer' } as const;
    return [todo(employer, answer), waiting(officer, employerId, answer)];
  }
  if (stage !== 'ACCEPTED') return [];
  const placed = Object.values(state.employment.placements).find((one) => one.proposalId === subject);
  if (placed === undefined) return [todo(officer, { ...matter, work: 'start-placement' })];
  if (placed.ended !== null || found.confirmed !== null) return [];
  return [todo(employer, { ...matter, work: 'confirm-hire', since: placed.startedOn })];
}

const isOpen = ({ result, cancelled }: RetentionCheck): boolean => result === null && !cancelled;

function placementWork(state: JourneyState): WorkItem[] {
  const placed = runningPlacement(state);
  if (placed === undefined) return [];
  const { placementId, office, zone, checks, unanswered } = placed;
  const officer: Desk = { roles: ['PLACEMENT_OFFICER'], office };
  const next = checks.find(isOpen);
  const since = placed.startedOn;
  return [
    ...(next === undefined
      ? []
      : [
          todo(officer, {
            ...{ work: 'follow-up', zone, subject: `${placementId}/${next.day}`, since },
            due: { kind: 'retention-check', on: next.on },
          }),
        ]),
    ...(unanswered.length === 0
      ? []
      : [todo(officer, { work: 'unreachable', zone, subject: placementId, since: unanswered[0] ?? null })]),
  ];
}

const apprenticeshipWork = (state: JourneyState): WorkItem[] =>
  Object.values(state.employment.apprenticeships).flatMap((found, index) =>
    found.approved === null
      ? [
          todo(
            { roles: ['PLACEMENT_OFFICER'], office: found.office },
            {
              ...{
                work: 'apprenticeship-answer',
                zone: employmentZone(state),
                subject: found.agreementNumber,
              },
              due: {
                ...{
                  kind: 'apprenticeship-answer',
                  subject: `agreement-${index + 1}`,
                  at: found.answerDueAt,
                },
              },
            },
          ),
        ]
      : [],
  );
