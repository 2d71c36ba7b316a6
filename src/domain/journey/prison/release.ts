/**
 * The gate opens, and somebody must know where the person goes (B-15, S30).
 *
 * any stage of custody -- ReleaseRecorded --> RELEASED: seven days to hand over to the probation or the
 *   manpower office (ReleaseHandOverOverdue, once)
 * RELEASED -- ReleaseHandedOver | ReleaseContactRecorded --> RELEASED
 * RELEASED without a contact, or in the middle of training -- thirty days pass: ReleaseChaseEnded -->
 *   RELEASED, and the office may close as RELEASED_NO_CONTACT; what was learnt stays (S30)
 */
import type { Actor, DecideContext } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import type { OfficeFact } from '../../registers/facts.ts';
import { addDays, endOfDay } from '../../time/index.ts';
import { effectiveOn, notBefore, notInFuture } from '../dates.ts';
import {
  accepted,
  type CommandHandlers,
  type Evolvers,
  firstRefusal,
  type Refused,
  requireDocument,
} from '../handlers.ts';
import type { ReleaseContact, ReleaseKind } from './commands.ts';
import { changePrisonCase, onPrisonCase } from './on-prison-case.ts';
import { CUSTODY, moveTo } from './stage-moves.ts';
import type { PrisonCase } from './state.ts';

const RECEIVING: readonly OfficeFact['kind'][] = ['BAPAS', 'MANPOWER_OFFICE'];

const isReachable = (contact: ReleaseContact): boolean =>
  contact.contactPhone !== undefined ||
  contact.contactFamily !== undefined ||
  contact.contactOffice !== undefined;

function receivingOffice(officeId: string | undefined, context: DecideContext): Refused | undefined {
  if (officeId === undefined) return undefined;
  const office = context.fact<OfficeFact>(`office/${officeId}`);
  if (office === undefined) return refuseWith('OFFICE_UNKNOWN', { officeId });
  return RECEIVING.includes(office.kind) ? undefined : refuseWith('OFFICE_WRONG_KIND', { officeId });
}

/** A release of these kinds rests on an earlier decree. */
function decreeMissing({ caseId, integration, remissionEffects }: PrisonCase, kind: ReleaseKind) {
  const missing = refuseWith('DECREE_MISSING', { caseId, kind });
  switch (kind) {
    case 'PB':
    case 'CB':
    case 'CMB':
      return integration?.kind === kind ? undefined : missing;
    case 'RU_II':
      return remissionEffects.some((effect) => effect === 'RU_II' || effect === 'RK_II')
        ? undefined
        : missing;
    default:
      return undefined;
  }
}

const speaksOutside = ({ role }: Actor): boolean => role === 'PRISON_OFFICER' || role === 'SYSTEM';

export const releaseHandlers: CommandHandlers<
  'record-release' | 'record-release-contact' | 'hand-over-released'
> = {
  'record-release': onPrisonCase({ stages: CUSTODY, held: true }, (found, command, context) => {
    const { data } = command;
    const { kind, on } = data;
    const noContact = !isReachable(data) && data.noContactReason === undefined;
    const refused = firstRefusal(
      requireDocument(command, 'release letter'),
      notInFuture(on, found.zone, context),
      notBefore('on', on, found.sentence.startedOn),
      decreeMissing(found, kind),
      noContact ? refuseWith('CONTACT_MISSING', {}) : undefined,
      receivingOffice(data.contactOffice, context),
    );
    if (refused !== undefined) return refused;
    const chased = !isReachable(data) || found.enrolments.length > 0;
    const endAfter = (days: number) => endOfDay(addDays(on, days), found.zone);
    return accepted([
      {
        type: 'ReleaseRecorded',
        data: {
          ...data,
          handOverDueAt: endAfter(context.policy<number>('hand_over_days', on)),
          chaseAt: chased ? endAfter(context.policy<number>('release_chase_days', on)) : null,
        },
        occurredAt: effectiveOn(on, found.zone, context),
      },
    ]);
  }),

  'record-release-contact': onPrisonCase(
    { stages: ['RELEASED', 'AFTERCARE'] },
    (_found, { data }, context) => {
      if (!isReachable(data)) return refuseWith('CONTACT_MISSING', {});
      const refused = receivingOffice(data.contactOffice, context);
      return refused ?? accepted([{ type: 'ReleaseContactRecorded', data }]);
    },
  ),

  'hand-over-released': onPrisonCase({ stages: ['RELEASED'] }, (found, { data, actor }, context) => {
    const { role, office } = actor;
    const refused = firstRefusal(
      speaksOutside(actor) ? undefined : refuseWith('NOT_PERMITTED', { role, office }),
      receivingOffice(data.to, context),
      notInFuture(data.on, found.zone, context),
      notBefore('on', data.on, found.release?.on),
      found.release?.handedOverTo == null ? undefined : refuseWith('ALREADY_DONE', { caseId: found.caseId }),
    );
    if (refused !== undefined) return refused;
    const guides = context.fact<OfficeFact>(`office/${data.to}`)?.kind === 'BAPAS';
    const guide = guides ? { probationOffice: data.to } : {};
    return accepted([{ type: 'ReleaseHandedOver', data: { ...data, ...guide } }]);
  }),
};

type Release = NonNullable<PrisonCase['release']>;

const changeRelease = ({ release }: PrisonCase, change: Partial<Release>): Partial<PrisonCase> => ({
  release: release && { ...release, ...change },
});

export const releaseEvolvers: Evolvers<
  | 'ReleaseRecorded'
  | 'ReleaseContactRecorded'
  | 'ReleaseHandOverOverdue'
  | 'ReleaseHandedOver'
  | 'ReleaseChaseEnded'
> = {
  ReleaseRecorded: (state, { data }) =>
    changePrisonCase(state, data.caseId, (found) => ({
      ...moveTo(found, 'RELEASED'),
      interruptions: [],
      interruptedFrom: null,
      litmas: null,
      tpp: null,
      watchDays: [],
      fractionsAhead: [],
      release: {
        kind: data.kind,
        on: data.on,
        contactOffice: data.contactOffice ?? null,
        contactKnown: isReachable(data),
        handOverDueAt: data.handOverDueAt,
        handedOverTo: null,
        chaseAt: data.chaseAt,
        chaseEnded: false,
      },
    })),
  ReleaseContactRecorded: (state, { data }) =>
    changePrisonCase(state, data.caseId, (found) =>
      changeRelease(found, {
        contactKnown: true,
        contactOffice: data.contactOffice ?? found.release?.contactOffice ?? null,
        chaseEnded: false,
        // Who is found and still has training to finish is looked after until the time is over.
        ...(found.enrolments.length === 0 ? { chaseAt: null } : {}),
      }),
    ),
  ReleaseHandOverOverdue: (state, { data }) =>
    changePrisonCase(state, data.caseId, (found) => changeRelease(found, { handOverDueAt: null })),
  ReleaseHandedOver: (state, { data }) =>
    changePrisonCase(state, data.caseId, (found) => ({
      ...changeRelease(found, { handOverDueAt: null, handedOverTo: data.to }),
      probationOffice: data.probationOffice ?? found.probationOffice,
    })),
  ReleaseChaseEnded: (state, { data }) =>
    changePrisonCase(state, data.caseId, (found) =>
      changeRelease(found, { chaseAt: null, chaseEnded: true }),
    ),
};
