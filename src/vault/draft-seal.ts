/**
 * Half-filled forms may hold names: they are sealed under a key of their own, derived from the master key. No
 * person's key is at hand for them, since the person may not be registered yet; they are thrown away after days.
 */
import { decrypt, encrypt, NONCE_BYTES, TAG_BYTES } from './authenticated-cipher.ts';
import { lengthPrefixed } from './length-prefixed.ts';
import { deriveKey, type MasterKeyRing } from './master-key.ts';

export interface DraftSeal {
  /** @param place where it stands: it opens nowhere else. */
  sealDraft(place: string, text: string): Buffer;
  /** undefined where it was altered, moved, or sealed under a master key that is gone. */
  openDraft(place: string, sealed: Buffer): string | undefined;
}

/** The version of the master key comes first, so that drafts survive its change. */
const VERSION_BYTES = 4;

export function createDraftSeal(ring: MasterKeyRing): DraftSeal {
  const keys = new Map([...ring.keys.keys()].map((version) => [version, deriveKey(ring, version, 'draft')]));
  const context = (version: number, place: string): Buffer =>
    lengthPrefixed(['titian/draft/v1', String(version), place]);
  return {
    sealDraft(place, text) {
      const { active } = ring;
      const key = keys.get(active)!;
      const { nonce, tag, bytes } = encrypt(key, Buffer.from(text, 'utf8'), context(active, place));
      const version = Buffer.alloc(VERSION_BYTES);
      version.writeUInt32BE(active);
      return Buffer.concat([version, nonce, tag, bytes]);
    },
    openDraft(place, sealed) {
      if (sealed.length < VERSION_BYTES + NONCE_BYTES + TAG_BYTES) return undefined;
      const version = sealed.readUInt32BE(0);
      const key = keys.get(version);
      if (key === undefined) return undefined;
      const rest = sealed.subarray(VERSION_BYTES);
      const parts = {
        nonce: rest.subarray(0, NONCE_BYTES),
        tag: rest.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES),
        bytes: rest.subarray(NONCE_BYTES + TAG_BYTES),
      };
      return decrypt(key, parts, context(version, place))?.toString('utf8');
    },
  };
}
