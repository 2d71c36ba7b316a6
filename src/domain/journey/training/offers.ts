/**
 * Offers of training to somebody with a case.
 *
 * TrainingOffered -- TrainingOfferAccepted --> may apply | -- TrainingOfferDeclined --> nothing follows
 *
 * A refusal never affects hours, term or anything else (L-29): no other module reads it. Only what a court
 * ordered (art. 103) cannot be declined here.
 */
import { refuseWith } from '../../law/refusals.ts';
import type { ProgrammeFact } from '../../registers/programme.ts';
import { type ClassFact, classFactKey } from '../../training-class/fact.ts';
import {
  accepted,
  type CommandHandlers,
  caseOf,
  type Evolvers,
  firstRefusal,
  isRefusal,
} from '../handlers.ts';
import type { JourneyState } from '../state.ts';
import { requireCaseOffice, requireOffer } from './on-enrolment.ts';
import type { TrainingOffer } from './state.ts';

/** More offers than this to one person are a program that sends again and again. */
export const MOST_OFFERS = 200;

export const offerHandlers: CommandHandlers<'offer-training' | 'answer-training-offer'> = {
  'offer-training': (state, { data, actor }, context) => {
    const { caseId, programmeId, classId, as } = data;
    if (state.diedOn !== null) return refuseWith('RECORD_OF_DECEASED', { diedOn: state.diedOn });
    const count = Object.keys(state.training.offers).length;
    const refused = firstRefusal(
      requireCaseOffice(state, caseId, context),
      as === 'COURT_MEASURE' && !caseOf(state, caseId)?.measure
        ? refuseWith('NO_TRAINING_MEASURE', { caseId })
        : undefined,
      count >= MOST_OFFERS ? refuseWith('TOO_MANY', { kind: 'offers', limit: MOST_OFFERS }) : undefined,
    );
    if (refused !== undefined) return refused;
    const programme = context.fact<ProgrammeFact>(`programme/${programmeId}`);
    if (programme === undefined) return refuseWith('PROGRAMME_UNKNOWN', { programmeId });
    if (classId !== undefined) {
      const klass = context.fact<ClassFact>(classFactKey(classId));
      if (klass?.programmeId !== programmeId) return refuseWith('CLASS_UNKNOWN', { classId });
    }
    const offerId = nextOfferId(state);
    return accepted([{ type: 'TrainingOffered', data: { ...data, offerId, office: actor.office } }]);
  },

  /** By the person, or written down by who may speak for the case. */
  'answer-training-offer': (state, { data }, context) => {
    const { offerId } = data;
    const offer = requireOffer(state, offerId, context);
    if (isRefusal(offer)) return offer;
    const answer = data.accepted ? 'ACCEPTED' : 'DECLINED';
    if (offer.answer === answer) return refuseWith('ALREADY_DONE', {});
    if (data.accepted) return accepted([{ type: 'TrainingOfferAccepted', data: { offerId } }]);
    if (offer.as === 'COURT_MEASURE') return refuseWith('MEASURE_NOT_REFUSABLE', {});
    return accepted([{ type: 'TrainingOfferDeclined', data: { offerId } }]);
  },
};

export const offerOf = ({ training }: JourneyState, offerId: string): TrainingOffer | undefined =>
  Object.hasOwn(training.offers, offerId) ? training.offers[offerId] : undefined;

/** Past all that were ever given, also where a merge or its undoing left gaps. */
const nextOfferId = ({ training }: JourneyState): string =>
  `o${Math.max(0, ...Object.keys(training.offers).map((id) => Number(id.slice(1)))) + 1}`;

const changeOffer = (state: JourneyState, offerId: string, change: Partial<TrainingOffer>): JourneyState => {
  const offer = offerOf(state, offerId);
  if (offer === undefined) throw new Error(`event names unknown offer ${offerId}`);
  const offers = { ...state.training.offers, [offerId]: { ...offer, ...change } };
  return { ...state, training: { ...state.training, offers } };
};

export const offerEvolvers: Evolvers<'TrainingOffered' | 'TrainingOfferAccepted' | 'TrainingOfferDeclined'> =
  {
    TrainingOffered: (state, { data: { offerId, caseId, programmeId, classId = null, as, office } }) => ({
      ...state,
      training: {
        ...state.training,
        offers: {
          ...state.training.offers,
          [offerId]: { offerId, caseId, programmeId, classId, as, office, answer: 'NONE' },
        },
      },
    }),
    TrainingOfferAccepted: (state, { data }) => changeOffer(state, data.offerId, { answer: 'ACCEPTED' }),
    TrainingOfferDeclined: (state, { data }) => changeOffer(state, data.offerId, { answer: 'DECLINED' }),
  };
