/** The reader's own trust policy: one that cannot be read is a question of use, no verdict. */
import { BadPolicy, parseTrustPolicy, type TrustPolicy } from './trust-policy.ts';
import { Unreadable } from './unreadable.ts';

/** @throws Unreadable */
export function readPolicy(bytes: Uint8Array): TrustPolicy {
  try {
    return parseTrustPolicy(bytes);
  } catch (error) {
    if (!(error instanceof BadPolicy)) throw error;
    throw new Unreadable({
      id: `Kebijakan kepercayaan Anda tidak dapat dibaca: ${error.message}.`,
      en: `Your trust policy cannot be read: ${error.message}.`,
    });
  }
}
