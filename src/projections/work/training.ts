/** What offers and enrolments ask of those who send a person and of the centre (I.5). */
import type { JourneyState } from '../../domain/journey/state.ts';
import type { Enrolment } from '../../domain/journey/training/state.ts';
import type { Zone } from '../../domain/time/moment.ts';
import { onHold, todo, type WorkItem } from './row.ts';

export const trainingWork = (state: JourneyState): WorkItem[] => [
  ...Object.values(state.training.offers).flatMap((offer): WorkItem[] => {
    const { offerId, caseId, office, answer, programmeId } = offer;
    const sender = senderOf(state, caseId);
    if (answer !== 'NONE' || sender === undefined) return [];
    const { zone, role } = sender;
    const matter = { work: 'offer-answer', caseId, zone, subject: offerId, about: programmeId } as const;
    return [todo({ roles: [role], office }, matter)];
  }),
  ...Object.values(state.training.enrolments).flatMap(enrolmentWork),
];

/** Who sent the person: by the case that the offer is about. */
function senderOf({ cases, prison, referral }: JourneyState, caseId: string) {
  const community = cases[caseId];
  if (community !== undefined) return { zone: community.zone, role: 'EXECUTING_PROSECUTOR' } as const;
  const inside = prison.cases[caseId];
  if (inside !== undefined) return { zone: inside.zone, role: 'PRISON_OFFICER' } as const;
  const referred = referral.cases[caseId];
  return referred === undefined ? undefined : ({ zone: referred.zone, role: 'REFERRAL_OFFICER' } as const);
}

function enrolmentWork(found: Enrolment): WorkItem[] {
  const { enrolmentId: subject, caseId, stage, suspension, centre: office, programmeId } = found;
  const centre = { roles: ['TRAINING_CENTRE_ADMINISTRATOR'], office } as const;
  const zone: Zone = found.zone;
  const matter = { zone, caseId, subject, stage, about: programmeId };
  if (stage === 'SUSPENDED' && suspension !== null) {
    const since = suspension.on;
    return suspension.mayResume
      ? [todo(centre, { ...matter, work: 'resume-training', since })]
      : [onHold(centre, { ...matter, work: 'suspended-training', since })];
  }
  if (stage !== 'FINISHED' || found.trainingCertificate !== null) return [];
  return [todo(centre, { ...matter, work: 'training-certificate', since: found.finishedOn })];
}
