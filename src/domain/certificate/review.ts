/**
 * The look that an LSP takes at its certificates after an assessor's licence was withdrawn. It changes no
 * status: what the look finds is acted on by a freeze or a withdrawal of its own, with its own paper.
 */
import { refuseWith } from '../law/refusals.ts';
import { requireNotAssessor } from './duties.ts';
import {
  accepted,
  type CommandHandlers,
  type Evolvers,
  firstRefusal,
  onCertificate,
  requireDocument,
} from './handlers.ts';
import { detailsOf } from './state.ts';
import { RUNNING } from './status-moves.ts';

export const reviewHandlers: CommandHandlers<'review-certificate'> = {
  'review-certificate': onCertificate([...RUNNING, 'EXPIRED'], (state, command, context) => {
    const { assessorId } = command.data;
    if (!detailsOf(state).assessorIds.includes(assessorId)) {
      return refuseWith('CERTIFICATE_OTHER_ASSESSOR', { assessorId });
    }
    const refused = firstRefusal(
      requireDocument(command, 'minutes of the review'),
      requireNotAssessor(state, command, context),
    );
    return refused ?? accepted([{ type: 'CertificateReviewed', data: command.data }]);
  }),
};

export const reviewEvolvers: Evolvers<'CertificateReviewed'> = {
  CertificateReviewed: (state, { data: { assessorId, outcome } }) => ({
    ...state,
    reviews: [...state.reviews.filter((one) => one.assessorId !== assessorId), { assessorId, outcome }],
  }),
};
