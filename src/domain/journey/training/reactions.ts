/** What events of other parts do to running training: the Enrolment column of I.6b. */
import type { OutgoingMessage } from '../../decider.ts';
import type { LocalDate, Moment } from '../../time/moment.ts';
import { momentAt } from '../../time/moments.ts';
import type { JourneyEvent } from '../events.ts';
import type { Reaction, Reactions } from '../part.ts';
import type { JourneyState } from '../state.ts';
import type { SuspensionReason } from './commands.ts';
import { cancelled } from './ending.ts';
import { isSeated, suspended } from './interruption.ts';
import { canBeThere } from './place-gate.ts';
import { changeAvailability, withdrawSeats } from './seat-messages.ts';
import { type Enrolment, openEnrolments } from './state.ts';

interface Effect {
  readonly events: readonly JourneyEvent[];
  readonly messages?: readonly OutgoingMessage[];
}

const together = (effects: readonly Effect[]): Reaction | undefined =>
  effects.length === 0
    ? undefined
    : {
        events: effects.flatMap(({ events }) => events),
        messages: effects.flatMap(({ messages }) => messages ?? []),
      };

const suspendAll = (
  state: JourneyState,
  reason: SuspensionReason,
  on: LocalDate,
  occurredAt: Moment | undefined,
  which: (enrolment: Enrolment) => boolean = () => true,
): Reaction | undefined =>
  together(
    openEnrolments(state)
      .filter((found) => isSeated(found) && which(found))
      .map((found) => suspended(found, reason, on, occurredAt)),
  );

const at = (occurredAt: Moment | undefined) => (occurredAt === undefined ? {} : { occurredAt });

const isInside = ({ hostFacility }: Enrolment): boolean => hostFacility !== null;

/** Those that a prison had stopped: somebody may let them go on; nothing goes on by itself. */
const mayResume = (
  state: JourneyState,
  on: LocalDate,
  which: (reason: SuspensionReason) => boolean,
  occurredAt: Moment | undefined,
): Reaction | undefined =>
  together(
    openEnrolments(state)
      .filter(({ suspension }) => suspension !== null && !suspension.mayResume && which(suspension.reason))
      .map(({ enrolmentId }) => ({
        events: [{ type: 'EnrolmentMayResume', data: { enrolmentId, on }, ...at(occurredAt) }],
      })),
  );

/** The class hears until when the person can come, and never why (G-08). */
function newReleaseDate(found: Enrolment, releaseOn: LocalDate): Effect[] {
  const { enrolmentId, endsOn } = found;
  if (releaseOn < endsOn) {
    if (found.conflict && found.availableUntil === releaseOn) return [];
    const data = { enrolmentId, conflict: 'RELEASE_BEFORE_END', availableUntil: releaseOn } as const;
    return [
      {
        events: [{ type: 'EnrolmentConflictFound', data }],
        messages: [changeAvailability(found, releaseOn)],
      },
    ];
  }
  return found.conflict
    ? [
        {
          events: [{ type: 'EnrolmentConflictEnded', data: { enrolmentId } }],
          messages: [changeAvailability(found, null)],
        },
      ]
    : [];
}

/** The class inside goes on without the person: units are kept, and somebody finds a class outside (S30). */
function released(found: Enrolment, on: LocalDate, occurredAt: Moment | undefined): Effect[] {
  const conflict: Effect = {
    events: [
      {
        type: 'EnrolmentConflictFound',
        data: { enrolmentId: found.enrolmentId, conflict: 'RELEASED', availableUntil: on },
        ...at(occurredAt),
      },
    ],
  };
  return isSeated(found) ? [suspended(found, 'RELEASE', on, occurredAt), conflict] : [conflict];
}

/** The class hears a date only where it lies before its end: of any other it has no need (G-08). */
function releaseNear(found: Enrolment, releaseOn: LocalDate, occurredAt: Moment | undefined): Effect {
  return {
    events: [{ type: 'EarlyTestSuggested', data: { enrolmentId: found.enrolmentId }, ...at(occurredAt) }],
    messages: releaseOn < found.endsOn ? [changeAvailability(found, releaseOn)] : [],
  };
}

