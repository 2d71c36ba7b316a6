/**
 * Controlled forms (*blanko*, D-13). A certificate is printed on one at a time; a reprint takes a new one
 * and voids the old. A form is never given back: void or in use, its number is taken for good.
 */
import type { DecideContext } from '../decider.ts';
import { refuseWith } from '../law/refusals.ts';
import { accepted, type CommandHandlers, type Evolvers, onCertificate, type Refused } from './handlers.ts';
import { blankKey, sameBlank, takeBlank } from './numbers.ts';
import { type CertificateState, detailsOf } from './state.ts';
import { IN_FORCE, RUNNING } from './status-moves.ts';

/** The form must be free: another's, and one of its own that is void or in use, are not. */
export function requireFreeBlank(
  state: CertificateState,
  blankNumber: string,
  context: DecideContext,
): Refused | undefined {
  const key = blankKey(detailsOf(state).certificationBody, blankNumber);
  const used = [...state.voidedBlanks, ...(state.blankNumber === null ? [] : [state.blankNumber])];
  const isTaken =
    used.some((blank) => sameBlank(blank, blankNumber)) ||
    context.lostClaims.some((lost) => lost.key === key);
  return isTaken ? refuseWith('CERTIFICATE_BLANK_TAKEN', { blankNumber }) : undefined;
}

export const blankHandlers: CommandHandlers<'reprint-certificate' | 'void-blank'> = {
  'reprint-certificate': onCertificate(IN_FORCE, (state, { data }, context) => {
    const { certificateId, blankNumber: voided } = state;
    const { blankNumber, reason } = data;
    const refused = requireFreeBlank(state, blankNumber, context);
    if (refused !== undefined) return refused;
    return accepted([{ type: 'CertificateReprinted', data: { blankNumber, voided, reason } }], {
      claims: [takeBlank(certificateId, detailsOf(state).certificationBody, blankNumber)],
    });
  }),

  'void-blank': onCertificate([...RUNNING, 'EXPIRED', 'WITHDRAWN'], (state, { data }, context) => {
    const { blankNumber, reason } = data;
    const isOwn = state.blankNumber !== null && sameBlank(state.blankNumber, blankNumber);
    const refused = isOwn ? undefined : requireFreeBlank(state, blankNumber, context);
    if (refused !== undefined) return refused;
    return accepted([{ type: 'BlankVoided', data: { blankNumber, reason } }], {
      claims: isOwn ? [] : [takeBlank(state.certificateId, detailsOf(state).certificationBody, blankNumber)],
    });
  }),
};

export const blankEvolvers: Evolvers<'CertificateReprinted' | 'BlankVoided'> = {
  CertificateReprinted: (state, { data }) => ({
    ...state,
    blankNumber: data.blankNumber,
    voidedBlanks: data.voided === null ? state.voidedBlanks : [...state.voidedBlanks, data.voided],
  }),
  BlankVoided: (state, { data }) => ({
    ...state,
    blankNumber:
      state.blankNumber !== null && sameBlank(state.blankNumber, data.blankNumber) ? null : state.blankNumber,
    voidedBlanks: [...state.voidedBlanks, data.blankNumber],
  }),
};
