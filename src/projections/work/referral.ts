/** What a referral asks of the centre that answers it and of who referred (I.4). */
import type { ReferralCase } from '../../domain/journey/referral/state.ts';
import type { JourneyState } from '../../domain/journey/state.ts';
import { type Due, todo, type WorkItem, type WorkKind, waiting } from './row.ts';

export const referralWork = (state: JourneyState): WorkItem[] =>
  Object.values(state.referral.cases).flatMap((found) => [...answerWork(found), ...accommodationWork(found)]);

const ANSWERED_BY: { readonly [stage: string]: WorkKind } = {
  REFERRED: 'referral-consent',
  CONSENTED: 'referral-assess',
  ASSESSED: 'referral-place',
  WAITING: 'waiting-list',
};

const desksOf = ({ centre, referrer }: ReferralCase) =>
  ({
    centre: { roles: ['TRAINING_CENTRE_ADMINISTRATOR'], office: centre },
    referrer: { roles: ['REFERRAL_OFFICER'], office: referrer },
  }) as const;

function answerWork(found: ReferralCase): WorkItem[] {
  const { caseId, zone, stage, centre, receivedOn: since, waiting: listed, answerDueAt } = found;
  const work = ANSWERED_BY[stage];
  if (work === undefined) return [];
  const due: Due =
    work === 'waiting-list'
      ? { kind: 'waiting-list-end', at: listed?.expiresAt ?? null }
      : { kind: 'referral-answer', at: answerDueAt };
  const desks = desksOf(found);
  const matter = { work, caseId, zone, stage, since, due, about: listed?.programmeId ?? null };
  return [todo(desks.centre, matter), waiting(desks.referrer, centre, matter)];
}

function accommodationWork(found: ReferralCase): WorkItem[] {
  if (ANSWERED_BY[found.stage] === undefined && found.stage !== 'ENROLLED') return [];
  const { caseId, zone, stage } = found;
  return found.accommodations.flatMap(({ code, status, readyBy }) => {
    const matter = { caseId, zone, stage, subject: code };
    const due = { kind: 'accommodation-ready', subject: `${caseId}/${code}`, at: readyBy };
    const { centre } = desksOf(found);
    if (status === 'PLANNED') return [todo(centre, { ...matter, work: 'accommodation', due })];
    return status === 'PROVIDED' ? [todo(centre, { ...matter, work: 'confirm-accommodation' })] : [];
  });
}
