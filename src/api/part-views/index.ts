/**
 * What each role sees of the parts of a journey it reaches (G-08). A part shows its own fields, and only to
 * those they are for: what is not shown is left out, not blanked.
 */
import type { VerifiedActor } from '../../access/reach.ts';
import type { JourneyState } from '../../domain/journey/state.ts';
import { assessmentView } from './assessment.ts';
import { employmentView } from './employment.ts';
import { keepingView } from './keeping.ts';
import { prisonView } from './prison.ts';
import { referralView } from './referral.ts';
import { trainingView } from './training.ts';

/** Fields added to the journey's view; undefined where the actor sees nothing of the part. */
export type PartView = (
  actor: VerifiedActor,
  state: JourneyState,
) => { readonly [field: string]: unknown } | undefined;

const VIEWS: { readonly [part: string]: PartView } = {
  prison: prisonView,
  referral: referralView,
  training: trainingView,
  assessment: assessmentView,
  employment: employmentView,
  keeping: keepingView,
};

export const partViews = (actor: VerifiedActor, state: JourneyState): { readonly [part: string]: unknown } =>
  Object.fromEntries(
    Object.entries(VIEWS).flatMap(([part, view]) => {
      const shown = view(actor, state);
      return shown === undefined ? [] : [[part, shown]];
    }),
  );
