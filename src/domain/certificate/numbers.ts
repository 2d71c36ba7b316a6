/**
 * Numbers that are given once: the certificate's own within its LSP, and those of the controlled forms
 * (D-13). Both are claims for good, so that two LSP clerks cannot give the same one at the same instant.
 * How a number is spaced or whether its letters are small makes it no other number.
 */
import type { ClaimChange } from '../decider.ts';
import type { CertificateDetails } from './state.ts';

/** As numbers are compared. */
export const printedKey = (number: string): string => number.toUpperCase().replace(/\s+/g, '');

export const numberKey = (certificationBody: string, number: string): string =>
  `certificate-number/${certificationBody}/${printedKey(number)}`;

export const blankKey = (certificationBody: string, blankNumber: string): string =>
  `certificate-blank/${certificationBody}/${printedKey(blankNumber)}`;

export const sameBlank = (one: string, other: string): boolean => printedKey(one) === printedKey(other);

const holderOf = (certificateId: string): string => `certificate/${certificateId}`;

export const takeNumber = (
  certificateId: string,
  { certificationBody, number }: Pick<CertificateDetails, 'certificationBody' | 'number'>,
): ClaimChange => ({
  kind: 'take',
  key: numberKey(certificationBody, number),
  holder: holderOf(certificateId),
});

/** Also for a form that is void at once: a spoilt form is used up. */
export const takeBlank = (
  certificateId: string,
  certificationBody: string,
  blankNumber: string,
): ClaimChange => ({
  kind: 'take',
  key: blankKey(certificationBody, blankNumber),
  holder: holderOf(certificateId),
});
