/**
 * What each role sees of training. A centre sees its own enrolments with needs and units, and never the case,
 * the offer or the office behind them (G-08); whoever answers for the case sees where the training stands.
 */
import type { VerifiedActor } from '../../access/reach.ts';
import { isHeldBy } from '../../domain/journey/prison/queries.ts';
import type { JourneyState } from '../../domain/journey/state.ts';
import type { Enrolment } from '../../domain/journey/training/state.ts';
import type { PartView } from './index.ts';

const common = (found: Enrolment) => ({
  enrolmentId: found.enrolmentId,
  classId: found.classId,
  programmeId: found.programmeId,
  programmeVersion: found.programmeVersion,
  centre: found.centre,
  stage: found.stage,
  startsOn: found.startsOn,
  endsOn: found.endsOn,
  startedOn: found.startedOn,
  finishedOn: found.finishedOn,
  jp: found.jp,
  units: found.units,
  achievedUnits: found.achievedUnits,
  attendance: found.attendance,
  trainingCertificate: found.trainingCertificate,
});

/** Which class it was would tell where it was held, and that is a route (G-08). */
const learnt = (found: Enrolment) => {
  const { classId: _route, ...rest } = common(found);
  return rest;
};

/** Why it stands still is not the centre's business: only that it does, and where it goes on. */
const forCentre = (found: Enrolment) => ({
  ...common(found),
  seat: found.seat,
  needs: found.needs,
  availableUntil: found.availableUntil,
  restartUnit: found.suspension?.restartUnit ?? null,
  movingTo: found.moving?.classId ?? null,
});

const forCase = (found: Enrolment) => ({
  ...common(found),
  caseId: found.caseId,
  basis: found.basis,
  deliveryMode: found.deliveryMode,
  seat: found.seat,
  suspension: found.suspension,
  conflict: found.conflict,
  availableUntil: found.availableUntil,
  movingTo: found.moving?.classId ?? null,
});

/** Whether the enrolment is this office's to follow: by its own application, or by its own case. */
function follows({ role, office }: VerifiedActor, state: JourneyState, found: Enrolment): boolean {
  // A prison answers for all training of whom it holds, and of nobody else; a probation office of whom it guides.
  if (role === 'PRISON_OFFICER') return isHeldBy(state, office);
  if (found.office === office) return true;
  const { caseId } = found;
  switch (role) {
    case 'PROBATION_COUNSELLOR':
      return true;
    case 'PIDUM_STAFF':
    case 'EXECUTING_PROSECUTOR':
      return caseId !== null && state.cases[caseId]?.office === office;
    case 'REFERRAL_OFFICER':
      return caseId !== null && state.referral.cases[caseId]?.referrer === office;
    default:
      return false;
  }
}

export const trainingView: PartView = (actor, state) => {
  const enrolments = Object.values(state.training.enrolments);
  const offers = Object.values(state.training.offers);
  const { role, office } = actor;
  switch (role) {
    case 'AUDITOR':
    case 'PERSON':
      return { offers, enrolments: enrolments.map(forCase) };
    case 'TRAINING_CENTRE_ADMINISTRATOR': {
      const own = enrolments.filter(({ centre, moving }) => centre === office || moving?.centre === office);
      return { enrolments: own.map(forCentre) };
    }
    // Looks for work with what was learnt, and learns no route (I.6c).
    case 'PLACEMENT_OFFICER':
      return { enrolments: enrolments.map(learnt) };
    case 'PIDUM_STAFF':
    case 'EXECUTING_PROSECUTOR':
    case 'PROBATION_COUNSELLOR':
    case 'PRISON_OFFICER':
    case 'REFERRAL_OFFICER': {
      const followed = enrolments.filter((found) => follows(actor, state, found)).map(forCase);
      const made = offers.filter((offer) => offer.office === office);
      return followed.length + made.length === 0 ? undefined : { offers: made, enrolments: followed };
    }
    // Whoever teaches, assesses or employs meets the class, never the enrolment behind it.
    default:
      return undefined;
  }
};
