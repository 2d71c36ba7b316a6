/**
 * A status list as the public fetches it: a credential of its own about a bitstring, signed with the same
 * keys. Withdrawn is `revocation`, frozen is `suspension`. Why stands nowhere (S46).
 */
import { issuerAddress, keyPath, type StatusPurpose, statusListPath } from './addresses.ts';
import { encodeBits } from './bitstring.ts';
import type { SigningKeys } from './signing-keys.ts';

/** Whoever checks offline must know when the list is too old to rely on. */
export const LIST_LIFE_MS = 7 * 86_400_000;
/** How long anybody on the way may keep it: a withdrawal is known within this. */
export const LIST_CACHE_SECONDS = 300;

/** The installation publishes lists for all its LSPs in one: a list of one LSP would say more. */
const PUBLISHER = 'titian';

export async function signStatusList(
  keys: SigningKeys,
  publicUrl: string,
  list: number,
  purpose: StatusPurpose,
  set: Iterable<number>,
  now: Date,
): Promise<string> {
  const id = publicUrl + statusListPath(list, purpose);
  const issuer = issuerAddress(publicUrl, PUBLISHER);
  const until = new Date(now.getTime() + LIST_LIFE_MS);
  const payload = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    validFrom: toTheSecond(now),
    validUntil: toTheSecond(until),
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: purpose,
      encodedList: encodeBits(set),
    },
    iss: issuer,
    jti: id,
    sub: `${id}#list`,
    nbf: Math.floor(now.getTime() / 1_000),
    exp: Math.floor(until.getTime() / 1_000),
  };
  return keys.sign(payload, (keyId) => publicUrl + keyPath(keyId));
}

const toTheSecond = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;
