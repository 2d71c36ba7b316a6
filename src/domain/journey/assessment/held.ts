/** Certificates that this journey holds, and what it tells them. They know the journey by an address only. */
import type { OutgoingMessage } from '../../decider.ts';
import type { LocalDate } from '../../time/moment.ts';
import type { JourneyState } from '../state.ts';
import { type Assessment, certificateOf, type HeldCertificate } from './state.ts';

/** Those that were issued: a request without an answer, or one that was refused, is no certificate. */
export const isIssued = ({ status }: HeldCertificate): boolean =>
  status !== 'REQUESTED' && status !== 'REFUSED';

/** The certificate of this assessment, asked for or issued, that is neither refused nor withdrawn. */
export function certificateInForce(
  state: JourneyState,
  { certificateId }: Assessment,
): HeldCertificate | undefined {
  const held = certificateId === null ? undefined : certificateOf(state, certificateId);
  return held === undefined || held.status === 'REFUSED' || held.status === 'WITHDRAWN' ? undefined : held;
}

const toCertificate = (certificateId: string, name: string, data: OutgoingMessage['data']) => ({
  ...{ target: `certificate/${certificateId}`, name, data: { certificateId, ...data } },
});

/** The result it rests on is frozen: it waits for the LSP. */
export const freezeForReview = ({ certificateId }: HeldCertificate, on: LocalDate): OutgoingMessage =>
  toCertificate(certificateId, 'freeze-certificate-for-review', { on });

/** It stays valid, with a flag (I-10). */
export const flagHolderDeceased = (certificateId: string, on: LocalDate): OutgoingMessage =>
  toCertificate(certificateId, 'flag-holder-deceased', { on });
