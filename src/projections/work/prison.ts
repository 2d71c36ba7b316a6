/** What a prison case asks of the prison, and of the probation office before and after the release (I.3). */
import { CUSTODY } from '../../domain/journey/prison/stage-moves.ts';
import type { PrisonCase } from '../../domain/journey/prison/state.ts';
import type { JourneyState } from '../../domain/journey/state.ts';
import { openEnrolments } from '../../domain/journey/training/state.ts';
import { type Due, onHold, todo, type WorkItem, type WorkKind, waiting } from './row.ts';

export const prisonWork = (state: JourneyState): WorkItem[] =>
  Object.values(state.prison.cases).flatMap((found) => [
    ...(CUSTODY.includes(found.stage) ? inside(state, found) : outside(found)),
    ...rightsRequests(state, found),
  ]);

const prisonDesk = ({ facility }: PrisonCase) => ({ roles: ['PRISON_OFFICER'], office: facility }) as const;

const counsellorDesk = (office: string) => ({ roles: ['PROBATION_COUNSELLOR'], office }) as const;

const matterOf =
  ({ caseId, zone, stage }: PrisonCase) =>
  (work: WorkKind, due: Due = {}, since: string | null = null) => ({ work, caseId, zone, stage, due, since });

function inside(state: JourneyState, found: PrisonCase): WorkItem[] {
  const { interruptions, releaseOn, litmas, tpp, probationOffice } = found;
  const prison = prisonDesk(found);
  const matter = matterOf(found);
  const release = todo(prison, matter('release', { kind: 'release-date', on: releaseOn }));
  const latest = interruptions.at(-1);
  // On the run the dates of the term wait with the person (B-11).
  if (interruptions.some(({ kind, recapturedOn }) => kind === 'ESCAPE' && recapturedOn === null)) {
    return [onHold(prison, matter('interruption', {}, latest?.from ?? null))];
  }
  const litmasDue = matter('litmas', { kind: 'litmas', at: litmas?.dueAt ?? null });
  return [
    release,
    ...(latest === undefined
      ? []
      : [onHold(prison, matter('interruption', reviewOf(latest.reviewAt), latest.from))]),
    ...(litmas === null || probationOffice === null
      ? []
      : [todo(counsellorDesk(probationOffice), litmasDue), waiting(prison, probationOffice, litmasDue)]),
    ...(tpp === null ? [] : [todo(prison, matter('tpp', { kind: 'tpp-result', at: tpp.dueAt }))]),
    ...nextInside(state, found),
  ];
}

const reviewOf = (at: PrisonCase['interruptions'][number]['reviewAt']): Due => ({
  ...{ kind: 'interruption-review', at },
});

/** The next step of the programme, where nothing else is under way. */
function nextInside(state: JourneyState, found: PrisonCase): WorkItem[] {
  const prison = prisonDesk(found);
  const matter = matterOf(found);
  switch (found.stage) {
    case 'ADMITTED':
      return [todo(prison, matter('assess-needs'))];
    case 'CANDIDATE':
      return found.litmas === null && found.tpp === null ? [todo(prison, matter('schedule-tpp'))] : [];
    case 'APPROVED':
      return openEnrolments(state).length > 0 ? [] : [todo(prison, matter('offer-training'))];
    default:
      return [];
  }
}

function outside(found: PrisonCase): WorkItem[] {
  const { stage, release, aftercare, probationOffice } = found;
  const prison = prisonDesk(found);
  const matter = matterOf(found);
  const counsellor = probationOffice === null ? undefined : counsellorDesk(probationOffice);
  if (stage === 'RELEASED' && release !== null) {
    if (release.handedOverTo === null) {
      const due = { kind: 'release-hand-over', at: release.handOverDueAt };
      return [todo(prison, matter('hand-over', due, release.on))];
    }
    const due = { kind: 'release-chase', at: release.chaseAt };
    if (counsellor === undefined || release.handedOverTo !== probationOffice) {
      return [todo(prison, matter('close-prison-case', {}, release.on))];
    }
    const accept = matter('accept-client', due, release.on);
    return [todo(counsellor, accept), waiting(prison, probationOffice, accept)];
  }
  if (stage !== 'AFTERCARE' || aftercare === null || counsellor === undefined) return [];
  if (aftercare.endedOn !== null)
    return [todo(counsellor, matter('close-prison-case', {}, aftercare.endedOn))];
  if (aftercare.probationEndTold) return [todo(counsellor, matter('end-aftercare'))];
  const since = aftercare.lastReportOn ?? aftercare.acceptedOn;
  const due = { kind: 'aftercare-report', at: aftercare.reportDueAt, chased: true };
  return [todo(counsellor, matter('aftercare-report', due, since))];
}

function rightsRequests({ keeping }: JourneyState, found: PrisonCase): WorkItem[] {
  if (found.stage === 'CLOSED' || found.stage === 'RETURNED') return [];
  return keeping.requests
    .filter(({ outcome }) => outcome === null)
    .map(({ requestId, filedOn, answerDueAt }) =>
      todo(prisonDesk(found), {
        ...{ work: 'rights-request', zone: found.zone, subject: requestId, since: filedOn },
        due: { kind: 'rights-request-answer', at: answerDueAt },
      }),
    );
}
