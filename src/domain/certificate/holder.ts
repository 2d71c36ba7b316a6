/**
 * What the holder's journey is told, by address. The certificate never learns who that is; what it says
 * carries its own id, its status and a date, and no reason.
 */
import type { OutgoingMessage } from '../decider.ts';
import { refuseWith } from '../law/refusals.ts';
import type { LocalDate } from '../time/moment.ts';
import type { CertificateEvents, IssueRefusal } from './events.ts';
import { accepted, type CommandHandlers, type Evolvers } from './handlers.ts';
import { type CertificateState, type CertificateStatus, detailsOf, validUntilOf } from './state.ts';

/** @param validUntil the end that counts from now on; by default the present one. */
export const statusNote = (
  state: CertificateState,
  status: Exclude<CertificateStatus, 'NONE'>,
  on: LocalDate,
  validUntil: LocalDate = validUntilOf(state),
): OutgoingMessage => ({
  target: detailsOf(state).holderAddress,
  name: 'note-certificate-status',
  data: { certificateId: state.certificateId, status, on, validUntil },
});

export const issuedNote = (
  certificateId: string,
  { holderAddress, number, issuedOn, validUntil }: CertificateEvents['CertificateIssued'],
): OutgoingMessage => ({
  target: holderAddress,
  name: 'note-certificate-issued',
  data: { certificateId, number, issuedOn, validUntil },
});

export const refusedNote = (
  certificateId: string,
  holderAddress: string,
  code: IssueRefusal,
): OutgoingMessage => ({
  target: holderAddress,
  name: 'note-certificate-refused',
  data: { certificateId, code },
});

export const holderHandlers: CommandHandlers<'flag-holder-deceased'> = {
  'flag-holder-deceased': (state, { data }) => {
    if (state.status === 'NONE') return refuseWith('CERTIFICATE_UNKNOWN', {});
    if (state.holderDiedOn !== null) return refuseWith('ALREADY_DONE', {});
    return accepted([{ type: 'HolderDeceasedFlagged', data: { on: data.on } }]);
  },
};

export const holderEvolvers: Evolvers<'HolderDeceasedFlagged'> = {
  HolderDeceasedFlagged: (state, { data }) => ({ ...state, holderDiedOn: data.on }),
};