export const trainingReactions: Reactions = {
  PersonDied: (state, { occurredAt }) =>
    together([
      ...openEnrolments(state).map((found) => cancelled(found, 'DEATH', occurredAt)),
      // A training that ended short was to go on in a later class.
      ...Object.values(state.training.enrolments)
        .filter(({ stage, moving }) => stage === 'INCOMPLETE' && moving !== null)
        .map((found) => ({ events: [], messages: withdrawSeats(found) })),
    ]),

  TransferRecorded: (state, { data, occurredAt }) =>
    suspendAll(
      state,
      'TRANSFER',
      data.on,
      occurredAt,
      ({ hostFacility }) => hostFacility !== data.toFacility,
    ),
  DisciplineRecorded: (state, { data, occurredAt }) =>
    data.suspendsTraining
      ? suspendAll(state, 'DISCIPLINE', data.hearingOn ?? data.entryOn, occurredAt)
      : undefined,
  TppDeclined: (state, { data, occurredAt }) =>
    data.suspendsTraining ? suspendAll(state, 'DISCIPLINE', data.heldOn, occurredAt) : undefined,
  IllnessRecorded: (state, { data, occurredAt }) =>
    data.suspends ? suspendAll(state, 'ILLNESS', data.from, occurredAt) : undefined,
  /** The office that looks into it lets training go on; a person's own report is marked as such (I.6c). */
  InjuryReported: (state, { data, occurredAt }, context) => {
    const { date, expectedDays = 0 } = data;
    return expectedDays > context.policy<number>('illness_suspends_after_days', date)
      ? suspendAll(state, 'ILLNESS', date, occurredAt)
      : undefined;
  },
  EscapeRecorded: (state, { data, occurredAt }) => suspendAll(state, 'ESCAPE', data.on, occurredAt),
  LockdownDeclared: (state, { data, occurredAt }) => suspendAll(state, 'LOCKDOWN', data.from, occurredAt),
  InterruptionEnded: (state, { data, occurredAt }) =>
    mayResume(state, data.on, (reason) => reason !== 'ESCAPE' && reason !== 'IN_CUSTODY', occurredAt),
  RecaptureRecorded: (state, { data, occurredAt }) =>
    mayResume(state, data.on, (reason) => reason === 'ESCAPE', occurredAt),

  ReleaseRecorded: (state, { data, occurredAt }) =>
    together(
      openEnrolments(state)
        .filter(isInside)
        .flatMap((found) => released(found, data.on, occurredAt)),
    ),
  /** A seat outside that was to begin after the release may come to lie before it (B-09). */
  ReleaseDateChanged: (state, { data, occurredAt }, { now }) =>
    together(
      openEnrolments(state).flatMap((found) => {
        if (isInside(found)) return newReleaseDate(found, data.to);
        const today = momentAt(now, found.zone).date;
        const stays = !isSeated(found) || canBeThere(state, found, today);
        return stays ? [] : [suspended(found, 'IN_CUSTODY', today, occurredAt)];
      }),
    ),
  ReleaseWatchRaised: (state, { data, occurredAt }) =>
    together(
      openEnrolments(state)
        .filter((found) => isInside(found) && found.startedOn !== null)
        .map((found) => releaseNear(found, data.releaseOn, occurredAt)),
    ),
  /**
   * Whoever comes into custody leaves a class outside; on a screen, or held where they now are, it goes on. A
   * revoked release is such an import too, and says nothing of its own: one seat is stopped once.
   */
  InmateImported: (state, { data, occurredAt }, { command, now }) => {
    const today = momentAt(now, data.zone).date;
    const isReturn = command.name === 'revoke-conditional-release';
    return suspendAll(
      state,
      'IN_CUSTODY',
      // A term may have begun long before: the seat is held from when the class could know. A return has its day.
      isReturn ? (occurredAt?.date ?? today) : today,
      occurredAt,
      ({ deliveryMode, hostFacility }) => deliveryMode !== 'ONLINE' && hostFacility !== data.facility,
    );
  },

  ClemencyGranted: (state, { data }) =>
    together(
      openEnrolments(state)
        .filter(({ caseId, basis }) => caseId === data.caseId && basis !== 'VOLUNTARY')
        .map(({ enrolmentId }) => ({
          events: [{ type: 'EnrolmentBecameVoluntary', data: { enrolmentId } }],
        })),
    ),
  ConsentWithdrawn: (state, { data }) =>
    data.stopsTraining
      ? together(
          openEnrolments(state)
            .filter(({ basis }) => basis !== 'COURT_MEASURE')
            .map((found) => cancelled(found, 'CONSENT_WITHDRAWN')),
        )
      : undefined,
};
