/**
 * The person behind the cases.
 *
 * unknown -- PersonRegistered --> provisional (no NIK yet, G-03) or identified
 * provisional -- IdentityLinked --> identified
 * deceased -- DeathAnnulled --> as before, for a death recorded in error (I-9)
 * any -- PersonDied --> deceased: every timer of an obligation is gone (I-10) and no breach follows (S16);
 * minutes credited for later dates are taken back, and each case still waits for its lapse decision (P-49) and its closure.
 *
 * A mismatch between NIK and birth date is a warning that stands until someone resolves it with a proof
 * document; it never refuses anything (I-11, S54).
 */
import type { Actor, ClaimChange, DecideContext, LostClaim, Warning } from '../decider.ts';
import { refuseWith } from '../law/refusals.ts';
import { effectiveOn, notBefore, notInFuture } from './dates.ts';
import type { JourneyEvent } from './events.ts';
import {
  accepted,
  type CommandHandlers,
  type Evolvers,
  firstRefusal,
  type Refused,
  requireDocument,
  requireOffice,
  standingCases,
} from './handlers.ts';
import { openPrisonCases } from './prison/queries.ts';
import { OPEN_REFERRAL_STAGES } from './referral/stage-moves.ts';
import { afterDeathEvents } from './sessions/after-death.ts';
import { releasePlan } from './site-places.ts';
import type { JourneyState } from './state.ts';
import { openEnrolments } from './training/state.ts';
import { zoneOf } from './zones.ts';

const nikClaim = (personId: string, nikIndex: string): ClaimChange => ({
  kind: 'take',
  key: `nik/${nikIndex}`,
  holder: personId,
});

/** G-03: one person, one journey. Whoever came first holds the claim. */
const nikTaken = (lostClaims: readonly LostClaim[]): Refused | undefined => {
  const lost = lostClaims.find(({ key }) => key.startsWith('nik/'));
  return lost && refuseWith('DUPLICATE_PERSON', { personId: lost.holder ?? 'unknown' });
};

/** These meet a person without answering for a sentence. */
const KNOWS_FROM_OUTSIDE: readonly Actor['role'][] = [
  'REFERRAL_OFFICER',
  'TRAINING_CENTRE_ADMINISTRATOR',
  'PLACEMENT_OFFICER',
];

const warningEvents = (warnings: readonly Warning[]): JourneyEvent[] =>
  warnings.map(({ code }) => ({ type: 'IdentityWarningRaised', data: { code } }));

/** Offices that know the person by something else than community service, by the role that speaks for them. */
function officesOf(state: JourneyState, role: Actor['role']): readonly (string | null)[] {
  const { linkedCases, prison, referral, employment } = state;
  switch (role) {
    case 'PRISON_OFFICER':
      return [...Object.values(linkedCases), ...openPrisonCases(prison)].map(({ facility }) => facility);
    case 'REFERRAL_OFFICER':
      return Object.values(referral.cases)
        .filter(({ stage }) => OPEN_REFERRAL_STAGES.includes(stage))
        .map(({ referrer }) => referrer);
    case 'TRAINING_CENTRE_ADMINISTRATOR':
      return openEnrolments(state).map(({ centre }) => centre);
    case 'PLACEMENT_OFFICER':
      return [employment.office];
    default:
      return [];
  }
}

/**
 * Any office with a case of this person, the prison that holds them, who referred them, the centre that trains
 * them, the manpower office that looks for work with them; before the first case any office that may register.
 */
export const anyOfficeOf = (
  state: JourneyState,
  actor: Actor,
  context: DecideContext,
): Refused | undefined => {
  const { role, office } = actor;
  if (officesOf(state, role).includes(office)) return undefined;
  const refusals = Object.values(state.cases).map((found) => requireOffice(found, actor, context));
  const unknown = state.caseCount === 0 && state.employment.office === null;
  if (unknown || refusals.includes(undefined)) return undefined;
  return refusals[0] ?? refuseWith('NOT_PERMITTED', { role, office });
};

export const personHandlers: CommandHandlers<
  'register-person' | 'link-identity' | 'resolve-identity-warning' | 'record-death' | 'annul-death'
