/**
 * Where the public finds what a credential points to. All of it begins with the public address of this
 * installation, which stands in every credential ever handed out: moving it needs a forwarding.
 */

export type StatusPurpose = 'revocation' | 'suspension';

export const STATUS_PURPOSES: readonly StatusPurpose[] = ['revocation', 'suspension'];

/** A status list of one purpose, from list 1. The short path keeps a QR code readable. */
export const statusListPath = (list: number, purpose: StatusPurpose): string => `/status/${list}/${purpose}`;

export const keyPath = (keyId: string): string => `/credentials/keys/${keyId}`;
export const JWKS_PATH = '/.well-known/jwks.json';
export const DID_DOCUMENT_PATH = '/.well-known/did.json';
export const VERIFY_PATH = '/verify';

export const issuerAddress = (publicUrl: string, certificationBody: string): string =>
  `${publicUrl}/issuers/${certificationBody}`;
export const schemeAddress = (publicUrl: string, schemeId: string): string =>
  `${publicUrl}/schemes/${schemeId}`;
/** Each period of validity is a credential of its own. */
export const credentialAddress = (publicUrl: string, certificateId: string, period: number): string =>
  `${publicUrl}/credentials/${certificateId}/${period}`;

/** `did:web` of the installation; a port is written with `%3A`. */
export const didOf = (publicUrl: string): string => `did:web:${new URL(publicUrl).host.replace(':', '%3A')}`;
