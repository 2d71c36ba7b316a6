import { createHmac } from 'node:crypto';
import { deriveKey, type MasterKeyRing } from './master-key.ts';

export type BlindIndexKind = 'nik' | 'case-number' | 'name';

export interface KeyedHashes {
  /**
   * HMAC-SHA-256, hex, over the command's canonical JSON in clear, before anything is sealed: sealing
   * draws a nonce, so a retry's sealed text differs while its request is the same.
   */
  requestHash(canonicalJson: string): string;
  /**
   * HMAC-SHA-256, hex, of a normalised value: equal values are found and kept unique, and without the
   * key nobody can try all NIKs against it. Normalise first; this does not.
   */
  blindIndex(kind: BlindIndexKind, normalised: string): string;
}

export function createKeyedHashes(ring: MasterKeyRing): KeyedHashes {
  const keys = {
    request: deriveKey(ring, ring.lookup, 'request-hash'),
    nik: deriveKey(ring, ring.lookup, 'blind-index/nik'),
    'case-number': deriveKey(ring, ring.lookup, 'blind-index/case-number'),
    name: deriveKey(ring, ring.lookup, 'blind-index/name'),
  };
  const hash = (key: Buffer, text: string) => createHmac('sha256', key).update(text, 'utf8').digest('hex');
  return {
    requestHash: (canonicalJson) => hash(keys.request, canonicalJson),
    blindIndex: (kind, normalised) => hash(keys[kind], normalised),
  };
}