> = {
  'register-person': (state, { data }, { lostClaims }) => {
    const refused = nikTaken(lostClaims);
    if (refused !== undefined) return refused;
    if (state.registered) return refuseWith('ALREADY_DONE', {});
    return accepted(
      [
        { type: 'PersonRegistered', data: { provisional: data.provisional } },
        ...warningEvents(data.identityWarnings),
      ],
      {
        warnings: data.identityWarnings,
        claims: data.nikIndex === undefined ? [] : [nikClaim(state.personId, data.nikIndex)],
      },
    );
  },
  'link-identity': (state, { data, actor }, context) => {
    const refused = firstRefusal(anyOfficeOf(state, actor, context), nikTaken(context.lostClaims));
    if (refused !== undefined) return refused;
    if (!state.provisional) return refuseWith('ALREADY_DONE', {});
    return accepted([{ type: 'IdentityLinked', data: {} }, ...warningEvents(data.identityWarnings)], {
      warnings: data.identityWarnings,
      claims: [nikClaim(state.personId, data.nikIndex)],
    });
  },
  'resolve-identity-warning': (state, command, context) => {
    const refused = firstRefusal(
      anyOfficeOf(state, command.actor, context),
      requireDocument(command, 'proof of identity'),
    );
    if (refused !== undefined) return refused;
    const { code } = command.data;
    if (!state.identityWarnings.includes(code)) return refuseWith('ALREADY_DONE', { code });
    return accepted([{ type: 'IdentityWarningResolved', data: { code } }]);
  },
  'record-death': (state, command, context) => {
    const { data, actor } = command;
    const zone = zoneOf(state);
    const refused = firstRefusal(
      anyOfficeOf(state, actor, context),
      // It ends everything at once (B-16): who only knows the person from outside brings the paper.
      KNOWS_FROM_OUTSIDE.includes(actor.role) ? requireDocument(command, 'death certificate') : undefined,
      notInFuture(data.diedOn, zone, context),
      // Nobody dies before the act they were sentenced for: a slip of the pen that would cancel everything.
      ...Object.values(state.cases).map(({ actDate }) => notBefore('diedOn', data.diedOn, actDate)),
    );
    if (refused !== undefined) return refused;
    if (state.diedOn !== null) return refuseWith('ALREADY_DONE', { diedOn: state.diedOn });
    return accepted(
      [
        {
          type: 'PersonDied',
          data: { diedOn: data.diedOn },
          occurredAt: effectiveOn(data.diedOn, zone, context),
        },
        ...afterDeathEvents(state, data.diedOn, context),
      ],
      { claims: standingCases(state).flatMap((found) => releasePlan(state, found, context)) },
    );
  },
  /** The person lives. Obligations wait again, whatever is due fires; what was ended meanwhile people begin anew. */
  'annul-death': (state, command, context) => {
    const { actor, data } = command;
    const refused = firstRefusal(
      actor.role === 'REGISTRAR' ? undefined : anyOfficeOf(state, actor, context),
      requireDocument(command, 'proof that the person lives'),
    );
    if (refused !== undefined) return refused;
    return state.diedOn === null
      ? refuseWith('ALREADY_DONE', {})
      : accepted([{ type: 'DeathAnnulled', data: { reason: data.reason, diedOn: state.diedOn } }]);
  },
};

export const personEvolvers: Evolvers<
  | 'PersonRegistered'
  | 'IdentityLinked'
  | 'IdentityWarningRaised'
  | 'IdentityWarningResolved'
  | 'PersonDied'
  | 'DeathAnnulled'
> = {
  PersonRegistered: (state, { data }) => ({ ...state, registered: true, provisional: data.provisional }),
  IdentityLinked: (state) => ({ ...state, provisional: false }),
  IdentityWarningRaised: (state, { data }) => ({
    ...state,
    identityWarnings: [...new Set([...state.identityWarnings, data.code])],
  }),
  IdentityWarningResolved: (state, { data }) => ({
    ...state,
    identityWarnings: state.identityWarnings.filter((code) => code !== data.code),
  }),
  PersonDied: (state, { data }) => ({ ...state, diedOn: data.diedOn }),
  DeathAnnulled: (state) => ({ ...state, diedOn: null }),
};
